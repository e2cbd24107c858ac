"""Somebody whom everything needs: name, role, days, and how much of the role's work lands there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from digimaturity.domain.catalogue import Role
from digimaturity.domain.roadmap.items import KeyPerson, RoleCapacity
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.report.roadmap_words import days_words, role_names
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, row_of, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.capacity_fields import CapacityFields
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.plan_fields import AmountBox, SizedField

#: Widths of fields (pixels at 100 %); how long a name can be.
_NAME, _ROLE, _SHARE, _DAYS, _LONGEST = 280, 176, 272, 176, 200

#: So many days a measure of the example takes; all of something in per cent.
_EXAMPLE, _ALL = 10, 100.0


class PersonFields(QWidget):
    """Name, role and share; `finished` tells that a field was left or changed."""

    finished = Signal()

    def __init__(self, parts: Parts, person: KeyPerson | None) -> None:
        super().__init__()
        t, theme = parts.t, parts.theme
        self._t = t
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST)
        self._role = ChoiceBox(theme)
        for role, name in role_names(t).items():
            self._role.addItem(name, role.value)
        self._share = AmountBox(t)
        column = QVBoxLayout(self)
        spaced(column, 0, gap=theme.px(6))
        flow = Flow(theme.px(16))
        spaced(flow, 0, gap=theme.px(16))
        for words, box, width in (
            (t("Name or function"), self.name, _NAME),
            (t("Role"), self._role, _ROLE),
            (t("Share of the role’s work in %"), self._share, _SHARE),
        ):
            flow.addWidget(SizedField(theme, words, box, width))
        column.addLayout(flow)
        self._example = label("", "small", wrap=True)
        column.addWidget(self._example)
        self.name.editingFinished.connect(self.finished)
        self._share.editingFinished.connect(self.finished)
        self._role.activated.connect(self._role_chosen)
        for line in (self.name, self._share):
            line.textEdited.connect(lambda _: self._tell())
        self.show_person(person)

    def show_person(self, person: KeyPerson | None) -> None:
        """Show what holds."""
        self.name.setText(person.name if person else "")
        role = person.role if person else Role.IT
        self._role.setCurrentIndex(self._role.findData(role.value))
        self._share.put(person.share * _ALL if person and person.share else None)
        self._tell()

    def close_to_change(self) -> None:
        """Only show it."""
        self.name.setReadOnly(True)
        self._share.setReadOnly(True)
        self._role.setEnabled(False)

    @property
    def role(self) -> Role:
        """The role that is chosen."""
        return Role(str(self._role.currentData()))

    @property
    def share(self) -> float:
        """From 0 to 1; `ValueError` for anything else."""
        share = (self._share.amount or 0.0) / _ALL
        if share > 1:
            self._share.mark(wrong=True)
            raise ValueError(share)
        return share

    def _role_chosen(self) -> None:
        self._tell()
        self.finished.emit()

    def _tell(self) -> None:
        """What the share means, by an example."""
        t, role = self._t, role_names(self._t)[self.role]
        try:
            share = self.share
        except ValueError:
            self._example.setText(t("A share lies between 0 and 100 per cent."))
            return
        name = self.name.text().strip() or t("this person")
        if not share:
            words = t("Only what is said for a measure or a project lands on {name}.", name=name)
        else:
            words = t(
                "Of a measure that takes {days} days from “{role}”, {part} land on {name}.",
                days=_EXAMPLE,
                role=role,
                part=days_words(t, _EXAMPLE * share),
                name=name,
            )
        self._example.setText(words)


class KeyPersonRow(QWidget):
    """Saved field by field; `changed` carries the person, `removing` asks to take them away."""

    changed = Signal(object)
    removing = Signal()

    def __init__(self, parts: Parts, person: KeyPerson, quarters: Sequence[Quarter]) -> None:
        super().__init__()
        t, px = parts.t, parts.theme.px
        self.person = person
        column = QVBoxLayout(self)
        spaced(column, 0, px(12), 0, px(12), gap=px(6))
        self._fields = PersonFields(parts, person)
        self._capacity = CapacityFields(parts, person.name, quarters)
        column.addWidget(self._fields)
        column.addWidget(self._capacity)
        self._fields.finished.connect(self._finish)
        self._capacity.changed.connect(self._capacity_changed)
        self.remove = button(t("Remove"), self.removing.emit, "link", small=True)
        self.remove.setAccessibleName(t("Remove {name}", name=person.name))
        column.addLayout(row_of(self.remove))
        self.show_person(person)

    def show_person(self, person: KeyPerson, note: str = "", over: bool = False) -> None:
        """Show what holds."""
        if person != self.person:
            self._fields.show_person(person)
        self.person = person
        self._capacity.show_capacity(person.capacity, note, over)

    def close_to_change(self) -> None:
        """Only show it."""
        self._fields.close_to_change()
        self._capacity.close_to_change()
        self.remove.hide()

    @property
    def settled(self) -> bool:
        """Whether all that stands there is saved."""
        return self._capacity.settled

    def _finish(self) -> None:
        try:
            share = self._fields.share
        except ValueError:
            return
        name = self._fields.name.text().strip() or self.person.name
        person = replace(self.person, name=name, role=self._fields.role, share=share)
        if person != self.person:
            self.changed.emit(person)

    def _capacity_changed(self, capacity: RoleCapacity | None) -> None:
        if capacity is not None:
            self.changed.emit(replace(self.person, capacity=capacity))


class KeyPersonEntry(QWidget):
    """Somebody new; Enter adds."""

    entered = Signal(object)  # a KeyPerson

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        t, px = parts.t, parts.theme.px
        column = QVBoxLayout(self)
        spaced(column, 0, gap=px(8))
        self._fields = PersonFields(parts, None)
        self._days, self._daily = AmountBox(t), AmountBox(t)
        flow = Flow(px(16))
        spaced(flow, 0, gap=px(16))
        for words, box in (
            (t("Person-days a quarter"), self._days),
            (t("Of these daily business"), self._daily),
        ):
            flow.addWidget(SizedField(parts.theme, words, box, _DAYS))
        column.addWidget(self._fields)
        column.addLayout(flow)
        column.addLayout(row_of(button(t("&Add the key person"), self.add)))
        for line in (self.name, self._days, self._daily):
            line.returnPressed.connect(self.add)

    @property
    def name(self) -> QLineEdit:
        """The first field."""
        return self._fields.name

    def add(self) -> None:
        """Tell who was entered; the keyboard goes to what is missing."""
        if not self.name.text().strip():
            self.name.setFocus()
            return
        try:
            days, daily, share = self._days.amount, self._daily.amount or 0.0, self._fields.share
        except ValueError:
            return
        if days is None:
            self._days.mark(wrong=True)
            self._days.setFocus()
            return
        name, capacity = self.name.text().strip(), RoleCapacity(days, daily)
        self.entered.emit(KeyPerson(name, self._fields.role, capacity, share))
