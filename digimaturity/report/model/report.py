"""The whole report: its chapters, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from digimaturity.report.model.actions import MeasuresChapter
from digimaturity.report.model.appendix import AnswersChapter, GlossaryChapter, MethodChapter
from digimaturity.report.model.brand import NO_BRAND, Brand
from digimaturity.report.model.comparison import BenchmarkChapter, LeadingChapter
from digimaturity.report.model.front import Contents, Cover, Foreword
from digimaturity.report.model.paper import Paper, Running
from digimaturity.report.model.parts import Chapter
from digimaturity.report.model.planning import PlanChapter
from digimaturity.report.model.results import DimensionChapter, Summary

__all__ = ["ReportModel", "Running"]


@dataclass(frozen=True, slots=True)
class ReportModel:
    """One report in one language. `day` is the assessment's, and the file's only date.

    What it has in common with other documents is explained at `Paper`.
    """

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
    landscape: PlanChapter | None
    measures: MeasuresChapter | None
    roadmap: PlanChapter | None
    answers: AnswersChapter | None
    method: MethodChapter
    page_size: str = field(default="A4")
    glossary: GlossaryChapter | None = None
    foreword: Foreword | None = None
    brand: Brand = NO_BRAND
    code: str = ""
    versions: tuple[str, ...] = ()
    trend: PlanChapter | None = None

    @property
    def paper(self) -> Paper:
        """What it has in common with other documents."""
        return Paper(
            self.language,
            self.title,
            self.subject,
            self.author,
            self.day,
            self.running,
            self.page_size,
            self.brand,
            self.code,
            self.versions,
        )

    def chapters(self) -> tuple[Chapter, ...]:
        """All chapters in the order of their pages; the cover is none."""
        parts = (
            self.foreword,
            self.contents,
            self.summary,
            self.benchmark,
            *self.dimensions,
            self.leading,
            self.landscape,
            self.measures,
            self.roadmap,
            self.trend,
            self.answers,
            self.glossary,
            self.method,
        )
        return tuple(part.chapter for part in parts if part is not None)
