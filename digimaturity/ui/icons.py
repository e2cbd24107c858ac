"""The line icons, drawn in the colour they are asked for."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from digimaturity.paths import resources_dir

_RATIOS = (1, 2, 3)


def icon(name: str, colour: QColor, size: int = 20) -> QIcon:
    """The icon of that file name in one colour, `size` pixels wide, also for dense screens."""
    drawing = (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    drawing = drawing.replace("currentColor", colour.name())
    drawing = drawing.replace('stroke-width="2"', 'stroke-width="1.75"')
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    made = QIcon()
    for ratio in _RATIOS:
        picture = QPixmap(size * ratio, size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        made.addPixmap(picture)
    return made


def put_icon(button: QAbstractButton, name: str, colour: QColor, size: int) -> None:
    """Show an icon on a button in that size, whatever the style's own."""
    button.setIcon(icon(name, colour, size))
    button.setIconSize(QSize(size, size))
