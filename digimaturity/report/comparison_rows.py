"""The rows of two assessments side by side: what each line says, in a few words."""

from __future__ import annotations

from dataclasses import dataclass

from digimaturity.domain.questionnaire import Kind
from digimaturity.domain.scoring import shown_points
from digimaturity.domain.side_by_side import Line, Part, Standing
from digimaturity.domain.trend import Fate
from digimaturity.i18n import Translator
from digimaturity.report.build.answers import answer_words
from digimaturity.report.comparison_words import Told, signed
from digimaturity.report.wording import Wording

#: Of an answer that differs by no points, of no difference, and of none that is known.
_SIGNS = {Standing.OTHER: "≠", Standing.SAME: "=", Standing.NOT_COMPARABLE: "–"}


@dataclass(frozen=True, slots=True)
class RowWords:
    """A line as it is shown: points or nothing, the difference with a sign, and what else is known.

    `said` is all of it for those who hear it.
    """

    name: str
    about: str
    a: str
    b: str
    change: str
    said: str


def row_words(told: Told, line: Line) -> RowWords:
    """The words of one line."""
    t, name, about = told.t, told.name(line), about_words(told, line)
    a, b = (_points(t, value) for value in (line.a, line.b))
    change = change_spoken(told, line)
    if line.standing is Standing.NOT_COMPARABLE and about:
        change = ""  # what is known about it tells why
    parts = [name, f"A {a}" if a else "", f"B {b}" if b else "", change, about]
    said = ", ".join(part.rstrip(".") for part in parts if part)
    return RowWords(name, about, a, b, change_sign(t, line), said)


def change_sign(t: Translator, line: Line) -> str:
    """``↑ +6``, ``↓ −6``, ``=``; ``≠`` for another answer, ``–`` where nothing can be said."""
    if line.rise is None or not line.rise:
        return _SIGNS[line.standing]
    arrow, sign = ("↑", "+") if line.rise > 0 else ("↓", "−")
    n = change_points(line)
    return f"{arrow} {sign}{t.number(abs(n))}" if n else f"{arrow} <1"


def change_points(line: Line) -> int:
    """The difference of the points that are shown; 0 where none is known."""
    if line.rise is None or line.a is None or line.b is None:
        return 0
    return shown_points(line.b) - shown_points(line.a)


def change_spoken(told: Told, line: Line) -> str:
    """The difference in words."""
    t, n = told.t, abs(change_points(line))
    match line.standing:
        case Standing.HIGHER if told.onwards:
            if not n:
                return t("rose by less than a point")
            return t.plural("rose by {n} point", "rose by {n} points", n)
        case Standing.LOWER if told.onwards:
            if not n:
                return t("fell by less than a point")
            return t.plural("fell by {n} point", "fell by {n} points", n)
        case Standing.HIGHER | Standing.LOWER if not n:
            return t("less than a point apart")
        case Standing.HIGHER:
            return t.plural("B {n} point higher", "B {n} points higher", n)
        case Standing.LOWER:
            return t.plural("B {n} point lower", "B {n} points lower", n)
        case Standing.SAME:
            return t("the same")
        case Standing.OTHER:
            return t("answered differently")
    return _fate(told, line) or t("not comparable")


def about_words(told: Told, line: Line) -> str:
    """The levels, and what has to be known besides."""
    if line.part in (Part.QUESTION, Part.BESIDE):
        parts = [_fate(told, line), _levels(told, line)]
        if line.corrected:
            parts.insert(0, told.t("corrected"))
    else:
        parts = _of_part(told, line)
    return " · ".join(part for part in parts if part)


def _of_part(told: Told, line: Line) -> list[str]:
    """Of the whole, a dimension or an area: levels, full scores, and what is not a change."""
    t, points = told.t, line.points
    full = [one for one in line.full if one is not None and one.shown is not None]
    if len(full) < len(line.full):
        return [] if line.rise is not None else [t("not rated in both")]
    a, b = full
    parts = [t("level {level}", level=_pair(told, str(a.level), str(b.level)))]
    shown = [shown_points(one.shown or 0.0) for one in full]
    if [_points(t, one) for one in (line.a, line.b)] != [t.number(one) for one in shown]:
        both = _pair(told, *(t.number(one) for one in shown))
        parts.append(t("full score {points}", points=both))
    if points is not None and points.questionnaire:
        parts.append(_unlike(told, signed(t, points.questionnaire)))
    if points is not None and points.unconfirmed:
        parts.append(t("not re-checked {points}", points=signed(t, points.unconfirmed)))
    return parts


def _unlike(told: Told, points: str) -> str:
    """What of the full scores' difference comes from questions that are not compared."""
    packs = [w.evaluation.questionnaire.fingerprint for w in (told.a, told.b)]
    if packs[0] == packs[1]:
        return told.t("questions answered in one only {points}", points=points)
    return told.t("questionnaire alone {points}", points=points)


def _fate(told: Told, line: Line) -> str:
    """Why a question is not compared."""
    t = told.t
    match line.fate:
        case Fate.ADDED | Fate.DROPPED if told.onwards:
            return t("not asked before") if not line.asked[0] else t("no longer asked")
        case Fate.ADDED | Fate.DROPPED:
            return t("asked only in B") if not line.asked[0] else t("asked only in A")
        case Fate.RESCALED:
            return t("another scale")
        case Fate.NOT_CONFIRMED:
            return t("not re-checked")
        case Fate.NOT_ANSWERED:
            return _unanswered(told, line)
        case Fate.NOT_APPLICABLE:
            return t("does not apply in both")
    return ""


def _unanswered(told: Told, line: Line) -> str:
    t = told.t
    if line.a is None and line.b is None:
        return t("not answered")
    return t("not answered in A") if line.a is None else t("not answered in B")


def _levels(told: Told, line: Line) -> str:
    """``level 2 → 3``; yes and no by their words; of several questions how many they are."""
    sides = list(zip((told.a, told.b), line.asked, strict=True))
    if line.part is Part.BESIDE:
        return _pair(
            told, *(answer_words(w, w.evaluation.questionnaire.by_id[keys[0]]) for w, keys in sides)
        )
    several = max(len(keys) for _, keys in sides)
    if several > 1:
        return told.t("formed from {n} questions", n=several)
    scaled = line.fate is Fate.RESCALED
    levels = (_level(w, keys[0], scaled=scaled) for w, keys in sides if keys)
    known = [one for one in levels if one[1]]
    if not known:
        return ""
    words = _pair(told, *(one for _, one in known)) if len(known) == len(sides) else known[0][1]
    return told.t("level {level}", level=words) if known[0][0] is Kind.LEVELS else words


def _level(w: Wording, key: str, *, scaled: bool) -> tuple[Kind, str]:
    """What was answered in a word, where there is one: a level, yes or no."""
    question, result = w.evaluation.questionnaire.by_id[key], w.evaluation.questions[key]
    if result.level is None:
        return question.kind, ""
    if question.kind is Kind.LEVELS:
        level, every = w.answered_level(result.level), len(question.levels)
        words = w.t("{level} of {all}", level=level, all=every) if scaled else level
        return question.kind, words
    return question.kind, w.anchor(question, result.level)


def _pair(told: Told, a: str, b: str) -> str:
    """Both, where they differ; an arrow only leads from one to what became of it."""
    if a == b:
        return a
    return f"{a} → {b}" if told.onwards else f"A {a}, B {b}"


def _points(t: Translator, value: float | None) -> str:
    return "" if value is None else t.number(shown_points(value))
