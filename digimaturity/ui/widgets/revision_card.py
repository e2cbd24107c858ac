"""One revision: who signed it when, its hash, what it changed, and the way to look at it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.report.sign_words import grouped, short_hash
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.fold import Fold, FoldPart


@dataclass(frozen=True, slots=True)
class ShownRevision:
    """A revision as it is shown; `parts` are lists of questions under their headings.

    `mark` says that it holds, or is shown now. With `compared` it can be held against the one
    before. `fault` says what is wrong with it, and `to_look_at` whether it can be read.
    """

    number: int
    mark: str
    signed: str
    digest: str
    corrected: str = ""
    changed: str = ""
    parts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    fault: Sequence[str] = ()
    to_look_at: bool = False
    compared: bool = False


class RevisionCard(QFrame):
    """`look_asked` and `comparison_asked` speak for the revision; `copied` says what was copied."""

    look_asked = Signal()
    comparison_asked = Signal()
    copied = Signal()

    def __init__(self, theme: Theme, t: Translator, shown: ShownRevision) -> None:
        super().__init__()
        self._theme, self._t, self._shown = theme, t, shown
        px = theme.px
        self.setProperty("kind", "card")
        self._column = column = QVBoxLayout(self)
        spaced(column, px(24), px(16), px(24), px(16), gap=px(8))
        head = QHBoxLayout()
        spaced(head, 0, gap=px(12))
        head.addWidget(label(t("Revision {n}", n=shown.number), "large"))
        if shown.mark:
            head.addWidget(label(shown.mark, "tag"))
        head.addStretch()
        column.addLayout(head)
        self._say(shown.signed, "secondary")
        self._say(shown.corrected)
        self._say(shown.changed)
        for place, words in enumerate(shown.fault):
            self._say(words, "secondary" if place else "bad")
        if shown.parts:
            column.addWidget(Fold(theme, t("Which questions"), self._questions))
        if shown.digest:
            self._add_hash(shown.digest)
        self._add_ways()

    def _say(self, words: str, kind: str = "") -> None:
        if words:
            self._column.addWidget(self._text(words, kind))

    def _text(self, words: str, kind: str = "") -> QLabel:
        made = label(words, kind, wrap=True)
        made.setMaximumWidth(self._theme.px(self._theme.tokens.space.text_column))
        return made

    def _questions(self) -> list[FoldPart]:
        return [
            (heading, [self._text(words) for words in lines])
            for heading, lines in self._shown.parts
        ]

    def _add_hash(self, digest: str) -> None:
        t = self._t
        title = t("Content {hash}: the whole hash", hash=short_hash(digest))
        self._column.addWidget(Fold(self._theme, title, lambda: self._hash(digest)))

    def _hash(self, digest: str) -> list[FoldPart]:
        t = self._t
        copy = button(t("Copy the hash"), self._copy, "link", small=True)
        copy.setAccessibleName(t("Copy the hash of revision {n}", n=self._shown.number))
        about = t(
            "SHA-256 of everything that was signed: equal content has an equal hash in every"
            " workspace. The report prints it."
        )
        parts: list[QWidget] = [self._text(grouped(digest)), self._text(about, "small"), copy]
        return [("", parts)]

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._shown.digest)
        self.copied.emit()

    def _add_ways(self) -> None:
        t, shown = self._t, self._shown
        row = Flow(self._theme.px(16))
        spaced(row, 0, self._theme.px(4), 0, 0, gap=self._theme.px(16))
        if shown.to_look_at:
            look = button(t("Look at it"), self.look_asked.emit)
            look.setAccessibleName(t("Look at revision {n}", n=shown.number))
            row.addWidget(look)
        if shown.compared:
            words = t("Compare with revision {n}", n=shown.number - 1)
            row.addWidget(button(words, self.comparison_asked.emit, "link"))
        if row.count():
            self._column.addLayout(row)
