"""What came back enters when its preview is accepted, whole, once, and in whatever order."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digimaturity.domain.questionnaire import Question, Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer, Responses
from digimaturity.errors import UserError
from digimaturity.packs import document_of, fingerprint_of
from digimaturity.services import assessments, companies, recording, sign_off
from digimaturity.services.forms.identity import Identity
from digimaturity.services.forms.preview import Found
from digimaturity.services.forms.reading import read_text
from digimaturity.services.forms.returned import return_document
from digimaturity.services.forms.standing import standing_of
from digimaturity.services.forms.taking_in import preview, take_in
from digimaturity.services.repeat import Newcomer, begin_from, source_for
from digimaturity.services.respondents import add_respondent, save_respondent
from digimaturity.services.workspace import Workspace, open_workspace
from digimaturity.store.clock import now
from tests.services.forms.filled import at, changed, made_for, pdf, saved
from tests.services.small import DAY, Sitting, begin, small_questionnaire


@pytest.fixture
def identity(sitting: Sitting) -> Identity:
    return made_for(sitting.workspace, sitting.assessment, sitting.manager)


def found(workspace: Workspace, *paths: Path | str) -> list[Found]:
    seen = preview(workspace, paths)
    assert all(one.found is not None for one in seen), [one.refusal for one in seen]
    return [one.found for one in seen if one.found is not None]


def refusal(workspace: Workspace, path: Path) -> str:
    (one,) = preview(workspace, [path])
    assert one.found is None
    assert one.refusal is not None
    return str(getattr(one.refusal.details["why"], "code", ""))


def said(sitting: Sitting) -> Responses:
    return assessments.responses(sitting.workspace, sitting.assessment)


def test_a_preview_changes_nothing_and_what_is_accepted_is_in_the_log(
    sitting: Sitting, identity: Identity, tmp_path: Path
) -> None:
    place = (sitting.assessment, sitting.manager)
    recording.record_answer(sitting.workspace, *place, "a.levels", Answer.of(2))
    recording.record_answer(sitting.workspace, *place, "a.yes", Answer.of(value=True))
    recording.record_answer(sitting.workspace, *place, "a.may", Answer.of(4))
    before = said(sitting)
    answers = {
        "a.levels": {"value": 3, "comment": "since May"},
        "a.yes": True,
        "a.many": ["y"],
        "buy.pays": "nobody",
    }
    seen = preview(sitting.workspace, [saved(tmp_path, identity, answers, now())])
    assert said(sitting) == before
    (one,) = (one.found for one in seen)
    assert one is not None
    assert (one.company.name, one.person.name) == ("Hansen Möbel", "Ada")
    assert (one.new, one.changed, one.same) == (("a.many", "buy.pays"), ("a.levels",), ("a.yes",))
    assert (one.comments, one.half_filled, one.known_form) == (1, True, True)
    assert (one.count.answered, one.count.asked) == (4, 13)
    done = take_in(sitting.workspace, seen)
    assert (done.forms, done.people, done.answers, done.comments) == (1, 1, 3, 1)
    there = said(sitting).answers[sitting.manager]
    assert there["a.levels"] == Answer.of(3.0, "since May")
    assert there["a.many"] == Answer.of(frozenset("y"))
    assert there["a.may"] == Answer.of(4)  # the form left it empty
    log = assessments.history(sitting.workspace, sitting.assessment)
    assert {entry.by for entry in log[3:]} == {f"form:{identity.form}"}
    assert [entry.old for entry in log if entry.new == {"state": "answered", "value": 3}] == [
        {"state": "answered", "value": 2}
    ]


def test_the_same_file_once_more_changes_nothing_not_even_what_was_corrected_since(
    sitting: Sitting, identity: Identity, tmp_path: Path
) -> None:
    path = saved(tmp_path, identity, {"a.levels": 3})
    again = saved(tmp_path, identity, {"a.levels": 3}, at(9))
    twice = preview(sitting.workspace, [path, path, again])
    assert [one.found.taken_before for one in twice if one.found] == [False, True, True]
    assert [one.found.twice for one in twice if one.found] == [False, True, True]
    assert take_in(sitting.workspace, twice).forms == 1
    later = preview(sitting.workspace, [path])
    assert [(one.found.taken_before, one.found.twice) for one in later if one.found] == [
        (True, False)
    ]
    place = (sitting.assessment, sitting.manager, "a.levels")
    recording.record_answer(sitting.workspace, *place, Answer.of(5))
    done = take_in(sitting.workspace, preview(sitting.workspace, [path, again]))
    assert (done.forms, done.answers) == (0, 0)
    assert said(sitting).answers[sitting.manager]["a.levels"].value == 5


def test_what_was_typed_since_is_not_taken_away_by_a_form_that_is_older_or_sent_once_more(
    sitting: Sitting, identity: Identity, tmp_path: Path
) -> None:
    place = (sitting.assessment, sitting.manager)

    def take(answers: dict[str, Any], filled: str) -> Found:
        seen = preview(sitting.workspace, [saved(tmp_path, identity, answers, filled)])
        take_in(sitting.workspace, seen)
        (one,) = (one.found for one in seen if one.found)
        return one

    def here() -> dict[str, object]:
        return {key: one.value for key, one in said(sitting).answers[sitting.manager].items()}

    for level in (1, None):  # by mistake
        answer = None if level is None else Answer.of(level)
        recording.record_answer(sitting.workspace, *place, "f.number", answer)
    recording.record_answer(sitting.workspace, *place, "a.levels", Answer.of(5))
    first = take({"a.levels": 2, "a.may": 2, "f.number": 7}, at(0))
    assert (first.new, first.older) == (("a.may", "f.number"), ("a.levels",))
    recording.record_answer(sitting.workspace, *place, "a.may", Answer.of(4))
    more = take({"a.may": 2, "f.number": 7, "a.yes": True}, now())
    assert (more.new, more.same, more.older) == (("a.yes",), ("f.number",), ("a.may",))
    assert here() == {"a.levels": 5, "a.may": 4, "f.number": 7, "a.yes": True}
    assert take({"a.may": 3}, now()).changed == ("a.may",)


@pytest.mark.parametrize("together", [True, False])
def test_who_goes_back_to_what_they_said_first_is_heard(
    together: bool, sitting: Sitting, identity: Identity, tmp_path: Path
) -> None:
    first, *later = (
        saved(tmp_path, identity, {"a.levels": level}, at(place))
        for place, level in enumerate((3, 4, 3))
    )
    for batch in ([first, *later],) if together else ([first], *([one] for one in later)):
        take_in(sitting.workspace, preview(sitting.workspace, batch))
    assert said(sitting).answers[sitting.manager]["a.levels"].value == 3
    again = preview(sitting.workspace, [later[1], first])
    assert [one.found.taken_before for one in again if one.found] == [True, True]
    assert take_in(sitting.workspace, preview(sitting.workspace, [later[0]])).answers == 0


def test_what_was_said_again_holds_over_what_was_filled_in_between(
    sitting: Sitting, identity: Identity, tmp_path: Path
) -> None:
    for level, minute in ((3, 0), (3, 2), (3, 0), (4, 1)):
        path = saved(tmp_path, identity, {"a.levels": level}, at(minute))
        take_in(sitting.workspace, preview(sitting.workspace, [path]))
    assert said(sitting).answers[sitting.manager]["a.levels"].value == 3


def test_a_clock_that_is_ahead_does_not_hold_for_ever(
    sitting: Sitting, identity: Identity, tmp_path: Path
) -> None:
    for level, ahead in ((3, "2099-01-01T00:00:00.000+00:00"), (4, "")):
        path = saved(tmp_path, identity, {"a.levels": level}, ahead or now())
        take_in(sitting.workspace, preview(sitting.workspace, [path]))
    assert said(sitting).answers[sitting.manager]["a.levels"].value == 4


def test_forms_that_do_not_say_when_count_as_filled_when_they_are_taken_in(
    sitting: Sitting, identity: Identity, tmp_path: Path
) -> None:
    def take(level: int, filled: str = "") -> object:
        path = saved(tmp_path, identity, {"a.levels": level}, filled)
        take_in(sitting.workspace, preview(sitting.workspace, [path]))
        return said(sitting).answers[sitting.manager]["a.levels"].value

    assert [take(level) for level in (3, 1, 5, 2)] == [3, 1, 5, 2]
    assert take(4, at(0)) == 2
    batch = [saved(tmp_path, identity, {"f.number": n}, "") for n in (7, 9, 8)]
    take_in(sitting.workspace, preview(sitting.workspace, batch))
    assert said(sitting).answers[sitting.manager]["f.number"].value == 8


def test_a_form_that_nobody_filled_does_not_count_as_returned(
    sitting: Sitting, identity: Identity, tmp_path: Path
) -> None:
    path = tmp_path / "empty.pdf"
    path.write_bytes(pdf(identity, {"levels:a/levels": "/Off", "text:f/text": " "}))
    seen = preview(sitting.workspace, [path])
    assert [one.count.answered for one in found(sitting.workspace, path)] == [0]
    assert take_in(sitting.workspace, seen).forms == 0
    manager, _ = standing_of(sitting.workspace, sitting.assessment)
    assert not manager.returns


def test_what_is_not_for_here_is_told_apart(
    sitting: Sitting, identity: Identity, tmp_path: Path
) -> None:
    workspace = sitting.workspace

    def given_as(**fields: Any) -> str:
        return refusal(workspace, saved(tmp_path, changed(identity, **fields), {"a.levels": 3}))

    assert given_as(assessment="e" * 36, form="f" * 16) == "unknown_assessment"
    assert given_as(respondent="n" * 36, form="g" * 16) == "unknown_person"
    assert given_as(respondent=sitting.expert) == "forged"
    assert given_as(language="de") == "forged"
    assert given_as(fingerprint="0" * 64, form="h" * 16) == "other_questionnaire"
    sign_off.sign(workspace, sitting.assessment)
    assert given_as() == "finished"


def test_a_form_of_another_company_is_taken_to_that_company(
    sitting: Sitting, identity: Identity, tmp_path: Path
) -> None:
    company = companies.save_company(sitting.workspace, companies.CompanyRecord("Other")).company
    change = assessments.create_assessment(
        sitting.workspace, str(company), small_questionnaire(), DAY
    )
    other = assessments.get_assessment(sitting.workspace, str(change.assessment))
    theirs = made_for(sitting.workspace, other.id, other.respondents[0].id)
    crossed = changed(theirs, respondent=sitting.manager, form="crossed" * 3)
    assert refusal(sitting.workspace, saved(tmp_path, crossed, {"a.levels": 1})) == "unknown_person"
    paths = [saved(tmp_path, identity, {"a.levels": 1}), saved(tmp_path, theirs, {"a.levels": 5})]
    seen = preview(sitting.workspace, paths)
    assert [one.found.company.name for one in seen if one.found] == ["Hansen Möbel", "Other"]
    done = take_in(sitting.workspace, seen)
    assert {change.assessment for change in done.changes} == {sitting.assessment, other.id}
    assert said(sitting).answers[sitting.manager]["a.levels"].value == 1


def test_a_form_that_is_not_known_here_is_marked_and_known_from_then_on(
    sitting: Sitting, identity: Identity, tmp_path: Path
) -> None:
    path = saved(tmp_path, changed(identity, form="made-elsewhere-before"), {"a.levels": 3})
    (one,) = found(sitting.workspace, path)
    assert not one.known_form
    take_in(sitting.workspace, preview(sitting.workspace, [path]))
    (one,) = found(sitting.workspace, path)
    assert (one.known_form, one.taken_before) == (True, True)


def test_two_of_one_form_that_is_not_known_here_are_both_marked(
    sitting: Sitting, identity: Identity, tmp_path: Path
) -> None:
    strange = changed(identity, form="made-elsewhere-before")
    paths = [saved(tmp_path, strange, {"a.levels": n}, at(n)) for n in (3, 4)]
    assert [one.known_form for one in found(sitting.workspace, *paths)] == [False, False]
    assert take_in(sitting.workspace, preview(sitting.workspace, paths)).forms == 2


def older(questionnaire: Questionnaire) -> Questionnaire:
    """The same before two of its questions were given another meaning."""

    def before(question: Question) -> Question:
        if question.id == "a.may":
            return replace(question, levels=question.levels[:4])
        if question.id == "f.text":
            return replace(question, text={"en": "Something else?"})
        return replace(question, text={"en": "Worded otherwise?"})

    (dimension,), facts = questionnaire.dimensions, questionnaire.facts
    (area,) = dimension.areas
    area = replace(area, questions=tuple(before(one) for one in area.questions))
    old = replace(
        questionnaire,
        version="0.9",
        dimensions=(replace(dimension, areas=(area,)),),
        facts=tuple(before(one) if one.id == "f.text" else one for one in facts),
    )
    return replace(old, fingerprint=fingerprint_of(document_of(replace(old, fingerprint=""))))


def test_of_an_older_version_only_answers_that_mean_the_same_are_taken(
    sitting: Sitting, identity: Identity, tmp_path: Path
) -> None:
    before = older(small_questionnaire())
    day = date(2025, 2, 24)
    assessments.create_assessment(sitting.workspace, sitting.company, before, day)
    aged = changed(identity, form="aged" * 9, version="0.9", fingerprint=before.fingerprint)
    answers = {"a.levels": 3, "a.may": 4, "f.text": {"text": "x"}, "gone": 1, "f.number": 7}
    path = saved(tmp_path, aged, answers)
    (one,) = found(sitting.workspace, path)
    assert not one.same_version
    assert (one.new, set(one.foreign)) == (("a.levels", "f.number"), {"a.may", "f.text", "gone"})
    take_in(sitting.workspace, preview(sitting.workspace, [path]))
    assert set(said(sitting).answers[sitting.manager]) == {"a.levels", "f.number"}


def test_answers_that_make_no_sense_are_left_out_and_told(
    sitting: Sitting, identity: Identity, tmp_path: Path
) -> None:
    answers = {
        "a.levels": 9,
        "a.may": "not_applicable",
        "a.yes": "perhaps",
        "a.many": ["x", "+dont_know"],
        "f.number": 101,
        "f.free": "7",
        "f.text": ["x"],
        "buy.pays": {"value": "it", "text": "it"},
        "buy.runs": None,
        "a.levels.": {"comment": 3},
    }
    (one,) = found(sitting.workspace, saved(tmp_path, identity, answers))
    assert one.new == ("a.may",)
    assert set(one.unclear) == set(answers) - {"a.may", "buy.runs", "a.levels."}
    assert one.foreign == ("a.levels.",)


def test_who_has_another_viewpoint_by_now_keeps_what_the_form_asked(
    sitting: Sitting, identity: Identity, tmp_path: Path
) -> None:
    people = assessments.get_assessment(sitting.workspace, sitting.assessment).respondents
    now = replace(people[0], viewpoint=Viewpoint.BUSINESS)
    save_respondent(sitting.workspace, sitting.assessment, now)
    (one,) = found(sitting.workspace, saved(tmp_path, identity, {"a.levels": 3}))
    assert (one.other_viewpoint, one.new) == (True, ("a.levels",))


def test_a_preview_that_is_no_longer_true_is_refused(
    sitting: Sitting, identity: Identity, tmp_path: Path
) -> None:
    seen = preview(sitting.workspace, [saved(tmp_path, identity, {"a.levels": 3})])
    place = (sitting.assessment, sitting.expert, "a.levels")
    recording.record_answer(sitting.workspace, *place, Answer.of(1))
    with pytest.raises(UserError, match=r"form\.outdated"):
        take_in(sitting.workspace, seen)
    seen = preview(sitting.workspace, [saved(tmp_path, identity, {"a.levels": 3})])
    sign_off.sign(sitting.workspace, sitting.assessment)
    with pytest.raises(UserError, match=r"form\.outdated"):
        take_in(sitting.workspace, seen)
    assessments.delete_assessment(sitting.workspace, sitting.assessment)
    with pytest.raises(UserError, match=r"form\.outdated"):
        take_in(sitting.workspace, seen)


def test_thirty_people_in_two_languages_and_two_media(sitting: Sitting, tmp_path: Path) -> None:
    workspace, views = sitting.workspace, list(Viewpoint)
    paths, wanted = [], {}
    for number in range(30):
        view = views[number % 3]
        added = add_respondent(workspace, sitting.assessment, view, f"Person {number}")
        language = ("en", "de")[number % 2]
        own = made_for(workspace, sitting.assessment, str(added.respondent), language)
        level, share = number % 5 + 1, number + 0.5
        wanted[own.respondent] = (level, share)
        if number % 4:
            paths.append(saved(tmp_path, own, {"a.levels": level, "f.number": share}, at(number)))
        else:
            text = f"{share}".replace(".", "," if language == "de" else ".")
            fields = {"levels:a/levels": f"/{level}", "number:f/number": text}
            paths.append(tmp_path / f"{number}.pdf")
            paths[-1].write_bytes(pdf(own, fields))
    seen = preview(workspace, paths)
    assert [one.path for one in seen] == paths
    done = take_in(workspace, seen)
    assert (done.forms, done.people, done.answers) == (30, 30, 60)
    answers = said(sitting).answers
    for person, (level, share) in wanted.items():
        own_answers = answers[person]
        assert (own_answers["a.levels"].value, own_answers["f.number"].value) == (level, share)
    standing = standing_of(workspace, sitting.assessment)
    assert [one.person.id for one in standing if one.missing] == [sitting.manager, sitting.expert]
    assert all(len(one.returns) == 1 for one in standing[2:])


#: Of one person: when a form was filled (0 to 3, some at the same time), and what it says.
ANSWERS = st.dictionaries(
    st.sampled_from(("a.levels", "a.may", "f.number")),
    st.fixed_dictionaries({}, optional={"value": st.integers(1, 3), "comment": st.just("c")}),
    max_size=3,
)
RETURNS = st.lists(st.tuples(st.integers(0, 3), st.booleans(), ANSWERS), min_size=2, max_size=4)


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(returns=RETURNS, data=st.data())
def test_whatever_the_order_what_was_filled_last_holds(
    returns: list[tuple[int, bool, dict[str, Any]]], data: st.DataObject, tmp_path: Path
) -> None:
    parts = data.draw(st.lists(st.integers(0, 2), min_size=len(returns), max_size=len(returns)))
    path = tmp_path / "order.db"
    path.unlink(missing_ok=True)
    with open_workspace(path, anew=True) as opened:
        sitting = begin(opened)
        forms = [made_for(opened, sitting.assessment, sitting.manager) for _ in range(2)]
        texts = [text_of(forms[second], at(filled), said) for filled, second, said in returns]
        order = data.draw(st.permutations(range(len(returns))))
        for part in range(3):
            chosen = [texts[place] for place in order if parts[place] == part]
            take_in(opened, preview(opened, chosen))
        every = assessments.responses(opened, sitting.assessment).answers[sitting.manager]
    holds: dict[tuple[str, str], Any] = {}
    for back in sorted(map(read_text, texts), key=lambda one: (one.filled, one.content)):
        for key, said in back.answers.items():
            holds.update({(key, name): value for name, value in said.items()})
    found = {(key, "value"): one.value for key, one in every.items() if one.value is not None}
    found |= {(key, "comment"): one.comment for key, one in every.items() if one.comment}
    assert found == holds


def text_of(identity: Identity, filled: str, answers: dict[str, Any]) -> str:
    return json.dumps(return_document(identity, filled, answers))


KILLED = """
import os, sys
from pathlib import Path
from digimaturity.services.workspace import open_workspace
from digimaturity.services.forms.taking_in import preview, take_in
from digimaturity.store.forms import Forms
def die(self, record):
    os._exit(9)
Forms.add_return = die
with open_workspace(Path(sys.argv[1])) as opened:
    take_in(opened, preview(opened, [Path(name) for name in sys.argv[2:]]))
"""


def test_a_program_that_dies_in_the_middle_has_taken_in_nothing(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    with open_workspace(path) as opened:
        sitting = begin(opened)
        own = made_for(opened, sitting.assessment, sitting.manager)
        back = saved(tmp_path, own, {"a.levels": 3, "a.yes": True})
    command = (sys.executable, "-c", KILLED, path, back)
    done = subprocess.run(command, check=False, env={**os.environ, "PYTHONPATH": str(Path.cwd())})
    assert done.returncode == 9
    with open_workspace(path) as opened:
        assert not assessments.responses(opened, sitting.assessment).answers[sitting.manager]
        assert take_in(opened, preview(opened, [back])).answers == 2


def test_a_form_confirms_what_was_taken_over_from_the_year_before(
    sitting: Sitting, tmp_path: Path
) -> None:
    workspace, company = sitting.workspace, sitting.company
    for question, level in (("a.levels", 2), ("a.may", 4)):
        place = (sitting.assessment, sitting.manager, question)
        recording.record_answer(workspace, *place, Answer.of(level))
    sign_off.sign(workspace, sitting.assessment)
    filled = now()  # before the next assessment was begun: on another computer its clock is wrong
    before = source_for(workspace, company, date(2027, 3, 1))
    assert before is not None
    people = [Newcomer(Viewpoint.MANAGEMENT, "Ada", sitting.manager)]
    made = begin_from(workspace, before, before.questionnaire, date(2027, 3, 1), people)
    key = str(made.change.assessment)
    (ada,) = assessments.get_assessment(workspace, key).respondents
    (row,) = standing_of(workspace, key)
    assert row.count.answered == 0
    identity = made_for(workspace, key, ada.id)
    answers = {"a.levels": 2, "a.may": {"value": 5, "carried": True}}
    seen = preview(workspace, [saved(tmp_path, identity, answers, filled)])
    (one,) = (one.found for one in seen)
    assert one is not None
    assert (one.new, one.changed, one.same) == (("a.levels", "a.may"), (), ())
    take_in(workspace, seen)
    told = assessments.responses(workspace, key).answers[ada.id]
    assert told == {"a.levels": Answer.of(2), "a.may": Answer.of(5)}
