"""Giving a company's scores to others: exactly what is shown, under an id that tells nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import Answer
from digimaturity.errors import UserError
from digimaturity.services import assessments, companies, recording
from digimaturity.services.contributions import gave, newest_of, preview
from digimaturity.services.sample import load_sample
from digimaturity.services.workspace import Workspace, open_workspace
from tests.services.small import Sitting, small_questionnaire


def finished(sitting: Sitting, level: int = 3) -> str:
    """Answer the sitting's assessment, and finish it."""
    for question in ("a.levels", "a.may"):
        recording.record_answer(
            sitting.workspace, sitting.assessment, sitting.manager, question, Answer.of(level)
        )
    assessments.finish(sitting.workspace, sitting.assessment)
    return sitting.assessment


def another(sitting: Sitting, day: date) -> Sitting:
    """One more assessment of the same company."""
    made = assessments.create_assessment(
        sitting.workspace, sitting.company, small_questionnaire(), day
    )
    key = str(made.assessment)
    (person,) = assessments.get_assessment(sitting.workspace, key).respondents
    return replace(sitting, assessment=key, manager=person.id, expert="")


def test_whoever_looks_twice_sees_the_same_bytes(sitting: Sitting) -> None:
    key = finished(sitting)
    shown = preview(sitting.workspace, key)
    path = sitting.workspace.path
    sitting.workspace.close()
    with open_workspace(path) as again:
        assert preview(again, key) == shown
    assert b"Hansen" not in shown.content
    assert json.loads(shown.content)["year"] == 2026


def test_a_firm_has_one_id_in_a_year_and_another_one_in_the_next(sitting: Sitting) -> None:
    def shown(key: str) -> str:
        return str(json.loads(preview(sitting.workspace, key).content)["id"])

    first = shown(finished(sitting))
    later = shown(finished(another(sitting, date(2026, 11, 2)), 4))
    next_year = shown(finished(another(sitting, date(2027, 2, 24)), 4))
    assert first == later != next_year


def test_the_id_is_nothing_that_the_workspace_knows_otherwise(sitting: Sitting) -> None:
    key = json.loads(preview(sitting.workspace, finished(sitting)).content)["id"]
    for own in (sitting.company, sitting.assessment, sitting.manager):
        assert own.replace("-", "") != key


def test_what_cannot_be_given_is_said_and_gets_no_id(
    sitting: Sitting, readiness: Questionnaire
) -> None:
    workspace = sitting.workspace
    with pytest.raises(UserError, match=r"contribution\.draft"):
        preview(workspace, sitting.assessment)
    company = companies.get_company(workspace, sitting.company)
    companies.save_company(workspace, replace(company, section=None))
    with pytest.raises(UserError, match=r"contribution\.profile"):
        preview(workspace, finished(sitting))
    companies.save_company(workspace, company)
    empty = assessments.create_assessment(workspace, sitting.company, readiness, date(2026, 3, 1))
    assessments.finish(workspace, str(empty.assessment))
    with pytest.raises(UserError, match=r"contribution\.not_rated"):
        preview(workspace, str(empty.assessment))
    assert not gave(workspace, sitting.company, 2026)


def test_a_company_is_found_by_its_name(workspace: Workspace) -> None:
    load_sample(workspace)
    (company,) = companies.list_companies(workspace)
    with pytest.raises(UserError, match=r"company\.unknown"):
        newest_of(workspace, "Nobody")
    newest = assessments.list_assessments(workspace, company.id)[0]
    assessments.finish(workspace, newest.id)
    assert newest_of(workspace, company.name.upper()) == newest.id
    companies.save_company(workspace, companies.CompanyRecord(company.name))
    with pytest.raises(UserError, match=r"company\.ambiguous"):
        newest_of(workspace, company.name)
    companies.save_company(workspace, companies.CompanyRecord("New"))
    with pytest.raises(UserError, match=r"contribution\.none_finished"):
        newest_of(workspace, "New")
