"""Evaluation of 54 answered questions from three respondents, with 60 measures weighed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from digimaturity.domain.catalogue import CostBand, Effort, Lift, Measure
from digimaturity.domain.company import SizeClass
from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.questionnaire import Viewpoint
from tests.benchmarks.measure import Figure, median_ms
from tests.domain.make import EN, area, dimension, levels, questionnaire, together


def figures() -> Iterator[Figure]:
    """One figure, held against a goal in itself: it is arithmetic, and has no floor."""
    asked = questionnaire(
        *(
            dimension(
                f"d{d}",
                *(
                    area(f"d{d}a{a}", *(levels(f"d{d}a{a}.{q}") for q in range(3)))
                    for a in range(n)
                ),
            )
            for d, n in enumerate((5, 5, 4, 4))
        )
    )
    effort = dict.fromkeys(SizeClass, Effort(1, 5, 2))
    asked = replace(
        asked,
        measures=tuple(
            Measure(
                f"m{n}",
                EN,
                EN,
                (EN,),
                EN,
                tuple(Lift(q.id, 2, 4) for q in asked.rated_questions[n % 50 : n % 50 + 3]),
                effort,
                dict.fromkeys(SizeClass, 4),
                dict.fromkeys(SizeClass, CostBand.NONE),
            )
            for n in range(60)
        ),
    )
    dice = random.Random(1)  # noqa: S311 - a fixed example, no secret
    responses = together(
        *((view, {q.id: dice.randint(1, 5) for q in asked.rated_questions}) for view in Viewpoint)
    )
    ms = median_ms(lambda: evaluate(asked, responses), rounds=200)
    yield Figure("evaluate: 54 questions, 3 respondents, 60 measures", ms, goal_ms=2)
