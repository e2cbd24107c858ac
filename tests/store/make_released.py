"""Writes the sample workspace of a release: `python -m tests.store.make_released 0.1.0 SCRATCH.db`.

Run once, just before a release; a sample that is there is never written again.
"""

import sys
from datetime import date
from pathlib import Path

from digimaturity.domain.company import TurnoverBand
from digimaturity.domain.responses import DONT_KNOW, NOT_APPLICABLE, Answer
from digimaturity.services import assessments, companies, recording, sign_off
from digimaturity.services.workspace import backup_workspace, open_workspace
from tests.services.small import begin, small_questionnaire


def make(target: Path, scratch: Path) -> None:
    with open_workspace(scratch) as workspace:
        sitting = begin(workspace)
        company = companies.get_company(workspace, sitting.company)
        year_before = assessments.create_assessment(
            workspace, company.id, small_questionnaire(), date(2025, 2, 24)
        )
        sign_off.sign(workspace, str(year_before.assessment))
        companies.save_company(
            workspace,
            companies.CompanyRecord(
                "Hansen Möbel 家具 <b>&amp;",
                "DE",
                "C",
                40,
                TurnoverBand.UP_TO_10,
                "Ada",
                "Notes",
                company.id,
            ),
        )
        said = (
            (sitting.manager, "a.levels", Answer.of(2)),
            (sitting.manager, "a.levels", Answer.of(3)),
            (sitting.manager, "a.yes", Answer.of(value=True)),
            (sitting.manager, "a.yes", None),
            (sitting.manager, "a.many", Answer.of(frozenset({"x", "y"}))),
            (sitting.manager, "f.text", Answer.of("dont_know")),
            (sitting.manager, "f.number", DONT_KNOW),
            (sitting.manager, "buy.pays", Answer.of(frozenset({"jointly"}))),
            (sitting.expert, "a.may", NOT_APPLICABLE),
        )
        for respondent, question, answer in said:
            recording.record_answer(workspace, sitting.assessment, respondent, question, answer)
        recording.record_comment(
            workspace, sitting.assessment, sitting.manager, "a.levels", "why? 🏭"
        )
        recording.record_consensus(workspace, sitting.assessment, "a.levels", 4)
    backup_workspace(scratch, target)


if __name__ == "__main__":
    make(Path(__file__).parent / "released" / f"{sys.argv[1]}.db", Path(sys.argv[2]))
