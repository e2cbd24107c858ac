"""A block of text: broken into lines once a width, split without widows, drawn as tagged text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportlab.lib.colors import HexColor

from digimaturity.report.pdf import fonts
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.report.pdf.linebreak import Line, Span, break_lines, line_width, shortened
from digimaturity.report.pdf.style import BODY, Style

#: At least so many lines of a paragraph stay together at the foot and at the head of a page.
_TOGETHER = 2
#: Languages whose words are long enough that lines need it.
_HYPHENATED = frozenset({"de"})


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a text that is set differently from its style."""

    text: str
    face: str | None = None
    colour: str | None = None


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
            self._draw_lines(canvas, left, top, width)
            return
        with canvas.content(self.kind, self.key, self.attributes):
            self._draw_lines(canvas, left, top, width)

    def _draw_lines(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        style = self.style
        metrics = fonts.face(style.face)
        # The line's x-height and capitals sit centred in its leading, as on the mock-ups.
        rise = (style.leading - metrics.cap_height * style.size / 1000) / 2
        base = top - style.leading + rise
        text = canvas.beginText()
        now: tuple[str, str] = ("", "")
        for line in self.lines(width):
            text.setTextOrigin(left + _shift(line, style, width), base)
            for span in line:
                for face, part in fonts.runs(span.text, span.face):
                    if face != now[0]:
                        text.setFont(face, style.size)
                    if span.colour != now[1]:
                        text.setFillColor(HexColor(span.colour))
                    now = (face, span.colour)
                    text.textOut(part)
            base -= style.leading
        canvas.drawText(text)


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
            found.append(Span(text, part.face or style.face, part.colour or style.colour))
    return found
