"""How the firm compares: the words, the charts, whom it is compared with, and every source."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from digimaturity.charts import index_bar, peer_bars, technologies
from digimaturity.domain.population import PeerChoice
from digimaturity.i18n import Translator
from digimaturity.report.model.comparison import (
    BenchmarkChapter,
    Card,
    IndexPart,
    PeersPart,
    TechnologyPart,
)
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, label, plain, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.chart import Chart
from digimaturity.ui.widgets.form import Field

#: From this text size on a source and its link have no room beside each other.
_LARGE = 1.4

#: What can be chosen, with its words.
Offered = Sequence[tuple[PeerChoice | None, str]]


class Comparison(QWidget):
    """`card_asked` carries the key of a card (`cards_of`); `chosen` whom to compare with.

    `count_asked` asks how the index was counted, by `count`, if there is one.
    """

    card_asked = Signal(str)
    count_asked = Signal()
    chosen = Signal(object)

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self.links: dict[str, QPushButton] = {}
        self.count: QPushButton | None = None
        self._column = QVBoxLayout(self)
        spaced(self._column, 0, gap=theme.px(8))
        self._column.addWidget(label(t("Compared with similar firms"), "large", wrap=True))

    def offer(self, offered: Offered, now: PeerChoice | None, *, enabled: bool) -> None:
        """Let the user choose whom the firm is compared with."""
        box = ChoiceBox(self._theme)
        for _choice, words in offered:
            box.addItem(words)
        choices = [choice for choice, _ in offered]
        box.setCurrentIndex(choices.index(now))
        box.setEnabled(enabled)
        box.activated.connect(
            lambda place: self.chosen.emit(choices[place]) if choices[place] != now else None
        )
        field = Field(self._theme, self._t("&Peer group"), box)
        field.setMaximumWidth(self._theme.px(440))
        self._column.addWidget(field)

    def say(self, words: str, kind: str = "secondary") -> None:
        """Add a paragraph; nothing where there are no words."""
        if not words:
            return
        made = label(words, kind, wrap=True)
        made.setMaximumWidth(self._theme.px(640))
        self._column.addWidget(made)

    def lead(self, go: QPushButton) -> None:
        """Add a link that leads to what is missing."""
        self._column.addWidget(go)

    def show_chapter(self, chapter: BenchmarkChapter) -> None:
        """Show all that the report's chapter says."""
        for figure in chapter.figures[:1]:
            self.say(f"{figure.label} {figure.figure}{figure.small} {figure.meaning}", "strong")
            counted = self._t("How is this counted?")
            self.count = button(counted, self.count_asked.emit, "link", small=True)
            self.count.setAccessibleName(f"{counted} {figure.label}")
            self._column.addWidget(self.count)
        self.say(chapter.intro, "")
        if chapter.index is not None:
            self._index("index", chapter.index)
        if chapter.technologies is not None:
            self._technologies(chapter.technologies)
        for place, part in enumerate(chapter.peers):
            self._peers(f"peers-{place}", part)
        if chapter.context is not None:
            self._index("context", chapter.context)
        self._column.addSpacing(self._theme.px(8))
        self.say(chapter.not_compared.text, "small")

    def _index(self, key: str, part: IndexPart) -> None:
        self._head(part.kicker, part.statement)
        self.say(part.note, "small")
        data = part.distribution
        self._column.addWidget(
            Chart(
                self._theme,
                part.kicker,
                part.words,
                lambda width: index_bar.height(data, width),
                lambda surface: index_bar.draw(surface, data),
            )
        )
        self._ask(key, part.card)

    def _technologies(self, part: TechnologyPart) -> None:
        self._head(part.kicker, part.statement)
        data = part.technologies
        self._column.addWidget(
            Chart(
                self._theme,
                part.kicker,
                part.words,
                lambda width: technologies.height(data, width),
                lambda surface: technologies.draw(surface, data),
            )
        )
        for place, card in enumerate(part.cards):
            self._ask(f"technologies-{place}", card, named=True)

    def _peers(self, key: str, part: PeersPart) -> None:
        self._head(part.kicker, part.statement)
        self.say(part.about, "small")
        rows = part.rows
        self._column.addWidget(
            Chart(
                self._theme,
                part.kicker,
                part.words,
                lambda width: peer_bars.height(rows, width),
                lambda surface: peer_bars.draw(surface, rows),
            )
        )
        for note in part.notes[1:]:
            self.say(f"{note.label}: {note.text}", "small")
        self._ask(key, part.card)

    def _head(self, kicker: str, statement: str) -> None:
        self._column.addSpacing(self._theme.px(12))
        self._column.addWidget(label(kicker, "small"))
        self.say(statement, "strong")

    def _ask(self, key: str, card: Card, *, named: bool = False) -> None:
        """The source in a few words, and the link to all of it."""
        t = self._t
        origin = t("Context: {origin}", origin=card.origin) if card.context else card.origin
        asked = t("Where does this come from?")
        link = button(plain(asked), lambda: self.card_asked.emit(key), "link", small=True)
        link.setAccessibleName(f"{asked} {card.about}, {card.origin}")
        self.links[key] = link
        told = label(f"{card.about}: {origin}" if named else origin, "small", wrap=True)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        if self._theme.scale >= _LARGE:
            self._column.addWidget(told)
            self._column.addWidget(link, alignment=left)
            return
        row = QHBoxLayout()
        spaced(row, 0, gap=self._theme.px(12))
        row.addWidget(told, stretch=1)
        row.addWidget(link, alignment=left)
        self._column.addLayout(row)


def cards_of(chapter: BenchmarkChapter) -> dict[str, Card]:
    """All cards of the chapter, by the keys that are asked for."""
    found = {f"peers-{place}": part.card for place, part in enumerate(chapter.peers)}
    if chapter.index is not None:
        found["index"] = chapter.index.card
    if chapter.technologies is not None:
        cards = enumerate(chapter.technologies.cards)
        found |= {f"technologies-{place}": card for place, card in cards}
    if chapter.context is not None:
        found["context"] = chapter.context.card
    return found
