"""The first start: what do you want to do?"""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.widgets.basics import button, label, row_of, spaced


class WelcomePage(ColumnPage):
    """The ways to begin; nothing else is asked."""

    def fill(self) -> None:
        """Show the ways."""
        t, shell = self.parts.t, self.parts.shell
        self.heading(
            t("How ready is the firm for digital change?"),
            t(
                "Answer the questions, see where the firm stands and what to do next, and hold the"
                " report in your hand. Everything stays on this computer."
            ),
        )
        own = button(t("&Assess my own company"), lambda: shell.go("company"), "primary")
        self._way(
            own,
            t(
                "About 35 minutes for the full questionnaire, 12 for the quick check. You can stop"
                " at any time; every answer is saved at once."
            ),
        )
        if any(action.id == "companies" for action in shell.commands()):
            self._way(
                button(t("I &mentor several companies"), self._mentor),
                t(
                    "All clients in one table, each open where you stopped; compared with each"
                    " other, and handed over as one file."
                ),
            )
        self._way(
            button(t("Look at a &sample company"), shell.open_sample),
            t(
                "An invented mechanical engineering firm with all answers given: see the results"
                " and the report before you begin."
            ),
        )
        self.column.addWidget(
            button(t("A short &tour with the sample company"), lambda: shell.act("tour"), "link")
        )
        take = button(
            t("I have got a &client package …"), lambda: shell.go("client_package"), "link"
        )
        self.column.addLayout(row_of(take))
        self._first = own

    def start(self) -> None:
        """The keyboard is at the first way."""
        self._first.setFocus()

    def _mentor(self) -> None:
        self.parts.shell.change_settings(mode="mentor")
        self.parts.shell.go("companies")

    def _way(self, way: QPushButton, words: str) -> None:
        px = self.parts.theme.px
        card = QFrame()
        card.setProperty("kind", "card")
        inner = QVBoxLayout(card)
        spaced(inner, px(24), gap=px(12))
        inner.addWidget(label(words, wrap=True))
        row = QHBoxLayout()
        row.addWidget(way)
        row.addStretch()
        inner.addLayout(row)
        self.column.addWidget(card)
