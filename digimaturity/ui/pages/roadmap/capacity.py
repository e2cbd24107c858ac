"""How much the people can carry who must do it, and the other limits of the plan."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from digimaturity.domain.catalogue import Role
from digimaturity.domain.roadmap.book import EMPTY, Item, Part
from digimaturity.domain.roadmap.items import KeyPerson
from digimaturity.domain.roadmap.leaving import leaving
from digimaturity.domain.roadmap.posing import first_quarter
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.capacity_words import booked, conflicts, unlimited_words
from digimaturity.report.roadmap_words import role_names
from digimaturity.services.changes import ChangeKind
from digimaturity.services.plan_book import new_key
from digimaturity.ui.icons import icon
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.pages.roadmap.closed import closed_words
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, line, row_of, spaced
from digimaturity.ui.widgets.capacity_fields import CapacityFields
from digimaturity.ui.widgets.key_person_row import KeyPersonEntry, KeyPersonRow
from digimaturity.ui.widgets.limits_fields import LimitsFields

_WIDTH = 960


class CapacityTab(ColumnPage):
    """Each field is saved when it is left; the fields stay, what stands in them follows."""

    concerned_by: ClassVar[frozenset[ChangeKind]] = frozenset(
        {ChangeKind.ROADMAP, ChangeKind.ASSESSMENT, ChangeKind.COMPANY}
    )

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _WIDTH)
        self._frame: Hashable = None  # on what the fields depend that are there
        self._adding = False
        self._entry: KeyPersonEntry | None = None
        self._roles: dict[Role, CapacityFields] = {}
        self._people: dict[str, KeyPersonRow] = {}
        self._limits: LimitsFields | None = None

    @property
    def settled(self) -> bool:
        """Whether all that was typed is saved."""
        roles = all(one.settled for one in self._roles.values())
        return roles and all(one.settled for one in self._people.values())

    def start(self) -> None:
        """The keyboard is at the first number."""
        if self._roles:
            self._roles[next(iter(Role))].days.setFocus()

    def refresh(self) -> None:
        """Fields are made anew only where there are others."""
        session, roadmap = self.parts.session, self.parts.session.roadmap
        frame: Hashable = None
        if roadmap is not None and session.assessment is not None:
            # Quarters that can be chosen, and the company's size, stand in the fields.
            size = session.evaluation.company.size_class if session.evaluation else None
            frame = (
                session.assessment_id,
                session.plannable,
                tuple((key, one.name) for key, one in session.book.people.items()),
                roadmap.posed.first,
                roadmap.posed.problem.quarters,
                size,
                self._adding,
            )
        if frame is None or frame != self._frame:
            self._frame = frame
            super().refresh()
        if roadmap is not None:
            self._follow(roadmap)

    def fill(self) -> None:
        """Make the fields."""
        self._roles, self._people, self._limits, self._entry = {}, {}, None, None
        t, session = self.parts.t, self.parts.session
        roadmap = session.roadmap
        if roadmap is None or session.assessment is None:
            return
        if not session.plannable:
            self.column.addWidget(self.words(closed_words(session, t), "strong"))
        about = t(
            "Person-days that a role has in a quarter, and how many of them daily business takes:"
            " what is left is for projects and measures. No measure begins where that is used up."
        )
        self.column.addWidget(self.words(about, "secondary"))
        self._unlimited = label("", wrap=True)
        self._asking = self._marked("circle-question-mark", "secondary", self._unlimited)
        self.column.addWidget(self._asking)
        self._role_fields(roadmap)
        self._people_fields(roadmap)
        self.subheading(t("Limits of the plan"))
        size = session.evaluation.company.size_class if session.evaluation else None
        usual = first_quarter(EMPTY, session.assessment.day)
        self._limits = LimitsFields(self.parts, session.book.limits, size, usual)
        self._limits.changed.connect(partial(self._put, Part.LIMITS, ""))
        self.column.addWidget(self._limits)
        if not session.plannable:
            self._close_all()

    def _close_all(self) -> None:
        for fields in self._roles.values():
            fields.close_to_change()
        for row in self._people.values():
            row.close_to_change()
        if self._limits is not None:
            self._limits.close_to_change()

    def _role_fields(self, roadmap: Roadmap) -> None:
        names = role_names(self.parts.t)
        quarters = tuple(roadmap.posed.first.following(roadmap.posed.problem.quarters))
        inner = self._card()
        self._warnings: dict[Role, tuple[QWidget, QLabel]] = {}
        for role in Role:
            if self._roles:
                inner.addWidget(line())
            block = QWidget()
            column = QVBoxLayout(block)
            spaced(
                column,
                0,
                self.parts.theme.px(12),
                0,
                self.parts.theme.px(12),
                gap=self.parts.theme.px(8),
            )
            column.addWidget(label(names[role], "strong"))
            fields = CapacityFields(self.parts, names[role], quarters, several=True)
            fields.changed.connect(partial(self._put, Part.ROLE, role.value))
            column.addWidget(fields)
            words = label("", wrap=True)
            warning = self._marked("triangle-alert", "bad", words)
            column.addWidget(warning)
            self._warnings[role] = warning, words
            self._roles[role] = fields
            inner.addWidget(block)

    def _people_fields(self, roadmap: Roadmap) -> None:
        t = self.parts.t
        self.subheading(t("Key people"))
        about = t(
            "People without whom nothing gets done: they drown first when too much is begun at"
            " once. Their days are among those of their role."
        )
        self.column.addWidget(self.words(about, "secondary"))
        quarters = tuple(roadmap.posed.first.following(roadmap.posed.problem.quarters))
        people = roadmap.book.people
        if people:
            inner = self._card()
        for key, person in people.items():
            if self._people:
                inner.addWidget(line())
            row = KeyPersonRow(self.parts, person, quarters)
            row.changed.connect(partial(self._put, Part.PERSON, key))
            row.removing.connect(partial(self._remove, key))
            self._people[key] = row
            inner.addWidget(row)
        if not self.parts.session.plannable:
            return
        if self._adding:
            self._entry = KeyPersonEntry(self.parts)
            self._entry.entered.connect(self._add)
            self.column.addWidget(self._entry)
        else:
            self.column.addLayout(row_of(button(t("Add a &key person"), self._begin)))

    def _card(self) -> QVBoxLayout:
        card, px = QFrame(), self.parts.theme.px
        card.setProperty("kind", "card")
        inner = QVBoxLayout(card)
        spaced(inner, px(16), px(4), px(16), px(4))
        self.column.addWidget(card)
        return inner

    def _marked(self, name: str, colour: str, words: QLabel) -> QWidget:
        theme, made = self.parts.theme, QWidget()
        row = QHBoxLayout(made)
        spaced(row, 0, gap=theme.px(8))
        mark = label("")
        mark.setPixmap(icon(name, theme.colour(colour), theme.px(16)).pixmap(theme.px(16)))
        mark.setContentsMargins(0, theme.px(2), 0, 0)
        row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, stretch=1)
        return made

    # -- what stands in the fields

    def _follow(self, roadmap: Roadmap) -> None:
        t, book = self.parts.t, roadmap.book
        words = unlimited_words(roadmap, t)
        self._unlimited.setText(words)
        self._asking.setVisible(bool(words))
        clashes = dict(conflicts(roadmap, t))
        for role, fields in self._roles.items():
            fields.show_capacity(book.roles.get(role.value), *booked(roadmap, role.value, t))
            warning, told = self._warnings[role]
            told.setText(clashes.get(role, ""))
            warning.setVisible(role in clashes)
        for key, row in self._people.items():
            row.show_person(book.people[key], *booked(roadmap, key, t))
        if self._limits is not None:
            self._limits.show_limits(book.limits)

    # -- what is done

    def _put(self, part: Part, key: str, item: Item | None) -> bool:
        session = self.parts.session
        done = self.parts.shell.attempt(lambda: session.put_down(part, key, item))
        return done is not None

    def _begin(self) -> None:
        self._adding = True
        self.refresh()
        self.make_room()
        if self._entry is not None:
            self._entry.name.setFocus()
            self._scroll.ensureWidgetVisible(self._entry)

    def _add(self, person: KeyPerson) -> None:
        self._adding = False
        if not self._put(Part.PERSON, new_key(), person):
            self._adding = True

    def _remove(self, key: str) -> None:
        session = self.parts.session
        self.parts.shell.attempt(lambda: session.put_down_all(leaving(session.book, key)))
