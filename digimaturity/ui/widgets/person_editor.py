"""Entering somebody who takes part: the viewpoint, and a name or code that may stay empty."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Respondent
from digimaturity.ui.parts import Parts
from digimaturity.ui.people import viewpoint_name
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.form import Field

#: Widths of the fields (pixels at 100 %), and how long a name can be.
_VIEW, _NAME, _LONGEST = 208, 280, 120


@dataclass(frozen=True, slots=True)
class Handlers:
    """What is done with what was entered; `remove` is None for somebody new."""

    save: Callable[[Respondent], object]
    cancel: Callable[[], object]
    remove: Callable[[], object] | None = None
    why_not_remove: str = ""


class PersonEditor(QWidget):
    """Enter saves, Escape leaves it as it was; the person without an id is somebody new."""

    def __init__(self, parts: Parts, person: Respondent, title: str, do: Handlers) -> None:
        super().__init__()
        t, theme = parts.t, parts.theme
        px = theme.px
        self._person, self._do = person, do
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        spaced(column, 0, px(8), 0, px(12), gap=px(12))
        column.addWidget(label(title, "strong", wrap=True))
        self._view = ChoiceBox(theme)
        for view in Viewpoint:
            self._view.addItem(viewpoint_name(view, t), view)
        self._view.setCurrentIndex(list(Viewpoint).index(person.viewpoint))
        self.name = QLineEdit(person.name)
        self.name.setMaxLength(_LONGEST)
        self.name.setAcceptDrops(False)  # a form may be dropped on it
        self.name.setPlaceholderText(t("May stay empty"))
        self.name.returnPressed.connect(self.save)
        fields = Flow(px(16))
        spaced(fields, 0, gap=px(16))
        for words, field, width in (
            (t("&Viewpoint"), self._view, _VIEW),
            (t("&Name or code"), self.name, _NAME),
        ):
            around = Field(theme, words, field)
            around.setFixedWidth(px(width))
            fields.addWidget(around)
        column.addLayout(fields)
        ways = Flow(px(16))
        spaced(ways, 0, gap=px(16))
        ways.addWidget(button(t("&Save"), self.save, "primary"))
        ways.addWidget(button(t("&Cancel"), do.cancel))
        if do.remove is not None:
            remove = button(t("&Remove"), do.remove, "danger")
            remove.setEnabled(not do.why_not_remove)
            ways.addWidget(remove)
        column.addLayout(ways)
        if do.why_not_remove:
            column.addWidget(label(do.why_not_remove, "small", wrap=True))

    @property
    def entered(self) -> Respondent:
        """The person as entered."""
        view = Viewpoint(self._view.currentData())
        return Respondent(self._person.id, view, self.name.text().strip())

    def save(self) -> None:
        """Take what was entered."""
        self._do.save(self.entered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self._do.cancel()
        else:
            super().keyPressEvent(event)
