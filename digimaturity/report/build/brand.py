"""The sender's marks, made fit for the page."""

from __future__ import annotations

from digimaturity.report.build.cover import sender
from digimaturity.report.colours import colour_of, darkened
from digimaturity.report.model.brand import Brand, Logo
from digimaturity.report.wording import Wording


def brand(w: Wording) -> Brand:
    """The logo, and the colour as it is and dark enough for words."""
    line = colour_of(w.options.colour)
    return Brand(_logo(w), line, darkened(line) if line else "")


def _logo(w: Wording) -> Logo | None:
    if not w.options.logo:
        return None
    from digimaturity.report.logo import fit_logo

    by = sender(w)
    words = w.t("Logo of {organisation}", organisation=by.label) if by else w.t("Logo")
    return fit_logo(w.options.logo, words)
