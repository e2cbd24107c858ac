"""What can be done with the company that is marked: a line of buttons, and the same as a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from digimaturity.services.clients import Due
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.companies_model import Column, column_names
from digimaturity.ui.widgets.companies_rows import ClientRow
from digimaturity.ui.widgets.flow import Flow


@dataclass(frozen=True, slots=True)
class Doing:
    """What the page does with a company."""

    open: Callable[[ClientRow], object]
    archive: Callable[[ClientRow], object]
    delete: Callable[[ClientRow], object]
    hand_over: Callable[[ClientRow], object]
    compare: Callable[[ClientRow], object]


@dataclass(frozen=True, slots=True)
class _Action:
    """What a button says, what it is called for a company, and for which it can be pressed."""

    text: str
    spoken: Callable[[str], str]
    run: Callable[[ClientRow], object]
    applies: Callable[[ClientRow], bool]


class CompaniesActions(QWidget):
    """The number of companies at the left, at the right what can be done with the marked one."""

    def __init__(self, parts: Parts, doing: Doing) -> None:
        super().__init__()
        self._parts, self._doing = parts, doing
        self._row: ClientRow | None = None
        self._count = label("", "small")
        row = Flow(parts.theme.px(16))
        spaced(row, 0, gap=parts.theme.px(16))
        self.setLayout(row)
        row.addWidget(self._count)
        self._buttons: list[tuple[_Action, QPushButton]] = []
        for action in self._actions():
            made = button(action.text, partial(self._do, action), "link", small=True)
            made.hide()
            row.addWidget(made)
            self._buttons.append((action, made))
        self.setMinimumHeight(parts.theme.px(28))

    def count(self, words: str) -> None:
        """Say how many companies are shown."""
        self._count.setText(words)

    def show_row(self, row: ClientRow | None) -> None:
        """Offer what can be done with this company."""
        self._row = row
        for action, made in self._buttons:
            made.setVisible(row is not None and action.applies(row))
            if row is not None:
                made.setAccessibleName(action.spoken(row.name))

    def menu(self, row: ClientRow, at: QPoint, sort_by: Callable[[int], object]) -> None:
        """The same as a menu, and the ways to sort."""
        menu = QMenu(self)
        for action, _ in self._buttons:
            if action.applies(row):
                menu.addAction(action.text, partial(action.run, row))
        menu.addSeparator()
        sorting = menu.addMenu(self._parts.t("Sort by"))
        for column, name in zip(Column, column_names(self._parts.t), strict=True):
            sorting.addAction(name, partial(sort_by, int(column)))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def _do(self, action: _Action) -> None:
        if self._row is not None:
            action.run(self._row)

    def _actions(self) -> Sequence[_Action]:
        t, doing = self._parts.t, self._doing

        return (
            _Action(
                t("&Open"), lambda name: t("Open {name}", name=name), doing.open, lambda _: True
            ),
            _Action(
                t("Compare &with …"),
                lambda name: t("Compare {name} with another company", name=name),
                doing.compare,
                lambda row: row.client.last is not None or row.client.in_progress,
            ),
            _Action(
                t("&Hand over …"),
                lambda name: t("Hand over {name}", name=name),
                doing.hand_over,
                lambda _: self._parts.session.aliases is None,
            ),
            _Action(
                t("A&rchive"),
                lambda name: t("Archive {name}", name=name),
                doing.archive,
                self._can_archive,
            ),
            _Action(
                t("&Put back"),
                lambda name: t("Put {name} back among the companies", name=name),
                doing.archive,
                self._can_put_back,
            ),
            _Action(
                t("&Delete …"),
                lambda name: t("Delete {name}", name=name),
                doing.delete,
                self._can_delete,
            ),
        )

    def _can_archive(self, row: ClientRow) -> bool:
        return self._parts.session.writable and row.due is not Due.ARCHIVED

    def _can_put_back(self, row: ClientRow) -> bool:
        return self._parts.session.writable and row.due is Due.ARCHIVED

    def _can_delete(self, _row: ClientRow) -> bool:
        """The name is typed to confirm it, so it must be seen."""
        session = self._parts.session
        return session.writable and session.aliases is None
