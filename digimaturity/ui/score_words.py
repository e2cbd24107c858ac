"""A score in a few words: its points, its bounds, its level, and how far it moved."""

from __future__ import annotations

from digimaturity.domain.scoring import Score
from digimaturity.i18n import Translator


def points(score: Score, t: Translator) -> str:
    """Whole points; that it is not rated; or that it does not apply."""
    if not score.applicable:
        return t("not applicable")
    return t("not rated") if score.shown is None else t.number(score.shown)


def bounded(score: Score) -> bool:
    """Whether its bounds are shown: it is a number, and something is still open."""
    return score.shown is not None and score.coverage < 1


def bounds(score: Score, t: Translator) -> str:
    """``42 to 46``; nothing where all is known or no number is shown."""
    if not bounded(score):
        return ""
    return t("{low} to {high}", low=t.number(score.low), high=t.number(score.high))


def spoken(name: str, score: Score, t: Translator) -> str:
    """A score as a screen reader says it."""
    if score.shown is None:
        return f"{name}: {points(score, t)}"
    words = t(
        "{name}: {score} of 100, level {level}",
        name=name,
        score=points(score, t),
        level=score.level,
    )
    return f"{words}, {bounds(score, t)}" if bounded(score) else words


def moved(before: Score, after: Score) -> bool:
    """Whether anything that is shown of a score is another."""
    return (before.shown, before.low, before.high) != (after.shown, after.low, after.high)


def move(before: Score, after: Score, t: Translator) -> str:
    """``44 → 46 (+1.4)``; the points alone where they are the same."""
    if before.shown == after.shown:
        return points(after, t)
    words = f"{points(before, t)} → {points(after, t)}"
    if before.shown is None or after.shown is None:
        return words
    return f"{words} ({signed(after.shown - before.shown, t)})"


def level_move(before: Score, after: Score, t: Translator) -> str:
    """The level, or from which to which it moved; nothing where it is not rated."""
    if after.level is None:
        return ""
    if before.level == after.level or before.level is None:
        return t("level {level}", level=after.level)
    return t("level {before} → {after}", before=before.level, after=after.level)


def signed(value: float, t: Translator) -> str:
    """A difference in points with its sign and one decimal."""
    sign = "+" if value >= 0 else "−"
    return sign + t.number(abs(value), 1)
