"""A block of text: broken into lines once a width, split without widows, drawn as tagged text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from digimaturity.report.pdf import fonts
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.report.pdf.linebreak import (
    Goal,
    Line,
    Span,
    break_lines,
    line_width,
    shortened,
)
from digimaturity.report.pdf.style import BODY, PALETTE, Style, ink

#: At least so many lines of a paragraph stay together at the foot and at the head of a page.
_TOGETHER = 2
#: Languages whose words are long enough that lines need it.
_HYPHENATED = frozenset({"de"})


#: From, to, and the base line, in points.
_Stretch = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text that is set differently from its style, or leads somewhere."""

    text: str
    face: str | None = None
    colour: str | None = None
    goal: Goal | None = None


class Text(Block):
    """One paragraph, heading or cell.

    The text is a user's or a pack's as it is: it is cleaned here, has no markup, and cannot break
    out. `kind` is its structure element; None when it is drawn inside one that is open already.
    """

    def __init__(
        self,
        text: str | tuple[Part, ...],
        style: Style = BODY,
        *,
        kind: str | None = "P",
        language: str = "",
        multiline: bool = False,
        attributes: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        parts = (Part(text),) if isinstance(text, str) else text
        self.style = style
        self.kind = kind
        self.language = language
        self.attributes = attributes
        self.key: object = object()
        self._spans = tuple(_spans(parts, style, multiline=multiline))
        self._broken: dict[float, tuple[Line, ...]] = {}

    def lines(self, width: float) -> tuple[Line, ...]:
        """The lines at that width."""
        if width not in self._broken:
            hyphenate = self.style.hyphenate and self.language in _HYPHENATED
            lines = break_lines(
                self._spans, width, self.style.size, self.language, hyphenate=hyphenate
            )
            most = self.style.lines
            if most and len(lines) > most:
                cut = shortened(lines[most - 1], width, self.style.size)
                lines = (*lines[: most - 1], cut)
            self._broken[width] = lines
        return self._broken[width]

    def natural_width(self) -> float:
        """The width of the text on one line."""
        return line_width(self._spans, self.style.size)

    def used_width(self, width: float) -> float:
        """The width of the longest line where there is room for `width`."""
        return max((line_width(line, self.style.size) for line in self.lines(width)), default=0.0)

    def height(self, width: float) -> float:
        """The height at that width."""
        return len(self.lines(width)) * self.style.leading

    def split(
        self, width: float, room: float, *, force: bool = False
    ) -> tuple[Block | None, Block | None]:
        """What fits into `room`, and the rest; with `force` something always does."""
        lines = self.lines(width)
        fit = int((room + 0.01) // self.style.leading)
        if fit >= len(lines):
            return self, None
        fit = min(fit, len(lines) - _TOGETHER)
        if fit < _TOGETHER and not force:
            return None, self
        fit = max(fit, 1)
        return self._of(lines[:fit], width), self._of(lines[fit:], width)

    def _of(self, lines: tuple[Line, ...], width: float) -> Text:
        part = Text("", self.style, kind=self.kind, attributes=self.attributes)
        part.key = self.key
        part._broken[width] = lines
        return part.spaced(self.before, self.after, keep=self.keep)

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Draw it with its upper left corner there."""
        if self.kind is None:
            dotted = self._draw_lines(canvas, left, top, width)
        else:
            with canvas.content(self.kind, self.key, self.attributes):
                dotted = self._draw_lines(canvas, left, top, width)
        if dotted:
            _draw_dots(canvas, dotted, self.style.size)

    def _draw_lines(
        self, canvas: TaggedCanvas, left: float, top: float, width: float
    ) -> list[_Stretch]:
        """Draw the text; return where the links in it stand."""
        style = self.style
        base = top - style.leading + self._rise()
        links: list[_Stretch] = []
        pen = _Pen(canvas, style.size)
        for line in self.lines(width):
            across = left + _shift(line, style, width)
            pen.move(across, base)
            for span in line:
                end = across + fonts.width(span.text, span.face) * style.size / 1000
                if span.goal is None:
                    pen.write(span)
                else:
                    pen.flush()
                    seen = line_width((span,), style.size)  # a space at its end leads nowhere
                    links.append((across, across + seen, base))
                    self._draw_link(canvas, span.goal, span, links[-1])
                    pen.move(end, base)
                across = end
            base -= style.leading
        pen.flush()
        return links

    def _draw_link(self, canvas: TaggedCanvas, goal: Goal, span: Span, stretch: _Stretch) -> None:
        left, right, base = stretch
        bottom = base - self._rise()
        # One link, also where the line breaks within the term.
        with canvas.content("Link", (self.key, goal.key)) as link:
            pen = _Pen(canvas, self.style.size)
            pen.move(left, base)
            pen.write(span)
            pen.flush()
            box = (left, bottom, right, bottom + self.style.leading)
            canvas.link(link, goal.key, box, goal.words)

    def _rise(self) -> float:
        """The base line above the foot of a line: x-height and capitals centred in the leading."""
        metrics = fonts.face(self.style.face)
        return (self.style.leading - metrics.cap_height * self.style.size / 1000) / 2


class _Pen:
    """Writes stretches of text one after the other, in as few text objects as possible."""

    def __init__(self, canvas: TaggedCanvas, size: float) -> None:
        self._canvas, self._size = canvas, size
        self._text = canvas.beginText()
        self._now = ("", "")
        self._written = False

    def move(self, left: float, base: float) -> None:
        """Go on there."""
        self._text.setTextOrigin(left, base)

    def write(self, span: Span) -> None:
        """Write a stretch."""
        self._written = True
        for face, part in fonts.runs(span.text, span.face):
            if face != self._now[0]:
                self._text.setFont(face, self._size)
            if span.colour != self._now[1]:
                self._text.setFillColor(ink(span.colour))
            self._now = (face, span.colour)
            self._text.textOut(part)

    def flush(self) -> None:
        """Put on the page what is written."""
        if self._written:
            self._canvas.drawText(self._text)
        self._text = self._canvas.beginText()
        self._now = ("", "")
        self._written = False


def _draw_dots(canvas: TaggedCanvas, links: list[_Stretch], size: float) -> None:
    """A dotted hairline under each link; decoration."""
    with canvas.artifact():
        canvas.saveState()
        canvas.setStrokeColor(ink(PALETTE.secondary))
        canvas.setLineWidth(0.5)
        canvas.setDash([0.5, 1.1])
        for left, right, base in links:
            canvas.line(left, base - 0.2 * size, right, base - 0.2 * size)
        canvas.restoreState()


def _shift(line: Line, style: Style, width: float) -> float:
    if style.align == "left":
        return 0.0
    free = width - line_width(line, style.size)
    return free if style.align == "right" else free / 2


def _spans(parts: tuple[Part, ...], style: Style, *, multiline: bool) -> list[Span]:
    found = []
    for part in parts:
        text = fonts.clean(part.text, lines=multiline)
        if part.text[:1] == " " and text[:1] != " ":
            text = " " + text
        if part.text[-1:] == " " and text[-1:] != " ":
            text += " "
        if text:
            fonts.face(part.face or style.face)
            found.append(
                Span(text, part.face or style.face, part.colour or style.colour, part.goal)
            )
    return found
