"""How the score moved from year to year, and what of it really changed."""

from __future__ import annotations

from digimaturity.ui.pages.column_page import ColumnPage


class TrendTab(ColumnPage):
    """How the score moved from year to year, and what of it really changed."""

    def fill(self) -> None:
        """Show it."""
