"""The window: shows the pages of the workspace that is open, and what pages may ask of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from digimaturity import paths
from digimaturity.errors import UserError
from digimaturity.settings import Settings, own_workspace, with_workspace
from digimaturity.tokens import Tokens
from digimaturity.ui.faults import Faults
from digimaturity.ui.kept_settings import KeptSettings
from digimaturity.ui.placement import placed, restore_placement
from digimaturity.ui.skeleton import Skeleton, system_looks_dark
from digimaturity.ui.theme import Theme

if TYPE_CHECKING:
    # The window is painted before any of these is loaded.
    from digimaturity.services.changes import Change
    from digimaturity.services.first_look import Wanted
    from digimaturity.ui.actions import Action
    from digimaturity.ui.frame import Frame
    from digimaturity.ui.opening import Opened

#: Smaller than this nothing fits (pixels at 100 %).
_SMALLEST = (960, 600)

#: Settings by which nothing particular is opened.
_NOWHERE = {"company": "", "assessment": "", "page": "", "place": ""}

#: So long (milliseconds) the first page is left alone before anything else is loaded.
_IDLE = 800


class MainWindow(QMainWindow):
    """The one window. Everything it needs is passed in; it is the `Shell` of its pages."""

    def __init__(
        self, settings: Settings, tokens: Tokens, workspace: Path, language: str = ""
    ) -> None:
        super().__init__()
        self._kept = KeptSettings(settings, language, self.report)
        self._faults = Faults(self, lambda: self._kept.language)
        self._tokens, self._first = tokens, workspace
        self._failed = self._warned = False
        self._started = self._closed = False
        self._leaving: list[Frame] = []
        self.setWindowTitle("digimaturity")
        self.setMinimumSize(*_SMALLEST)
        restore_placement(self, settings)
        look = settings.appearance
        dark = look == "dark" or (look == "system" and system_looks_dark())
        skeleton = Skeleton(self._theme(dark=dark))
        skeleton.painted.connect(lambda: QTimer.singleShot(0, self, self.start))
        self.setCentralWidget(skeleton)

    # -- start and end

    def start(self) -> None:
        """Show what was open last, once the window is there, and open the workspace."""
        if self._started:
            return
        self._started = True
        from digimaturity.ui.appearance import add_fonts
        from digimaturity.ui.bus import Bus
        from digimaturity.ui.full_screen import FullScreen
        from digimaturity.ui.guide import Guide
        from digimaturity.ui.keys import add_keys
        from digimaturity.ui.opening import Opening
        from digimaturity.ui.session import Session
        from digimaturity.ui.tasks import Tasks
        from digimaturity.ui.turning import Turning
        from digimaturity.ui.undoing import Undoing
        from digimaturity.ui.waste import Waste
        from digimaturity.ui.ways import Ways

        self.bus = Bus()
        self.tasks = Tasks()
        self._full_screen = FullScreen(self)
        self._waste = Waste(self)
        self.opening = Opening(self._first, self.tasks, self._opened, self._not_opened, self)
        self.session = Session(self.bus, self.opening.wait)
        self._ways = Ways(self.session, self.opening, lambda: self.frame)
        self._turning = Turning(self.session, self, self._ways)
        self.undoing = Undoing(self.session, self, lambda: self.frame)
        add_fonts(paths.resources_dir() / "fonts", self._tokens.type.family)
        self._build()
        self._listen()
        self.guide = Guide(lambda: self._parts, lambda: self.frame, self.undoing)
        add_keys(self, self.guide.actions(), self.guide.act)
        self._look_ahead()
        self.opening.begin_behind_the_page()

    def _listen(self) -> None:
        from digimaturity.ui.dropping import PackageDrop

        PackageDrop(self, self.go)
        self.bus.changed.connect(self._saved)
        self.bus.typing.connect(self._typing)
        self.bus.opened.connect(self._show_titles)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def _look_ahead(self) -> None:
        """Show what can be read of the workspace before the library that opens it is loaded."""
        from digimaturity.services.first_look import look_into
        from digimaturity.ui.site_map import EARLY, first_page

        seen = look_into(self.path, self._wanted())
        early = seen is not None and seen.company is not None and not self.settings.alias
        if seen is not None and early:
            self.session.show(seen)
        self._show_titles()
        page = first_page(self.session, self.settings.page)
        self.frame.mark(page)
        if page in EARLY:
            self.frame.open(page, self.settings.place)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Record what is being typed, keep the settings, let the workspace go.

        Where something could not be recorded, the first attempt to close only says so.
        """
        if not self._started:
            return
        try:
            self._end(event)
        except Exception as error:  # noqa: BLE001 - whatever it was, the window can be closed
            self.report_fault(error)
            event.setAccepted(self._warned)
            self._warned = True

    def _end(self, event: QCloseEvent) -> None:
        self._failed = False
        self.frame.flush()
        if self._failed and not self._warned:
            self._warned = True
            self.settled()
            event.ignore()
            return
        self._keep_place()
        self._closed = True
        self.opening.finish()
        self.tasks.close()
        self.session.close()
        self._waste.stop()
        event.accept()

    def _keep_place(self) -> None:
        self._ways.keep_place()
        self._kept.keep(with_workspace(self._as_it_is(), self.path))

    def _as_it_is(self) -> Settings:
        """The settings by which the window comes back as it is now."""
        company = self.session.company.id if self.session.company else ""
        kept = placed(self, self.settings)
        if self.frame.current and self.trouble is None:
            kept = replace(kept, company=company, assessment=self.session.assessment_id)
            kept = replace(kept, page=self.frame.current, place=self.frame.place())
        return kept

    def _wanted(self) -> Wanted:
        """What was open last; a mentor's companies are opened by choosing them."""
        from digimaturity.services.first_look import Wanted

        kept, one = self.settings, not self.session.mentoring
        return Wanted(kept.company, kept.assessment, any_company=one)

    def quit(self) -> None:
        """Close the window."""
        self.close()

    # -- the workspace

    @property
    def path(self) -> Path:
        """The file of the workspace that is open, or that could not be opened."""
        return self.opening.path

    @property
    def trouble(self) -> UserError | None:
        """Why the workspace could not be opened."""
        return self.opening.trouble

    def open_workspace(
        self,
        path: Path,
        *,
        read_only: bool = False,
        anew: bool = False,
        first: Callable[[], object] | None = None,
    ) -> None:
        """Open another workspace, after the worker has done `first`.

        While one is being opened nothing happens: a second attempt would find the first's lock.
        """
        if self.opening.running:
            return
        left = self.session.let_go()

        def close_then() -> None:
            # By the worker, who before that does what was asked for, such as attaching a file.
            if left is not None:
                left.close()
            if first is not None:
                first()

        self.opening.path = path
        self.frame.header.show_saved(self.t("Opening …"), good=None)
        self.opening.begin(read_only=read_only, anew=anew, first=close_then)

    def remember_workspace(self, path: Path) -> None:
        """Open this workspace at the next start; it is a copy of the one that is open."""
        self._kept.remember(with_workspace(self._as_it_is(), path))

    def open_sample(self) -> None:
        """Open the sample company, in a workspace of its own, made when it is first looked at."""
        self.opening.finish()  # what was begun before this was asked for
        if not self.settled():
            return
        self._ways.keep_place()
        own = with_workspace(self.settings, self.path).workspace
        self.change_settings(sample=True, workspace=own, **_NOWHERE)
        self.open_workspace(paths.sample_workspace())

    def leave_sample(self) -> None:
        """Go back to the user's own workspace."""
        if not self.settled():
            return
        self.change_settings(sample=False, **_NOWHERE)
        self.open_workspace(own_workspace(self.settings))

    def open_company(self, company: str) -> None:
        """Open a company of the workspace, where work on it stopped."""
        self._turning.open_company(company)

    def new_company(self) -> None:
        """Show an empty form for one more company."""
        self._turning.new_company()

    def _opened(self, opened: Opened) -> None:
        from digimaturity.ui.site_map import first_page

        workspace = opened.workspace
        if self._closed:  # the window was closed while its workspace was being opened
            workspace.close()
            return
        self.session.figures = opened.figures
        seen = self.attempt(lambda: self.session.open(workspace, self._wanted()))
        if seen and self.frame.current:
            self.frame.flush()  # "Saved" is said, also of what is being typed
        else:
            page = first_page(self.session, self.settings.page)
            self._ways.begin_at(page, self.settings.place)
        if workspace.backup_fault is not None:
            self.report(workspace.backup_fault)
        QTimer.singleShot(_IDLE, self, self._warm_up)

    def _warm_up(self) -> None:
        """Load what later pages need, now that the user is reading the first one."""
        from digimaturity.ui.opening import warm_up

        self.tasks.run(warm_up, lambda _: None, self.report)

    def _not_opened(self) -> None:
        self.session.close()
        self._show_titles()
        self._ways.begin_at("trouble")

    # -- the ways between pages

    def go(self, page: str, place: str = "") -> None:
        """Open a page, at a place of it if one is named."""
        self._ways.go(page, place)

    def open_question(self, question: str) -> None:
        """Open the questionnaire at a question."""
        self._ways.open_question(question)

    def assessment_opened(self, page: str) -> None:
        """Another assessment is open: show this page of it."""
        self._ways.begin_at(page)

    def settled(self) -> bool:
        """Whether all that was typed is recorded; where it cannot be, the user is led there."""
        return self._ways.settled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves settings and help, while there is no company, and the full screen."""
        from PySide6.QtCore import Qt  # its many enumerations would delay the first picture

        escape = event.key() == Qt.Key.Key_Escape and self._started
        if not (escape and (self._ways.leave() or self._full_screen.leave())):
            super().keyPressEvent(event)

    # -- what is said

    def attempt(self, action: Callable[[], Any]) -> Any:  # noqa: ANN401 - what the action gives
        """Run an action; an error that the user can mend becomes a banner, and None comes back."""
        if self._closed:  # a field loses the keyboard when all is recorded and gone already
            return None
        try:
            result = action()
        except UserError as error:
            if error is self.trouble:  # that has a page of its own
                self._failed = True
            else:
                self.report(error)
            return None
        self.frame.banner.withdraw()
        return result

    def report(self, error: Exception) -> None:
        """Say in words what went wrong; a fault of ours goes to the dialog with the details."""
        if not isinstance(error, UserError):
            self.report_fault(error)
            return
        self._failed = True
        self.frame.show_error(error)

    def report_fault(self, error: Exception) -> None:
        """Show a fault of the program with its details, and go on; from any thread."""
        self._faults.take(error)

    def commands(self) -> tuple[Action, ...]:
        """Everything that the window can do."""
        return self.guide.actions()

    def act(self, action: str) -> None:
        """Do what the window can do, by its id."""
        self.guide.act(action)

    def turn_full_screen(self) -> None:
        """Cover the whole screen, or no longer."""
        self._full_screen.toggle()

    def tell(self, what: str, more: str = "") -> None:
        """Say above the page that something went well."""
        self.frame.banner.say(what, more, kind="note")

    def _saved(self, _change: Change) -> None:
        self._warned = False
        self._show_titles()
        self.frame.header.show_saved(self.t("Saved"), good=True)

    def _typing(self) -> None:
        self._warned = False
        self.frame.header.show_saved(self.t("Writing …"), good=None)

    def _show_titles(self) -> None:
        from digimaturity.ui.titles import show_session

        show_session(self.frame, self.session, self.t)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name, which it may pass
        """Tab also shows what it leads to; Qt does so only where it was in that area before."""
        from digimaturity.ui.keyboard import scroll_to  # it would delay the first picture

        moved = super().focusNextPrevChild(next)
        focused = QApplication.focusWidget()
        if moved and focused is not None:
            scroll_to(focused)
        return moved

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if not self._closed:  # the keyboard leaves a window that goes away, too
            self.bus.focus_moved.emit(new)

    # -- language and look

    @property
    def settings(self) -> Settings:
        """The settings as they are."""
        return self._kept.now

    def change_settings(self, **values: object) -> None:
        """Change settings and keep them; a new look or language builds the window anew."""
        if self._kept.change(**values):
            self._rebuild()

    def _theme(self, *, dark: bool) -> Theme:
        return Theme(self._tokens, dark, self.settings.text_size / 100)

    def _build(self) -> None:
        from digimaturity.ui import site_map
        from digimaturity.ui.appearance import apply_theme, is_dark, translator
        from digimaturity.ui.frame import Frame
        from digimaturity.ui.parts import Parts

        self.t = translator(self._kept.language)
        self.opening.language = self.t.language
        self.session.mentoring = self.settings.mode == "mentor"
        theme = self._theme(dark=is_dark(self.settings.appearance))
        apply_theme(theme, self.t.language)
        self.frame = Frame(theme, self.t, site_map.entries(self.t), site_map.MAKERS)
        self._parts = Parts(self.t, theme, self.session, self.bus, self.tasks, self)
        self.frame.use(self._parts)
        self.frame.rail.chosen.connect(self._ways.by_rail)
        self.frame.header.language_chosen.connect(lambda code: self.change_settings(language=code))
        self.frame.header.undo_asked.connect(self.undoing.undo)
        self.frame.header.redo_asked.connect(self.undoing.redo)
        self.frame.header.find_asked.connect(lambda: self.act("palette"))
        self.frame.page_opened.connect(self._show_titles)
        self.frame.page_opened.connect(self._full_screen.follow)
        self.attempt(lambda: self.session.alias_in(self.t if self.settings.alias else None))
        self.setCentralWidget(self.frame)

    def _rebuild(self) -> None:
        """Show the same place again, in another language or look."""
        from digimaturity.ui.site_map import RAIL, first_page

        self.frame.flush()
        page, place, drafts = self.frame.current, self.frame.place(), self.frame.drafts()
        error = self.frame.error
        self._hold(self.frame)
        self._waste.made_anew()
        self._build()
        self._show_titles()
        self.frame.take_up(drafts)
        self._turning.follow_mode()
        if page:
            self.go(first_page(self.session, page) if page in RAIL else page, place)
        if error is not None:
            self.frame.show_error(error)

    def _hold(self, frame: Frame) -> None:
        """Hold a frame until Qt has deleted it: half alive, it would die of the next style."""

        def gone() -> None:
            self._leaving = [other for other in self._leaving if other is not frame]

        self._leaving.append(frame)
        frame.destroyed.connect(gone)

    def _system_changed(self) -> None:
        if self._started and self.settings.appearance == "system":
            self._rebuild()
