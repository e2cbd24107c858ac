"""Importing official figures: looked at first, taken over whole, removed again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from digimaturity import paths
from digimaturity.domain.indices import Band
from digimaturity.domain.official import AdoptionRate
from digimaturity.domain.population import Population
from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.packs.eurostat.cells import Cell
from digimaturity.services import benchmarks
from digimaturity.services.benchmark_words import plan_words
from digimaturity.services.benchmarks import (
    ImportPlan,
    Skipped,
    Why,
    apply_import,
    installed_datasets,
    remove_dataset,
    remove_imported,
)
from digimaturity.services.messages import sentence
from digimaturity.services.packs import imported_benchmarks_dir, installed_benchmarks
from tests.packs.eurostat.forms import as_csv, as_tsv, cell, distribution

SMALL = Population("DE", "10-249")
Writer = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Writer:
    def write(content: bytes, name: str = "table") -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def compiled_once(monkeypatch: pytest.MonkeyPatch, cache: Path) -> None:
    monkeypatch.setattr(paths, "cache_dir", lambda: cache)


def preview_import(files: list[Path]) -> ImportPlan:
    """On a day after all of the files, whatever day it is."""
    return benchmarks.preview_import(files, today=date(2027, 1, 1))


def ai(share: float, year: int = 2025) -> list[Cell]:
    return [cell("E_AI_TANY", share, year=year)]


def rate(code: str, year: int) -> AdoptionRate | None:
    every = installed_benchmarks().data.rates_of[SMALL]
    return next((one for one in every if (one.code, one.year) == (code, year)), None)


def imported() -> dict[str, bytes]:
    folder = imported_benchmarks_dir() / "imported"
    return {path.name: path.read_bytes() for path in folder.glob("*")}


def test_a_preview_tells_what_would_become_of_each_figure_and_changes_nothing(
    written: Writer,
) -> None:
    shares = as_csv(
        [
            *distribution((20.0, 30.0, 35.0, 15.0)),
            *distribution((20.0, 30.0, 35.0, 15.0), year=2027),
        ]
    )
    plan = preview_import([written(shares, "one"), written(as_csv(ai(24.93), "isoc_eb_ai"), "two")])
    assert [one.year for one in plan.added] == [2027]
    (change,) = plan.replaced
    assert (change.old.year, change.old_source.updated) == (2025, "2026-02-27")
    assert (change.new_source.updated, change.new.source) == ("2026-12-14", "isoc_e_dii-2026-12-14")
    assert [one.share for one in plan.renewed if isinstance(one, AdoptionRate)] == [24.93]
    assert not imported_benchmarks_dir().exists()


def test_the_newer_figure_wins_and_what_is_shipped_stays_as_it_is(written: Writer) -> None:
    shipped = paths.questionnaires_dir() / "benchmarks" / "eurostat"
    before = {path.name: path.read_bytes() for path in shipped.iterdir()}
    apply_import(preview_import([written(as_csv(distribution((20.0, 30.0, 35.0, 15.0))))]))
    data = installed_benchmarks().data
    newest = data.bands_of[SMALL][-1]
    assert (newest.year, newest.shares[Band.LOW]) == (2025, 30)
    source = data.sources[newest.source]
    assert (source.dataset, source.updated) == ("isoc_e_dii", "2026-12-14")
    assert "CC BY 4.0" in source.licence
    assert source.url.endswith("isoc_e_dii/default/table")
    others = [b for b in data.bands_of[SMALL] if b.year != 2025]
    assert {data.sources[b.source].updated for b in others} == {"2026-02-27"}
    assert {path.name: path.read_bytes() for path in shipped.iterdir()} == before


def test_an_older_file_leaves_newer_figures_alone(written: Writer) -> None:
    old = as_csv([*ai(10.0), *ai(9.0, 2022)], "isoc_eb_ai").replace(b"14/12/26", b"14/01/26")
    plan = preview_import([written(old)])
    assert [one.new.year for one in plan.older] == [2025]
    assert [one.year for one in plan.added] == [2022]
    apply_import(plan)
    found = rate("E_AI_TANY", 2025)
    assert found is not None
    assert found.share == 24.93


def test_an_official_figure_takes_the_place_of_a_second_hand_one_of_any_date(
    written: Writer,
) -> None:
    old = as_csv([cell("E_ERP1", 43.21)], "isoc_eb_iip").replace(b"14/12/26", b"14/01/26")
    apply_import(preview_import([written(old)]))
    found = rate("E_ERP1", 2025)
    assert found is not None
    assert found.share == 43.21


def test_one_import_adds_to_the_other_and_the_same_again_changes_nothing(written: Writer) -> None:
    first = written(as_csv(ai(30.0), "isoc_eb_ai"), "first")
    apply_import(preview_import([first]))
    apply_import(preview_import([written(as_tsv([cell("E_CC", 60.0)]), "isoc_cicce_use.tsv")]))
    before = imported()
    again = preview_import([first])
    assert (again.changes, len(again.same)) == (False, 1)
    apply_import(again)
    assert imported() == before
    assert sorted(before) == ["pack.yaml", "rates.csv"]
    ours = [one for one in installed_datasets() if one.imported]
    assert [(one.source.dataset, one.years, one.figures) for one in ours] == [
        ("isoc_cicce_use", (2025,), 1),
        ("isoc_eb_ai", (2025,), 1),
    ]


def test_one_bad_file_among_several_changes_nothing(written: Writer) -> None:
    good = written(as_csv(ai(30.0), "isoc_eb_ai"), "good")
    apply_import(preview_import([good]))
    before = imported()
    with pytest.raises(UserError, match=r"benchmark\.format"):
        preview_import([written(as_csv(ai(31.0), "isoc_eb_ai"), "x"), written(b"<html>", "bad")])
    assert imported() == before


def test_the_technologies_of_every_installed_questionnaire_are_taken(
    written: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    installed = tmp_path / "questionnaires"
    shutil.copytree(paths.questionnaires_dir(), installed)
    pack = installed / "readiness" / "pack.yaml"
    text = pack.read_text("utf-8")
    pack.write_text(text.replace("{code: E_WEB,", "{code: E_WEB_NEW,"), "utf-8")
    for file in installed.glob("readiness/*/*.yaml"):
        content = file.read_text("utf-8")
        file.write_text(content.replace("E_WEB", "E_WEB_NEW"), "utf-8")
    table = written(as_csv([cell("E_WEB_NEW", 80.0)], "isoc_ciweb"))
    with pytest.raises(UserError, match=r"benchmark\.nothing"):
        preview_import([table])
    monkeypatch.setattr(paths, "questionnaires_dir", lambda: installed)
    assert len(preview_import([table]).added) == 1


def test_what_was_imported_can_be_taken_out_again(written: Writer) -> None:
    apply_import(preview_import([written(as_csv(ai(30.0), "isoc_eb_ai"), "one")]))
    apply_import(preview_import([written(as_csv([cell("E_CC", 60.0)], "isoc_cicce_use"), "two")]))
    remove_dataset("isoc_eb_ai")
    found = rate("E_AI_TANY", 2025)
    assert found is not None
    assert found.share == 24.93
    with pytest.raises(UserError, match=r"benchmark\.not_imported"):
        remove_dataset("isoc_eb_ai")
    remove_dataset("isoc_cicce_use")
    assert imported() == {}


def test_damaged_figures_are_not_built_upon_but_can_be_removed(written: Writer) -> None:
    table = written(as_csv(ai(30.0), "isoc_eb_ai"))
    apply_import(preview_import([table]))
    path = imported_benchmarks_dir() / "imported" / "rates.csv"
    path.write_text(path.read_text().replace("30", "300"))
    with pytest.raises(UserError, match=r"benchmark\.own_broken"):
        preview_import([table])
    remove_imported()
    assert preview_import([table]).replaced


def test_a_crash_between_the_two_steps_of_writing_loses_nothing(written: Writer) -> None:
    apply_import(preview_import([written(as_csv(ai(30.0), "isoc_eb_ai"))]))
    before = imported()
    folder = imported_benchmarks_dir() / "imported"
    folder.rename(folder.with_name(".imported.old"))
    half = folder.with_name(".imported.new")
    half.mkdir()
    (half / "pack.yaml").write_text("id: half")
    found = rate("E_AI_TANY", 2025)
    assert found is not None
    assert found.share == 30
    assert imported() == before
    apply_import(preview_import([written(as_csv(ai(31.0, 2026), "isoc_eb_ai"))]))
    assert sorted(path.name for path in imported_benchmarks_dir().iterdir()) == ["imported"]


def test_where_nothing_can_be_written_the_figures_stay(written: Writer) -> None:
    plan = preview_import([written(as_csv(ai(30.0), "isoc_eb_ai"))])
    blocked = imported_benchmarks_dir()
    blocked.parent.mkdir(parents=True, exist_ok=True)
    blocked.write_text("a file where the folder would be")
    with pytest.raises(UserError, match=r"file\."):
        apply_import(plan)
    found = rate("E_AI_TANY", 2025)
    assert found is not None
    assert found.share == 24.93


def test_a_plan_names_three_figures_and_counts_the_others(written: Writer) -> None:
    t = Translator.load("en", Path())
    years = [one for year in range(2030, 2035) for one in ai(30.0, year)]
    (_, told) = plan_words(preview_import([written(as_csv(years, "isoc_eb_ai"))]), t)
    assert told.sentence == "5 figures are new."
    assert len(told.details) == 4
    assert told.details[-1] == "and 2 more"


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_plan_is_told_in_numbers_and_examples(written: Writer, language: str) -> None:
    t = Translator.load(language, paths.resources_dir() / "locale")
    new = as_csv(
        [*ai(24.93), *ai(31.5, 2026), *[cell("E_AI_TANY", 70.0, size="GE250")]], "isoc_eb_ai"
    )
    old = as_csv([cell("E_DA", 1.0)], "isoc_eb_das").replace(b"14/12/26", b"14/01/26")
    plan = preview_import([written(new, "new"), written(old, "old")])
    text = "\n".join(
        line for words in plan_words(plan, t) for line in (words.sentence, *words.details)
    ).replace("\N{NO-BREAK SPACE}", " ")
    if language == "en":
        assert "1 figure is new.\nArtificial intelligence, at least one kind (E_AI_TANY), " in text
        assert "(E_AI_TANY), Germany, 10 to 249 employees, 2026: 31.50%" in text
        assert "1 figure replaces an earlier one." in text
        assert "1 figure stays the same and gets the newer date." in text
        assert "1 figure is left alone, as what is there is newer." in text
        assert "36.20% → 1.00%" in text
    else:
        assert "1 Zahl ist neu.\nKünstliche Intelligenz, mindestens eine Art (E_AI_TANY)" in text
        assert "(E_AI_TANY), Deutschland, 10 bis 249 Beschäftigte, 2026" in text
        assert "Stand 14. Dezember 2026" in text


FIGURE = AdoptionRate("E_CC", 2025, SMALL, 50.0, "s")
FACTS = {
    "path": Path("table.csv"),
    "first": Path("other.csv"),
    "dataset": "isoc_xy",
    "updated": "2036-01-01",
    "what": FIGURE,
    "skipped": (Skipped(Why.SUM, 4, (("DE", 4),)),),
    "line": 0,
    "column": "geo",
    "value": "?",
}


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("contradiction", "E_CC"),
        ("future", "2036"),
        ("own_broken", "table.csv"),
        ("not_imported", "isoc_xy"),
        ("nothing", "table.csv"),
        ("dataset", "isoc_xy"),
        ("missing", "table.csv"),
        ("twice", "table.csv"),
        ("cell", "geo"),
        ("too_many", "table.csv"),
    ],
)
def test_a_refusal_says_what_that_nothing_changed_and_what_to_do(
    language: str, code: str, words: str
) -> None:
    t = Translator.load(language, paths.resources_dir() / "locale")
    message = sentence(UserError(f"benchmark.{code}", **FACTS), t)
    assert words in message.what
    assert (
        message.safe
        == {"en": "No figure has been changed.", "de": "Keine Zahl wurde geändert."}[language]
    )
    assert message.what_to_do
    assert bool(message.details) == (code == "nothing")
