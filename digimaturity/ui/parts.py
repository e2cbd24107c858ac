"""What the composition root hands to every page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from digimaturity.i18n import Translator
from digimaturity.ui.bus import Bus
from digimaturity.ui.session import Session
from digimaturity.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that pages are made with; rebuilt when language, appearance or size change.

    `attempt` runs an action and returns its result; an error that the user can mend becomes a
    banner, and None comes back. `go` opens a page by its name.
    """

    t: Translator
    theme: Theme
    session: Session
    bus: Bus
    attempt: Callable[[Callable[[], Any]], Any]
    go: Callable[[str], None]
