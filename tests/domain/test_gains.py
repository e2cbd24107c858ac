"""The parts of a gain are all of it: lifting the questions one by one, the score rises by each."""

from __future__ import annotations

from math import fsum

import pytest

from digimaturity import paths
from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.gains import gain_parts
from digimaturity.domain.responses import DONT_KNOW, Answer
from digimaturity.packs import load_pack
from tests.domain.make import said


def test_the_parts_of_a_gain_are_what_the_engine_gives_for_each_answer() -> None:
    asked = load_pack(paths.questionnaires_dir() / "readiness").questionnaire
    assert asked is not None
    answers = {q.id: 1 + n % 3 for n, q in enumerate(asked.rated_questions)}
    responses = said(answers | {asked.rated_questions[1].id: DONT_KNOW})
    target = {asked.areas[0].id: 50.0}
    before = evaluate(asked, responses, targets=target)
    assert before.overall.value is not None
    for candidate in before.candidates:
        parts = list(gain_parts(candidate.measure, asked, before.questions, before.scores, target))
        assert fsum(part.gain for part in parts) == pytest.approx(candidate.gain)
        for part in parts:
            level = Answer.of(1 + part.goal / 25)
            after = evaluate(asked, responses.with_answer("r0", part.question, level))
            assert after.overall.value is not None
            assert after.overall.value - before.overall.value == pytest.approx(part.gain)
