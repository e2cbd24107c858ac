"""The sheet of answers: every question, what each viewpoint said, and what they came to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from digimaturity.domain.consolidation import QuestionResult, consolidate
from digimaturity.domain.questionnaire import (
    Holder,
    Kind,
    Question,
    Viewpoint,
    decision_questions,
)
from digimaturity.domain.responses import Responses, State
from digimaturity.domain.viewpoints import in_one
from digimaturity.report.build.answers import answer_words, comments_on
from digimaturity.report.carried_words import carried_mark
from digimaturity.report.decision_words import holder_names, part_names
from digimaturity.report.model.tables import Cell, Column, Form, Row, Sheet, neat
from digimaturity.report.wording import Wording


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its place in the questionnaire and its words."""

    group: str
    place: str
    question: Question
    text: str


def without_views(w: Wording) -> Wording:
    """The same, but its answers in words do not list what each viewpoint said: columns do."""
    questions = {key: replace(result, by_viewpoint={}) for key, result in w.told.items()}
    return replace(w, evaluation=replace(w.evaluation, questions=questions))


def answers_sheet(w: Wording) -> Sheet:
    """All questions but the technology facts, in the order of the questionnaire."""
    t, views = w.t, _views(w)
    columns = [
        Column(t("Dimension"), 13),
        Column(t("Area"), 16),
        Column(t("Id"), 24),
        Column(t("Question"), 40),
        Column(t("Level"), 8, Form.ONE),
        Column(t("Answer"), 44),
        Column(t("Score"), 10, Form.WHOLE),
        Column(t("Why there is no answer"), 14),
    ]
    for view in views:
        name = w.viewpoint(view)
        columns.append(Column(t("{view}: level", view=name), 12, Form.ONE))
        columns.append(Column(t("{view}: answer", view=name), 30))
    if len(w.context.responses.respondents) > 1:
        columns.append(Column(t("Widest gap between viewpoints, points"), 14, Form.WHOLE))
        columns.append(Column(t("Agreed on by the group"), 12))
    if any(result.carried for result in w.evaluation.questions.values()):
        columns.append(Column(t("Not confirmed"), 14))
    if w.options.comments:
        columns.append(Column(t("Comments"), 40))
    return Sheet(
        "Answers",
        t("Answers"),
        t("Every question with the answer, its level and words; without the technology facts."),
        tuple(columns),
        tuple(_row(w, one, views) for one in _asked(w)),
    )


def comments_of(w: Wording, question: Question) -> str | None:
    """What was written beside a question; among several people, from which viewpoint."""
    alone = len(w.context.responses.respondents) == 1
    plain = w.t("Comment") if alone else ""
    said = (
        one.text if one.who == plain else f"{one.who}: {one.text}"
        for one in comments_on(w, question)
    )
    return "\n".join(said) or None


def answer_in_words(w: Wording, question: Question) -> tuple[str | None, str | None]:
    """The answer in words, and why there is none: one of the two."""
    result = w.result(question)
    if result.state is State.ANSWERED:
        return _words(w, question, result), None
    if result.state is State.NOT_SHOWN:
        return None, w.t("Not asked, since other answers rule it out")
    return None, answer_words(w, question)


def _words(w: Wording, question: Question, result: QuestionResult) -> str:
    words = answer_words(w, question)
    if words or not isinstance(result.known, frozenset):
        return words
    # The options of a decision have no texts in a pack: they are the same everywhere.
    return ", ".join(holder_names(w.t)[Holder(one)] for one in sorted(result.known))


def _asked(w: Wording) -> Iterator[Asked]:
    t, questionnaire = w.t, w.evaluation.questionnaire
    for dimension in questionnaire.dimensions:
        for area in dimension.areas:
            for question in area.questions:
                names = w.text(dimension.name), w.text(area.name)
                yield Asked(*names, question, w.text(question.text))
    beside = t("Beside the score")
    groups = (
        (t("What is planned"), [plan.question for plan in questionnaire.plans]),
        (t("IT strategy"), [element.question for element in questionnaire.strategy]),
    )
    for name, questions in groups:
        for question in questions:
            yield Asked(beside, name, question, w.text(question.text))
    for decision in questionnaire.decisions:
        for question, part in zip(
            decision_questions(decision), part_names(t).values(), strict=True
        ):
            yield Asked(beside, w.text(decision.name), question, part)


def _views(w: Wording) -> dict[Viewpoint, Wording]:
    """What each viewpoint told said by itself; nothing where there is only one."""
    said = in_one(w.context.responses, w.options.together)
    found = {}
    for view in Viewpoint:
        people = tuple(one for one in said.respondents if one.viewpoint is view)
        if people and len(people) < len(said.respondents):
            found[view] = _alone(w, Responses(people, said.answers))
    return found


def _alone(w: Wording, said: Responses) -> Wording:
    questions = {
        key: consolidate(question, said)
        for key, question in w.evaluation.questionnaire.by_id.items()
    }
    evaluation = replace(w.evaluation, questions=questions)
    return replace(w, evaluation=evaluation, context=replace(w.context, responses=said))


def _row(w: Wording, one: Asked, views: dict[Viewpoint, Wording]) -> Row:
    question, result = one.question, w.result(one.question)
    words, why = answer_in_words(w, question)
    cells: list[Cell] = [one.group, one.place, question.id, one.text]
    cells += [_level(question, result), words, result.score, why]
    for view in views.values():
        told, missing = answer_in_words(view, question)
        cells += [_level(question, view.result(question)), told or missing]
    if len(w.context.responses.respondents) > 1:
        cells += [result.gap, result.consensus if result.state is State.ANSWERED else None]
    if any(each.carried for each in w.evaluation.questions.values()):
        cells.append(carried_mark(w, question) or None)
    if w.options.comments:
        cells.append(comments_of(w, question))
    return tuple(cells)


def _level(question: Question, result: QuestionResult) -> Cell:
    if question.kind is not Kind.LEVELS or result.level is None:
        return None
    return neat(result.level, Form.ONE)
