"""A company with everything a package can hold, and packages that were tampered with."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from digimaturity.canonical import canonical
from digimaturity.domain.population import PeerChoice
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import DONT_KNOW, NOT_APPLICABLE, Answer
from digimaturity.domain.roadmap.book import Entry, Part
from digimaturity.domain.roadmap.items import Project, System, Target
from digimaturity.services import (
    assessments,
    attachments,
    companies,
    plan_book,
    portfolio,
    recording,
    report_options,
    respondents,
    sign_off,
)
from digimaturity.services.places import Place, keep_place
from digimaturity.services.workspace import Workspace
from digimaturity.store.records import CompanyRecord
from tests.services.full_book import ENTRIES
from tests.services.small import Sitting, begin, small_questionnaire

EARLIER, NEXT = date(2025, 3, 1), date(2027, 5, 4)

#: A system of its own kind, to which a project leads, beside all that can be put down.
OWN = "0123456789abcdef" * 2
ROADMAP = (
    *ENTRIES,
    Entry(Part.TARGET, "b", Target(50)),
    Entry(Part.SYSTEM, OWN, System("CRM")),
    Entry(Part.PROJECT, "other", Project("Pilot", systems=(OWN,))),
)


def full_company(workspace: Workspace, folder: Path) -> Sitting:
    """A finished assessment and a draft with answers, notes, marks, files, choices, consensus."""
    sitting = begin(workspace)
    fill(workspace, sitting, folder)
    older = assessments.create_assessment(
        workspace,
        sitting.company,
        small_questionnaire("short"),
        EARLIER,
        [(Viewpoint.MANAGEMENT, "Grace \U0001f600")],
    ).assessment
    assert older
    (grace,) = assessments.get_assessment(workspace, older).respondents
    recording.record_answer(workspace, older, grace.id, "a.levels", Answer.of(2), "Grace")
    sign_off.sign(workspace, older, "Grace")
    sign_off.correct(workspace, older, "A wrong level.", "Ada")
    recording.record_answer(workspace, older, grace.id, "a.levels", Answer.of(3), "Grace")
    sign_off.sign(workspace, older)
    record = companies.get_company(workspace, sitting.company)
    companies.save_company(
        workspace,
        replace(record, contact="Ada, +49 1", notes="Pays late.", employees=41, next_due=NEXT),
    )
    keep_place(workspace, sitting.company, Place(sitting.assessment, sitting.manager, "results"))
    with workspace.writing() as stored:
        stored.contributions.keep(sitting.company, 2025, "a" * 32)
    plan_book.save_entries(workspace, sitting.company, ROADMAP, "Ada")
    plan_book.save_entry(workspace, sitting.company, Part.TARGET, "b", None)
    return sitting


def fill(workspace: Workspace, sitting: Sitting, folder: Path) -> None:
    """Answer, comment, mark and attach in the draft."""
    place = (sitting.assessment, sitting.manager)
    for question, answer in {
        "a.levels": Answer.of(4),
        "a.may": NOT_APPLICABLE,
        "a.yes": Answer.of(value=True),
        "a.many": Answer.of(frozenset({"y", "x"})),
        "f.number": Answer.of(12.5),
        "f.text": Answer.of("Line 1\nLine 2 “ü” \u2028"),
    }.items():
        recording.record_answer(workspace, *place, question, answer, "Ada")
    recording.record_answer(workspace, *place, "a.levels", Answer.of(3))
    recording.record_answer(workspace, *place, "f.number", None)
    recording.record_answer(workspace, sitting.assessment, sitting.expert, "a.levels", DONT_KNOW)
    recording.record_comment(workspace, *place, "a.may", "We sell nothing.")
    recording.record_evidence(workspace, *place, "a.levels", "See the handbook.")
    recording.record_review(workspace, *place, "a.yes", marked=True)
    recording.record_consensus(workspace, sitting.assessment, "a.levels", 3, "Workshop")
    recording.record_reason(workspace, sitting.assessment, "a.levels", "Seen together.", "Workshop")
    recording.record_parked(
        workspace, sitting.assessment, "a.yes", "Who pays?\nAsk “Bo”.", "Workshop"
    )
    for name, content in (
        ("hand book.pdf", b"%PDF-1"),
        ("gone.txt", b"x"),
        ("copy.pdf", b"%PDF-1"),
    ):
        path = folder / name
        path.write_bytes(content)
        respondent = sitting.expert if name == "copy.pdf" else sitting.manager
        change = attachments.attach(workspace, sitting.assessment, respondent, "a.levels", path)
        if name == "gone.txt":
            assert isinstance(change.now, attachments.Attachment)
            attachments.remove(workspace, change.now.id)
    respondents.add_respondent(workspace, sitting.assessment, Viewpoint.BUSINESS, "Eve")
    portfolio.choose_peers(workspace, sitting.assessment, PeerChoice(size=False))
    options = replace(
        report_options.get_options(workspace, sitting.assessment), foreword="Dear all"
    )
    report_options.keep_options(workspace, sitting.assessment, options)


def another_company(workspace: Workspace, name: str = "Other") -> str:
    """One more company, which no import may touch."""
    other = companies.save_company(workspace, CompanyRecord(name, notes="Mine.")).company
    assert other
    assessments.create_assessment(workspace, other, small_questionnaire(), EARLIER)
    return other


#: What the table is ordered by; where work stopped and contributions do not travel.
TABLES = {
    "company": "id",
    "questionnaire": "fingerprint",
    "assessment": "id",
    "respondent": "id",
    "answer_log": "assessment_id, id",
    "attachment": "id",
    "attachment_part": "attachment_id, number",
    "report_choices": "assessment_id",
    "plan_log": "company_id, id",
    "sign_off": "assessment_id, id",
}


def contents(workspace: Workspace) -> dict[str, list[tuple[object, ...]]]:
    """All of a workspace that travels, without numbers of lines and without removed files."""
    found = {}
    with workspace.reading() as stored:
        for table, order in TABLES.items():
            rows = stored._connection.exec_driver_sql(
                f"SELECT * FROM {table} ORDER BY {order}"  # noqa: S608 - our own tables
            )
            found[table] = [tuple(row) for row in rows]
    for log in ("answer_log", "plan_log", "sign_off"):
        found[log] = [row[1:] for row in found[log]]
    found["plan_log"] = [
        (*row[:3], *(json.loads(str(one or "null")) for one in row[3:5]), *row[5:])
        for row in found["plan_log"]
    ]
    found["sign_off"] = [(*row[:6], json.loads(str(row[6] or "null"))) for row in found["sign_off"]]
    found["report_choices"] = [(row[0], json.loads(str(row[1]))) for row in found["report_choices"]]
    found["attachment"] = [row for row in found["attachment"] if row[8] is None]
    there = {row[0] for row in found["attachment"]}
    found["attachment_part"] = [row for row in found["attachment_part"] if row[0] in there]
    return found


# -- packages by hand


def parts_of(path: Path) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(path: Path, parts: dict[str, bytes], *, honest: bool = True) -> Path:
    """A package of these parts; where it is `honest` the manifest has their checksums."""
    if honest:
        manifest = json.loads(parts["manifest.json"])
        manifest["parts"] = [
            {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in parts.items()
            if name != "manifest.json"
        ]
        parts = {**parts, "manifest.json": canonical(manifest)}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return path


def changed(source: Path, path: Path, part: str, change: Callable[[Any], object]) -> Path:
    """The package with one document changed in place, and right checksums."""
    parts = parts_of(source)
    if part.endswith(".jsonl"):
        lines = [json.loads(line) for line in parts[part].splitlines()]
        change(lines)
        parts[part] = b"".join(canonical(line) + b"\n" for line in lines)
    else:
        document = json.loads(parts[part])
        change(document)
        parts[part] = json.dumps(document, separators=(",", ":")).encode()
    return packed(path, parts)
