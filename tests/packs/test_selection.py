"""A short questionnaire takes its questions from another pack, and follows it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from digimaturity.domain.catalogue import Lift
from digimaturity.packs import load_pack, questionnaire_from_document
from tests.packs.conftest import SMALL, change

QUICK = """\
format: 1
id: quick
version: "1"
languages: [de, en]
licence: CC-BY-4.0
of: small
questions: [customers.channels, security.restore]
"""


@pytest.fixture
def quick(tmp_path: Path) -> Path:
    """A selection beside the small pack."""
    shutil.copytree(SMALL, tmp_path / "small")
    folder = tmp_path / "quick"
    for language, name in (("en", "Quick check"), ("de", "Kurzcheck")):
        (folder / language).mkdir(parents=True)
        (folder / language / "pack.yaml").write_text(f"pack: {{name: {name}}}\n")
    (folder / "pack.yaml").write_text(QUICK)
    return folder


def test_it_asks_the_chosen_questions_and_all_facts(quick: Path) -> None:
    loaded, whole = load_pack(quick), load_pack(SMALL).questionnaire
    short = loaded.questionnaire
    assert loaded.problems == ()
    assert short is not None
    assert whole is not None
    assert (short.id, short.part_of, short.languages) == ("quick", "small", ("de", "en"))
    assert short.part_of_questions == len(whole.rated_questions)
    assert short.name == {"de": "Kurzcheck", "en": "Quick check"}
    assert [q.id for q in short.rated_questions] == ["security.restore", "customers.channels"]
    assert short.by_id["security.restore"] == whole.by_id["security.restore"]
    assert [fact.id for fact in short.facts] == [fact.id for fact in whole.facts]
    assert (short.index, short.level_names) == (whole.index, whole.level_names)
    assert (short.strategy, short.plans, short.decisions) == ((), (), ())
    assert short.fingerprint not in ("", whole.fingerprint)
    assert questionnaire_from_document(loaded.document or {}) == short


def test_it_keeps_the_measures_that_lift_what_is_asked(quick: Path) -> None:
    short = load_pack(quick).questionnaire
    assert short is not None
    (restore,) = short.measures
    assert restore.id == "restore_test"
    assert restore.lifts == (Lift("security.restore", 2, 3),)


def test_it_reads_only_what_was_asked_whole(quick: Path) -> None:
    short = load_pack(quick).questionnaire
    assert short is not None
    assert short.areas[0].readings == ()
    change(quick, "pack.yaml", "security.restore]", "security.restore, security.plan]")
    whole = load_pack(quick).questionnaire
    assert whole is not None
    assert len(whole.areas[0].readings) == 5


def test_a_prerequisite_that_is_left_out_hands_on_its_own(quick: Path) -> None:
    add_rules(quick.parent / "small")
    short = load_pack(quick).questionnaire
    assert short is not None
    assert {one.id: one.requires for one in short.measures} == {
        "restore_test": (),
        "written_rules": ("restore_test",),
    }


def test_measures_may_stand_in_several_files(quick: Path) -> None:
    add_rules(quick.parent / "small")
    whole = load_pack(quick.parent / "small").questionnaire
    assert whole is not None
    assert {one.id for one in whole.measures} == {
        *("restore_test", "emergency_plan", "written_rules"),
    }
    change(quick.parent / "small", "measures/rules.yaml", "id: written_rules", "id: emergency_plan")
    assert "id.elsewhere" in [p.code for p in load_pack(quick.parent / "small").problems]


def add_rules(pack: Path) -> None:
    """A second file of measures, whose one waits for `emergency_plan`."""
    (pack / "measures").mkdir()
    (pack / "measures" / "rules.yaml").write_text(
        """\
measures:
  - id: written_rules
    lifts: [{question: security.restore, from: 1, to: 3}]
    lead: business
    effort:
      10-49: {management: 1, it: 0, business: 1}
      50-249: {management: 2, it: 0, business: 2}
      250+: {management: 3, it: 0, business: 3}
    weeks: {10-49: 2, 50-249: 3, 250+: 4}
    cost: {10-49: none, 50-249: none, 250+: none}
    requires: [emergency_plan]
"""
    )
    for language in ("en", "de"):
        (pack / language / "rules.yaml").write_text(
            "measures: {written_rules: {title: T, what: W, steps: [A, B, C], kpi: K}}\n"
        )


def test_it_follows_a_change_of_the_other_pack(quick: Path, tmp_path: Path) -> None:
    before = load_pack(quick, tmp_path / "cache").questionnaire
    assert load_pack(quick, tmp_path / "cache").questionnaire == before
    change(tmp_path / "small", "en/questions.yaml", "There is a backup.", "There are copies.")
    after = load_pack(quick, tmp_path / "cache").questionnaire
    assert before is not None
    assert after is not None
    assert after.by_id["security.restore"].levels[1]["en"] == "There are copies."
    assert after.fingerprint != before.fingerprint


FAULTS = [
    ("of: small", "of: smal", "of.missing", 6),
    ("security.restore", "security.restoer", "of.question", 7),
    ("security.restore", "fact.website", "of.question", 7),
    ("security.restore", "security.plan", "of.condition", 7),
    ("languages: [de, en]", "languages: [de, en, fr]", "language.missing", 4),
    ("of: small", "of: ../small", "value.form", 6),
    ("of: small", "of: small\ndimensions: []", "key.unknown", 7),
    ("questions: [customers.channels, security.restore]", "questions: []", "list.short", 7),
    ("format: 1", "format: 2", "format", 1),
]


@pytest.mark.parametrize(("old", "new", "code", "line"), FAULTS, ids=[f[1] for f in FAULTS])
def test_a_fault_is_one_problem(quick: Path, old: str, new: str, code: str, line: int) -> None:
    change(quick, "pack.yaml", old, new)
    problems = load_pack(quick).problems
    assert [(p.file, p.line, p.code) for p in problems] == [("pack.yaml", line, code)]


def test_a_language_that_the_other_lacks_is_a_problem(quick: Path) -> None:
    change(quick, "pack.yaml", "[de, en]", "[de, en, fr]")
    (quick / "fr").mkdir()
    (quick / "fr" / "pack.yaml").write_text("pack: {name: Essai}\n")
    assert [p.code for p in load_pack(quick).problems] == ["of.language"]


def test_it_has_no_texts_and_measures_of_its_own(quick: Path) -> None:
    (quick / "measures.yaml").write_text("measures: []\n")
    (quick / "en" / "more.yaml").write_text("areas: {security: {name: Safety}}\n")
    problems = load_pack(quick).problems
    assert [(p.file, p.code) for p in problems] == [
        ("en/more.yaml", "of.surplus"),
        ("measures.yaml", "of.surplus"),
    ]


def test_nothing_is_taken_from_a_pack_with_faults(quick: Path) -> None:
    change(quick.parent, "small/pack.yaml", "weight: 1.5", "weight: 0")
    assert [p.code for p in load_pack(quick).problems] == ["of.broken"]


def test_a_selection_of_a_selection_is_a_problem(quick: Path) -> None:
    again = shutil.copytree(quick, quick.parent / "again")
    change(again, "pack.yaml", "of: small", "of: quick")
    assert [p.code for p in load_pack(again).problems] == ["of.chain"]
    change(again, "pack.yaml", "of: quick", "of: again")
    assert [p.code for p in load_pack(again).problems] == ["of.chain"]
