"""The firm among other clients, as the report says it: percentiles, quartiles, provenance."""

from __future__ import annotations

from dataclasses import replace
from gettext import NullTranslations
from io import BytesIO

import pytest
from pypdf import PdfReader

from digimaturity.domain.benchmark import Benchmark, NoPeers, compare
from digimaturity.domain.distribution import Distribution
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.indices import Band, IndexResult
from digimaturity.domain.population import ANY_SIZE, ANYWHERE, Basis, PeerChoice, Population
from digimaturity.domain.provenance import Difference, Origin, Provenance
from digimaturity.domain.sample import OVERALL, Figure, Peers, PeerSample, peer_sample
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.build.report import build_report
from digimaturity.report.cuts import report_of
from digimaturity.report.model.comparison import BenchmarkChapter, PeersPart
from digimaturity.report.pdf import render_pdf
from digimaturity.report.provenance_words import provenance_card
from digimaturity.report.wording import ReportOptions
from tests.report import samples

ENGLISH = Translator("en", NullTranslations())
CLIENTS = Provenance(
    Origin.CLIENTS,
    Population(ANYWHERE, ANY_SIZE),
    2026,
    since=2024,
    n=6,
    questionnaire="synthetic",
    version="1.0",
)


def sample(n: int = 6, provenance: Provenance = CLIENTS) -> PeerSample:
    evaluation = samples.evaluation()
    overall = [30.0, 40.0, 50.0, 60.0, 70.0, 80.0][:n]
    values = {
        (Figure.OVERALL, ""): overall,
        (Figure.DIMENSION, "it"): overall,
        (Figure.AREA, "security"): [20.0, 30.0],
    }
    peers = Peers(replace(provenance, n=n), Basis.FALLBACK, values)
    return peer_sample(peers, evaluation.scores, evaluation.index, 2026)


def parts(*found: PeerSample) -> tuple[tuple[PeersPart, ...], str]:
    """The parts of the chapter, and its introduction."""
    said = samples.responses()
    evaluation = samples.evaluation(said)
    assert evaluation.benchmark is not None
    evaluation = replace(evaluation, benchmark=replace(evaluation.benchmark, samples=found))
    chapter = build_report(evaluation, samples.context(said), ENGLISH).benchmark
    assert chapter is not None
    return chapter.peers, chapter.intro


def test_the_firm_stands_at_its_percentile_with_the_peers_quartiles() -> None:
    (part,), _ = parts(sample())
    assert part.statement == "On the whole at percentile 50 of 6 peers (all countries, all sizes)"
    overall, it, *areas = part.rows.rows
    assert (overall.lower, overall.median, overall.upper) == (40.0, 55.0, 70.0)
    assert (overall.place, overall.n) == ("50", "6")
    assert it.percentile is not None
    security = next(row for row in areas if row.name == "Security")
    assert (security.median, security.percentile) == (None, None)
    assert (security.note, security.n) == ("2 peers, too few", "")
    assert "Overall score: 52, peers 40 to 70, median 55" in part.words


def test_the_source_says_who_when_how_many_and_how() -> None:
    (part,), _ = parts(sample())
    source = part.notes[0].text
    for words in ("clients of this workspace", "2024 to 2026", "6 firms", "Digital readiness 1.0"):
        assert words in source


@pytest.mark.parametrize("paper", ["A4", "letter"])
def test_the_board_reads_to_its_end_where_the_firm_stands(paper: str) -> None:
    said, german = samples.responses(), Translator.load("de", resources_dir() / "locale")
    places = replace(CLIENTS, population=Population("DE", "10-249", "C"))
    found = replace(official(), samples=(sample(provenance=places),))
    evaluation = replace(samples.evaluation(said), benchmark=found)
    context = replace(samples.context(said), options=ReportOptions(page_size=paper))
    (sheet,) = PdfReader(BytesIO(report_of(evaluation, context, german, "board"))).pages
    assert "liegt der Gesamtwert auf Prozentrang 50." in " ".join(sheet.extract_text().split())


def test_fewer_than_five_are_counted_and_not_shown() -> None:
    none, intro = parts(sample(3))
    assert none == ()
    assert "3 other clients have an assessment signed off; from 5 on they are compared." in intro


def test_another_yardstick_is_context_without_a_percentile() -> None:
    other = replace(CLIENTS, difference=Difference.OTHER_VERSION)
    (part,), _ = parts(sample(provenance=other))
    assert part.kicker == "Context"
    assert all(row.percentile is None for row in part.rows.rows)
    assert "another version of the questionnaire" in part.notes[0].text


def test_a_card_names_everything_that_is_known() -> None:
    card = {line.label: line.text for line in provenance_card(ENGLISH, CLIENTS, 2026)}
    assert card["About whom"] == "All countries, all sizes."
    assert list(card) == [
        *("Who", "When", "About whom", "How many", "How measured", "Same yardstick"),
    ]
    assert card["Same yardstick"].startswith("Yes")
    official = Provenance(
        Origin.OFFICIAL,
        Population("DE", "50-249"),
        2025,
        publisher="Eurostat",
        dataset="isoc_e_dii",
        updated="2026-02-27",
        licence="CC BY 4.0",
        flags=("b",),
    )
    card = {line.label: line.text for line in provenance_card(ENGLISH, official, 2030)}
    assert card["When"] == "Survey of 2025, data update 27 February 2026."
    assert card["How many"] == "Number of firms not published."
    assert card["Reliability"] == "break in the series"
    old = {line.label: line.text for line in provenance_card(ENGLISH, official, 2031)}
    assert old["When"] == f"{card['When']} More than five years old."


def chapter(benchmark: Benchmark, evaluation: Evaluation | None = None) -> BenchmarkChapter:
    """The chapter of the sample with another benchmark."""
    said = samples.responses()
    evaluation = replace(evaluation or samples.evaluation(said), benchmark=benchmark)
    model = build_report(evaluation, samples.context(said), ENGLISH)
    assert render_pdf(model).startswith(b"%PDF")
    assert model.benchmark is not None
    return model.benchmark


def official() -> Benchmark:
    benchmark = samples.evaluation().benchmark
    assert benchmark is not None
    return benchmark


def test_of_a_published_sample_the_place_is_a_range() -> None:
    evaluation = samples.evaluation()
    told = Distribution(12, 5, {25: 40, 50: 50, 75: 70})
    pack = replace(CLIENTS, origin=Origin.PEER_PACK, publisher="Chamber", n=12)
    peers = Peers(pack, Basis.OWN, published={OVERALL: told})
    found = peer_sample(peers, evaluation.scores, evaluation.index, 2026)
    (part,) = chapter(replace(official(), samples=(found,))).peers
    assert "between percentile 25 and 75 of 12 peers" in part.statement
    assert (part.rows.rows[0].between, part.rows.rows[0].place) == ((25.0, 75.0), "25–75")
    assert part.card.origin == "Chamber, 2024–2026"
    assert "told as a range" in part.notes[1].text
    said = samples.responses()
    whole = replace(evaluation, benchmark=replace(official(), samples=(found,)))
    compared = build_report(whole, samples.context(said), ENGLISH).summary.compared
    assert compared is not None
    assert "Among the 12 firms in the peer pack of Chamber (all countries" in compared.text
    assert "between percentile 25 and 75." in compared.text


def test_clients_are_a_chapter_before_any_fact_is_answered() -> None:
    none = Benchmark(NoPeers.NO_INDEX, samples=(sample(),))
    found = chapter(none, replace(samples.evaluation(), index=None))
    assert (found.index, found.technologies) == (None, None)
    assert len(found.peers) == 1
    assert "answer the questions on technology facts" in found.intro


def test_it_is_said_whether_the_group_is_the_chosen_one() -> None:
    chosen = replace(official(), choice=PeerChoice.of(("country",)), basis=Basis.CHOSEN)
    assert "This is the group that was chosen." in chapter(chosen).intro
    wider = replace(chosen, basis=Basis.FALLBACK, samples=(sample(),))
    assert "no published figures for the group that was chosen" in chapter(wider).intro
    assert "fewer than 5 other firms" in chapter(wider).peers[0].about


def test_a_distribution_by_another_yardstick_is_context_without_a_place() -> None:
    benchmark = official()
    assert benchmark.shares is not None
    assert benchmark.provenance is not None
    other = replace(benchmark.provenance, difference=Difference.OTHER_INDEX, year=2023)
    context = replace(benchmark.shares, year=2023)
    found = chapter(replace(benchmark, context=context, context_provenance=other)).context
    assert found is not None
    assert found.kicker == "Context"
    assert "another version of the index" in found.note
    assert found.distribution.at_least is None
    assert not any(segment.held for segment in found.distribution.segments)
    assert found.card.context


def test_earlier_years_are_a_trend_only_where_the_series_is_not_broken() -> None:
    benchmark = official()
    assert benchmark.shares is not None
    earlier = replace(benchmark.shares, year=2024, flags={Band.HIGH: "b"})
    kept = chapter(replace(benchmark, earlier=(earlier,))).index
    assert kept is not None
    year = benchmark.shares.year
    assert f"Firms in the two upper bands: 2024 36.9% b, {year} 36.9%." in kept.note
    assert "trend" not in kept.note
    older = replace(earlier, year=2023, flags={})
    broken = replace(benchmark, earlier=(older, earlier), breaks=(year,))
    part = chapter(broken).index
    assert part is not None
    assert f"2023 36.9%, 2024 36.9% b | {year} 36.9%. A bar (|) marks" in part.note


def placed(*known: bool) -> BenchmarkChapter:
    """The chapter of a firm that answered these facts and no others."""
    asked = samples.questionnaire().index
    assert asked is not None
    codes = [item.code for item in asked.items]
    items = dict.fromkeys(codes, None) | dict(zip(codes, known, strict=False))
    index = IndexResult(asked, items)
    data = samples.benchmarks()
    found = compare(samples.NORDLICHT, index, data, 2026)
    return chapter(found, replace(samples.evaluation(), index=index))


def test_the_headline_says_no_more_than_the_bounds_allow() -> None:
    assert placed(*[True] * 10).chapter.headline == "Better equipped than most of its peers"
    assert placed(*[True] * 6, *[False] * 6).chapter.headline == "Equipped much like its peers"
    assert placed(*[False] * 12).chapter.headline == "Less equipped than many of its peers"
    # Two bands are possible, so nothing is said of the peers.
    assert placed(*[True] * 6, *[False] * 3).chapter.headline == (
        "6 to 9 of 12 digital technologies in use"
    )


def test_who_may_be_anywhere_is_placed_nowhere() -> None:
    found = placed(True)
    assert found.chapter.headline == "1 to 12 of 12 digital technologies in use"
    assert "Too little is known of the firm to place it among its peers" in found.intro
    assert [figure.label for figure in found.figures] == ["Digital Intensity Index"]
    assert found.index is not None
    assert found.index.distribution.at_least is None
    assert not any(segment.held for segment in found.index.distribution.segments)


def test_each_technology_leads_to_its_own_survey() -> None:
    benchmark = official()
    cloud, erp = benchmark.rates["E_CC"], benchmark.rates["E_ERP1"]
    told = benchmark.rate_provenance
    every = Population("DE", "GE10")
    far = replace(told["E_CC"], population=every, year=2023)
    old = replace(told["E_ERP1"], population=every, year=2019, evidence="B", updated="2020-09")
    part = chapter(
        replace(
            benchmark,
            rates={**benchmark.rates, "E_CC": cloud, "E_ERP1": replace(erp, share=77.0)},
            rate_provenance={**told, "E_CC": far, "E_ERP1": replace(old, difference=None)},
        )
    ).technologies
    assert part is not None
    labels = {row.name: row.label for row in part.technologies.rows}
    assert labels["Paid cloud services"] == "52.85%\N{NO-BREAK SPACE}¹"
    assert labels["ERP system shared between departments"] == "77% (2019)\N{NO-BREAK SPACE}²"
    assert labels["Data analytics, own or bought"] == "36.20%"
    source = part.sources[0].text
    own, first, second = (source.index(text) for text in ("survey of 2025", "¹ Euro", "² Euro"))
    assert own < first < second
    assert "data update September 2020. More than five years old." in source[second:]
    about = [card.about for card in part.cards]
    assert "¹ Paid cloud services" in about
    assert "² ERP system shared between departments" in about


def test_the_page_is_drawn() -> None:
    said = samples.responses()
    evaluation = samples.evaluation(said)
    assert evaluation.benchmark is not None
    evaluation = replace(evaluation, benchmark=replace(evaluation.benchmark, samples=(sample(),)))
    model = build_report(evaluation, samples.context(said), ENGLISH)
    assert render_pdf(model).startswith(b"%PDF")
