"""A text to copy for the e-mail that forms are sent with, in a language to choose."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from digimaturity.i18n import LANGUAGE_NAMES, LANGUAGES
from digimaturity.ui.appearance import translator
from digimaturity.ui.form_letter import Letter, letter_text
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.form import Field

#: Pixels at 100 %: the height of the text, and the width of the choice.
_HEIGHT, _CHOICE = 260, 208


class LetterBox(QWidget):
    """The text can be changed before it is copied."""

    def __init__(self, parts: Parts, letter: Letter, language: str) -> None:
        super().__init__()
        t, px = parts.t, parts.theme.px
        self._letter = letter
        column = QVBoxLayout(self)
        spaced(column, 0, gap=px(12))
        column.addWidget(label(t("A text for the e-mail"), "large", wrap=True))
        self._language = ChoiceBox(parts.theme)
        for code in LANGUAGES:
            self._language.addItem(LANGUAGE_NAMES[code], code)
        self._language.setCurrentIndex(self._language.findData(language))
        self._language.currentIndexChanged.connect(self._write)
        choice = Field(parts.theme, t("Lan&guage of the text"), self._language)
        choice.setMaximumWidth(px(_CHOICE))
        column.addWidget(choice)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAcceptDrops(False)  # a form may be dropped on it
        self.text.setAccessibleName(t("A text for the e-mail"))
        self.text.setMinimumHeight(px(_HEIGHT))
        column.addWidget(self.text)
        ways = Flow(px(12))
        spaced(ways, 0, gap=px(12))
        ways.addWidget(button(t("&Copy the text"), self._copy))
        self._said = label("", "good")
        ways.addWidget(self._said)
        column.addLayout(ways)
        self._copied = t("Copied")
        self.text.textChanged.connect(lambda: self._said.setText(""))
        self._write()

    def _write(self) -> None:
        code = str(self._language.currentData())
        self.text.setPlainText(letter_text(self._letter, translator(code)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._said.setText(self._copied)
