"""How the leadership profile and the strategy check came about, question by question."""

from __future__ import annotations

from dataclasses import replace

from digimaturity.domain.conditions import questions_in
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.profiles import BORDER, THRESHOLD, ElementResult
from digimaturity.domain.questionnaire import Drive
from digimaturity.domain.responses import State
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.ui.why_lines import Why, WhyGroup, WhyLine, question_line, weighted_mean


def why_leadership(evaluation: Evaluation, t: Translator) -> Why | None:
    """The questions behind the two drives; None without a profile."""
    profile = evaluation.leadership
    if profile is None:
        return None
    rules = (
        t("Each drive is the mean of the questions that tell of it; all of them count alike."),
        t(
            "From {n} points on a drive is there. Within {border} points of that, the profile is"
            " on the border.",
            n=t.number(THRESHOLD),
            border=t.number(BORDER),
        ),
        t("With fewer than half of the questions of a drive answered, there is no profile."),
    )
    shown = f"{t.number(profile.it)} / {t.number(profile.business)}"
    groups = (
        _drive(evaluation, Drive.IT, t("Drive from IT"), profile.it, t),
        _drive(evaluation, Drive.BUSINESS, t("Drive from business"), profile.business, t),
    )
    return Why(t("Leadership profile"), shown, rules=rules, groups=groups)


def why_strategy(evaluation: Evaluation, t: Translator) -> Why | None:
    """The question behind each element of the strategy; None where it is not known."""
    check = evaluation.strategy
    if check is None:
        return None
    there = sum(not one.missing and one.score is not None for one in check.elements)
    rules = (
        t("Each element has a question of its own; level 1 to 5 gives 0 to 100 points."),
        t(
            "At level 1 an element is missing. Where there is no IT strategy, all are, and they"
            " are not asked for."
        ),
        t("None of this counts in the readiness score."),
    )
    shown = t("{n} of {all}", n=there, all=len(check.elements))
    lines = tuple(
        line for one in check.elements if (line := _element(evaluation, one, t)) is not None
    )
    return Why(t("Strategy check"), shown, rules=rules, lines=lines)


def _drive(
    evaluation: Evaluation, drive: Drive, name: str, score: float, t: Translator
) -> WhyGroup:
    results = evaluation.questions
    tagged = [q for q in evaluation.questionnaire.rated_questions if q.drive is drive]
    lines = tuple(
        replace(question_line(q, results[q.id], t), weight="")
        for q in tagged
        if results[q.id].applicable
    )
    known = [(1.0, value) for q in tagged if (value := results[q.id].score) is not None]
    total = weighted_mean(known, t)
    return WhyGroup(f"{name}: {t.number(score)}", (total,) if total else (), lines)


def _element(evaluation: Evaluation, one: ElementResult, t: Translator) -> WhyLine | None:
    """An element's question; where it is not asked, the way leads to what decides that."""
    question = next(e.question for e in evaluation.questionnaire.strategy if e.id == one.element)
    result = evaluation.questions[question.id]
    if result.state is not State.NOT_SHOWN:
        return replace(question_line(question, result, t), weight="")
    asked_first = next(questions_in(question.show_if), "") if question.show_if else ""
    name = text_in(question.text, t.language)
    return WhyLine(name, t("missing"), t.number(0), "", asked_first, is_question=True)
