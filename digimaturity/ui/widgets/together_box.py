"""Which viewpoints are told as one, so that nobody is recognised."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from PySide6.QtCore import Signal

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.viewpoints import APART, Together
from digimaturity.i18n import Translator
from digimaturity.report.viewpoint_words import viewpoint_names
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.form import Field


class TogetherBox(Field):
    """`chosen` carries the viewpoints that are told as one from now on; none: each for itself."""

    chosen = Signal(object)

    def __init__(
        self, name: str, present: Sequence[Viewpoint], now: Together, theme: Theme, t: Translator
    ) -> None:
        box = ChoiceBox(theme)
        super().__init__(theme, name, box)
        self.box = box
        choices = _choices(present)
        if now not in choices:
            choices.append(now)
        for choice in choices:
            self.box.addItem(_words(choice, present, t))
        self.box.setCurrentIndex(choices.index(now))
        self.box.activated.connect(
            lambda place: self.chosen.emit(choices[place]) if choices[place] != now else None
        )


def _choices(present: Sequence[Viewpoint]) -> list[Together]:
    """Each for itself, each two of several as one, all as one."""
    pairs = [frozenset(pair) for pair in combinations(present, 2)]
    whole = frozenset(present)
    return [APART, *(pair for pair in pairs if pair != whole), whole]


def _words(choice: Together, present: Sequence[Viewpoint], t: Translator) -> str:
    if not choice:
        return t("each for itself")
    if choice >= set(present):
        return t("all as one: nothing is told by viewpoint")
    first, last = (viewpoint_names(t)[view] for view in Viewpoint if view in choice)
    return t("{first} and {last} as one", first=first, last=last)
