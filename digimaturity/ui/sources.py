"""Forms that came back, files or pasted texts, as the place of the page that looks at them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

#: How the names of files end that the form in the browser saves, as
#: `services.forms.returned` has it, which is loaded only when used.
RETURNED = ".digimaturity-answers.json"

#: Files, and texts that were pasted.
Sources = tuple[Path | str, ...]


def place_of(sources: Sequence[Path | str]) -> str:
    """The place at which the page looks at these."""
    return json.dumps(
        [{"path": str(one)} if isinstance(one, Path) else {"text": one} for one in sources]
    )


def sources_of(place: str) -> Sources:
    """The inverse; nothing where the place is none of these."""
    try:
        given = json.loads(place)
        return tuple(Path(one["path"]) if "path" in one else str(one["text"]) for one in given)
    except (ValueError, LookupError, TypeError):
        return ()
