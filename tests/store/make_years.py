"""Writes three years of a company as a release keeps them.

`python -m tests.store.make_years schema-8 SCRATCH.db`: run once, just before the schema changes; a
sample that is there is never written again.
"""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.domain.roadmap.book import Part
from digimaturity.domain.roadmap.items import Target
from digimaturity.services import assessments, companies, plan_book, recording, sign_off
from digimaturity.services.workspace import Workspace, backup_workspace, open_workspace
from tests.services.versions import version_one, version_two

FIRST = {"kept": 2, "dropped": 5, "one": 3, "scale": 4, "left": 4, "right": 2}
SECOND = {"kept": 3, "dropped": 5, "one": 3, "scale": 4, "left": 4, "right": 2}
THIRD = {"kept": 3, "one.x": 4, "one.y": 2, "scale": 2, "added": 1, "both": 4}


def make(target: Path, scratch: Path) -> None:
    with open_workspace(scratch) as workspace:
        record = companies.CompanyRecord("Weber Maschinenbau GmbH", "DE", "C", 120)
        company = str(companies.save_company(workspace, record).company)
        _year(workspace, company, version_one(), date(2022, 3, 1), FIRST)
        _year(workspace, company, version_one(), date(2023, 3, 1), SECOND)
        plan_book.save_entry(
            workspace, company, Part.TARGET, "first.area", Target(60, 50, "Agreed")
        )
        _year(workspace, company, version_two(), date(2024, 3, 1), THIRD)
    backup_workspace(scratch, target)


def _year(
    workspace: Workspace,
    company: str,
    asked: Questionnaire,
    day: date,
    said: Mapping[str, int],
) -> None:
    people = ((Viewpoint.MANAGEMENT, "Ada"),)
    change = assessments.create_assessment(workspace, company, asked, day, people)
    assessment = str(change.assessment)
    who = assessments.get_assessment(workspace, assessment).respondents[0].id
    for question, level in said.items():
        recording.record_answer(workspace, assessment, who, question, Answer.of(level))
    sign_off.sign(workspace, assessment)


if __name__ == "__main__":
    make(Path(__file__).parent / "years" / f"{sys.argv[1]}.db", Path(sys.argv[2]))
