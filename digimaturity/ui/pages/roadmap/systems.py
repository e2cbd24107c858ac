"""The application landscape: entered or imported, what was found in it, and its map."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QRect
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from digimaturity.charts.landscape_data import LandscapeMap
from digimaturity.domain.roadmap.book import Part
from digimaturity.domain.roadmap.items import System
from digimaturity.domain.roadmap.landscape import landscape_of, removal
from digimaturity.report.landscape_map import map_of, map_words
from digimaturity.report.landscape_words import Told, findings
from digimaturity.services.changes import ChangeKind
from digimaturity.services.plan_book import new_key
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.pages.roadmap.closed import closed_words
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.finding_list import FindingList
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.landscape_chart import LandscapeChart
from digimaturity.ui.widgets.landscape_lead import LandscapeLead, lead_words
from digimaturity.ui.widgets.slot import Slot, in_order
from digimaturity.ui.widgets.system_editor import Known, SystemEditor
from digimaturity.ui.widgets.systems_import import SystemsImport, lists_in
from digimaturity.ui.widgets.systems_list import SystemsList
from digimaturity.ui.widgets.systems_model import SystemRow, rows_of
from digimaturity.ui.widgets.systems_preview import SystemsPreview
from digimaturity.ui.widgets.systems_saving import SystemsSaving
from digimaturity.ui.widgets.systems_table import SystemsTable

_WIDTH = 960
#: From so many applications on there is a map.
_MAPPED = 2
#: Above the field that leads (pixels at 100 %), so that the title is seen, too.
_ABOVE = 64
#: So many places stand above the list that is looked at.
_ABOVE_LIST = 3

#: Places of the tab: where one is added, and where a list is imported.
ADD, IMPORT = "add", "import"


class SystemsTab(ColumnPage):
    """One application can be edited at a time, or a list be looked at, above all others."""

    concerned_by: ClassVar[frozenset[ChangeKind]] = frozenset(
        {ChangeKind.ROADMAP, ChangeKind.ASSESSMENT, ChangeKind.COMPANY}
    )

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _WIDTH)
        self.setAcceptDrops(True)
        self._edited: Known | None = None  # as entered so far
        self._marked = self._sought = ""
        self._turn = 0  # tells one opening of the editor from the next
        self._made = False
        self._lists = SystemsImport(parts)
        self._lists.turned.connect(self._after)
        self._slots = tuple(Slot() for _ in range(7))
        self._first: QWidget | None = None
        self._import: QWidget | None = None
        self._importing = False
        self.editor: SystemEditor | None = None
        self.table: SystemsTable | None = None

    # -- where the user is, and what is typed and not saved

    def place(self) -> str:
        """The application that is marked."""
        return self._marked

    def come_back(self, place: str) -> None:
        """Begin with a new one, go to where a list is imported, or mark an application."""
        if place == ADD:
            if self._edited is None:
                self._edit(Known("", System("")))
        else:
            self._importing, self._marked = place == IMPORT, "" if place == IMPORT else place
        self._stale = True

    def start(self) -> None:
        """The keyboard is where something is to be done."""
        target = self.editor.name if self.editor else self.preview.first if self.preview else None
        if self._importing and target is None:
            target, self._importing = self._import, False
        target = target or (self.table if self._marked else self._first)
        if target is not None:
            target.setFocus()
            if target is not self.table:
                self._scroll.ensureWidgetVisible(target, 0, self.parts.theme.px(_ABOVE))
            room = self._scroll.viewport().height()
            if self.preview is not None and self.preview.height() < room:  # all of it is read
                self._scroll.ensureWidgetVisible(self.preview)

    def flush(self) -> None:
        """Save what can be saved; the page is about to be left."""
        if self.editor is not None and self._touched():
            self.editor.save()

    @property
    def settled(self) -> bool:
        """Whether nothing stands there that could not be saved."""
        return self.editor is None or not self._touched()

    def draft(self) -> object:
        """The application that is being entered."""
        return None if self.settled else self._entered()

    def take_up(self, draft: object) -> None:
        """Enter it again."""
        if isinstance(draft, Known):
            self._edit(draft)
            self._stale = True

    def hideEvent(self, event: QHideEvent) -> None:
        """What was opened and not touched is closed when the page is left."""
        if self.editor is not None and not self._touched():
            self._edit(None)
            self._stale = True
        super().hideEvent(event)

    def _entered(self) -> Known | None:
        if self.editor is None:
            return self._edited
        return Known(self.editor.known.key, self.editor.entered(forgiving=True))

    def _touched(self) -> bool:
        """Whether anything would be saved that is not there."""
        if self.editor is None:
            return False
        there = self.parts.session.book.systems.get(self.editor.known.key, System(""))
        try:
            return self.editor.entered() != there
        except ValueError:
            return True

    # -- what is shown

    def fill(self) -> None:
        """Make the places of everything, once."""
        for slot in self._in_order:
            self.column.addWidget(slot)
        self._made = True

    def refresh(self) -> None:
        """Only what has changed is made anew; what is being entered stays."""
        if not self._made:
            super().refresh()
        session, t = self.parts.session, self.parts.t
        record = session.assessment
        if record is None:
            return
        can, year = session.plannable, record.day.year
        if not can:
            self._edited = self.editor = None
            self._lists.forget()
        self._lists.keep_up(year)
        landscape = landscape_of(session.book)
        known = landscape.systems
        closed, lead, ways, entering, found, shown_map, shown_list = self._slots
        words = "" if can else closed_words(session, t)
        closed.show_piece(words or None, lambda said: self.words(said, "strong"))
        lead.show_piece(
            lead_words(landscape, t, closed=not can), lambda said: LandscapeLead(self.parts, said)
        )
        busy = self._edited is not None or self.preview is not None
        offers = (can, year, bool(known), busy) if can or known else None
        ways.show_piece(offers, lambda one: self._ways(*one))
        entering.show_piece(self._entering(), lambda _: self._editor_in(year))
        told = findings(landscape, session.book.projects, t)
        names = tuple((key, known[key].name) for one in told for key in one.systems)
        found.show_piece((told, names) if told else None, lambda one: self._findings(*one))
        drawn = map_of(landscape, t), map_words(landscape, t)
        shown_map.show_piece(drawn if len(known) >= _MAPPED else None, lambda one: self._map(*one))
        rows = (tuple(rows_of(landscape, t)), landscape.costs.year) if known else None
        shown_list.show_piece(rows, lambda one: self._list(*one))
        if not known:
            self.table = None
        if self._edited is None:
            self.editor = None
        for slot in (lead, found, self._lists):  # in which there may be folds
            slot.look_again()
        in_order(self._in_order)
        if self.table is not None and self._marked:
            self.table.mark(self._marked)

    @property
    def _in_order(self) -> tuple[Slot, ...]:
        """The list that is looked at comes below the ways to it."""
        return (*self._slots[:_ABOVE_LIST], self._lists, *self._slots[_ABOVE_LIST:])

    def _ways(self, can: bool, year: int, listed: bool, busy: bool) -> QWidget:
        t, made = self.parts.t, QWidget()
        flow = Flow(self.parts.theme.px(8))
        spaced(flow, 0, gap=self.parts.theme.px(8))
        made.setLayout(flow)
        self._first = self._import = None
        if can:
            kind = "" if busy else "primary"
            self._first = button(t("&Add an application"), self._begin, kind)
            self._import = button(t("&Import a list …"), self._choose)
            flow.addWidget(self._first)
            flow.addWidget(self._import)
        flow.addWidget(SystemsSaving(self.parts, year, listed=listed))
        return made

    def _findings(self, told: Sequence[Told], names: Iterable[tuple[str, str]]) -> QWidget:
        shown = FindingList(self.parts.theme, self.parts.t, told, dict(names))
        shown.opened.connect(self.open)
        return shown

    def _map(self, drawn: LandscapeMap, words: str) -> QWidget:
        t = self.parts.t
        shown = LandscapeChart(self.parts.theme, t("Map of the applications"), words, drawn)
        shown.opened.connect(self.open)
        return self._titled(t("Map"), shown)

    def _list(self, rows: Sequence[SystemRow], year: int | None) -> QWidget:
        shown = SystemsList(self.parts, rows, year, self._sought)
        shown.opened.connect(self.open)
        shown.marked.connect(partial(self._follow, shown))
        shown.search.textChanged.connect(self._remember)
        self.table = shown.table
        return self._titled(self.parts.t("Applications"), shown)

    def _titled(self, title: str, shown: QWidget) -> QWidget:
        made, px = QWidget(), self.parts.theme.px
        column = QVBoxLayout(made)
        spaced(column, 0, px(8), 0, 0, gap=px(16))
        column.addWidget(label(title, "large", wrap=True))
        column.addWidget(shown)
        return made

    def _remember(self, sought: str) -> None:
        self._sought = sought

    def _follow(self, shown: SystemsList, room: QRect) -> None:
        """Scroll to the row where the keyboard is."""
        self._marked = shown.table.key
        inner = self._scroll.widget()
        if shown.table.hasFocus() and inner is not None:
            middle = shown.mapTo(inner, room.center())
            self._scroll.ensureVisible(0, middle.y(), 0, 2 * room.height())

    # -- one application

    def open(self, key: str) -> None:
        """Show all that is known of an application, to be changed."""
        system = self.parts.session.book.systems.get(key)
        if system is None or not self.parts.session.plannable or not self._let_go():
            return
        self._marked = key
        self._lead_to_editor(Known(key, system))

    def _begin(self) -> None:
        if self._let_go():
            self._lead_to_editor(Known("", System("")))

    def _let_go(self) -> bool:
        """Save what stands in the editor; False where that cannot be."""
        self.flush()
        if not self.settled:
            return False
        self._edit(None)
        self._lists.forget()
        return True

    def _edit(self, known: Known | None) -> None:
        """Show an editor of this, or none."""
        self._edited, self.editor = known, None
        self._turn += 1

    def _lead_to_editor(self, known: Known) -> None:
        self._edit(known)
        self.refresh()
        self.make_room()
        if self.editor is not None:
            self.editor.name.setFocus()
            self.scroll_to(self.editor)

    def _entering(self) -> object:
        """What the editor is made of: as long as that is the same, so is the editor."""
        if self._edited is None:
            return None
        systems = self.parts.session.book.systems
        names = tuple((key, one.name) for key, one in systems.items())
        return self._turn, self._edited.key, systems.get(self._edited.key), names

    def _editor_in(self, year: int) -> QWidget:
        """The editor of what is being entered, also where it is made anew."""
        t, systems = self.parts.t, self.parts.session.book.systems
        known = self._entered() or Known("", System(""))
        there = systems.get(known.key)
        if self.editor is not None and not self.editor.touched and there is not None:
            known = Known(known.key, there)
        title = t("Change {name}", name=there.name) if there else t("One more application")
        others = {key: one.name for key, one in systems.items() if key != known.key}
        ordered = dict(sorted(others.items(), key=lambda pair: pair[1].casefold()))
        self.editor = SystemEditor(self.parts, known, ordered, year, title)
        self.editor.saved.connect(self._save)
        self.editor.left.connect(self._leave)
        self.editor.removed.connect(self._remove)
        card = QFrame()
        card.setProperty("kind", "card")
        inner = QVBoxLayout(card)
        spaced(inner, 0)
        inner.addWidget(self.editor)
        return card

    def _save(self, known: Known, more: bool) -> None:
        """Save; what was entered is still there where that is not possible."""
        key = known.key or new_key()
        after = Known("", System("")) if more else None
        put = partial(self.parts.session.put_down, Part.SYSTEM, key, known.system)
        self._done(put, after, marked=key)

    def _remove(self, key: str) -> None:
        entries = removal(self.parts.session.book, key)
        self._done(partial(self.parts.session.put_down_all, entries), None)

    def _done(self, put: Callable[[], object], after: Known | None, marked: str = "") -> None:
        """Save, and show what comes after; where that fails, the editor as it was."""
        kept, editor, turn = self._edited, self.editor, self._turn
        self._edit(after)
        if self.parts.shell.attempt(put) is None:
            self._edited, self.editor, self._turn = kept, editor, turn
            return
        self._marked = marked or self._marked
        self._after()

    def _leave(self) -> None:
        self._edit(None)
        self._after()

    def _after(self) -> None:
        """Show how it is now, with the keyboard where work goes on."""
        self.refresh()
        self.make_room()
        self.start()

    # -- a list

    @property
    def preview(self) -> SystemsPreview | None:
        """What a list would bring, where one is looked at."""
        return self._lists.preview

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A list is welcome."""
        if self.parts.session.plannable and lists_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at it."""
        lists = lists_in(event)
        if self.parts.session.plannable and lists:
            event.acceptProposedAction()
            self.look_into(lists[0])

    def _choose(self) -> None:
        path = self._lists.choose()
        if path is not None:
            self.look_into(path)

    def look_into(self, path: Path) -> None:
        """Show what a list would bring; nothing is changed by that."""
        record = self.parts.session.assessment
        if record is not None and self._let_go():
            self._lists.look_into(path, record.day.year)
