"""What has to be done before a measure of one's own: others, chosen from a list."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.ui.icons import put_icon
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, emptied, label, spaced
from digimaturity.ui.widgets.form import Field, SearchBox


class NeedsBox(QWidget):
    """`titles` are those that can be chosen, by their ids."""

    def __init__(self, parts: Parts, titles: Mapping[str, str], needs: tuple[str, ...]) -> None:
        super().__init__()
        self.needs = needs
        self._parts, self._titles = parts, titles
        self._listed = QVBoxLayout()
        spaced(self._listed, 0, gap=parts.theme.px(8))
        self._box = SearchBox(parts.theme, sorted(titles.items(), key=lambda one: one[1]), None)
        self._add = button(parts.t("Add as a prerequisite"), self.take)
        column = QVBoxLayout(self)
        spaced(column, 0, gap=parts.theme.px(8))
        column.addLayout(self._listed)
        column.addWidget(Field(parts.theme, parts.t("Has to be done before"), self._box))
        column.addWidget(self._add, alignment=Qt.AlignmentFlag.AlignLeft)
        self._show_listed()

    def take(self) -> None:
        """Add the one that is chosen, if one is."""
        chosen = self._box.code
        if chosen and chosen not in self.needs:
            self.show_needs((*self.needs, chosen))
        self._box.choose(None)

    def show_needs(self, needs: tuple[str, ...]) -> None:
        """These are all."""
        self.needs = needs
        self._show_listed()

    def _remove(self, key: str) -> None:
        self.show_needs(tuple(one for one in self.needs if one != key))
        self._box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_listed(self) -> None:
        emptied(self._listed)
        t, theme = self._parts.t, self._parts.theme
        for key in self.needs:
            name = self._titles.get(key, key)
            row = QHBoxLayout()
            spaced(row, 0, gap=theme.px(8))
            row.addWidget(label(name, wrap=True), stretch=1)
            remove = button("", partial(self._remove, key), "icon")
            put_icon(remove, "x", theme.colour("secondary"), theme.px(16))
            remove.setAccessibleName(t("Remove: {what}", what=name))
            row.addWidget(remove, alignment=Qt.AlignmentFlag.AlignTop)
            self._listed.addLayout(row)
