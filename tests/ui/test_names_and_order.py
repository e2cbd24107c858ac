"""Every page as a screen reader is told of it, and as Tab goes through it, in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from digimaturity import paths
from digimaturity.services.sample import load_sample
from digimaturity.services.workspace import open_workspace
from digimaturity.ui.main_window import MainWindow
from digimaturity.ui.site_map import MAKERS
from digimaturity.ui.widgets.chart import Chart
from digimaturity.ui.widgets.fold_line import FoldLine
from digimaturity.ui.widgets.form import Field
from digimaturity.ui.widgets.overlay import Overlay
from tests.screenshots.scenes import scenes

from .conftest import Opener, is_active, lay_out, spoken

_Role = QAccessible.Role

#: Pages that are there before there is a company.
_EMPTY = (
    "welcome",
    "companies",
    "company",
    "new_assessment",
    "client_package",
    "hand_over",
    "settings",
    "help",
)

#: Screens that are the same widgets once more, or take the words of another one; and the one
#: where Tab still goes from what follows up to the areas that can be moved.
_LEFT_OUT = frozenset(
    {"what-if", "report", "error", "finished", "finished-error", "finished-overview"}
)

_STOPS_WITHIN = 50

#: The roles that a widget of a kind may have; of the others any is right that says something.
_ROLES = {
    QRadioButton: {_Role.RadioButton, _Role.CheckBox},  # one that stands alone is a box to tick
    QCheckBox: {_Role.CheckBox},
    QPushButton: {_Role.Button, _Role.ButtonMenu},
    QComboBox: {_Role.ComboBox},
}


@pytest.mark.parametrize("language", ["en", "de"])
def test_whoever_begins_is_told_everything(open_window: Opener, language: str) -> None:
    window = open_window(language=language)
    found = {}
    for page in _EMPTY:
        _show(window, partial(window.go, page))
        found[page] = _faults(window)
    window.close()
    paths.default_workspace().write_bytes(b"no workspace" * 100)
    window = open_window(language=language)
    assert window.frame.current == "trouble"
    found["trouble"] = _faults(window)
    assert not {page: told for page, told in found.items() if told}


@pytest.mark.parametrize("language", ["en", "de"])
def test_whoever_has_worked_for_years_is_told_everything(
    open_window: Opener, language: str
) -> None:
    with open_workspace(paths.default_workspace()) as workspace:
        added = load_sample(workspace)
    place = {"company": added.company, "assessment": added.assessment, "page": "overview"}
    window = open_window(mode="mentor", toured=True, language=language, **place)
    found, seen = {}, set(_EMPTY) | {"trouble"}
    for name, scene in scenes().items():
        if name not in _LEFT_OUT:
            _show(window, partial(scene, window))
            found[name] = _faults(window)
            seen.add(window.frame.current)
    assert seen == set(MAKERS)
    assert not {name: told for name, told in found.items() if told}


def _show(window: MainWindow, scene: Callable[[], object]) -> None:
    for overlay in window.findChildren(Overlay):
        overlay.leave()
    scene()
    window.tasks.finish()
    QApplication.processEvents()
    while not is_active(window):
        QApplication.processEvents()
    for _ in range(3):  # a text that grew moves what is around it, one layout after another
        lay_out(window)
        QApplication.processEvents()


def _faults(window: MainWindow) -> list[str]:
    controls = [one for one in window.findChildren(QWidget) if _is_control(one)]
    found = [f"{_called(one)} {fault}" for one in controls for fault in _told(one)]
    for (_, around, role, name), number in Counter(map(_group, controls)).items():
        if number > 1:
            found.append(f"{number} times {role} {name!r} in {around!r}")
    for field in window.findChildren(Field):
        told = QAccessible.queryAccessibleInterface(field.field).text(_Text.Description)
        hints = [
            one for one in field.findChildren(QLabel) if one.isVisible() and one.buddy() is None
        ]
        found += [f"{one.text()!r} is not told" for one in hints if one.text() not in told]
    if not any(overlay.isVisible() for overlay in window.findChildren(Overlay)):
        found += _round(window)  # what lies over the window keeps the keyboard on purpose
    return found


_Text = QAccessible.Text


def _is_control(widget: QWidget) -> bool:
    if not widget.isVisible() or isinstance(widget.parent(), QAbstractSpinBox | QComboBox):
        return False
    return isinstance(widget, QAbstractButton | Chart) or _is_stop(widget)


def _is_stop(widget: QWidget) -> bool:
    tabs = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabs and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _told(widget: QWidget) -> Iterator[str]:
    """What a screen reader is told wrong, or not at all, of one control."""
    told = QAccessible.queryAccessibleInterface(widget)
    role, state = told.role(), told.state()
    if not spoken(widget).strip():
        yield "has no name"
    # Qt has no role for what scrolls; its name says what it is.
    scrolls = isinstance(widget, QAbstractScrollArea)
    if role in (_Role.NoRole, _Role.Client) and not scrolls:
        yield "has no role"
    for kind, roles in _ROLES.items():
        if isinstance(widget, kind) and role not in roles:
            yield f"is told as {role.name}"
    if isinstance(widget, FoldLine) and not (state.expandable and state.expanded == widget.opened):
        yield "does not tell whether it is open"
    if isinstance(widget, Chart) and not told.text(_Text.Description).strip():
        yield "is a picture without words"
    if isinstance(widget, QComboBox):  # on Linux its value is told as its name
        labels = [one for one, _ in told.relations(QAccessible.RelationFlag.Label)]
        if not labels and widget.accessibleName() not in told.text(_Text.Description):
            yield "tells only what is chosen"


def _group(widget: QWidget) -> tuple[int, str, str, str]:
    """The nearest thing around it that has a name, what it is, and how it is called there."""
    around = widget.parentWidget()
    while around is not None and not around.accessibleName():
        around = around.parentWidget()
    role = QAccessible.queryAccessibleInterface(widget).role().name
    name = widget.accessibleName() or spoken(widget)
    return id(around), around.accessibleName() if around else "", role, name


def _round(window: MainWindow) -> Iterator[str]:
    """Press Tab until it is where it began, and see where it was meanwhile."""
    expected = [one for one in window.findChildren(QWidget) if _is_stop(one)]
    reached: list[QWidget] = []
    window.focusNextChild()
    focused = QApplication.focusWidget()
    while focused is not None and focused not in reached:
        reached.append(focused)
        if focused.visibleRegion().isEmpty():
            yield f"{_called(focused)} has the keyboard and is not seen"
        focused = _after(focused)
    if focused is not reached[0]:
        yield f"Tab goes round before {_called(reached[-1])}"
    for one in expected:
        chosen = not isinstance(one, QRadioButton) or one.isChecked()
        if chosen and one not in reached:
            yield f"Tab does not reach {_called(one)}"
    yield from _upwards(window, reached)


def _after(widget: QWidget) -> QWidget | None:
    """Where Tab leads to from there; a day has three parts, and a text may have many links."""
    for _ in range(_STOPS_WITHIN):
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is not widget:
            break
    return QApplication.focusWidget()


def _upwards(window: MainWindow, reached: list[QWidget]) -> Iterator[str]:
    """Where Tab goes up within a column of the page."""
    page = window.frame.page(window.frame.current)
    inside = [page.isAncestorOf(one) for one in reached]
    if any(inside) and not all(inside):
        first = next(at for at, here in enumerate(inside) if here and not inside[at - 1])
        reached = reached[first:] + reached[:first]
    places = [(one, _place(one, window)) for one in reached if page.isAncestorOf(one)]
    for (one, place), (following, next_place) in pairwise(places):
        column = place.left() <= next_place.right() and next_place.left() <= place.right()
        if column and _area(one) is _area(following) and next_place.bottom() < place.top():
            yield f"Tab goes up from {_called(one)} to {_called(following)}"


def _area(widget: QWidget) -> QWidget | None:
    """The nearest thing around it that scrolls."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def _place(widget: QWidget, window: MainWindow) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {spoken(widget)[:40]!r}"
