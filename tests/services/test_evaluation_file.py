"""Open data: one format whose schema says what everything means, and nothing is lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from hashlib import sha256
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digimaturity import __version__, paths
from digimaturity.domain.distribution import Distribution
from digimaturity.domain.evaluation import Evaluation, evaluate
from digimaturity.domain.population import Basis
from digimaturity.domain.provenance import Origin
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer, Responses
from digimaturity.domain.sample import OVERALL, Peers, peer_sample
from digimaturity.report.wording import ReportContext, ReportOptions
from digimaturity.services.answers_file import AnswersFile, evaluate_answers, parse_answers
from digimaturity.services.evaluation_file import (
    evaluation_document,
    expected,
    found,
    render_data,
    written,
)
from digimaturity.services.evaluation_file.writing import hash_of
from digimaturity.services.sample import read_sample
from tests.domain.make import assessments
from tests.domain.test_laws import advised
from tests.report import samples
from tests.report.test_peers import CLIENTS
from tests.report.test_peers import sample as peers
from tests.samples import read

Document = dict[str, Any]
SCHEMAS = paths.resources_dir() / "schemas"


def schema(name: str) -> Document:
    loaded: Document = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    return loaded


@cache
def sample() -> tuple[AnswersFile, Evaluation, ReportContext]:
    answers = read_sample()
    return answers, evaluate_answers(answers), ReportContext(answers.responses, answers.day)


@cache
def sample_file() -> bytes:
    _, evaluation, context = sample()
    return render_data(evaluation, context)


def sample_document() -> Document:
    document: Document = json.loads(sample_file())
    return document


def parts(node: object, path: str = "") -> Iterator[tuple[str, Document]]:
    """Every schema of a property, with its path."""
    if isinstance(node, dict):
        for name, one in node.get("properties", {}).items():
            yield f"{path}.{name}", one
        for key, value in node.items():
            yield from parts(value, f"{path}/{key}")
    elif isinstance(node, list):
        for value in node:
            yield from parts(value, path)


@given(st.one_of(assessments(), advised()), st.booleans())
@settings(max_examples=25)
def test_any_evaluation_keeps_the_schema_and_loses_nothing(
    case: tuple[Questionnaire, Responses], comments: bool
) -> None:
    asked, said = case
    evaluation = evaluate(asked, said)
    context = ReportContext(said, samples.DAY, options=ReportOptions(comments=comments))
    content = render_data(evaluation, context)
    assert found(content) == expected(evaluation, context)
    assert content == render_data(evaluation, context)


def test_the_sample_has_everything() -> None:
    _, evaluation, context = sample()
    counts = found(sample_file())
    assert counts == expected(evaluation, context)
    assert counts["scores"] == 1 + 4 + 18
    assert counts["figures"] >= 4 + 6
    assert min(counts.values()) >= 1
    document = sample_document()
    assert document["made_by"] == {"name": "digimaturity", "version": __version__}
    assert {one["state"] for one in document["candidates"]} == {"now", "waits"}
    assert document["questions"]["fact.speed"]["value"] == 250
    assert document["questions"]["fact.website"]["value"] is True
    assert document["benchmark"]["earlier"][0]["year"] == 2021


def test_evaluate_prints_the_very_file() -> None:
    command = [sys.executable, "-m", "digimaturity", "evaluate"]
    answers = paths.resources_dir() / "sample" / "answers.json"
    environment = {**os.environ, "PYTHONHASHSEED": "5", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([*command, answers], check=True, capture_output=True, env=environment)
    assert done.stdout.replace(b"\r\n", b"\n") == sample_file()


def test_the_hash_can_be_checked_by_anybody() -> None:
    document = sample_document()
    told = document.pop("content_hash")
    plain = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert sha256(plain.encode()).hexdigest() == told


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("questions", lambda d: d["questions"].popitem()),
        ("measures", lambda d: d["candidates"].pop()),
        ("scores", lambda d: d["areas"].popitem()),
        ("answers", lambda d: d["answers"]["respondents"][0]["answers"].popitem()),
        ("comments", lambda d: d["answers"]["respondents"][0]["answers"].pop("fact.erp")),
        ("figures", lambda d: d["benchmark"]["rates"].popitem()),
        ("figures", lambda d: d["benchmark"].update(distribution=None)),
        ("valid", lambda d: d.pop("overall")),
        ("valid", lambda d: d["overall"].update(score=101)),
    ],
)
def test_what_is_missing_is_noticed(part: str, change: Callable[[Document], object]) -> None:
    document = sample_document()
    change(document)
    assert found(json.dumps(document).encode()) == {"valid": 0}, "the hash tells"
    document["content_hash"] = hash_of(document)
    assert found(json.dumps(document).encode()).get(part) != found(sample_file())[part]


def test_a_document_that_breaks_the_schema_is_never_written() -> None:
    _, evaluation, context = sample()
    broken = {**evaluation_document(evaluation, context), "strengths": [1]}
    with pytest.raises(jsonschema.ValidationError):
        written(broken)


def test_the_answers_in_it_give_the_same_evaluation_again() -> None:
    answers, evaluation, context = sample()
    document = sample_document()
    company = {key: document["company"][key] for key in ("name", "country", "section")}
    company |= {key: document["company"][key] for key in ("employees", "turnover")}
    again = {
        "format": "digimaturity-answers/1",
        "questionnaire": document["questionnaire"]["id"],
        "company": company,
        "date": document["date"],
        **document["answers"],
    }
    jsonschema.validate(again, schema("answers"))
    known = {answers.questionnaire.id: answers.questionnaire}
    back = parse_answers(json.dumps(again).encode(), known)
    assert back.responses == context.responses
    assert evaluate_answers(back) == evaluation


def test_comments_and_names_go_together_and_answers_can_stay_away() -> None:
    given = {**samples.answers(), "data.1": Answer.of(3, "Quite private."), "data.2": Answer.of(4)}
    said = samples.responses(given, name="Ada Huber")
    evaluation, context = samples.evaluation(said), samples.context(said)
    assert b"Quite private." in render_data(evaluation, context)
    assert b"Ada Huber" in render_data(evaluation, context)
    quiet = replace(context, options=ReportOptions(comments=False))
    content = render_data(evaluation, quiet)
    assert found(content) == expected(evaluation, quiet)
    assert found(content)["comments"] == 0
    assert found(content)["answers"] == len(given)
    silent = render_data(evaluation, context, answers=False)
    assert found(silent) == expected(evaluation, context, answers=False)
    for private in (b"Quite private.", b"Ada Huber", b"Tested in May"):
        assert private not in content
        assert private not in silent
    assert json.loads(silent)["answers"] is None


def test_peers_and_published_peers_are_figures_with_their_provenance() -> None:
    evaluation, context = samples.evaluation(), samples.context()
    assert evaluation.benchmark is not None
    quantiles = {percent: percent for percent in (10, 25, 50, 75, 90)}
    published = Peers(
        replace(CLIENTS, origin=Origin.PEER_PACK, publisher="Chamber", n=30),
        Basis.OWN,
        published={OVERALL: Distribution(30, 1, quantiles)},
    )
    both = (peers(), peer_sample(published, evaluation.scores, evaluation.index, 2026))
    among = replace(evaluation, benchmark=replace(evaluation.benchmark, samples=both))
    content = render_data(among, context)
    assert found(content) == expected(among, context)
    assert found(content)["figures"] == expected(evaluation, context)["figures"] + 2 + 1
    clients, chamber = json.loads(content)["benchmark"]["samples"]
    assert clients["overall"]["percentile"] == 50
    assert clients["areas"]["security"]["quartiles"] is None
    assert chamber["overall"]["between"] == {"at_least": 50, "at_most": 75}
    assert chamber["provenance"]["publisher"] == "Chamber"


def test_what_no_file_can_hold_is_marked() -> None:
    said = samples.responses({"data.1": Answer.of(3, "half \ud800 of \x00 a 😀 \u2028 工厂")})
    evaluation, context = samples.evaluation(said), samples.context(said)
    content = render_data(evaluation, context)
    assert found(content) == expected(evaluation, context)
    (person,) = json.loads(content)["answers"]["respondents"]
    assert person["answers"]["data.1"]["comment"] == "half \ufffd of \x00 a 😀 \u2028 工厂"


def test_every_id_has_its_words_in_every_language() -> None:
    document = sample_document()
    texts = document["texts"]
    assert set(texts["dimensions"]) == set(document["dimensions"])
    assert set(texts["areas"]) == set(document["areas"])
    held = {
        f"{key}.{part}" for key, row in document["decisions"]["holders"].items() for part in row
    }
    unnamed = set(document["questions"]) - set(texts["questions"])
    assert held <= unnamed
    assert {key.rpartition(".")[0] for key in unnamed} == set(texts["decisions"])
    assert set(texts["index_items"]) == set(document["index"]["items"])
    assert set(texts["measures"]) == {one["measure"] for one in document["candidates"]}
    for words in (*texts["areas"].values(), *texts["measures"].values(), *texts["levels"]):
        assert set(words) == {"en", "de"}


def test_the_schema_says_what_everything_means() -> None:
    own = schema("evaluation")
    jsonschema.Draft202012Validator.check_schema(own)
    silent = [path for path, one in parts(own) if len(one.get("description", "")) < 10]
    assert not silent
    open_numbers = [
        path
        for path, one in parts(own)
        for kind in (one, *one.get("anyOf", ()))
        if kind.get("type") == "number" and not {"minimum", "exclusiveMinimum"} & set(kind)
    ]
    assert set(open_numbers) <= {"/properties/questions/additionalProperties.value"}
    for name in ("respondent", "answer", "value"):
        assert own["$defs"][name] == schema("answers")["$defs"][name]


def differing(options: ReportOptions) -> Document:
    """The machine builder, whose three people contradict each other."""
    answers = read("machine-builder", "en")
    context = ReportContext(answers.responses, answers.day, options=options)
    document: Document = json.loads(render_data(evaluate_answers(answers), context))
    return document


def test_where_viewpoints_differ_is_told_with_its_sign() -> None:
    told = differing(ReportOptions())["viewpoints"]
    assert (len(told["areas"]), len(told["questions"]), len(told["pairs"])) == (18, 54, 3)
    first = told["areas"][0]
    assert (first["id"], first["highest"], first["lowest"], first["weight"]) == (
        "commitment",
        "management",
        "business",
        "strong",
    )
    gaps = [one["gap"] for one in told["questions"]]
    assert gaps == sorted(gaps, reverse=True)
    agreed = {one["id"] for one in told["questions"] if one["agreed_on"]}
    assert agreed == {"security.incident", "portfolio.priorities"}
    assert len(told["to_talk_about"]) == 5
    assert not agreed & set(told["to_talk_about"])
    assert told["recognisable"] == ["management", "it", "business"]
    assert told["agreement"] == {}


def test_viewpoints_told_as_one_are_one_everywhere_but_in_scores() -> None:
    apart = differing(ReportOptions())
    document = differing(ReportOptions(together=frozenset((Viewpoint.IT, Viewpoint.BUSINESS))))
    told = document["viewpoints"]
    assert told["together"] == ["it", "business"]
    assert told["people"] == {"management": 1, "it": 2}
    assert [(one["first"], one["second"]) for one in told["pairs"]] == [("management", "it")]
    assert document["answers"] is None  # where everybody stands for themselves
    assert "business" not in {key for one in told["areas"] for key in one["by_viewpoint"]}
    assert not [q for q in document["questions"].values() if "business" in q["by_viewpoint"]]
    assert document["overall"] == apart["overall"]
    assert [q["score"] for q in document["questions"].values()] == [
        q["score"] for q in apart["questions"].values()
    ]


def test_what_is_found_in_the_decision_map_is_told() -> None:
    decisions = differing(ReportOptions())["decisions"]
    assert decisions["one_sided"] == {"it": ["digital_offer"], "business": []}
    assert "allow_ai" in decisions["ownerless"]
    assert decisions["seen_differently"] == {}
    answers = read("machine-builder", "en")
    other = Answer.of(frozenset({"nobody"}))
    said = answers.responses.with_answer("it", "set_budget.pays", other)
    context = ReportContext(said, answers.day)
    document = evaluation_document(evaluate(answers.questionnaire, said), context)
    assert document["decisions"]["seen_differently"] == {"set_budget": ["pays"]}


def test_one_person_has_no_viewpoints_to_compare() -> None:
    answers = read("software", "en")
    context = ReportContext(answers.responses, answers.day)
    assert evaluation_document(evaluate_answers(answers), context)["viewpoints"] is None
