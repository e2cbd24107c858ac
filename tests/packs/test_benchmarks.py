"""Official figures: read exactly, with their sources, or not at all."""

# ruff: noqa: E501 - one fault, one line

import subprocess
import sys
from pathlib import Path

import pytest

from digimaturity.domain.indices import Band
from digimaturity.domain.official import AdoptionRate, BandShares, SeriesBreak, Source
from digimaturity.domain.population import Population
from digimaturity.packs.benchmark_writing import PackHead, pack_files
from digimaturity.packs.benchmarks import load_benchmarks
from tests.packs.conftest import change

PACK = """\
id: office
version: "2026"
licence: CC-BY-4.0
sources:
  dii: {publisher: Office, title: Index, dataset: t1, updated: 2026-02-27, licence: CC-BY-4.0}
  ai:
    {publisher: Office, title: AI, dataset: t2, updated: "2026", licence: CC-BY-4.0, evidence: C, url: "https://example.org"}
"""
BANDS = """\
index,version,year,country,size_class,sector,band,share,flag,n,source
dii,3,2025,DE,10-249,,very_low,26.45,,,dii
dii,3,2025,DE,10-249,,low,36.69,b,,dii
dii,3,2025,DE,10-249,,high,27.38,,,dii
dii,3,2025,DE,10-249,,very_high,9.49,,,dii
dii,3,2025,AT,10-49,C,low,39.06,,,dii
"""
RATES = """\
code,year,country,size_class,sector,share,flag,n,source
E_AI,2025,EU27_2020,GE250,,55.03,u,1200,ai
E_AI,2025,DE,10-49,C,7.9,,,ai
"""


@pytest.fixture
def office(tmp_path: Path) -> Path:
    folder = tmp_path / "benchmarks" / "office"
    folder.mkdir(parents=True)
    for name, text in (("pack.yaml", PACK), ("bands.csv", BANDS), ("rates.csv", RATES)):
        (folder / name).write_text(text, "utf-8")
    return folder


def test_figures_come_with_population_and_source(office: Path) -> None:
    loaded = load_benchmarks(office.parent)
    assert loaded.problems == ()
    assert loaded.data.bands == (
        BandShares(
            index="dii",
            version="3",
            year=2025,
            population=Population("DE", "10-249"),
            shares={Band.VERY_LOW: 26.45, Band.LOW: 36.69, Band.HIGH: 27.38, Band.VERY_HIGH: 9.49},
            source="dii",
            flags={Band.LOW: "b"},
        ),
    )
    assert loaded.data.rates == (
        AdoptionRate("E_AI", 2025, Population("EU27_2020", "GE250"), 55.03, "ai", "u", 1200),
        AdoptionRate("E_AI", 2025, Population("DE", "10-49", "C"), 7.9, "ai"),
    )
    assert loaded.data.sources == {
        "dii": Source("dii", "Office", "Index", "t1", "2026-02-27", "CC-BY-4.0"),
        "ai": Source("ai", "Office", "AI", "t2", "2026", "CC-BY-4.0", "https://example.org", "C"),
    }


def test_a_pack_may_hold_one_table_only(office: Path) -> None:
    (office / "rates.csv").unlink()
    loaded = load_benchmarks(office.parent)
    assert (len(loaded.data.bands), loaded.data.rates, loaded.problems) == (1, (), ())


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "offset"),
    [
        ("bands.csv", "index,version", "version,index", "csv.header", 0),
        ("bands.csv", BANDS, "", "csv.header", 0),
        ("bands.csv", "low,36.69,b,,dii", "low,36.69,b,dii", "csv.columns", 0),
        ("bands.csv", "low,36.69,b", 'low,36.69,"b"b', "csv.quotes", 0),
        ("bands.csv", "36.69", "36,69", "csv.columns", 0),
        ("bands.csv", "36.69", ":", "csv.number", 0),
        ("bands.csv", "36.69", "nan", "csv.number", 0),
        ("bands.csv", "36.69", "136.69", "csv.number", 0),
        ("bands.csv", "36.69", "30.69", "bands.sum", -1),
        ("bands.csv", "very_high", "highest", "csv.choice", 0),
        ("bands.csv", "dii,3,2025,DE,10-249,,high", "dii,3,2025,DE,10-249,,low", "csv.duplicate", 0),
        ("bands.csv", "AT,10-49", "AT,10-50", "csv.choice", 0),
        ("bands.csv", "AT,10-49", "Austria,10-49", "csv.cell", 0),
        ("bands.csv", "10-49,C", "10-49,C10", "csv.cell", 0),
        ("bands.csv", "2025,AT", "2025.5,AT", "csv.cell", 0),
        ("bands.csv", "26.45,,", "26.45,,100", "bands.mixed", 0),
        ("bands.csv", "26.45,,,dii", "26.45,,,eurostat", "csv.source", 0),
        ("bands.csv", "26.45,,,dii", "26.45,,,", "csv.cell", 0),
        ("rates.csv", "1200", "12.5", "csv.cell", 0),
        ("rates.csv", "1200", "0", "csv.number", 0),
        ("rates.csv", "55.03,u", "55.03,U", "csv.cell", 0),
        ("rates.csv", "E_AI,2025,DE,10-49,C", "E_AI,2025,EU27_2020,GE250,", "csv.duplicate", 0),
        ("rates.csv", "E_AI,2025,DE", "AI-1,2025,DE", "csv.cell", 0),
    ],
)  # fmt: skip
def test_a_bad_row_leaves_its_file_out_whole(
    office: Path, name: str, old: str, new: str, code: str, offset: int
) -> None:
    line = change(office, name, old, new)
    loaded = load_benchmarks(office.parent)
    assert [(p.file, p.line, p.code) for p in loaded.problems] == [
        (f"office/{name}", line + offset, code)
    ]
    left = (len(loaded.data.bands), len(loaded.data.rates))
    assert left == ((0, 2) if name == "bands.csv" else (1, 0))


def test_bytes_that_are_no_text_are_a_problem(office: Path) -> None:
    (office / "rates.csv").write_bytes(RATES.encode() + b"\xff\n")
    (problem,) = load_benchmarks(office.parent).problems
    assert (problem.file, problem.line, problem.code) == ("office/rates.csv", 4, "file.encoding")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("licence: CC-BY-4.0\nsources", "license: CC-BY-4.0\nsources", "key.unknown"),
        ('version: "2026"', "version: 2026", "value.quote"),
        ("evidence: C", "evidence: D", "value.choice"),
        ("title: Index, ", "", "key.missing"),
        ("sources:\n", "sources: [\n", "yaml.syntax"),
        (PACK, "", "file.empty"),
    ],
)
def test_figures_without_sound_sources_are_left_out(
    office: Path, tmp_path: Path, old: str, new: str, code: str
) -> None:
    change(office, "pack.yaml", old, new)
    for _ in ("fresh", "from the cache"):
        loaded = load_benchmarks(office.parent, tmp_path / "cache")
        assert [(p.file, p.code) for p in loaded.problems] == [("office/pack.yaml", code)]
        assert (loaded.data.bands, loaded.data.rates, loaded.data.sources) == ((), (), {})


def test_tables_are_checked_even_where_the_sources_are_broken(office: Path) -> None:
    change(office, "pack.yaml", "evidence: C", "evidence: D")
    line = change(office, "rates.csv", "55.03", "much")
    found = load_benchmarks(office.parent).problems
    assert [(p.file, p.code) for p in found] == [
        ("office/pack.yaml", "value.choice"),
        ("office/rates.csv", "csv.number"),
    ]
    assert found[1].line == line


@pytest.mark.parametrize("name", ["pack.yaml", "bands.csv"])
def test_a_folder_in_place_of_a_file_is_a_problem(office: Path, name: str) -> None:
    (office / name).unlink()
    (office / name).mkdir()
    found = load_benchmarks(office.parent).problems
    assert [(p.file, p.line, p.code) for p in found] == [(f"office/{name}", 1, "file.unreadable")]


def test_two_packs_may_share_a_source_but_not_its_id(office: Path) -> None:
    other = office.parent / "peers"
    other.mkdir()
    (other / "pack.yaml").write_text(PACK.replace("id: office", "id: peers"), "utf-8")
    (other / "rates.csv").write_text(RATES.replace("2025", "2023"), "utf-8")
    loaded = load_benchmarks(office.parent)
    assert (len(loaded.data.rates), loaded.problems) == (4, ())
    change(other, "pack.yaml", "title: AI", "title: Other")
    loaded = load_benchmarks(office.parent)
    assert [(p.file, p.code) for p in loaded.problems] == [("peers/pack.yaml", "source.conflict")]
    assert len(loaded.data.rates) == 2


def test_of_the_same_figure_official_goes_before_second_hand_and_new_before_old(
    office: Path, tmp_path: Path
) -> None:
    row = "E_AI,2025,DE,10-49,C,{share},,,{source}\n"
    kinds = {
        "later": ("2026-12-14", "A", "8.5"),
        "earlier": ("2026-01-31", "A", "6.0"),
        "rumour": ("2027-05-01", "C", "99"),
    }
    mine = tmp_path / "mine"
    for name, (updated, evidence, share) in kinds.items():
        pack = mine / name
        pack.mkdir(parents=True)
        head = PACK.replace("id: office", f"id: {name}").replace("  ai:", f"  {name}:")
        head = head.replace('updated: "2026"', f'updated: "{updated}"')
        (pack / "pack.yaml").write_text(head.replace("evidence: C", f"evidence: {evidence}"))
        text = RATES.splitlines(keepends=True)[0] + row.format(share=share, source=name)
        (pack / "rates.csv").write_text(text)
    loaded = load_benchmarks(office.parent, also=[mine])
    assert loaded.problems == ()
    of_group = {rate.source: rate.share for rate in loaded.data.rates if rate.population.sector}
    assert of_group == {"later": 8.5}
    (mine / "later" / "pack.yaml").unlink()
    kept = load_benchmarks(office.parent, also=[mine]).data.rates
    assert [rate.source for rate in kept if rate.population.sector] == ["earlier"]


def test_a_folder_that_is_just_being_written_is_not_read(office: Path) -> None:
    office.rename(office.with_name(".office.new"))
    assert load_benchmarks(office.parent).data.rates == ()


def test_breaks_of_a_series_are_kept(office: Path, tmp_path: Path) -> None:
    change(
        office,
        "pack.yaml",
        "sources:",
        'breaks: [{index: dii, version: "3", year: 2025}]\nsources:',
    )
    for _ in ("fresh", "from the cache"):
        loaded = load_benchmarks(office.parent, tmp_path / "cache")
        assert loaded.data.breaks == (SeriesBreak("dii", "3", 2025),)


def test_a_pack_that_is_written_reads_the_same(office: Path, tmp_path: Path) -> None:
    data = load_benchmarks(office.parent).data
    again = tmp_path / "again" / "office"
    again.mkdir(parents=True)
    files = pack_files(PackHead("office", "2026", "CC-BY-4.0", "A note.\nOn two lines."), data)
    for name, content in files.items():
        (again / name).write_bytes(content)
    loaded = load_benchmarks(again.parent)
    assert loaded.problems == ()
    assert loaded.data.bands == data.bands
    assert set(loaded.data.rates) == set(data.rates)
    assert loaded.data.sources == data.sources
    assert (
        pack_files(PackHead("office", "2026", "CC-BY-4.0", "A note.\nOn two lines."), loaded.data)
        == files
    )


def test_no_folder_means_no_figures(tmp_path: Path) -> None:
    loaded = load_benchmarks(tmp_path / "nowhere")
    assert (loaded.data.bands, loaded.problems) == ((), ())


def test_a_start_needs_no_yaml(office: Path, tmp_path: Path) -> None:
    first = load_benchmarks(office.parent, tmp_path / "cache")
    code = (
        "import sys; from pathlib import Path; from digimaturity.packs.benchmarks import load_benchmarks;"
        f"b = load_benchmarks(Path({str(office.parent)!r}), Path({str(tmp_path / 'cache')!r}));"
        "print(len(b.data.rates), sorted({'yaml', 'jsonschema'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["2", "[]"]
    assert load_benchmarks(office.parent, tmp_path / "cache") == first
