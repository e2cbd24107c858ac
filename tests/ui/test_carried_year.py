"""Of which year an answer is that is to be confirmed, where that year is no longer here."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QLabel

from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.services import assessments, recording, repeat, sign_off
from digimaturity.services.companies import list_companies
from digimaturity.services.workspace import Workspace, open_workspace
from digimaturity.ui.widgets.confirm_line import ConfirmLine
from tests.ui.conftest import Opener


def signed(workspace: Workspace, company: str, asked: Questionnaire, day: date) -> str:
    """An assessment in which the first question was answered."""
    people = [(Viewpoint.MANAGEMENT, "Jana")]
    key = str(assessments.create_assessment(workspace, company, asked, day, people).assessment)
    (jana,) = assessments.get_assessment(workspace, key).respondents
    recording.record_answer(workspace, key, jana.id, asked.rated_questions[0].id, Answer.of(3))
    sign_off.sign(workspace, key, figures=BenchmarkData())
    return key


def test_an_answer_keeps_its_year(
    open_window: Opener, workspace: Path, questionnaire: Questionnaire
) -> None:
    with open_workspace(workspace) as opened:
        (company,) = list_companies(opened)
        for one in assessments.list_assessments(opened, company.id):
            assessments.delete_assessment(opened, one.id)
        signed(opened, company.id, questionnaire, date(2023, 3, 1))
        last = signed(opened, company.id, questionnaire, date(2024, 3, 1))
        source = repeat.source_for(opened, company.id, date(2026, 3, 1))
        assert source is not None
        (jana,) = source.record.respondents
        heir = [repeat.Newcomer(Viewpoint.MANAGEMENT, "Jana", jana.id)]
        repeat.begin_from(opened, source, questionnaire, date(2026, 3, 1), heir)
        assessments.delete_assessment(opened, last)
    window = open_window(page="questionnaire")
    window.open_question(questionnaire.rated_questions[0].id)
    lines = [one for one in window.findChildren(ConfirmLine) if one.isVisible()]
    said = [words.text() for one in lines for words in one.findChildren(QLabel)]
    assert "From 2024 · to confirm" in said
