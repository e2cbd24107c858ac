"""Those who take part from one viewpoint: a heading, and a card with a row for each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from digimaturity.services.forms.standing import Standing
from digimaturity.ui.parts import Parts
from digimaturity.ui.people import viewpoint_name
from digimaturity.ui.people_words import form_words, group_words
from digimaturity.ui.widgets.basics import label, line, spaced
from digimaturity.ui.widgets.person_row import PersonLine, PersonRow, Way


class PeopleGroup(QWidget):
    """`answering` carries the id of who shall answer here, `changing` the one to be changed.

    `closed` says why nothing can be changed, if so. `editors` stand in place of the rows of those
    ids; `rows` has the others.
    """

    answering = Signal(str)
    changing = Signal(object)

    def __init__(
        self,
        parts: Parts,
        group: Sequence[Standing],
        names: Mapping[str, str],
        editors: Mapping[str, QWidget],
        closed: str,
    ) -> None:
        super().__init__()
        self._parts, self._names, self._closed = parts, names, closed
        self.rows: dict[str, PersonRow] = {}
        viewpoint = group[0].person.viewpoint
        around = QVBoxLayout(self)
        spaced(around, 0, parts.theme.px(8), 0, 0, gap=parts.theme.px(16))
        around.addWidget(label(group_words(viewpoint, group, parts.t), "large", wrap=True))
        column = card_in(around, parts, viewpoint_name(viewpoint, parts.t))
        for place, one in enumerate(group):
            if place:
                column.addWidget(line())
            column.addWidget(editors.get(one.person.id) or self._row(one))

    def _row(self, one: Standing) -> PersonRow:
        t, key = self._parts.t, one.person.id
        here = t("Shown in the questionnaire") if key == self._parts.session.respondent.id else ""
        told = PersonLine(self._names[key], one.count, form_words(one, t), here)
        row = PersonRow(self._parts.theme, t, told, self._ways_of(one))
        self.rows[key] = row
        return row

    def _ways_of(self, one: Standing) -> list[Way]:
        t, shell, key = self._parts.t, self._parts.shell, one.person.id
        name, closed = self._names[key], self._closed
        look = t("See the answers") if closed else t("Answer here")
        hidden = t("Show the true names first.") if self._parts.session.alias_words else ""
        make, change = t("Make a form for {name}", name=name), t("Change {name}", name=name)
        return [
            Way(
                look,
                t("{what}: {name}", what=look, name=name),
                partial(self.answering.emit, key),
            ),
            Way(t("Form …"), make, partial(shell.go, "make_forms", key), closed),
            Way(
                t("Change …"),
                change,
                partial(self.changing.emit, one.person),
                closed or hidden,
            ),
        ]


def card_in(column: QVBoxLayout, parts: Parts, name: str) -> QVBoxLayout:
    """Add a card of that name, and give the column in it."""
    px = parts.theme.px
    card = QFrame()
    card.setProperty("kind", "card")
    card.setAccessibleName(name)
    inner = QVBoxLayout(card)
    spaced(inner, px(16), px(4), px(16), px(4))
    column.addWidget(card)
    return inner
