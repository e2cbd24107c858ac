"""What differs is told in words, whatever kind of answer it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from digimaturity.i18n import Translator
from digimaturity.services.client_package.words import copied_name, value_words
from digimaturity.store.records import Aspect
from tests.services.small import small_questionnaire

ENGLISH = Translator.load("en", Path())


@pytest.mark.parametrize(
    ("question", "aspect", "value", "words"),
    [
        ("a.levels", Aspect.ANSWER, {"state": "answered", "value": 3}, "Level 3"),
        ("a.levels", Aspect.ANSWER, {"state": "dont_know"}, "Don’t know"),
        ("a.may", Aspect.ANSWER, {"state": "not_applicable"}, "Not applicable"),
        ("a.may", Aspect.ANSWER, None, "taken back"),
        ("a.yes", Aspect.ANSWER, {"state": "answered", "value": False}, "No"),
        ("a.many", Aspect.ANSWER, {"state": "answered", "value": ["x", "y"]}, "X, Y"),
        ("a.many", Aspect.ANSWER, {"state": "answered", "value": []}, "none"),
        ("f.number", Aspect.ANSWER, {"state": "answered", "value": 12.5}, "12.5"),
        ("f.number", Aspect.ANSWER, {"state": "answered", "value": 12}, "12"),
        ("f.text", Aspect.ANSWER, {"state": "answered", "value": "a\nb"}, "“a b”"),
        ("a.levels", Aspect.COMMENT, "x" * 200, f"“{'x' * 120}…”"),
        ("a.levels", Aspect.EVIDENCE, "See there", "“See there”"),
        ("a.levels", Aspect.REVIEW, True, "marked for review"),
        ("a.levels", Aspect.CONSENSUS, 2, "Level 2"),
    ],
)
def test_every_kind_of_answer_is_worded(
    question: str, aspect: Aspect, value: object, words: str
) -> None:
    asked = small_questionnaire().by_id[question]
    assert value_words(asked, aspect, value, ENGLISH) == words


def test_copies_are_counted() -> None:
    assert copied_name("A", ["A"], ENGLISH) == "A (copy)"
    assert copied_name("A", ["A", "A (copy)", "A (copy 2)"], ENGLISH) == "A (copy 3)"
