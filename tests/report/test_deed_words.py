"""What became of a plan is told in words that claim no effect."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from digimaturity.domain.comparison import compared
from digimaturity.domain.deeds import Became, Deed, Period
from digimaturity.domain.roadmap.following import Rate
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.deed_words import (
    alone_words,
    became_words,
    counts_words,
    meanwhile_words,
    period_rate_words,
    planned_words,
)
from tests.domain.make import levels
from tests.domain.test_trend import asked, year

FIRST, LAST = Quarter(2025, 3), Quarter(2025, 4)
EN, DE = (Translator.load(one, resources_dir() / "locale") for one in ("en", "de"))


@pytest.mark.parametrize(
    ("deed", "english", "german"),
    [
        (Deed("m", "", Became.DONE, ran=(FIRST, LAST)), "done, Q3 2025 to Q4 2025", "erledigt, "),
        (Deed("m", "", Became.DONE, ran=(LAST, LAST)), "done in Q4 2025", "erledigt in "),
        (Deed("m", "", Became.DONE), "done", "erledigt"),
        (Deed("m", "", Became.RUNNING, ran=(FIRST, None)), "running since Q3 2025", "läuft seit "),
        (Deed("m", "", Became.RUNNING), "running", "läuft"),
        (Deed("m", "", Became.NOT_BEGUN), "not begun", "nicht begonnen"),
        (Deed("m", "", Became.DROPPED, why="No time"), "dropped: No time", "aufgegeben: No time"),
        (Deed("m", "", Became.DROPPED), "dropped", "aufgegeben"),
    ],
)
def test_what_became_of_a_measure_has_its_quarters(deed: Deed, english: str, german: str) -> None:
    assert became_words(EN, deed) == english
    assert became_words(DE, deed).startswith(german)


def test_a_period_is_counted_and_rated() -> None:
    deeds = tuple(
        Deed(str(n), "", became)
        for n, became in enumerate((Became.DONE, Became.DONE, Became.RUNNING, Became.DROPPED))
    )
    period = Period(date(2025, 2, 18), date(2026, 2, 24), deeds, Rate(2, 3))
    assert counts_words(EN, period) == "2 done, 1 running, 1 dropped"
    assert counts_words(DE, period) == "2 erledigt, 1 läuft, 1 aufgegeben"
    said = "By 24 February 2026, 2 of 3 measures that were due were done: 67%."
    assert period_rate_words(EN, period) == said
    whole, none = replace(period, rate=Rate(2, 2)), replace(period, rate=None)
    undone = replace(period, rate=Rate(0, 2))
    assert period_rate_words(EN, undone).endswith("none of the 2 measures that were due was done.")
    assert period_rate_words(EN, whole).endswith("all 2 measures that were due were done.")
    assert "no measure had to be done" in period_rate_words(EN, none)
    assert planned_words(EN, replace(deeds[0], planned=(FIRST, LAST))).startswith("planned for Q3")
    assert planned_words(EN, deeds[0]) == ""


def test_movement_is_told_beside_a_measure_that_was_worked_on_and_silence_too() -> None:
    pack = asked(levels("up"), levels("same"), levels("alone"))
    comparison = compared(
        year(2025, pack, {"up": 25, "same": 50, "alone": 75}),
        year(2026, pack, {"up": 50, "same": 50, "alone": 25}),
    )
    up, same, gone = (frozenset({key}) for key in ("up", "same", "gone"))
    worked = Deed("m", "", Became.DONE, questions=up)
    assert meanwhile_words(EN, worked, comparison) == ("text 25 → 50 points",)
    still = replace(worked, questions=same)
    assert meanwhile_words(EN, still, comparison) == ("Its question did not move in this period.",)
    (unknown,) = meanwhile_words(EN, replace(worked, questions=gone), comparison)
    assert "cannot be compared" in unknown
    assert meanwhile_words(EN, replace(worked, became=Became.DROPPED), comparison) == ()
    period = Period(date(2025, 1, 1), date(2026, 1, 1), (worked, still))
    assert alone_words(EN, period, comparison) == ("text 75 → 25 points",)
