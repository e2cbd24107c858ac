"""The questions to talk about: where the gap is widest, who says what, and what to ask."""

from __future__ import annotations

from digimaturity.domain.questionnaire import Kind, Question, Viewpoint
from digimaturity.domain.viewpoints import TO_TALK_ABOUT, Gap, Views
from digimaturity.report.build.gap_words import gap_sentence
from digimaturity.report.model.viewpoints import TalkList, TalkPoint, Voice
from digimaturity.report.wording import Wording


def talk_list(w: Wording, views: Views) -> TalkList:
    """Up to five questions with a notable gap that the group has not agreed on."""
    t, gaps = w.t, views.to_talk_about
    points = tuple(_point(w, number, gap) for number, gap in enumerate(gaps, start=1))
    title = t("Five questions to talk about")
    if len(points) < TO_TALK_ABOUT:
        title = t("Questions to talk about")
    return TalkList(
        title,
        t(
            "The widest gaps that the group has not agreed on yet. Let everybody tell what they "
            "see before anybody judges it: most often all are right, each in their own place."
        ),
        points,
        t("There is no question on which the viewpoints are a level apart and not yet agreed."),
    )


def _point(w: Wording, number: int, gap: Gap) -> TalkPoint:
    asked = w.evaluation.questionnaire
    question, area = asked.by_id[gap.id], asked.area_of[gap.id]
    name = w.text(area.name)
    ordered = sorted(gap.views, key=lambda view: -gap.views[view])
    return TalkPoint(
        str(number),
        w.text(question.text),
        name,
        w.hue(asked.dimension_of[area.id]),
        w.points(gap.size),
        gap_sentence(w, "", gap),
        tuple(_voice(w, question, view, gap.views[view]) for view in ordered),
        prompt(w, question, gap),
    )


def _voice(w: Wording, question: Question, view: Viewpoint, score: float) -> Voice:
    levels = len(question.levels) if question.kind is Kind.LEVELS else 2
    level = round(1 + score / 100 * (levels - 1), 1)
    return Voice(view.value, w.viewpoint(view), w.answered_level(level), w.anchor(question, level))


def prompt(w: Wording, question: Question, gap: Gap) -> str:
    """What to ask each other: the pack's own words, else by who rates higher."""
    if own := w.text(question.talk):
        return own
    t, low = w.t, w.viewpoint(gap.lowest)
    if gap.highest in w.options.together:
        return t(
            "{high}: show by an example from the last months why you rate it so. {low}: tell when "
            "you last met the opposite.",
            high=w.viewpoint(gap.highest),
            low=low,
        )
    return {
        Viewpoint.MANAGEMENT: t(
            "Management: when did you last see for yourself that it works like this? {low}: what "
            "is missing in day-to-day work?",
            low=low,
        ),
        Viewpoint.IT: t(
            "IT: show by an example what is in place. {low}: where does it not reach you?", low=low
        ),
        Viewpoint.BUSINESS: t(
            "Departments: show by an example how it works for you. {low}: what does it take behind "
            "the scenes, and what could break?",
            low=low,
        ),
    }[gap.highest]
