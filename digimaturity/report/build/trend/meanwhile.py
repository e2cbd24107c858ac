"""What was done between two assessments, and what moved in the same period; never as its effect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from digimaturity.domain.comparison import Comparison
from digimaturity.domain.deeds import Deed, Period, moved_alone
from digimaturity.report.build.trend.since import unbroken
from digimaturity.report.deed_words import (
    became_words,
    counts_words,
    deed_title,
    meanwhile_words,
    period_rate_words,
    period_title,
    planned_words,
)
from digimaturity.report.model.parts import Labelled
from digimaturity.report.model.planning import Lines, PlanTable, Section
from digimaturity.report.trend_words import History
from digimaturity.report.wording import Wording, short_name

#: So many questions stand beside a measure; the others are counted.
_BESIDE = 4


def meanwhile_sections(w: Wording, history: History) -> Iterator[Section]:
    """The last period measure by measure, the ones before in a line each."""
    t, told = w.t, [one for one in w.context.periods if one.deeds]
    if not told:
        return
    last, step = w.context.periods[-1], history.steps[-1]
    before = [_before(w, one) for one in reversed(told) if one is not last]
    if last.deeds:
        lines = (*_alone(w, last, step), *before)
        parts = (_table(w, last, step), *((Lines(lines),) if lines else ()))
        title = t("What was done from {period}", period=period_title(t, last))
        yield Section(title, " ".join(_note(w, last)), parts)
    else:
        yield Section(t("What was done"), "", (Lines(tuple(before)),))


def _before(w: Wording, period: Period) -> Labelled:
    t = w.t
    words = f"{counts_words(t, period)}. {period_rate_words(t, period)}"
    return Labelled(period_title(t, period), words)


def _note(w: Wording, period: Period) -> Iterator[str]:
    yield period_rate_words(w.t, period)
    yield w.t(
        "Beside each measure stands what moved in the same period; that does not make it the cause."
    )


def _table(w: Wording, period: Period, step: Comparison) -> PlanTable:
    t = w.t
    return PlanTable(
        t("Measures"),
        (t("Measure"), t("What became of it"), t("In the same period")),
        (0.25, 0.25, 0.5),
        (False, False, False),
        tuple(
            (short_name(deed_title(t, one)), deed_words(w, one), meanwhile_of(w, one, step))
            for one in period.deeds
        ),
    )


def deed_words(w: Wording, deed: Deed) -> str:
    """What became of a measure, and for when it was planned, as one or two sentences."""
    short = replace(deed, why=short_name(deed.why).rstrip("."))
    found = (became_words(w.t, short), planned_words(w.t, deed))
    return " ".join(f"{words[0].upper()}{words[1:]}." for words in found if words)


def meanwhile_of(w: Wording, deed: Deed, step: Comparison) -> str:
    """What moved of its questions, so many that a row has room for them."""
    lines = [f"{line.rstrip('.')}." for line in meanwhile_words(w.t, deed, step)]
    rest = len(lines) - _BESIDE
    more = w.t.plural("And one more.", "And {n} more.", rest) if rest > 0 else ""
    return unbroken(" ".join((*lines[:_BESIDE], more)).strip())


def _alone(w: Wording, period: Period, step: Comparison) -> Iterator[Labelled]:
    """How much changed without any measure: whoever plans should know."""
    t, alone = w.t, moved_alone(period.deeds, step)
    if alone:
        words = t.plural(
            "One question really changed though no measure that was done or running is meant to"
            " raise it.",
            "{n} questions really changed though no measure that was done or running is meant to"
            " raise them.",
            len(alone),
        )
        yield Labelled(t("Without a measure"), words)
