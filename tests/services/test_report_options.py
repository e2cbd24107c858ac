"""What is chosen for a report is found again, next year and by another version."""

from datetime import date
from pathlib import Path

import pytest

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.viewpoints import APART
from digimaturity.services import assessments, sign_off
from digimaturity.services.report_options import ReportOptions, get_options, keep_options
from digimaturity.services.workspace import open_workspace
from tests.services.small import begin

CHOSEN = ReportOptions(
    page_size="letter",
    comments=False,
    left_out=frozenset({"glossary", "answers"}),
    foreword="Dear owners,\n«Łódź» & <b>",
    confidentiality="Board only",
)


def test_choices_are_found_again_and_belong_to_one_assessment(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    with open_workspace(path) as workspace:
        sitting = begin(workspace)
        assert get_options(workspace, sitting.assessment) == ReportOptions()
        keep_options(workspace, sitting.assessment, ReportOptions(foreword="First"))
        keep_options(workspace, sitting.assessment, CHOSEN)
        sign_off.sign(workspace, sitting.assessment)
        other = begin(workspace)
    with open_workspace(path) as workspace:
        assert get_options(workspace, sitting.assessment) == CHOSEN
        assert get_options(workspace, other.assessment) == ReportOptions()


def test_viewpoints_told_together_stay_so_next_year_until_it_is_chosen_anew(tmp_path: Path) -> None:
    together = frozenset({Viewpoint.MANAGEMENT, Viewpoint.BUSINESS})
    with open_workspace(tmp_path / "work.db") as workspace:
        first = begin(workspace).assessment
        keep_options(workspace, first, ReportOptions(foreword="2026", together=together))
        record = assessments.get_assessment(workspace, first)
        asked = assessments.questionnaire_of(workspace, first)
        following = [
            str(assessments.create_assessment(workspace, record.company, asked, day).assessment)
            for day in (date(2031, 1, 2), date(2032, 1, 2))
        ]
        usual = ReportOptions(together=together)
        assert [get_options(workspace, one) for one in following] == [usual, usual]
        keep_options(workspace, following[0], ReportOptions())
        assert [get_options(workspace, one).together for one in following] == [APART, APART]
        assert get_options(workspace, first).together == together
        elsewhere = begin(workspace)
        assert get_options(workspace, elsewhere.assessment) == ReportOptions()


@pytest.mark.parametrize(
    "document",
    [
        {"page_size": "A9", "foreword": "Kept", "left_out": "all"},
        {"page_size": 3, "foreword": "Kept", "left_out": None, "new": {"of": "a later version"}},
    ],
)
def test_what_makes_no_sense_costs_only_itself(tmp_path: Path, document: dict[str, object]) -> None:
    with open_workspace(tmp_path / "work.db") as workspace:
        sitting = begin(workspace)
        with workspace.writing() as stored:
            stored.report_choices.keep(sitting.assessment, document)
        assert get_options(workspace, sitting.assessment) == ReportOptions(foreword="Kept")
