"""Giving a company's scores to a publisher of peers, who sees exactly what the giver sees."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from secrets import token_bytes
from typing import TYPE_CHECKING

from digimaturity.domain.evaluation import NO_PEERS
from digimaturity.domain.official import BenchmarkData
from digimaturity.errors import UserError
from digimaturity.exchange.contribution import ID_BYTES, written
from digimaturity.files import explained, put_in_place, unfinished
from digimaturity.services.assessments import found
from digimaturity.services.companies import list_companies
from digimaturity.services.results import evaluate_assessment
from digimaturity.services.text import spelled
from digimaturity.services.workspace import Workspace

if TYPE_CHECKING:
    from digimaturity.i18n import Translator

__all__ = ["Preview", "explanation", "newest_of", "preview", "save"]


@dataclass(frozen=True, slots=True)
class Preview:
    """The file that would be saved, and nothing else leaves.

    `content` are its very bytes, `name` a name for it. `new` tells that the company's random id of
    the `year` in it was just drawn: it is kept, and the same in later files, once one is saved.
    """

    company: str
    year: int
    key: str
    content: bytes
    new: bool

    @property
    def name(self) -> str:
        """What the file may be called; the beginning of the id tells it from others."""
        return f"contribution-{self.year}-{self.key[:8]}.json"


def preview(workspace: Workspace, assessment: str) -> Preview:
    """What would be given of a finished assessment; looking at it leaves nothing behind.

    A new id is the same at every look while the workspace is open. KeyError when there is no such
    assessment.

    Raises:
        UserError: ``contribution.draft``, ``contribution.profile`` (country, sector or size is not
            known), ``contribution.not_rated`` (without an overall score).
    """
    with workspace.reading() as stored:
        record = found(stored, assessment)
        kept = stored.contributions.get(record.company, record.day.year)
    if record.open:
        raise UserError("contribution.draft")
    evaluation = evaluate_assessment(workspace, assessment, BenchmarkData(), NO_PEERS)
    company, year = record.company, record.day.year
    key = kept or workspace.drawn.setdefault((company, year), token_bytes(ID_BYTES).hex())
    content = written(evaluation, year, bytes.fromhex(key))
    return Preview(company, year, key, content, new=kept is None)


def save(workspace: Workspace, shown: Preview, path: Path) -> None:
    """Write the file that was shown, once its id is kept in the workspace.

    So the company's scores are recognised where they come twice in that year.

    Raises:
        UserError: those of `files.write_whole`, and, where the id is new, of writing to the
            workspace; ``contribution.other_id``: another file of that year was saved meanwhile.
    """
    with explained(path), unfinished(path) as temporary:
        temporary.write_bytes(shown.content)
        if shown.new:
            _keep_id(workspace, shown)
        put_in_place(temporary, path)


def _keep_id(workspace: Workspace, shown: Preview) -> None:
    with workspace.writing() as stored:
        kept = stored.contributions.get(shown.company, shown.year)
        if kept is None:
            stored.contributions.keep(shown.company, shown.year, shown.key)
        elif kept != shown.key:
            raise UserError("contribution.other_id")


def newest_of(workspace: Workspace, name: str) -> str:
    """The id of the newest finished assessment of the company with that name.

    Raises:
        UserError: ``company.unknown``, ``company.ambiguous`` or ``contribution.none_finished``.
    """
    wanted = spelled(name)
    companies = [one for one in list_companies(workspace) if spelled(one.name) == wanted]
    if not companies:
        raise UserError("company.unknown", name=name)
    if len(companies) > 1:
        raise UserError("company.ambiguous", name=name)
    with workspace.reading() as stored:
        records = stored.assessments.of_company(companies[0].id)
    newest = next((record for record in records if not record.open), None)
    if newest is None:
        raise UserError("contribution.none_finished", name=companies[0].name)
    return newest.id


def explanation(t: Translator) -> tuple[str, ...]:
    """What the receiver learns, and what not, honestly; shown beside the preview."""
    return (
        t(
            "This is all that leaves: the questionnaire, its scores, the number of technologies, "
            "country, sector, size class and year. Names, texts, answers, the exact number of "
            "employees and the date stay here."
        ),
        t(
            "Scores tell something of the answers. An area has few questions: its score gives "
            "away the sum of their levels, and where it is 0 or 100, each of them. In between it "
            "stays open which question was answered how."
        ),
        t(
            "Where few firms of this size and sector exist in the country, somebody may guess "
            "whose scores these are. Give them to somebody you trust, and to nobody else: two "
            "publications on almost the same firms can be compared."
        ),
        t(
            "The id is random, and kept in your workspace once you save the file. It tells the "
            "receiver that two files come from the same firm and year, and nothing else. Which "
            "firm has which id is only in your workspace."
        ),
    )
