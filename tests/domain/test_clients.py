"""Where a mentor's clients stand: scores, changes by the same yardstick, all of them in sum."""

from datetime import date

import pytest

from digimaturity.domain.clients import (
    ClientScore,
    NoChange,
    client_score,
    due_day,
    overall_level,
    summary_of,
)
from digimaturity.domain.company import Company
from digimaturity.domain.peers import Asked, Rated
from digimaturity.domain.sample import OVERALL, Figure, Key, Quartiles

FULL = Asked("full", "1", {OVERALL: "full"})
CORRECTED = Asked("full", "1.1", {OVERALL: "full"})
QUICK = Asked("quick", "1", {OVERALL: "quick"})


def rated(
    year: int, score: float | None, asked: Asked = FULL, firm: str = "a", **areas: float
) -> Rated:
    values: dict[Key, float] = {(Figure.AREA, key): value for key, value in areas.items()}
    if score is not None:
        values[OVERALL] = score
    return Rated(firm, date(year, 3, 1), Company(), asked, values)


def test_the_change_is_that_of_the_points_shown_since_an_earlier_year() -> None:
    told = client_score([rated(2026, 47.5), rated(2026, 10), rated(2025, 44.4, CORRECTED)])
    assert told == ClientScore(date(2026, 3, 1), 48, 3, 4, date(2025, 3, 1))


@pytest.mark.parametrize(
    ("history", "missing"),
    [
        ([rated(2026, 50), rated(2026, 40)], NoChange.FIRST),
        ([rated(2026, 50), rated(2025, 40, QUICK)], NoChange.YARDSTICK),
        ([rated(2026, 50), rated(2025, None)], NoChange.NOT_RATED),
        ([rated(2026, None), rated(2025, 40)], NoChange.NOT_RATED),
    ],
)
def test_where_nothing_can_be_compared_it_is_said_why(
    history: list[Rated], missing: NoChange
) -> None:
    told = client_score(history)
    assert (told.change, told.missing) == (None, missing)


def test_another_questionnaire_between_two_years_hides_no_change() -> None:
    told = client_score([rated(2026, 50), rated(2025, 90, QUICK), rated(2024, 45)])
    assert (told.change, told.since) == (5, date(2024, 3, 1))


def test_the_level_is_capped_by_the_weakest_dimension() -> None:
    weak = {OVERALL: 65.0, (Figure.DIMENSION, "it"): 90.0, (Figure.DIMENSION, "culture"): 15.0}
    assert overall_level(Rated("a", date(2026, 1, 1), Company(), FULL, weak)) == 2
    assert overall_level(rated(2026, 65)) == 4


def test_a_year_after_29_february_is_the_28th() -> None:
    assert due_day(date(2024, 2, 29)) == date(2025, 2, 28)
    assert due_day(date(2025, 11, 30)) == date(2026, 11, 30)
    assert due_day(date(9999, 2, 28)) == date.max


def test_the_sum_counts_each_firm_once_and_by_one_yardstick() -> None:
    firms = [[rated(2026, 10.0 * place, firm=str(place), x=place, y=50)] for place in range(1, 7)]
    # A quick check done later takes no firm out; one that did nothing else is left out.
    firms[0].insert(0, rated(2026, 99, QUICK, "1"))
    firms.append([rated(2026, 99, QUICK, "q")])
    firms.append([rated(2026, None, firm="u")])
    told = summary_of(firms)
    assert list(told.values) == [10, 20, 30, 40, 50, 60]
    assert told.quartiles == Quartiles(20, 35, 50)
    assert (told.other, told.unrated) == (1, 1)
    assert [(area.id, area.median, area.n) for area in told.weakest] == [
        ("x", 3.5, 6),
        ("y", 50, 6),
    ]


def test_under_five_firms_there_are_dots_and_no_quartiles() -> None:
    told = summary_of([[rated(2026, 10, firm=str(place), x=1)] for place in range(4)])
    assert (len(told.values), told.quartiles, told.weakest) == (4, None, ())
    assert summary_of([]).values == ()
