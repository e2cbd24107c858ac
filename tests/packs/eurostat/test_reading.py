"""The files that Eurostat publishes, read as they are published."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digimaturity.domain.indices import Band
from digimaturity.domain.official import AdoptionRate, BandShares
from digimaturity.domain.population import Population
from digimaturity.packs.eurostat import Extract, Why, read_extract
from digimaturity.packs.eurostat.cells import Cell
from tests.packs.eurostat.forms import (
    DATA,
    FORMS,
    PACKINGS,
    as_csv,
    as_tsv,
    as_zip,
    cell,
    distribution,
    read,
)

TODAY = date(2027, 1, 1)


def extract(name: str, **more: Any) -> Extract:
    return read_extract(DATA / name, today=TODAY, **more)


def skipped(found: Extract) -> dict[Why, int]:
    return {one.why: one.count for one in found.skipped}


def test_sdmx_csv_gives_every_version_of_the_index_with_its_flags() -> None:
    found = extract("isoc_e_dii.csv")
    assert (found.form, found.source.dataset, found.dated) == ("SDMX-CSV", "isoc_e_dii", True)
    assert found.source.updated == "2026-12-14"
    assert [(b.version, b.year, b.population.country) for b in found.bands] == [
        ("1", 2015, "AT"),
        ("3", 2025, "DE"),
        ("4", 2024, "AT"),
    ]
    assert found.bands[1] == BandShares(
        "dii",
        "3",
        2025,
        Population("DE", "10-249"),
        {Band.VERY_LOW: 26.5, Band.LOW: 36.7, Band.HIGH: 27.3, Band.VERY_HIGH: 9.5},
        "isoc_e_dii-2026-12-14",
        {Band.LOW: "b", Band.VERY_HIGH: "bu"},
    )


def test_what_is_not_for_us_is_counted_and_named() -> None:
    found = extract("isoc_e_dii.csv")
    assert {(one.why, one.count, one.examples) for one in found.skipped} == {
        (Why.UNIT, 1, (("PC_ENT_IUSE", 1),)),
        (Why.SIZE, 1, (("0-9", 1),)),
        (Why.CODE, 1, (("E_DI3_GELO", 1),)),
        (Why.CONFIDENTIAL, 1, (("LU", 1),)),
        (Why.INCOMPLETE, 3, (("LU 10-249 2025", 3),)),
    }


def test_sdmx_csv_with_labels_gives_the_same_kind_of_figures() -> None:
    found = extract("isoc_eb_ai_labels.csv", updated=date(2026, 3, 1))
    source = "isoc_eb_ai-2026-03-01"
    assert found.rates == (
        AdoptionRate("E_AI_TANY", 2025, Population("DE", "10-49"), 23.1, source, "b"),
        AdoptionRate("E_AI_TANY", 2025, Population("EL", "GE250"), 37.6, source),
    )
    assert (found.dated, skipped(found)) == (False, {Why.CONFIDENTIAL: 1})


def test_a_bulk_file_gives_sectors_and_leaves_out_what_has_gaps() -> None:
    found = extract("estat_isoc_e_diin2.tsv")
    groups: dict[tuple[str, str | None], list[int]] = {}
    for b in found.bands:
        groups.setdefault((b.population.country, b.population.sector), []).append(b.year)
    assert groups == {
        ("DE", "C"): [2021, 2023, 2025],
        ("DE", None): [2021, 2023, 2025],
        ("FR", "J"): [2023],
    }
    assert found.source.dataset == "isoc_e_diin2"
    counts = skipped(found)
    assert (counts[Why.SECTOR], counts[Why.MISSING], counts[Why.CONFIDENTIAL]) == (24, 1, 2)
    by_flag = {(b.year, band): f for b in found.bands for band, f in b.flags.items()}
    assert by_flag == {(2023, Band.VERY_LOW): "b", (2025, Band.HIGH): "u"}


def test_json_stat_gives_values_by_their_place_in_the_cube() -> None:
    found = extract("isoc_cicce_use.json")
    rates = {(r.code, r.population.country, r.year): (r.share, r.flag) for r in found.rates}
    assert rates == {
        ("E_CC", "EU27_2020", 2023): (52.9, ""),
        ("E_CC", "DE", 2023): (45.1, "b"),
        ("E_CC1_SI", "EU27_2020", 2025): (18.2, ""),
        ("E_CC1_SI", "DE", 2025): (39.4, ""),
    }
    assert (found.form, found.source.updated) == ("JSON-stat", "2026-12-14")
    assert skipped(found) == {Why.CODE: 1, Why.MISSING: 1, Why.CONFIDENTIAL: 1}


def test_technologies_of_another_questionnaire_are_taken_when_asked_for() -> None:
    found = extract("isoc_cicce_use.json", wanted={"E_CC_NEW"})
    assert [r.share for r in found.rates if r.code == "E_CC_NEW"] == [61]


def test_a_value_that_is_called_confidential_is_not_shown(tmp_path: Path) -> None:
    content = as_csv([cell("E_CC", 50.0), cell("E_DA", 30.0)], "isoc_eb_das")
    told = content.replace(b"30.0,,", b"30.0,,C")
    assert [r.code for r in read(tmp_path, told).rates] == ["E_CC"]
    assert [r.code for r in read(tmp_path, content.replace(b"30.0,", b"30.0,c")).rates] == ["E_CC"]


def test_a_bulk_file_of_the_older_kind_is_read(tmp_path: Path) -> None:
    content = as_tsv([cell("E_CC", 50.0)]).replace(b"TIME_PERIOD", b"time").replace(b"A,", b"")
    assert read(tmp_path, content.replace(b"freq,", b"")).rates[0].share == 50


@pytest.mark.parametrize(
    ("name", "cells", "dataset"),
    [
        ("x.tsv", distribution((10, 20, 30, 40)), "isoc_e_dii"),
        ("x.tsv", distribution((10, 20, 30, 40), sector="C"), "isoc_e_diin2"),
        ("x.tsv", [cell("E_ERP1", 40.0)], "isoc_eb_iip"),
        ("estat_isoc_eb_iipn2.tsv", [cell("E_ERP1", 40.0)], "isoc_eb_iipn2"),
        ("isoc_eb_iip__custom_123_page_linear (2).tsv", [cell("E_ERP1", 40.0)], "isoc_eb_iip"),
    ],
)
def test_what_names_no_data_set_is_known_by_its_name_or_its_figures(
    tmp_path: Path, name: str, cells: list[Cell], dataset: str
) -> None:
    assert read(tmp_path, as_tsv(cells), name).source.dataset == dataset


def test_without_any_date_that_of_the_file_counts_but_none_to_come(tmp_path: Path) -> None:
    path = tmp_path / "x.tsv"
    path.write_bytes(as_tsv([cell("E_CC", 50.0)]))
    os.utime(path, (1_796_000_000, 1_796_000_000))
    assert read_extract(path).source.updated == "2026-11-30"
    assert read_extract(path, today=date(2026, 11, 1)).source.updated == "2026-11-01"
    path.write_bytes(as_zip(path.read_bytes()))
    assert read_extract(path).source.updated == "2026-12-20"


def test_a_file_with_ever_new_codes_is_counted_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from digimaturity.packs.eurostat import leftovers

    monkeypatch.setattr(leftovers, "_FATES", 5)
    unknown = [cell(f"E_X{number}", 1.0) for number in range(20)]
    found = read(tmp_path, as_csv([cell("E_CC", 50.0), *unknown], "isoc_cicce_use"))
    assert skipped(found) == {Why.CODE: 20}


def test_progress_rises_to_the_end_and_can_stop_the_reading() -> None:
    seen: list[float] = []
    extract("isoc_cicce_use.json", watch=seen.append)
    assert seen == sorted(seen)
    assert 0.5 <= seen[-1] <= 1

    class StopError(Exception):
        pass

    def stop(_done: float) -> None:
        raise StopError

    for name in ("isoc_e_dii.csv", "isoc_cicce_use.json", "estat_isoc_e_diin2.tsv"):
        with pytest.raises(StopError):
            extract(name, watch=stop)


shares = st.integers(0, 10_000).map(lambda hundredths: hundredths / 100)
flags = st.sampled_from(["", "b", "u", "bu", "d", "e", "c"])
sizes = st.sampled_from(["10-49", "50-249", "10-249", "GE250", "GE10", "0-9"])
sectors = st.sampled_from(["C10-S951_X_K", "C", "M", "G46"])
units = st.sampled_from(["PC_ENT", "PC_ENT", "PC_TURN"])
countries = st.sampled_from(["DE", "EL", "EU27_2020", "EA"])
codes = st.sampled_from(["E_CC", "E_DA", "E_AI_TANY", "E_XYZ"])
cells = st.builds(
    Cell,
    sizes,
    sectors,
    codes,
    units,
    countries,
    st.integers(2015, 2026),
    st.none() | shares,
    flags,
    st.just(0),
)
tables = st.lists(cells, min_size=1, max_size=25, unique_by=lambda one: one[:6])


@given(tables, st.sampled_from(sorted(PACKINGS)))
def test_the_same_figures_in_any_form_are_the_same_import(
    tmp_path_factory: pytest.TempPathFactory, table: list[Cell], packing: str
) -> None:
    folder = tmp_path_factory.mktemp("forms")
    everything = [*table, *distribution((10.5, 20.25, 30.75, 38.5), sector="J")]
    figures = []
    for name, write in sorted(FORMS.items()):
        rates = [one for one in table if not one.code.startswith("E_DI")]
        content = write([*rates, cell("E_WEB", 77.0)], "isoc_ciweb")
        bands = write([one for one in everything if one.code.startswith("E_DI")], "isoc_e_diin2")
        pack = PACKINGS[packing]
        found = [read(folder, pack(content), name), read(folder, pack(bands), f"{name}2")]
        figures.append(
            [
                (rate.population, rate.code, rate.year, rate.share, rate.flag)
                for rate in found[0].rates
            ]
            + [
                (b.population, b.version, b.year, dict(b.shares), dict(b.flags))
                for b in found[1].bands
            ]
        )
    assert figures[0]
    assert all(other == figures[0] for other in figures[1:])


def test_names_beside_the_codes_in_one_cell_are_left_off(tmp_path: Path) -> None:
    text = (DATA / "isoc_e_dii.csv").read_text()
    for name, label in (("freq", "Time frequency"), ("geo", "Country: of them")):
        text = text.replace(f",{name},", f",{name}: {label},", 1)
    text = text.replace("PC_ENT,DE,", "PC_ENT,DE: Germany,").replace(",A,", ",A: Annual,")
    text = text.replace("(1.0),", "(1.0): Digital Intensity,")
    path = tmp_path / "both.csv"
    path.write_text(text)
    both = read_extract(path, today=TODAY)
    assert (both.source.dataset, both.figures) == (
        "isoc_e_dii",
        extract("isoc_e_dii.csv").figures,
    )
    assert both.skipped == extract("isoc_e_dii.csv").skipped


def test_the_second_edition_of_sdmx_csv_is_the_first_with_other_origins(tmp_path: Path) -> None:
    text = (DATA / "isoc_e_dii.csv").read_text()
    text = text.replace("DATAFLOW,LAST UPDATE,", "STRUCTURE,STRUCTURE_ID,ACTION,")
    text = text.replace(
        "ESTAT:ISOC_E_DII(1.0),14/12/26 23:00:00,", "dataflow,ESTAT:ISOC_E_DII(1.0),I,"
    )
    for mark in ("", "\ufeff"):
        for end in ("\n", "\r\n"):
            found = read(tmp_path, (mark + text.replace("\n", end)).encode())
            assert found.figures == extract("isoc_e_dii.csv").figures


def test_a_bulk_file_may_have_every_year_there_can_be(tmp_path: Path) -> None:
    years = [cell("E_CC", 50.5, year=year) for year in range(1990, 2201)]
    found = read(tmp_path, as_tsv(years).replace(b"\n", b"\r\n"))
    assert [rate.year for rate in found.rates] == list(range(1990, 2201))


def test_who_may_see_a_cell_is_a_status_of_its_own(tmp_path: Path) -> None:
    table = [cell("E_CC", 50.5, "b", year=year) for year in range(2021, 2026)]
    text = as_tsv(table).decode()
    for secret in ("50.5 b@C", ": @C", "50.5 bN", "50.5 P"):
        text = text.replace("50.5 b\t", f"{secret}\t", 1)
    found = read(tmp_path, text.encode())
    assert [(rate.year, rate.flag) for rate in found.rates] == [(2025, "b")]
    assert skipped(found) == {Why.CONFIDENTIAL: 4}
    rows = as_csv(table, "isoc_cicce_use").decode()
    for secret in ("C", "N", "P", "F"):
        rows = rows.replace("50.5,b,\r", f"50.5,b,{secret}\r", 1)
    found = read(tmp_path, rows.encode())
    assert [rate.year for rate in found.rates] == [2024, 2025]
    assert skipped(found) == {Why.CONFIDENTIAL: 3}
