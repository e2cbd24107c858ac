"""What of a window's widgets cannot be read: cut off, outside of what holds it, or overlapped."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QWidget,
)

from digimaturity.ui.widgets.basics import ElidedLabel
from digimaturity.ui.widgets.chart import Chart
from digimaturity.ui.widgets.overlay import Overlay

#: Rounding at 125 % and the like may take a pixel.
_SLACK = 1


def faults(window: QWidget) -> list[str]:
    """One line for each fault that is to be seen in the window."""
    found: list[str] = []
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisibleTo(window) or _foreign(widget):
            continue
        found += [f"{_called(widget)}: {fault}" for fault in _of(widget)]
    return found


def _of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel | QAbstractButton) and not isinstance(widget, Chart):
        yield from _cut(widget)
    yield from _outside(widget)
    if isinstance(widget, QScrollArea):
        yield from _unreachable(widget)
    layout = widget.layout()
    if layout is not None and not isinstance(widget, QStackedWidget):
        yield from _overlaps(layout)


def _cut(widget: QLabel | QAbstractButton) -> Iterator[str]:
    """It is smaller than what it says; what ends in … by itself may be."""
    if isinstance(widget, ElidedLabel) or (isinstance(widget, QLabel) and not widget.text()):
        return
    breaks = widget.hasHeightForWidth()
    height = widget.heightForWidth(widget.width()) if breaks else widget.minimumSizeHint().height()
    width = widget.minimumSizeHint().width()
    if isinstance(widget, QLabel) and widget.wordWrap():
        width = 0  # a word that is too long is broken
    elif isinstance(widget, QPushButton) and not breaks:
        width = max(width, widget.sizeHint().width() if widget.text() else 0)
    if widget.width() < width - _SLACK:
        yield f"{width - widget.width()} px too narrow"
    if widget.height() < height - _SLACK:
        yield f"{height - widget.height()} px too low"


def _outside(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow() or _scrolled(widget):
        return
    if not parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(widget.geometry()):
        place, room = widget.geometry(), parent.rect()
        yield f"{place.getRect()} is outside of {type(parent).__name__} {room.getRect()}"


def _unreachable(area: QScrollArea) -> Iterator[str]:
    """What is wider than its view can be scrolled to; nobody likes to."""
    inner = area.widget()
    if inner is not None and inner.width() > area.viewport().width() + _SLACK:
        yield f"{inner.width() - area.viewport().width()} px are beside the view"


def _overlaps(layout: QLayout) -> Iterator[str]:
    shown = [widget for widget in _widgets(layout) if widget.isVisible()]
    for one, other in combinations(shown, 2):
        if one.parentWidget() is not other.parentWidget():
            continue
        common = one.geometry().intersected(other.geometry())
        if common.width() > _SLACK and common.height() > _SLACK:
            yield f"{_called(one)} lies over {_called(other)}"


def _widgets(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets(inner)


def _scrolled(widget: QWidget) -> bool:
    """Whether it is what a scroll area moves; that is larger than its view on purpose."""
    parent = widget.parentWidget()
    area = None if parent is None else parent.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is parent


def _foreign(widget: QWidget) -> bool:
    """Parts of Qt's own widgets, and what lies over everything on purpose."""
    parent = widget.parentWidget()
    if isinstance(widget, Overlay) or isinstance(parent, Overlay):
        return True
    own = type(widget).__module__.startswith("digimaturity")
    return not own and parent is not None and widget.objectName().startswith("qt_")


def _called(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    name = widget.accessibleName() or text or widget.objectName()
    return f"{type(widget).__name__} “{name[:50]}”"
