"""The interfaces of an application, to be entered: to which other, how, and what goes over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from digimaturity.domain.roadmap.items import Exchange, Interface
from digimaturity.report.use_words import exchange_names
from digimaturity.ui.icons import put_icon
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, row_of, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.sized import Sized

#: Widths of the fields (pixels at 100 %), and how long a text can be.
_TO, _HOW, _WHAT, _LONGEST = 232, 144, 208, 400


@dataclass(frozen=True, slots=True)
class _Row:
    around: QWidget
    to: ChoiceBox
    how: ChoiceBox
    what: QLineEdit
    leave: QPushButton
    before: str

    @property
    def said(self) -> str:
        """What goes over; what nobody touched stays as it was, however long it is."""
        return self.what.text().strip() if self.what.isModified() else self.before


class InterfaceRows(QWidget):
    """A line for each; one more can be added, as long as there is another application.

    `before` is what Tab passes before the lines.
    """

    def __init__(
        self,
        parts: Parts,
        names: Mapping[str, str],
        given: tuple[Interface, ...],
        before: QWidget,
    ) -> None:
        super().__init__()
        self._before = before
        self._parts, self._names = parts, names
        self._rows: list[_Row] = []
        self._number = 0  # so that each field has a name of its own
        self._more: QPushButton | None = None
        self._column = QVBoxLayout(self)
        spaced(self._column, 0, gap=parts.theme.px(8))
        self._gone = tuple(one for one in given if one.to not in names)
        t = parts.t
        if not names:
            words = t("Interfaces can be entered once there is another application.")
            self._column.addWidget(label(words, "small", wrap=True))
        for one in given:
            if one.to in names:
                self._add(one)
        if names:
            self._more = button(t("Add an interface"), self._add_empty, "link")
            self._column.addLayout(row_of(self._more))

    @property
    def interfaces(self) -> tuple[Interface, ...]:
        """Those that are entered; a line without an application is none."""
        rows = (
            Interface(str(row.to.currentData()), Exchange(row.how.currentData()), row.said)
            for row in self._rows
            if row.to.currentData()
        )
        return (*rows, *self._gone)

    def _add_empty(self) -> None:
        self._add(Interface(""))
        self._rows[-1].to.setFocus()

    def _add(self, one: Interface) -> None:
        t, theme = self._parts.t, self._parts.theme
        to, how, what = ChoiceBox(theme), ChoiceBox(theme), QLineEdit(one.what)
        to.addItem(t("Choose …"), "")
        for key, name in self._names.items():
            to.addItem(name, key)
        to.setCurrentIndex(max(0, to.findData(one.to)))
        for way, words in exchange_names(t).items():
            how.addItem(words, way)
        how.setCurrentIndex(list(Exchange).index(one.how))
        what.setPlaceholderText(t("What goes over"))
        what.setMaxLength(_LONGEST)
        what.setAcceptDrops(False)
        around = QWidget()
        flow = Flow(theme.px(8))
        spaced(flow, 0, gap=theme.px(8))
        around.setLayout(flow)
        self._number += 1
        names = (
            t("Interface {n}: data go to", n=self._number),
            t("Interface {n}: how", n=self._number),
            t("Interface {n}: what goes over", n=self._number),
        )
        for field, name, width in zip((to, how, what), names, (_TO, _HOW, _WHAT), strict=True):
            field.setAccessibleName(name)
            flow.addWidget(Sized(theme, field, width))
        leave = button("", lambda: self._remove(row), "icon")
        row = _Row(around, to, how, what, leave, one.what)
        put_icon(leave, "x", theme.colour("secondary"), theme.px(16))
        leave.setAccessibleName(t("Take interface {n} away", n=self._number))
        leave.setToolTip(t("Take this interface away"))
        flow.addWidget(leave)
        self._column.insertWidget(len(self._rows), around)
        self._rows.append(row)
        self._in_order()

    def _in_order(self) -> None:
        """Tab goes through a line that was just added before it goes on."""
        if self._more is None:
            return
        row = self._rows[-1]
        before = self._rows[-2].leave if len(self._rows) > 1 else self._before
        for one, after in pairwise((before, row.to, row.how, row.what, row.leave, self._more)):
            QWidget.setTabOrder(one, after)

    def _remove(self, row: _Row) -> None:
        self._rows.remove(row)
        row.around.hide()
        row.around.deleteLater()
        if self._more is not None:
            self._more.setFocus()
