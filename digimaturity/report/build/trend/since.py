"""What changed since the assessment before: in a sentence, and as marks at the bars of areas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from digimaturity.charts.data import Bar
from digimaturity.domain.comparison import Moved
from digimaturity.domain.questionnaire import Area, Dimension
from digimaturity.report.model.parts import Labelled
from digimaturity.report.trend_words import signed
from digimaturity.report.wording import Wording


def unbroken(words: str) -> str:
    """The words with both figures of ``29 → 44`` on one line."""
    return words.replace(" → ", "\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}")


def since_words(w: Wording) -> str:
    """What changed since the assessment before, and how honestly it can be told; or nothing."""
    if w.change is None:
        return ""
    return " ".join(_sentences(w, w.change.overall))


def _sentences(w: Wording, whole: Moved) -> Iterator[str]:
    t, day, points = w.t, w.t.date(w.context.years[-2].day), whole.points
    if points is None:
        yield t("The overall score cannot be compared with that of {day}.", day=day)
        return
    yield _moved(w, day, points.really)
    if points.full != points.really:
        yield t(
            "The full score shows {full}, because not everything was asked and answered alike.",
            full=signed(w.t, points.full),
        )


def _moved(w: Wording, day: str, points: int) -> str:
    t = w.t
    if not points:
        return t("Like for like, the overall score is what it was on {day}.", day=day)
    if points > 0:
        return t.plural(
            "Like for like, the overall score has risen by one point since {day}.",
            "Like for like, the overall score has risen by {n} points since {day}.",
            points,
            day=day,
        )
    return t.plural(
        "Like for like, the overall score has fallen by one point since {day}.",
        "Like for like, the overall score has fallen by {n} points since {day}.",
        -points,
        day=day,
    )


def with_marks(w: Wording, dimension: Dimension, bars: Sequence[Bar]) -> tuple[Bar, ...]:
    """The bars of a dimension's areas with what they were, where that can be read off a bar."""
    found = []
    for area, bar in zip(dimension.areas, bars, strict=True):
        moved = _alike(w, area)
        if moved is None or moved.points is None:
            found.append(bar)
            continue
        change = signed(w.t, moved.points.really)
        found.append(replace(bar, before=moved.before.shown, change=change))
    return tuple(found)


def marks_note(w: Wording, bars: Sequence[Bar]) -> Labelled | None:
    """What the marks mean, and why an area has none; None where no area has one."""
    t = w.t
    if all(bar.before is None for bar in bars):
        return None
    day = t.date(w.context.years[-2].day)
    words = t("The dotted line is the score of {day}, the small figure the change since.", day=day)
    without = [bar.name for bar in bars if bar.before is None and bar.value is not None]
    if without:
        words += " " + t.plural(
            "{names} was not asked alike and answered anew both times, and has neither.",
            "{names} were not asked alike and answered anew both times, and have neither.",
            len(without),
            names=w.listed(without),
        )
    return Labelled(t("Change"), words)


def _alike(w: Wording, area: Area) -> Moved | None:
    """How an area moved, if both bars rest on what is compared alone: else a mark would mislead."""
    moved = next((one for one in w.change.areas if one.key == area.id), None) if w.change else None
    if moved is None or moved.full_before is None or moved.tally.not_confirmed:
        return None
    pairs = (moved.before, moved.full_before), (moved.after, w.area_score(area))
    return moved if all(one.shown == other.shown for one, other in pairs) else None
