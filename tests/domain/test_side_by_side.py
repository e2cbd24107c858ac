"""Two assessments side by side, in whichever order, line by line."""

from __future__ import annotations

from dataclasses import replace

from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.questionnaire import Kind, Question, Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer, Respondent, Responses, State
from digimaturity.domain.side_by_side import Line, Part, Standing, corrected, side_by_side
from digimaturity.domain.trend import Fate, Year
from tests.domain.make import levels
from tests.domain.test_trend import asked, instead, year

OLD = asked(levels("kept"), levels("dropped"), levels("one"), levels("scale", 4))
NEW = asked(
    levels("kept", weight=3),
    instead("x", "one"),
    instead("y", "one"),
    levels("scale"),
    levels("new"),
)
BEFORE = year(2025, OLD, {"kept": 50, "dropped": 0, "one": 25, "scale": 33})
AFTER = year(2026, NEW, {"kept": 75, "x": 0, "y": 25, "scale": 50, "new": 100})


def lines(found: tuple[Line, ...]) -> dict[str, tuple[float | None, float | None, Standing]]:
    return {one.key: (one.a, one.b, one.standing) for one in found}


def test_the_lines_follow_the_newer_questionnaire_and_what_was_dropped_comes_last() -> None:
    found = side_by_side(BEFORE, AFTER)
    assert [(one.part, one.key) for one in found.lines] == [
        (Part.WHOLE, ""),
        (Part.DIMENSION, "d"),
        (Part.AREA, "a"),
        *((Part.QUESTION, key) for key in ("kept", "x", "y", "scale", "new", "dropped")),
    ]
    assert lines(found.questions) == {
        "kept": (50, 75, Standing.HIGHER),
        "x": (25, 0, Standing.LOWER),
        "y": (25, 25, Standing.SAME),
        "scale": (None, 50, Standing.NOT_COMPARABLE),
        "new": (None, 100, Standing.NOT_COMPARABLE),
        "dropped": (0, None, Standing.NOT_COMPARABLE),
    }
    by_key = {one.key: one for one in found.questions}
    assert by_key["x"].asked == (("one",), ("x",))
    assert by_key["new"].asked == ((), ("new",))
    assert by_key["dropped"].asked == (("dropped",), ())
    assert by_key["scale"].fate is Fate.RESCALED


def test_the_other_way_round_every_number_changes_its_side_and_its_sign() -> None:
    forth, back = side_by_side(BEFORE, AFTER), side_by_side(AFTER, BEFORE)
    assert (forth.turned, back.turned) == (False, True)
    for one, other in zip(forth.lines, back.lines, strict=True):
        assert (one.part, one.key) == (other.part, other.key)
        assert (one.a, one.b, one.full, one.asked) == (
            other.b,
            other.a,
            (other.full[1], other.full[0]),
            (other.asked[1], other.asked[0]),
        )
        assert one.rise == (None if other.rise is None else -other.rise)
    assert forth.whole.points is not None
    assert back.whole.points is not None
    assert forth.whole.points.questionnaire == -back.whole.points.questionnaire != 0


def test_answers_without_a_score_are_told_where_they_differ() -> None:
    facts = tuple(Question(key, Kind.YES_NO, {"en": key}) for key in ("cloud", "shop", "late"))

    def with_facts(one: Year, cloud: bool | None, shop: bool) -> Year:
        pack: Questionnaire = replace(one.questionnaire, facts=facts)
        results = dict(one.results)
        for key, known in (("cloud", cloud), ("shop", shop), ("late", None)):
            state = State.UNANSWERED if known is None else State.ANSWERED
            level = None if known is None else 1.0 + known
            results[key] = QuestionResult(key, state, level=level, known=known)
        return replace(one, questionnaire=pack, results=results)

    found = side_by_side(with_facts(BEFORE, None, shop=True), with_facts(AFTER, True, shop=True))
    beside = [one for one in found.lines if one.part is Part.BESIDE]
    assert [(one.key, one.standing) for one in beside] == [("cloud", Standing.OTHER)]


def test_a_corrected_answer_is_told_even_where_its_points_are_the_same() -> None:
    person = Respondent("p", Viewpoint.MANAGEMENT)

    def said(**answers: Answer) -> Responses:
        return Responses((person,), {"p": answers})

    before = said(kept=Answer.of(3), one=Answer.of(2), marked=Answer.of(1))
    after = said(
        kept=Answer.of(3, "seen on site"),
        one=Answer.of(2),
        marked=replace(Answer.of(1), review=True),
        more=Answer.of(4),
    )
    found = corrected(before, replace(after, consensus={"one": 3}, reasons={"one": "talked"}))
    assert found == {"kept", "more", "one"}
    by_key = {one.key: one for one in side_by_side(BEFORE, BEFORE, {"kept"}).questions}
    assert by_key["kept"].standing is Standing.OTHER
    assert by_key["one"].standing is Standing.SAME
