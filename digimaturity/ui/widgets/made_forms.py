"""The forms that were made: where they are, and the text for the e-mail that they go with."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from digimaturity.errors import UserError
from digimaturity.services.forms.issuing import Issued
from digimaturity.ui.form_letter import Letter
from digimaturity.ui.parts import Parts
from digimaturity.ui.sections import progress, sections_of
from digimaturity.ui.widgets.basics import ElidedLabel, button, label, row_of, spaced
from digimaturity.ui.widgets.form_choices import Wish
from digimaturity.ui.widgets.letter_box import LetterBox

#: So many files are listed by name.
_LISTED = 12


class MadeForms(QWidget):
    """`show_folder` is where the keyboard goes."""

    def __init__(self, parts: Parts, issued: Sequence[Issued], wish: Wish) -> None:
        super().__init__()
        t, px = parts.t, parts.theme.px
        self._parts = parts
        around = QVBoxLayout(self)
        spaced(around, 0, gap=px(16))
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        spaced(column, px(24), px(16), px(24), px(16), gap=px(8))
        folder = issued[0].path.parent
        title = t.plural("{n} form is made", "{n} forms are made", len(issued))
        column.addWidget(label(title, "large", wrap=True))
        column.addWidget(_line(t("In the folder {folder}", folder=folder), "small"))
        for one in issued[:_LISTED]:
            column.addWidget(_line(one.path.name))
        if (more := len(issued) - _LISTED) > 0:
            column.addWidget(label(t.plural("{n} more", "{n} more", more), "small"))
        self.show_folder = button(t("&Show in the folder"), partial(self._open, folder))
        column.addLayout(row_of(self.show_folder))
        words = t("Send each form to the person that it is made for, and to nobody else.")
        column.addWidget(label(words, "small", wrap=True))
        around.addWidget(card)
        around.addWidget(LetterBox(parts, _letter(parts, issued, wish), wish.language))

    def _open(self, folder: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            error = UserError("report.no_program", name=folder.name, path=folder)
            self._parts.shell.report(error)


def _line(words: str, kind: str = "") -> ElidedLabel:
    made = ElidedLabel(kind, middle=True)
    made.setText(words)
    return made


def _letter(parts: Parts, issued: Sequence[Issued], wish: Wish) -> Letter:
    session = parts.session
    name = session.company.name if session.company else ""
    sender = "" if session.alias_words is not None else parts.shell.settings.mentor
    return Letter(name, wish.medium, _minutes(parts, issued), wish.until, sender)


def _minutes(parts: Parts, issued: Sequence[Issued]) -> int:
    """What the longest of the forms takes, when nothing is answered yet."""
    session = parts.session
    if session.questionnaire is None:
        return 0
    asked, results = session.questionnaire, session.results
    views = {one.person.viewpoint for one in issued}
    return max(progress(sections_of(asked, results, view), {}).minutes for view in views)
