"""A returned form before it is taken in: whose it is, what it would bring, what to look at."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.exchange.refused import RefusedError
from digimaturity.services.forms.preview import Found, Preview
from digimaturity.services.forms.words import (
    answered_words,
    change_words,
    origin_words,
    person_words,
    warnings,
)
from digimaturity.services.messages import sentence
from digimaturity.services.messages.forms import reason
from digimaturity.ui.parts import Parts
from digimaturity.ui.people import viewpoint_name
from digimaturity.ui.widgets.basics import ElidedLabel, label, spaced
from digimaturity.ui.widgets.tick_box import TickBox

#: How far (pixels at 100 %) what is below the name stands in.
_INDENT = 28


def worth_taking(found: Found) -> bool:
    """Whether it is ticked at first: something new from a form that was made here."""
    return found.known_form and not found.taken_before and bool(found.count.answered)


class ReturnRow(QWidget):
    """With a box to tick where it may be taken in; `ticked` tells that this has changed."""

    ticked = Signal(bool)

    def __init__(self, parts: Parts, preview: Preview, found: Found, ticked: bool | None) -> None:
        super().__init__()
        t, px = parts.t, parts.theme.px
        column = QVBoxLayout(self)
        spaced(column, 0, px(8), 0, px(8), gap=px(2))
        name = _whose(parts, found)
        self.box: TickBox | None = None
        if ticked is None:
            column.addWidget(label(name, "strong", wrap=True))
        else:
            self.box = TickBox(parts.theme, name)
            self.box.setFont(parts.theme.font(strong=True))
            self.box.setChecked(ticked)
            self.box.setEnabled(not found.taken_before)
            self.box.toggled.connect(self.ticked)
            column.addWidget(self.box)
        below = QVBoxLayout()
        spaced(below, px(_INDENT) if self.box else 0, 0, 0, 0, gap=px(2))
        told = f"{answered_words(found, t)} · {change_words(found, t)}"
        below.addWidget(label(told, wrap=True))
        looked_at = warnings(found, t)
        for words in looked_at:
            below.addWidget(label(words, wrap=True))
        file = preview.path.name if preview.path and parts.session.aliases is None else ""
        below.addWidget(label(origin_words(found, t), "small", wrap=True))
        if file:
            below.addWidget(_file_name(file, "small"))
        column.addLayout(below)
        if self.box is not None:
            self.box.setAccessibleName(", ".join(filter(None, (name, file))))
            self.box.setAccessibleDescription(" ".join((told, *looked_at)))


def _whose(parts: Parts, found: Found) -> str:
    """The person under the name that is shown; one without a name has a number."""
    aliases, t = parts.session.aliases, parts.t
    people = found.record.respondents
    shown = aliases.people(people) if aliases is not None else people
    person = next(one for one in shown if one.id == found.person.id)
    if person.name:
        return person_words(person, t)
    alike = [one.id for one in shown if one.viewpoint is person.viewpoint]
    if len(alike) == 1:
        return viewpoint_name(person.viewpoint, t)
    number = t("Person {n}", n=alike.index(person.id) + 1)
    return f"{number} · {viewpoint_name(person.viewpoint, t)}"


def refused_row(parts: Parts, preview: Preview) -> QWidget:
    """A file that cannot be taken in, and why."""
    t, px = parts.t, parts.theme.px
    made = QWidget()
    column = QVBoxLayout(made)
    spaced(column, 0, px(8), 0, px(8), gap=px(2))
    name = t("What was pasted") if preview.path is None else preview.path.name
    if preview.path is not None and parts.session.aliases is not None:
        name = t("A file")  # whose name may tell whose it is
    column.addWidget(_file_name(name, "strong"))
    why = preview.refusal.details["why"] if preview.refusal is not None else None
    if preview.refusal is not None and isinstance(why, RefusedError):
        column.addWidget(label(reason(why, t), wrap=True))
        column.addWidget(label(sentence(preview.refusal, t).what_to_do, "small", wrap=True))
    return made


def _file_name(name: str, kind: str) -> ElidedLabel:
    """It may be one long word."""
    made = ElidedLabel(kind, middle=True)
    made.setText(name)
    return made
