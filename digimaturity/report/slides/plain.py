"""Parts of plain text: large figures, and short paragraphs."""

from __future__ import annotations

from pptx.slide import Slide
from pptx.util import Pt

from digimaturity.report.model.parts import KeyFigure, Labelled
from digimaturity.report.model.slides import Figures, Points
from digimaturity.report.slides import look
from digimaturity.report.slides.look import Box
from digimaturity.report.slides.measure import LINE, cut, longest_word, text_height, text_width
from digimaturity.report.slides.writing import Words, clean, heading, text_box

_FIGURE = (60.0, 48.0, 40.0, 32.0, 24.0)
_LABEL = (13.0, 12.0, 11.0, 10.0)
_MEANING = (15.0, 14.0, 13.0, 12.0, 11.0, 10.0)
_APART = 18.0
#: Between two paragraphs, as a share of their size.
_BETWEEN = 0.8
_SIZES = (18.0, 16.0, 15.0, 14.0, 13.0, 12.0, 11.0, 10.0)


def figures(slide: Slide, part: Figures, box: Box, language: str) -> None:
    """Large figures, one below the other."""
    for figure in part.figures:
        box = box.below(_figure(slide, figure, box, language) + _APART)


def _figure(slide: Slide, figure: KeyFigure, box: Box, language: str) -> float:
    """One of them; returns its height."""
    colours, whole = look.palette(), f"{figure.figure} {figure.small}".strip()
    size = next((s for s in _FIGURE if text_width(whole, s, strong=True) <= box.width), _FIGURE[-1])
    small = _unbroken(figure.label, box.width, _LABEL, strong=False)
    bold = _unbroken(figure.meaning, box.width, _MEANING, strong=True)
    label = cut(clean(figure.label), box.width, small, 2)
    meaning = cut(clean(figure.meaning), box.width, bold, 2, strong=True)
    height = (
        text_height(label, box.width, small)
        + size * LINE
        + text_height(meaning, box.width, bold, strong=True)
    )
    value = [Words(figure.figure, size, strong=True, colour=colours.ink)]
    if figure.small:
        value.append(Words(figure.small, size / 2, strong=True, colour=colours.ink))
    text_box(
        slide,
        Box(box.left, box.top, box.width, height),
        [
            [Words(label, small, colour=colours.secondary)],
            value,
            [Words(meaning, bold, strong=True, colour=colours.ink)],
        ],
        language,
    )
    return height


def _unbroken(text: str, width: float, sizes: tuple[float, ...], *, strong: bool) -> float:
    """The first size at which no word is broken, else the last."""
    words = clean(text)
    return next((s for s in sizes if longest_word(words, s, strong=strong) <= width), sizes[-1])


def points(slide: Slide, part: Points, box: Box, language: str) -> None:
    """Short paragraphs, each with its label above, as large as they fit."""
    box = heading(slide, box, part.heading, language)
    size = next((s for s in _SIZES if _height(part, box.width, s) <= box.height), _SIZES[-1])
    colours = look.palette()
    lines = int((box.height / max(len(part.points), 1) / size - _BETWEEN) / LINE) - 1
    fits = _height(part, box.width, size) <= box.height
    said = part.points
    if not fits:
        said = tuple(_shortened(point, box.width, size, max(lines, 1)) for point in part.points)
    paragraphs: list[list[Words]] = []
    begins = []
    for point in said:
        begins.append(len(paragraphs))
        if point.label:
            paragraphs.append([Words(point.label, size, strong=True, colour=colours.accent)])
        paragraphs.append([Words(point.text, size, colour=colours.ink)])
    frame = text_box(slide, box, paragraphs, language).text_frame
    for place in begins[1:]:
        frame.paragraphs[place].space_before = Pt(_BETWEEN * size)


def _shortened(point: Labelled, width: float, size: float, lines: int) -> Labelled:
    label = cut(clean(point.label), width, size, 1, strong=True)
    return Labelled(label, cut(clean(point.text), width, size, lines))


def _point(point: Labelled, width: float, size: float) -> float:
    label = text_height(clean(point.label), width, size, strong=True)
    return label + text_height(clean(point.text), width, size)


def _height(part: Points, width: float, size: float) -> float:
    return sum(_point(point, width, size) + _BETWEEN * size for point in part.points)
