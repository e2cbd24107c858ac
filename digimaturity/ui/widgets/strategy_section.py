"""One element of the IT strategy: the firm's own words, what is known from elsewhere, the gaps."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from digimaturity.report.model.strategy_sheet import SheetBlock, SheetGap, SheetSection
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, line, set_kind, spaced
from digimaturity.ui.widgets.comment import Comment
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.sheet_table import sheet_table
from digimaturity.ui.widgets.slot import Slot

#: Pixels at 100 %: of the field, and of a page's text.
_FIELD, _TEXT = 92, 640
#: Where what is put down elsewhere can be changed, other than on a tab of the roadmap.
_PAGES = frozenset({"results", "questionnaire"})


class StrategySection(QWidget):
    """`written` carries the firm's own words, as soon as typing rests or the field is left."""

    written = Signal(str)

    def __init__(self, parts: Parts, section: SheetSection) -> None:
        super().__init__()
        t, px = parts.t, parts.theme.px
        self._parts, self._name = parts, section.name
        self._state = label("", "small")
        self.field = Comment()
        self.field.setFixedHeight(px(_FIELD))
        self.field.setMaximumWidth(px(_TEXT))
        self.field.setPlaceholderText(section.hint)
        self.field.setAccessibleName(t("{element}: in your own words", element=section.name))
        self.field.setAccessibleDescription(section.hint)
        self.field.written.connect(self.written)
        self._own = label(t("In your own words"), "small")
        self._unsaved = label(t("This text could not be saved yet."), "bad", wrap=True)
        self._unsaved.hide()
        self._known, self._gaps = Slot(), Slot()
        head = Flow(px(12))
        head.addWidget(label(section.name, "large"))
        head.addWidget(self._state)
        column = QVBoxLayout(self)
        spaced(column, 0, px(8), 0, px(16), gap=px(8))
        column.addWidget(line())
        column.addLayout(head)
        column.addWidget(label(section.about, "secondary", wrap=True))
        column.addWidget(self._own)
        column.addWidget(self.field)
        column.addWidget(self._unsaved)
        column.addWidget(self._known)
        column.addWidget(self._gaps)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab passes, in the order in which it is read."""
        return [self.field, *self._known.stops, *self._gaps.stops]

    def show_section(self, section: SheetSection, *, fixed: bool, narrow: bool) -> None:
        """Show what is there now; what is being typed stays.

        `fixed`: nothing can be written. `narrow`: a table has no room beside others.
        """
        self._state.setText(section.state)
        set_kind(self._state, "small" if section.gaps else "good")
        self.field.setReadOnly(fixed)
        for widget in (self._own, self.field):
            widget.setVisible(not fixed or bool(section.own))
        self.field.show_text(section.own)
        piece = (section.blocks, narrow) if section.blocks else None
        self._known.show_piece(piece, lambda one: self._blocks(*one))
        lacking = (section.gaps, fixed) if section.gaps else None
        self._gaps.show_piece(lacking, lambda one: self._list(*one))

    def settle(self, *, saved: bool) -> None:
        """What was written could be saved, or could not be."""
        if saved:
            self.field.settle()
        self._unsaved.setHidden(saved)

    def take_up(self, text: str) -> None:
        """Show a text again that could not be saved before."""
        self.field.take_up(text)
        self.settle(saved=False)

    def _blocks(self, blocks: tuple[SheetBlock, ...], narrow: bool) -> QWidget:
        made, column = self._stack(12)
        for block in blocks:
            column.addWidget(self._block(block, narrow=narrow))
        return made

    def _block(self, block: SheetBlock, *, narrow: bool) -> QWidget:
        made, column = self._stack(4)
        head = Flow(self._parts.theme.px(12))
        head.addWidget(label(block.title, "strong"))
        words = self._parts.t("From: {source}", source=block.source)
        head.addWidget(self._link(words, block.tab, f"{self._name}: {block.title}. {words}"))
        column.addLayout(head)
        for words in block.lines:
            column.addWidget(self._paragraph(words))
        if block.table is not None:
            column.addWidget(sheet_table(block.table, self._parts.theme, narrow=narrow))
        return made

    def _list(self, gaps: tuple[SheetGap, ...], fixed: bool) -> QWidget:
        t = self._parts.t
        made, column = self._stack(4)
        column.addWidget(label(t("Not there yet"), "strong"))
        for gap in gaps:
            said = t("{what} (who could say it: {who})", what=gap.text, who=gap.who)
            column.addWidget(self._paragraph(f"– {said}"))
            if gap.tab != "strategy" and not fixed:  # else the field is above
                row = QHBoxLayout()
                spaced(row, self._parts.theme.px(12), 0, 0, 0)
                words = t("Put it down")
                row.addWidget(self._link(words, gap.tab, f"{words}: {gap.text}"))
                row.addStretch()
                column.addLayout(row)
        return made

    def _link(self, words: str, tab: str, name: str) -> QPushButton:
        go = self._parts.shell.go
        where = (tab, "") if tab in _PAGES else ("roadmap", tab)
        made = button(words, partial(go, *where), "link", small=True)
        made.setAccessibleName(name)
        return made

    def _paragraph(self, words: str) -> QWidget:
        made = label(words, wrap=True)
        made.setMaximumWidth(self._parts.theme.px(_TEXT))
        return made

    def _stack(self, gap: int) -> tuple[QWidget, QVBoxLayout]:
        made = QWidget()
        column = QVBoxLayout(made)
        spaced(column, 0, gap=self._parts.theme.px(gap))
        return made, column
