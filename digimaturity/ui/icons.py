"""The line icons, drawn in the colour they are asked for."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from digimaturity.paths import resources_dir

_RATIOS = (1, 2, 3)


def icon(name: str, colour: QColor, size: int = 20) -> QIcon:
    """The icon of that file name in one colour, `size` pixels wide, also for dense screens."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(_picture(name, colour.name(), size, ratio))
    return made


def _picture(name: str, colour: str, size: int, ratio: int) -> QPixmap:
    """One picture; drawn once, since some are asked for whenever something is painted."""
    key = f"{name} {colour} {size} {ratio}"
    picture = QPixmap()
    if QPixmapCache.find(key, picture):
        return picture
    drawing = (resources_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    drawing = drawing.replace("currentColor", colour)
    drawing = drawing.replace('stroke-width="2"', 'stroke-width="1.75"')
    picture = QPixmap(size * ratio, size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    QPixmapCache.insert(key, picture)
    return picture


def put_icon(button: QAbstractButton, name: str, colour: QColor, size: int) -> None:
    """Show an icon on a button in that size, whatever the style's own."""
    button.setIcon(icon(name, colour, size))
    button.setIconSize(QSize(size, size))
