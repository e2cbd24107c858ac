"""The files that are attached to an answer, each with what can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.services.attachments import Attachment, may_open
from digimaturity.ui.icons import icon
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import ElidedLabel, button, emptied, label, spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.wishes import Deed, Handle


class FileRows(QWidget):
    """Name, size, and the ways to open, save and remove it."""

    wanted = Signal(object)  # a Handle

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        self._shown: tuple[tuple[Attachment, ...], bool] = ((), False)
        self._list = QVBoxLayout(self)
        spaced(self._list, 0, gap=theme.px(4))
        self.hide()

    def show_files(self, files: tuple[Attachment, ...], *, read_only: bool) -> None:
        """Show these; none of them can be removed where nothing can be changed."""
        if self._shown == (files, read_only):
            return
        self._shown = files, read_only
        emptied(self._list)
        for one in files:
            self._list.addWidget(self._row(one, read_only=read_only))
        self.setVisible(bool(files))

    def _row(self, one: Attachment, *, read_only: bool) -> QWidget:
        t, px = self._t, self._theme.px
        made, named = QWidget(), QWidget()
        row = QHBoxLayout(named)
        spaced(row, 0, gap=px(8))
        clip = label("")
        clip.setPixmap(icon("paperclip", self._theme.colour("secondary"), px(14)).pixmap(px(14)))
        row.addWidget(clip)
        name = ElidedLabel(middle=True)
        name.setText(one.name)
        row.addWidget(name)
        row.addWidget(label(size_words(one.size, t), "small"))
        line = Flow(px(16))
        spaced(line, 0, gap=px(12))
        made.setLayout(line)
        line.addWidget(named)
        deeds = [(Deed.SAVE, t("Save a copy …"), t("Save a copy of {name}", name=one.name))]
        if may_open(one.name):
            deeds.insert(0, (Deed.OPEN, t("Open"), t("Open {name}", name=one.name)))
        if not read_only:
            deeds.append((Deed.REMOVE, t("Remove"), t("Remove {name}", name=one.name)))
        for deed, words, spoken in deeds:
            wish = Handle(deed, one.id, one.name)
            link = button(words, partial(self.wanted.emit, wish), "link", small=True)
            link.setAccessibleName(spoken)
            line.addWidget(link)
        return made


def size_words(size: int, t: Translator) -> str:
    """A size in bytes, in the unit that one would say it in."""
    if size < 1_000_000:  # noqa: PLR2004 - a megabyte
        return t("{n} kB", n=t.number(max(1.0, size / 1000), 0))
    return t("{n} MB", n=t.number(size / 1_000_000, 1))
