"""What was planned a year ago, and what became of it."""

from __future__ import annotations

from digimaturity.ui.pages.column_page import ColumnPage


class DeedsTab(ColumnPage):
    """What was planned a year ago, and what became of it."""

    def fill(self) -> None:
        """Show it."""
