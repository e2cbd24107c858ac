"""Writes text: cleaned, in its language, at the size at which it has room."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.text.text import TextFrame
from pptx.util import Pt

from digimaturity.report.slides import look
from digimaturity.report.slides.look import Box, emu, rgb
from digimaturity.report.slides.measure import LINE, cut, fitting_size, one_line, text_height
from digimaturity.report.slides.places import bar
from digimaturity.report.xml_text import xml_text

_LANGUAGES = {"de": MSO_LANGUAGE_ID.GERMAN, "en": MSO_LANGUAGE_ID.ENGLISH_UK}
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_WHITE = re.compile(r"[ \t\n]+")
#: The type's own lines are 1.3 times its size high; this share of it makes them `LINE`.
_SPACING = LINE / 1.3
#: A text is set so little smaller if it then stands on one line.
_LITTLE = 0.9


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text: size in points, colour as ``#RRGGBB`` or empty for that of its place."""

    text: str
    size: float = 0.0
    strong: bool = False
    colour: str = ""


def clean(text: str) -> str:
    """Text on one line, as the file can carry it.

    Without marks of direction: one that is not ended turns round whatever follows it.
    """
    return _WHITE.sub(" ", _DIRECTION.sub("", xml_text(text))).strip(" ")


def write(frame: TextFrame, paragraphs: Iterable[Iterable[Words]], language: str) -> None:
    """Fill an empty frame."""
    for number, stretches in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.line_spacing = _SPACING
        for words in stretches:
            run = paragraph.add_run()
            run.text = clean(words.text)
            run.font.language_id = _LANGUAGES.get(language, MSO_LANGUAGE_ID.ENGLISH_UK)
            if words.size:
                run.font.size = Pt(words.size)
                run.font.bold = words.strong
            if words.colour:
                run.font.color.rgb = rgb(words.colour)


def fill_place(place: Shape, text: str, box: Box, sizes: tuple[float, ...], language: str) -> None:
    """Fill a placeholder, smaller where it must, cut at the last; an empty text takes it away."""
    words = clean(text)
    if not words:
        place.element.getparent().remove(place.element)
        return
    strong = sizes in {look.TITLE_SIZES, look.COVER_SIZES}
    size = one_line(words, box.width, sizes[0], sizes[0] * _LITTLE, strong=strong)
    if size == sizes[0]:
        size = fitting_size(words, box.width, box.height, sizes, strong=strong)
    lines = max(int(box.height / (size * LINE) + 0.01), 1)
    shown = cut(words, box.width, size, lines, strong=strong)
    own = size if size != sizes[0] else 0.0
    write(place.text_frame, [[Words(shown, own, strong)]], language)


def text_box(
    slide: Slide, box: Box, paragraphs: Iterable[Iterable[Words]], language: str, align: str = "l"
) -> Shape:
    """A box of text without a frame."""
    shape = slide.shapes.add_textbox(*box.emu())
    bare(shape.text_frame)
    write(shape.text_frame, paragraphs, language)
    for paragraph in shape.text_frame.paragraphs:
        paragraph.alignment = {"l": PP_ALIGN.LEFT, "r": PP_ALIGN.RIGHT, "c": PP_ALIGN.CENTER}[align]
    return shape


def bare(frame: TextFrame) -> None:
    """No margins, text from the top, lines broken within the frame."""
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = emu(0)


def heading(slide: Slide, box: Box, text: str, language: str) -> Box:
    """A statement over a part; what remains below it. An empty one takes no room."""
    words = clean(text)
    if not words:
        return box
    room = look.HEADING * LINE * 2
    size = one_line(words, box.width, look.HEADING, 12.5, strong=True)
    if size == look.HEADING:
        size = fitting_size(words, box.width, room, (14.0, 13.0, 12.0, 11.0, 10.0), strong=True)
    shown = cut(words, box.width, size, int(room / size / LINE + 0.01), strong=True)
    height = text_height(shown, box.width, size, strong=True)
    place = Box(box.left, box.top, box.width, height)
    text_box(slide, place, [[Words(shown, size, strong=True, colour=look.palette().ink)]], language)
    return box.below(height + 10)


def line(slide: Slide, box: Box, colour: str) -> None:
    """A thin rectangle that says nothing."""
    number = max(shape.shape_id for shape in slide.shapes) + 1
    slide.shapes.element.append(bar(number, box, colour))


def described(shape: BaseShape, words: str) -> None:
    """Give a chart, table or picture its alternative text."""
    next(shape.element.iter("{*}cNvPr")).set("descr", clean(words))
