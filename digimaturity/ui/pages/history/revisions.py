"""Who signed what and when, and what was corrected."""

from __future__ import annotations

from digimaturity.ui.pages.column_page import ColumnPage


class RevisionsTab(ColumnPage):
    """Who signed what and when, and what was corrected."""

    def fill(self) -> None:
        """Show it."""
