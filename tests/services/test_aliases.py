"""Other names leave out whatever somebody wrote freely."""

from digimaturity import i18n, paths
from digimaturity.domain.responses import Answer
from digimaturity.services import assessments, recording
from digimaturity.services.aliases import aliases_of
from tests.services.small import Sitting


def test_an_answer_in_words_is_not_shown_and_others_are(sitting: Sitting) -> None:
    place = (sitting.workspace, sitting.assessment, sitting.manager)
    recording.record_answer(*place, "f.text", Answer.of("Hansen wants it"))
    recording.record_answer(*place, "a.levels", Answer.of(3))
    recording.record_reason(*place[:2], "a.levels", "Hansen showed it")
    recording.record_parked(*place[:2], "a.levels", "Ask Hansen")
    said = assessments.responses(sitting.workspace, sitting.assessment)
    t = i18n.Translator.load("en", paths.resources_dir() / "locale")
    shown = aliases_of(sitting.workspace, t).responses(said)
    assert "Hansen" not in repr(shown)
    assert shown.answers[sitting.manager]["a.levels"].value == 3
