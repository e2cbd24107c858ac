"""What the results say, in the words of the report, each chapter worded when it is asked for."""

from __future__ import annotations

from functools import cached_property

from digimaturity.domain.evaluation import Evaluation
from digimaturity.report.build.benchmark import benchmark_chapter
from digimaturity.report.build.leading import leading_chapter
from digimaturity.report.build.measures import measures_chapter
from digimaturity.report.build.method import Radar, radar_of
from digimaturity.report.build.summary import summary
from digimaturity.report.build.viewpoints import gaps_by_question
from digimaturity.report.model.actions import MeasuresChapter
from digimaturity.report.model.comparison import BenchmarkChapter, LeadingChapter
from digimaturity.report.model.results import Summary
from digimaturity.report.model.viewpoints import DecisionPart, GapChart, ViewpointsPart
from digimaturity.report.wording import Wording


class ResultWords:
    """The chapters of the report that the page shows something of."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording

    @property
    def evaluation(self) -> Evaluation:
        """What they speak of."""
        return self.wording.evaluation

    @cached_property
    def summary(self) -> Summary:
        """The result on one page."""
        return summary(self.wording)

    @cached_property
    def radar(self) -> Radar:
        """All areas at a glance."""
        return radar_of(self.wording)

    @cached_property
    def leading(self) -> LeadingChapter | None:
        """Who leads, and by which strategy."""
        return leading_chapter(self.wording)

    @property
    def viewpoints(self) -> ViewpointsPart | None:
        """Where the viewpoints differ; None where there are not two."""
        return self.leading.viewpoints if self.leading else None

    def all_gaps(self) -> tuple[GapChart, tuple[str, ...]]:
        """The gaps on all questions, with their ids; asked for where viewpoints differ."""
        views = self.wording.views
        keys = tuple(gap.id for gap in views.questions) if views else ()
        return gaps_by_question(self.wording), keys

    @property
    def decisions(self) -> DecisionPart | None:
        """Who holds which decision; None where nobody said anything of it."""
        return self.leading.decisions if self.leading else None

    @cached_property
    def benchmark(self) -> BenchmarkChapter | None:
        """How the firm stands among others."""
        return benchmark_chapter(self.wording)

    @cached_property
    def measures(self) -> MeasuresChapter | None:
        """What to do next; None where no measure follows from the answers."""
        found = self.evaluation.candidates
        return measures_chapter(self.wording) if found else None
