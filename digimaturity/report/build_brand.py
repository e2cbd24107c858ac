"""The sender's marks, made fit for the page."""

from __future__ import annotations

from digimaturity.report.colours import colour_of, darkened
from digimaturity.report.model.brand import Brand
from digimaturity.report.wording import Wording


def brand(w: Wording) -> Brand:
    """The sender's colour, as it is and dark enough for words."""
    line = colour_of(w.options.colour)
    return Brand(None, line, darkened(line) if line else "")
