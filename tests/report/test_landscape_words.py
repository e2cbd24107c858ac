"""What was found in the landscape is said as it is known."""

from __future__ import annotations

import pytest

from digimaturity.domain.roadmap.book import EMPTY, Entry, Part
from digimaturity.domain.roadmap.items import System
from digimaturity.domain.roadmap.landscape import landscape_of
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.landscape_words import findings


@pytest.mark.parametrize(
    ("costs", "said"),
    [
        ({2026: 22_000}, "Together they cost 27,500 euros in 2026."),
        ({}, "As far as is known, they cost 5,500 euros in 2026."),
    ],
)
def test_what_two_cost_together_is_told_only_where_both_are_known(
    costs: dict[int, float], said: str
) -> None:
    book = EMPTY
    systems = (
        System("PDM", use="cad_plm", costs={2026: 5_500}),
        System("SolidWorks", use="cad_plm", costs=costs),
    )
    for key, system in enumerate(systems):
        book = book.with_entry(Entry(Part.SYSTEM, str(key), system))
    t = Translator.load("en", resources_dir() / "locale")
    (words,) = [one.words for one in findings(landscape_of(book), {}, t) if "erhaps" in one.head]
    assert words.endswith(said)
