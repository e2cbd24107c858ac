"""The forms that came back, before they are taken in: this assessment's, others', and refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from digimaturity.services.forms.preview import Found, Preview
from digimaturity.ui.assessment_title import assessment_title
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, line, row_of, spaced
from digimaturity.ui.widgets.flow import flowing
from digimaturity.ui.widgets.return_row import ReturnRow, refused_row, worth_taking


class ReturnedList(QWidget):
    """`accepted` and `left` tell what was pressed; `wanted` carries a `Found` of elsewhere.

    `ticks` has for each place in `previews` that can be ticked whether it is.
    """

    accepted = Signal()
    left = Signal()
    wanted = Signal(object)

    def __init__(
        self, parts: Parts, previews: Sequence[Preview], ticks: Mapping[int, bool], *, busy: bool
    ) -> None:
        super().__init__()
        self._parts, self._busy = parts, busy
        self.ticks = dict(ticks)
        #: Where the keyboard begins.
        self.first: QWidget | None = None
        self._take: QPushButton | None = None
        self._column = QVBoxLayout(self)
        spaced(self._column, 0, gap=parts.theme.px(16))
        found = [(place, one, one.found) for place, one in enumerate(previews) if one.found]
        own = [one for one in found if one[2].record.id == parts.session.assessment_id]
        refused = [one for one in previews if one.refusal is not None]
        words = self._summary(len(own), len(found) - len(own), len(refused))
        self._column.addWidget(label(words, "strong", wrap=True))
        if own:
            self._card(self._title(own[0][2]), [self._row(*one) for one in own])
            self._decide()
        self._elsewhere([(one[1], one[2]) for one in found if one not in own])
        if refused:
            title = parts.t.plural(
                "{n} file cannot be taken in", "{n} files cannot be taken in", len(refused)
            )
            self._card(title, [refused_row(parts, one) for one in refused])

    def _summary(self, own: int, elsewhere: int, refused: int) -> str:
        """How many there are, and what can be done with them, before the long list."""
        t = self._parts.t
        words = [
            t.plural("{n} form is for this assessment.", "{n} forms are for this assessment.", own)
        ]
        if elsewhere:
            words.append(t.plural("{n} is for another one.", "{n} are for other ones.", elsewhere))
        if refused:
            words.append(t.plural("{n} cannot be used.", "{n} cannot be used.", refused))
        return " ".join(words)

    def _row(self, place: int, one: Preview, found: Found) -> ReturnRow:
        ticked = self.ticks.get(place, worth_taking(found)) and not found.taken_before
        self.ticks[place] = ticked
        row = ReturnRow(self._parts, one, found, ticked)
        row.ticked.connect(partial(self._tick, place))
        self.first = self.first or row.box
        return row

    def _decide(self) -> None:
        t = self._parts.t
        if not self._parts.session.writable:
            self._column.addWidget(label(t("This workspace is open to read only."), "strong"))
            return
        words = t(
            "Each answer goes into the log with the number of its form; what it replaces stays"
            " there. There is no single step back over a form."
        )
        self._column.addWidget(label(words, "small", wrap=True))
        self._take = button("", self.accepted.emit, "primary")
        leave = button(t("&Leave them"), self.left.emit)
        leave.setEnabled(not self._busy)
        self._column.addLayout(flowing(self._parts.theme.px(8), self._take, leave))
        self._count()
        if self.first is None or not self.first.isEnabled():
            self.first = self._take if self._take.isEnabled() else leave

    def _count(self) -> None:
        if self._take is not None:
            chosen = sum(self.ticks.values())
            words = self._parts.t.plural("&Accept {n} form", "&Accept {n} forms", chosen)
            self._take.setText(words)
            self._take.setEnabled(bool(chosen) and not self._busy)

    def _tick(self, place: int, on: bool) -> None:
        self.ticks[place] = on
        self._count()

    def _elsewhere(self, forms: Sequence[tuple[Preview, Found]]) -> None:
        """Forms of other assessments: they are taken in there."""
        t = self._parts.t
        ordered = sorted(forms, key=lambda one: one[1].record.id)
        for _, grouped in groupby(ordered, key=lambda one: one[1].record.id):
            group = list(grouped)
            found = group[0][1]
            title = self._title(found)
            go = button(t("Go there with these files"), partial(self.wanted.emit, found))
            go.setAccessibleName(t("Go there with these files: {name}", name=title))
            rows = [ReturnRow(self._parts, one, held, None) for one, held in group]
            self._card(title, rows, go)
            self.first = self.first or go

    def _title(self, found: Found) -> str:
        """Company and assessment, under the names that are shown."""
        aliases = self._parts.session.aliases
        name = aliases.name(found.company.id) if aliases is not None else found.company.name
        return f"{name} · {assessment_title(found.record, self._parts.t)}"

    def _card(self, title: str, rows: Sequence[QWidget], way: QPushButton | None = None) -> None:
        px = self._parts.theme.px
        self._column.addSpacing(px(8))
        self._column.addWidget(label(title, "large", wrap=True))
        card = QFrame()
        card.setProperty("kind", "card")
        card.setAccessibleName(title)
        column = QVBoxLayout(card)
        spaced(column, px(16), px(8), px(16), px(8))
        for place, row in enumerate(rows):
            if place:
                column.addWidget(line())
            column.addWidget(row)
        if way is not None:
            column.addSpacing(px(8))
            column.addLayout(row_of(way))
            column.addSpacing(px(8))
        self._column.addWidget(card)
