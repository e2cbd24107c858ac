"""What a measure takes of roles and of key people when it is posed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from digimaturity.domain.catalogue import Effort, Role
from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.roadmap.book import PlanBook
from digimaturity.domain.roadmap.items import (
    KeyPerson,
    MeasureDecision,
    OwnMeasure,
    RoleCapacity,
)
from digimaturity.domain.roadmap.posing import pose

from .make import area, dimension, levels, questionnaire, said

EVALUATION = evaluate(questionnaire(dimension("a", area("a", levels("p")))), said({"p": 1}))
BOOK = PlanBook(
    own={"own": OwnMeasure("Portal", Effort(1, 6, 0), 26)},
    people={
        "anna": KeyPerson("Anna", Role.IT, RoleCapacity(40), share=0.5),
        "ben": KeyPerson("Ben", Role.IT, RoleCapacity(40)),
    },
)


def load(**named: float) -> dict[str, float]:
    decided = MeasureDecision(accepted=True, people=named)
    posed = pose(EVALUATION, replace(BOOK, decisions={"own": decided}), date(2026, 2, 3))
    (job,) = posed.problem.jobs
    assert job.quarters == 2
    return dict(job.load)


def test_key_people_have_their_usual_share() -> None:
    assert load() == {"management": 0.5, "it": 3.0, "anna": 1.5}


def test_a_role_bears_at_least_what_its_key_people_bear_by_name() -> None:
    assert load(anna=20, ben=4) == {"management": 0.5, "it": 12.0, "anna": 10.0, "ben": 2.0}
    assert load(anna=1) == {"management": 0.5, "it": 3.0, "anna": 0.5}
