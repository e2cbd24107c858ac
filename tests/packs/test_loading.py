"""What a pack becomes, where packs are found, and what is kept of them."""

# ruff: noqa: E501 - the texts of the pack stand beside what becomes of them

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from digimaturity.domain.catalogue import CostBand, Effort, GapRule, Lift, Role
from digimaturity.domain.company import SizeClass
from digimaturity.domain.conditions import AllOf, AnyOf, AtLeast, Equals, Not
from digimaturity.domain.questionnaire import Drive, Kind, Questionnaire, Viewpoint
from digimaturity.packs import LoadedPack, installed_packs, load_pack
from tests.packs.conftest import SMALL, change


@pytest.fixture(scope="module")
def small() -> Questionnaire:
    loaded = load_pack(SMALL)
    assert loaded.problems == ()
    assert loaded.questionnaire is not None
    return loaded.questionnaire


def test_structure_and_texts_become_one(small: Questionnaire) -> None:
    assert (small.id, small.version, small.languages) == ("small", "1.10", ("en", "de"))
    assert small.name == {"en": "Small check", "de": "Kleiner Check"}
    assert small.level_names[4] == {"en": "Leading", "de": "Führend"}
    assert [dimension.weight for dimension in small.dimensions] == [2, 1]
    assert [area.weight for area in small.areas] == [1, 0.5]
    restore = small.by_id["security.restore"]
    assert restore.why["en"] == "A backup that nobody restored is a hope."
    assert restore.wordings == {
        Viewpoint.IT: {"en": "How is the restore tested?", "de": "Wie wird die Wiederherstellung geprüft?"}
    }  # fmt: skip
    assert (len(restore.levels), restore.weight, restore.drive) == (5, 1.5, Drive.IT)
    assert (restore.sources, restore.replaces) == (("REB-4",), ("security.backup",))
    assert small.by_id["security.plan"].viewpoints == (Viewpoint.MANAGEMENT, Viewpoint.IT)
    assert small.by_id["security.plan"].may_not_apply
    channels = small.by_id["customers.channels"]
    assert [(option.id, option.points) for option in channels.options] == [("shop", 2), ("mail", 1)]
    assert channels.options[0].text["de"] == "Über einen Shop"
    access = small.by_id["fact.access"]
    assert (access.kind, access.unit, access.minimum, access.maximum) == (
        Kind.NUMBER, "percent", 0, 100,
    )  # fmt: skip
    assert [element.id for element in small.strategy] == ["goals"]
    assert [decision.name["de"] for decision in small.decisions] == ["Das Budget", "Auswahl eines Systems"]  # fmt: skip
    assert restore.talk["de"] == "Welche Wiederherstellung haben Sie selbst gesehen?"
    budget, system = small.decisions
    assert budget.advice.it_only["en"] == "Plan it with a department."
    assert (budget.advice.business_only, system.advice.nobody) == ({}, {})


def test_conditions_keep_their_form(small: Questionnaire) -> None:
    assert small.by_id["customers.portal"].show_if == AnyOf(
        (
            Equals("customers.channels", "shop"),
            AllOf((AtLeast("fact.access", 50, strictly=True), Not(Equals("fact.website", value=False)))),
        )
    )  # fmt: skip
    assert small.index is not None
    assert [item.code for item in small.index.items] == ["E_IUSE_GT50", "E_WEB"]
    assert small.index.items[1].yes_if == Equals("fact.website", value=True)


def test_measures_have_efforts_by_size(small: Questionnaire) -> None:
    restore, plan = small.measures
    assert restore.lifts == (Lift("security.restore", 2, 3), Lift("security.plan", 1, 2))
    assert restore.effort[SizeClass.LARGE] == Effort(2, 8, 1)
    assert [step["de"] for step in restore.steps] == ["System wählen", "Zurückspielen", "Zeit notieren"]  # fmt: skip
    assert (plan.lead, plan.requires) == (Role.MANAGEMENT, ("restore_test",))
    assert (plan.cost_for(None), plan.weeks_for(SizeClass.MICRO)) == (CostBand.UNDER_5K, 6)
    assert plan.gap_rule == GapRule(("security.restore",), 25, 1.5)
    assert plan.pitfall == {}


def test_a_pack_needs_no_measures_no_index_and_no_strategy(pack: Path) -> None:
    for path in (*pack.glob("*/measures.yaml"), pack / "measures.yaml"):
        path.unlink()
    loaded = load_pack(pack)
    assert loaded.questionnaire is not None
    assert loaded.questionnaire.measures == ()


def test_how_a_number_or_a_default_is_written_makes_no_other_pack(
    pack: Path, small: Questionnaire
) -> None:
    change(pack, "measures.yaml", "10-49: 3,", "10-49: 3.0,")
    change(pack, "pack.yaml", "weight: 1.5", "weight: 15e-1")
    change(pack, "pack.yaml", "    weight: 2", "    weight: 2.00")
    change(
        pack,
        "pack.yaml",
        "kind: yes_no\n            show_if",
        "kind: yes_no\n            weight: 1\n            show_if",
    )
    again = load_pack(pack).questionnaire
    assert again == small
    assert again is not None
    assert again.fingerprint == small.fingerprint
    change(pack, "measures.yaml", "10-49: 3.0,", "10-49: 4,")
    other = load_pack(pack).questionnaire
    assert other is not None
    assert other.fingerprint != small.fingerprint


def test_files_that_are_no_yaml_are_left_alone(pack: Path) -> None:
    (pack / "README.md").write_text("Hello")
    (pack / "en" / "notes.txt").write_text("Hello")
    (pack / "pictures").mkdir()
    assert load_pack(pack).problems == ()


def test_a_broken_pack_is_there_and_says_why(tmp_path: Path) -> None:
    for name in ("good", "bad"):
        shutil.copytree(SMALL, tmp_path / name)
    (tmp_path / "benchmarks" / "eurostat").mkdir(parents=True)
    (tmp_path / "LICENSE").write_text("CC-BY-4.0")
    line = change(tmp_path / "bad", "pack.yaml", "weight: 2", "weight: 0")
    bad, good = installed_packs(tmp_path)
    assert (good.usable, good.id, good.version, good.problems) == (True, "small", "1.10", ())
    assert good.name == {"en": "Small check", "de": "Kleiner Check"}
    assert (bad.usable, bad.id, bad.version, bad.name) == (False, "bad", "", {})
    assert [(problem.file, problem.line) for problem in bad.problems] == [("pack.yaml", line)]


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def kept(pack: Path, cache: Path) -> Path:
    load_pack(pack, cache)
    (file,) = (cache / "packs").iterdir()
    return file


def test_the_cache_gives_the_same(pack: Path, kept: Path, cache: Path) -> None:
    assert kept.is_file()
    assert load_pack(pack, cache) == load_pack(pack)


def test_the_cache_keeps_problems_too(pack: Path, cache: Path) -> None:
    change(pack, "pack.yaml", "equals: shop", "equals: chop")
    first, second = load_pack(pack, cache), load_pack(pack, cache)
    assert first == second == load_pack(pack)
    assert second.problems


def test_a_start_from_the_cache_needs_no_yaml(pack: Path, kept: Path, cache: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from digimaturity.packs import load_pack;"
        f"assert load_pack(Path({str(pack)!r}), Path({str(cache)!r})).questionnaire;"
        "print(sorted({'yaml', 'jsonschema'} & sys.modules.keys()))"
    )
    assert kept.is_file()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_cache_sees_a_file_that_is_not_even_read(pack: Path, cache: Path) -> None:
    stray = pack / "en" / "more.yml"
    stray.touch()
    assert load_pack(pack, cache).problems
    stray.unlink()
    assert load_pack(pack, cache).problems == ()


@pytest.mark.parametrize("name", ["pack.yaml", "measures.yaml", "en/pack.yaml"])
def test_the_cache_sees_every_change_of_a_file(
    pack: Path, kept: Path, cache: Path, name: str
) -> None:
    assert kept.is_file()
    path = pack / name
    path.write_text(path.read_text("utf-8") + "surplus: 1\n", "utf-8")
    assert [problem.file for problem in load_pack(pack, cache).problems] == [name]


def damages(whole: str) -> Iterator[str]:
    key, checksum, content = whole.split("\n")
    yield ""
    yield "null"
    yield whole[: len(whole) // 2]
    yield whole.replace("Small check", "Small chock")
    yield f"other\n{checksum}\n{content}"
    yield f"{key}\n{'0' * 64}\n{content}"


def test_a_damaged_entry_of_the_cache_is_made_anew(pack: Path, kept: Path, cache: Path) -> None:
    whole = kept.read_text("utf-8")
    for damaged in damages(whole):
        kept.write_text(damaged, "utf-8")
        assert load_pack(pack, cache) == load_pack(pack)
        assert kept.read_text("utf-8") == whole


def test_where_the_cache_cannot_be_written_nothing_is_left(pack: Path, cache: Path) -> None:
    cache.write_text("a file where a folder should be")
    assert load_pack(pack, cache).questionnaire
    cache.unlink()
    load_pack(pack, cache)
    (file,) = (cache / "packs").iterdir()
    file.unlink()
    file.mkdir()
    assert load_pack(pack, cache).questionnaire
    assert list((cache / "packs").iterdir()) == [file]


def test_a_loaded_pack_is_a_value() -> None:
    assert load_pack(SMALL) == load_pack(SMALL)
    assert LoadedPack(None, None).problems == ()
