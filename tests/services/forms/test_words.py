"""What came back, in words: for whom, how much, what to look at, and under which name."""

from pathlib import Path

import pytest

from digimaturity import paths
from digimaturity.domain.responses import Answer
from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.services import recording
from digimaturity.services.aliases import aliases_of
from digimaturity.services.client_package.merging import Held
from digimaturity.services.client_package.words import held_words
from digimaturity.services.forms.standing import standing_of
from digimaturity.services.forms.taking_in import preview, take_in
from digimaturity.services.forms.words import done_words, preview_lines
from digimaturity.services.messages import sentence
from digimaturity.store.clock import now
from tests.services.forms.filled import at, changed, made_for, saved
from tests.services.small import Sitting, small_questionnaire

ENGLISH = Translator.load("en", Path())
GERMAN = Translator.load("de", paths.resources_dir() / "locale")

UNKNOWN = (
    "  This form is not in the list of those that were made here. Take it in only if you know where"
    " it comes from."
)


def test_all_that_is_to_be_known_before_it_is_taken_in_is_said(
    sitting: Sitting, tmp_path: Path
) -> None:
    place = (sitting.assessment, sitting.manager)
    recording.record_answer(sitting.workspace, *place, "a.may", Answer.of(4))
    own = made_for(sitting.workspace, sitting.assessment, sitting.manager, "de")
    before = now()
    later = saved(tmp_path, own, {"a.levels": 1}, "")
    take_in(sitting.workspace, preview(sitting.workspace, [later]))
    answers = {"a.levels": 2, "a.may": 3, "a.yes": {"value": True, "comment": "<i>x</i>"}, "z": 1}
    copied = changed(own, form="of-another-computer")
    seen = preview(sitting.workspace, [saved(tmp_path, copied, answers | {"f.free": "x"}, before)])
    lines = preview_lines(seen, ENGLISH)
    assert lines[0] == "Hansen Möbel · Ada · Management"
    assert lines[1].startswith(
        "  Assessment of 24 February 2026, Small, version 1 · Deutsch · HTML · filled on "
    )
    assert lines[2:] == [
        "  3 of 13 answered · 1 new answer · 1 changed answer · 1 new or changed comment",
        "  1 answer that is here is replaced.",
        "  1 answer is left as it is: what is here was said later.",
        "  1 answer cannot be taken: its question is not asked here, or means something else.",
        "  1 answer cannot be understood and is left out.",
        "  Not understood: “How many?”",
        "  Not all questions are answered. What is empty takes nothing away.",
        UNKNOWN,
    ]
    assert preview_lines(seen, GERMAN)[0] == "Hansen Möbel · Ada · Geschäftsleitung"
    aliases = aliases_of(sitting.workspace, ENGLISH)
    assert preview_lines(seen, ENGLISH, aliases)[0] == "Company 1 · Management"
    done = take_in(sitting.workspace, seen)
    assert done_words(done, ENGLISH) == "1 form taken in · 2 answers saved · 1 comment saved"
    again = preview(sitting.workspace, [later])
    assert preview_lines(again, ENGLISH)[2:] == [
        "  1 of 13 answered · Taken in before: nothing changes."
    ]
    twice = preview_lines(
        preview(sitting.workspace, [new := saved(tmp_path, own, {"a.yes": True}, at(50)), new]),
        ENGLISH,
    )
    assert twice.count("  1 of 13 answered · The same once more: it counts once.") == 1
    assert "already" in done_words(take_in(sitting.workspace, again), ENGLISH)


def test_what_is_counted_on_top_of_another_form_says_so(sitting: Sitting, tmp_path: Path) -> None:
    people = (sitting.manager, sitting.manager, sitting.expert)
    made = [made_for(sitting.workspace, sitting.assessment, one) for one in people]
    paths = [saved(tmp_path, one, {"a.levels": 2}, at(n)) for n, one in enumerate(made)]
    seen = preview(sitting.workspace, paths)
    words = "  Counted as if this person’s forms filled before it are taken in, too."
    assert [words in preview_lines([one], ENGLISH) for one in seen] == [False, True, False]
    alone = preview(sitting.workspace, paths[1:])
    assert not any(words in preview_lines([one], ENGLISH) for one in alone)


@pytest.mark.parametrize("t", [ENGLISH, GERMAN], ids=["en", "de"])
def test_a_refusal_says_what_to_do_and_a_hostile_name_stays_text(
    t: Translator, sitting: Sitting, tmp_path: Path
) -> None:
    path = tmp_path / "x\x1b[2J\u202e.json"
    path.write_text("nothing")
    (one,) = preview(sitting.workspace, [path])
    assert isinstance(one.refusal, UserError)
    message = sentence(one.refusal, t)
    assert "\x1b" not in message.line
    assert "\\x1b[2J\\u202e.json" in message.line
    (one,) = preview(sitting.workspace, ["Dear Ada"])
    assert isinstance(one.refusal, UserError)
    assert "Text" in sentence(one.refusal, t).what or "text" in sentence(one.refusal, t).what


def test_who_is_missing_is_known_and_whose_form_is_awaited(
    sitting: Sitting, tmp_path: Path
) -> None:
    own = made_for(sitting.workspace, sitting.assessment, sitting.manager)
    manager, expert = standing_of(sitting.workspace, sitting.assessment)
    assert (manager.awaited, manager.missing) == (True, True)
    assert (expert.awaited, expert.missing) == (False, True)
    path = saved(tmp_path, own, {"a.levels": "dont_know", "a.yes": {"comment": "no answer"}})
    take_in(sitting.workspace, preview(sitting.workspace, [path]))
    manager, expert = standing_of(sitting.workspace, sitting.assessment)
    assert (manager.awaited, manager.missing, manager.count.answered) == (False, False, 1)
    assert (manager.forms[0].id, manager.returns[0].filled) == (own.form, at(0))


def test_an_answer_that_a_form_brought_is_said_to_come_from_it() -> None:
    question = small_questionnaire().by_id["a.yes"]
    held = Held({"state": "answered", "value": True}, at(0), "form:0b7c6f9e")
    assert held_words(question, "answer", held, ENGLISH).startswith("Yes (by a form, 24 February")
