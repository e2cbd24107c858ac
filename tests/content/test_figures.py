"""Eurostat's figures are as published."""

from __future__ import annotations

import pytest

from digimaturity.domain.benchmark import Population
from digimaturity.domain.indices import Band
from digimaturity.packs import load_benchmarks
from tests.content.pack import ROOT

GERMANY = {
    "10-49": (29.01, 37.83, 25.21, 7.94),
    "50-249": (11.88, 30.18, 39.66, 18.29),
    "10-249": (26.45, 36.69, 27.38, 9.49),
    "GE250": (2.04, 14.24, 44.56, 39.16),
}


@pytest.mark.parametrize("size", GERMANY)
def test_index_shares_of_germany_are_as_published(size: str) -> None:
    figures = load_benchmarks(ROOT / "benchmarks")
    assert figures.problems == ()
    (shares,) = [b for b in figures.data.bands if b.population == Population("DE", size)]
    assert (shares.index, shares.version, shares.year) == ("dii", "3", 2025)
    assert tuple(shares.shares[band] for band in Band) == GERMANY[size]
    assert figures.data.sources[shares.source].evidence == "A"


@pytest.mark.parametrize(
    ("code", "country", "share", "evidence"),
    [
        ("E_CC", "DE", 52.85, "A"),
        ("E_CC1_SI", "DE", 45.04, "A"),
        ("E_DA", "DE", 36.20, "A"),
        ("E_AI_TANY", "DE", 24.93, "A"),
        ("E_ERP1", "DE", 42.0, "C"),
        ("E_CRM1", "DE", 28.6, "C"),
        ("E_ERP1", "EU27_2020", 45.2, "C"),
    ],
)
def test_adoption_rates_are_as_published(
    code: str, country: str, share: float, evidence: str
) -> None:
    data = load_benchmarks(ROOT / "benchmarks").data
    (rate,) = [
        r for r in data.rates if r.code == code and r.population == Population(country, "10-249")
    ]
    assert (rate.year, rate.share) == (2025, share)
    assert data.sources[rate.source].evidence == evidence


def test_band_shares_add_up_to_all_firms() -> None:
    bands = load_benchmarks(ROOT / "benchmarks").data.bands
    assert len({b.population.country for b in bands}) == 34
    for shares in bands:
        assert abs(sum(shares.shares.values()) - 100) <= 0.5, shares.population


def test_every_index_item_with_a_published_rate_is_one_that_is_asked() -> None:
    codes = {rate.code for rate in load_benchmarks(ROOT / "benchmarks").data.rates}
    assert codes == {"E_CC", "E_CC1_SI", "E_DA", "E_AI_TANY", "E_ERP1", "E_CRM1"}
