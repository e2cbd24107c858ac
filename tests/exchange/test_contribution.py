"""What a contribution holds, and what is no contribution."""

from __future__ import annotations

import json
from dataclasses import replace

import jsonschema
import pytest

from digimaturity import paths
from digimaturity.domain.company import Company
from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.questionnaire import Question, Questionnaire
from digimaturity.errors import UserError
from digimaturity.exchange.contribution import LIMIT, read, to_bytes, written
from digimaturity.exchange.measured import fingerprint_of, measured
from digimaturity.exchange.refused import RefusedError
from digimaturity.services.sample import read_sample
from tests.exchange.make import SMALL, YEAR, contribution
from tests.services.small import small_questionnaire

SCHEMA = json.loads((paths.resources_dir() / "schemas" / "contribution.schema.json").read_text())


def code(content: bytes) -> str:
    with pytest.raises(RefusedError) as refused:
        read(content, SMALL, YEAR)
    return refused.value.code


def plain(**changes: object) -> bytes:
    return json.dumps({**contribution(), **changes}).encode()


def test_a_firm_gives_its_scores_in_whole_points_and_nothing_else() -> None:
    answers = read_sample()
    evaluation = evaluate(answers.questionnaire, answers.responses, company=answers.company.company)
    content = written(evaluation, YEAR, bytes(range(16)))
    given = json.loads(content)

    jsonschema.validate(given, SCHEMA)
    assert set(given) == set(SCHEMA["required"])
    assert answers.company.name not in content.decode()
    assert str(answers.company.employees) not in content.decode().replace(given["id"], "")
    assert given["areas"].keys() == evaluation.scores.areas.keys()
    for key, score in evaluation.scores.areas.items():
        assert given["areas"][key] == (None if score.shown is None else int(score.shown + 0.5))
    assert evaluation.index is not None
    assert given["index"] == {"low": evaluation.index.low, "high": evaluation.index.high}


def test_what_was_written_is_read_back_the_same() -> None:
    answers = read_sample()
    asked = measured(answers.questionnaire)
    evaluation = evaluate(answers.questionnaire, answers.responses, company=answers.company.company)
    content = written(evaluation, YEAR, bytes(range(16)))
    assert to_bytes(read(content, asked, YEAR), asked) == content


@pytest.mark.parametrize(
    "company", [Company("x", None, "C", 20), Company("x", "DE", None, 20), Company("x", "DE", "C")]
)
def test_without_country_sector_and_size_there_is_nothing_to_give(company: Company) -> None:
    answers = read_sample()
    evaluation = evaluate(answers.questionnaire, answers.responses, company=company)
    with pytest.raises(UserError, match=r"contribution\.profile"):
        written(evaluation, YEAR, bytes(16))


def test_another_wording_is_the_same_yardstick_and_another_weight_is_not() -> None:
    asked = small_questionnaire()

    def with_first(question: Question) -> Questionnaire:
        area = replace(asked.areas[0], questions=(question, *asked.areas[0].questions[1:]))
        return replace(asked, dimensions=(replace(asked.dimensions[0], areas=(area,)),))

    first = asked.areas[0].questions[0]

    assert fingerprint_of(
        with_first(replace(first, text={"en": "In which way?"}))
    ) == fingerprint_of(asked)
    assert fingerprint_of(with_first(replace(first, weight=2.0))) != fingerprint_of(asked)
    assert fingerprint_of(with_first(replace(first, id="other"))) != fingerprint_of(asked)
    assert fingerprint_of(replace(asked, id="other")) != fingerprint_of(asked)


def test_a_fingerprint_is_the_same_on_every_computer() -> None:
    """It is compared between computers: sets and versions of Python must not matter."""
    known = "190a3b013f2c1f58a3fa2630b731e1970dfdef420647178b56b109f6ebead7f9"
    assert SMALL.fingerprint == known


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not_json"),
        (b"{", "not_json"),
        (b"[" * 10_000, "not_json"),
        (b"\xff\xfe{}", "not_json"),
        (b"9" * 9_000, "not_json"),
        (b"[]", "format"),
        (b"{}", "format"),
        (b"PK\x03\x04" + bytes(100), "packed"),
        (b"\x1f\x8b\x08" + bytes(100), "packed"),
        (plain()[:-30], "not_json"),
        (plain() + b" " * LIMIT, "too_large"),
        (plain().replace(b'"overall": 50', b'"overall": NaN'), "not_json"),
        (plain().replace(b'"overall": 50', b'"overall": 50, "overall": 50'), "repeated_key"),
        (plain().replace(b'"a": 50', b'"a": 10, "a": 50'), "repeated_key"),
        (plain().replace(b'"year"', b'"\\u0079ear": 1, "year"'), "repeated_key"),
        (plain(format="digimaturity-contribution/2"), "format"),
        # As many quotation marks as there should be: the number in the version makes up for them.
        (
            plain(questionnaire={**contribution()["questionnaire"], "version": 1}).replace(
                b'"overall": 50', b'"overall": 10, "overall": 50'
            ),
            "value",
        ),
        (plain(questionnaire={**contribution()["questionnaire"], "version": "\x1b"}), "value"),
        (plain(questionnaire={**contribution()["questionnaire"], "version": "9" * 41}), "value"),
        (plain(name="Hansen"), "keys"),
        (plain(**{"\ud800": 1}), "keys"),
        (plain(year=YEAR - 1), "other_year"),
        (plain(year="2026"), "value"),
        (plain(year=2026.0), "value"),
        (plain(overall=50.0), "value"),
        (plain(overall=True), "value"),
        (plain(overall=None), "value"),
        (plain(overall=101), "value"),
        (plain(overall=-1), "value"),
        (plain(overall=1e400), "not_json"),
        (plain().replace(b'"overall": 50', b'"overall": 1e400'), "value"),
        (plain().replace(b'"overall": 50', b'"overall": ' + b"9" * 4000), "value"),
        (plain(year=1999), "value"),
        (plain(overall=52), "inconsistent"),
        (plain(dimensions={"d": 52}), "inconsistent"),
        (plain(dimensions={}), "keys"),
        (plain(dimensions=None), "value"),
        (plain(areas={"a": 50, "b": 50}), "keys"),
        (plain(areas={"a": "50"}), "value"),
        (plain(id="x" * 32), "value"),
        (plain(id=5), "value"),
        (plain(country="de"), "value"),
        (plain(country="DE\n"), "value"),
        (plain(country=["DE"]), "value"),
        (plain(section="Z"), "value"),
        (plain(section={}), "value"),
        (plain(size_class="10-50"), "value"),
        (plain(size_class=[]), "value"),
        (plain(index={"low": 1, "high": 0}), "value"),
        (plain(index={"low": 0, "high": 1}), "value"),
        (plain(index=[]), "value"),
        (plain(questionnaire="small"), "value"),
        (
            plain(questionnaire={**contribution()["questionnaire"], "id": "x"}),
            "other_questionnaire",
        ),
        (
            plain(questionnaire={**contribution()["questionnaire"], "fingerprint": 1}),
            "other_version",
        ),
    ],
)
def test_what_is_no_contribution_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    assert code(content) == reason


def test_a_version_may_have_quotation_marks() -> None:
    asked = {**contribution()["questionnaire"], "version": '1 "beta"'}
    given = plain(questionnaire=asked)
    assert read(given, SMALL, YEAR).points == (50, 50, 50)
    assert code(given.replace(b'"overall": 50', b'"overall": 5, "overall": 50')) == "repeated_key"


def test_an_area_that_is_not_rated_stays_out() -> None:
    given = read(plain(areas={"a": None}, dimensions={"d": None}), SMALL, YEAR)
    assert given.points == (50, None, None)
