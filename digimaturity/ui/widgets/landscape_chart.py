"""The map of applications on the screen; a click on an application opens it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip

from digimaturity.charts.landscape_data import LandscapeMap, Node
from digimaturity.charts.landscape_layout import TALL, layout_of
from digimaturity.charts.landscape_map import draw, height
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.basics import tip
from digimaturity.ui.widgets.chart import Chart, points_in


class LandscapeChart(Chart):
    """`opened` carries the key of the application that was clicked."""

    opened = Signal(str)

    def __init__(self, theme: Theme, name: str, words: str, shown: LandscapeMap) -> None:
        super().__init__(
            theme, name, words, partial(height, shown), lambda sheet: draw(sheet, shown)
        )
        self._shown = shown
        self.setMouseTracking(True)

    def _node_at(self, place: QPointF) -> Node | None:
        """The application there, if there is one."""
        unit = points_in(self._theme)
        x, y = place.x() / unit, place.y() / unit
        boxes = layout_of(self._shown, self.width() / unit).boxes
        for lane in self._shown.lanes:
            for node in lane.nodes:
                box = boxes[node.key]
                if 0 <= x - box.left <= box.width and 0 <= y - box.top <= TALL:
                    return node
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer tells what can be clicked."""
        over = self._node_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked."""
        node = self._node_at(event.position())
        if node is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(node.key)

    def event(self, event: QEvent) -> bool:
        """Pointed at, an application tells its whole name."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            node = self._node_at(QPointF(event.pos()))
            if node is not None:
                QToolTip.showText(event.globalPos(), tip(node.name), self)
                return True
        return super().event(event)
