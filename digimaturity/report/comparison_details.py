"""What each of two assessments says to one line: the answers in their words, with comments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from digimaturity.domain.questionnaire import Kind, Question
from digimaturity.domain.responses import State
from digimaturity.domain.side_by_side import Line, Part
from digimaturity.report.build.answers import answer_words, comments_on
from digimaturity.report.comparison_words import Told
from digimaturity.report.wording import Wording


@dataclass(frozen=True, slots=True)
class Detail:
    """What one of the two says: its name, and paragraphs; `asked` ones are questions."""

    name: str
    parts: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One paragraph; `kind` is that of a label: `strong` questions, `secondary` comments."""

    text: str
    kind: str = ""


def details(told: Told, line: Line) -> tuple[Detail, Detail]:
    """Both sides of a line."""
    a, b = (
        Detail(name, tuple(_said(told, line, w, keys, place)))
        for place, (name, w, keys) in enumerate(
            zip(told.names, (told.a, told.b), line.asked, strict=True)
        )
    )
    return a, b


def _said(told: Told, line: Line, w: Wording, keys: tuple[str, ...], place: int) -> Iterator[Said]:
    if line.part not in (Part.QUESTION, Part.BESIDE):
        yield from _scores(told, line, w, place)
        return
    if not keys:
        yield Said(told.t("Not asked"))
    own = told.question(line)[0]
    for key in keys:
        question = w.evaluation.questionnaire.by_id[key]
        if len(keys) > 1 or (line.part is Part.QUESTION and w.text(question.text) != own):
            yield Said(w.text(question.text), "strong")
        yield Said(answer_line(w, question))
        yield from _written(told, line, w, question)


def answer_line(w: Wording, question: Question) -> str:
    """The answer in words, with its level where it has one."""
    result, words = w.result(question), answer_words(w, question)
    if result.state is not State.ANSWERED:
        return words
    if question.kind is Kind.LEVELS and result.level is not None:
        level, every = w.answered_level(result.level), len(question.levels)
        return w.t("Level {level} of {all}: {words}", level=level, all=every, words=words)
    return words


def _written(told: Told, line: Line, w: Wording, question: Question) -> Iterator[Said]:
    """Comments, of one firm alone; where it was corrected also why a level was agreed on."""
    if told.firms:
        return
    for one in comments_on(w, question):
        yield Said(f"{one.who}: {one.text}", "secondary")
    why = w.context.responses.reasons.get(question.id)
    if line.corrected and why:
        yield Said(w.t("Reason: {why}", why=why), "secondary")


def _scores(told: Told, line: Line, w: Wording, place: int) -> Iterator[Said]:
    t, value, full = told.t, (line.a, line.b)[place], line.full[place]
    alike = t("not rated") if value is None else w.points(value)
    yield Said(t("Like for like {points}", points=alike))
    if full is None:
        yield Said(t("Not part of this questionnaire"))
        return
    level = f", {w.level(full.level)}" if full.level is not None else ""
    yield Said(t("Full score {points}", points=w.score(full)) + level)
    if (bounds := w.bounds(full)) != "":
        yield Said(bounds, "secondary")
