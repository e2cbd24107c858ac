"""The Digital Intensity Index and the firm's position among published figures."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from digimaturity.domain.benchmark import Benchmark, NoPeers
from digimaturity.domain.company import Company
from digimaturity.domain.conditions import AtLeast, Equals
from digimaturity.domain.evaluation import Evaluation, PeerOptions, evaluate
from digimaturity.domain.indices import Band, IndexResult
from digimaturity.domain.official import (
    AdoptionRate,
    BandShares,
    BenchmarkData,
    SeriesBreak,
    Source,
)
from digimaturity.domain.population import Basis, PeerChoice, Population, peer_groups
from digimaturity.domain.provenance import Difference, Origin
from digimaturity.domain.questionnaire import IndexDefinition, IndexItem, Kind, Question
from digimaturity.domain.responses import DONT_KNOW, Answer, Value
from digimaturity.domain.texts import text_in
from tests.domain.make import EN, questionnaire, said

SPEED = Question("speed", Kind.NUMBER, EN)
YES_NO = tuple(Question(f"f{n}", Kind.YES_NO, EN) for n in range(1, 12))
DII = IndexDefinition(
    "dii",
    "3",
    2025,
    (
        IndexItem("FAST", EN, AtLeast("speed", 30)),
        *(IndexItem(f"I{n}", EN, Equals(f"f{n}", value=True)) for n in range(1, 12)),
    ),
)
ASKED = replace(questionnaire(), facts=(SPEED, *YES_NO), index=DII)
SOURCE = Source("s", "Eurostat", "Digital Intensity", "isoc_e_dii", "2026-02-27", "CC BY 4.0")
SECOND_HAND = Source("c", "Somebody", "A report", "", "2026-01-01", "", evidence="C")
GERMANY = Company("x", "DE", "C", 120)


def facts(yes: int, unknown: int = 0) -> dict[str, Answer | Value]:
    """Answers with that many yes, then unknown, then no; the speed is always one of the yes."""
    states: list[Answer | Value] = [*[True] * (yes - 1), *[DONT_KNOW] * unknown]
    states += [False] * (11 - len(states))
    return {"speed": 30 if yes else 16} | {f"f{n + 1}": state for n, state in enumerate(states)}


def shares(country: str = "DE", size: str = "50-249", **changes: Any) -> BandShares:
    values = dict(zip(Band, (26.45, 36.69, 27.38, 9.49), strict=True))
    found = BandShares("dii", "3", 2025, Population(country, size), values, "s")
    return replace(found, **changes)


def compared(
    *figures: BandShares,
    company: Company = GERMANY,
    answers: dict[str, Answer | Value] | None = None,
    rates: tuple[AdoptionRate, ...] = (),
    year: int | None = 2026,
    choice: PeerChoice | None = None,
) -> Evaluation:
    data = BenchmarkData(figures, rates, {"s": SOURCE, "c": SECOND_HAND})
    given, peers = facts(8) if answers is None else answers, PeerOptions(choice)
    return evaluate(ASKED, said(given), company=company, benchmarks=data, year=year, peers=peers)


def benchmark(*figures: BandShares, **more: Any) -> Benchmark:
    found = compared(*figures, **more).benchmark
    assert found is not None
    return found


def index(answers: dict[str, Answer | Value]) -> IndexResult:
    found = evaluate(ASKED, said(answers)).index
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("yes", "band", "basic"),
    [(0, "very_low", False), (3, "very_low", False), (4, "low", True), (6, "low", True),
     (7, "high", True), (9, "high", True), (10, "very_high", True), (12, "very_high", True)],
)  # fmt: skip
def test_the_index_counts_yes_and_falls_into_its_band(yes: int, band: str, basic: bool) -> None:
    found = index(facts(yes))
    assert (found.low, found.high, found.bands, found.basic) == (yes, yes, (band, band), basic)


def test_unknown_facts_make_the_index_a_range() -> None:
    found = index(facts(3, unknown=5))
    assert (found.low, found.high, found.known) == (3, 8, 7)
    assert found.bands == (Band.VERY_LOW, Band.HIGH)
    assert found.basic is None


def test_a_number_is_turned_into_a_yes_by_its_threshold() -> None:
    assert index({"speed": 30, "f1": False}).items["FAST"] is True
    assert index({"speed": 29.9, "f1": False}).items["FAST"] is False


def test_without_any_fact_there_is_no_index() -> None:
    assert evaluate(ASKED, said({})).index is None
    assert benchmark(shares(), answers={}).missing is NoPeers.NO_INDEX
    assert evaluate(questionnaire(), said({})).benchmark is None


def test_the_position_is_an_interval_over_the_bands() -> None:
    found = benchmark(shares())
    assert found.position is not None
    assert found.position.at_least == pytest.approx(63.14)
    assert found.position.at_most == pytest.approx(90.52)
    assert found.sources == {"s": SOURCE}


def test_unknown_facts_widen_the_position() -> None:
    found = benchmark(shares(), answers=facts(3, unknown=5))
    assert found.position is not None
    assert (found.position.at_least, found.position.at_most) == pytest.approx((0, 90.52))


def test_shares_that_sum_to_more_than_all_never_exceed_all() -> None:
    found = benchmark(shares(shares=dict.fromkeys(Band, 25.01)), answers=facts(12))
    assert found.position is not None
    assert found.position.at_most == 100


def test_the_most_specific_peer_group_with_figures_is_used() -> None:
    wide, narrow, union = shares(size="10-249"), shares(), shares("EU27_2020")
    sector = shares(population=Population("DE", "50-249", "C"))
    assert benchmark(union, wide, narrow, sector).shares == sector
    assert benchmark(union, wide, narrow).shares == narrow
    assert benchmark(union, wide).shares == wide
    assert benchmark(union).shares == union
    assert benchmark(union).fallback
    assert not benchmark(sector).fallback
    assert benchmark(shares("FR")).missing is NoPeers.NO_FIGURES


def test_figures_of_all_sizes_stand_in_where_none_are_published_of_small_and_medium_firms() -> None:
    of_all, small = Population("DE", "GE10"), Population("DE", "10-249")
    rates = [replace(rate(code), population=of_all) for code in ("I1", "I2")]
    nearer = replace(rate("I2"), population=small)
    assert benchmark(shares(), rates=(*rates, nearer)).rates == {"I1": rates[0], "I2": nearer}
    groups = peer_groups(GERMANY)
    assert groups.index(Population("DE", "10-249")) < groups.index(Population("DE", "GE10"))
    assert groups.index(Population("DE", "GE10")) < groups.index(Population("EU27_2020", "50-249"))


def test_a_large_firm_is_never_compared_with_small_ones_by_fallback() -> None:
    groups = peer_groups(Company(country="DE", employees=400))
    assert {group.size_class for group in groups} == {"GE250", "GE10"}
    unknown = peer_groups(Company())
    assert unknown == (Population("EU27_2020", "GE10"),)


def test_versions_are_never_mixed_and_the_newest_year_up_to_the_definition_counts() -> None:
    assert benchmark(shares(version="4")).missing is NoPeers.NO_FIGURES
    assert benchmark(shares(year=2023), shares(), shares(year=2027)).shares == shares()


def test_earlier_years_are_a_trend_unless_the_series_broke() -> None:
    figures = tuple(shares(year=year) for year in (2022, 2023, 2024, 2025))
    other = shares(year=2021, version="2")
    data = BenchmarkData((*figures, other, shares("EU27_2020", year=2020)), (), {"s": SOURCE})

    def seen(*breaks: SeriesBreak) -> tuple[list[int], tuple[int, ...]]:
        broken = replace(data, breaks=breaks)
        found = evaluate(ASKED, said(facts(8)), company=GERMANY, benchmarks=broken).benchmark
        assert found is not None
        return [one.year for one in found.earlier], found.breaks

    years = [2022, 2023, 2024]
    assert seen() == (years, ())
    assert seen(SeriesBreak("dii", "3", 2024), SeriesBreak("dii", "3", 2025)) == (
        years,
        (2024, 2025),
    )
    assert seen(SeriesBreak("dii", "2", 2024)) == (years, ())


def test_the_users_choice_goes_before_the_most_specific_group() -> None:
    germany = PeerChoice(sector=False, size=False)
    every, medium = shares(size="GE10"), shares()
    found = benchmark(medium, every, choice=germany)
    assert (found.shares, found.basis, found.choice) == (every, Basis.CHOSEN, germany)
    assert benchmark(medium, every).basis is Basis.FALLBACK
    # Nothing is published by sector: the next wider group, and that is said.
    found = benchmark(medium, every, choice=PeerChoice())
    assert (found.shares, found.basis, found.fallback) == (medium, Basis.FALLBACK, True)
    # What is narrower than the choice is never taken.
    assert benchmark(medium, choice=germany).missing is NoPeers.NO_FIGURES


def test_a_figure_tells_where_it_comes_from() -> None:
    found = benchmark(shares(flags={Band.LOW: "b"}, n=900), rates=(rate("I1"),))
    told = found.provenance
    assert told is not None
    assert (told.origin, told.self_rated, told.context) == (Origin.OFFICIAL, False, False)
    assert (told.publisher, told.dataset, told.updated) == ("Eurostat", "isoc_e_dii", "2026-02-27")
    assert (told.year, told.n, told.flags, told.evidence) == (2025, 900, ("b",), "A")
    assert told.population == Population("DE", "50-249")
    assert found.rate_provenance["I1"].population == Population("DE", "50-249")
    assert found.rate_provenance["I1"].difference is None


@pytest.mark.parametrize(
    ("changes", "difference"),
    [
        ({"version": "4"}, Difference.OTHER_INDEX),
        ({"year": 2023}, Difference.OTHER_INDEX),
        ({"source": "c"}, Difference.SECOND_HAND),
        ({"flags": {Band.LOW: "d"}}, Difference.OTHER_DEFINITION),
    ],
)
def test_by_another_yardstick_there_is_context_and_no_position(
    changes: dict[str, Any], difference: Difference
) -> None:
    odd = replace(shares(), **changes)
    found = benchmark(odd)
    assert (found.missing, found.position, found.shares) == (NoPeers.NO_FIGURES, None, None)
    assert (found.context, set(found.sources)) == (odd, {odd.source})
    assert found.context_provenance is not None
    assert found.context_provenance.difference is difference
    # A wider group by the same yardstick goes before it.
    union = shares("EU27_2020")
    assert (benchmark(odd, union).shares, benchmark(odd, union).context) == (union, odd)
    # What is wider than the group that is used adds nothing.
    assert benchmark(shares(), replace(odd, population=union.population)).context is None


def test_a_rate_read_second_hand_is_context() -> None:
    rates = (rate("I1", source="c"), rate("I2", flag="d"), rate("I3"))
    told = benchmark(shares(), rates=rates).rate_provenance
    assert [told[code].difference for code in ("I1", "I2", "I3")] == [
        Difference.SECOND_HAND,
        Difference.OTHER_DEFINITION,
        None,
    ]


def rate(code: str, **changes: Any) -> AdoptionRate:
    found = AdoptionRate(code, 2025, Population("DE", "50-249"), 24.93, "s")
    return replace(found, **changes)


def test_who_is_not_surveyed_is_not_compared() -> None:
    assert benchmark(shares(), company=replace(GERMANY, employees=9)).missing is NoPeers.TOO_SMALL
    farm = replace(GERMANY, section="A")
    assert benchmark(shares(), company=farm).missing is NoPeers.SECTOR_NOT_SURVEYED


def test_figures_over_five_years_old_are_marked() -> None:
    assert not benchmark(shares(), year=2030).old
    assert benchmark(shares(), year=2031).old
    assert not benchmark(shares(), year=None).old


def test_each_technology_takes_its_own_most_specific_figure() -> None:
    wide = AdoptionRate("I1", 2025, Population("DE", "10-249"), 24.93, "s")
    near = AdoptionRate("I1", 2025, Population("DE", "50-249"), 31.0, "s")
    older = AdoptionRate("I1", 2023, Population("DE", "50-249"), 12.0, "s")
    later = AdoptionRate("I1", 2026, Population("DE", "50-249"), 40.0, "s")
    other = AdoptionRate("I2", 2025, Population("FR", "50-249"), 10.0, "s")
    found = benchmark(shares(), rates=(wide, near, older, later, other))
    assert found.rates == {"I1": near}


def test_a_text_falls_back_to_the_packs_first_language() -> None:
    assert text_in({"en": "Data", "de": "Daten"}, "de") == "Daten"
    assert text_in({"en": "Data"}, "fr") == "Data"
    assert text_in({}, "de") == ""
