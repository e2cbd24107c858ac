"""Nothing that the sources say is left without a question or a measure."""

from __future__ import annotations

from tests.content.pack import asked, readiness

CLAIMS = {
    f"{text}-{number}"
    for text, last in {"MIL": 8, "KR": 7, "SUI": 9, "REB": 10, "ALI": 11}.items()
    for number in range(1, last + 1)
}


def test_every_claim_is_turned_into_a_question_or_a_measure() -> None:
    used = [set(question.sources) for question in asked()]
    used += [set(measure.sources) for measure in readiness().measures]
    assert all(used), "everything says what it rests on"
    assert set().union(*used) == CLAIMS
