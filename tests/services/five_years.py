"""Five years of a company: three that an earlier application wrote, and two of today's."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.services import assessments, recording, sign_off
from digimaturity.services.companies import list_companies
from digimaturity.services.repeat import Newcomer, begin_from, source_for
from digimaturity.services.workspace import Workspace, open_workspace
from tests.services.versions import version_three, version_two

#: Three yearly assessments, over the first two versions of the questionnaire.
EARLIER = Path(__file__).parents[1] / "store" / "years" / "schema-8.db"

#: What was answered anew in the fourth year, of six questions that are carried over.
FOURTH = {"kept": 4, "one.x": 4, "scale": 3, "added": 2}
FIFTH = {"kept": 4, "one.x": 5, "scale": 3, "added.again": 3, "both": 5, "late": 2}


def five_years(place: Path) -> Workspace:
    """The workspace with all five, the newest signed in 2026."""
    place.write_bytes(_made())
    return open_workspace(place)


@cache
def _made() -> bytes:
    """The file of it; to make one takes twenty times as long as to copy it."""
    with TemporaryDirectory() as folder:
        place = Path(copyfile(EARLIER, Path(folder) / "made.db"))
        with open_workspace(place) as workspace:
            (company,) = list_companies(workspace)
            _carried(workspace, company.id, version_two(), date(2025, 3, 1), FOURTH)
            answered(workspace, company.id, version_three(), date(2026, 3, 1), FIFTH)
        return place.read_bytes()


def answered(
    workspace: Workspace, company: str, asked: Questionnaire, day: date, said: Mapping[str, int]
) -> str:
    """The id of an assessment in which one person gives these levels, and it is signed."""
    people = ((Viewpoint.MANAGEMENT, "Ada"),)
    made = assessments.create_assessment(workspace, company, asked, day, people)
    return _signed(workspace, str(made.assessment), said)


def _carried(
    workspace: Workspace, company: str, asked: Questionnaire, day: date, said: Mapping[str, int]
) -> str:
    source = source_for(workspace, company, day)
    assert source is not None
    (person,) = source.record.respondents
    people = [Newcomer(person.viewpoint, "Ada", person.id)]
    made = begin_from(workspace, source, asked, day, people)
    return _signed(workspace, str(made.change.assessment), said)


def _signed(workspace: Workspace, assessment: str, said: Mapping[str, int]) -> str:
    (person,) = assessments.get_assessment(workspace, assessment).respondents
    for question, level in said.items():
        recording.record_answer(workspace, assessment, person.id, question, Answer.of(level))
    sign_off.sign(workspace, assessment, "Ada", BenchmarkData())
    return assessment
