"""Words the whole report: from an Evaluation to a ReportModel in one language."""

from __future__ import annotations

from dataclasses import dataclass, replace

from digimaturity.domain.evaluation import Evaluation
from digimaturity.i18n import Translator
from digimaturity.report.build.answers import answers_chapter
from digimaturity.report.build.benchmark import benchmark_chapter
from digimaturity.report.build.cover import cover
from digimaturity.report.build.dimension import dimension_chapter, dimension_key
from digimaturity.report.build.foreword import foreword
from digimaturity.report.build.glossary import glossary_chapter
from digimaturity.report.build.leading import leading_chapter
from digimaturity.report.build.measures import measures_chapter
from digimaturity.report.build.method import contents, method_chapter
from digimaturity.report.build.paper import paper
from digimaturity.report.build.planning import landscape, roadmap
from digimaturity.report.build.planning.landscape import landscape_chapter
from digimaturity.report.build.planning.roadmap import roadmap_chapter
from digimaturity.report.build.summary import summary
from digimaturity.report.build.trend import chapter as trend
from digimaturity.report.build.trend.chapter import trend_chapter
from digimaturity.report.model.report import ReportModel
from digimaturity.report.wording import ReportContext, Wording

#: Without these chapters a report could not be read or judged.
_NEEDED = frozenset({"foreword", "contents", "summary", "method"})


@dataclass(frozen=True, slots=True)
class ChapterChoice:
    """A chapter that the report has; `optional` when the user may leave it out."""

    key: str
    name: str
    optional: bool


def chapters_of(
    evaluation: Evaluation, context: ReportContext, t: Translator
) -> tuple[ChapterChoice, ...]:
    """All chapters for which there are data, in their order, also those that are left out now."""
    everything = replace(context, options=replace(context.options, left_out=frozenset()))
    model = build_report(evaluation, everything, t)
    return tuple(
        ChapterChoice(one.key, one.name, one.key not in _NEEDED) for one in model.chapters()
    )


def build_report(evaluation: Evaluation, context: ReportContext, t: Translator) -> ReportModel:
    """The report as data. Pure: the same input gives an equal model.

    A chapter without any data is left out, as is what the user does without; the summary says what
    is missing.
    """
    w = Wording(evaluation, context, t)
    year = context.day.year
    common = paper(
        w,
        t("Digital readiness assessment {year}", year=year),
        t("{company}: digital readiness {year}", company=w.company, year=year),
    )
    dimensions = tuple(
        dimension_chapter(w, dimension)
        for dimension in evaluation.questionnaire.dimensions
        if w.dimension_score(dimension).value is not None and w.wanted(dimension_key(dimension))
    )
    measured = evaluation.candidates and w.wanted("measures")
    measures = measures_chapter(w) if measured else None
    answers = answers_chapter(w) if w.wanted("answers") else None
    parts = (dimensions, measures, answers)
    return ReportModel(
        language=common.language,
        title=common.title,
        subject=common.subject,
        author=common.author,
        day=common.day,
        running=common.running,
        cover=cover(w),
        contents=contents(w),
        summary=summary(w),
        benchmark=benchmark_chapter(w) if w.wanted("benchmark") else None,
        dimensions=dimensions,
        leading=leading_chapter(w) if w.wanted("leading") else None,
        landscape=landscape_chapter(w) if w.wanted(landscape.KEY) else None,
        measures=measures,
        roadmap=roadmap_chapter(w) if w.wanted(roadmap.KEY) else None,
        trend=trend_chapter(w) if w.wanted(trend.KEY) else None,
        answers=answers,
        glossary=glossary_chapter(w, parts) if w.wanted("glossary") else None,
        method=method_chapter(w, common),
        page_size=common.page_size,
        foreword=foreword(w),
        brand=common.brand,
        code=common.code,
        versions=common.versions,
    )
