"""Words the slides for the management meeting, with the builders that word the report."""

from __future__ import annotations

from digimaturity.domain.evaluation import Evaluation
from digimaturity.i18n import Translator
from digimaturity.report.build.bars import groups_words
from digimaturity.report.build.cover import confidential, cover
from digimaturity.report.build.paper import paper
from digimaturity.report.build.slides_actions import decisions_slide, measures_slide
from digimaturity.report.build.slides_compared import compared_slide
from digimaturity.report.build.slides_decisions import decision_slide
from digimaturity.report.build.slides_leading import leading_slide
from digimaturity.report.build.slides_result import (
    areas_slide,
    asked_source,
    findings_slide,
    result_slide,
)
from digimaturity.report.build.slides_roadmap import roadmap_slide
from digimaturity.report.build.slides_trend import trend_slide
from digimaturity.report.build.slides_viewpoints import viewpoints_slide
from digimaturity.report.model.slides import Columns, CoverSlide, Prompts, SlidesModel
from digimaturity.report.wording import ReportContext, Wording


def build_slides(evaluation: Evaluation, context: ReportContext, t: Translator) -> SlidesModel:
    """The slides as data. Pure: the same input gives an equal model.

    They are eight. There is one more where several viewpoints answered, one of the decision map,
    one of the plan, and one of what changed since earlier years. Where there are no data for one of
    the eight, it says what is missing.
    Names of people who answered, and what they wrote to their answers, are not in it.
    """
    w = Wording(evaluation, context, t)
    subject = t("Digital readiness assessment {year}", year=context.day.year)
    title = t("{company}: digital readiness {year}", company=w.company, year=context.day.year)
    frame = paper(w, subject, title)
    marks = (t("Sample") if context.sample else "", t("Draft") if context.draft else "")
    return SlidesModel(
        language=t.language,
        title=frame.title,
        subject=subject,
        author=frame.author,
        day=frame.day,
        foot=subject,
        mark=" · ".join(mark for mark in marks if mark),
        cover=_cover(w, frame.code),
        slides=(
            result_slide(w),
            areas_slide(w),
            findings_slide(w),
            *((moved,) if (moved := trend_slide(w)) else ()),
            compared_slide(w),
            *((viewpoints,) if (viewpoints := viewpoints_slide(w)) else ()),
            leading_slide(w),
            *((decided,) if (decided := decision_slide(w)) else ()),
            measures_slide(w),
            *((planned,) if (planned := roadmap_slide(w)) else ()),
            decisions_slide(w),
        ),
        prompts=Prompts(
            t("Cover"),
            t("Statement"),
            t("A statement in one sentence"),
            t("What it rests on"),
            t("Source, year, number"),
            t("Mark"),
        ),
        brand=frame.brand,
    )


def _cover(w: Wording, code: str) -> CoverSlide:
    t, page = w.t, cover(w)
    questionnaire = t(
        "{name}, version {version}",
        name=w.text(w.evaluation.questionnaire.name),
        version=w.evaluation.questionnaire.version,
    )
    return CoverSlide(
        page.company,
        page.title,
        f"{t.date(w.context.day)} · {questionnaire}",
        page.sender.label if page.sender else "",
        Columns(page.groups, groups_words(w, page.groups), page.caption),
        confidential(w),
        (
            asked_source(w),
            *(f"{fact.label}: {fact.text.replace(chr(10), ', ')}" for fact in page.facts),
            *(" ".join(part for part in (n.label, n.text) if part) for n in page.notes),
            t("Code of the data and options that these slides were made from: {code}", code=code),
        ),
    )
