"""The appendix of all answers, with the comments as they were written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.questionnaire import Holder, Kind, Option, Question, Viewpoint
from digimaturity.domain.responses import Respondent, State
from digimaturity.domain.viewpoints import recognisable
from digimaturity.report.carried_words import carried_mark
from digimaturity.report.decision_words import holder_names
from digimaturity.report.model.appendix import AnswerLine, AnswersChapter, AnswerSection, Comment
from digimaturity.report.model.parts import Chapter, Hue
from digimaturity.report.wording import Wording


def answers_chapter(w: Wording) -> AnswersChapter:
    """All answers, in the order of the questionnaire."""
    t, questionnaire = w.t, w.evaluation.questionnaire
    sections = [
        _section(
            w,
            (w.text(dimension.name), w.text(area.name)),
            w.hue(dimension),
            area.questions,
        )
        for dimension in questionnaire.dimensions
        for area in dimension.areas
    ]
    plans = [plan.question for plan in questionnaire.plans]
    sections.append(_section(w, (t("Beside the score"), t("What is planned")), None, plans))
    strategy = [element.question for element in questionnaire.strategy]
    sections.append(_section(w, (t("Beside the score"), t("IT strategy")), None, strategy))
    sections.append(
        _section(w, (t("Beside the score"), t("Technology facts")), None, questionnaire.facts)
    )
    shown = tuple(section for section in sections if section.lines)
    return AnswersChapter(
        Chapter("answers", t("All answers"), t("What was answered")), _intro(w), shown
    )


def _intro(w: Wording) -> str:
    t, said = w.t, w.context.responses
    if len(said.heard) > 1 or said.consensus:
        level = t(
            "The level is the one agreed on, or the mean of the viewpoints’ means. Quoted are the "
            "words of the level that is fully reached."
        )
        return f"{level} {_without_names(w)}".strip()
    return t(
        "Each question with the level chosen and its words, and the comment, where there is one."
    )


def _without_names(w: Wording) -> str:
    """Under what comments stand; nothing where there are none."""
    if not w.options.comments:
        return ""
    t = w.t
    sentence = t("Comments stand under the viewpoint they come from, never under a name.")
    if small := recognisable(w.context.responses, w.options.together):
        names = w.listed([w.viewpoint(view) for view in small])
        sentence += " " + t(
            "Where fewer than three people answered ({names}), those who know the firm can tell "
            "who wrote them.",
            names=names,
        )
    return sentence


def _section(
    w: Wording, titles: tuple[str, str], hue: Hue | None, questions: Sequence[Question]
) -> AnswerSection:
    t = w.t
    lines = [
        _line(w, question)
        for question in questions
        if w.result(question).state is not State.NOT_SHOWN
    ]
    return AnswerSection(*titles, hue, (t("Level"), t("Answer")), tuple(lines))


def _line(w: Wording, question: Question) -> AnswerLine:
    result = w.result(question)
    level = ""
    if result.level is not None and question.kind is Kind.LEVELS:
        level = w.answered_level(result.level)
    words, mark = answer_words(w, question), carried_mark(w, question)
    return AnswerLine(
        w.text(question.text),
        level,
        f"{words} · {mark}" if mark else words,
        known=result.state is State.ANSWERED,
        comments=comments_on(w, question) if w.options.comments else (),
    )


def answer_words(w: Wording, question: Question) -> str:
    """What was answered, in the words of the questionnaire; or that nothing is known."""
    t, result = w.t, w.result(question)
    match result.state:
        case State.DONT_KNOW:
            return t("Don’t know")
        case State.NOT_APPLICABLE:
            return t("Does not apply")
        case State.UNANSWERED | State.NOT_SHOWN:
            return t("Not answered")
    words = _value(w, question, result)
    told = w.told[question.id].by_viewpoint
    if len(told) > 1:
        words = f"{words} ({_views(w, question, told)})"
    return words


def _value(w: Wording, question: Question, result: QuestionResult) -> str:
    t = w.t
    if question.kind is Kind.LEVELS and result.level is not None:
        return w.anchor(question, result.level)
    if isinstance(result.known, bool):
        return t("Yes") if result.known else t("No")
    if isinstance(result.known, frozenset):
        return ", ".join(
            _option(w, option) for option in question.options if option.id in result.known
        )
    if isinstance(result.known, float | int):
        return _number(w, question, float(result.known))
    if question.kind is Kind.TEXT:
        return " · ".join(_texts(w, question))
    return t("Answers differ")


def _option(w: Wording, option: Option) -> str:
    """Who can hold a part of a decision has no text in a questionnaire."""
    return w.text(option.text) if option.text else holder_names(w.t)[Holder(option.id)]


def _number(w: Wording, question: Question, value: float) -> str:
    digits = 0 if value.is_integer() else 2
    match question.unit:
        case None:
            return w.t.number(value, digits)
        case "percent":
            return w.t.percent(value, digits)
        case "mbit_per_s":
            return w.t("{number} Mbit/s", number=w.t.number(value, digits))
    return f"{w.t.number(value, digits)} {question.unit}"


def _texts(w: Wording, question: Question) -> list[str]:
    responses = w.context.responses
    given = [
        responses.answers.get(respondent.id, {}).get(question.id)
        for respondent in responses.respondents
    ]
    return [str(answer.value) for answer in given if answer and isinstance(answer.value, str)]


def _views(w: Wording, question: Question, told: Mapping[Viewpoint, float]) -> str:
    """The level of each viewpoint."""
    levels = len(question.levels) if question.kind is Kind.LEVELS else 2
    return ", ".join(
        f"{w.viewpoint(view)} {w.answered_level(round(1 + score / 100 * (levels - 1), 1))}"
        for view, score in told.items()
    )


def comments_on(w: Wording, question: Question) -> tuple[Comment, ...]:
    """What was written beside the answers to a question (evidence too), from which viewpoint."""
    responses = w.context.responses
    found = []
    for respondent in responses.respondents:
        answer = responses.answers.get(respondent.id, {}).get(question.id)
        if answer is None:
            continue
        reason = answer.state is State.NOT_APPLICABLE
        written = {
            w.t("Reason") if reason else w.t("Comment"): answer.comment.strip(),
            w.t("Evidence"): answer.evidence.strip(),
        }
        found += [
            Comment(_who(w, respondent, kind), text) for kind, text in written.items() if text
        ]
    return tuple(found)


def _who(w: Wording, respondent: Respondent, kind: str) -> str:
    """What a text is; among several people from which viewpoint, and what, if it is no comment.

    Nobody is named: who may be asked is known in the firm, and what was said is read by others.
    """
    if len(w.context.responses.respondents) == 1:
        return kind
    who = w.viewpoint(respondent.viewpoint)
    return who if kind == w.t("Comment") else w.t("{kind}, {who}", kind=kind, who=who)
