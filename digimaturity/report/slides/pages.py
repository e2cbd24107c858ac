"""Lays out one slide: its places, its parts beside each other, its notes."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pptx.presentation import Presentation as Deck
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide as Page

from digimaturity.report.model.slides import (
    Bars,
    CoverSlide,
    Field,
    Figures,
    Gaps,
    Part,
    Points,
    Slide,
    SlidesModel,
    Stack,
    Table,
)
from digimaturity.report.slides import look, plain, tables
from digimaturity.report.slides.charts import bars
from digimaturity.report.slides.columns import columns
from digimaturity.report.slides.dumbbell import dumbbells
from digimaturity.report.slides.field import field
from digimaturity.report.slides.look import Box
from digimaturity.report.slides.measure import cut, text_width
from digimaturity.report.slides.places import foot, page_number, running
from digimaturity.report.slides.stack import stack
from digimaturity.report.slides.template import FOOT, LEAD, MARK, NUMBER, SENDER, SOURCE
from digimaturity.report.slides.writing import Words, clean, described, fill_place, write

_BETWEEN = " · "


def cover_page(deck: Deck, model: SlidesModel) -> None:
    """The first slide: who was assessed and when, over all areas."""
    cover, language = model.cover, model.language
    page = deck.slides.add_slide(deck.slide_layouts[0])
    _named(page, "cover")
    _title(page, cover.company, look.COVER_TITLE, look.COVER_SIZES, language)
    _cover_lines(page, cover, language)
    _fill(page, SENDER, cover.sender, look.COVER_SENDER, (14.0, 12.0, 10.0), language)
    _logo(page, model)
    columns(page, cover.columns, look.COVER_CHART, language, model.day)
    _fill(page, SOURCE, cover.confidential, look.COVER_NOTE, look.SOURCE_SIZES, language)
    _fill(page, MARK, model.mark, look.MARK, (12.0, 10.0), language)
    _notes(page, cover.notes, language)


def statement_page(deck: Deck, model: SlidesModel, slide: Slide) -> None:
    """A slide with a statement, what it rests on, and one or two parts."""
    language = model.language
    page = deck.slides.add_slide(deck.slide_layouts[1])
    _named(page, slide.key)
    _title(page, slide.title, look.TITLE, look.TITLE_SIZES, language)
    _fill(page, LEAD, slide.lead, look.LEAD, look.LEAD_SIZES, language)
    boxes = _boxes(slide)
    grids = [(p, box) for p, box in zip(slide.parts, boxes, strict=True) if isinstance(p, Table)]
    if grids:
        tables.draw(page, grids, language)
    for part, box in zip(slide.parts, boxes, strict=True):
        _draw(page, part, box, model)
    _fill(page, SOURCE, slide.source, look.SOURCE, look.SOURCE_SIZES, language)
    _fill(page, MARK, model.mark, look.MARK, (12.0, 10.0), language)
    _running(page, model)
    _notes(page, slide.notes, language)


def _boxes(slide: Slide) -> tuple[Box, ...]:
    """The places of its parts: all of the room, or two beside each other."""
    whole = look.CONTENT
    if len(slide.parts) == 1:
        return (whole,)
    first = (whole.width - look.GUTTER) * slide.split
    left = Box(whole.left, whole.top, first, whole.height)
    start = whole.left + first + look.GUTTER
    return left, Box(start, whole.top, whole.width - first - look.GUTTER, whole.height)


def _draw(page: Page, part: Part, box: Box, model: SlidesModel) -> None:
    language, day = model.language, model.day
    match part:
        case Bars():
            bars(page, part, box, language, day)
        case Stack():
            stack(page, part, box, language, day)
        case Field():
            field(page, part, box, language, day)
        case Gaps():
            dumbbells(page, part, box, language, day)
        case Table():
            return  # tables beside each other are set together
        case Figures():
            plain.figures(page, part, box, language)
        case Points():
            plain.points(page, part, box, language)


def _named(page: Page, key: str) -> None:
    for inner in page.element.iter("{*}cSld"):
        inner.set("name", key)


def _title(page: Page, text: str, box: Box, sizes: tuple[float, ...], language: str) -> None:
    place = page.shapes.title
    if place is not None:
        fill_place(place, text, box, sizes, language)


def _place(page: Page, index: int) -> Shape:
    """The place with that number, moved behind all that is there: the order of reading."""
    place: Any = next(one for one in page.placeholders if one.placeholder_format.idx == index)
    page.shapes.element.append(place.element)
    shape: Shape = place
    return shape


def _fill(
    page: Page, index: int, text: str, box: Box, sizes: tuple[float, ...], language: str
) -> None:
    fill_place(_place(page, index), text, box, sizes, language)


def _cover_lines(page: Page, cover: CoverSlide, language: str) -> None:
    """What it is, and below in smaller type, of when and with which questionnaire."""
    frame, width = _place(page, LEAD).text_frame, look.COVER_LINE.width
    first, second = cut(clean(cover.title), width, 20, 1), cut(clean(cover.line), width, 14, 1)
    write(frame, [[Words(first, 20)], [Words(second, 14)]], language)


def _logo(page: Page, model: SlidesModel) -> None:
    """The sender's picture at the upper right, within its room, never distorted."""
    logo, room = model.brand.logo, look.COVER_LOGO
    if logo is None:
        return
    share = min(room.width / logo.width, room.height / logo.height)
    width, height = logo.width * share, logo.height * share
    place = Box(room.left + room.width - width, room.top, width, height)
    described(page.shapes.add_picture(BytesIO(logo.content), *place.emu()), logo.words)


def _running(page: Page, model: SlidesModel) -> None:
    """Company and assessment at the foot, and the number of the page."""
    language, rest = model.language, clean(f"{_BETWEEN}{model.foot}")
    room = look.FOOT.width - text_width(rest, look.SMALL) - look.SMALL
    company = cut(clean(model.cover.company), room, look.SMALL, 1)
    number = max(shape.shape_id for shape in page.shapes) + 1
    tree, shown = page.shapes.element, str(2 + [s.key for s in model.slides].index(page.name))
    kind = f'type="ftr" sz="quarter" idx="{FOOT}"'
    tree.append(running(number, kind, foot(f"{company} {rest}", look.SMALL, language)))
    kind = f'type="sldNum" sz="quarter" idx="{NUMBER}"'
    tree.append(running(number + 1, kind, page_number(shown, language)))


def _notes(page: Page, notes: tuple[str, ...], language: str) -> None:
    frame = page.notes_slide.notes_text_frame
    if frame is not None:
        write(frame, [[Words(clean(note))] for note in notes], language)
