"""Every document, with every option, on every paper, is accessible and archival.

And the check is worth something: each defect that is put in on purpose is found.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import product
from typing import Any

import pytest
from pikepdf import Dictionary, Name, Object, Pdf
from PIL import Image, ImageDraw
from pypdf import PageObject, PdfReader

from digimaturity import __version__
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.cuts import Cut, model_of, report_of
from digimaturity.report.wording import USUAL, ReportOptions
from tests.report import samples
from tests.report.conformity import below, faults
from tests.report.elsewhere import printed_elsewhere
from tests.report.test_pdf import HOSTILE


def logo() -> bytes:
    picture = Image.new("RGBA", (320, 100), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((0, 0, 100, 100), fill=(180, 30, 60, 200))
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


EVERYTHING = ReportOptions(
    mentor="Dr. Anna Mentor",
    organisation="Nordlicht Maschinenbau GmbH",
    confidentiality="For the advisory board only <not for the press>",
    foreword="Dear owners,\n\nthis is what we found.\nWith thanks\n\n" + "for your time. " * 900,
    logo=logo(),
    colour="#ffcc00",
)
SHORT = ReportOptions(
    comments=False,
    left_out=frozenset(
        ["benchmark", "dimension-it", "leading", "measures", "answers", "glossary"],
    ),
)


@cache
def document(
    kind: Cut, options: ReportOptions = USUAL, language: str = "en", *, draft: bool = False
) -> bytes:
    t = Translator.load(language, resources_dir() / "locale")
    context = replace(samples.context(sample=not draft), options=options, draft=draft)
    return report_of(samples.evaluation(), context, t, kind)


@pytest.mark.parametrize(
    ("kind", "options", "size", "language"),
    [
        (kind, options, size, "en" if size == "A4" else "de")
        for kind, options, size in product(
            ("full", "board", "staff"), (USUAL, EVERYTHING, SHORT), ("A4", "letter")
        )
    ],
)
def test_every_document_can_be_read_by_everybody_and_kept_for_ever(
    kind: Cut, options: ReportOptions, size: str, language: str
) -> None:
    chosen = replace(options, page_size=size)
    assert not faults(document(kind, chosen, language, draft=options is EVERYTHING))


@pytest.mark.parametrize("kind", ["full", "board", "staff"])
def test_the_file_says_from_what_it_was_made(kind: Cut) -> None:
    pdf = PdfReader(BytesIO(document(kind, EVERYTHING, draft=True)))
    t = Translator.load("en", resources_dir() / "locale")
    context = replace(samples.context(sample=False), options=EVERYTHING, draft=True)
    code = model_of(samples.evaluation(), context, t, kind)
    assert pdf.metadata is not None
    assert pdf.xmp_metadata is not None
    assert pdf.xmp_metadata.dc_identifier == code.paper.code
    assert pdf.xmp_metadata.pdf_keywords == pdf.metadata.keywords
    for version in (f"digimaturity {__version__}", "questionnaire synthetic 1.0", "27 February"):
        assert version in str(pdf.metadata.keywords)


@pytest.mark.parametrize("kind", ["full", "board", "staff"])
def test_every_page_of_a_draft_says_so_and_who_may_read_it(kind: Cut) -> None:
    whose = "For everybody at Nordlicht" if kind == "staff" else "For the advisory board only"
    for sheet in PdfReader(BytesIO(document(kind, EVERYTHING, draft=True))).pages:
        words = sheet.extract_text()
        assert whose in words
        assert max(sizes(sheet, "Draft"), default=0) > 100
    finished = PdfReader(BytesIO(document(kind, EVERYTHING)))
    assert not any(size > 100 for sheet in finished.pages for size in sizes(sheet, "Draft"))


def sizes(sheet: PageObject, word: str) -> list[float]:
    """The sizes of type in which the word stands on the page."""
    found = []

    def see(text: str, _: Any, __: Any, ___: Any, size: float) -> None:  # noqa: ANN401 - pypdf's
        if word in text:
            found.append(size)

    sheet.extract_text(visitor_text=see)
    return found


@pytest.mark.parametrize("kind", ["full", "board", "staff"])
def test_no_words_of_the_sender_can_break_it(kind: Cut) -> None:
    words = HOSTILE * 60
    options = ReportOptions(
        words, words, words, words, logo=b"no picture", colour="url(#x)", page_size="letter"
    )
    data = document(kind, options)
    assert not faults(data)
    with Pdf.open(BytesIO(data)) as pdf:
        assert len(pdf.pages) < 30


def test_the_same_data_and_options_give_the_same_bytes_in_any_process() -> None:
    program = (
        "from hashlib import sha256; from tests.report.test_conformity import *; print(*(sha256("
        "document(kind, replace(EVERYTHING, left_out=SHORT.left_out))).hexdigest() for kind in "
        "('full', 'board', 'staff')))"
    )
    found = printed_elsewhere(program)
    assert len(found) == 1
    assert len(set(found.pop().split())) == 3


def test_a_logo_says_whose_it_is() -> None:
    with Pdf.open(BytesIO(document("full", EVERYTHING, draft=True))) as pdf:
        words = [str(one.Alt) for one in below(pdf.Root.StructTreeRoot) if Name.Figure == one.S]
    assert words[0] == "Logo of Nordlicht Maschinenbau GmbH"
    assert sum(word.startswith("Logo") for word in words) == 1


def elements(pdf: Pdf, kind: str) -> list[Object]:
    return [one for one in below(pdf.Root.StructTreeRoot) if Name(kind) == one.S]


def retagged(old: str, new: str) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        for element in elements(pdf, old):
            element.S = Name(new)

    return change


def without(kind: str, *keys: str) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        for element in elements(pdf, kind):
            for key in keys:
                del element[key]

    return change


def uncatalogued(*keys: str) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        for key in keys:
            del pdf.Root[key]

    return change


def painted(code: bytes) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].contents_add(pdf.make_stream(code))

    return change


def said(old: bytes, new: bytes) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes()
        assert old in packet
        pdf.Root.Metadata.write(packet.replace(old, new))

    return change


def fonts(key: str, *, of_descriptor: bool = False) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            del (font.FontDescriptor if of_descriptor else font)[key]

    return change


def paged(key: str) -> Callable[[Pdf], None]:
    def change(pdf: Pdf) -> None:
        for sheet in pdf.pages:
            del sheet.obj[key]

    return change


def linked(change: Callable[[Object], None]) -> Callable[[Pdf], None]:
    def each(pdf: Pdf) -> None:
        for sheet in pdf.pages:
            for annotation in sheet.obj.get(Name.Annots, []):
                change(annotation)

    return each


def hide(annotation: Object) -> None:
    annotation.F = 2


def silence(annotation: Object) -> None:
    del annotation[Name.Contents]


def orphan(annotation: Object) -> None:
    del annotation[Name.StructParent]


def no_title_shown(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert('hello')")


def open_file(pdf: Pdf) -> None:
    pdf.attachments["notes.txt"] = b"not archival"


def transparent_page(pdf: Pdf) -> None:
    pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)


def skipped_heading(pdf: Pdf) -> None:
    elements(pdf, "/H2")[0].S = Name.H3


DEFECTS: dict[str, tuple[Cut, Callable[[Pdf], None]]] = {
    "a figure without alternative text": ("board", without("/Figure", "/Alt")),
    "a logo without alternative text": ("staff", without("/Figure", "/Alt")),
    "no language": ("board", uncatalogued("/Lang")),
    "no title in the metadata": ("board", said(b"dc:title>", b"dc:source>")),
    "the file's name in place of the title": ("board", no_title_shown),
    "no metadata": ("board", uncatalogued("/Metadata")),
    "not marked as tagged": ("board", uncatalogued("/MarkInfo")),
    "no structure": ("board", uncatalogued("/StructTreeRoot")),
    "text that is not tagged": ("board", painted(b"BT /F1 9 Tf 50 50 Td (stray) Tj ET")),
    "an area that is not tagged": ("staff", painted(b"0 0 10 10 re f")),
    "content in an artifact and a tag": (
        "board",
        painted(b"/Artifact BMC /P <</MCID 0>> BDC 0 0 1 1 re f EMC EMC"),
    ),
    "colour of another space": ("board", painted(b"/Artifact BMC 1 0 0 0 k 0 0 9 9 re f EMC")),
    "a font that is not embedded": ("staff", fonts("/FontFile2", of_descriptor=True)),
    "glyphs without their characters": ("staff", fonts("/ToUnicode")),
    "a table without header cells": ("board", retagged("/TH", "/TD")),
    "header cells without a direction": ("board", without("/TH", "/A")),
    "a row outside a table": ("board", retagged("/Table", "/Div")),
    "a list without its items": ("board", retagged("/LI", "/P")),
    "an element of an unknown kind": ("board", retagged("/H2", "/Headline")),
    "headings that skip a level": ("board", skipped_heading),
    "no heading at all": ("staff", retagged("/H1", "/P")),
    "pages that do not lead to the structure": ("board", paged("/StructParents")),
    "no order for the tabulator": ("full", paged("/Tabs")),
    "no colour profile": ("board", uncatalogued("/OutputIntents")),
    "not identified as archival": ("board", said(b"pdfaid:part>2", b"pdfaid:part>1")),
    "not identified as accessible": ("board", said(b"<pdfuaid:part>1</pdfuaid:part>", b"")),
    "a program inside": ("board", script),
    "a file inside": ("board", open_file),
    "transparency in another space": ("board", transparent_page),
    "a link that is hidden": ("full", linked(hide)),
    "a link without words": ("full", linked(silence)),
    "a link outside the structure": ("full", linked(orphan)),
}


def saved(data: bytes, change: Callable[[Pdf], None]) -> bytes:
    with Pdf.open(BytesIO(data)) as pdf:
        change(pdf)
        file = BytesIO()
        pdf.save(file)
    return file.getvalue()


@cache
def seed(kind: Cut) -> bytes:
    """A document without faults, as small as it can be and still have what the defect needs."""
    return document(kind, SHORT if kind == "full" else EVERYTHING)


@pytest.mark.parametrize("kind", ["full", "board", "staff"])
def test_a_document_that_is_only_saved_anew_has_no_faults(kind: Cut) -> None:
    assert not faults(saved(seed(kind), lambda _: None))


@pytest.mark.parametrize("defect", DEFECTS)
def test_every_defect_put_in_on_purpose_is_found(defect: str) -> None:
    kind, change = DEFECTS[defect]
    assert faults(saved(seed(kind), change))
