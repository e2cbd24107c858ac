"""A part of what is noted on a measure: a heading, fields beside each other, one way to save."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from digimaturity.domain.roadmap.book import Entry
from digimaturity.domain.roadmap.following import Followed
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, row_of, spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.form import Field
from digimaturity.ui.widgets.kept_fields import KeptFields

#: How long what is typed can be, and how high a text of several lines is (pixels at 100 %).
_LONGEST, _HIGH = 500, 72

#: A field that is wider can give way; so wide is what was noted before, with the room
#: for the way to take it away (pixels at 100 %).
_WIDE, _NOTED, _AWAY = 280, 560, 96

#: Saves entries as one step; the text is the part whose fields show what is saved then.
Put = Callable[[str, Sequence[Entry]], bool]


@dataclass(frozen=True, slots=True)
class Following:
    """What a part needs: what it is about, the fields that are kept, whether it is only read."""

    parts: Parts
    one: Followed
    fields: KeptFields
    put: Put
    fixed: bool = False


class FollowSection(QWidget):
    """Subclasses name themselves by `key`, which begins the keys of their fields."""

    key = ""

    def __init__(self, what: Following, heading: str) -> None:
        super().__init__()
        self.what, self.t, self.px = what, what.parts.t, what.parts.theme.px
        self._locale = QLocale(self.t.language)
        self.column = QVBoxLayout(self)
        spaced(self.column, 0, gap=self.px(8))
        self.column.addWidget(label(heading, "strong", wrap=True))

    def lead(self) -> None:
        """Bring the keyboard to the first field, or to what else can be reached."""
        found = [one for one in self.findChildren(QWidget) if _takes_keyboard(one)]
        if found:
            found[0].setFocus()

    def keep(self, name: str, field: QWidget) -> None:
        """Have what is typed into a field kept while the page is built anew."""
        field.setEnabled(not self.what.fixed)
        self.what.fields.add(f"{self.key}.{name}", field)

    def line(self, text: str, *, right: bool = False) -> QLineEdit:
        """A field of one line; Enter saves."""
        made = QLineEdit(text)
        made.setMaxLength(_LONGEST)
        made.returnPressed.connect(self.save)
        if right:
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
        return made

    def text(self, text: str) -> QPlainTextEdit:
        """A field of several lines; Tab leaves it."""
        made = QPlainTextEdit(text)
        made.setTabChangesFocus(True)
        made.setFixedHeight(self.px(_HIGH))
        return made

    def field(self, name: str, field: QWidget, width: int, hint: str = "") -> Field:
        """A field below its name, so many pixels wide at 100 %; a wide one can give way."""
        made = Field(self.what.parts.theme, name, field, hint)
        if width > _WIDE:
            made.setMaximumWidth(self.px(width))
        else:
            made.setFixedWidth(self.px(width))
        return made

    def noted(self, words: str, remove: Callable[[], object]) -> None:
        """Something that was noted before, with the way to take it away."""
        row, said = QHBoxLayout(), label(words, wrap=True)
        said.setMaximumWidth(self.px(_NOTED - _AWAY))
        spaced(row, 0, gap=self.px(12))
        row.addWidget(said, stretch=1)
        if not self.what.fixed:
            away = button(self.t("Remove"), remove, "link", small=True)
            away.setAccessibleName(self.t("Remove {what}", what=words))
            row.addWidget(away, alignment=Qt.AlignmentFlag.AlignTop)
        row.addStretch()
        around = QWidget()
        around.setLayout(row)
        around.setMaximumWidth(self.px(_NOTED))
        self.column.addWidget(around)

    def flow(self, *widgets: QWidget) -> None:
        """The widgets side by side, in as many lines as they need."""
        flow = Flow(self.px(16))
        spaced(flow, 0, gap=self.px(12))
        for widget in widgets:
            flow.addWidget(widget)
        self.column.addLayout(flow)

    def way(self, words: str) -> None:
        """The button that saves."""
        if not self.what.fixed:
            self.column.addLayout(row_of(button(words, self.save)))

    def save(self) -> None:
        """Save what is in the fields."""

    def put(self, *entries: Entry) -> None:
        """Save entries as one step."""
        self.what.put(self.key, entries)

    def number(self, field: QLineEdit) -> float | None:
        """The number in a field; None where there is none, or something else."""
        value, good = self._locale.toDouble(field.text().strip())
        return value if good else None

    def shown(self, value: float | None) -> str:
        """A number as it is typed."""
        return "" if value is None else self._locale.toString(value, "g", 12)


def today() -> date:
    """The user's own day."""
    return date.today()  # noqa: DTZ011 - see above


def _takes_keyboard(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isEnabled() and not widget.isHidden()
