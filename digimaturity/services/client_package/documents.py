"""The documents of a package, read without trusting them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from digimaturity.domain.company import TurnoverBand
from digimaturity.domain.population import PeerChoice
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.exchange.refused import RefusedError
from digimaturity.services.client_package import checking as is_
from digimaturity.services.client_package import form
from digimaturity.services.client_package.checking import Check, record
from digimaturity.services.client_package.form import Counts, Manifest, Part
from digimaturity.store.history import (
    KeptAssessment,
    KeptCompany,
    KeptDetails,
    KeptFile,
    KeptPerson,
)
from digimaturity.store.records import AssessmentState

#: The company as it was when an assessment was finished.
DETAILS: Mapping[str, Check] = {
    "name": is_.name,
    "country": is_.or_none(is_.matching("[A-Z]{2}")),
    "section": is_.or_none(is_.matching("[A-U]")),
    "employees": is_.or_none(is_.whole(1, 2**53)),
    "turnover_band": is_.or_none(is_.one_of([band.value for band in TurnoverBand])),
}
_COMPANY: Mapping[str, Check] = {
    **DETAILS,
    "id": is_.identity,
    "contact": is_.text(),
    "notes": is_.or_none(is_.text()),
    "created": is_.moment,
    "revision": is_.whole(1),
    "archived": is_.or_none(is_.moment),
}
_NEXT_DUE: Mapping[str, Check] = {"next_due": is_.or_none(is_.day)}
_PERSON: Mapping[str, Check] = {
    "id": is_.identity,
    "position": is_.whole(0),
    "viewpoint": is_.one_of([viewpoint.value for viewpoint in Viewpoint]),
    "name": is_.text(form.LONGEST_NAME),
    "revision": is_.whole(1),
}
_ASSESSMENT: Mapping[str, Check] = {
    "id": is_.identity,
    "questionnaire": is_.sha256,
    "day": is_.day,
    "state": is_.one_of([state.value for state in AssessmentState]),
    "created": is_.moment,
    "finished": is_.or_none(is_.moment),
    "company": is_.anything,
    "revision": is_.whole(1),
    "goes_on_from": is_.or_none(is_.identity),
    "peer_choice": is_.or_none(lambda given: type(given) is str and _is_choice(given)),
    "people": is_.anything,
    "report": is_.or_none(lambda given: type(given) is dict and is_.plain(given)),
}
_FILE: Mapping[str, Check] = {
    "id": is_.identity,
    "assessment": is_.identity,
    "respondent": is_.identity,
    "question": is_.text(form.LONGEST_NAME),
    "name": is_.file_name,
    "size": is_.whole(0, form.largest("files/")),
    "sha256": is_.sha256,
    "added": is_.moment,
}
_COUNTS: Mapping[str, Check] = {
    "assessments": is_.whole(0, form.MOST_ASSESSMENTS),
    "people": is_.whole(0),
    "lines": is_.whole(0, form.MOST_LINES),
    "files": is_.whole(0),
    "questionnaires": is_.whole(0),
}
_ROADMAP_LINES = is_.whole(0, form.MOST_ROADMAP)
_SIGN_OFF_LINES = is_.whole(0, form.MOST_SIGN_OFFS)
_PART: Mapping[str, Check] = {
    "name": lambda given: type(given) is str and form.known_name(given),
    "size": is_.whole(0, form.LARGEST),
    "sha256": is_.sha256,
}
_MANIFEST: Mapping[str, Check] = {
    "format": is_.text(),
    "application": is_.text(100),
    "made": is_.moment,
    "by": is_.text(form.LONGEST_NAME),
    "company": is_.anything,
    "notes": is_.truth,
    "counts": is_.anything,
    "parts": lambda given: type(given) is list and len(given) < form.MOST_PARTS,
}


def _is_choice(given: str) -> bool:
    try:
        return " ".join(PeerChoice.of(given.split()).names) == given
    except ValueError:
        return False


def manifest_from(given: object) -> Manifest:
    """What a package says of itself.

    Raises:
        RefusedError: ``no_package``, ``newer``, ``keys``, ``value`` or ``repeated_part``.
    """
    version = _version(given)
    more = {"roadmap": _ROADMAP_LINES} if version >= form.WITH_ROADMAP else {}
    if version >= form.WITH_YEARS:
        more["signoffs"] = _SIGN_OFF_LINES
    top = record(given, _MANIFEST, form.MANIFEST)
    company = record(top["company"], {"id": is_.identity, "name": is_.name}, "manifest: company")
    counts = record(top["counts"], {**_COUNTS, **more}, "manifest: counts")
    parts = [Part(**record(one, _PART, "manifest: parts")) for one in top["parts"]]
    if len({part.name for part in parts}) < len(parts):
        raise RefusedError("repeated_part", part=form.MANIFEST)
    return Manifest(
        version,
        top["application"],
        top["made"],
        top["by"],
        company["id"],
        company["name"],
        top["notes"],
        Counts(**counts),
        tuple(parts),
    )


def _version(given: object) -> int:
    """The number of the form; what a newer one looks like cannot be known."""
    name = given.get("format") if type(given) is dict else None
    kind, _, number = name.partition("/") if type(name) is str else ("", "", "")
    if kind != form.FORM or not (number.isascii() and number.isdigit() and len(number) < 6):  # noqa: PLR2004 - no such versions
        raise RefusedError("no_package")
    if int(number) > form.VERSION:
        raise RefusedError("newer")
    if int(number) < 1:
        raise RefusedError("no_package")
    return int(number)


def company_from(given: object, manifest: Manifest) -> KeptCompany:
    """The company; without its notes where they stayed at home."""
    newer = _NEXT_DUE if manifest.version >= form.WITH_YEARS else {}
    top = record(given, {**_COMPANY, **newer}, form.COMPANY)
    for key, said in (("id", manifest.company), ("name", manifest.name)):
        if top[key] != said:
            raise RefusedError("contradiction", where=f"{form.COMPANY}: {key}")
    if (top["notes"] is not None) != manifest.notes:
        raise RefusedError("contradiction", where=f"{form.COMPANY}: notes")
    return KeptCompany(**{**top, "notes": top["notes"] or ""})


def assessments_from(given: object) -> tuple[KeptAssessment, ...]:
    """The assessments, whose ids and people are known once each."""
    found = tuple(
        _assessment(one, f"{form.ASSESSMENTS}, {place}")
        for place, one in enumerate(_listed(given, form.MOST_ASSESSMENTS, form.ASSESSMENTS), 1)
    )
    _once([kept.id for kept in found], form.ASSESSMENTS)
    _once([person.id for kept in found for person in kept.people], form.ASSESSMENTS)
    before = [kept.goes_on_from for kept in found if kept.goes_on_from is not None]
    _once(before, form.ASSESSMENTS)
    known = {kept.id for kept in found}
    for kept in found:
        if kept.goes_on_from is not None and kept.goes_on_from not in known - {kept.id}:
            raise RefusedError("unknown", where=f"{form.ASSESSMENTS}: goes_on_from")
    return found


def _assessment(given: object, where: str) -> KeptAssessment:
    top = record(given, _ASSESSMENT, where)
    finished = top["state"] == AssessmentState.FINISHED
    for key in ("finished", "company"):
        if (top[key] is not None) != finished:
            raise RefusedError("contradiction", where=f"{where}: {key}")
    details = record(top["company"], DETAILS, f"{where}: company") if finished else None
    people = [
        KeptPerson(**record(one, _PERSON, f"{where}: people"))
        for one in _listed(top["people"], form.MOST_PEOPLE, f"{where}: people")
    ]
    places = [person.position for person in people]
    if not people or places != sorted(set(places)):
        raise RefusedError("value", where=f"{where}: people")
    kept = None if details is None else KeptDetails(**details)
    return KeptAssessment(**{**top, "company": kept, "people": tuple(people)})


def files_from(given: object, assessments: Sequence[KeptAssessment]) -> tuple[KeptFile, ...]:
    """The attached files, each beside a question of somebody who takes part."""
    found = [
        KeptFile(**record(one, _FILE, f"{form.FILES}, {place}"))
        for place, one in enumerate(_listed(given, form.MOST_PARTS, form.FILES), 1)
    ]
    _once([file.id for file in found], form.FILES)
    people = {(kept.id, person.id) for kept in assessments for person in kept.people}
    for file in found:
        if (file.assessment, file.respondent) not in people:
            raise RefusedError("unknown", where=f"{form.FILES}: {file.id}")
    return tuple(found)


def _listed(given: Any, most: int, where: str) -> list[object]:  # noqa: ANN401 - a stranger's
    if type(given) is not list or len(given) > most:
        raise RefusedError("value", where=where)
    return given


def _once(ids: Sequence[str], where: str) -> None:
    if len(set(ids)) < len(ids):
        raise RefusedError("repeated_id", where=where)
