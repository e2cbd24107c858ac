"""The ring around the row of a table where the keyboard is."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QTableView

from digimaturity.ui.theme import Theme


def draw_row_ring(table: QTableView, theme: Theme) -> None:
    """Draw it over the painted rows; nothing where the keyboard is elsewhere."""
    current = table.currentIndex()
    if not (table.hasFocus() and current.isValid()):
        return
    row = table.visualRect(current)
    row.setLeft(0)
    row.setRight(table.viewport().width() - 1)
    painter = QPainter(table.viewport())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("accent"), 2))
    painter.drawRoundedRect(row.adjusted(1, 1, -1, -2), 3, 3)
    painter.end()
