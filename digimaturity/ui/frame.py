"""Rail, header and pages: what is built anew when language, appearance or text size change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.ui.pages.page import Page
from digimaturity.ui.parts import Parts
from digimaturity.ui.site_map import BARE, BEGINNING, Entry
from digimaturity.ui.theme import Theme
from digimaturity.ui.undo import UndoStack
from digimaturity.ui.widgets.banner import Banner
from digimaturity.ui.widgets.basics import spaced
from digimaturity.ui.widgets.header import Header
from digimaturity.ui.widgets.rail import Rail
from digimaturity.ui.widgets.revision_line import RevisionLine

#: Below this width (pixels at 100 %) there is no room for the names on the rail.
_NARROW = 960


class Frame(QWidget):
    """Builds a page when it is first opened; `page_opened` carries the name of the one shown."""

    page_opened = Signal(str)

    def __init__(
        self,
        theme: Theme,
        t: Translator,
        entries: Sequence[Sequence[Entry]],
        makers: Mapping[str, Callable[[Parts], Page]],
    ) -> None:
        super().__init__()
        self._makers, self._theme, self._t = makers, theme, t
        self._pages: dict[str, Page] = {}
        self._parts: Parts | None = None
        self._error: UserError | None = None
        self.current = ""
        self.setObjectName("page")
        self.rail = Rail(theme, "digimaturity", t("Pages"), t("This page is open"))
        beginning, of_company, others = entries
        self._add(beginning)
        self.rail.add_company()
        self._add(of_company)
        self.rail.add_stretch()
        self._add(others)
        self.header = Header(theme, t)
        self.revision = RevisionLine(theme, t)
        self.revision.back_asked.connect(self._back_to_present)
        self.banner = Banner(theme, t("Close"))
        self._stack = QStackedWidget()
        right = QVBoxLayout()
        spaced(right, 0)
        right.addWidget(self.header)
        right.addWidget(self.revision)
        right.addWidget(self.banner)
        right.addWidget(self._stack, stretch=1)
        row = QHBoxLayout(self)
        spaced(row, 0)
        row.addWidget(self.rail)
        row.addLayout(right, stretch=1)

    def _add(self, entries: Sequence[Entry]) -> None:
        for entry in entries:
            self.rail.add(entry.page, entry.text, entry.icon)

    def mark(self, page: str) -> None:
        """Mark on the rail the page that is open."""
        self.rail.mark(BEGINNING if page in BEGINNING else frozenset({page}))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window, or large text, leaves the rail its icons alone."""
        super().resizeEvent(event)
        self.rail.set_narrow(self.width() < self._theme.px(_NARROW))

    def _back_to_present(self) -> None:
        from digimaturity.ui.revisions import back_to_present

        if self._parts is not None:
            session, shell = self._parts.session, self._parts.shell
            back_to_present(session, shell, self.current, self.place())

    def use(self, parts: Parts) -> None:
        """From now on pages can be made."""
        self._parts = parts

    def open(self, name: str, place: str = "") -> Page:
        """Show a page, where the user was on it."""
        said = self.banner.said
        self.flush()
        if self.current not in ("", name):
            self.banner.leave(said)
        page = self.page(name)
        if place:
            page.come_back(place)
        self.current = name
        for around in (self.rail, self.header):
            around.setVisible(name not in BARE)
        self._stack.setCurrentWidget(page)
        self.mark(name)
        page.catch_up()
        page.start()
        _paint_once(page)
        QTimer.singleShot(0, self, self._keep_keyboard)
        self.page_opened.emit(name)
        return page

    def _keep_keyboard(self) -> None:
        """Where what had the keyboard is gone, it goes to the first that can have it."""
        # Not the application's: a window that is not active yet gives the keyboard to this one.
        focused: QWidget | None = self.window().focusWidget()  # the stubs know of no None
        if self.isVisible() and (focused is None or not focused.isVisible()):
            self.focusNextChild()

    def page(self, name: str) -> Page:
        """The page of that name, made now if it is not there yet."""
        if name not in self._pages:
            if self._parts is None:
                raise RuntimeError("the frame has no parts yet")
            page = self._makers[name](self._parts)
            self._pages[name] = page
            self._stack.addWidget(page)
        return self._pages[name]

    def flush(self) -> None:
        """Record what is still being typed, and what could not be recorded before."""
        for page in list(self._pages.values()):
            page.flush()

    def unsettled(self) -> str:
        """The page on which something cannot be recorded; "" when all is."""
        self.flush()
        return next((name for name, page in self._pages.items() if not page.settled), "")

    def drafts(self) -> dict[str, object]:
        """What was typed on each page and is recorded nowhere."""
        found = {name: page.draft() for name, page in self._pages.items()}
        return {name: draft for name, draft in found.items() if draft is not None}

    def take_up(self, drafts: Mapping[str, object]) -> None:
        """Make the pages of `drafts`, with what was typed there."""
        for name, draft in drafts.items():
            self.page(name).take_up(draft)

    def place(self) -> str:
        """Where the user is on the page that is open."""
        return self._pages[self.current].place() if self.current in self._pages else ""

    def show_undo(self, stack: UndoStack) -> None:
        """Undo and redo can be pressed when there is something to undo or redo."""
        self.header.undo.setEnabled(bool(stack.done))
        self.header.redo.setEnabled(bool(stack.undone))

    def show_error(self, error: UserError) -> None:
        """Say what happened, that nothing is lost, and what to do."""
        from digimaturity.services.messages import sentence

        self._error = error
        message = sentence(error, self._t)
        more = " ".join(part for part in (message.safe, message.what_to_do) if part)
        of_workspace = error.code.startswith("workspace.")
        words = "\n".join((more, *message.details))
        self.banner.say(message.what, words, lasting=of_workspace)
        if of_workspace:
            self.header.show_saved(self._t("Not saved"), good=False)

    @property
    def error(self) -> UserError | None:
        """What is said above the page, where it is an error."""
        said = self.banner.isVisible() and not self.banner.property("kind")
        return self._error if said else None

    def forget_pages(self) -> None:
        """Another assessment was opened: its pages are made anew."""
        for page in self._pages.values():
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
        self._pages.clear()
        self.current = ""


def _paint_once(page: Page) -> None:
    """Have a page that comes to be seen painted as a whole.

    Qt's stack asks for an update of each widget on it. What scrolls is opaque and painted at once;
    then everything on it would be painted again, with what is beside it. That which was moved is
    painted but once.
    """
    place = page.pos()
    page.move(place.x() + 1, place.y())
    page.move(place)
