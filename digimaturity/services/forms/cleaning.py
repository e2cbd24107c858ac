"""What may stand in text that came with a form: nothing that commands a terminal or turns words."""

from __future__ import annotations

import re
from typing import Any

from digimaturity.services.text import storable

#: Control characters but tab and line feed, and what turns the direction of all that follows
#: (Unicode's embeddings, overrides and isolates); single marks of direction may stay.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")


def clean_text(text: str) -> str:
    """Plain text with line feeds at the ends of lines, without blanks around it."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return _UNWANTED.sub("", storable(lines)).strip()


def clean(said: Any) -> Any:  # noqa: ANN401 - what a stranger wrote is checked by the caller
    """The same with every text in it cleaned."""
    if isinstance(said, str):
        return clean_text(said)
    if isinstance(said, list):
        return [clean(one) for one in said]
    if isinstance(said, dict):
        return {key: clean(one) for key, one in said.items()}
    return said
