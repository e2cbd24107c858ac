"""A form beside the list of measures: what was typed can be taken to a window built anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, line, spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.form import Field
from digimaturity.ui.widgets.plan_fields import AmountBox
from digimaturity.ui.widgets.side_panel import SidePanel

#: The longest line that can be typed.
_LONGEST = 500


class MeasureForm(SidePanel):
    """Fields under each other, each known by a name; Esc leaves all as it was."""

    def __init__(self, parts: Parts, title: str) -> None:
        super().__init__(parts.theme, parts.t, title)
        self.parts = parts
        self.fields: dict[str, QWidget] = {}
        self._around: dict[str, Field] = {}

    def add(self, name: str, words: str, field: QWidget, hint: str = "") -> Field:
        """One more field."""
        if isinstance(field, QLineEdit):
            field.setMaxLength(_LONGEST)
        around = Field(self.parts.theme, words, field, hint)
        self.fields[name], self._around[name] = field, around
        self.column.addWidget(around)
        return around

    def add_text(self, name: str, words: str, text: str, hint: str = "") -> QPlainTextEdit:
        """A field for some sentences."""
        field = QPlainTextEdit(text)
        field.setTabChangesFocus(True)
        field.setFixedHeight(self.parts.theme.px(72))
        field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.add(name, words, field, hint)
        return field

    def say(self, words: str, kind: str = "") -> None:
        """A sentence."""
        self.column.addWidget(label(words, kind, wrap=True))

    def rule(self, title: str = "") -> None:
        """Another part begins."""
        self.column.addSpacing(self.parts.theme.px(4))
        self.column.addWidget(line())
        if title:
            self.column.addWidget(label(title, "strong", wrap=True))

    def add_ways(self, words: str, save: Callable[[], object], *others: QWidget) -> None:
        """The buttons at the foot: save, cancel, and perhaps others."""
        px = self.parts.theme.px
        flow = Flow(px(8))
        spaced(flow, 0, px(8), 0, 0, gap=px(8))
        flow.addWidget(button(words, save, "primary"))
        flow.addWidget(button(self.parts.t("Cancel"), self.closed.emit))
        for one in others:
            flow.addWidget(one)
        self.column.addLayout(flow)
        self.column.addStretch()

    def lead(self) -> None:
        """The keyboard goes to the first field."""
        first = next(iter(self.fields.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def text(self, name: str) -> str:
        """What was typed in a field, without spaces around it."""
        return _typed(self.fields[name]).strip()

    def amount(self, name: str) -> float | None:
        """The number in a field; `ValueError` where there is none, which the field says then."""
        field, around = self.fields[name], self._around[name]
        if not isinstance(field, AmountBox):
            raise TypeError(name)
        try:
            found = field.amount
        except ValueError:
            around.complain(self.parts.t("This is no number."))
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            raise
        around.complain("")
        return found

    def complain(self, name: str, words: str) -> None:
        """Say what is wrong in a field, and go there."""
        self._around[name].complain(words)
        self.fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> dict[str, str]:
        """What stands in the fields, by their names."""
        return {name: _typed(field) for name, field in self.fields.items()}

    def type_in(self, typed: Mapping[str, str]) -> None:
        """Show that again."""
        for name, text in typed.items():
            if name in self.fields:
                _type(self.fields[name], text)


def _typed(field: QWidget) -> str:
    if isinstance(field, QComboBox):
        return str(field.currentData() or "")
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    return field.text() if isinstance(field, QLineEdit) else ""


def _type(field: QWidget, text: str) -> None:
    if isinstance(field, QComboBox):
        field.setCurrentIndex(max(0, field.findData(text)))
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    elif isinstance(field, QLineEdit):
        field.setText(text)
