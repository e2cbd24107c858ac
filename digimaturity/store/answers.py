"""The answer log: lines are only added, and the newest of each key is what holds now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, bindparam, func, insert, select
from sqlalchemy.engine import Row

from digimaturity.store.clock import now
from digimaturity.store.records import Aspect, Json, Key, LogEntry
from digimaturity.store.tables import AnswerLogRow

# The statements are built once: SQLAlchemy then finds their compiled form by identity.
_INSERT = insert(AnswerLogRow)

_LOG = select(AnswerLogRow.__table__).where(AnswerLogRow.assessment_id == bindparam("assessment"))

_CURRENT = _LOG.where(
    AnswerLogRow.id.in_(
        select(func.max(AnswerLogRow.id))
        .where(AnswerLogRow.assessment_id == bindparam("assessment"))
        .group_by(AnswerLogRow.respondent_id, AnswerLogRow.question_id, AnswerLogRow.aspect)
    )
).order_by(AnswerLogRow.id)

_LAST = select(func.max(AnswerLogRow.id)).where(
    AnswerLogRow.assessment_id == bindparam("assessment")
)

_AUTHORS = (
    select(AnswerLogRow.author)
    .distinct()
    .where(AnswerLogRow.assessment_id == bindparam("assessment"))
    .where(AnswerLogRow.author.startswith(bindparam("beginning"), autoescape=False))
)


class AnswerLog:
    """Reads and extends the log within one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(self, key: Key, old: Json, new: Json, by: str) -> None:
        """Add one line: `key` went from `old` to `new`; None means nothing there."""
        self._connection.execute(_INSERT, _row(key, old, new, by))

    def append_first(self, lines: Iterable[tuple[Key, Json]], by: str) -> None:
        """Add a line for each, in this order, where nothing was there before."""
        rows = [_row(key, None, new, by) for key, new in lines]
        if rows:
            self._connection.execute(_INSERT, rows)

    def current(self, assessment: str) -> Iterator[tuple[Key, Json]]:
        """What holds now, in the order in which it was last touched; withdrawn answers are out."""
        for row in self._connection.execute(_CURRENT, {"assessment": assessment}):
            if row.new_value is not None:
                yield _key(row), row.new_value

    def last(self, assessment: str) -> int:
        """The number of the newest line of an assessment, 0 where there is none."""
        return self._connection.execute(_LAST, {"assessment": assessment}).scalar() or 0

    def authors(self, assessment: str, beginning: str) -> frozenset[str]:
        """Who wrote lines of an assessment, of those whose name begins so."""
        wanted = {"assessment": assessment, "beginning": beginning}
        return frozenset(self._connection.execute(_AUTHORS, wanted).scalars())

    def history(self, assessment: str) -> tuple[LogEntry, ...]:
        """Every line of an assessment, oldest first."""
        rows = self._connection.execute(_LOG.order_by(AnswerLogRow.id), {"assessment": assessment})
        return tuple(
            LogEntry(row.id, _key(row), row.old_value, row.new_value, row.at, row.author)
            for row in rows
        )


def _row(key: Key, old: Json, new: Json, by: str) -> dict[str, object]:
    return {
        "assessment_id": key.assessment,
        "respondent_id": key.respondent,
        "question_id": key.question,
        "aspect": key.aspect.value,
        "old_value": old,
        "new_value": new,
        "at": now(),
        "author": by,
    }


def _key(row: Row[tuple[object, ...]]) -> Key:
    return Key(row.assessment_id, row.respondent_id, row.question_id, Aspect(row.aspect))
