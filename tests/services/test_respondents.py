"""Who takes part: found by name, and left out again as long as nothing was said."""

import pytest

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Answer
from digimaturity.errors import UserError
from digimaturity.services import assessments, recording, sign_off
from digimaturity.services.respondents import add_respondent, remove_respondent, respondent_called
from tests.services.forms.filled import made_for
from tests.services.small import Sitting


def people(sitting: Sitting) -> list[str]:
    record = assessments.get_assessment(sitting.workspace, sitting.assessment)
    return [one.id for one in record.respondents]


def test_somebody_who_has_said_nothing_goes_with_their_forms(sitting: Sitting) -> None:
    workspace, assessment = sitting.workspace, sitting.assessment
    added = add_respondent(workspace, assessment, Viewpoint.IT, "by mistake").respondent
    made_for(workspace, assessment, str(added))
    change = remove_respondent(workspace, assessment, str(added))
    assert people(sitting) == [sitting.manager, sitting.expert]
    assert change.respondent == added
    with workspace.reading() as stored:
        assert not stored.forms.of_assessment(assessment)
    with pytest.raises(KeyError):
        remove_respondent(workspace, assessment, str(added))


def test_what_was_said_keeps_them_also_when_it_was_taken_back(sitting: Sitting) -> None:
    place = (sitting.assessment, sitting.manager, "a.levels")
    recording.record_answer(sitting.workspace, *place, Answer.of(3))
    recording.record_answer(sitting.workspace, *place, None)
    with pytest.raises(UserError, match=r"respondent\.said"):
        remove_respondent(sitting.workspace, sitting.assessment, sitting.manager)
    remove_respondent(sitting.workspace, sitting.assessment, sitting.expert)
    with pytest.raises(UserError, match=r"respondent\.last"):
        remove_respondent(sitting.workspace, sitting.assessment, sitting.manager)
    assert people(sitting) == [sitting.manager]
    sign_off.sign(sitting.workspace, sitting.assessment)
    with pytest.raises(UserError, match=r"assessment\.finished"):
        remove_respondent(sitting.workspace, sitting.assessment, sitting.manager)


def test_people_are_found_by_id_or_by_the_only_name(sitting: Sitting) -> None:
    add_respondent(sitting.workspace, sitting.assessment, Viewpoint.IT, "Bo")
    add_respondent(sitting.workspace, sitting.assessment, Viewpoint.BUSINESS, "BO ")
    record = assessments.get_assessment(sitting.workspace, sitting.assessment)
    assert respondent_called(record, "ada").id == sitting.manager
    assert respondent_called(record, sitting.expert).id == sitting.expert
    with pytest.raises(UserError, match=r"respondent\.ambiguous"):
        respondent_called(record, "bo")
    for nobody in ("Cy", ""):
        with pytest.raises(UserError, match=r"respondent\.unknown"):
            respondent_called(record, nobody)
