"""Help: the keys, how the score comes about, the terms, and about the program."""

from __future__ import annotations

import platform

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout

from digimaturity import __version__
from digimaturity.domain.glossary import alphabetical
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.terms import entry, explained, terms_of


class HelpPage(ColumnPage):
    """Everything on one page."""

    concerned_by = frozenset()

    def fill(self) -> None:
        """Show the keys, the method in short, and about."""
        t = self.parts.t
        self.heading(t("Help"))
        self.subheading(t("Keys in the questionnaire"))
        self._keys(
            ("1 – 5", t("choose a level")),
            ("D", t("don’t know")),
            ("N", t("not applicable, where that is possible; in the facts: no")),
            (t("Y"), t("in the facts: yes")),
            ("C", t("write a comment; Esc leaves it")),
            ("E", t("write down what shows it, or attach a file")),
            ("R", t("mark the question for review, or no longer")),
            (t("Del"), t("take the answer back")),
            ("↑ ↓", t("the question above or below")),
            ("← →", t("walk through the levels without choosing")),
            (t("Enter"), t("next question, then next area")),
            ("Ctrl+J", t("next question without an answer")),
            ("Ctrl+R", t("next question marked for review")),
            ("Ctrl+F", t("find a question")),
        )
        self.subheading(t("Keys everywhere"))
        self._keys(
            ("Ctrl+Z", t("undo an answer or a comment")),
            ("Ctrl+Y", t("redo it")),
            ("Ctrl+1 … 6", t("the pages of the rail, from above")),
            ("Tab", t("next control; Shift+Tab goes back")),
            ("F1", t("this page")),
        )
        self._passage(t("How the score is worked out"), self._method())
        self._passage(t("How firms are compared"), self._comparing())
        self._passage(t("The report"), self._reporting())
        self._terms()
        self._sample()
        self._about()

    def _passage(self, title: str, paragraphs: tuple[str, ...]) -> None:
        self.subheading(title)
        for words in paragraphs:
            self.column.addWidget(self.words(words))

    def _comparing(self) -> tuple[str, ...]:
        t = self.parts.t
        return (
            t(
                "Peers are never invented. They are what official statistics publish, your own"
                " finished assessments of at least five other firms, or a signed peer pack; newer"
                " figures and packs are added in the settings."
            ),
            t(
                "“Where does this come from?” beside a figure tells its source, year, group and"
                " number of firms, and whether it was measured alike."
            ),
        )

    def _reporting(self) -> tuple[str, ...]:
        t = self.parts.t
        return (
            t(
                "One record is written as a full report, as one page for owners and board, or as a"
                " letter to all staff; also as a Word document, slides, tables and open data."
            ),
            t(
                "Until the assessment is finished in the overview, every page is marked as a draft."
                " Your name, firm, logo and colour are entered beside the preview and hold for all"
                " reports."
            ),
        )

    def _terms(self) -> None:
        """The glossary of the questionnaire that is open, in the order of a dictionary."""
        t, theme = self.parts.t, self.parts.theme
        questionnaire = self.parts.session.questionnaire
        if questionnaire is None or not questionnaire.glossary:
            return
        self.subheading(t("Terms"))
        self.column.addWidget(
            self.words(
                t(
                    "In the questionnaire these terms are underlined with dots: pointed at with the"
                    " mouse, they are explained. The meanings also stand below each question, under"
                    " “Why this matters, and what to look at”."
                )
            )
        )
        terms = terms_of(questionnaire, t)
        column = QVBoxLayout()
        spaced(column, 0, gap=theme.px(8))
        for term in alphabetical(questionnaire.glossary, t.language):
            made = explained(theme, terms, *entry(term, t.language))
            made.setMaximumWidth(theme.px(theme.tokens.space.text_column))
            column.addWidget(made)
        self.column.addLayout(column)

    def _sample(self) -> None:
        t, shell = self.parts.t, self.parts.shell
        self.subheading(t("The sample company"))
        words = t("An invented firm with all answers given, kept apart from your own company.")
        self.column.addWidget(self.words(words))
        if shell.settings.sample:
            way = button(t("Go to &my own company"), shell.leave_sample)
        else:
            way = button(t("&Look at the sample company"), shell.open_sample)
        row = QHBoxLayout()
        row.addWidget(way)
        row.addStretch()
        self.column.addLayout(row)

    def _method(self) -> tuple[str, ...]:
        t = self.parts.t
        return (
            t(
                "Each question has five described levels, from 0 to 100 points. Areas are the"
                " weighted mean of their questions, dimensions that of their areas, and the overall"
                " score that of the dimensions. The overall level is at most one above that of the"
                " lowest dimension."
            ),
            t(
                "“Don’t know” counts neither as good nor as bad: the score is then shown with the"
                " bounds between which it would lie. Below half of the answers, nothing is rated."
            ),
            t(
                "Press a score on the results page to see the questions, weights and levels behind"
                " it."
            ),
        )

    def _keys(self, *keys: tuple[str, str]) -> None:
        px = self.parts.theme.px
        grid = QGridLayout()
        spaced(grid, 0, gap=px(6))
        control = self.parts.t("Ctrl")
        for row, (key, words) in enumerate(keys):
            name = label(key.replace("Ctrl", control), "strong")
            name.setMinimumWidth(px(104))
            grid.addWidget(name, row, 0)
            grid.addWidget(label(words, wrap=True), row, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)

    def _about(self) -> None:
        t = self.parts.t
        self.subheading(t("About"))
        self.column.addWidget(label(f"digimaturity {__version__}", "strong"))
        for words in (
            t(
                "The program is free software under the Apache License 2.0; the questionnaires may"
                " be used under CC BY 4.0."
            ),
            t(
                "It is built on Qt (LGPL 3), IBM Plex Sans (OFL 1.1), DejaVu Sans and the Lucide"
                " icons (ISC); THIRD-PARTY-NOTICES.md names everything. Official figures come from"
                " Eurostat (CC BY 4.0)."
            ),
            t("It works without network and sends nothing to anybody."),
        ):
            self.column.addWidget(self.words(words))
        row = QHBoxLayout()
        row.addWidget(button(t("&Copy diagnostic information"), self._copy))
        row.addStretch()
        self.column.addLayout(row)

    def _copy(self) -> None:
        """Versions and system only: nothing of a client."""
        t, settings = self.parts.t, self.parts.shell.settings
        facts = (
            f"digimaturity {__version__}",
            f"Python {platform.python_version()}, Qt {qVersion()}",
            f"{platform.platform()}, {QGuiApplication.platformName()}",
            f"language {t.language}, appearance {settings.appearance}, text {settings.text_size}",
        )
        QGuiApplication.clipboard().setText("\n".join(facts))
        self.parts.shell.tell(t("The information was copied. It holds nothing of your answers."))
