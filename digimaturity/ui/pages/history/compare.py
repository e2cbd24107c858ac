"""Two assessments side by side."""

from __future__ import annotations

from digimaturity.ui.pages.column_page import ColumnPage


class CompareTab(ColumnPage):
    """Two assessments side by side."""

    def fill(self) -> None:
        """Show it."""
