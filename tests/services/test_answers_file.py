"""Files of answers: there and back, and every fault named at once."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from digimaturity import paths
from digimaturity.domain.company import TurnoverBand
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import (
    DONT_KNOW,
    Answer,
    Respondent,
    Responses,
    State,
)
from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.services import answers_file, assessments, companies, results
from digimaturity.services.answers_file import (
    AnswersFile,
    AnswersProblem,
    answers_document,
    evaluate_answers,
    evaluation_to_json,
    parse_answers,
    read_answers,
    save_answers,
)
from digimaturity.services.evaluation_file import written
from digimaturity.services.messages.answers_problems import problem_sentence
from digimaturity.services.packs import installed_benchmarks
from digimaturity.services.sample import read_sample
from digimaturity.services.workspace import Workspace
from tests.services.small import DAY, small_questionnaire

ASKED = small_questionnaire()
KNOWN = {ASKED.id: ASKED}
ENGLISH = Translator.load("en", Path())

GOOD: dict[str, Any] = {
    "format": "digimaturity-answers/1",
    "questionnaire": "small",
    "company": {
        "name": "Hansen Möbel",
        "country": "DE",
        "section": "C",
        "employees": 40,
        "turnover": "2-10",
    },
    "date": "2026-02-24",
    "respondents": [
        {
            "id": "a",
            "viewpoint": "management",
            "name": "Ada",
            "answers": {
                "a.levels": {"value": 3, "comment": "why"},
                "a.may": {"value": "not_applicable", "evidence": "ISO 9001", "review": True},
                "a.yes": {"value": False, "carried": True},
                "a.many": ["x", "y"],
                "f.number": 12.5,
                "f.text": {"text": "dont_know"},
                "buy.pays": "jointly",
                "buy.runs": ["it"],
            },
        },
        {
            "id": "b",
            "viewpoint": "it",
            "answers": {"a.yes": "dont_know", "a.may": {"comment": "?"}},
        },
    ],
    "consensus": {"a.levels": 4},
    "reasons": {"a.levels": "Ada <b>shows</b> it\nto us."},
    "parked": {"a.yes": "Who pays?"},
}


def schema(name: str) -> Draft202012Validator:
    text = (paths.resources_dir() / "schemas" / f"{name}.schema.json").read_text()
    loaded = json.loads(text)
    Draft202012Validator.check_schema(loaded)
    return Draft202012Validator(loaded)


def problems_of(content: bytes) -> list[AnswersProblem]:
    with pytest.raises(UserError) as raised:
        parse_answers(content, KNOWN)
    assert raised.value.code == "answers.invalid"
    found = raised.value.details["problems"]
    assert isinstance(found, tuple)
    return list(found)


def problems_in(document: object) -> set[tuple[str, str]]:
    found = problems_of(json.dumps(document).encode())
    for problem in found:
        # Each can be said, and without a gap.
        assert "{" not in problem_sentence(problem, ENGLISH)
    return {(problem.where, problem.code) for problem in found}


def changed(change: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
    document = copy.deepcopy(GOOD)
    change(document)
    return document


def test_a_file_is_read_as_it_was_meant() -> None:
    read = parse_answers(json.dumps(GOOD).encode(), KNOWN)

    assert read.questionnaire is ASKED
    assert read.company == companies.CompanyRecord(
        "Hansen Möbel", "DE", "C", 40, TurnoverBand.UP_TO_10
    )
    assert read.day == DAY
    assert read.responses == Responses(
        (Respondent("a", Viewpoint.MANAGEMENT, "Ada"), Respondent("b", Viewpoint.IT)),
        {
            "a": {
                "a.levels": Answer.of(3, "why"),
                "a.may": Answer(State.NOT_APPLICABLE, None, "", "ISO 9001", review=True),
                "a.yes": Answer(State.ANSWERED, value=False, carried=True),
                "a.many": Answer.of(frozenset({"x", "y"})),
                "f.number": Answer.of(12.5),
                "f.text": Answer.of("dont_know"),
                "buy.pays": Answer.of(frozenset({"jointly"})),
                "buy.runs": Answer.of(frozenset({"it"})),
            },
            "b": {"a.yes": DONT_KNOW, "a.may": Answer(State.UNANSWERED, None, "?")},
        },
        {"a.levels": 4},
        {"a.levels": "Ada <b>shows</b> it\nto us."},
        {"a.yes": "Who pays?"},
    )
    assert not list(schema("answers").iter_errors(GOOD))


COMMENTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
SAID = {
    "a.levels": st.integers(1, 5),
    "a.may": st.integers(1, 5),
    "a.yes": st.booleans(),
    "a.many": st.frozensets(st.sampled_from("xy")),
    "f.number": st.integers(0, 100) | st.floats(0, 100),
    "f.text": COMMENTS | st.sampled_from(["dont_know", "not_applicable"]),
    "buy.owns_kpi": st.sampled_from(["it", "nobody"]).map(lambda one: frozenset({one})),
}


@st.composite
def said_by_one(draw: st.DrawFn) -> dict[str, Answer]:
    answers = {}
    for question in draw(st.sets(st.sampled_from(sorted(SAID)))):
        comment = draw(COMMENTS)
        kinds = [
            st.builds(Answer.of, SAID[question], st.just(comment)),
            st.just(Answer(State.DONT_KNOW, None, comment)),
        ]
        if question == "a.may":
            kinds.append(st.just(Answer(State.NOT_APPLICABLE, None, comment)))
        if comment:
            kinds.append(st.just(Answer(State.UNANSWERED, None, comment)))
        answers[question] = draw(st.one_of(kinds))
    return answers


#: What a group writes down, by question; an empty text is none.
TOGETHER = st.dictionaries(st.sampled_from(sorted(SAID)), COMMENTS.filter(bool), max_size=2)


@given(
    st.lists(said_by_one(), min_size=1, max_size=3),
    st.none() | st.integers(1, 5),
    TOGETHER,
    TOGETHER,
)
def test_what_is_written_is_read_again(
    said: list[dict[str, Answer]],
    agreed: int | None,
    reasons: dict[str, str],
    parked: dict[str, str],
) -> None:
    people = tuple(
        Respondent(f"r{place}", list(Viewpoint)[place % 3], "<Ada> 🏭")
        for place in range(len(said))
    )
    responses = Responses(
        people,
        {person.id: answers for person, answers in zip(people, said, strict=True)},
        {} if agreed is None else {"a.levels": agreed},
        reasons,
        parked,
    )
    content = AnswersFile(ASKED, companies.CompanyRecord("A"), DAY, responses)
    document = answers_document(content)

    assert parse_answers(json.dumps(document).encode(), KNOWN) == content
    assert not list(schema("answers").iter_errors(document))


FAULTS: dict[str, tuple[Callable[[dict[str, Any]], object], set[tuple[str, str]]]] = {
    "unknown question": (
        lambda d: d["respondents"][0]["answers"].update({"a.level": 3}),
        {("respondents[0].answers.a.level", "question")},
    ),
    "level out of range": (
        lambda d: d["respondents"][0]["answers"].update({"a.levels": 6}),
        {("respondents[0].answers.a.levels", "range")},
    ),
    "endless level": (
        lambda d: d["respondents"][0]["answers"].update({"a.levels": 10**400}),
        {("respondents[0].answers.a.levels", "range")},
    ),
    "text for a level": (
        lambda d: d["respondents"][0]["answers"].update({"a.levels": "three"}),
        {("respondents[0].answers.a.levels", "kind")},
    ),
    "null for a level": (
        lambda d: d["respondents"][0]["answers"].update({"a.levels": None}),
        {("respondents[0].answers.a.levels", "kind")},
    ),
    "number for a yes": (
        lambda d: d["respondents"][0]["answers"].update({"a.yes": 1}),
        {("respondents[0].answers.a.yes", "kind")},
    ),
    "yes for a number": (
        lambda d: d["respondents"][0]["answers"].update({"f.number": True}),
        {("respondents[0].answers.f.number", "kind")},
    ),
    "number for a text": (
        lambda d: d["respondents"][0]["answers"].update({"f.text": 1}),
        {("respondents[0].answers.f.text", "kind")},
    ),
    "always applies": (
        lambda d: d["respondents"][0]["answers"].update({"a.levels": "not_applicable"}),
        {("respondents[0].answers.a.levels", "not_applicable")},
    ),
    "unknown option": (
        lambda d: d["respondents"][0]["answers"].update({"a.many": ["z"]}),
        {("respondents[0].answers.a.many", "range")},
    ),
    "option twice": (
        lambda d: d["respondents"][0]["answers"].update({"a.many": ["x", "x"]}),
        {("respondents[0].answers.a.many", "kind")},
    ),
    "numbers beyond the limits": (
        lambda d: d["respondents"][0]["answers"].update(
            {"f.number": 101, "f.above": -1, "f.below": 10, "f.free": float(10**300) * 10**10}
        ),
        {
            ("respondents[0].answers.f.number", "range"),
            ("respondents[0].answers.f.above", "range"),
            ("respondents[0].answers.f.below", "range"),
        },
    ),
    "answer without content": (
        lambda d: d["respondents"][0]["answers"].update({"a.levels": {}}),
        {("respondents[0].answers.a.levels", "answer")},
    ),
    "two answers in one": (
        lambda d: d["respondents"][0]["answers"].update({"f.text": {"value": "a", "text": "b"}}),
        {("respondents[0].answers.f.text", "answer")},
    ),
    "comment is no text": (
        lambda d: d["respondents"][0]["answers"].update({"a.yes": {"value": True, "comment": 3}}),
        {("respondents[0].answers.a.yes.comment", "text")},
    ),
    "reason is no text": (
        lambda d: d["reasons"].update({"a.levels": 3}),
        {("reasons.a.levels", "text")},
    ),
    "parked at an unknown question": (
        lambda d: d["parked"].update({"a.level": "later"}),
        {("parked.a.level", "question")},
    ),
    "unknown part of an answer": (
        lambda d: d["respondents"][0]["answers"].update({"a.yes": {"value": True, "coment": ""}}),
        {("respondents[0].answers.a.yes", "unknown_key")},
    ),
    "answers are a list": (
        lambda d: d["respondents"][0].update(answers=[1]),
        {("respondents[0].answers", "object")},
    ),
    "unknown viewpoint": (
        lambda d: d["respondents"][1].update(viewpoint="boss"),
        {("respondents[1].viewpoint", "viewpoint")},
    ),
    "respondent twice": (
        lambda d: d["respondents"][1].update(id="a"),
        {("respondents[1].id", "duplicate")},
    ),
    "respondent without a name of its own": (
        lambda d: (d["respondents"][0].update(id=""), d["respondents"][1].update(id=7)),
        {("respondents[0].id", "empty"), ("respondents[1].id", "text")},
    ),
    "respondent incomplete": (
        lambda d: d["respondents"].append({"nickname": "C"}),
        {("respondents[2]", "missing"), ("respondents[2]", "unknown_key")},
    ),
    "respondent is no object": (
        lambda d: d["respondents"].append("C"),
        {("respondents[2]", "object")},
    ),
    "no respondents": (lambda d: d.update(respondents=[]), {("respondents", "respondents")}),
    "respondents are an object": (
        lambda d: d.update(respondents={"a": 1}),
        {("respondents", "respondents")},
    ),
    "consensus out of range": (
        lambda d: d.update(consensus={"a.levels": 6, "a.may": 2.5, "a.yes": 1, "a.no": 1}),
        {
            ("consensus.a.levels", "range"),
            ("consensus.a.may", "kind"),
            ("consensus.a.yes", "kind"),
            ("consensus.a.no", "question"),
        },
    ),
    "company without a name": (lambda d: d["company"].pop("name"), {("company", "missing")}),
    "company nonsense": (
        lambda d: d.update(
            company={"name": " ", "country": "Germany", "section": "c", "employees": 0}
        ),
        {
            ("company.name", "empty"),
            ("company.country", "country"),
            ("company.section", "section"),
            ("company.employees", "employees"),
        },
    ),
    "company is a text": (lambda d: d.update(company="Hansen"), {("company", "object")}),
    "more employees than a workspace can hold": (
        lambda d: d["company"].update(employees=10**30),
        {("company.employees", "employees")},
    ),
    "no band of turnover": (
        lambda d: d["company"].update(turnover=7),
        {("company.turnover", "turnover")},
    ),
    "half an employee": (
        lambda d: d["company"].update(employees=0.5),
        {("company.employees", "employees")},
    ),
    "no such day": (lambda d: d.update(date="2026-02-30"), {("date", "date")}),
    "a date of another form": (lambda d: d.update(date="24.02.2026"), {("date", "date")}),
    "unknown questionnaire": (
        lambda d: d.update(questionnaire="other"),
        {("questionnaire", "questionnaire")},
    ),
    "newer format": (lambda d: d.update(format="digimaturity-answers/2"), {("format", "format")}),
    "everything missing": (lambda d: d.clear(), {("", "missing")}),
    "unknown key": (lambda d: d.update(respondent=[]), {("", "unknown_key")}),
}

#: What only the questionnaire or the calendar can tell, not the form of the file.
NOT_IN_SCHEMA = {
    "parked at an unknown question",
    "unknown question",
    "level out of range",
    "endless level",
    "text for a level",
    "number for a yes",
    "yes for a number",
    "number for a text",
    "always applies",
    "unknown option",
    "numbers beyond the limits",
    "respondent twice",
    "no such day",
    "unknown questionnaire",
}


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_is_named_with_its_place(name: str) -> None:
    change, expected = FAULTS[name]
    document = changed(change)
    if name == "numbers beyond the limits":
        document["respondents"][0]["answers"].pop("f.free")

    assert problems_in(document) == expected
    assert bool(list(schema("answers").iter_errors(document))) == (name not in NOT_IN_SCHEMA)


def test_all_faults_are_named_at_once() -> None:
    def spoil(document: dict[str, Any]) -> None:
        for name in ("unknown question", "level out of range", "unknown viewpoint", "no such day"):
            FAULTS[name][0](document)

    assert {code for _, code in problems_in(changed(spoil))} == {
        "question",
        "range",
        "viewpoint",
        "date",
    }
    problem = next(one for one in problems_of(json.dumps(changed(spoil)).encode()) if one.details)
    assert problem_sentence(problem, ENGLISH).startswith("date: ")


def test_an_infinite_number_is_out_of_range() -> None:
    text = json.dumps(GOOD).replace('"f.number": 12.5', '"f.free": 1e999')
    (problem,) = problems_of(text.encode())
    assert (problem.where, problem.code) == ("respondents[0].answers.f.free", "range")
    assert "infinite" in problem_sentence(problem, ENGLISH)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "syntax"),
        (b'{"format": 1,}', "syntax"),
        (b"[" * 100_000, "not_json"),
        (b'{"a": NaN}', "not_json"),
        (b"\xff\xfe\xfd", "not_json"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "not_json"),
        (b'{"date": 1, "date": 2}', "repeated"),
        (b"[]", "object"),
        (b"null", "object"),
    ],
)
def test_what_is_no_json_object_is_told(content: bytes, code: str) -> None:
    (problem,) = problems_of(content)
    assert (problem.where, problem.code) == ("", code)
    assert problem_sentence(problem, ENGLISH)


def test_a_misspelt_question_is_guessed() -> None:
    document = changed(lambda d: d["respondents"][0]["answers"].update({"a.levls": 3}))
    (problem,) = problems_of(json.dumps(document).encode())
    assert problem.details["near"] == "a.levels"
    assert "“a.levels”" in problem_sentence(problem, ENGLISH)


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False)
        | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from([*GOOD, "id", "viewpoint", "answers", "name", "a.levels"]),
                inner,
                max_size=6,
            )
        ),
        max_leaves=20,
    )
)
def test_no_file_however_strange_is_more_than_refused(document: object) -> None:
    with pytest.raises(UserError) as raised:
        parse_answers(json.dumps(document).encode(), KNOWN)
    problems: Any = raised.value.details["problems"]
    assert problems
    assert all(problem_sentence(problem, ENGLISH) for problem in problems)


def test_a_file_that_is_missing_or_too_large_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "answers.json"
    with pytest.raises(UserError, match=r"answers\.missing"):
        read_answers(path, KNOWN)
    path.write_text("{}")
    with pytest.raises(UserError, match=r"answers\.invalid") as raised:
        read_answers(path, KNOWN)
    assert raised.value.details["path"] == path
    monkeypatch.setattr(answers_file, "LARGEST", 1)
    with pytest.raises(UserError, match=r"answers\.too_large"):
        read_answers(path, KNOWN)


def test_a_file_put_into_the_workspace_says_the_same_there(workspace: Workspace) -> None:
    answers = parse_answers(json.dumps(GOOD).encode(), KNOWN)
    change = save_answers(workspace, answers, by="Ada")

    place = str(change.assessment)
    said = assessments.responses(workspace, place)
    ids = {
        person.id: kept.id
        for person, kept in zip(answers.responses.respondents, said.respondents, strict=True)
    }
    assert {ids[key]: own for key, own in answers.responses.answers.items()} == said.answers
    assert said.consensus == answers.responses.consensus
    company = companies.get_company(workspace, str(change.company))
    assert (company.employees, company.turnover_band) == (40, TurnoverBand.UP_TO_10)
    assert {entry.by for entry in assessments.history(workspace, place)} == {"Ada"}

    benchmarks = installed_benchmarks().data
    there = results.evaluate_assessment(workspace, place, benchmarks)
    assert there.questions == evaluate_answers(answers, benchmarks).questions


def test_the_evaluation_as_json_keeps_its_schema(readiness: Questionnaire) -> None:
    documents = [evaluation_to_json(parse_answers(json.dumps(GOOD).encode(), KNOWN))]
    for level in ("dont_know", 1, 5):
        said = {question.id: level for question in readiness.by_id.values() if question.levels}
        held = {
            f"{decision.id}.{part}": "nobody"
            for decision in readiness.decisions
            for part in ("decides", "runs")
        }
        people = [
            {"id": view.value, "viewpoint": view.value, "answers": {**said, **held}}
            for view in Viewpoint
        ]
        together: dict[str, Any] = {"consensus": {}, "reasons": {}, "parked": {}}
        document = {**GOOD, "questionnaire": readiness.id, "respondents": people, **together}
        known = {readiness.id: readiness}
        documents.append(evaluation_to_json(parse_answers(json.dumps(document).encode(), known)))
    documents.append(evaluation_to_json(read_sample()))
    nothing = {
        **GOOD,
        "consensus": {},
        "respondents": [{"id": "a", "viewpoint": "it", "answers": {}}],
    }
    documents.append(evaluation_to_json(parse_answers(json.dumps(nothing).encode(), KNOWN)))
    for document in documents:
        # Through text and back: nothing in it is more than JSON.
        assert not list(schema("evaluation").iter_errors(json.loads(written(document))))
    assert documents[1]["overall"]["score"] is None
    assert documents[3]["overall"]["score"] == 100
