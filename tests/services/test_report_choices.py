"""What is chosen for a report is found again, next year and by another version."""

from pathlib import Path

import pytest

from digimaturity.services import assessments
from digimaturity.services.report_choices import ReportChoices, get_choices, keep_choices
from digimaturity.services.workspace import open_workspace
from tests.services.small import begin

CHOSEN = ReportChoices("letter", False, ("glossary",), "Dear owners,\n«Łódź» & <b>", "Board only")


def test_choices_are_found_again_and_belong_to_one_assessment(tmp_path: Path) -> None:
    path = tmp_path / "work.db"
    with open_workspace(path) as workspace:
        sitting = begin(workspace)
        assert get_choices(workspace, sitting.assessment) == ReportChoices()
        keep_choices(workspace, sitting.assessment, ReportChoices(foreword="First"))
        keep_choices(workspace, sitting.assessment, CHOSEN)
        assessments.finish(workspace, sitting.assessment)
        other = begin(workspace)
    with open_workspace(path) as workspace:
        assert get_choices(workspace, sitting.assessment) == CHOSEN
        assert get_choices(workspace, other.assessment) == ReportChoices()


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
        assert get_choices(workspace, sitting.assessment) == ReportChoices(foreword="Kept")
