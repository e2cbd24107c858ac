"""What was typed here last, so that no form takes it away that was filled before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from digimaturity.services.answers import BY_FORM, BY_YEAR
from digimaturity.services.forms.returned import Returned
from digimaturity.store.records import Json, Key, LogEntry


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed `at` a time (UTC), `over` what forms had brought: their values by author."""

    at: str
    over: Mapping[str, Json]

    def holds(self, returned: Returned, old: Json, new: Json) -> bool:
        """Whether `old`, which is here, is later than a form, or corrects the very same of it.

        Who sends a form once more with further answers does not say the earlier ones anew. What was
        typed and taken back keeps nothing away.
        """
        repeated = self.over.get(f"{BY_FORM}{returned.identity.form}") == new
        return repeated or (old is not None and "" < returned.filled < self.at)


def typed_last(log: Iterable[LogEntry]) -> Mapping[Key, Typed]:
    """What was typed, as far as it is the newest of its entry.

    What a form brought was not, nor what was taken over from an earlier year.
    """
    brought: dict[Key, dict[str, Json]] = {}
    typed: dict[Key, Typed] = {}
    for entry in log:
        if entry.by.startswith(BY_FORM):
            brought.setdefault(entry.key, {})[entry.by] = entry.new
            typed.pop(entry.key, None)
        elif not entry.by.startswith(BY_YEAR):
            typed[entry.key] = Typed(entry.at, brought.get(entry.key, {}))
    return typed
