"""Which questionnaires there are to choose from, and in which order."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from digimaturity import paths
from digimaturity.services.packs import installed_packs, usable_questionnaires
from tests.packs.conftest import SMALL


@pytest.fixture
def own() -> Path:
    """The user's own folder, with a pack in it and a selection from one that is shipped."""
    folder = paths.own_questionnaires_dir()
    shutil.copytree(SMALL, folder / "small")
    picked = folder / "picked"
    for language in ("en", "de"):
        (picked / language).mkdir(parents=True)
        (picked / language / "pack.yaml").write_text("pack: {name: Picked}\n")
    (picked / "pack.yaml").write_text(
        'format: 1\nid: picked\nversion: "1"\nlanguages: [en, de]\nlicence: CC-BY-4.0\n'
        "of: readiness\nquestions: [security.restore]\n"
    )
    return folder


def test_the_whole_questionnaire_comes_first_and_is_followed_by_its_quick_check() -> None:
    assert list(usable_questionnaires()) == ["readiness", "quick-check"]


@pytest.mark.usefixtures("own")
def test_packs_of_ones_own_are_there_too() -> None:
    found = usable_questionnaires()
    assert list(found) == ["readiness", "quick-check", "picked", "small"]
    assert found["picked"].part_of == "readiness"
    assert [question.id for question in found["picked"].rated_questions] == ["security.restore"]
    # The second time they come from the cache.
    assert usable_questionnaires() == found


def test_a_pack_of_ones_own_takes_no_shipped_ones_place(own: Path) -> None:
    text = (own / "small" / "pack.yaml").read_text().replace("id: small", "id: readiness", 1)
    (own / "small" / "pack.yaml").write_text(text)
    assert len(usable_questionnaires()["readiness"].rated_questions) == 54
    assert [pack.id for pack in installed_packs()].count("readiness") == 2
