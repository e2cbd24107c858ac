"""``digimaturity report``: every format and cut, what can be chosen, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import openpyxl
import pptx
import pypdf
import pytest
from PIL import Image

from digimaturity import paths
from digimaturity.cli import main
from digimaturity.settings import Settings, save_settings

from .test_cli import SAMPLE, Capture, refused


def report(out: Path, *said: str) -> Path:
    assert main(["--lang", "en", "report", str(SAMPLE), "-o", str(out), *said]) == 0
    return out


def text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def test_the_ending_of_the_name_tells_the_format(tmp_path: Path) -> None:
    assert docx.Document(str(report(tmp_path / "r.docx"))).paragraphs
    assert len(pptx.Presentation(str(report(tmp_path / "r.pptx"))).slides) == 10
    assert len(openpyxl.load_workbook(report(tmp_path / "r.xlsx")).worksheets) > 4
    assert json.loads(report(tmp_path / "r.json").read_text())["overall"]["score"]


def test_a_cut_is_one_page_and_a_letter_names_nobody(tmp_path: Path) -> None:
    board = report(tmp_path / "board.pdf", "--cut", "board")
    assert len(pypdf.PdfReader(board).pages) == 1
    answers = json.loads(SAMPLE.read_text("utf-8"))
    names = [one["name"] for one in answers.get("respondents", []) if one.get("name")]
    letter = text(report(tmp_path / "letter.pdf", "--cut", "staff"))
    assert letter.strip()
    assert not [name for name in names if name in letter]


def test_what_is_said_is_what_the_report_shows(tmp_path: Path) -> None:
    foreword, logo = tmp_path / "words.txt", tmp_path / "logo.png"
    foreword.write_text("Dear owners, read page four first.", encoding="utf-8-sig")
    Image.new("RGB", (300, 90), (20, 60, 120)).save(logo)
    path = report(
        tmp_path / "r.pdf",
        *("--mentor", "Ada Lovelace", "--organisation", "Engines", "--colour", "#123456"),
        *("--paper", "letter", "--without", "glossary", "--no-comments"),
        *("--logo", str(logo), "--foreword", str(foreword)),
        *("--confidentiality", "For the board alone"),
    )
    pages = pypdf.PdfReader(path).pages
    found = text(path)
    assert "read page four first" in found
    assert "Ada Lovelace" in found
    assert "For the board alone" in found
    assert len(pages[0].images) == 1
    assert pages[0].mediabox.width == 612
    outline = pypdf.PdfReader(path).outline
    assert "Glossary" not in [one.title for one in outline if not isinstance(one, list)]


def test_the_settings_tell_who_sends_a_report(tmp_path: Path) -> None:
    save_settings(paths.config_dir(), Settings(mentor="Grace Hopper", organisation="Navy"))
    assert "Grace Hopper" in text(report(tmp_path / "r.pdf"))


@pytest.mark.parametrize(
    ("said", "word"),
    [
        (["-o", "{dir}/report.doc"], ".docx"),
        (["-o", "{dir}/r.pptx", "--cut", "staff"], "PDF or a Word document"),
        (["--all", "-o", "{dir}/r", "--format", "xlsx", "--cut", "board"], "“board”"),
        (["-o", "{dir}/r.pdf", "--without", "summary"], "glossary"),
        (["-o", "{dir}/r.pdf", "--colour", "blue"], "#004466"),
        (["-o", "{dir}/r.pdf", "--foreword", "{dir}/none.txt"], "none.txt"),
        (["-o", "{dir}/r.pdf", "--logo", "{dir}/binary"], "PNG"),
        (["-o", "{dir}/r.pdf", "--foreword", "{dir}/binary"], "UTF-8"),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_is_written(
    tmp_path: Path, capsys: Capture, said: list[str], word: str
) -> None:
    (tmp_path / "binary").write_bytes(b"\x89PNG\xff\xfe" * 9)
    error = refused(capsys, "report", SAMPLE, *[part.format(dir=tmp_path) for part in said])
    assert word in error
    assert not list(tmp_path.glob("r*"))
