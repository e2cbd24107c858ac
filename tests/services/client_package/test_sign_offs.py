"""What was signed travels: every revision can be read there, and what holds is what was signed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.responses import Answer
from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.services import assessments, companies, recording, sign_off
from digimaturity.services.client_package.choosing import Choice, How
from digimaturity.services.client_package.comparing import look_at
from digimaturity.services.client_package.importing import TakenIn, take_in
from digimaturity.services.client_package.merging import Side
from digimaturity.services.client_package.preview import Preview, Standing
from digimaturity.services.client_package.reading import read_package
from digimaturity.services.client_package.words import preview_lines
from digimaturity.services.client_package.writing import hand_over, outline
from digimaturity.services.packs import installed_benchmarks
from digimaturity.services.plan_book import save_entries
from digimaturity.services.sign_off_checks import check_sign_offs
from digimaturity.services.workspace import Workspace, open_workspace
from digimaturity.store.records import SignEvent
from tests.services.client_package.make import (
    ROADMAP,
    another_company,
    contents,
    packed,
    parts_of,
)
from tests.services.small import Sitting, begin

DAY = date(2027, 9, 1)


@pytest.fixture
def sitting(workspace: Workspace) -> Sitting:
    """An assessment that is signed off, with figures, and nothing else."""
    sitting = begin(workspace)
    say(workspace, sitting, 3)
    sign_off.sign(workspace, sitting.assessment, "Ada", installed_benchmarks().data)
    return sitting


@pytest.fixture
def elsewhere(workspace: Workspace, sitting: Sitting, tmp_path: Path) -> Iterator[Workspace]:
    """Another computer that got it."""
    with open_workspace(tmp_path / "elsewhere.db") as opened:
        another_company(opened)
        give(workspace, opened, sitting, tmp_path)
        yield opened


def say(workspace: Workspace, sitting: Sitting, level: int) -> None:
    place = workspace, sitting.assessment, sitting.manager
    recording.record_answer(*place, "a.levels", Answer.of(level))


def correct(workspace: Workspace, sitting: Sitting, level: int, by: str) -> None:
    """Correct the level, and sign again."""
    sign_off.correct(workspace, sitting.assessment, f"{by} knows better", by)
    say(workspace, sitting, level)
    sign_off.sign(workspace, sitting.assessment, by, BenchmarkData())


def seen(source: Workspace, target: Workspace, sitting: Sitting, folder: Path) -> Preview:
    path = folder / "given.digimaturity"
    hand_over(source, sitting.company, path)
    return look_at(target, path)


def give(
    source: Workspace,
    target: Workspace,
    sitting: Sitting,
    folder: Path,
    side: Side | None = None,
) -> TakenIn:
    choice = Choice(finished={sitting.assessment: side} if side else {})
    return take_in(target, seen(source, target, sitting, folder), choice, copied_name="Copy")


def signed(workspace: Workspace, assessment: str) -> list[tuple[str, str, object]]:
    """Of each revision who signed it, why the one before was opened, and the level in it."""
    found: list[tuple[str, str, object]] = []
    for one in sign_off.revisions_of(workspace, assessment).revisions:
        read = sign_off.read_revision(workspace, assessment, one.number)
        said = read.case.responses.answers[read.case.record.respondents[0].id]
        found.append((one.by, one.reason, said["a.levels"].value))
    return found


def sound(workspace: Workspace) -> bool:
    """Whether every hash fits, and what holds is what was signed last."""
    return all(one.fault is None for one in check_sign_offs(workspace))


def test_every_revision_arrives_with_its_hash_and_its_figures(
    workspace: Workspace, sitting: Sitting, tmp_path: Path
) -> None:
    correct(workspace, sitting, 4, "Bo")
    sign_off.correct(workspace, sitting.assessment, "Once more", "Cy")
    with open_workspace(tmp_path / "there.db") as there:
        give(workspace, there, sitting, tmp_path)
        assert signed(there, sitting.assessment) == [("Ada", "", 3), ("Bo", "Bo knows better", 4)]
        own, other = (sign_off.revisions_of(one, sitting.assessment) for one in (workspace, there))
        assert own == other
        assert other.reason == "Once more"
        assert assessments.get_assessment(there, sitting.assessment).corrected
        first = [sign_off.read_revision(one, sitting.assessment, 1) for one in (workspace, there)]
        assert first[0].figures == first[1].figures
        assert first[0].figures is not None
        assert first[0].figures.bands
        assert sound(there)


def test_whatever_is_signed_by_whomever_can_be_handed_over(
    workspace: Workspace, sitting: Sitting, tmp_path: Path
) -> None:
    place = workspace, sitting.assessment
    sign_off.correct(*place, "NUL\0 and half of \ud83d a letter", "Bo\0" * 2_000)
    sign_off.sign(*place, "C\0" * 2_000, BenchmarkData())
    with open_workspace(tmp_path / "there.db") as there:
        give(workspace, there, sitting, tmp_path)
        (_, (by, reason, _)) = signed(there, sitting.assessment)
    assert by.startswith("CCC")
    assert reason.startswith("NUL and half of ")


def test_a_copy_keeps_what_was_signed_under_ids_of_its_own(
    workspace: Workspace, sitting: Sitting, tmp_path: Path
) -> None:
    correct(workspace, sitting, 4, "Bo")
    preview = seen(workspace, workspace, sitting, tmp_path)
    done = take_in(workspace, preview, Choice(How.COPY), copied_name="Copy")
    (copied,) = assessments.list_assessments(workspace, str(done.change.company))
    assert copied.id != sitting.assessment
    own, other = (sign_off.revisions_of(workspace, one) for one in (sitting.assessment, copied.id))
    assert own == other
    assert signed(workspace, copied.id) == signed(workspace, sitting.assessment)
    assert sound(workspace)


def test_the_older_form_is_written_where_the_older_program_loses_nothing(
    workspace: Workspace, tmp_path: Path
) -> None:
    sitting, path = begin(workspace), tmp_path / "given.digimaturity"
    say(workspace, sitting, 3)
    assert hand_over(workspace, sitting.company, path).version == 1
    assert "next_due" not in json.loads(parts_of(path)["company.json"])
    save_entries(workspace, sitting.company, ROADMAP)
    assert hand_over(workspace, sitting.company, path).version == 2
    assert "signoffs.jsonl" not in parts_of(path)
    record = companies.get_company(workspace, sitting.company)
    companies.save_company(workspace, replace(record, next_due=DAY))
    assert hand_over(workspace, sitting.company, path).version == 3
    companies.save_company(workspace, record)
    place = workspace, sitting.assessment, sitting.manager
    recording.record_answer(
        *place, "a.yes", Answer(Answer.of(value=True).state, True, carried=True)
    )
    manifest = hand_over(workspace, sitting.company, path)
    assert (manifest.version, manifest.counts.signoffs) == (3, 0)
    with open_workspace(tmp_path / "there.db") as there:
        take_in(there, look_at(there, path), Choice(), copied_name="")
        said = assessments.responses(there, sitting.assessment)
        assert said.answers[sitting.manager]["a.yes"].carried
    assert outline(workspace, sitting.company).counts == manifest.counts


def older(source: Path, path: Path) -> Path:
    """The same as the program before wrote it."""
    parts = parts_of(source)
    del parts["signoffs.jsonl"]
    company, manifest = (json.loads(parts[f"{name}.json"]) for name in ("company", "manifest"))
    del company["next_due"], manifest["counts"]["signoffs"]
    manifest["format"] = "digimaturity-company/2"
    parts["company.json"] = json.dumps(company, separators=(",", ":")).encode()
    parts["manifest.json"] = json.dumps(manifest, separators=(",", ":")).encode()
    return packed(path, parts)


def test_a_package_of_the_program_before_takes_nothing_away(
    workspace: Workspace, sitting: Sitting, tmp_path: Path
) -> None:
    record = companies.get_company(workspace, sitting.company)
    companies.save_company(workspace, replace(record, next_due=DAY))
    path = tmp_path / "given.digimaturity"
    hand_over(workspace, sitting.company, path)
    old = older(path, tmp_path / "old.digimaturity")
    preview = look_at(workspace, old)
    assert preview.nothing_new
    assert preview.details == ()
    take_in(workspace, preview, Choice(details=Side.THERE), copied_name="")
    assert companies.get_company(workspace, sitting.company).next_due == DAY
    assert signed(workspace, sitting.assessment) == [("Ada", "", 3)]
    with open_workspace(tmp_path / "there.db") as there:
        take_in(there, look_at(there, old), Choice(), copied_name="")
        record_there = assessments.get_assessment(there, sitting.assessment)
        assert (record_there.open, record_there.signed) == (False, 0)
        # What was lost on the way comes with the next package, though no answer differs.
        again = look_at(there, path)
        (compared,) = again.assessments
        assert (compared.standing, compared.signed_there) == (Standing.SAME, 1)
        assert not again.nothing_new
        take_in(there, again, Choice(), copied_name="")
        assert signed(there, sitting.assessment) == [("Ada", "", 3)]
        assert sound(there)


def test_both_sides_corrected_it(
    workspace: Workspace, sitting: Sitting, elsewhere: Workspace, tmp_path: Path
) -> None:
    correct(workspace, sitting, 4, "Bo")
    correct(elsewhere, sitting, 5, "Cy")
    preview = seen(elsewhere, workspace, sitting, tmp_path)
    (compared,) = preview.assessments
    assert compared.to_be_chosen
    assert (compared.signed_there, compared.signed_here) == (2, 2)
    t = Translator.load("en", resources_dir() / "locale")
    assert any("2 sign-offs and corrections only there" in one for one in preview_lines(preview, t))
    before = contents(workspace)
    give(elsewhere, workspace, sitting, tmp_path, Side.HERE)
    assert contents(workspace) == before
    give(elsewhere, workspace, sitting, tmp_path, Side.THERE)
    assert signed(workspace, sitting.assessment) == [
        ("Ada", "", 3),
        ("Bo", "Bo knows better", 4),
        ("Cy", "Cy knows better", 5),
    ]
    assert sound(workspace)
    # The same once more changes nothing.
    assert seen(elsewhere, workspace, sitting, tmp_path).nothing_new


def test_a_correction_that_is_given_up_ends_with_what_was_signed(
    workspace: Workspace, sitting: Sitting, elsewhere: Workspace, tmp_path: Path
) -> None:
    sign_off.correct(workspace, sitting.assessment, "A wrong level", "Bo")
    say(workspace, sitting, 4)
    give(elsewhere, workspace, sitting, tmp_path, Side.THERE)
    record = assessments.get_assessment(workspace, sitting.assessment)
    assert (record.open, record.signed) == (False, 2)
    assert signed(workspace, sitting.assessment) == [("Ada", "", 3), ("", "A wrong level", 3)]
    assert sound(workspace)


def test_a_correction_from_there_opens_it_here(
    workspace: Workspace, sitting: Sitting, elsewhere: Workspace, tmp_path: Path
) -> None:
    sign_off.correct(elsewhere, sitting.assessment, "A wrong level", "Cy")
    say(elsewhere, sitting, 4)
    give(elsewhere, workspace, sitting, tmp_path, Side.THERE)
    assert assessments.get_assessment(workspace, sitting.assessment).corrected
    assert sign_off.revisions_of(workspace, sitting.assessment).reason == "A wrong level"
    # Signed there, it comes back signed; here nothing was done meanwhile.
    sign_off.sign(elsewhere, sitting.assessment, "Cy", BenchmarkData())
    give(elsewhere, workspace, sitting, tmp_path, Side.THERE)
    assert signed(workspace, sitting.assessment)[1:] == [("Cy", "A wrong level", 4)]
    assert sound(workspace)


def test_an_older_correction_does_not_unsign_silently(
    workspace: Workspace, sitting: Sitting, elsewhere: Workspace, tmp_path: Path
) -> None:
    sign_off.correct(workspace, sitting.assessment, "A wrong level", "Bo")
    give(workspace, elsewhere, sitting, tmp_path, Side.THERE)
    say(workspace, sitting, 4)
    sign_off.sign(workspace, sitting.assessment, "Bo", BenchmarkData())
    give(elsewhere, workspace, sitting, tmp_path, Side.THERE)
    assert assessments.get_assessment(workspace, sitting.assessment).corrected
    with workspace.reading() as stored:
        events = [line.event for line in stored.sign_offs.of(sitting.assessment)]
    assert events == [SignEvent.SIGNED, SignEvent.OPENED] * 2
    assert [one[2] for one in signed(workspace, sitting.assessment)] == [3, 4]


def test_what_is_signed_after_the_preview_is_not_overrun(
    workspace: Workspace, sitting: Sitting, elsewhere: Workspace, tmp_path: Path
) -> None:
    sign_off.correct(elsewhere, sitting.assessment, "A wrong level")
    preview = seen(elsewhere, workspace, sitting, tmp_path)
    sign_off.correct(workspace, sitting.assessment, "Another one")
    choice = Choice(finished={sitting.assessment: Side.THERE})
    with pytest.raises(UserError, match=r"package\.outdated"):
        take_in(workspace, preview, choice, copied_name="")


def test_replacing_takes_the_revisions_of_the_package(
    workspace: Workspace, sitting: Sitting, elsewhere: Workspace, tmp_path: Path
) -> None:
    correct(workspace, sitting, 4, "Bo")
    preview = seen(elsewhere, workspace, sitting, tmp_path)
    take_in(workspace, preview, Choice(How.REPLACE), copied_name="")
    assert signed(workspace, sitting.assessment) == [("Ada", "", 3)]
    assert sound(workspace)
    assert read_package(tmp_path / "given.digimaturity").manifest.counts.signoffs == 1
