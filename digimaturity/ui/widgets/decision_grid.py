"""The decisions as a table: for each its four parts, and who holds them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Decision, Part, Questionnaire
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.report.decision_words import part_names
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import label, line, spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.holder_cell import HOLDERS, HolderCell, said_words
from digimaturity.ui.widgets.holder_mark import holder_picture

#: Below this width (pixels at 100 %) the parts of a decision stand one below the other.
_NARROW = 620


class DecisionGrid(QWidget):
    """`cells` are the parts by the ids of their questions, row by row."""

    answered = Signal(str, object)
    moved = Signal(int)
    advanced = Signal()

    def __init__(self, questionnaire: Questionnaire, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self.cells: dict[str, HolderCell] = {}
        self._rows: list[tuple[QWidget, QLabel, list[HolderCell]]] = []
        self._narrow: bool | None = None
        column = QVBoxLayout(self)
        spaced(column, 0, gap=theme.px(12))
        column.addWidget(label(_how(t), "small", wrap=True))
        column.addWidget(_signs(theme, t))
        self._since = label("", "small", wrap=True)
        self._since.hide()
        column.addWidget(self._since)
        self._when = label("", "small", wrap=True)
        self._when.hide()
        column.addWidget(self._when)
        self._grid = QGridLayout()
        spaced(self._grid, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(6))
        column.addLayout(self._grid)
        self._heads = [label(name, "small", wrap=True) for name in part_names(t).values()]
        for decision in questionnaire.decisions:
            self._add(decision, questionnaire)
        self._arrange(narrow=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the parts have no room side by side, each has a line."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_NARROW)
        if narrow != self._narrow:
            self._arrange(narrow=narrow)

    def show_since(self, since: str) -> None:
        """Say what the dashed parts are (`since_words`); empty: there are none."""
        words = self._t("Dashed: {words}.", words=since)
        if any(cell.box.isEnabled() for cell in self.cells.values()):
            words = f"{words} {self._t('H says that it still holds.')}"
        self._since.setText(words if since else "")
        self._since.setVisible(bool(since))

    def show_when(self, when: str) -> None:
        """Say when that was said which stands in grey; not where it is this year's anyway."""
        empty = any(cell.box.currentIndex() < 0 for cell in self.cells.values())
        self._when.setText(self._t("In grey: {when}.", when=when))
        self._when.setVisible(bool(when) and empty)

    def keep_one_stop(self) -> None:
        """Tab stops once in each row: at the keyboard, else at the first part without an answer."""
        for _, _, cells in self._rows:
            boxes = [cell.box for cell in cells]
            stop = next((box for box in boxes if box.hasFocus()), None)
            stop = stop or next((box for box in boxes if box.currentIndex() < 0), boxes[0])
            for box in boxes:
                stays = box is stop
                way = Qt.FocusPolicy.StrongFocus if stays else Qt.FocusPolicy.ClickFocus
                box.setFocusPolicy(way)

    def _add(self, decision: Decision, questionnaire: Questionnaire) -> None:
        theme, t = self._theme, self._t
        name, row = text_in(decision.name, t.language), len(self._rows)
        cells = []
        for place, (part, asked) in enumerate(part_names(t).items()):
            question = questionnaire.by_id[f"{decision.id}.{part}"]
            cell = HolderCell(question, name, asked, theme, t)
            cell.answered.connect(self.answered)
            cell.moved.connect(self.moved)
            cell.advanced.connect(self.advanced)
            cell.stepped.connect(lambda down, right, at=(row, place): self._step(at, down, right))
            self.cells[question.id] = cell
            cells.append(cell)
        self._rows.append((line(), label(name, "strong", wrap=True), cells))

    def _step(self, at: tuple[int, int], down: int, right: int) -> None:
        row, place = at[0] + down, at[1] + right
        if 0 <= row < len(self._rows) and 0 <= place < len(Part):
            self._rows[row][2][place].focus_answer()

    def _arrange(self, *, narrow: bool) -> None:
        """Put everything in its place; `narrow` has one column."""
        self._narrow = narrow
        grid, wide = self._grid, 1 + len(Part)
        while grid.count():
            grid.takeAt(0)
        for column in range(wide):
            grid.setColumnStretch(column, int(not column) if narrow else 1)
        for column, head in enumerate(self._heads, start=1):
            head.setVisible(not narrow)
            if not narrow:
                grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignBottom)
        at = 1
        for rule, name, cells in self._rows:
            grid.addWidget(rule, at, 0, 1, wide)
            grid.addWidget(name, at + 1, 0, 1, wide if narrow else 1)
            for place, cell in enumerate(cells, start=1):
                cell.name_part(named=narrow)
                if narrow:
                    grid.addWidget(cell, at + 1 + place, 0, 1, wide)
                else:
                    grid.addWidget(cell, at + 1, place)
            at += 2 + len(Part)


def _how(t: Translator) -> str:
    return t(
        "Keys: 1 to 4 and D say who, and go on to the next part; the arrows walk, Space opens the"
        " list, Del takes an answer back."
    )


def _signs(theme: Theme, t: Translator) -> QWidget:
    """Who is meant by which sign, and by which key."""
    px = theme.px
    box = QWidget()
    row = Flow(px(20))
    box.setLayout(row)
    spaced(row, 0, gap=px(20))
    for number, holder in enumerate(HOLDERS, start=1):
        one = QWidget()
        inner = QHBoxLayout(one)
        spaced(inner, 0, gap=px(6))
        sign = QLabel()
        sign.setPixmap(holder_picture(theme, holder))
        inner.addWidget(label("D" if holder is None else str(number), "small"))
        inner.addWidget(sign)
        inner.addWidget(label(said_words(holder, t), "small"))
        row.addWidget(one)
    return box
