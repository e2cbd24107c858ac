"""What is asked before a company is deleted for good: what goes, and its name, typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from digimaturity.services.certificate import belongings_lines
from digimaturity.services.deleting import Belongings
from digimaturity.services.text import spelled
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.form import Field
from digimaturity.ui.widgets.tick_box import CheckBox

_WIDTH = 560

#: So much (pixels) of the window is seen around it.
_AROUND = 16


class DeletionDialog(QDialog):
    """Accepted only with the name; `with_copies` tells whether old copies shall go, too."""

    def __init__(self, parts: Parts, belongings: Belongings, parent: QWidget) -> None:
        super().__init__(parent)
        t, px = parts.t, parts.theme.px
        self._name = belongings.names[0]
        self.setWindowTitle(t("Delete a company"))
        self._copies = CheckBox(parts.theme, t("Also delete the &backups that hold the company"))
        self._typed = QLineEdit()
        self._typed.textChanged.connect(self._check)
        column = QVBoxLayout(self)
        spaced(column, px(24), gap=px(12))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = self._about(parts, belongings)
        self._scroll.setWidget(self._inner)
        column.addWidget(self._scroll, stretch=1)
        named = Field(parts.theme, t("Type the &name of the company to confirm"), self._typed)
        column.addWidget(named)
        row = QHBoxLayout()
        row.addStretch()
        cancel = button(t("&Cancel"), self.reject)
        self._delete = button(t("&Delete for good"), self.accept, "danger")
        self._delete.setAutoDefault(False)
        row.addWidget(cancel)
        row.addWidget(self._delete)
        column.addLayout(row)
        self._check()
        self._fit(column, parent.window(), px(_WIDTH))
        self._typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def _about(self, parts: Parts, belongings: Belongings) -> QWidget:
        """What goes, what comes then, and what is asked about copies."""
        t, inner = parts.t, QWidget()
        inner.setObjectName("page")
        column = QVBoxLayout(inner)
        spaced(column, 0, gap=parts.theme.px(12))
        column.addWidget(label(t("Delete “{name}” for good?", name=self._name), "large", wrap=True))
        column.addWidget(label(t("With the company goes all that belongs to it:"), wrap=True))
        for line in belongings_lines(belongings, t):
            column.addWidget(label(f"•  {line}", wrap=True))
        then = t(
            "The file is then written anew and searched, and you get a certificate. Once its"
            " copies are gone, too, nothing brings the company back."
        )
        column.addWidget(label(then, "secondary", wrap=True))
        column.addWidget(self._copies)
        copies = t(
            "They hold your other companies, too: so a new backup of what is left is made first."
            " You can also decide this afterwards."
        )
        column.addWidget(label(copies, "small", wrap=True))
        column.addStretch()
        return inner

    def _fit(self, column: QVBoxLayout, window: QWidget, width: int) -> None:
        """As large as it has to be, and never larger than the window; then it scrolls."""
        wide = min(width, window.width() - 2 * _AROUND)
        around = column.contentsMargins()
        room = wide - around.left() - around.right()
        rest = column.sizeHint().height() - self._scroll.sizeHint().height()
        high = self._inner.heightForWidth(room) + rest
        self.resize(wide, min(high, window.height() - 2 * _AROUND))

    @property
    def with_copies(self) -> bool:
        """Whether old copies shall be deleted with the company."""
        return self._copies.isChecked()

    def _check(self) -> None:
        self._delete.setEnabled(spelled(self._typed.text()) == spelled(self._name))
