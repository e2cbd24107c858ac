"""The form as a PDF: everybody can fill it, and what was filled in comes back as it was meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import page
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from pypdf import PdfReader, PdfWriter
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from digimaturity.domain.questionnaire import Kind, Viewpoint
from digimaturity.errors import UserError
from digimaturity.services.forms.fields import DONT_KNOW, IDENTITY, NONE, ON, Field, Role
from digimaturity.services.forms.model import Choice, Form, Item, Section
from digimaturity.services.forms.pdf import form_pdf
from digimaturity.services.forms.reading import read_file
from tests.report.conformity import below
from tests.services.forms.pdf_filling import (
    HOSTILE,
    filled_by_pikepdf,
    filled_by_pypdf,
    form,
    pdf,
    translator,
)

#: Fills a form: the names of fields, and their values.
Fill = Callable[[bytes, Mapping[str, str]], bytes]

FORMS = [(pack, language) for pack in ("quick-check", "small") for language in ("en", "de")]
READINESS = ("readiness", "de")


@cache
def hostile() -> bytes:
    """Long and strange names, questions and answers; more rows and levels than fit on a page."""
    plain = form("small", "en", HOSTILE, Viewpoint.MANAGEMENT)
    choices = tuple(Choice(f"o{number}", HOSTILE) for number in range(25))
    items = (
        Item("a.one", "1", Kind.ONE_OF, HOSTILE, HOSTILE, HOSTILE, choices, note=HOSTILE),
        Item("a.many", "2", Kind.MANY_OF, HOSTILE, choices=choices, may_not_apply=True),
        Item("a.number", "3", Kind.NUMBER, HOSTILE, unit=HOSTILE, comment=True),
        Item("a.yes", "4", Kind.YES_NO, HOSTILE, choices=choices[:2], comment=True),
    )
    section = replace(plain.sections[0], name=HOSTILE, about=HOSTILE, group=HOSTILE, items=items)
    assert plain.grid is not None
    rows = tuple(Choice(f"row{number}", HOSTILE) for number in range(25))
    grid = replace(plain.grid, name=HOSTILE, rows=rows)
    changed = replace(
        plain, title=HOSTILE, company=HOSTILE, sections=(section,), grid=grid, back_to=HOSTILE
    )
    return form_pdf(changed, translator("en"))


# -- what the file is ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        *(pytest.param(lambda each=each: pdf(*each), id="-".join(each)) for each in FORMS),
        pytest.param(lambda: pdf("small", "en", "letter"), id="letter"),
        pytest.param(hostile, id="hostile"),
        pytest.param(lambda: filled_by_pypdf(pdf(), dict(every_box(form()))), id="filled"),
    ],
)
def test_it_conforms_to_the_standard_of_access(content: Callable[[], bytes]) -> None:
    verdict = page.validate_pdf_bytes(content(), profile="ua1")
    assert not {(failure.rule_id, failure.message) for failure in verdict.failures}
    assert verdict.is_compliant


def test_it_does_not_claim_to_be_archival_since_viewers_open_such_files_locked() -> None:
    with Pdf.open(BytesIO(pdf())) as opened:
        packet = opened.Root.Metadata.read_bytes()
    assert b"<pdfuaid:part>1<" in packet
    assert b"<pdfaid:" not in packet


def widgets(opened: Pdf) -> Iterator[Object]:
    for sheet in opened.pages:
        for one in sheet.obj.get(Name.Annots, []):
            if Name.Widget == one.Subtype:
                yield one


def own(widget: Object) -> Object:
    """The field of a widget."""
    return widget.get(Name.Parent, widget)


@pytest.mark.parametrize("asked", [READINESS, *FORMS])
def test_every_question_has_fields_that_are_called_as_the_question(asked: tuple[str, str]) -> None:
    with Pdf.open(BytesIO(pdf(*asked))) as opened:
        names = [str(one.T) for one in opened.Root.AcroForm.Fields]
    assert names[0] == IDENTITY or IDENTITY in names
    assert len(set(names)) == len(names)
    assert set(names) - {IDENTITY} == {*expected(form(*asked))}


def expected(asked: Form) -> Iterator[str]:
    """The names of all fields that a form needs."""
    for item in asked.items:
        if item.comment:
            yield Field(Role.COMMENT, item.id).name
        if item.kind in (Kind.MANY_OF, Kind.NUMBER, Kind.TEXT):
            yield Field(Role.STATE, item.id).name
        if item.kind is Kind.MANY_OF:
            yield from (Field(Role.MANY_OF, item.id, each.value).name for each in item.choices)
        else:
            yield Field(Role(item.kind.value), item.id).name
    for row in asked.grid.rows if asked.grid else ():
        for part in asked.grid.parts if asked.grid else ():
            yield Field(Role.ONE_OF, f"{row.value}.{part.value}").name


@pytest.mark.parametrize("asked", [READINESS, ("small", "en")])
def test_every_field_has_a_name_in_words_and_a_look_for_each_of_its_states(
    asked: tuple[str, str],
) -> None:
    texts = [item.text for item in form(*asked).items]
    with Pdf.open(BytesIO(pdf(*asked))) as opened:
        assert Name.NeedAppearances not in opened.Root.AcroForm
        named = set()
        for widget in widgets(opened):
            field = own(widget)
            named.add(str(field.TU))
            assert len(str(widget.TU)) > 5
            assert int(widget.F) == (2 if str(field.T) == IDENTITY else 4)
            if Name.Btn == field.FT:
                states = set(widget.AP.N.keys()) - {"/Off"}
                assert "/Off" in widget.AP.N
                assert len(states) == 1
                assert Name.Off == widget.AS
            else:
                assert Name.N in widget.AP
                assert Name.Plex in opened.Root.AcroForm.DR.Font
                assert "/Plex" in str(field.DA)
    for text in texts:
        assert any(text in words for words in named), text


def test_what_is_typed_has_its_font_in_the_file_with_all_latin_letters() -> None:
    with Pdf.open(BytesIO(pdf())) as opened:
        font = opened.Root.AcroForm.DR.Font.Plex
        assert Name.WinAnsiEncoding == font.Encoding
        assert len(font.FontDescriptor.FontFile2.read_bytes()) > 100_000
        widths = dict(enumerate(map(int, font.Widths), start=int(font.FirstChar)))
        assert all(widths[byte] > 0 for byte in "äöüÄÖÜß€„“–éñ".encode("cp1252"))


@pytest.mark.parametrize("asked", [READINESS, ("quick-check", "en")])
def test_the_tabulator_goes_as_one_reads(asked: tuple[str, str]) -> None:
    with Pdf.open(BytesIO(pdf(*asked))) as opened:
        read = [
            kid.Obj.objgen
            for element in below(opened.Root.StructTreeRoot)
            if Name.Form == element.S
            for kid in element.K
        ]
        tabbed = [one.objgen for one in widgets(opened) if own(one).T != IDENTITY]
        assert tabbed == read
        assert all(sheet.obj.Tabs == Name.S for sheet in opened.pages)
        for sheet in list(opened.pages)[1:-1]:
            tops = [float(one.Rect[3]) for one in sheet.obj.Annots]
            assert all(below_it < top + 30 for top, below_it in pairwise(tops))


@pytest.mark.parametrize("language", ["en", "de"])
def test_each_page_says_whose_it_is_and_to_which_form_it_belongs(language: str) -> None:
    asked = form("quick-check", language)
    pages = PdfReader(BytesIO(pdf("quick-check", language))).pages
    of = {"en": "of", "de": "von"}[language]
    for number, sheet in enumerate(pages, start=1):
        words = " ".join(sheet.extract_text().split())
        assert asked.identity.code in words
        assert "Hansen Möbel GmbH, Anna Größe" in words
        assert f"{number} {of} {len(pages)}" in words
    assert len(pages) < 10


def test_the_first_page_says_how_to_answer_and_how_it_gets_back() -> None:
    words = " ".join(PdfReader(BytesIO(pdf("small", "en"))).pages[0].extract_text().split())
    for said in (
        "Anna Größe",
        "What is planned does not count",
        "save the file",
        "tick with a pen",
        "a half-filled form counts, too",
    ):
        assert said in words
    assert "the person from whom you have this form" in words
    named = form_pdf(replace(form("small", "en"), back_to="Dr. Mentor"), translator("en"))
    assert "Dr. Mentor" in PdfReader(BytesIO(named)).pages[0].extract_text()


def test_what_depends_on_another_answer_says_so_in_words() -> None:
    words = " ".join(
        " ".join(
            sheet.extract_text() for sheet in PdfReader(BytesIO(pdf("small", "en"))).pages
        ).split()
    )
    assert "Answer only if level 2 or higher is ticked at question 1." in words


def test_what_counts_for_a_fact_is_not_called_evidence() -> None:
    whole = form("small", "en")
    item = replace(whole.items[0], evidence="The log of outages.")
    fact = Item("f.site", "2", Kind.YES_NO, "A website?", evidence="Own pages count.")
    sections = (
        replace(whole.sections[0], items=(item,)),
        Section("+facts", "Facts", "", (fact,)),
    )
    drawn = form_pdf(replace(whole, sections=sections, grid=None), translator("en"))
    words = " ".join(
        " ".join(one.extract_text() for one in PdfReader(BytesIO(drawn)).pages).split()
    )
    assert "Evidence: The log of outages." in words
    assert "A website? Own pages count." in words


def test_the_same_form_gives_the_same_bytes() -> None:
    assert form_pdf(form(), translator("de")) == pdf()


def test_hostile_texts_stay_texts() -> None:
    reader = PdfReader(BytesIO(hostile()))
    words = "".join(sheet.extract_text() for sheet in reader.pages[:1]).replace("\n", "")
    assert "/JS (app.alert\\(1\\))" in words
    assert "<b>Söhne</b>" in words
    fields = reader.get_fields() or {}
    assert "one_of:a/one" in fields
    with Pdf.open(BytesIO(hostile())) as opened:
        active = {"/JS", "/AA", "/OpenAction", "/URI", "/Launch"}
        for one in opened.objects:
            assert not (isinstance(one, Dictionary) and active & set(one.keys()))
        assert not any(Name.A in one for one in widgets(opened))
        for one in widgets(opened):
            left, bottom, right, top = map(float, one.Rect)
            assert str(own(one).T) == IDENTITY or (50 < left < right < 546 and 58 < bottom < top)
        asked = next(str(one.TU) for one in widgets(opened) if "a/one" in str(own(one).get("/T")))
    assert "/JS (app.alert\\(1\\)) & <b>Söhne</b> {0} {page} %s \\(" in asked


# -- what comes back -----------------------------------------------------------------------------

LETTERS = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=30)
LATIN = st.text("äöüß€„“() \\/#<>abc", min_size=1, max_size=30).map(str.strip).filter(bool)
TEXTS = LATIN | LETTERS


def every_box(asked: Form) -> Iterator[tuple[str, str]]:
    """One answer to every question, and a comment wherever one can be written."""
    for item in asked.items:
        name = Field(Role(item.kind.value), item.id).name
        if item.comment:
            yield Field(Role.COMMENT, item.id).name, "Größe „äöü“ € (ß)"
        if item.kind in (Kind.TEXT, Kind.NUMBER):
            yield name, "12,5"
        elif item.kind is Kind.MANY_OF:
            yield Field(Role.MANY_OF, item.id, item.choices[0].value).name, f"/{ON}"
        else:
            yield name, f"/{item.choices[-1].value}"


@st.composite
def answered(draw: st.DrawFn, asked: Form) -> tuple[dict[str, str], dict[str, Any]]:
    """What is filled in, and the answers that it means."""
    values: dict[str, str] = {}
    answers: dict[str, Any] = {}
    for item in asked.items:
        fields, answer = draw(st.just(({}, None)) | one_answer(item))
        comment = draw(st.just("") | TEXTS) if item.comment else ""
        if comment:
            fields = {**fields, Field(Role.COMMENT, item.id).name: comment}
            whole = answer if isinstance(answer, dict) else {"value": answer}
            answer = {**({} if answer is None else whole), "comment": comment}
        values |= fields
        if answer is not None:
            answers[item.id] = answer
    assert asked.grid is not None
    for row in asked.grid.rows:
        for part in asked.grid.parts:
            holders = [DONT_KNOW, *(each.value for each in asked.grid.holders)]
            if holder := draw(st.sampled_from(["", *holders])):
                cell = f"{row.value}.{part.value}"
                values[Field(Role.ONE_OF, cell).name] = f"/{holder}"
                answers[cell] = holder
    return values, answers


def one_answer(item: Item) -> st.SearchStrategy[tuple[dict[str, str], Any]]:
    name = Field(Role(item.kind.value), item.id).name
    apart = item.kind in (Kind.MANY_OF, Kind.NUMBER, Kind.TEXT)
    state = Field(Role.STATE, item.id).name if apart else name
    states = [DONT_KNOW, *(["not_applicable"] if item.may_not_apply else [])]
    instead = st.sampled_from(states).map(lambda said: ({state: f"/{said}"}, said))
    said: st.SearchStrategy[tuple[dict[str, str], Any]]
    match item.kind:
        case Kind.LEVELS:
            said = st.integers(1, len(item.choices)).map(lambda n: ({name: f"/{n}"}, n))
        case Kind.YES_NO:
            said = st.booleans().map(lambda yes: ({name: "/yes" if yes else "/no"}, yes))
        case Kind.ONE_OF:
            ids = st.sampled_from([each.value for each in item.choices])
            said = ids.map(lambda chosen: ({name: f"/{chosen}"}, chosen))
        case Kind.MANY_OF:
            sets = st.sets(st.sampled_from([each.value for each in item.choices]), min_size=1)
            none: tuple[dict[str, str], Any] = ({state: f"/{NONE}"}, [])
            said = st.just(none) | sets.map(lambda chosen: several(item, chosen))
        case Kind.NUMBER:
            numbers = st.integers(0, 1000).map(lambda n: n / 10)
            said = numbers.map(lambda n: ({name: str(n).replace(".", ",")}, n))
        case Kind.TEXT:
            said = TEXTS.map(lambda text: ({name: text}, {"text": text}))
    return instead | said


def several(item: Item, chosen: set[str]) -> tuple[dict[str, str], list[str]]:
    fields = {Field(Role.MANY_OF, item.id, each).name: f"/{ON}" for each in chosen}
    return fields, sorted(chosen)


def back(content: bytes, folder: Path) -> Mapping[str, Any]:
    path = folder / "back.pdf"
    path.write_bytes(content)
    found = read_file(path)
    assert found.identity == form().identity
    return found.answers


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(said=answered(form()))
@pytest.mark.parametrize("fill", [filled_by_pypdf, filled_by_pikepdf])
def test_what_is_filled_in_comes_back_as_it_was_meant(
    fill: Fill, said: tuple[dict[str, str], dict[str, Any]], tmp_path: Path
) -> None:
    values, answers = said
    assert back(fill(pdf(), values), tmp_path) == answers


def test_a_whole_questionnaire_comes_back(tmp_path: Path) -> None:
    values = dict(every_box(form(*READINESS)))
    content = filled_by_pikepdf(pdf(*READINESS), values)
    path = tmp_path / "back.pdf"
    path.write_bytes(content)
    found = read_file(path)
    assert found.identity == form(*READINESS).identity
    assert set(found.answers) == {item.id for item in form(*READINESS).items}
    assert found.answers["foundations.operations"] == {"value": 5, "comment": "Größe „äöü“ € (ß)"}
    assert found.answers["fact.speed"] == 12.5
    assert found.answers["fact.crm"]["value"] is False


def without_hidden_field(opened: Pdf) -> None:
    fields, sheet = opened.Root.AcroForm.Fields, opened.pages[0].obj
    opened.Root.AcroForm.Fields = Array([one for one in fields if one.T != IDENTITY])
    sheet.Annots = Array([one for one in sheet.Annots if one.get(Name.T) != IDENTITY])


def without_list_of_fields(opened: Pdf) -> None:
    del opened.Root.AcroForm


def with_values_on_the_boxes_only(opened: Pdf) -> None:
    for field in opened.Root.AcroForm.Fields:
        if Name.Btn == field.FT:
            del field.V


def with_texts_for_names(opened: Pdf) -> None:
    for field in opened.Root.AcroForm.Fields:
        if Name.Btn == field.FT:
            field.V = String(str(field.V).removeprefix("/"))


@pytest.mark.filterwarnings("ignore:This document has .* not reachable from /AcroForm")
@pytest.mark.parametrize(
    "change",
    [
        without_hidden_field,
        without_list_of_fields,
        with_values_on_the_boxes_only,
        with_texts_for_names,
    ],
)
def test_what_viewers_make_of_it_is_read_all_the_same(
    change: Callable[[Pdf], None], tmp_path: Path
) -> None:
    values = dict(every_box(form()))
    out = BytesIO()
    with Pdf.open(BytesIO(filled_by_pikepdf(pdf(), values))) as opened:
        change(opened)
        opened.save(out)
    assert back(out.getvalue(), tmp_path) == back(filled_by_pypdf(pdf(), values), tmp_path)


def test_a_change_that_a_viewer_adds_at_the_end_of_the_file_counts(tmp_path: Path) -> None:
    first = filled_by_pikepdf(pdf(), {"levels:security/restore": "/2"})
    writer = PdfWriter(BytesIO(first), incremental=True)
    values = {"levels:security/restore": "/4"}
    for sheet in writer.pages:
        writer.update_page_form_field_values(sheet, values, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    assert out.getvalue().startswith(first)
    assert back(out.getvalue(), tmp_path) == {"security.restore": 4}


def test_a_form_that_was_printed_into_a_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "printed.pdf"
    path.write_bytes(with_fields_drawn(filled_by_pypdf(pdf(), dict(every_box(form())))))
    with pytest.raises(UserError) as caught:
        read_file(path)
    assert caught.value.code == "form.refused"
    assert getattr(caught.value.details["why"], "code", "") == "no_fields"


# -- how it looks --------------------------------------------------------------------------------


def picture(content: bytes, number: int) -> QImage:
    """A page as PDFium shows it, a point as two pixels; without fields, as it is printed empty."""
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(content)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(buffer)
    shown = QImage((document.pagePointSize(number) * 2).toSize(), QImage.Format.Format_RGB32)
    shown.fill(0xFFFFFF)
    painter = QPainter(shown)
    painter.drawImage(0, 0, document.render(number, shown.size()))
    painter.end()
    document.close()
    return shown


def dark(seen: QImage, box: tuple[float, ...]) -> float:
    """The share of dark pixels within the box, in points from the lower left corner."""
    left, bottom, right, top = (edge * 2 for edge in box)
    light = [
        seen.pixelColor(across, row).lightness()
        for row in range(int(seen.height() - top), int(seen.height() - bottom))
        for across in range(int(left), int(right))
    ]
    return sum(one < 160 for one in light) / len(light)


def with_fields_drawn(content: bytes) -> bytes:
    """The page as a viewer shows it: the present look of each field on it."""
    out = BytesIO()
    with Pdf.open(BytesIO(content)) as opened:
        opened.flatten_annotations("all")
        opened.save(out)
    return out.getvalue()


@pytest.mark.usefixtures("qapp")
def test_boxes_are_there_for_a_pen_and_show_what_was_filled_in() -> None:
    values = dict(every_box(form()))
    filled = filled_by_pypdf(pdf(), values)
    drawn = with_fields_drawn(filled)
    with Pdf.open(BytesIO(filled)) as opened:
        seen = {"boxes": 0, "texts": 0}
        for number, sheet in enumerate(opened.pages):
            paper, shown = picture(filled, number), picture(drawn, number)
            for widget in sheet.obj.get(Name.Annots, []):
                if Name.Widget != widget.Subtype or int(widget.F) != 4:
                    continue
                box = tuple(map(float, widget.Rect))
                if Name.Btn == own(widget).FT:
                    assert dark(paper, box) > 0.05
                    ticked = Name.Off != widget.AS
                    assert (dark(shown, box) > dark(paper, box) + 0.05) is ticked
                    seen["boxes"] += ticked
                else:
                    around = (box[0] - 2, box[1] - 2, box[2] + 2, box[3] + 2)
                    assert dark(paper, around) > dark(paper, box) == 0
                    written = bool(widget.get(Name.V, ""))
                    assert (dark(shown, box) > 0) is written
                    seen["texts"] += written
    boxes = sum(value.startswith("/") for value in values.values())
    assert seen == {"boxes": boxes, "texts": len(values) - boxes}
