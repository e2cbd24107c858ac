"""Conditions: what holds, what does not, and what the answers cannot tell yet."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digimaturity.domain.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Equals,
    Not,
    holds,
    questions_in,
)
from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.questionnaire import Kind, Question
from digimaturity.domain.responses import State
from tests.domain.make import EN, area, dimension, levels, questionnaire, said

Known = dict[str, float | bool | frozenset[str]]

leaves: st.SearchStrategy[Condition] = st.one_of(
    st.builds(AtLeast, st.sampled_from("pq"), st.integers(1, 5), st.booleans()),
    st.builds(Equals, st.sampled_from("pq"), st.one_of(st.booleans(), st.integers(1, 5))),
    st.builds(Equals, st.sampled_from("pq"), st.sampled_from("ab")),
)
conditions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.builds(AnyOf, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(AllOf, st.lists(inner, min_size=1, max_size=3).map(tuple)),
    ),
)
values = st.one_of(
    st.integers(1, 5), st.booleans(), st.frozensets(st.sampled_from("ab"), max_size=2)
)


@given(conditions, st.dictionaries(st.sampled_from("pq"), values), values)
def test_what_is_told_stays_true_when_more_is_known(
    condition: Condition, known: Known, more: float
) -> None:
    told = holds(condition, known.get)
    full = holds(condition, lambda key: known.get(key, more))
    assert told is None or told == full


@given(conditions, st.dictionaries(st.sampled_from("pq"), values))
def test_not_turns_round_and_reads_the_same_questions(condition: Condition, known: Known) -> None:
    told = holds(condition, known.get)
    assert holds(Not(condition), known.get) == (None if told is None else not told)
    assert set(questions_in(Not(condition))) == set(questions_in(condition))


def test_at_least_and_more_than() -> None:
    known: Known = {"q": 3.0, "set": frozenset("a")}
    assert holds(AtLeast("q", 3), known.get) is True
    assert holds(AtLeast("q", 3, strictly=True), known.get) is False
    assert holds(AtLeast("set", 1), known.get) is None
    assert holds(Equals("set", "a"), known.get) is True
    assert holds(Equals("set", "b"), known.get) is False
    assert holds(AnyOf((Equals("q", 3), Equals("?", 1))), known.get) is True
    assert holds(AllOf((Equals("q", 3), Equals("?", 1))), known.get) is None
    assert holds(AllOf((Equals("q", 4), Equals("?", 1))), known.get) is False


def test_a_question_is_shown_only_when_its_condition_surely_holds() -> None:
    first = levels("first")
    second = Question("second", Kind.LEVELS, EN, levels=(EN,) * 5, show_if=AtLeast("first", 3))
    third = Question("third", Kind.LEVELS, EN, levels=(EN,) * 5, show_if=Equals("second", 5))
    asked = questionnaire(dimension("d", area("a", third, second, first)))

    def states(**answers: float) -> dict[str, State]:
        results = evaluate(asked, said(dict(answers))).questions
        return {key: result.state for key, result in results.items()}

    hidden = states(first=2, second=5, third=5)
    assert (hidden["second"], hidden["third"]) == (State.NOT_SHOWN, State.NOT_SHOWN)
    assert states()["second"] is State.NOT_SHOWN
    assert states(first=3)["second"] is State.UNANSWERED
    assert states(first=3, second=5)["third"] is State.UNANSWERED
    assert evaluate(asked, said({"first": 2, "second": 5})).overall.value == 25
