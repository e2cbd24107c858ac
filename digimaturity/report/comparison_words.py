"""Two assessments side by side in words: what rose and fell, or how two firms differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from digimaturity.domain.questionnaire import Question, decision_questions
from digimaturity.domain.scoring import shown_points
from digimaturity.domain.side_by_side import Line, Part, SideBySide
from digimaturity.domain.trend import Fate, NothingAlike
from digimaturity.i18n import Translator
from digimaturity.report.decision_words import part_names
from digimaturity.report.model.parts import Hue
from digimaturity.report.same_view_words import same_view_words
from digimaturity.report.wording import Wording


@dataclass(frozen=True)
class Told:
    """A comparison with the words for it; `names` are what A and B are called.

    `firms` tells that they are of two firms, `revisions` that they are of one assessment, and
    `onwards` that B is a later one of the same firm: only then something rose or fell.
    """

    found: SideBySide
    a: Wording
    b: Wording
    names: tuple[str, str]
    firms: bool = False
    onwards: bool = True
    revisions: bool = False

    @property
    def t(self) -> Translator:
        """The language of all words."""
        return self.b.t

    @property
    def older(self) -> Wording:
        """The earlier of the two."""
        return self.b if self.found.turned else self.a

    @property
    def newer(self) -> Wording:
        """The later one, whose order and names count."""
        return self.a if self.found.turned else self.b

    @cached_property
    def hues(self) -> Mapping[str, Hue]:
        """The colour of each dimension, area and rated question of both."""
        found: dict[str, Hue] = {}
        for w in (self.older, self.newer):
            for dimension in w.evaluation.questionnaire.dimensions:
                keys = [area.id for area in dimension.areas]
                keys += [one.id for area in dimension.areas for one in area.questions]
                found |= dict.fromkeys([dimension.id, *keys], w.hue(dimension))
        return found

    def name(self, line: Line) -> str:
        """What a line is about."""
        match line.part:
            case Part.WHOLE:
                return self.t("Overall")
            case Part.DIMENSION | Part.AREA:
                return self._names[line.key]
        return self.question(line)[0]

    def question(self, line: Line) -> tuple[str, Question]:
        """The question of a line, as it was asked last."""
        for w in (self.newer, self.older):
            found = w.evaluation.questionnaire.by_id.get(line.key)
            if found is not None:
                return self._decisions.get(line.key) or w.text(found.text), found
        raise KeyError(line.key)

    @cached_property
    def _names(self) -> dict[str, str]:
        w = self.newer
        asked = w.evaluation.questionnaire
        dimensions = {one.id: w.text(one.name) for one in asked.dimensions}
        return dimensions | {one.id: w.text(one.name) for one in asked.areas}

    @cached_property
    def _decisions(self) -> dict[str, str]:
        """The parts of a decision have no texts in a pack."""
        return {
            one.id: f"{w.text(decision.name)}: {part}"
            for w in (self.older, self.newer)
            for decision in w.evaluation.questionnaire.decisions
            for one, part in zip(
                decision_questions(decision), part_names(self.t).values(), strict=True
            )
        }


def moment(t: Translator, day: date, revision: int, of: int, pack: str = "") -> str:
    """What an assessment is called among others: its day, and which of how many revisions it is.

    `revision` is 0 while it takes answers, `of` how often it was signed off; `pack` is the name of
    its questionnaire where that has to be told.
    """
    parts = [t.date(day), pack]
    if not revision:
        parts.append(t("being corrected") if of else t("in progress"))
    elif of > 1:
        parts.append(t("revision {n} of {all}", n=revision, all=of))
    return " · ".join(part for part in parts if part)


def statement(told: Told) -> str:
    """What came of it, in one sentence."""
    t, whole = told.t, told.found.whole
    if whole.a is None or whole.b is None:
        return t("Like for like, there is no score to compare.")
    a, b = shown_points(whole.a), shown_points(whole.b)
    if not whole.rise:
        return t("Like for like, the score is the same: {b}.", b=b)
    if a == b:
        return t("Like for like, the scores are less than one point apart: {b}.", b=b)
    if told.onwards:
        return _moved(t, a, b)
    if b > a:
        return t.plural(
            "Like for like, B is one point higher than A: {b} against {a}.",
            "Like for like, B is {n} points higher than A: {b} against {a}.",
            b - a,
            a=a,
            b=b,
        )
    return t.plural(
        "Like for like, B is one point lower than A: {b} against {a}.",
        "Like for like, B is {n} points lower than A: {b} against {a}.",
        a - b,
        a=a,
        b=b,
    )


def _moved(t: Translator, a: int, b: int) -> str:
    if b > a:
        return t.plural(
            "Like for like, the score rose by one point: {a} → {b}.",
            "Like for like, the score rose by {n} points: {a} → {b}.",
            b - a,
            a=a,
            b=b,
        )
    return t.plural(
        "Like for like, the score fell by one point: {a} → {b}.",
        "Like for like, the score fell by {n} points: {a} → {b}.",
        a - b,
        a=a,
        b=b,
    )


def explanation(told: Told) -> str:
    """Over how many questions, what only the questionnaire does, and what else has to be known."""
    return " ".join(part for part in _explained(told) if part)


def _explained(told: Told) -> Iterator[str]:
    t, found = told.t, told.found
    why = nothing_alike(told)
    if why:
        yield why
    else:
        trend = found.comparison.trend
        yield t.plural(
            "Compared: {compared} of {n} question.",
            "Compared: {compared} of {n} questions, asked alike and answered in both.",
            trend.asked,
            compared=len(trend.compared),
        )
        if trend.few:
            yield t("This is less than half of what the newer one asks.")
        yield _in_full(told)
    if told.revisions:
        corrected = sum(one.corrected for one in found.questions)
        yield (
            t.plural("One answer was corrected.", "{n} answers were corrected.", corrected)
            if corrected
            else t("No answer was corrected.")
        )
    unchecked = sum(one.fate is Fate.NOT_CONFIRMED for one in found.questions)
    if unchecked:
        yield t.plural(
            "One answer was carried over and not re-checked; it tells of no change.",
            "{n} answers were carried over and not re-checked; they tell of no change.",
            unchecked,
        )
    older = sum(one.since_earlier for one in found.comparison.changed)
    if older and told.onwards:
        yield t.plural(
            "One change is of an answer that had not been re-checked in A, so it may be older.",
            "{n} changes are of answers that had not been re-checked in A, so they may be older.",
            older,
        )
    yield _index(told)
    if found.comparison.other_views and not why:
        yield t("In A and B other viewpoints answered; this alone makes scores differ.")
        if told.onwards:
            yield same_view_words(told.newer, found.comparison)


def _in_full(told: Told) -> str:
    """What each was scored by itself, where that is not the same."""
    t, whole = told.t, told.found.whole
    full = [one.shown for one in whole.full if one is not None]
    if whole.points is None or len(full) < len(whole.full) or None in full:
        return ""
    a, b = (shown_points(one or 0.0) for one in full)
    by_questionnaire = whole.points.questionnaire
    if by_questionnaire:
        return t.plural(
            "Full scores: {a} and {b}; {points} point comes only from other questions, weights or"
            " missing answers.",
            "Full scores: {a} and {b}; {points} points come only from other questions, weights or"
            " missing answers.",
            abs(by_questionnaire),
            a=a,
            b=b,
            points=signed(t, by_questionnaire),
        )
    if [shown_points(one) for one in (whole.a, whole.b) if one is not None] == [a, b]:
        return ""
    return t("Full scores: {a} and {b}.", a=a, b=b)


def _index(told: Told) -> str:
    """The index of both, where it was counted alike and there is a difference."""
    moved = told.found.comparison.index
    if moved is None or not moved.same or moved.before is None or moved.after is None:
        return ""
    old, new = (
        f"{one.low}" if one.low == one.high else f"{one.low}–{one.high}"
        for one in (moved.before, moved.after)
    )
    if old == new:
        return ""
    a, b = (new, old) if told.found.turned else (old, new)
    if told.onwards:
        return told.t("Digital Intensity Index: {a} → {b}.", a=a, b=b)
    return told.t("Digital Intensity Index: A {a}, B {b}.", a=a, b=b)


def signed(t: Translator, points: int) -> str:
    """Points with their sign: ``+6``, ``−6``."""
    return ("+" if points > 0 else "−") + t.number(abs(points))


def nothing_alike(told: Told) -> str:
    """Why nothing can be compared; empty where something can."""
    t = told.t
    match told.found.comparison.overall.tally.missing:
        case NothingAlike.OTHER_QUESTIONS:
            return t("Nothing can be compared: no question is asked in both.")
        case NothingAlike.RESCALED:
            return t("Nothing can be compared: what both ask has another scale in one of them.")
        case NothingAlike.NOT_ANSWERED:
            return t("Nothing can be compared: no question that both ask is answered in both.")
    return ""
