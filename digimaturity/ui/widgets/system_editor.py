"""Everything that is known of an application, to be entered and changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from digimaturity.domain.roadmap.items import System
from digimaturity.report.use_words import use_names
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.form import Field
from digimaturity.ui.widgets.interface_rows import InterfaceRows
from digimaturity.ui.widgets.plan_fields import AmountBox, TruthBox
from digimaturity.ui.widgets.sized import Sized

#: Widths of fields (pixels at 100 %), and how long a text can be.
_WIDE, _HALF, _SMALL = 368, 176, 136
_LONGEST = 400
#: Of so many years, up to the assessment's, costs can be entered; years that have some stay.
_YEARS = 3
#: The year from which on an application is used lies between these.
_FIRST, _LAST = 1970, 2099


@dataclass(frozen=True, slots=True)
class Known:
    """What the editor begins with; `key` is empty for an application that is new."""

    key: str
    system: System


class SystemEditor(QWidget):
    """Enter saves, Escape leaves it as it was. `year` is that of the assessment.

    `saved` carries a `Known`, and whether one more is to be entered.
    """

    saved = Signal(object, bool)
    left = Signal()
    removed = Signal(str)

    def __init__(
        self, parts: Parts, known: Known, others: Mapping[str, str], year: int, title: str
    ) -> None:
        super().__init__()
        self._parts, self.known = parts, known
        self.setAccessibleName(title)
        px = parts.theme.px
        self._column = QVBoxLayout(self)
        spaced(self._column, px(16), px(12), px(16), px(16), gap=px(12))
        self._column.addWidget(label(title, "strong", wrap=True))
        self._outline(known.system)
        self._facts(known.system)
        self._money(known.system, year)
        self._joined(known.system, others)
        self._ways()

    # -- what is entered

    def entered(self, *, forgiving: bool = False) -> System:
        """The application as entered; `ValueError` where a number is none.

        `forgiving` leaves such a number out.
        """
        before = self.known.system
        costs = {
            year: _kept(box, before.costs.get(year), forgiving=forgiving)
            for year, box in self._costs.items()
        }
        users = _kept(self._users, before.users, forgiving=forgiving)
        since = _kept(self._since, before.since, forgiving=forgiving)
        return replace(
            before,
            name=_text(self.name, before.name),
            owner=_text(self._owner, before.owner),
            use=str(self._use.currentData()),
            purpose=_text(self._purpose, before.purpose),
            vendor=_text(self._vendor, before.vendor),
            costs={year: euros for year, euros in costs.items() if euros is not None},
            users=None if users is None else int(users),
            with_it=self._with_it.known,
            cloud=self._cloud.known,
            interfaces=self._interfaces.interfaces,
            notes=_text(self._notes, before.notes),
            since=None if since is None else int(since),
        )

    @property
    def touched(self) -> bool:
        """Whether anything stands there that is not saved."""
        try:
            return self.entered() != self.known.system
        except ValueError:
            return True

    def save(self, *, more: bool = False) -> None:
        """Take what was entered, where it can be taken."""
        if not _text(self.name, self.known.system.name):
            self._name_field.complain(self._parts.t("Please enter the name of the application."))
            self.name.setFocus()
            return
        try:
            system = self.entered()
        except ValueError:
            wrong = (self._users, self._since, *self._costs.values())
            next(box for box in wrong if box.property("wrong")).setFocus()
            return
        self.saved.emit(Known(self.known.key, system), more)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # -- the fields

    def _outline(self, system: System) -> None:
        t = self._parts.t
        self.name, self._owner = self._line(system.name), self._line(system.owner)
        self._purpose, self._vendor = self._line(system.purpose), self._line(system.vendor)
        self._use = ChoiceBox(self._parts.theme)
        self._use.addItem(t("Not chosen yet"), "")
        for key, name in use_names(t).items():
            self._use.addItem(name, key)
        self._use.setCurrentIndex(max(0, self._use.findData(system.use)))
        flow = self._flow()
        self._name_field = self._field(flow, t("&Name"), self.name, _WIDE)
        self._field(flow, t("&Used for"), self._use, _WIDE)
        self._field(flow, t("O&wner: who answers for it"), self._owner, _WIDE)
        self._field(flow, t("&Vendor"), self._vendor, _WIDE)
        self._field(flow, t("&Purpose in your own words"), self._purpose, _WIDE)

    def _facts(self, system: System) -> None:
        t, theme = self._parts.t, self._parts.theme
        self._with_it = TruthBox(theme, t, system.with_it)
        self._cloud = TruthBox(theme, t, system.cloud)
        self._users = self._figure(_CountBox(t, system.users))
        self._since = self._figure(_YearBox(t, system.since))
        flow = self._flow()
        self._field(flow, t("Bought with IT?"), self._with_it, _HALF)
        self._field(flow, t("A cloud service?"), self._cloud, _HALF)
        self._field(flow, t("How many use it"), self._users, _SMALL)
        self._field(flow, t("In use since (year)"), self._since, _HALF)

    def _money(self, system: System, year: int) -> None:
        t = self._parts.t
        years = sorted({*system.costs, *range(year - _YEARS + 1, year + 1)})
        boxes = {one: AmountBox(t, system.costs.get(one)) for one in years}
        self._costs = {one: self._figure(box) for one, box in boxes.items()}
        flow = self._flow()
        for one, box in self._costs.items():
            self._field(flow, t("Euros in {year}", year=one), box, _SMALL)

    def _joined(self, system: System, others: Mapping[str, str]) -> None:
        t = self._parts.t
        words = t("Interfaces: where its data go")
        self._column.addWidget(label(words, "strong", wrap=True))
        before = list(self._costs.values())[-1]
        self._interfaces = InterfaceRows(self._parts, others, system.interfaces, before)
        self._column.addWidget(self._interfaces)
        self._notes = self._line(system.notes)
        self._field(self._flow(), t("N&otes"), self._notes, 2 * _WIDE)

    def _ways(self) -> None:
        t, flow = self._parts.t, self._flow()
        flow.addWidget(button(t("&Save"), self.save, "primary"))
        if not self.known.key:
            flow.addWidget(button(t("Save and one &more"), lambda: self.save(more=True)))
        flow.addWidget(button(t("&Cancel"), self.left.emit))
        if self.known.key:
            remove = button(t("&Remove"), lambda: self.removed.emit(self.known.key), "danger")
            flow.addWidget(remove)

    def _line(self, text: str) -> QLineEdit:
        made = QLineEdit(text)
        made.setCursorPosition(0)
        made.setMaxLength(_LONGEST)
        made.setAcceptDrops(False)  # a list may be dropped on it
        made.returnPressed.connect(self.save)
        return made

    def _figure(self, made: AmountBox) -> AmountBox:
        made.setAcceptDrops(False)
        made.returnPressed.connect(self.save)
        return made

    def _flow(self) -> Flow:
        flow = Flow(self._parts.theme.px(16))
        spaced(flow, 0, gap=self._parts.theme.px(16))
        self._column.addLayout(flow)
        return flow

    def _field(self, flow: Flow, words: str, widget: QWidget, width: int) -> Field:
        made = Field(self._parts.theme, words, widget)
        flow.addWidget(Sized(self._parts.theme, made, width))
        return made


class _CountBox(AmountBox):
    """A number of people, or nothing."""

    @property
    def amount(self) -> float | None:
        """What stands there; `ValueError` where it is no whole number."""
        found = super().amount
        if found is not None and not found.is_integer():
            self.mark(wrong=True)
            raise ValueError(self.text())
        return found


class _YearBox(AmountBox):
    """A year, or nothing: no mark stands between its digits."""

    def put(self, amount: float | None) -> None:
        """Show that year."""
        self.setText("" if amount is None else str(int(amount)))

    @property
    def amount(self) -> float | None:
        """What stands there; `ValueError` where it is no year."""
        text = self.text().strip()
        fits = not text or (text.isdecimal() and _FIRST <= int(text) <= _LAST)
        self.mark(wrong=not fits)
        if not fits:
            raise ValueError(text)
        return float(text) if text else None


def _text(line: QLineEdit, before: str) -> str:
    """The text in the field; what nobody touched stays as it was, however many lines it has."""
    return line.text().strip() if line.isModified() else before


def _kept(box: AmountBox, before: float | None, *, forgiving: bool) -> float | None:
    """The number in the field; what nobody touched stays as it was, with all its decimals."""
    if not box.isModified():
        return before
    try:
        return box.amount
    except ValueError:
        if forgiving:
            return None
        raise
