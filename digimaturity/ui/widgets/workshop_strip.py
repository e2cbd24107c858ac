"""The strip below the workshop: its keys, which the mouse can press."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtWidgets import QFrame

from digimaturity.i18n import Translator
from digimaturity.ui.key_names import shown_key
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.key_button import KeyButton
from digimaturity.ui.workshop_sitting import Sitting

#: These are understood without words.
_BARE = frozenset({"back", "next", "window"})


class WorkshopStrip(QFrame):
    """What is not there to be done is not shown."""

    def __init__(self, theme: Theme, t: Translator) -> None:
        super().__init__()
        px = theme.px
        self.setObjectName("footer")
        self._t = t
        self._pressed: dict[str, Callable[[], object]] = {}
        self._keys: dict[str, KeyButton] = {}
        row = Flow(px(4))
        spaced(row, px(18), px(5), px(18), px(5), gap=px(4))
        self.setLayout(row)
        for name, key, words in (
            ("back", "Left", t("Back")),
            ("next", "Right", t("Next")),
            ("reveal", "Space", t("Show the votes")),
            ("reason", "R", t("Reason")),
            ("park", "P", t("Parking lot")),
            ("list", "L", t("Questions")),
            ("closing", "W", t("Wrap-up")),
            ("names", "N", t("Names")),
            ("window", "F11", t("Full screen")),
            ("leave", "Esc", t("Leave")),
        ):
            made = KeyButton(theme, shown_key(key, t), words, partial(self._press, name))
            self._keys[name] = made
            row.addWidget(made)

    def on(self, key: str, pressed: Callable[[], object]) -> None:
        """Call this when the key is pressed by the mouse."""
        self._pressed[key] = pressed

    def _press(self, key: str) -> None:
        self._pressed[key]()

    def show_words(self, *, shown: bool) -> None:
        """Show what the keys do, or the keys alone where there is little room."""
        for name, key in self._keys.items():
            key.show_words(shown=shown and name not in _BARE)

    def tell_window(self, *, full: bool) -> None:
        """Say what becomes of the window."""
        self._keys["window"].say(self._t("Window") if full else self._t("Full screen"))

    def show_state(self, sitting: Sitting, *, first: bool, named: bool, read_only: bool) -> None:
        """Show what can be done at this place of the workshop; `named`: persons have names."""
        asking = not sitting.closing
        shown = {"next", "reveal"} if asking else set()
        if asking and not read_only:
            shown |= {"reason", "park"}
        shown |= {"list", "closing", "window", "leave"}
        if not (asking and first):
            shown.add("back")
        if asking and named:
            shown.add("names")
        self.show_only(shown)
        t = self._t
        hidden = sitting.question not in sitting.revealed
        self._keys["reveal"].say(t("Show the votes") if hidden else t("Hide the votes"))
        self._keys["names"].say(t("No names") if sitting.names else t("Names"))
        self._keys["closing"].say(t("Wrap-up") if asking else t("Back to the question"))

    def show_only(self, keys: Collection[str]) -> None:
        """Show these keys, and no others."""
        for name, key in self._keys.items():
            key.setVisible(name in keys)
