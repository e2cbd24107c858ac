"""Giving a company's scores to a publisher of peers, who sees exactly what the giver sees."""

from __future__ import annotations

from dataclasses import dataclass
from secrets import token_bytes
from typing import TYPE_CHECKING

from digimaturity.domain.evaluation import NO_PEERS
from digimaturity.domain.official import BenchmarkData
from digimaturity.errors import UserError
from digimaturity.exchange.contribution import ID_BYTES, written
from digimaturity.services.assessments import found
from digimaturity.services.companies import list_companies
from digimaturity.services.results import evaluate_assessment
from digimaturity.services.workspace import Workspace

if TYPE_CHECKING:
    from digimaturity.i18n import Translator

__all__ = ["Preview", "explanation", "gave", "newest_of", "preview"]


@dataclass(frozen=True, slots=True)
class Preview:
    """`content` are the very bytes that leave, if they leave; `name` a name for their file."""

    content: bytes
    name: str


def preview(workspace: Workspace, assessment: str) -> Preview:
    """What would be given of a finished assessment: write `content` to a file, and nothing else.

    The company's random id of the year is made and kept with the first look, so that its scores
    are recognised when they come twice in that year. KeyError when there is no such assessment.

    Raises:
        UserError: ``contribution.draft``, ``contribution.profile`` (country, sector or size is not
            known), ``contribution.not_rated`` (without an overall score), and those of writing to
            the workspace.
    """
    with workspace.reading() as stored:
        record = found(stored, assessment)
    if record.open:
        raise UserError("contribution.draft")
    evaluation = evaluate_assessment(workspace, assessment, BenchmarkData(), NO_PEERS)
    year = record.day.year
    written(evaluation, year, bytes(ID_BYTES))  # what is refused gets no id
    key = _id(workspace, record.company, year)
    content = written(evaluation, year, bytes.fromhex(key))
    return Preview(content, f"contribution-{year}-{key[:8]}.json")


def gave(workspace: Workspace, company: str, year: int) -> bool:
    """Whether the company's scores of a year were looked at to be given: peers may include it."""
    with workspace.reading() as stored:
        return stored.contributions.get(company, year) is not None


def newest_of(workspace: Workspace, name: str) -> str:
    """The id of the newest finished assessment of the company with that name.

    Raises:
        UserError: ``company.unknown``, ``company.ambiguous`` or ``contribution.none_finished``.
    """
    companies = [one for one in list_companies(workspace) if one.name.casefold() == name.casefold()]
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
            "whose scores these are. Give them to somebody you trust."
        ),
        t(
            "The id is random. It tells the receiver that two files come from the same firm and "
            "year, and nothing else. Which firm has which id is only in your workspace."
        ),
    )


def _id(workspace: Workspace, company: str, year: int) -> str:
    with workspace.reading() as stored:
        key = stored.contributions.get(company, year)
    if key is None:
        key = token_bytes(ID_BYTES).hex()
        with workspace.writing() as stored:
            stored.contributions.keep(company, year, key)
    return key
