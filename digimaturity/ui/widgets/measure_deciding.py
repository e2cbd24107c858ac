"""Short forms beside the list: why measures are declined, and what others they build on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt

from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.measure_form import MeasureForm

#: Two are “both”.
_BOTH = 2


class DeclineForm(MeasureForm):
    """Asks for the reason; `decline` is called with it."""

    def __init__(
        self, parts: Parts, titles: Sequence[str], reason: str, decline: Callable[[str], object]
    ) -> None:
        t = parts.t
        super().__init__(
            parts, t.plural("Decline one measure", "Decline {n} measures", len(titles))
        )
        for title in titles:
            self.say(title, "strong")
        hint = t("It stays with the measure and is told in the report.")
        self.add_text("reason", t("Why?"), reason, hint)
        self.add_ways(t("Decline"), lambda: decline(self.text("reason")))


class AcceptOffer(MeasureForm):
    """Says what the wanted measures build on, and offers to accept that as well, in one step."""

    def __init__(
        self,
        parts: Parts,
        wanted: Sequence[str],
        lacks: Sequence[str],
        accept: Callable[[bool], object],
    ) -> None:
        t, px = parts.t, parts.theme.px
        super().__init__(parts, t("First something else"))
        for title in wanted:
            self.say(title, "strong")
        self.say(
            t.plural(
                "builds on a measure that is not accepted:",
                "builds on {n} measures that are not accepted:",
                len(lacks),
            )
            if len(wanted) == 1
            else t.plural(
                "build on a measure that is not accepted:",
                "build on {n} measures that are not accepted:",
                len(lacks),
            )
        )
        for title in lacks:
            self.say(f"• {title}")
        self.say(t("Without what it builds on, a measure finds no place in the plan."), "secondary")
        every = len(wanted) + len(lacks)
        words = t("Accept both") if every == _BOTH else t("Accept all {n}", n=every)
        self._all = button(words, lambda: accept(True), "primary")
        only = (
            t("Accept this one alone")
            if len(wanted) == 1
            else t("Accept these {n} alone", n=len(wanted))
        )
        flow = Flow(px(8))
        spaced(flow, 0, px(8), 0, 0, gap=px(8))
        flow.addWidget(self._all)
        flow.addWidget(button(only, lambda: accept(False)))
        flow.addWidget(button(t("Cancel"), self.closed.emit))
        self.column.addLayout(flow)
        self.column.addStretch()

    def lead(self) -> None:
        """The keyboard goes to the usual answer."""
        self._all.setFocus(Qt.FocusReason.OtherFocusReason)
