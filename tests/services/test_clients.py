"""The list of companies: what is known at once, what is due, and scores step by step."""

from datetime import date

import pytest

from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.services import assessments, companies, portfolio, recording, sign_off
from digimaturity.services.client_words import change_sign, change_words, due_words
from digimaturity.services.clients import (
    Client,
    Due,
    Scoring,
    due_of,
    read_clients,
    score_all_clients,
)
from digimaturity.services.companies import CompanyRecord
from digimaturity.services.workspace import Workspace
from tests.services.small import small_questionnaire

T = Translator.load("en", resources_dir() / "locale")
TODAY = date(2026, 11, 22)


def assessed(workspace: Workspace, name: str, *levels: tuple[int, int]) -> str:
    """A company with a finished assessment for each year and level."""
    company = str(companies.save_company(workspace, CompanyRecord(name, "DE", "C", 40)).company)
    for year, level in levels:
        change = assessments.create_assessment(
            workspace, company, small_questionnaire(), date(year, 3, 1)
        )
        key = str(change.assessment)
        (person,) = assessments.get_assessment(workspace, key).respondents
        for question in ("a.levels", "a.may"):
            recording.record_answer(workspace, key, person.id, question, Answer.of(level))
        recording.record_answer(workspace, key, person.id, "a.yes", Answer.of(level > 3))
        sign_off.sign(workspace, key, figures=BenchmarkData())
    return company


def test_step_by_step_comes_to_the_same_as_at_once(workspace: Workspace) -> None:
    for place in range(6):
        assessed(workspace, f"Firm {place}", (2025, 1 + place % 5), (2026, 1 + (place + 1) % 5))
    clients = read_clients(workspace)
    scoring = Scoring(workspace, clients)
    parts = [scoring.step(0)]
    while not parts[-1].complete:
        parts.append(scoring.step(0))
    assert len(parts) > 3
    stepped = {key: score for part in parts for key, score in part.scores.items()}
    at_once = score_all_clients(workspace, clients)
    assert stepped == at_once.scores
    assert len(stepped) == 6
    assert parts[-1].summary == at_once.summary
    assert at_once.summary is not None
    assert len(at_once.summary.values) == 6
    assert set(at_once.names.areas) == {"a"}


def test_archived_companies_leave_the_portfolio_and_stay_peers(workspace: Workspace) -> None:
    own = assessed(workspace, "Own", (2026, 3))
    others = [assessed(workspace, f"Firm {place}", (2026, 2)) for place in range(5)]
    for other in others:
        companies.archive_company(workspace, other)
    summary = score_all_clients(workspace, read_clients(workspace)).summary
    assert summary is not None
    assert len(summary.values) == 1
    (record,) = assessments.list_assessments(workspace, own)
    (sample,) = portfolio.peers_of(workspace, record.id).samples
    assert sample.provenance.n == 5
    assert all(due_of(one, TODAY) == (Due.ARCHIVED, None) for one in read_clients(workspace)[:5])


def test_a_draft_that_was_gone_on_from_is_not_in_progress(workspace: Workspace) -> None:
    company = assessed(workspace, "Own", (2025, 3))
    asked, day = small_questionnaire(), date(2026, 1, 1)
    change = assessments.create_assessment(workspace, company, asked, day)
    assert read_clients(workspace)[0].in_progress
    with workspace.writing() as stored:
        people = [(Viewpoint.MANAGEMENT, "")]
        further = assessments.begin(stored, company, asked, day, people, str(change.assessment))
    sign_off.sign(workspace, further.id, figures=BenchmarkData())
    (client,) = read_clients(workspace)
    assert not client.in_progress
    assert client.last == day


@pytest.mark.parametrize(
    ("last", "due", "words"),
    [
        (date(2025, 11, 22), Due.LATER, "today"),
        (date(2025, 11, 21), Due.OVERDUE, "overdue 1 day"),
        (date(2025, 10, 20), Due.OVERDUE, "overdue 5 weeks"),
        (date(2025, 6, 1), Due.OVERDUE, "overdue 6 months"),
        (date(2020, 6, 1), Due.OVERDUE, "overdue 5 years"),
        (date(2025, 12, 1), Due.LATER, "in 9 days"),
        (date(2026, 1, 10), Due.LATER, "in 7 weeks"),
        (date(2026, 11, 1), Due.LATER, "in 11 months"),
        (None, Due.NEVER_ASSESSED, "not assessed yet"),
    ],
)
def test_what_is_due_a_year_after_the_last_one(last: date | None, due: Due, words: str) -> None:
    client = Client("a", "A", last=last)
    assert due_of(client, TODAY)[0] is due
    assert due_words(client, TODAY, T) == words


def test_a_change_has_a_sign_and_words(workspace: Workspace) -> None:
    up = assessed(workspace, "Up", (2025, 2), (2026, 3))
    new = assessed(workspace, "New", (2026, 3))
    scores = score_all_clients(workspace, read_clients(workspace)).scores
    assert change_sign(scores[up]).startswith("▲ ")
    assert change_words(scores[up], T).endswith("points more than in 2025")
    assert (change_sign(scores[new]), change_sign(None)) == ("–", "")
    assert "earlier year" in change_words(scores[new], T)
