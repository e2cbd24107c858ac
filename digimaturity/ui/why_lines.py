"""What an explanation is made of: rules, sums, and lines that lead to what they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import floor

from digimaturity.domain.consolidation import QuestionResult, settled
from digimaturity.domain.questionnaire import Kind, Question
from digimaturity.domain.responses import Responses, State
from digimaturity.domain.texts import text_in
from digimaturity.domain.what_if import levels_of
from digimaturity.i18n import Translator
from digimaturity.report.carried_words import unconfirmed
from digimaturity.ui.people import viewpoint_name

#: Two decimals are kept of what is shown with one; what needs more is "about".
_TENTH = 0.1


@dataclass(frozen=True, slots=True)
class WhyLine:
    """One part that went into a figure: its name, what it gave, its points, its weight.

    `target` is what to look at next: the key of another score, or the id of a question. `words`
    are those of the level that was answered, `note` why a group agreed on it.
    """

    name: str
    detail: str
    points: str
    weight: str
    target: str
    words: str = ""
    is_question: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class WhyGroup:
    """Lines under a heading of their own, with what there is to say of them."""

    title: str
    notes: tuple[str, ...]
    lines: tuple[WhyLine, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """Everything about one figure. `total` is the computation with its numbers."""

    title: str
    result: str
    reading: str = ""
    rules: tuple[str, ...] = ()
    total: str = ""
    lines: tuple[WhyLine, ...] = ()
    groups: tuple[WhyGroup, ...] = ()


def number(value: float, t: Translator) -> str:
    """A number with one decimal where it is not whole."""
    return t.number(value, 0 if float(value).is_integer() else 1)


def weighted_mean(parts: Sequence[tuple[float, float]], t: Translator) -> str:
    """``(50 + 75) / 2 = 62.5`` of weights and values; with the weights where they differ."""
    if len(parts) < 2:  # noqa: PLR2004 - one part is its own mean
        return ""
    alike = len({weight for weight, _ in parts}) == 1
    whole = sum(1 if alike else weight for weight, _ in parts)
    mean = sum((1 if alike else weight) * value for weight, value in parts) / whole
    words = (
        number(value, t) if alike else f"{_exact(weight, t)} · {number(value, t)}"
        for weight, value in parts
    )
    tenths = settled(mean / _TENTH)
    sign = "=" if tenths.is_integer() and all(_whole_tenths(value) for _, value in parts) else "≈"
    return f"({' + '.join(words)}) / {_exact(whole, t)} {sign} {number_of_mean(mean, t)}"


def number_of_mean(mean: float, t: Translator) -> str:
    """With one decimal unless it is whole, whatever the last binary digits are."""
    return number(round(mean, 1), t)


def weight_words(weight: float, t: Translator) -> str:
    """``weight 2``."""
    return t("weight {weight}", weight=_exact(weight, t))


def question_line(question: Question, result: QuestionResult, t: Translator) -> WhyLine:
    """A question with what was said to it, its points and its weight."""
    shown = t.number(result.score) if result.score is not None else "–"
    name = text_in(question.text, t.language)
    weight = weight_words(question.weight, t)
    said, words = said_to(question, result, t), anchor(question, result.level, t)
    return WhyLine(name, said, shown, weight, question.id, words=words, is_question=True)


def with_reasons(why: Why, said: Responses, t: Translator) -> Why:
    """The same with the reasons of the levels that were agreed on in the workshop."""

    def noted(part: WhyLine) -> WhyLine:
        reason = said.reasons.get(part.target, "")
        if not (part.is_question and reason and part.target in said.consensus):
            return part
        return replace(part, note=t("Reason: {reason}", reason=reason))

    return replace(why, lines=tuple(map(noted, why.lines)))


def anchor(question: Question, level: float | None, t: Translator) -> str:
    """The words of the level that is fully reached."""
    if level is None or not question.levels:
        return ""
    return text_in(question.levels[max(floor(level), 1) - 1], t.language)


def said_to(question: Question, result: QuestionResult, t: Translator) -> str:
    """The level, and whose answers made it where there are several; or that there is none."""
    words = _said(question, result, t)
    return f"{words} · {unconfirmed(t)}" if result.carried else words


def _said(question: Question, result: QuestionResult, t: Translator) -> str:
    if result.level is None:
        return {
            State.DONT_KNOW: t("don’t know"),
            State.NOT_APPLICABLE: t("not applicable"),
        }.get(result.state, t("not answered"))
    if question.kind is Kind.YES_NO and result.level in (1, 2):
        words = t("yes") if result.level > 1 else t("no")
    else:
        words = t("level {level}", level=number(result.level, t))
    if result.consensus:
        return f"{words} · {t('agreed in the workshop')}"
    views = _by_viewpoint(question, result, t)
    return f"{words} · {t('mean of {views}', views=views)}" if views else words


def _by_viewpoint(question: Question, result: QuestionResult, t: Translator) -> str:
    """``Management 3, IT 2``: the mean level of each viewpoint, where several answered."""
    if len(result.by_viewpoint) < 2:  # noqa: PLR2004 - a mean of several
        return ""
    top = levels_of(question)
    return ", ".join(
        f"{viewpoint_name(view, t)} {number(round(1 + score / 100 * (top - 1), 2), t)}"
        for view, score in result.by_viewpoint.items()
    )


def _exact(weight: float, t: Translator) -> str:
    return t.number(weight, 0 if float(weight).is_integer() else 2)


def _whole_tenths(value: float) -> bool:
    return settled(value / _TENTH).is_integer()
