"""Every format is opened again and counted before it is called done, and is the same each time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from digimaturity import paths
from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.report import word
from digimaturity.report.model.report import ReportModel
from digimaturity.services.exports import Format, exported, format_of
from digimaturity.services.reports import Order, order_of_answers
from digimaturity.services.sample import read_sample

BEGINNINGS = {
    Format.PDF: b"%PDF-",
    Format.WORD: b"PK",
    Format.SLIDES: b"PK",
    Format.TABLES: b"PK",
    Format.DATA: b"{",
}


@pytest.fixture(scope="module")
def order() -> Order:
    t = Translator.load("de", paths.resources_dir() / "locale")
    return order_of_answers(read_sample(), t, sample=True)


@pytest.mark.parametrize("form", Format)
def test_the_same_order_gives_the_same_bytes_in_every_format(order: Order, form: Format) -> None:
    content = exported(order, form)
    assert content.startswith(BEGINNINGS[form])
    assert exported(order, form) == content


def test_what_lacks_a_part_when_it_is_opened_again_is_never_handed_out(
    order: Order, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = word.render_word

    def forgetful(model: ReportModel) -> bytes:
        return whole(replace(model, dimensions=model.dimensions[1:]))

    monkeypatch.setattr(word, "render_word", forgetful)
    with pytest.raises(UserError) as caught:
        exported(order, Format.WORD)
    assert caught.value.code == "export.incomplete"


@pytest.mark.parametrize("name", ["report", "report.doc", "report.pdf.zip", ".pdf"])
def test_a_name_that_tells_no_format_is_refused(name: str) -> None:
    with pytest.raises(UserError) as caught:
        format_of(Path(name))
    assert caught.value.code == "report.format"


def test_the_ending_tells_the_format_in_any_letters() -> None:
    assert format_of(Path("Bericht 2026.PDF")) is Format.PDF
    assert format_of(Path("a.b.Docx")) is Format.WORD
