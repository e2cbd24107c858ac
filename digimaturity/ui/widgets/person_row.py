"""A row of the list of people: who, how far, what became of the form, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from digimaturity.i18n import Translator
from digimaturity.services.forms.counting import Count
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import ElidedLabel, button, label, spaced
from digimaturity.ui.widgets.flow import Flow

#: Widths of the columns (pixels at 100 %); without room for all, they stand below each other.
_NAME, _COUNT, _FORM = 176, 168, 192

#: Between columns.
_GAP = 16


@dataclass(frozen=True, slots=True)
class Way:
    """Something that can be done with a person; `spoken` names it and the person."""

    words: str
    spoken: str
    go: Callable[[], object]
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """What a row tells of somebody; `here` marks the one whose answers the window shows."""

    name: str
    count: Count
    form: str
    here: str = ""


class PersonRow(QWidget):
    """One of those who take part."""

    def __init__(self, theme: Theme, t: Translator, line: PersonLine, ways: Sequence[Way]) -> None:
        super().__init__()
        px = theme.px
        flow = Flow(px(_GAP))
        spaced(flow, 0, px(8), 0, px(8), gap=px(_GAP))
        self.setLayout(flow)
        flow.addWidget(_name(theme, line))
        flow.addWidget(_counted(theme, t, line))
        form = label(line.form, "small", wrap=True)
        form.setFixedWidth(px(_FORM))
        flow.addWidget(form)
        links = Flow(px(12))
        spaced(links, 0, gap=px(12))
        around = QWidget()
        around.setLayout(links)
        self.ways = [_link(way) for way in ways]
        for link in self.ways:
            links.addWidget(link)
        flow.addWidget(around)


def _name(theme: Theme, line: PersonLine) -> QWidget:
    made = QWidget()
    made.setFixedWidth(theme.px(_NAME))
    column = QVBoxLayout(made)
    spaced(column, 0)
    name = ElidedLabel("strong")
    name.setText(line.name)
    column.addWidget(name)
    if line.here:
        column.addWidget(label(line.here, "small"))
    return made


def _counted(theme: Theme, t: Translator, line: PersonLine) -> QWidget:
    """How many are answered, with a bar; of nothing at all there is none, only the word."""
    count, made = line.count, QWidget()
    made.setFixedWidth(theme.px(_COUNT))
    column = QVBoxLayout(made)
    spaced(column, 0, gap=theme.px(4))
    words = t("{n} of {all} answered", n=count.answered, all=count.asked)
    if count.to_confirm:
        words = t("{words}, {n} to confirm", words=words, n=count.to_confirm)
    elif not count.answered:
        missing = label(t("Nothing yet"), "tag")
        column.addWidget(missing)
        missing.setMaximumWidth(missing.sizeHint().width())
        return made
    column.addWidget(label(words, wrap=True))
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setRange(0, max(1, count.asked))
    bar.setValue(count.answered)
    bar.setAccessibleName(f"{line.name}: {words}")
    column.addWidget(bar)
    return made


def _link(way: Way) -> QPushButton:
    made = button(way.words, way.go, "link", small=True)
    made.setAccessibleName(way.spoken)
    if way.why_not:
        made.setEnabled(False)
        made.setToolTip(way.why_not)
    return made
