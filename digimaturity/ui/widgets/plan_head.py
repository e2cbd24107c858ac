"""What is said above and below the plan: how one begins, that it is an earlier one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, row_of, spaced


@dataclass(frozen=True, slots=True)
class Above:
    """Nothing is accepted; why nothing can be changed, "" where it can."""

    empty: bool
    closed: str


@dataclass(frozen=True, slots=True)
class Below:
    """Measures stay where they were although another plan is worth more; so many are done."""

    kept: bool
    done: int


class PlanAbove(QWidget):
    """How one begins, and why nothing can be changed."""

    def __init__(self, parts: Parts, shown: Above) -> None:
        super().__init__()
        t, go = parts.t, parts.shell.go
        column = QVBoxLayout(self)
        spaced(column, 0, gap=parts.theme.px(8))
        if shown.closed:
            column.addWidget(_words(parts, shown.closed, "strong"))
        if not shown.empty or shown.closed:
            return
        column.addWidget(label(t("No measure is accepted yet"), "large", wrap=True))
        column.addWidget(
            _words(
                parts,
                t(
                    "Accept what you want to do, and say how much time the people have who must "
                    "do it. Here you then see when each measure begins, how much everybody has to "
                    "do in each quarter, what does not fit and why, and what all of it brings."
                ),
            )
        )
        column.addSpacing(parts.theme.px(8))
        column.addLayout(
            row_of(
                button(
                    t("See the &recommendations"), partial(go, "roadmap", "measures"), "primary"
                ),
                button(t("Enter who has how much ti&me"), partial(go, "roadmap", "capacity")),
            )
        )


class PlanBelow(QWidget):
    """`anew` is called for a plan without regard to where measures stood before."""

    def __init__(self, parts: Parts, shown: Below, anew: Callable[[], None]) -> None:
        super().__init__()
        t = parts.t
        column = QVBoxLayout(self)
        spaced(column, 0, gap=parts.theme.px(4))
        if shown.done:
            done = t.plural(
                "One more measure is done already.",
                "{n} more measures are done already.",
                shown.done,
            )
            column.addWidget(_words(parts, done))
        if shown.kept:
            kept = t("Measures stay where they were as far as that costs hardly anything.")
            column.addWidget(_words(parts, kept))
            column.addWidget(button(t("Plan anew"), anew, "link"))


def _words(parts: Parts, words: str, kind: str = "secondary") -> QWidget:
    made = label(words, kind, wrap=True)
    made.setMaximumWidth(parts.theme.px(parts.theme.tokens.space.text_column))
    return made
