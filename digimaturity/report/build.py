"""Words the whole report: from an Evaluation to a ReportModel in one language."""

from __future__ import annotations

from digimaturity.domain.evaluation import Evaluation
from digimaturity.i18n import Translator
from digimaturity.report.build_answers import answers_chapter
from digimaturity.report.build_benchmark import benchmark_chapter
from digimaturity.report.build_cover import cover
from digimaturity.report.build_dimension import dimension_chapter
from digimaturity.report.build_glossary import glossary_chapter
from digimaturity.report.build_leading import leading_chapter
from digimaturity.report.build_measures import measures_chapter
from digimaturity.report.build_method import contents, method_chapter
from digimaturity.report.build_summary import summary
from digimaturity.report.model.report import ReportModel, Running
from digimaturity.report.wording import ReportContext, Wording


def build_report(evaluation: Evaluation, context: ReportContext, t: Translator) -> ReportModel:
    """The report as data. Pure: the same input gives an equal model.

    A chapter without any data is left out; the summary says what is missing.
    """
    w = Wording(evaluation, context, t)
    title = t("{company}: digital readiness {year}", company=w.company, year=context.day.year)
    dimensions = tuple(
        dimension_chapter(w, dimension)
        for dimension in evaluation.questionnaire.dimensions
        if w.dimension_score(dimension).value is not None
    )
    measures = measures_chapter(w) if evaluation.candidates else None
    answers = answers_chapter(w)
    return ReportModel(
        language=t.language,
        title=title,
        subject=t("Digital readiness assessment {year}", year=context.day.year),
        author=context.organisation or context.mentor or w.company,
        day=context.day,
        running=_running(w),
        cover=cover(w),
        contents=contents(w),
        summary=summary(w),
        benchmark=benchmark_chapter(w),
        dimensions=dimensions,
        leading=leading_chapter(w),
        measures=measures,
        answers=answers,
        glossary=glossary_chapter(w, (dimensions, measures, answers)),
        method=method_chapter(w),
        page_size=context.page_size,
    )


def _running(w: Wording) -> Running:
    t, questionnaire = w.t, w.evaluation.questionnaire
    foot = " · ".join(
        (
            t("Digital readiness assessment {year}", year=w.context.day.year),
            t.date(w.context.day),
            t("questionnaire {version}", version=questionnaire.version),
        )
    )
    mark = t("Sample") if w.context.sample else ""
    return Running(w.company, mark, foot, t("{page} of {pages}"))
