"""Which finished assessments are a firm's peers, and which group of them is taken."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digimaturity.domain.company import Company
from digimaturity.domain.conditions import Equals
from digimaturity.domain.evaluation import PeerOptions, evaluate, peer_figures
from digimaturity.domain.peers import Asked, Rated, pools
from digimaturity.domain.population import (
    ANYWHERE,
    Basis,
    PeerChoice,
    Population,
    peer_groups,
    sample_groups,
)
from digimaturity.domain.provenance import Difference, Origin
from digimaturity.domain.questionnaire import (
    IndexDefinition,
    IndexItem,
    Kind,
    Question,
    Questionnaire,
)
from digimaturity.domain.responses import DONT_KNOW, Answer, Value
from digimaturity.domain.sample import (
    OVERALL,
    Figure,
    Key,
    NoPercentile,
    Peers,
    PeerSample,
    Quartiles,
)
from digimaturity.domain.yardstick import yardsticks
from tests.domain.make import EN, area, dimension, levels, questionnaire, said

FACT = Question("fact", Kind.YES_NO, EN)
INDEX = IndexDefinition("dii", "3", 2025, (IndexItem("I", EN, Equals("fact", value=True)),))
#: Two areas of one question each, and an index of one item.
PACK = replace(
    questionnaire(dimension("d", area("a", levels("a.1")), area("b", levels("b.1")))),
    facts=(FACT,),
    index=INDEX,
)
DAY = date(2026, 2, 24)
OURS = Company("Ours", "DE", "C", 120)
ALIKE = Company("Alike", "DE", "C", 60)


def asked(pack: Questionnaire) -> Asked:
    return Asked(pack.id, pack.version, yardsticks(pack))


ASKED = asked(PACK)


def rated(
    firm: str,
    level: Value | Answer = 3,
    *,
    company: Company = ALIKE,
    day: date = DAY,
    by: Asked = ASKED,
    pack: Questionnaire = PACK,
    fact: Value | Answer = True,
) -> Rated:
    """A firm that answered every question of `pack` alike."""
    given: dict[str, Value | Answer] = {q.id: level for q in pack.rated_questions}
    values = peer_figures(pack, said(given | {"fact": fact}))
    return Rated(firm, day, company, by, values)


def clients(n: int, name: str = "client", company: Company = ALIKE) -> list[Rated]:
    return [rated(f"{name} {k}", 1 + k % 5, company=company) for k in range(n)]


def drawn(
    ratings: Iterable[Rated], choice: PeerChoice | None = None, company: Company = OURS
) -> Peers:
    return pools(ratings, ASKED)[0].draw("ours", company, choice)


def plain(peers: Peers) -> Peers:
    """The same with values that can be compared."""
    return replace(peers, values={key: tuple(column) for key, column in peers.values.items()})


def overall(peers: Peers) -> tuple[float, ...]:
    return tuple(peers.values[OVERALL])


def sample(
    peers: Peers, level: Value | Answer = 3, pack: Questionnaire = PACK, year: int = 2026
) -> PeerSample:
    given: dict[str, Value | Answer] = {q.id: level for q in pack.rated_questions}
    answers = said(given | {"fact": True})
    options = PeerOptions(samples=(peers,))
    found = evaluate(pack, answers, company=OURS, peers=options, year=year).benchmark
    assert found is not None
    return found.samples[0]


def test_a_firm_sees_where_it_stands_in_every_figure() -> None:
    found = sample(drawn(clients(5)), level=2)
    assert (found.overall.n, found.overall.percentile) == (5, 30)
    assert found.overall.quartiles == Quartiles(25, 50, 75)
    assert found.areas == {"a": found.overall, "b": found.overall}
    assert found.dimensions == {"d": found.overall}
    assert found.index is not None
    assert (found.index.own, found.index.percentile) == (1, 50)
    assert (found.missing, found.basis) == (None, Basis.OWN)
    assert found.provenance.population == Population("DE", "50-249", "C")


def test_a_sample_tells_who_was_rated_when_and_by_what() -> None:
    ratings = [*clients(5), rated("older", day=date(2020, 1, 31))]
    found = sample(drawn(ratings))
    told = found.provenance
    assert (told.origin, told.self_rated, told.context) == (Origin.CLIENTS, True, False)
    assert (told.since, told.year, told.n) == (2020, 2026, 6)
    assert (told.questionnaire, told.version) == ("test", "1")
    assert found.old
    assert not sample(drawn(ratings), year=2025).old
    assert found.provenance_of(replace(found.overall, n=5)) == replace(told, n=5)


def test_under_five_nothing_but_their_number_is_told() -> None:
    peers = drawn([*clients(4), rated("ours", 5)])
    found = sample(peers)
    assert peers.values == {}
    assert (found.missing, found.provenance.n) == (NoPercentile.TOO_FEW, 4)
    every = (found.overall, *found.areas.values(), *found.dimensions.values())
    assert {(one.quartiles, one.percentile) for one in every} == {(None, None)}


def test_each_figure_has_its_own_number_of_peers() -> None:
    half: dict[str, Answer | Value] = {"a.1": 5, "b.1": DONT_KNOW}
    partly = [replace(rated(f"half {k}"), values=peer_figures(PACK, said(half))) for k in range(3)]
    found = sample(drawn([*clients(5), *partly]))
    assert (found.areas["a"].n, found.areas["b"].n) == (8, 5)
    assert found.index is not None
    assert found.index.n == 5


def test_who_is_not_rated_in_an_area_is_not_told_where_he_stands() -> None:
    found = sample(drawn(clients(5)), level=DONT_KNOW)
    assert found.overall.missing is NoPercentile.NOT_RATED
    assert found.overall.quartiles is not None


#: Who may be in a workspace.
some_company = st.builds(
    Company,
    st.just("x"),
    st.sampled_from((None, "DE", "AT")),
    st.sampled_from((None, "C", "G")),
    st.sampled_from((None, 5, 20, 60, 400)),
)
some_ratings = st.lists(
    st.builds(
        rated,
        st.sampled_from([f"client {k}" for k in range(12)] + ["ours"]),
        st.integers(1, 5),
        company=some_company,
        day=st.dates(date(2020, 1, 1), date(2026, 1, 1)),
    ),
    max_size=40,
)
some_choice = st.none() | st.builds(PeerChoice, st.booleans(), st.booleans(), st.booleans())


@given(some_ratings, some_company, some_choice)
def test_a_firm_is_never_among_its_peers(
    ratings: list[Rated], company: Company, choice: PeerChoice | None
) -> None:
    without = [one for one in ratings if one.firm != "ours"]
    assert plain(drawn(ratings, choice, company)) == plain(drawn(without, choice, company))


@given(some_ratings, some_company, some_choice)
def test_a_group_has_five_firms_or_tells_nothing_and_each_firm_counts_once(
    ratings: list[Rated], company: Company, choice: PeerChoice | None
) -> None:
    found = drawn(ratings, choice, company)
    n = found.provenance.n
    assert n is not None
    assert n <= len({one.firm for one in ratings if one.firm != "ours"})
    assert bool(found.values) == (n >= 5)
    assert all(
        list(values) == sorted(values) and len(values) == n for values in found.values.values()
    )


@given(some_ratings, some_company, some_choice)
def test_it_is_the_first_group_with_five_latest_assessments(
    ratings: list[Rated], company: Company, choice: PeerChoice | None
) -> None:
    latest: dict[str, Rated] = {}
    for one in ratings:
        if one.firm != "ours" and (one.firm not in latest or one.day > latest[one.firm].day):
            latest[one.firm] = one
    groups = sample_groups(company, choice)
    for group in groups:
        inside = [
            one.values[OVERALL]
            for one in latest.values()
            if group.includes(one.company.country, one.company.section, one.company.size_class)
        ]
        if len(inside) >= 5:
            found = drawn(ratings, choice, company)
            assert found.provenance.population == group
            assert list(found.values[OVERALL]) == sorted(inside)
            expected = Basis.OWN if choice is None else Basis.CHOSEN
            assert found.basis is (expected if group == groups[0] else Basis.FALLBACK)
            return
    assert drawn(ratings, choice, company).values == {}


def test_only_the_latest_finished_assessment_of_a_firm_counts() -> None:
    ratings = [rated(f"client {k}", 1, day=date(2024, 1, 1)) for k in range(5)]
    ratings += [rated(f"client {k}", 5, day=date(2025, 1, 1)) for k in range(5)]
    for order in (ratings, ratings[::-1]):
        assert overall(drawn(order)) == (100,) * 5


def test_what_the_latest_leaves_unrated_is_not_taken_from_an_older_one() -> None:
    older = [rated(f"client {k}", 5, day=date(2024, 1, 1)) for k in range(6)]
    unknown = rated("client 0", DONT_KNOW, fact=DONT_KNOW)
    found = drawn([*older, unknown])
    assert (found.provenance.n, len(found.values[OVERALL])) == (5, 5)
    assert len(found.values[Figure.INDEX, "dii"]) == 5


# -- which group


def test_the_order_for_samples_ends_with_clients_of_every_country() -> None:
    assert sample_groups(OURS) == (
        Population("DE", "50-249", "C"),
        Population("DE", "50-249"),
        Population("DE", "10-249", "C"),
        Population("DE", "10-249"),
        Population(ANYWHERE, "50-249"),
        Population(ANYWHERE, "10-249"),
    )


@pytest.mark.parametrize(
    ("employees", "widest"), [(5, ""), (20, "10-249"), (60, "10-249"), (400, "GE10"), (None, "")]
)
def test_no_firm_is_compared_with_another_size_by_accident(
    employees: int | None, widest: str
) -> None:
    company = replace(OURS, employees=employees)
    assert sample_groups(company)[-1] == Population(ANYWHERE, widest)
    assert sample_groups(company, PeerChoice(size=False))[0] == Population("DE", "", "C")


def test_all_of_germany_means_every_sector_and_every_size() -> None:
    germany = PeerChoice(country=True, sector=False, size=False)
    assert sample_groups(OURS, germany)[0] == Population("DE", "")
    assert peer_groups(OURS, germany) == (
        Population("DE", "GE10"),
        Population("EU27_2020", "GE10"),
    )


@given(some_company, st.builds(PeerChoice, st.booleans(), st.booleans(), st.booleans()))
def test_what_follows_a_choice_is_never_narrower(company: Company, choice: PeerChoice) -> None:
    for groups in (sample_groups(company, choice), peer_groups(company, choice)):
        first = groups[0]
        assert not (choice.sector and company.section) or first.sector == company.section
        assert not (choice.country and company.country) or first.country == company.country
        for group in groups:
            assert group.sector in (None, first.sector)
            assert group.country in (first.country, ANYWHERE, "EU27_2020")


def test_the_users_choice_overrides_the_most_specific_group() -> None:
    abroad = clients(6, "abroad", replace(ALIKE, country="AT"))
    ratings = [*clients(5), *abroad, *clients(7, "trade", replace(ALIKE, section="G"))]
    assert (drawn(ratings).basis, drawn(ratings).provenance.n) == (Basis.OWN, 5)
    country = drawn(ratings, PeerChoice(sector=False, size=False))
    assert (country.basis, country.provenance.n) == (Basis.CHOSEN, 12)
    everyone = drawn(ratings, PeerChoice(country=False, sector=False, size=False))
    assert (everyone.basis, everyone.provenance.n) == (Basis.CHOSEN, 18)


def test_a_choice_with_too_few_falls_back_and_says_so() -> None:
    ratings = [*clients(3), *clients(4, "trade", replace(ALIKE, section="G"))]
    found = drawn(ratings, PeerChoice())
    assert (found.basis, found.provenance.n) == (Basis.FALLBACK, 7)
    assert found.provenance.population == Population("DE", "50-249")


@pytest.mark.parametrize("names", [(), ("country",), ("country", "sector", "size"), ("size",)])
def test_a_choice_has_names_for_files(names: tuple[str, ...]) -> None:
    assert PeerChoice.of(names).names == names


def test_other_names_are_refused() -> None:
    with pytest.raises(ValueError, match="galaxy"):
        PeerChoice.of(["country", "galaxy"])


# -- by which yardstick

#: The same questions in other words, with measures and translations of their own.
REWORDED = replace(
    PACK,
    version="2",
    name={"en": "other", "de": "andere"},
    dimensions=(dimension("d", area("a", levels("a.1")), area("b", levels("b.1"))),),
)
#: One of two areas asks something else.
REVISED = replace(
    PACK,
    version="3",
    dimensions=(dimension("d", area("a", levels("a.1")), area("b", levels("b.2"))),),
)
#: Another pack with the same facts.
QUICK = replace(PACK, id="quick", dimensions=(dimension("d", area("a", levels("a.1"))),))


def by(pack: Questionnaire, n: int = 5) -> list[Rated]:
    one = asked(pack)
    return [rated(f"{pack.version} {k}", 1 + k % 5, by=one, pack=pack) for k in range(n)]


def test_the_same_questions_in_other_words_are_the_same_yardstick() -> None:
    assert overall(pools(by(REWORDED), ASKED)[0].draw("ours", OURS)) == (0, 25, 50, 75, 100)
    assert len(pools(by(REWORDED), ASKED)) == 1


@pytest.mark.parametrize(
    "changed",
    [
        levels("b.2"),
        levels("b.1", count=4),
        levels("b.1", weight=2.0),
        replace(levels("b.1"), show_if=Equals("fact", value=True)),
        Question("b.1", Kind.YES_NO, EN),
    ],
    ids=["another question", "other levels", "another weight", "a condition", "another kind"],
)
def test_another_way_of_scoring_is_another_yardstick(changed: Question) -> None:
    pack = replace(PACK, dimensions=(dimension("d", area("a", levels("a.1")), area("b", changed)),))
    different = {key for key, own in yardsticks(pack).items() if own != ASKED.yardsticks[key]}
    assert different == {OVERALL, (Figure.DIMENSION, "d"), (Figure.AREA, "b")}


@pytest.mark.parametrize(
    "index",
    [
        replace(INDEX, version="4"),
        replace(INDEX, items=(replace(INDEX.items[0], code="J"),)),
        replace(INDEX, items=(replace(INDEX.items[0], yes_if=Equals("fact", value=False)),)),
    ],
)
def test_another_list_of_items_is_another_index(index: IndexDefinition) -> None:
    key: Key = (Figure.INDEX, "dii")
    assert yardsticks(replace(PACK, index=index))[key] != ASKED.yardsticks[key]
    assert yardsticks(QUICK)[key] == ASKED.yardsticks[key]


def test_a_new_version_keeps_the_peers_of_what_it_leaves_alone() -> None:
    same, context = pools(by(REVISED), ASKED)
    found = sample(same.draw("ours", OURS))
    assert (found.areas["a"].percentile, found.areas["a"].n) == (50, 5)
    assert (found.areas["b"].percentile, found.overall.percentile) == (None, None)
    assert found.missing is None

    peers = context.draw("ours", OURS)
    told = peers.provenance
    assert (told.difference, told.version) == (Difference.OTHER_VERSION, "3")
    other = sample(peers)
    assert (other.overall.quartiles, other.overall.percentile) == (Quartiles(25, 50, 75), None)
    assert other.overall.missing is NoPercentile.CONTEXT
    # What has the same yardstick is no context.
    assert (Figure.AREA, "a") not in peers.values


def test_another_pack_is_context_but_its_index_is_the_same() -> None:
    same, context = pools(by(QUICK), ASKED)
    found = sample(same.draw("ours", OURS))
    assert found.index is not None
    assert (found.index.n, found.index.percentile) == (5, 50)
    assert found.areas["a"].n == 0
    peers = context.draw("ours", OURS)
    assert peers.provenance.difference is Difference.OTHER_QUESTIONNAIRE
    assert (peers.provenance.questionnaire, sample(peers).areas["a"].percentile) == ("quick", None)
    assert set(peers.values) == {OVERALL, (Figure.AREA, "a"), (Figure.DIMENSION, "d")}


def test_a_newer_assessment_by_another_pack_does_not_hide_the_same_one() -> None:
    quick = asked(QUICK)
    later = [
        rated(f"client {k}", 5, by=quick, pack=QUICK, day=date(2026, 6, 1), fact=False)
        for k in range(5)
    ]
    (same,) = pools([*clients(5), *later], ASKED)
    found = same.draw("ours", OURS)
    assert overall(found) == (0, 25, 50, 75, 100)
    # The index is the same in both packs, so the later one counts.
    assert list(found.values[Figure.INDEX, "dii"]) == [0] * 5
