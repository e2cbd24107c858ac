"""The slim line at the top: whose assessment it is, whether it is saved, and the language."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from digimaturity.i18n import LANGUAGE_NAMES, LANGUAGES, Translator
from digimaturity.ui.icons import icon, put_icon
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import ElidedLabel, button, label, set_kind, spaced

#: In a narrower one (pixels at 100 %) the names need the room.
_NARROW = 640


class Header(QFrame):
    """`language_chosen` carries a language code; the others speak for it."""

    language_chosen = Signal(str)
    undo_asked = Signal()
    redo_asked = Signal()
    find_asked = Signal()

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        self._theme, self._t = theme, t
        px = theme.px
        self.setObjectName("header")
        self.setFixedHeight(px(theme.tokens.space.header))
        self._company = ElidedLabel("strong", middle=True)
        self._assessment = ElidedLabel("secondary")
        self._sample = label(t("Sample"), "tag")
        self._sample.setToolTip(t("An invented company, apart from your own."))
        self._sample.hide()
        self._alias = label(t("Other names"), "tag")
        self._alias.setToolTip(
            t("Companies and people have other names here and in what is saved.")
        )
        self._alias.hide()
        self._tick = label("")
        self._saved = label("", "good")
        self._good: bool | None = None
        self.undo = self._icon_button("undo-2", t("Undo (Ctrl+Z)"), self.undo_asked.emit)
        self.redo = self._icon_button("redo-2", t("Redo (Ctrl+Y)"), self.redo_asked.emit)
        row = QHBoxLayout(self)
        spaced(row, px(32), 0, px(24), 0, gap=px(8))
        for tag in (self._sample, self._alias):
            row.addWidget(tag, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._company)
        row.addWidget(self._assessment)
        row.addStretch()
        row.addWidget(self._tick)
        row.addWidget(self._saved)
        row.addSpacing(px(8))
        row.addWidget(
            self._icon_button("search", t("Find and do anything (Ctrl+K)"), self.find_asked.emit)
        )
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        row.addSpacing(px(8))
        for language in LANGUAGES:
            row.addWidget(self._language(language))

    def show_titles(self, company: str, assessment: str) -> None:
        """Show what is open."""
        self._company.setText(company)
        self._company.setVisible(bool(company))
        self._assessment.setText(f"· {assessment}" if assessment else "")
        self._show_words()
        for turning_back in (self.undo, self.redo):
            turning_back.setVisible(bool(assessment))

    def show_sample(self, sample: bool) -> None:
        """Say that it is the sample company."""
        self._sample.setVisible(sample)
        self._show_words()

    def show_alias(self, alias: bool) -> None:
        """Say that other names are shown."""
        self._alias.setVisible(alias)
        self._show_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the tick alone says that all is saved, and both names are cut.

        Beside a tag there is no room for the assessment; its page tells which it is.
        """
        super().resizeEvent(event)
        self._show_words()

    def _show_words(self) -> None:
        room = self.width() >= self._theme.px(_NARROW)
        self._saved.setVisible(bool(self._saved.text()) and (room or self._good is not True))
        # Whole, or a good part of it, however long the company's name is.
        whole = self._assessment.sizeHint().width()
        self._assessment.setMinimumWidth(min(whole, self.width() // 4) if room else 0)
        # In a narrow one the company goes first: whose data these are has to be seen.
        tagged = not (self._sample.isHidden() and self._alias.isHidden())
        self._assessment.setVisible(bool(self._assessment.text()) and (room or not tagged))
        name = self._company.sizeHint().width()
        self._company.setMinimumWidth(0 if room or tagged else min(name, self.width() // 5))

    @property
    def company(self) -> str:
        """The company that is shown."""
        return self._company.text()

    def show_saved(self, text: str, *, good: bool | None) -> None:
        """Say whether all is on disk: True yes, False no, None not yet."""
        names = {True: ("check", "accent"), False: ("triangle-alert", "bad")}
        if text and good is not None:
            name, colour = names[good]
            size = self._theme.px(14)
            drawn = icon(name, self._theme.colour(colour), size)
            self._tick.setPixmap(drawn.pixmap(size, size))
        else:
            self._tick.clear()
        self._good = good
        self._tick.setVisible(bool(text) and good is not None)
        self._tick.setAccessibleName(text)
        self._tick.setToolTip(text)
        self._saved.setText(text)
        self._show_words()
        set_kind(self._saved, {True: "good", False: "bad", None: "small"}[good])

    def _icon_button(self, name: str, tip: str, pressed: Callable[[], object]) -> QPushButton:
        made = button("", pressed, "icon")
        put_icon(made, name, self._theme.colour("secondary"), self._theme.px(16))
        made.setToolTip(tip)
        made.setAccessibleName(tip)
        return made

    def _language(self, language: str) -> QPushButton:
        own = language == self._t.language
        made = button(language.upper(), lambda: self.language_chosen.emit(language), "link")
        made.setProperty("small", True)
        made.setAccessibleName(LANGUAGE_NAMES[language])
        made.setToolTip(made.accessibleName())
        made.setProperty("own", own)
        return made
