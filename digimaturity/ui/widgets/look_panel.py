"""Language, appearance and text size: what is chosen holds at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.i18n import LANGUAGE_NAMES
from digimaturity.settings import TEXT_SIZES
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.form import Field

_FIELD = 320


class LookPanel(QWidget):
    """The window is built anew with each choice, at the same place."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        t, settings = parts.t, parts.shell.settings
        self._column = QVBoxLayout(self)
        spaced(self._column, 0, gap=parts.theme.px(16))
        languages = list(LANGUAGE_NAMES.items())
        self.first = self._choice(t("&Language"), "language", languages, t.language)
        appearances = [
            ("system", t("Follow the system")),
            ("light", t("Light")),
            ("dark", t("Dark")),
        ]
        self._choice(t("&Appearance"), "appearance", appearances, settings.appearance)
        sizes = [(size, t.percent(size)) for size in sorted({*TEXT_SIZES, settings.text_size})]
        self._choice(t("&Text size"), "text_size", sizes, settings.text_size)

    def _choice(
        self, name: str, setting: str, entries: Sequence[tuple[object, str]], chosen: object
    ) -> ChoiceBox:
        box = ChoiceBox(self._parts.theme)
        for value, text in entries:
            box.addItem(text, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.activated.connect(
            lambda place: self._parts.shell.change_settings(**{setting: box.itemData(place)})
        )
        field = Field(self._parts.theme, name, box)
        field.setMaximumWidth(self._parts.theme.px(_FIELD))
        self._column.addWidget(field)
        return box
