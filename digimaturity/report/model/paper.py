"""What every document of a record has in common, whichever part of the record it tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from digimaturity.report.model.brand import NO_BRAND, Brand


@dataclass(frozen=True, slots=True)
class Running:
    """What stands on every page: at the head the company, at the foot the assessment.

    `page` has the places ``{page}`` and ``{pages}``, filled when the pages are known. `draft` is
    the word behind the text of a report that is not signed off, else empty; `confidential` says at
    the foot who may read it.
    """

    company: str
    mark: str
    foot: str
    page: str
    draft: str = ""
    confidential: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document in one language: what it says of itself, and how it is printed.

    `day` is the assessment's, and the file's only date. `code` identifies what it was made from:
    equal data and options, equal code; `versions` name the application, the questionnaire and the
    figures, one each.
    """

    language: str
    title: str
    subject: str
    author: str
    day: date
    running: Running
    page_size: str = "A4"
    brand: Brand = NO_BRAND
    code: str = ""
    versions: tuple[str, ...] = ()
