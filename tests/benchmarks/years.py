"""Ten yearly assessments of three people each, over four versions: read, and compared."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from tests.benchmarks.measure import Figure, median_ms

if TYPE_CHECKING:
    from digimaturity.domain.questionnaire import Area, Questionnaire
    from digimaturity.services.workspace import Workspace

YEARS = 10
VERSIONS = 4


def figures() -> Iterator[Figure]:
    """Reading is done once; the trend is made anew whenever the newest answers change."""
    from digimaturity.domain.comparison import last_step, steps_of
    from digimaturity.domain.trend import trend_of
    from digimaturity.services.companies import list_companies
    from digimaturity.services.workspace import open_workspace
    from digimaturity.services.years import signed_years

    with tempfile.TemporaryDirectory() as folder:
        os.environ["DIGIMATURITY_HOME"] = folder
        path = Path(folder) / "w.db"
        with open_workspace(path) as workspace:
            _fill(workspace)
        with open_workspace(path) as workspace:
            (company,) = list_companies(workspace)
            began = perf_counter()
            found = signed_years(workspace, company.id)
            yield Figure(f"years: {YEARS} read the first time", (perf_counter() - began) * 1000)
            years = [one.year for one in found]
            yield Figure("years: the trend", median_ms(lambda: trend_of(years)), goal_ms=16)
            yield Figure("years: every step", median_ms(lambda: steps_of(years)), goal_ms=32)
            yield Figure("years: the last step", median_ms(lambda: last_step(years)), goal_ms=16)


def _fill(workspace: Workspace) -> None:
    from digimaturity.domain.official import BenchmarkData
    from digimaturity.domain.questionnaire import Viewpoint
    from digimaturity.domain.responses import Answer, Respondent, Responses
    from digimaturity.services.answers_file import AnswersFile, save_answers
    from digimaturity.services.companies import CompanyRecord, save_company
    from digimaturity.services.packs import usable_questionnaires
    from digimaturity.services.sign_off import sign

    asked = usable_questionnaires()["readiness"]
    people = tuple(Respondent(view.value, view) for view in Viewpoint)
    record = CompanyRecord("Hansen Möbel", "DE", "C", 40)
    company = str(save_company(workspace, record).company)
    for number in range(YEARS):
        pack = _version(asked, number * VERSIONS // YEARS)
        level = 1 + number % 5
        answers = {one.id: Answer.of(level) for one in pack.rated_questions}
        said = Responses(people, {person.id: answers for person in people})
        file = AnswersFile(pack, record, date(2016 + number, 3, 1), said)
        change = save_answers(workspace, file, company=company)
        sign(workspace, str(change.assessment), "Ada", BenchmarkData())


def _version(asked: Questionnaire, number: int) -> Questionnaire:
    """A version in which the first question of each area has another name."""
    from digimaturity.packs import document_of, fingerprint_of

    def area(one: Area) -> Area:
        first, *others = one.questions
        names = [first.id, *(f"{first.id}.{place}" for place in range(1, number + 1))]
        renamed = replace(first, id=names[-1], replaces=tuple(names[:-1]))
        return replace(one, questions=(renamed, *others))

    dimensions = tuple(
        replace(one, areas=tuple(area(part) for part in one.areas)) for one in asked.dimensions
    )
    made = replace(asked, version=str(number + 1), dimensions=dimensions, strategy=())
    return replace(made, fingerprint=fingerprint_of(document_of(made)))
