"""What was typed into fields, to show it again in those that are built anew."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from digimaturity.ui.widgets.boxes import DayBox
from digimaturity.ui.widgets.tick_box import TickBox


class KeptFields:
    """Fields by their keys; `changed` is what somebody typed into them and nobody saved yet."""

    def __init__(self, typed: Mapping[str, object]) -> None:
        self._typed = typed
        self._fields: dict[str, tuple[QWidget, object]] = {}

    def add(self, key: str, field: QWidget) -> None:
        """Know a field, which shows what is saved, and put into it what was typed before."""
        self._fields[key] = field, _value(field)
        if key in self._typed:
            _set(field, self._typed[key])

    @property
    def changed(self) -> Mapping[str, object]:
        """What stands in fields that show something else than what is saved."""
        now = {key: (_value(field), before) for key, (field, before) in self._fields.items()}
        return {key: value for key, (value, before) in now.items() if value != before}


def _value(field: QWidget) -> object:
    match field:
        case QLineEdit():
            return field.text()
        case QPlainTextEdit():
            return field.toPlainText()
        case QComboBox():
            return field.currentIndex()
        case DayBox():
            return field.day
        case TickBox():
            return field.isChecked()
    raise TypeError(f"no field: {field}")


def _set(field: QWidget, value: object) -> None:
    match field, value:
        case QLineEdit(), str():
            field.setText(value)
        case QPlainTextEdit(), str():
            field.setPlainText(value)
        case TickBox(), bool():
            field.setChecked(value)
        case QComboBox(), int():
            field.setCurrentIndex(value)
        case DayBox(), date():
            field.setDate(QDate(value.year, value.month, value.day))
