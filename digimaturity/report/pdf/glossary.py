"""The glossary, and the links that lead to its entries."""

from __future__ import annotations

from collections.abc import Iterator

from digimaturity.report.mentions import ItemMentions, Mentions
from digimaturity.report.model.appendix import GlossaryChapter, GlossaryEntry
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.layout import Columns, Stack
from digimaturity.report.pdf.linebreak import Goal
from digimaturity.report.pdf.parts import Sheet, headline
from digimaturity.report.pdf.style import BODY, MM, NOTE_STRONG, SMALL, Style
from digimaturity.report.pdf.text import Part, Text

_WORD = 44 * MM
_MEANS = 114 * MM


def glossary(sheet: Sheet, content: GlossaryChapter) -> Block:
    """Each term at the left, its meaning at the right."""
    entries = [_entry(sheet, entry) for entry in content.entries]
    return Stack(
        [
            headline(sheet, content.chapter),
            sheet.text(content.intro, BODY).spaced(after=4 * MM),
            Stack(entries, kind="L", attributes={"A": "<</O/List/ListNumbering/None>>"}),
        ]
    )


def _entry(sheet: Sheet, entry: GlossaryEntry) -> Block:
    style = NOTE_STRONG.but(leading=SMALL.leading, size=SMALL.size)
    word = sheet.text(entry.word, style, "Lbl")
    means = sheet.text(entry.means, SMALL, "LBody")
    row = Columns([(0, _WORD - 3 * MM, word), (_WORD, _MEANS, means)], whole=True)
    block = Stack([row], whole=True, kind="LI")
    block.bookmark = entry.key
    return block.spaced(before=1.4 * MM)


class Links:
    """Makes terms in texts links to their entries."""

    def __init__(self, sheet: Sheet, content: GlossaryChapter | None) -> None:
        self.sheet = sheet
        self.mentions = Mentions(content)

    def item(self) -> LinkedTexts:
        """For the texts of one item or page, in which each term is a link once."""
        return LinkedTexts(self.sheet, self.mentions.item())


class LinkedTexts:
    """The texts of one item or page, in the order in which they are read."""

    def __init__(self, sheet: Sheet, mentions: ItemMentions) -> None:
        self._sheet = sheet
        self._mentions = mentions

    def text(
        self, words: str | tuple[Part, ...], style: Style = BODY, kind: str | None = "P"
    ) -> Text:
        """A text in which the terms that were not met before are links."""
        parts = (Part(words),) if isinstance(words, str) else words
        linked = tuple(piece for part in parts for piece in self._linked(part))
        return self._sheet.text(linked, style, kind)

    def _linked(self, part: Part) -> Iterator[Part]:
        for piece, entry in self._mentions.pieces(part.text):
            if entry is None:
                yield Part(piece, part.face, part.colour)
            else:
                goal = Goal(entry.key, f"{entry.word}: {entry.means}")
                yield Part(piece, part.face, part.colour, goal)
