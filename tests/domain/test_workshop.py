"""What a workshop talks about, in which order, and what it came to."""

from dataclasses import replace

from digimaturity.domain.evaluation import question_results
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import DONT_KNOW, NOT_APPLICABLE, Answer, Respondent, Responses
from digimaturity.domain.viewpoints import APART, told_results, views_of
from digimaturity.domain.workshop import (
    Lack,
    Standing,
    Topic,
    closing,
    lacking,
    standing,
    topics_of,
    votes_on,
)

from .make import levels, one_area

ASKED = one_area(*(levels(key) for key in ("a1", "a2", "a3", "a4")))
BOSS = Respondent("m", Viewpoint.MANAGEMENT, "Ada")
IT = Respondent("i", Viewpoint.IT)
SHOP = Respondent("b", Viewpoint.BUSINESS)


def said(*people: Respondent, **answers: tuple[int | Answer | None, ...]) -> Responses:
    """Answers by question, in the order of the people; None: nothing."""
    found: dict[str, dict[str, Answer]] = {one.id: {} for one in people}
    for question, given in answers.items():
        for person, one in zip(people, given, strict=True):
            if one is not None:
                found[person.id][question] = Answer.of(one) if isinstance(one, int) else one
    return Responses(people, found)


def topics(responses: Responses, *, largest_first: bool = True) -> tuple[Topic, ...]:
    results = question_results(ASKED, responses)
    return topics_of(ASKED, results, responses, largest_first=largest_first)


def test_the_largest_gap_comes_first_and_the_rest_as_it_is_asked() -> None:
    responses = said(BOSS, IT, a1=(2, None), a2=(1, 2), a3=(1, 5), a4=(3, 3))
    assert [one.question for one in topics(responses)] == ["a3", "a2", "a1", "a4"]
    in_order = topics(responses, largest_first=False)
    assert [one.question for one in in_order] == ["a1", "a2", "a3", "a4"]
    assert [one.notable for one in in_order] == [False, True, True, False]
    assert in_order[0].gap is None


def test_what_applies_to_nobody_is_not_talked_about() -> None:
    responses = said(BOSS, IT, a1=(NOT_APPLICABLE, NOT_APPLICABLE), a2=(NOT_APPLICABLE, 2))
    assert [one.question for one in topics(responses)] == ["a2", "a3", "a4"]


def test_answered_counts_whoever_said_something() -> None:
    responses = said(BOSS, IT, SHOP, a1=(2, DONT_KNOW, None))
    first = topics(responses, largest_first=False)[0]
    assert (first.answered, first.asked) == (2, 3)


def test_agreed_or_put_off_is_talked_about_and_the_rest_is_still_open() -> None:
    responses = said(BOSS, IT, a1=(1, 5), a2=(1, 3), a3=(2, 5), a4=(3, 3))
    assert standing(topics(responses)) == Standing(0, 3)
    responses = replace(
        responses,
        consensus={"a1": 2, "a4": 3},
        reasons={"a1": "Seen."},
        parked={"a2": "Ask the shop.", "a4": "Who pays?"},
    )
    found = topics(responses)
    assert standing(found) == Standing(2, 3)  # a4 has no notable gap
    assert [one.question for one in closing(found).agreed] == ["a1", "a4"]
    assert [one.parked for one in closing(found).parked] == ["Ask the shop.", "Who pays?"]
    assert [one.question for one in closing(found).open] == ["a3"]
    assert found[0].reason == "Seen."


def test_votes_are_told_by_viewpoint_and_joined_ones_as_one() -> None:
    responses = said(SHOP, IT, BOSS, a1=(4, DONT_KNOW, 2))
    votes = votes_on("a1", responses, APART)
    assert [(one.person.viewpoint, one.level) for one in votes] == [
        (Viewpoint.MANAGEMENT, 2),
        (Viewpoint.IT, None),
        (Viewpoint.BUSINESS, 4),
    ]
    joined = votes_on("a1", responses, frozenset({Viewpoint.IT, Viewpoint.BUSINESS}))
    assert [one.person.viewpoint for one in joined] == [
        Viewpoint.MANAGEMENT,
        Viewpoint.IT,
        Viewpoint.IT,
    ]


def test_it_is_told_why_there_is_nothing_to_compare() -> None:
    def lack(responses: Responses, *together: Viewpoint) -> Lack | None:
        joined = frozenset(together)
        results = question_results(ASKED, responses)
        told = told_results(ASKED, results, responses, joined)
        return lacking(responses, views_of(ASKED, told), joined)

    assert lack(said(BOSS, a1=(2,))) is Lack.ONE_PERSON
    assert lack(said(IT, replace(IT, id="j"), a1=(2, 5))) is Lack.ONE_VIEWPOINT
    assert lack(said(BOSS, IT, a1=(2, None), a2=(None, 2))) is Lack.UNANSWERED
    assert lack(said(BOSS, IT, a1=(2, 2))) is Lack.NO_GAP
    assert lack(said(BOSS, IT, a1=(2, 3))) is None
    assert lack(said(IT, SHOP, a1=(2, 5)), Viewpoint.IT, Viewpoint.BUSINESS) is Lack.ONE_VIEWPOINT
