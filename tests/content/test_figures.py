"""Eurostat's figures are as published."""

from __future__ import annotations

import pytest

from digimaturity.domain.benchmark import compare
from digimaturity.domain.company import Company
from digimaturity.domain.indices import Band, IndexResult
from digimaturity.domain.population import Population
from digimaturity.packs.benchmarks import load_benchmarks
from tests.content.pack import ROOT, readiness

SHARES = {
    ("DE", 2025, "10-49"): (29.01, 37.83, 25.21, 7.94),
    ("DE", 2025, "50-249"): (11.88, 30.18, 39.66, 18.29),
    ("DE", 2025, "10-249"): (26.45, 36.69, 27.38, 9.49),
    ("DE", 2025, "GE250"): (2.04, 14.24, 44.56, 39.16),
    ("DE", 2023, "10-249"): (38.62, 35.64, 20.92, 4.82),
    ("DE", 2021, "10-249"): (41.11, 34.96, 20.18, 3.75),
    ("EU27_2020", 2023, "10-49"): (45.22, 33.82, 17.49, 3.47),
    ("MK", 2021, "10-249"): (73.10, 19.46, 7.11, 0.33),
}


@pytest.mark.parametrize("group", SHARES)
def test_index_shares_are_as_published(group: tuple[str, int, str]) -> None:
    country, year, size = group
    figures = load_benchmarks(ROOT / "benchmarks")
    assert figures.problems == ()
    (shares,) = [
        b for b in figures.data.bands if (b.year, b.population) == (year, Population(country, size))
    ]
    assert (shares.index, shares.version) == ("dii", "3")
    assert tuple(shares.shares[band] for band in Band) == SHARES[group]
    assert figures.data.sources[shares.source].evidence == "A"


def test_a_firm_is_held_against_the_survey_of_its_own_list_of_items() -> None:
    data = load_benchmarks(ROOT / "benchmarks").data
    firm = Company("x", "DE", "C", 40)
    index = readiness().index
    assert index is not None
    items: dict[str, bool | None] = {item.code: False for item in index.items}
    found = compare(firm, IndexResult(index, items), data, 2026)
    assert found.shares is not None
    assert (found.shares.year, found.shares.population) == (2025, Population("DE", "10-49"))
    assert set(found.rates) == set(items)
    groups = {
        code: (rate.population.country, rate.population.size_class, rate.year)
        for code, rate in found.rates.items()
    }
    assert groups["E_CC"] == ("DE", "10-49", 2025)
    assert groups["E_ESELL"] == ("DE", "GE10", 2023)
    assert groups["E_WEB"] == ("EU27_2020", "GE10", 2019)
    large = compare(Company("x", "DE", "C", 400), IndexResult(index, items), data, 2026)
    assert large.rates["E_AI_TANY"].population == Population("DE", "GE250")
    assert large.rates["E_ESELL"].year == 2023


def test_no_trend_leads_over_a_change_of_the_list_of_items() -> None:
    data = load_benchmarks(ROOT / "benchmarks").data
    series = {b.year: b for b in data.bands_of[Population("DE", "10-249")]}
    assert sorted(series) == [2021, 2023, 2025]
    assert data.broken(series[2023], series[2025])
    assert data.broken(series[2025], series[2021])
    assert not data.broken(series[2023], series[2023])


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
        r
        for r in data.rates
        if (r.code, r.year, r.population) == (code, 2025, Population(country, "10-249"))
    ]
    assert rate.share == share
    assert data.sources[rate.source].evidence == evidence


def test_band_shares_add_up_to_all_firms() -> None:
    bands = load_benchmarks(ROOT / "benchmarks").data.bands
    assert len({b.population.country for b in bands}) == 35
    assert len({b.population.country for b in bands if b.year == 2025}) == 34
    for shares in bands:
        assert abs(sum(shares.shares.values()) - 100) <= 0.5, shares.population


TWELVE = {
    "E_IUSE_GT50": 54.88,
    "E_ISPDF1_GE30": 88.91,
    "E_SM1_ANY": 60.68,
    "E_SM1_GE2": 35.19,
    "E_CC": 47.0,
    "E_CC1_SI": 38.5,
    "E_ERP1": 43.71,
    "E_CRM1": 27.49,
    "E_DA": 37.08,
    "E_AI_TANY": 11.55,
    "E_ESELL": 19.56,
    "E_AWS_GT1_B2C_GT10WS": 10.7,
}


def test_each_item_of_the_index_of_2023_has_its_rate() -> None:
    data = load_benchmarks(ROOT / "benchmarks").data
    every = data.rates_of[Population("DE", "GE10")]
    assert {r.code: r.share for r in every if r.year == 2023} == TWELVE
    assert all(data.sources[r.source].evidence == "A" for r in every if r.year == 2023)


def test_every_rate_is_of_an_item_of_the_index_in_one_of_its_years() -> None:
    index = readiness().index
    assert index is not None
    codes = {rate.code for rate in load_benchmarks(ROOT / "benchmarks").data.rates}
    assert codes - {item.code for item in index.items} == {"E_SM1_GE2"}
    assert {item.code for item in index.items} <= codes
