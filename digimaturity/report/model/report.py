"""The whole report: its chapters, and what stands on every page."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from digimaturity.report.model.actions import MeasuresChapter
from digimaturity.report.model.appendix import AnswersChapter, GlossaryChapter, MethodChapter
from digimaturity.report.model.comparison import BenchmarkChapter, LeadingChapter
from digimaturity.report.model.front import Contents, Cover
from digimaturity.report.model.results import DimensionChapter, Summary


@dataclass(frozen=True, slots=True)
class Running:
    """What stands on every page: at the head the company, at the foot the assessment.

    `page` has the places ``{page}`` and ``{pages}``, filled when the pages are known.
    """

    company: str
    mark: str
    foot: str
    page: str


@dataclass(frozen=True, slots=True)
class ReportModel:
    """One report in one language. `day` is the assessment's, and the file's only date."""

    language: str
    title: str
    subject: str
    author: str
    day: date
    running: Running
    cover: Cover
    contents: Contents
    summary: Summary
    benchmark: BenchmarkChapter | None
    dimensions: tuple[DimensionChapter, ...]
    leading: LeadingChapter | None
    measures: MeasuresChapter | None
    answers: AnswersChapter
    method: MethodChapter
    page_size: str = field(default="A4")
    glossary: GlossaryChapter | None = None
