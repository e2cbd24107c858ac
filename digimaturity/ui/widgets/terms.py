"""Technical terms on screen: marked quietly where they stand, and explained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from math import ceil
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QToolTip, QWidget

from digimaturity.domain.glossary import Finder, Mention, headword
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.texts import Term, text_in
from digimaturity.i18n import Translator
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import Paragraph


@dataclass(frozen=True, slots=True)
class Terms:
    """The glossary of a questionnaire in the user's language; the terms `known` are not marked."""

    finder: Finder
    language: str
    known: frozenset[str] = frozenset()

    def after(self, texts: Iterable[str]) -> Terms:
        """For what stands below `texts`, in which the terms are marked already."""
        met = {term.id for term in self.finder.terms_in(texts)}
        return replace(self, known=self.known | met)

    def marked(self, text: str) -> tuple[Mention, ...]:
        """The terms to be marked in `text`."""
        mentions = self.finder.mentions(text)
        return tuple(mention for mention in mentions if mention.term.id not in self.known)

    def entries(self, texts: Iterable[str]) -> list[tuple[str, str]]:
        """The terms in `texts` with their meanings, in the order of their appearance."""
        return [entry(term, self.language) for term in self.finder.terms_in(texts)]


def terms_of(questionnaire: Questionnaire, t: Translator) -> Terms:
    """The terms of `questionnaire` for a user who reads the language of `t`."""
    return Terms(questionnaire.finder(t.language), t.language)


def entry(term: Term, language: str) -> tuple[str, str]:
    """A term and its meaning."""
    return headword(term, language), text_in(term.means, language)


#: A layout asks for the height at several widths, and for each of them again and again.
_WIDTHS = 8


class MarkedText:
    """A plain text in lines, with the terms in it underlined by dots."""

    def __init__(self, text: str, terms: Terms, *, strong: int = 0) -> None:
        """The first `strong` characters are set in the strong weight."""
        self._text, self._strong, self._language = text, strong, terms.language
        found = () if strong else terms.marked(text)
        self.mentions = tuple(_as_qt_counts(text, mention) for mention in found)
        self._lines: dict[tuple[int, int, int], tuple[QTextLayout, float]] = {}

    def height(self, font: QFont, width: int) -> int:
        """The height in pixels at that width."""
        return ceil(self._layout(font, width)[1])

    def draw(self, painter: QPainter, room: QRect, font: QFont, ink: QColor, dots: QColor) -> None:
        """Draw it with its upper left corner in that of `room`."""
        layout, _ = self._layout(font, room.width())
        painter.setPen(ink)
        layout.draw(painter, QPointF(room.topLeft()))
        painter.setPen(QPen(dots, 1, Qt.PenStyle.DotLine))
        below = QFontMetrics(font).underlinePos() + 1
        for _, line, box in self._boxes(layout):
            # Drawn apart from the letters: a stretch of its own would stand elsewhere by a hair.
            height = room.top() + round(line.y() + line.ascent()) + below
            painter.drawLine(room.left() + box.left(), height, room.left() + box.right(), height)

    def _boxes(self, layout: QTextLayout) -> Iterator[tuple[Mention, QTextLine, QRect]]:
        """Where the terms stand, line by line."""
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            for mention in self.mentions:
                box = _box(line, mention)
                if not box.isEmpty():
                    yield mention, line, box

    def mention_at(self, point: QPoint, font: QFont, width: int) -> tuple[Mention, QRect] | None:
        """The term under `point` and its place, counted from the text's upper left corner."""
        layout, _ = self._layout(font, width)
        found = ((mention, box) for mention, _, box in self._boxes(layout) if box.contains(point))
        return next(found, None)

    def explain(self, event: QHelpEvent, room: QRect, font: QFont, widget: QWidget) -> bool:
        """Show the meaning of the term under the mouse, if there is one."""
        corner = room.topLeft()
        found = self.mention_at(event.pos() - corner, font, room.width())
        if found is None:
            return False
        word, means = entry(found[0].term, self._language)
        # As markup it is broken into lines; what the pack says is only text.
        tip = f"<p><b>{escape(word)}</b><br>{escape(means)}</p>"
        QToolTip.showText(event.globalPos(), tip, widget, found[1].translated(corner))
        return True

    def _layout(self, font: QFont, width: int) -> tuple[QTextLayout, float]:
        """The lines at that width, and their height: as Qt itself would write the text."""
        key = (font.pixelSize(), int(font.weight()), width)
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) >= _WIDTHS:
                self._lines.clear()
            found = self._lines[key] = self._broken(font, width)
        return found

    def _broken(self, font: QFont, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(self._text.replace("\n", "\N{LINE SEPARATOR}"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        if self._strong:
            strong = QTextCharFormat()
            strong.setFontWeight(QFont.Weight.DemiBold)
            layout.setFormats([_ranged(0, self._strong, strong)])
        leading = QFontMetrics(font).leading()
        height = float(-leading)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            height += leading
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, max(0.0, height)


def _as_qt_counts(text: str, mention: Mention) -> Mention:
    """The same term by Qt's places: there a pictogram counts as two characters."""
    start, end = (
        len(text[:place].encode("utf-16-le")) // 2 for place in (mention.start, mention.end)
    )
    return Mention(start, end, mention.term)


def _box(line: QTextLine, mention: Mention) -> QRect:
    """Where the term stands in `line`; empty where it does not."""
    start = max(mention.start, line.textStart())
    end = min(mention.end, line.textStart() + line.textLength())
    if start >= end:
        return QRect()
    left, right = (_across(line, place) for place in (start, end))
    whole = line.rect()
    return QRect(round(left), round(whole.top()), ceil(right - left), ceil(whole.height()))


def _across(line: QTextLine, place: int) -> float:
    across, _ = cast("tuple[float, int]", line.cursorToX(place))  # the stubs know only of objects
    return across


def _ranged(start: int, end: int, shape: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, end - start, shape
    return found


class Prose(Paragraph):
    """A paragraph with its terms marked and explained under the mouse.

    To a screen reader it is the plain text; the terms stand once more where the keyboard comes.
    """

    def __init__(
        self, theme: Theme, terms: Terms, text: str, kind: str = "", *, strong: int = 0
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setProperty("kind", kind)
        self._theme = theme
        self._marked = MarkedText(text, terms, strong=strong)

    def heightForWidth(self, width: int) -> int:
        """The height of its lines."""
        self.ensurePolished()  # the stylesheet sets the font
        return self._marked.height(self.font(), min(width, self.maximumWidth()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text and the dots."""
        painter = QPainter(self)
        ink = self.palette().color(self.foregroundRole())
        dots = self._theme.colour("secondary")
        self._marked.draw(painter, self.contentsRect(), self.font(), ink, dots)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """The mouse rests: on a term, it is explained."""
        if isinstance(event, QHelpEvent) and self._marked.explain(
            event, self.contentsRect(), self.font(), self
        ):
            return True
        return super().event(event)


def explained(theme: Theme, terms: Terms, word: str, means: str) -> Prose:
    """One entry of a glossary: the term, and after a colon what it means."""
    return Prose(theme, terms, f"{word}: {means}", strong=len(word) + 1)
