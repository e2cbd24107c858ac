"""What a message to the user consists of, and what makes one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from digimaturity.i18n import Translator


@dataclass(frozen=True, slots=True)
class Message:
    """Whole sentences for the user; `safe` may be empty, `details` are lines to list below."""

    what: str
    safe: str
    what_to_do: str
    details: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """Everything but the details in one line."""
        parts = (self.what, self.safe, self.what_to_do)
        return " ".join(part.replace("\n", " ") for part in parts if part)


#: The facts of an error, as its `details`.
Facts = Mapping[str, Any]
Writer = Callable[[Facts, Translator], Message]
