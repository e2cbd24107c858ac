"""What stands in the place of the companies where none is shown: what to do about it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, emptied, label, spaced
from digimaturity.ui.widgets.flow import flowing


class CompaniesEmpty(QWidget):
    """`show_all` takes the search away, `show_archived` looks among those put aside."""

    def __init__(
        self, parts: Parts, show_all: Callable[[], object], show_archived: Callable[[], object]
    ) -> None:
        super().__init__()
        self._parts, self._show_all, self._show_archived = parts, show_all, show_archived
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._column = QVBoxLayout(self)
        px = parts.theme.px
        spaced(self._column, 0, px(24), 0, 0, gap=px(12))

    def teach_beginning(self) -> None:
        """There is no company yet."""
        t, shell = self._parts.t, self._parts.shell
        ways = []
        if self._parts.session.writable:
            ways.append(button(t("&Enter the first company"), shell.new_company, "primary"))
        ways.append(button(t("&Look at a sample"), shell.open_sample))
        self._say(
            t("Your companies will stand here"),
            t(
                "With level, score, change and the day on which each is due. Begin with the first"
                " one: only its name is needed."
            ),
            *ways,
        )

    def teach_search(self, typed: str, archived: int) -> None:
        """No company is found by what was `typed`, or chosen; so many `archived` ones would be."""
        t = self._parts.t
        said = t("No company is found.")
        if typed:
            said = t("No company is found for “{words}”.", words=typed)
        ways = [button(t("Show a&ll"), self._show_all)]
        if archived:
            words = t.plural(
                "Look at {n} &archived company", "Look at {n} &archived companies", archived
            )
            ways.append(button(words, self._show_archived))
        about = t(
            "The beginnings of words are looked for, in names, sectors, countries and contact"
            " persons, whatever their accents."
        )
        self._say(said, about, *ways)

    def _say(self, said: str, about: str, *ways: QWidget) -> None:
        emptied(self._column)
        self._column.addWidget(label(said, "large", wrap=True))
        self._column.addWidget(label(about, "secondary", wrap=True))
        self._column.addLayout(flowing(self._parts.theme.px(8), *ways))
        self._column.addStretch()
