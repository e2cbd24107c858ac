"""The answer log of a package, line by line: each is about what somebody was asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from digimaturity.domain.questionnaire import Kind, Question, Questionnaire
from digimaturity.domain.responses import State
from digimaturity.errors import UserError
from digimaturity.exchange.refused import RefusedError
from digimaturity.services.answer_checks import check_answer, check_consensus
from digimaturity.services.answers import answer_from_json
from digimaturity.services.client_package import checking as is_
from digimaturity.services.client_package import form
from digimaturity.services.client_package.checking import Check, record
from digimaturity.store.history import KeptAssessment, Line
from digimaturity.store.records import OF_THE_GROUP, Aspect

#: Ids are looked up, so that their form needs no check.
_LINE: Mapping[str, Check] = {
    "assessment": is_.words,
    "respondent": is_.or_none(is_.words),
    "question": is_.words,
    "aspect": is_.one_of([aspect.value for aspect in Aspect]),
    "old": is_.anything,
    "new": is_.anything,
    "at": is_.moment,
    "by": is_.text(form.LONGEST_NAME),
}
#: States that an answer of the log can have.
_STATES = frozenset({State.ANSWERED, State.DONT_KNOW, State.NOT_APPLICABLE})


class LogReader:
    """Reads the lines in their order: those of the first assessment, then of the next.

    `ask` gives the questionnaire of an assessment.
    """

    def __init__(
        self, assessments: Sequence[KeptAssessment], asked: Mapping[str, Questionnaire]
    ) -> None:
        self._places = {kept.id: place for place, kept in enumerate(assessments)}
        self._people = [frozenset(person.id for person in kept.people) for kept in assessments]
        self._asked = [asked[kept.questionnaire] for kept in assessments]
        self._place = 0

    def lines(self, stream: BinaryIO) -> Iterator[Line]:
        """The lines of a log.

        Raises:
            RefusedError: ``not_json``, ``repeated_key``, ``keys``, ``value``, ``unknown`` (nobody
                was asked this), ``order``, ``too_large``; each names the line.
        """
        number = 0
        while content := stream.readline(form.LONGEST_LINE + 1):
            number += 1
            where = f"{form.LOG}, {number}"
            if len(content) > form.LONGEST_LINE:
                raise RefusedError("too_large", part=where, limit=form.LONGEST_LINE)
            if number > form.MOST_LINES:
                raise RefusedError("value", where=form.LOG)
            yield self.line(is_.document(content, where), where)

    def line(self, given: Any, where: str) -> Line:  # noqa: ANN401 - a stranger's JSON
        """The next line; `where` says which one it is."""
        line = Line(**record(given, _LINE, where))
        place = self._places.get(line.assessment)
        if place is None:
            raise RefusedError("unknown", where=f"{where}: assessment")
        if place < self._place:
            raise RefusedError("order", where=where)
        self._place = place
        if (line.respondent is None) != (line.aspect in OF_THE_GROUP):
            raise RefusedError("value", where=f"{where}: respondent")
        if line.respondent is not None and line.respondent not in self._people[place]:
            raise RefusedError("unknown", where=f"{where}: respondent")
        question = self._asked[place].by_id.get(line.question)
        if question is None:
            raise RefusedError("unknown", where=f"{where}: question")
        for key, value in (("old", line.old), ("new", line.new)):
            if not (value is None or can_stand(question, line.aspect, value)):
                raise RefusedError("value", where=f"{where}: {key}")
        return line


def can_stand(question: Question, aspect: str, value: object) -> bool:
    """Whether this can be said to a question."""
    match aspect:
        case Aspect.COMMENT | Aspect.EVIDENCE | Aspect.REASON | Aspect.PARKED:
            return is_.text()(value)
        case Aspect.REVIEW:
            return value is True
        case Aspect.CONSENSUS:
            return type(value) is int and _passes(check_consensus, question, value)
    return _is_answer(question, value)


def _is_answer(question: Question, value: object) -> bool:
    if type(value) is not dict or not value.keys() <= {"state", "value", "carried"}:
        return False
    if value.get("carried", True) is not True:
        return False
    state, said = value.get("state"), value.get("value")
    if type(state) is not str or state not in _STATES or not is_.plain(said):
        return False
    if state != State.ANSWERED:
        return "value" not in value and _passes(check_answer, question, answer_from_json(value))
    if isinstance(said, list):
        options = all(type(one) is str for one in said)
        if not options or said != sorted(set(said)):
            return False
    elif isinstance(said, dict) or (question.kind is Kind.TEXT and not is_.text()(said)):
        return False
    return _passes(check_answer, question, answer_from_json(value))


def _passes(check: Any, question: Question, said: object) -> bool:  # noqa: ANN401 - one of two checks
    try:
        check(question, said)
    except UserError:
        return False
    return True
