"""What a client package consists of: the names of its parts, its limits, its documents.

``docs/client-package.md`` describes the format for other programs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from digimaturity.canonical import canonical
from digimaturity.services.attachments import LARGEST as LARGEST_FILE
from digimaturity.store.history import (
    History,
    KeptAssessment,
    KeptCompany,
    KeptFile,
    KeptSignOff,
    Line,
)
from digimaturity.store.records import PlanLine

#: How names of packages end.
SUFFIX = ".digimaturity"

#: What the manifest says of its form; a newer one has a higher number.
FORM, VERSION = "digimaturity-company", 3
#: The first form with a roadmap, and that with sign-offs, the day of the next assessment, and
#: answers carried over. What has none of these is written in one before, for older programs.
WITH_ROADMAP, WITH_YEARS = 2, 3

MANIFEST, COMPANY, ASSESSMENTS, FILES, LOG, ROADMAP, SIGN_OFFS = (
    "manifest.json",
    "company.json",
    "assessments.json",
    "attachments.json",
    "log.jsonl",
    "roadmap.jsonl",
    "signoffs.jsonl",
)

#: Bytes of the whole file; zip64 is never needed.
LARGEST = 2**31
#: Bytes of each part, by what its name begins with; others of an unknown name are refused.
LARGEST_PART: Mapping[str, int] = {
    MANIFEST: 2**21,
    COMPANY: 2**23,
    ASSESSMENTS: 2**23,
    FILES: 2**22,
    LOG: 2**28,
    ROADMAP: 2**26,
    SIGN_OFFS: 2**28,
    "questionnaires/": 2**23,
    "files/": LARGEST_FILE,
}
#: Bytes of one line of the answer log, and of the roadmap's.
LONGEST_LINE, LONGEST_ITEM = 2**22, 1_000_000
MOST_PARTS = 5_000
MOST_ASSESSMENTS = 1_000
MOST_PEOPLE = 1_000
MOST_LINES = 500_000
#: Lines of the roadmap's log, and items in it that stand.
MOST_ROADMAP, MOST_ITEMS = 200_000, 5_000
#: Lines of what became of assessments, and bytes of one, with all that was signed.
MOST_SIGN_OFFS, LONGEST_SIGN_OFF = 5_000, 2**25
#: Characters of a name, and of any other text.
LONGEST_NAME, LONGEST_TEXT = 1_000, 1_000_000

_NAME = re.compile(
    r"manifest\.json|company\.json|assessments\.json|attachments\.json|log\.jsonl|roadmap\.jsonl"
    r"|signoffs\.jsonl"
    r"|questionnaires/[0-9a-f]{64}\.json|files/[0-9a-f]{64}"
)


def known_name(name: str) -> bool:
    """Whether a part may be called so."""
    return _NAME.fullmatch(name) is not None


def largest(name: str) -> int:
    """How many bytes a part of a known name may have."""
    return next(limit for start, limit in LARGEST_PART.items() if name.startswith(start))


def questionnaire_part(fingerprint: str) -> str:
    """The part that holds the questionnaire with this fingerprint."""
    return f"questionnaires/{fingerprint}.json"


def file_part(sha256: str) -> str:
    """The part that holds the content of attached files with this SHA-256."""
    return f"files/{sha256}"


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is in a package; `lines` are those of the answer log, `roadmap` of the other.

    `signoffs` are lines of what became of assessments.
    """

    assessments: int
    people: int
    lines: int
    files: int
    questionnaires: int
    roadmap: int = 0
    signoffs: int = 0

    @staticmethod
    def of(history: History, lines: int, roadmap: int, signoffs: int) -> Counts:
        """How much is in a package of that history, whose logs have so many lines."""
        return Counts(
            len(history.assessments),
            sum(len(kept.people) for kept in history.assessments),
            lines,
            len(history.files),
            len({kept.questionnaire for kept in history.assessments}),
            roadmap,
            signoffs,
        )


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its name in the archive, its size in bytes, its SHA-256."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself; `made` is UTC, `by` who made it (may be empty).

    `notes` tells whether the mentor's private notes are in it.
    """

    version: int
    application: str
    made: str
    by: str
    company: str
    name: str
    notes: bool
    counts: Counts
    parts: tuple[Part, ...]

    def document(self) -> dict[str, Any]:
        """As it stands in the package."""
        counts = asdict(self.counts)
        if self.version < WITH_ROADMAP:
            del counts["roadmap"]
        if self.version < WITH_YEARS:
            del counts["signoffs"]
        return {
            "format": f"{FORM}/{self.version}",
            "application": self.application,
            "made": self.made,
            "by": self.by,
            "company": {"id": self.company, "name": self.name},
            "notes": self.notes,
            "counts": counts,
            "parts": [asdict(part) for part in self.parts],
        }


def company_document(company: KeptCompany, version: int, *, notes: bool) -> dict[str, Any]:
    """A company as it stands in a package; None stands for notes that stay at home."""
    document = {**asdict(company), "notes": company.notes if notes else None}
    if version < WITH_YEARS:
        del document["next_due"]
    return document


def assessments_document(history: History) -> list[dict[str, Any]]:
    """All assessments with people and report choices, in their order."""
    return [_plain(kept) for kept in history.assessments]


def _plain(kept: KeptAssessment) -> dict[str, Any]:
    return {**asdict(kept), "people": [asdict(person) for person in kept.people]}


def files_document(files: tuple[KeptFile, ...]) -> list[dict[str, Any]]:
    """The attached files without their contents."""
    return [asdict(file) for file in files]


def line_bytes(line: Line) -> bytes:
    """A line of the log with its end."""
    return canonical({name: getattr(line, name) for name in Line.__slots__}) + b"\n"


def roadmap_bytes(line: PlanLine) -> bytes:
    """A line of the roadmap's log with its end; entries in their own order, in which they show."""
    return json.dumps(asdict(line), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def sign_off_bytes(line: KeptSignOff) -> bytes:
    """A line of what became of an assessment, with its end."""
    return canonical(asdict(line)) + b"\n"
