"""A firm in which nothing changes, whatever is done to the questionnaire that is shipped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from digimaturity.domain.comparison import Moved, steps_of
from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.questionnaire import Area, Dimension, Question, Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer, Respondent, Responses
from digimaturity.domain.trend import trend_of
from digimaturity.packs import document_of, fingerprint_of
from digimaturity.services import assessments, recording, sign_off
from digimaturity.services.answers_file import AnswersFile, save_answers
from digimaturity.services.companies import CompanyRecord, get_company, save_company
from digimaturity.services.packs import usable_questionnaires
from digimaturity.services.repeat import Newcomer, begin_from, source_for
from digimaturity.services.workspace import Workspace
from digimaturity.services.years import signed_years

PEOPLE = (
    Respondent("m", Viewpoint.MANAGEMENT, "Ada"),
    Respondent("i", Viewpoint.IT, "Ben"),
    Respondent("b", Viewpoint.BUSINESS, "Cem"),
)

#: On what each area asks every person and the group have one opinion, which lasts.
Opinions = Mapping[str, tuple[int, int, int, int]]

KINDS = ("keep", "keep", "weigh", "drop", "split", "merge", "scale", "add")


def changed(by: Random, asked: Questionnaire, number: int) -> Questionnaire:
    """The next version: each area is left alone, or changed in one of the ways."""
    dimensions = tuple(
        replace(one, areas=tuple(_area(by, area, number) for area in one.areas))
        for one in asked.dimensions
    )
    if by.random() < 0.5:  # an area moves to another dimension
        dimensions = _moved(dimensions)
    made = replace(asked, version=f"9.{number}", dimensions=dimensions, strategy=(), measures=())
    return replace(made, fingerprint=fingerprint_of(document_of(made)))


def _moved(dimensions: tuple[Dimension, ...]) -> tuple[Dimension, ...]:
    first, *middle, last = dimensions
    moving = (
        replace(first, areas=first.areas[1:]),
        replace(last, areas=(*last.areas, first.areas[0])),
    )
    return (moving[0], *middle, moving[1])


def _area(by: Random, area: Area, number: int) -> Area:
    first, *others = area.questions
    weight = by.choice((0.5, 1.0, 4.0))

    def instead(part: str, *old: Question) -> Question:
        return replace(
            first, id=f"{first.id}.{part}{number}", replaces=tuple(one.id for one in old)
        )

    match by.choice(KINDS):
        case "weigh":
            found = [replace(first, weight=weight), *others]
        case "drop" if others:
            found = others
        case "split":
            found = [instead("x", first), replace(instead("y", first), weight=weight), *others]
        case "merge" if others:
            found = [instead("m", first, others[0]), *others[1:]]
        case "scale":
            found = [replace(first, levels=first.levels[:-1]), *others]
        case "add":
            found = [*area.questions, instead("n")]
        case _:
            return area
    return replace(area, questions=tuple(found), weight=by.choice((1.0, 3.0)))


def anew(
    workspace: Workspace, company: str, asked: Questionnaire, day: date, opinions: Opinions
) -> None:
    """All answer, and agree on something else."""
    said: dict[str, dict[str, Answer]] = {person.id: {} for person in PEOPLE}
    agreed: dict[str, int] = {}
    for question in asked.rated_questions:
        *levels, group = opinion(opinions, asked, question)
        agreed[question.id] = group
        for person, level in zip(PEOPLE, levels, strict=True):
            said[person.id][question.id] = Answer.of(level)
    record = get_company(workspace, company)
    file = AnswersFile(asked, record, day, Responses(PEOPLE, said, agreed))
    sign(workspace, str(save_answers(workspace, file, company=company).assessment))


def from_last_year(
    workspace: Workspace, company: str, asked: Questionnaire, day: date, opinions: Opinions
) -> None:
    """Answers are carried over; only those of every second question are given again."""
    source = source_for(workspace, company, day)
    assert source is not None
    people = [Newcomer(one.viewpoint, one.name, one.id) for one in source.record.respondents]
    made = str(begin_from(workspace, source, asked, day, people).change.assessment)
    respondents = assessments.get_assessment(workspace, made).respondents
    carried = assessments.responses(workspace, made).answers[respondents[0].id]
    for place, question in enumerate(asked.rated_questions):
        if place % 2 and question.id in carried:
            continue
        *levels, group = opinion(opinions, asked, question)
        for person, level in zip(respondents, levels, strict=True):
            recording.record_answer(workspace, made, person.id, question.id, Answer.of(level))
        recording.record_consensus(workspace, made, question.id, group)
    sign(workspace, made)


def opinion(opinions: Opinions, asked: Questionnaire, question: Question) -> tuple[int, ...]:
    """What all say to a question, as far as it has so many levels."""
    return tuple(min(n, len(question.levels)) for n in opinions[asked.area_of[question.id].id])


def sign(workspace: Workspace, assessment: str) -> None:
    sign_off.sign(workspace, assessment, "Ada", BenchmarkData())


@pytest.mark.parametrize("seed", range(2))
def test_nothing_really_changed_where_nothing_did(workspace: Workspace, seed: int) -> None:
    """Any change of the questionnaire will do; a seed is one of them."""
    by = Random(seed)  # noqa: S311 - no secret
    packs = usable_questionnaires()
    first = packs["readiness"]
    opinions = {
        area.id: (by.randint(1, 5), by.randint(1, 5), by.randint(1, 5), by.randint(1, 5))
        for area in first.areas
    }
    second = changed(by, first, 2)
    third = changed(by, second, 3)
    company = str(save_company(workspace, CompanyRecord("Hansen Möbel", "DE", "C", 40)).company)
    anew(workspace, company, first, date(2022, 3, 1), opinions)
    from_last_year(workspace, company, second, date(2023, 3, 1), opinions)
    anew(workspace, company, packs["quick-check"], date(2024, 3, 1), opinions)
    from_last_year(workspace, company, third, date(2025, 3, 1), opinions)
    years = [one.year for one in signed_years(workspace, company)]
    assert any(year.unconfirmed for year in years)
    trend = trend_of(years)
    assert trend.compared
    lines = [
        [scores.overall.value for scores in trend.alike],
        *(
            [scores.areas[area.id].value for scores in trend.alike]
            for area in years[-1].questionnaire.areas
        ),
    ]
    for line in lines:
        assert line == [line[0]] * len(years) or line == pytest.approx([line[0]] * len(years))
    for step in steps_of(years):
        assert step.changed == ()
        parts: tuple[Moved, ...] = (step.overall, *step.dimensions, *step.areas)
        assert all(part.rise in (None, pytest.approx(0)) for part in parts)
