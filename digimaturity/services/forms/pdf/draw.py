"""Draws a form as a tagged PDF with fields, with the layout of the report."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from digimaturity import __version__
from digimaturity.authoring.paper.blocks import Marked
from digimaturity.canonical import canonical
from digimaturity.i18n import Translator
from digimaturity.report.model.paper import Running
from digimaturity.report.model.parts import Chapter, Labelled
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.fonts import STRONG, clean
from digimaturity.report.pdf.layout import Columns, Gap, Rule, Stack
from digimaturity.report.pdf.pages import Frame, draw_pages, paginate
from digimaturity.report.pdf.parts import Sheet, headline, hue, hue_text
from digimaturity.report.pdf.style import BODY, GUTTER, MM, NOTE, PAGE_SIZES, Style
from digimaturity.report.pdf.xmp import Metadata
from digimaturity.services.forms.model import Form, Grid, Section
from digimaturity.services.forms.pdf.canvas import FormCanvas
from digimaturity.services.forms.pdf.front import front_page
from digimaturity.services.forms.pdf.grid import grid_table
from digimaturity.services.forms.pdf.items import question

#: Narrower than that of the report: a form is filled in, not read for long.
_MARGIN = 18 * MM
_MEASURE = 140 * MM
#: The names of dimensions and of parts that stand alone, and of areas.
_GROUP = Style(STRONG, 16, 20, hyphenate=False)
_AREA = Style(STRONG, 12, 15, hyphenate=False)
#: A title in the file's metadata is cut to so many letters.
_LONGEST = 300


def draw_form(form: Form, t: Translator, size: str) -> bytes:
    """The form as a file (PDF 1.7, tagged; PDF/UA-1)."""
    frame = Frame(PAGE_SIZES[size], _MARGIN)
    sheet = Sheet(frame.width, frame.height, t.language)
    pages = paginate(frame, list(_chapters(sheet, form, t)))
    whose = canonical(form.identity.document)
    given = sha256(repr((form, t.language, size)).encode()).digest()
    canvas = FormCanvas(frame.size, _metadata(form, whose, t), given, whose.decode())
    draw_pages(canvas, frame, _running(form, t), pages)
    return canvas.finish()


def _metadata(form: Form, whose: bytes, t: Translator) -> Metadata:
    """What the file says of itself; the keywords are the identity again.

    Some viewers leave hidden fields out of what they save.
    """
    return Metadata(
        clean(f"{form.title}: {_whose(form)}")[:_LONGEST],
        clean(form.title)[:_LONGEST],
        clean(_foot(form, t))[:_LONGEST],
        f"digimaturity {__version__}",
        t.language,
        _day(form),
        keywords=urlsafe_b64encode(whose).decode(),
        archival=False,
    )


def _day(form: Form) -> date:
    return date.fromisoformat(form.identity.made[:10])


def _whose(form: Form) -> str:
    return ", ".join(part for part in (form.company, form.person) if part)


def _foot(form: Form, t: Translator) -> str:
    identity = form.identity
    named = {"id": identity.questionnaire, "version": identity.version}
    return t("Questionnaire {id}, version {version}", **named)


def _running(form: Form, t: Translator) -> Running:
    mark = t("Form {code}", code=form.identity.code)
    return Running(_whose(form), mark, _foot(form, t), t("{page} of {pages}"))


# -- chapters ----------------------------------------------------------------------------------


def _chapters(sheet: Sheet, form: Form, t: Translator) -> Iterator[tuple[Chapter, Block]]:
    front = Chapter("front", t("About this form"), form.title)
    yield front, front_page(sheet, form, front, list(_facts(form, t)), t)
    questions = Chapter("questions", t("Questions"), t("Questions"))
    blocks = list(_questions(sheet, form, t))
    if blocks:
        flow = Stack(blocks)
        flow.bookmark = questions.key
        yield questions, flow
    if form.grid is not None:
        chapter = Chapter("decisions", form.grid.name, form.grid.name)
        yield chapter, _decisions(sheet, chapter, form.grid, t)


def _facts(form: Form, t: Translator) -> Iterator[Labelled]:
    yield Labelled(t("Company"), form.company)
    yield Labelled(t("Name"), form.person or "–")
    yield Labelled(t("You answer for"), form.viewpoint)
    yield Labelled(t("Form"), form.identity.code)
    yield Labelled(t("Questionnaire"), f"{form.identity.questionnaire} {form.identity.version}")
    yield Labelled(t("Made on"), t.date(_day(form)))


def _questions(sheet: Sheet, form: Form, t: Translator) -> Iterator[Block]:
    """All sections one after the other, each dimension under its name."""
    group = ""
    for place, section in enumerate(form.sections):
        key = f"section{place}"
        if section.group and section.group != group:
            yield _group(sheet, section, f"group{place}")
        group = section.group
        yield _heading(sheet, section, key)
        for item in section.items:
            drawn = question(sheet, item, hue_text(section.hue), t, fact=section.key == "+facts")
            yield drawn.spaced(before=3.4 * MM)


def _group(sheet: Sheet, section: Section, key: str) -> Block:
    """The dimension's name under its colour."""
    words = sheet.text(section.group, _GROUP.but(colour=hue_text(section.hue)), "H2")
    bar = Rule(2.6, hue(section.hue), 16 * MM)
    block = Stack([bar, words.spaced(before=2.6 * MM)], whole=True)
    return Marked(block, clean(section.group), key).spaced(11 * MM, 1 * MM, keep=True)


def _heading(sheet: Sheet, section: Section, key: str) -> Block:
    """The name of an area under its dimension, or of a part that stands alone; what it is about."""
    inside = bool(section.group)
    style = _AREA.but(colour=hue_text(section.hue)) if inside else _GROUP
    name = sheet.text(section.name, style, "H3" if inside else "H2")
    block: Block = name
    if section.about and inside:
        edge, about = _MEASURE / 3, sheet.text(section.about, NOTE)
        beside = Stack([Gap((style.leading - NOTE.leading) * 0.66), about])
        block = Columns([(0, edge - GUTTER, name), (edge, sheet.width - edge, beside)])
    elif section.about:
        below = Columns([(0, _MEASURE, sheet.text(section.about, BODY))])
        block = Stack([name, below.spaced(before=0.8 * MM)], whole=True)
    marked = Marked(block, clean(section.name), key, 2 if inside else 1)
    return marked.spaced(6 * MM if inside else 12 * MM, 2.2 * MM, keep=True)


def _decisions(sheet: Sheet, chapter: Chapter, grid: Grid, t: Translator) -> Block:
    about = Columns([(0, _MEASURE, sheet.text(grid.about, BODY))])
    table = grid_table(sheet, grid, t)
    return Stack([headline(sheet, chapter), about.spaced(after=6 * MM, keep=True), table])
