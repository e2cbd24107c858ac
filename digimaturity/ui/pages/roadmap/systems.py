"""The application landscape: entered or imported, what was found in it, and its map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QRect
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from digimaturity.domain.roadmap.book import Part, PlanBook
from digimaturity.domain.roadmap.items import System
from digimaturity.domain.roadmap.landscape import Landscape, landscape_of, removal
from digimaturity.report.landscape_map import map_of, map_words
from digimaturity.report.landscape_words import (
    cost_grid,
    cost_words,
    coverage,
    findings,
    per_user_words,
    trend_words,
)
from digimaturity.report.model.viewpoints import Grid
from digimaturity.services.changes import ChangeKind
from digimaturity.services.plan_book import new_key
from digimaturity.services.systems_file.preview import Preview, look_into
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.finding_list import FindingList
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.fold import Fold, FoldPart
from digimaturity.ui.widgets.landscape_chart import LandscapeChart
from digimaturity.ui.widgets.small_table import SmallTable
from digimaturity.ui.widgets.system_editor import Known, SystemEditor
from digimaturity.ui.widgets.systems_list import SystemsList
from digimaturity.ui.widgets.systems_preview import SystemsPreview
from digimaturity.ui.widgets.systems_saving import SystemsSaving
from digimaturity.ui.widgets.systems_table import SystemsTable

_WIDTH = 960
#: From so many applications on there is a map.
_MAPPED = 2
#: Above the field that leads (pixels at 100 %), so that the title is seen, too.
_ABOVE = 64

#: Places of the tab: where one is added, and where a list is imported.
ADD, IMPORT = "add", "import"
_ENDINGS = frozenset({".csv", ".xlsx", ".tsv"})


class SystemsTab(ColumnPage):
    """One application can be edited at a time, or a list be looked at, above all others."""

    concerned_by: ClassVar[frozenset[ChangeKind]] = frozenset(
        {ChangeKind.ROADMAP, ChangeKind.ASSESSMENT, ChangeKind.COMPANY}
    )

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _WIDTH)
        self.setAcceptDrops(True)
        self._edited: Known | None = None  # as entered so far
        self._looked: tuple[Path, Preview] | None = None
        self._marked = self._sought = ""
        self._first: QWidget | None = None
        self._import: QWidget | None = None
        self._importing = False
        self.editor: SystemEditor | None = None
        self.preview: SystemsPreview | None = None
        self.table: SystemsTable | None = None

    # -- where the user is, and what is typed and not saved

    def place(self) -> str:
        """The application that is marked."""
        return self._marked

    def come_back(self, place: str) -> None:
        """Begin with a new one, go to where a list is imported, or mark an application."""
        if place == ADD:
            self._edited = self._edited or Known("", System(""))
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
            self._edited, self.editor, self._stale = draft, None, True

    def hideEvent(self, event: QHideEvent) -> None:
        """What was opened and not touched is closed when the page is left."""
        if self.editor is not None and not self._touched():
            self.editor, self._edited, self._stale = None, None, True
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

    def refresh(self) -> None:
        """What is being entered stays; the row that was marked is marked again."""
        self._edited = self._entered()
        super().refresh()
        if self.table is not None and self._marked:
            self.table.mark(self._marked)

    def fill(self) -> None:
        """Say what it comes to, then what was found, the map and the list."""
        self.editor = self.preview = self.table = self._first = self._import = None
        session, t = self.parts.session, self.parts.t
        record = session.assessment
        if record is None:
            return
        landscape = landscape_of(session.book)
        if not session.plannable:
            self._edited = self._looked = None
            self.column.addWidget(self.words(self._closed(), "strong"))
        if landscape.systems:
            self._lead(landscape)
        else:
            self._teach()
        self._ways(record.day.year)
        if self._looked is not None:
            self._show_preview(*self._looked)
        if self._edited is not None:
            self._show_editor(self._edited, record.day.year)
        if not landscape.systems:
            return
        found = findings(landscape, session.book.projects, t)
        if found:
            names = {key: one.name for key, one in landscape.systems.items()}
            shown = FindingList(self.parts.theme, t, found, names)
            shown.opened.connect(self.open)
            self.column.addWidget(shown)
        self._map(landscape)
        self._list(landscape)

    def _closed(self) -> str:
        """Why nothing can be changed."""
        t = self.parts.t
        if not self.parts.session.writable:
            return t("This workspace is open to read only.")
        return t("This is the roadmap as it stood when the next assessment was begun.")

    def _teach(self) -> None:
        t = self.parts.t
        self.column.addWidget(label(t("Which applications are there?"), "large", wrap=True))
        words = t(
            "Departments buy what helps them; the number of applications, of interfaces and the"
            " costs rise, and nobody sees all of it. Put down each application, even roughly:"
            " here you see what is there twice, what has no owner, where people carry data by"
            " hand, and what was bought without IT. A list that you have already can be imported"
            " as it is."
        )
        self.column.addWidget(self.words(words))

    def _lead(self, landscape: Landscape) -> None:
        """What it costs, how that moved, and what is not known; years before are folded."""
        t = self.parts.t
        head = QVBoxLayout()
        spaced(head, 0, gap=self.parts.theme.px(4))
        head.addWidget(self.words(cost_words(landscape, t), "strong"))
        newest, *others = trend_words(landscape, t) or ("",)
        for words in (newest, *coverage(landscape, t)):
            if words:
                head.addWidget(self.words(words, "secondary"))
        grid = cost_grid(landscape, t)
        if grid.rows:
            head.addWidget(
                Fold(
                    self.parts.theme,
                    t("Costs by field, and over the years"),
                    partial(self._costs, grid, (per_user_words(landscape, t), *others)),
                )
            )
        self.column.addLayout(head)

    def _costs(self, grid: Grid, others: Sequence[str]) -> Iterable[FoldPart]:
        shown: list[QWidget] = [SmallTable(grid, self.parts.theme)]
        shown += [self.words(words, "secondary") for words in others if words]
        return [("", shown)]

    def _ways(self, year: int) -> None:
        t = self.parts.t
        flow = Flow(self.parts.theme.px(8))
        spaced(flow, 0, gap=self.parts.theme.px(8))
        if self.parts.session.plannable:
            kind = "" if self._edited or self._looked else "primary"
            add = button(t("&Add an application"), self._begin, kind)
            self._first = add
            flow.addWidget(add)
            self._import = button(t("&Import a list …"), self._choose)
            flow.addWidget(self._import)
        if self.parts.session.plannable or self.parts.session.book.systems:
            flow.addWidget(SystemsSaving(self.parts, year))
        self.column.addLayout(flow)

    def _map(self, landscape: Landscape) -> None:
        if len(landscape.systems) < _MAPPED:
            return
        t = self.parts.t
        self.subheading(t("Map"))
        name, words = t("Map of the applications"), map_words(landscape, t)
        shown = LandscapeChart(self.parts.theme, name, words, map_of(landscape, t))
        shown.opened.connect(self.open)
        self.column.addWidget(shown)

    def _list(self, landscape: Landscape) -> None:
        self.subheading(self.parts.t("Applications"))
        shown = SystemsList(self.parts, landscape, self._sought)
        shown.opened.connect(self.open)
        shown.marked.connect(partial(self._follow, shown))
        shown.search.textChanged.connect(self._remember)
        self.table = shown.table
        self.column.addWidget(shown)

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
        self._marked, self._edited = key, Known(key, system)
        self._lead_to_editor()

    def _begin(self) -> None:
        if self._let_go():
            self._edited = Known("", System(""))
            self._lead_to_editor()

    def _let_go(self) -> bool:
        """Save what stands in the editor; False where that cannot be."""
        self.flush()
        if not self.settled:
            return False
        self.editor = self._edited = self._looked = None
        return True

    def _lead_to_editor(self) -> None:
        self.refresh()
        self.make_room()
        if self.editor is not None:
            self.editor.name.setFocus()
            self._scroll.ensureWidgetVisible(self.editor)
            self._scroll.ensureWidgetVisible(self.editor.name, 0, self.parts.theme.px(_ABOVE))

    def _show_editor(self, known: Known, year: int) -> None:
        t, systems = self.parts.t, self.parts.session.book.systems
        there = systems.get(known.key)
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
        self.column.addWidget(card)

    def _save(self, known: Known, more: bool) -> None:
        """Save; what was entered is still there where that is not possible."""
        session, key = self.parts.session, known.key or new_key()
        kept, editor = self._edited, self.editor
        self._edited, self.editor = Known("", System("")) if more else None, None
        self._marked = key
        if self.parts.shell.attempt(partial(session.put_down, Part.SYSTEM, key, known.system)):
            self._after()
        else:
            self._edited, self.editor = kept, editor

    def _remove(self, key: str) -> None:
        kept, editor = self._edited, self.editor
        self._edited = self.editor = None
        entries = removal(self.parts.session.book, key)
        if self.parts.shell.attempt(partial(self.parts.session.put_down_all, entries)):
            self._after()
        else:
            self._edited, self.editor = kept, editor

    def _leave(self) -> None:
        self._edited = self.editor = None
        self._after()

    def _after(self) -> None:
        """Show how it is now, with the keyboard where work goes on."""
        self.refresh()
        self.make_room()
        self.start()

    # -- a list

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A table is welcome."""
        if self.parts.session.plannable and _tables(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at it."""
        tables = _tables(event)
        if self.parts.session.plannable and tables:
            event.acceptProposedAction()
            self.look_into(tables[0])

    def _choose(self) -> None:
        t = self.parts.t
        kinds = t("Tables ({endings})", endings="*.xlsx *.csv *.txt *.tsv")
        name, _ = QFileDialog.getOpenFileName(self, t("Import a list of applications"), "", kinds)
        if name:
            self.look_into(Path(name))

    def look_into(self, path: Path) -> None:
        """Read a list in the worker, and show what it would bring; nothing is changed by that."""
        record = self.parts.session.assessment
        if record is None or not self._let_go():
            return
        read = partial(_read, path, self.parts.session.book, record.day.year)
        self.parts.tasks.run(read, self._seen, self.parts.shell.report)

    def _seen(self, found: tuple[Path, Preview]) -> None:
        self._looked = found
        self._after()

    def _show_preview(self, path: Path, found: Preview) -> None:
        self.preview = SystemsPreview(self.parts, path.name, found)
        self.preview.accepted.connect(self._take)
        self.preview.left.connect(self._forget)
        self.column.addWidget(self.preview)

    def _take(self) -> None:
        """Take the list in, as one step."""
        looked, self._looked = self._looked, None
        if looked is None:
            return
        entries = looked[1].entries
        if self.parts.shell.attempt(partial(self.parts.session.put_down_all, entries)) is None:
            self._looked = looked
            return
        self._after()
        t = self.parts.t
        taken = t.plural(
            "One application was taken in.", "{n} applications were taken in.", len(entries)
        )
        self.parts.shell.tell(taken, t("Ctrl+Z takes all of it back."))

    def _forget(self) -> None:
        self._looked = None
        self._after()


def _read(path: Path, book: PlanBook, year: int) -> tuple[Path, Preview]:
    return path, look_into(path, book, year)


def _tables(event: QDropEvent) -> list[Path]:
    """The tables that are dragged, where there is nothing else."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    fitting = [path for path in paths if path.suffix.lower() in _ENDINGS and path.is_file()]
    return fitting if len(fitting) == len(paths) else []
