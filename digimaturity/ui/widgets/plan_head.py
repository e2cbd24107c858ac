"""What is said above the plan: how one begins, that it is an earlier one, or could be better."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, row_of, spaced


@dataclass(frozen=True, slots=True)
class Head:
    """What holds of the plan: nothing is accepted; it can be changed; it stays where it was.

    `done` is how many measures are done, which are in no plan any more.
    """

    empty: bool
    plannable: bool
    kept: bool
    done: int

    @property
    def silent(self) -> bool:
        """Whether there is nothing to say."""
        return self.plannable and not (self.empty or self.kept or self.done)


class PlanHead(QWidget):
    """`anew` is called for a plan without regard to where measures stood before."""

    def __init__(self, parts: Parts, shown: Head, anew: Callable[[], None]) -> None:
        super().__init__()
        t, px = parts.t, parts.theme.px
        self._column = QVBoxLayout(self)
        spaced(self._column, 0, gap=px(8))
        if not shown.plannable:
            self._say(
                parts, t("This is the roadmap as it stood when the next assessment was begun.")
            )
        if shown.empty:
            self._begin(parts, offered=shown.plannable)
        if shown.done:
            self._say(
                parts,
                t.plural(
                    "One more measure is done already.",
                    "{n} more measures are done already.",
                    shown.done,
                ),
            )
        if shown.kept and shown.plannable:
            self._say(
                parts, t("Measures stay where they were as far as that costs hardly anything.")
            )
            self._column.addWidget(button(t("Plan anew"), anew, "link"))

    def _begin(self, parts: Parts, *, offered: bool) -> None:
        t, go = parts.t, parts.shell.go
        self._column.addWidget(label(t("No measure is accepted yet"), "large", wrap=True))
        self._say(
            parts,
            t(
                "Accept what you want to do, and say how much time the people have who must do "
                "it. Here you then see when each measure begins, how much everybody has to do in "
                "each quarter, what does not fit and why, and what all of it brings."
            ),
        )
        if offered:
            measures = partial(go, "roadmap", "measures")
            capacity = partial(go, "roadmap", "capacity")
            self._column.addLayout(
                row_of(
                    button(t("See the &recommendations"), measures, "primary"),
                    button(t("Enter who has how much ti&me"), capacity),
                )
            )

    def _say(self, parts: Parts, words: str) -> None:
        made = label(words, "secondary", wrap=True)
        made.setMaximumWidth(parts.theme.px(parts.theme.tokens.space.text_column))
        self._column.addWidget(made)
