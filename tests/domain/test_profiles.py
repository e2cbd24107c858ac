"""Leadership profile, strategy check, decision map, and measures raised by gaps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digimaturity.domain.catalogue import CostBand, Effort, GapRule, Lift, Measure
from digimaturity.domain.company import Company, SizeClass
from digimaturity.domain.conditions import AtLeast
from digimaturity.domain.evaluation import Evaluation, evaluate
from digimaturity.domain.questionnaire import (
    Decision,
    Drive,
    Holder,
    Kind,
    Leadership,
    Part,
    Question,
    Questionnaire,
    StrategyElement,
    Viewpoint,
)
from digimaturity.domain.responses import DONT_KNOW, Value
from tests.domain.make import EN, levels, one_area, said, together

#: Eleven levels, so that a score is a whole ten.
DRIVES = one_area(
    replace(levels("it", 11), drive=Drive.IT),
    replace(levels("it2", 11), drive=Drive.IT),
    replace(levels("business", 11), drive=Drive.BUSINESS),
)


def led(it: int, business: int) -> Evaluation:
    """An evaluation with these drives, each a whole ten from 0 to 100."""
    answers: dict[str, Value] = {"it": it // 10 + 1, "it2": it // 10 + 1}
    return evaluate(DRIVES, said({**answers, "business": business // 10 + 1}))


@pytest.mark.parametrize(
    ("it", "business", "profile"),
    [
        (60, 60, Leadership.DUAL_DRIVE),
        (60, 40, Leadership.IT_LED),
        (40, 60, Leadership.BUSINESS_LED),
        (40, 40, Leadership.NOBODY_LEADS),
    ],
)
def test_two_drives_make_four_profiles(it: int, business: int, profile: Leadership) -> None:
    found = led(it, business).leadership
    assert found is not None
    assert (found.profile, found.it, found.business, found.borders_on) == (
        profile,
        it,
        business,
        (),
    )


def test_near_a_threshold_the_neighbours_are_named() -> None:
    on_one = led(50, 80).leadership
    assert on_one is not None
    assert on_one.profile is Leadership.DUAL_DRIVE
    assert on_one.borders_on == (Leadership.BUSINESS_LED,)
    on_both = led(50, 50).leadership
    assert on_both is not None
    assert set(on_both.borders_on) == set(Leadership) - {Leadership.DUAL_DRIVE}


def test_a_drive_that_is_hardly_known_gives_no_profile() -> None:
    half = evaluate(DRIVES, said({"it": 6, "it2": DONT_KNOW, "business": 6})).leadership
    assert half is not None
    assert evaluate(DRIVES, said({"it": 6, "it2": 6, "business": DONT_KNOW})).leadership is None


def strategy_pack() -> Questionnaire:
    shown = AtLeast("plan", 2)
    return replace(
        one_area(levels("plan")),
        strategy=tuple(
            StrategyElement(key, replace(levels(f"s.{key}"), show_if=shown))
            for key in ("overview", "budget", "risks")
        ),
    )


def test_without_a_strategy_all_its_elements_are_missing() -> None:
    check = evaluate(strategy_pack(), said({"plan": 1})).strategy
    assert check is not None
    assert [element.missing for element in check.elements] == [True, True, True]


def test_gaps_of_the_strategy_come_worst_first_and_silence_is_no_gap() -> None:
    check = evaluate(strategy_pack(), said({"plan": 2, "s.overview": 2, "s.budget": 1})).strategy
    assert check is not None
    assert [gap.element for gap in check.gaps] == ["budget", "overview"]
    assert [element.score for element in check.elements] == [25, 0, None]


def test_nobody_said_whether_there_is_a_strategy() -> None:
    assert evaluate(strategy_pack(), said({})).strategy is None
    assert evaluate(strategy_pack(), said({"plan": DONT_KNOW})).strategy is None
    always = strategy_pack()
    always = replace(
        always,
        strategy=tuple(
            replace(element, question=replace(element.question, show_if=None))
            for element in always.strategy
        ),
    )
    assert evaluate(always, said({"s.budget": 3})).strategy is not None


def held(**holders: Holder) -> dict[str, Value]:
    return {key.replace("__", "."): frozenset({holder}) for key, holder in holders.items()}


def test_the_decision_map_finds_the_ownerless_and_the_one_sided() -> None:
    asked = replace(one_area(), decisions=(Decision("budget", EN), Decision("data", EN)))
    it_alone = {f"budget.{part}": frozenset({Holder.IT.value}) for part in Part}
    shared = held(data__decides=Holder.JOINTLY, data__pays=Holder.NOBODY)
    decisions = evaluate(asked, said({**it_alone, **shared})).decisions
    assert decisions is not None
    assert decisions.ownerless == ("data",)
    assert decisions.one_sided(Holder.IT) == ("budget",)
    assert decisions.joint_share == pytest.approx(1 / 6)
    assert evaluate(asked, said({})).decisions is None


def measure(key: str, lift: Lift, days: float, rule: GapRule | None = None) -> Measure:
    effort = {
        size: Effort(0, days * factor, 0)
        for size, factor in zip(SizeClass, (0, 1, 2, 4), strict=True)
    }
    weeks, cost = dict.fromkeys(SizeClass, 4), dict.fromkeys(SizeClass, CostBand.NONE)
    return Measure(key, EN, EN, (EN,), EN, (lift,), effort, weeks, cost, gap_rule=rule)


def test_effort_is_that_of_the_firms_size() -> None:
    asked = replace(one_area(levels("q")), measures=(measure("m", Lift("q", 2, 3), 5),))

    def effort(employees: int | None) -> float:
        company = Company(employees=employees)
        return evaluate(asked, said({"q": 1}), company=company).candidates[0].effort.total

    assert [effort(n) for n in (4, 20, 120, 400, None)] == [5, 5, 10, 20, 10]


def test_a_measure_is_advised_at_or_below_its_level_and_under_the_target() -> None:
    asked = replace(one_area(levels("q")), measures=(measure("m", Lift("q", 2, 4), 5),))
    assert evaluate(asked, said({"q": 2})).candidates[0].gain == 50
    assert evaluate(asked, said({"q": 3})).candidates == ()
    assert evaluate(asked, said({"q": DONT_KNOW})).candidates == ()
    assert evaluate(asked, said({"q": 2}), targets={"a": 40}).candidates[0].gain == 15
    assert evaluate(asked, said({"q": 2}), targets={"a": 25}).candidates == ()


def test_between_two_levels_the_one_that_is_reached_counts() -> None:
    asked = replace(
        one_area(levels("q")),
        measures=(measure("near", Lift("q", 2, 3), 5), measure("far", Lift("q", 1, 2), 5)),
    )
    between = together((Viewpoint.IT, {"q": 2}), (Viewpoint.BUSINESS, {"q": 3}))
    (found,) = evaluate(asked, between).candidates
    assert (found.measure.id, found.reasons[0].level, found.gain) == ("near", 2.5, 12.5)


def test_a_perception_gap_raises_what_the_catalogue_says() -> None:
    rule = GapRule(("q", "r"), gap_at_least=50, factor=2)
    asked = replace(
        one_area(levels("q"), levels("r")),
        measures=(measure("plain", Lift("q", 2, 3), 5), measure("talk", Lift("q", 2, 3), 8, rule)),
    )
    together_low = together((Viewpoint.IT, {"q": 1}), (Viewpoint.BUSINESS, {"q": 1}))
    calm = evaluate(asked, together_low).candidates
    assert [c.measure.id for c in calm] == ["plain", "talk"]
    apart = together((Viewpoint.IT, {"q": 1}), (Viewpoint.BUSINESS, {"q": 3}))
    stirred = evaluate(asked, apart).candidates
    assert [(c.measure.id, c.raised) for c in stirred] == [("talk", True), ("plain", False)]
    assert stirred[0].priority == 2 * calm[1].priority * stirred[0].gain / calm[1].gain
    wider = together((Viewpoint.IT, {"q": 1, "r": 1}), (Viewpoint.BUSINESS, {"q": 3, "r": 4}))
    assert evaluate(asked, wider).candidates[0].raised_by == ("r", "q")


def test_the_gap_of_an_area_raises_what_the_catalogue_says_of_the_area() -> None:
    rule = GapRule(("q",), gap_at_least=25, factor=2, areas=("a",))
    asked = replace(
        one_area(levels("q"), levels("r"), levels("s")),
        measures=(measure("talk", Lift("q", 2, 3), 8, rule),),
    )
    # One question 50 apart of three is 16.7 for the area; two of three are 33.3.
    one = together(
        (Viewpoint.IT, {"q": 1, "r": 1, "s": 1}), (Viewpoint.BUSINESS, {"q": 1, "r": 3, "s": 1})
    )
    two = together(
        (Viewpoint.IT, {"q": 1, "r": 1, "s": 1}), (Viewpoint.BUSINESS, {"q": 1, "r": 3, "s": 3})
    )
    assert evaluate(asked, one).candidates[0].raised_by == ()
    assert evaluate(asked, two).candidates[0].raised_by == ("a",)


def test_a_prerequisite_inherits_the_priority_of_what_it_unlocks() -> None:
    first = measure("first", Lift("q", 2, 3), 100)
    quick = replace(measure("quick", Lift("q", 2, 5), 1), requires=("first", "done already"))
    found = evaluate(
        replace(one_area(levels("q")), measures=(quick, first)), said({"q": 1})
    ).candidates
    assert [c.measure.id for c in found] == ["first", "quick"]
    assert found[0].priority == found[1].priority
    assert found[1].first == ("first",)


def test_text_questions_ask_nothing_of_the_score() -> None:
    asked = one_area(levels("q"), Question("t", Kind.TEXT, EN))
    assert evaluate(asked, said({"q": 3, "t": "words"})).overall.coverage == 1
