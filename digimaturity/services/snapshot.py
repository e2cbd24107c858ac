"""All that is signed of an assessment as one document, the hash of it, and the way back.

The document has the company as it was, who answered from which viewpoint, all that was said and
holds, which files were attached, and the official figures that the firm is compared with. Names of
those who answered are not in it: a name may be taken away later, and what was signed still holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from digimaturity.canonical import canonical
from digimaturity.domain.attachment import Attachment
from digimaturity.domain.company import Company, TurnoverBand
from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.population import every_group
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Respondent
from digimaturity.services.answers import responses_of
from digimaturity.services.workspace import Case
from digimaturity.store.records import Aspect, AssessmentRecord, AssessmentState, Json, Key

if TYPE_CHECKING:
    from digimaturity.store.repository import Repository

#: What the document says it is; a later form has a higher number.
FORM = "digimaturity-signed/1"


@dataclass(frozen=True, slots=True)
class Signed:
    """What a signed document says: the assessment as it was, and the figures that it pins.

    `figures` are None where none were pinned. `files` name what was attached.
    """

    case: Case
    figures: BenchmarkData | None
    files: tuple[Attachment, ...]


def document_of(
    stored: Repository, record: AssessmentRecord, company: Company, figures: BenchmarkData | None
) -> dict[str, Any]:
    """All that is signed of an assessment: its `content`, and the ids of the `people` in it.

    Who answered is a place among the people, so that the same content is the same document in
    every workspace.
    """
    people = {one.id: place for place, one in enumerate(record.respondents)}
    content = {
        "form": FORM,
        "questionnaire": record.questionnaire,
        "day": record.day.isoformat(),
        "company": {
            "name": company.name,
            "country": company.country,
            "section": company.section,
            "employees": company.employees,
            "turnover_band": company.turnover,
        },
        "viewpoints": [one.viewpoint.value for one in record.respondents],
        "said": _said(stored.answers.current(record.id), people),
        "files": _files(stored.attachments.of(record.id), people),
        "figures": None if figures is None else _pinned(figures, company),
    }
    return {"content": content, "people": list(people)}


def digest_of(document: Mapping[str, Any]) -> str:
    """The SHA-256 of what was signed, in 64 hexadecimal digits; nobody's id is part of it."""
    return sha256(canonical(document["content"])).hexdigest()


def read_signed(document: Mapping[str, Any], case: Case) -> Signed:
    """The assessment as a document has it.

    `case` is the assessment as it stands now: what never changes is taken from there, and the names
    of those who still take part. Raises LookupError, TypeError or ValueError where the document
    makes no sense.
    """
    from digimaturity.packs.benchmarks import figures_from

    content, ids = document["content"], document["people"]
    named = {one.id: one.name for one in case.record.respondents}
    people = tuple(
        Respondent(key, Viewpoint(viewpoint), named.get(key, ""))
        for key, viewpoint in zip(ids, content["viewpoints"], strict=True)
    )
    details = dict(content["company"])
    band = details.pop("turnover_band")
    company = Company(**details, turnover=TurnoverBand(band) if band else None)
    record = replace(
        case.record,
        day=date.fromisoformat(content["day"]),
        state=AssessmentState.FINISHED,
        respondents=people,
        kept=company,
    )
    said = (
        (Key(record.id, None if who is None else ids[who], question, Aspect(aspect)), value)
        for who, question, aspect, value in content["said"]
    )
    figures = content["figures"]
    files = tuple(Attachment("", record.id, ids[who], *more) for who, *more in content["files"])
    return Signed(
        replace(case, record=record, responses=responses_of(people, said)),
        None if figures is None else figures_from(figures),
        files,
    )


def _said(current: Iterable[tuple[Key, Json]], people: Mapping[str, int]) -> list[list[Json]]:
    said = [
        (-1 if key.respondent is None else people[key.respondent], key.question, key.aspect, value)
        for key, value in current
    ]
    return [
        [None if who < 0 else who, question, aspect.value, value]
        for who, question, aspect, value in sorted(said, key=lambda one: one[:3])
    ]


def _files(attached: Iterable[Attachment], people: Mapping[str, int]) -> list[list[Json]]:
    """Of each file who attached it to which question, its name, size in bytes, and SHA-256."""
    return sorted(
        (
            [people[one.respondent], one.question, one.name, one.size, one.sha256]
            for one in attached
        ),
        key=canonical,
    )


def _pinned(figures: BenchmarkData, company: Company) -> dict[str, Any]:
    from digimaturity.packs.benchmarks import plain_figures

    return plain_figures(figures.about(every_group(company)))
