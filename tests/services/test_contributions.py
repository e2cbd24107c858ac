"""Giving a company's scores to others: exactly what is shown, under an id that tells nothing."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest

from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import Answer
from digimaturity.errors import UserError
from digimaturity.services import assessments, companies, recording, sign_off
from digimaturity.services.contributions import Preview, newest_of, preview, save
from digimaturity.services.sample import load_sample
from digimaturity.services.workspace import Workspace, open_workspace
from tests.services.small import Sitting, small_questionnaire


def finished(sitting: Sitting, level: int = 3) -> str:
    """Answer the sitting's assessment, and finish it."""
    for question in ("a.levels", "a.may"):
        recording.record_answer(
            sitting.workspace, sitting.assessment, sitting.manager, question, Answer.of(level)
        )
    sign_off.sign(sitting.workspace, sitting.assessment, figures=BenchmarkData())
    return sitting.assessment


def another(sitting: Sitting, day: date) -> Sitting:
    """One more assessment of the same company."""
    made = assessments.create_assessment(
        sitting.workspace, sitting.company, small_questionnaire(), day
    )
    key = str(made.assessment)
    (person,) = assessments.get_assessment(sitting.workspace, key).respondents
    return replace(sitting, assessment=key, manager=person.id, expert="")


def kept_ids(workspace: Workspace) -> int:
    """How many ids the workspace's file has, asked without the program."""
    with closing(sqlite3.connect(workspace.path)) as connection:
        return int(connection.execute("SELECT count(*) FROM contribution").fetchone()[0])


def saved(sitting: Sitting, shown: Preview, folder: Path) -> bytes:
    path = folder / shown.name
    save(sitting.workspace, shown, path)
    return path.read_bytes()


def test_looking_leaves_nothing_behind_and_saving_keeps_the_id_that_was_shown(
    sitting: Sitting, tmp_path: Path
) -> None:
    key = finished(sitting)
    shown = preview(sitting.workspace, key)
    assert b"Hansen" not in shown.content
    assert json.loads(shown.content)["year"] == 2026
    assert preview(sitting.workspace, key) == shown
    assert kept_ids(sitting.workspace) == 0

    assert saved(sitting, shown, tmp_path) == shown.content
    assert kept_ids(sitting.workspace) == 1
    path = sitting.workspace.path
    sitting.workspace.close()
    with open_workspace(path, read_only=True) as again:
        looked = preview(again, key)
        assert looked == replace(shown, new=False)
        save(again, looked, tmp_path / "again.json")  # nothing more needs to be kept
    assert (tmp_path / "again.json").read_bytes() == shown.content


def test_a_file_that_cannot_be_written_keeps_no_id(sitting: Sitting, tmp_path: Path) -> None:
    shown = preview(sitting.workspace, finished(sitting))
    with pytest.raises(UserError, match=r"file\.missing_folder"):
        save(sitting.workspace, shown, tmp_path / "none" / "c.json")
    assert kept_ids(sitting.workspace) == 0


def test_where_the_id_cannot_be_kept_no_file_is_written(sitting: Sitting, tmp_path: Path) -> None:
    key = finished(sitting)
    path = sitting.workspace.path
    sitting.workspace.close()
    with open_workspace(path, read_only=True) as opened:
        shown = preview(opened, key)
        with pytest.raises(UserError, match=r"workspace\."):
            save(opened, shown, tmp_path / "c.json")
    assert not list(tmp_path.glob("*c.json*"))


def test_two_looks_do_not_give_a_firm_two_ids(sitting: Sitting, tmp_path: Path) -> None:
    one = preview(sitting.workspace, finished(sitting))
    other = replace(one, key="f" * 32)  # as another program may have drawn it
    saved(sitting, one, tmp_path)
    with pytest.raises(UserError, match=r"contribution\.other_id"):
        saved(sitting, other, tmp_path)
    assert [path.name for path in tmp_path.glob("contribution*")] == [one.name]


def test_a_firm_has_one_id_in_a_year_and_another_one_in_the_next(
    sitting: Sitting, tmp_path: Path
) -> None:
    def shown(key: str) -> str:
        return str(json.loads(saved(sitting, preview(sitting.workspace, key), tmp_path))["id"])

    first = shown(finished(sitting))
    later = shown(finished(another(sitting, date(2026, 11, 2)), 4))
    next_year = shown(finished(another(sitting, date(2027, 2, 24)), 4))
    assert first == later != next_year


def test_the_id_is_nothing_that_the_workspace_knows_otherwise(sitting: Sitting) -> None:
    key = json.loads(preview(sitting.workspace, finished(sitting)).content)["id"]
    for own in (sitting.company, sitting.assessment, sitting.manager):
        assert own.replace("-", "") != key


def test_what_cannot_be_given_is_said(sitting: Sitting, readiness: Questionnaire) -> None:
    workspace = sitting.workspace
    with pytest.raises(UserError, match=r"contribution\.draft"):
        preview(workspace, sitting.assessment)
    company = companies.get_company(workspace, sitting.company)
    companies.save_company(workspace, replace(company, section=None))
    with pytest.raises(UserError, match=r"contribution\.profile"):
        preview(workspace, finished(sitting))
    companies.save_company(workspace, company)
    empty = assessments.create_assessment(workspace, sitting.company, readiness, date(2026, 3, 1))
    sign_off.sign(workspace, str(empty.assessment), figures=BenchmarkData())
    with pytest.raises(UserError, match=r"contribution\.not_rated"):
        preview(workspace, str(empty.assessment))


def test_a_company_is_found_by_its_name(workspace: Workspace) -> None:
    load_sample(workspace)
    (company,) = companies.list_companies(workspace)
    with pytest.raises(UserError, match=r"company\.unknown"):
        newest_of(workspace, "Nobody")
    newest = assessments.list_assessments(workspace, company.id)[0]
    sign_off.sign(workspace, newest.id, figures=BenchmarkData())
    assert newest_of(workspace, company.name.upper()) == newest.id
    assert newest_of(workspace, f" {normalize('NFD', company.name)}") == newest.id
    companies.save_company(workspace, companies.CompanyRecord(company.name))
    with pytest.raises(UserError, match=r"company\.ambiguous"):
        newest_of(workspace, company.name)
    companies.save_company(workspace, companies.CompanyRecord("New"))
    with pytest.raises(UserError, match=r"contribution\.none_finished"):
        newest_of(workspace, "New")
