"""A condition is called impossible only where no answers at all make it hold."""

from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digimaturity.domain.conditions import AllOf, AnyOf, AtLeast, Condition, Equals, Not, holds
from digimaturity.domain.questionnaire import Kind
from digimaturity.packs.circles import circles, in_turn
from digimaturity.packs.nodes import Node, parse_yaml
from digimaturity.packs.reachability import Setting, operands_of, possible
from digimaturity.packs.structure import Site

NOWHERE = parse_yaml(b"{id: x, minimum: 0, maximum: 10}", "pack.yaml").root or Node("", 1, None)

#: One question of each kind, with every answer that could make a difference below.
SITES = {
    "level": Site("level", NOWHERE, Kind.LEVELS, levels=3),
    "number": Site("number", NOWHERE, Kind.NUMBER),
    "yes": Site("yes", NOWHERE, Kind.YES_NO),
    "one": Site("one", NOWHERE, Kind.ONE_OF, options=("a", "b")),
    "many": Site("many", NOWHERE, Kind.MANY_OF, options=("a", "b")),
}
ANSWERS: dict[str, list[float | bool | frozenset[str] | None]] = {
    "level": [None, 1, 1.5, 2, 2.5, 3],
    "number": [None, 0, 2.5, 5, 7.5, 10],
    "yes": [None, True, False],
    "one": [None, frozenset("a"), frozenset("b")],
    "many": [None, frozenset(), frozenset("a"), frozenset("b"), frozenset("ab")],
}

comparisons: st.SearchStrategy[Condition] = st.one_of(
    st.builds(AtLeast, st.just("level"), st.sampled_from([1.0, 2.0, 3.0]), st.booleans()),
    st.builds(AtLeast, st.just("number"), st.sampled_from([0.0, 5.0, 10.0]), st.booleans()),
    st.builds(Equals, st.just("level"), st.sampled_from([1.0, 2.0, 3.0])),
    st.builds(Equals, st.just("yes"), st.booleans()),
    st.builds(Equals, st.sampled_from(["one", "many"]), st.sampled_from(["a", "b"])),
)
conditions = st.recursive(
    comparisons,
    lambda inner: st.one_of(
        st.builds(AnyOf, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(AllOf, st.lists(inner, min_size=1, max_size=4).map(tuple)),
        st.builds(Not, inner),
    ),
    max_leaves=8,
)
#: Only in this direction, so that there is no circle.
shown_ifs = st.fixed_dictionaries(
    {},
    optional={
        "yes": comparisons.filter(lambda c: isinstance(c, AtLeast)),
        "many": comparisons.filter(lambda c: not isinstance(c, Equals) or c.question == "yes"),
    },
)


def by_trying(condition: Condition, shown_if: dict[str, Condition]) -> bool:
    for combination in product(*ANSWERS.values()):
        answers = dict(zip(ANSWERS, combination, strict=True))
        consistent = all(
            answers[key] is None or holds(own, answers.get) for key, own in shown_if.items()
        )
        if consistent and holds(condition, answers.get):
            return True
    return False


def setting(
    sites: dict[str, Site], shown_if: dict[str, Condition], condition: Condition
) -> Setting:
    return Setting(sites, shown_if, operands_of([condition, *shown_if.values()]))


@given(conditions, shown_ifs)
def test_it_agrees_with_trying_everything(
    condition: Condition, shown_if: dict[str, Condition]
) -> None:
    assert possible(condition, setting(SITES, shown_if, condition)) == by_trying(
        condition, shown_if
    )


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (AtLeast("free", -1e9), True),
        (AllOf((AtLeast("free", 5), Not(AtLeast("free", 5, strictly=True)))), True),
        (AllOf((AtLeast("free", 5), Not(AtLeast("free", 4)))), False),
        (Not(AtLeast("free", -7)), True),
        (Equals("note", "hello"), False),
    ],
)
def test_numbers_may_have_no_bounds_and_texts_are_never_known(
    condition: Condition, expected: bool
) -> None:
    bare = Node("", 1, {})
    sites = {"free": Site("free", bare, Kind.NUMBER), "note": Site("note", bare, Kind.TEXT)}
    assert possible(condition, setting(sites, {}, condition)) is expected


def test_a_question_may_stay_unanswered() -> None:
    either = AnyOf((AllOf((Equals("yes", value=True), Equals("level", 1))), Equals("level", 1)))
    shown_if: dict[str, Condition] = {"yes": AtLeast("level", 2)}
    assert possible(either, setting(SITES, shown_if, either))


def test_what_would_take_too_long_has_the_benefit_of_the_doubt() -> None:
    sites = {f"q{i}": Site(f"q{i}", NOWHERE, Kind.YES_NO) for i in range(40)}
    either = [AnyOf((Equals(key, value=True), Equals(key, value=False))) for key in sites]
    last = AllOf((AtLeast("number", 3), Not(AtLeast("number", 2))))
    hopeless = AllOf((*either, last))
    questions = {**sites, "number": SITES["number"]}
    assert not possible(last, setting(questions, {}, last))
    assert possible(hopeless, setting(questions, {}, hopeless))


def test_circles_are_found_once_and_the_rest_comes_in_turn() -> None:
    waits = {"a": ["b"], "b": ["c"], "c": ["a"], "d": ["d"], "e": ["a", "f"], "f": []}
    assert [sorted(circle) for circle in circles(waits)] in (
        [["a", "b", "c"], ["d"]],
        [["d"], ["a", "b", "c"]],
    )
    for circle in circles(waits):
        assert all(after in waits[key] for key, after in pairwise(circle))
    assert in_turn({"e": ["f", "z"], "f": ["g"], "g": []}) == ["g", "f", "e"]
