"""The window: opens the workspace, shows the pages, and keeps what was set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from digimaturity import paths
from digimaturity.errors import UserError
from digimaturity.settings import Settings, save_settings
from digimaturity.tokens import Tokens
from digimaturity.ui.placement import placed, restore_placement
from digimaturity.ui.skeleton import Skeleton, system_looks_dark
from digimaturity.ui.theme import Theme

if TYPE_CHECKING:
    # The window is painted before any of these is loaded.
    from digimaturity.services.changes import Change
    from digimaturity.ui.session import Session
    from digimaturity.ui.site_map import Opened

#: Smaller than this nothing fits (pixels at 100 %).
_SMALLEST = (960, 600)


#: So long (milliseconds) the first page is left alone before anything else is loaded.
_IDLE = 800


class MainWindow(QMainWindow):
    """The one window. Everything it needs is passed in; it is the `Shell` of its pages."""

    def __init__(
        self, settings: Settings, tokens: Tokens, workspace: Path, language: str = ""
    ) -> None:
        super().__init__()
        self.settings = settings
        self._tokens, self._language = tokens, language
        self._path = workspace
        self._trouble: UserError | None = None
        self._failed = self._warned = False
        self._started = self._closed = self._opening = False
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
        from digimaturity.ui.session import Session
        from digimaturity.ui.tasks import Tasks

        self.bus = Bus()
        self.tasks = Tasks()
        self.session: Session = Session(self.bus, self._await_workspace)
        self.bus.changed.connect(self._saved)
        self.bus.typing.connect(self._typing)
        self.bus.opened.connect(self._show_titles)
        add_fonts(paths.resources_dir() / "fonts", self._tokens.type.family)
        self._build()
        self._add_keys()
        self._look_ahead()
        self._begin_opening()

    def _look_ahead(self) -> None:
        """Show what can be read of the workspace before the library that opens it is loaded."""
        from digimaturity.services.first_look import look_into
        from digimaturity.ui.site_map import EARLY, first_page

        seen = look_into(self._path, self.settings.assessment)
        if seen is not None and seen.company is not None:
            self.session.show(seen)
        self._show_titles()
        page = first_page(self.session, self.settings.page)
        self.frame.rail.mark(page)
        if page in EARLY:
            self.frame.open(page, self.settings.place)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Record what is being typed, keep the settings, let the workspace go.

        Where something could not be recorded, the first attempt to close only says so.
        """
        if not self._started:
            return
        self._failed = False
        self.frame.flush()
        if self._failed and not self._warned:
            self._warned = True
            self.settled()
            event.ignore()
            return
        self._keep_place()
        self._closed = True
        if self._opening:
            self.tasks.finish()
        self.tasks.wait()
        self.session.close()
        event.accept()

    def quit(self) -> None:
        """Close the window."""
        self.close()

    # -- the workspace

    def open_workspace(self, path: Path, *, read_only: bool = False, anew: bool = False) -> None:
        """Open a workspace in the worker, since its library takes a moment to load.

        While one is being opened nothing happens: a second attempt would find the first's lock.
        """
        if self._opening:
            return
        self.session.close()
        self._path = path
        self._begin_opening(read_only=read_only, anew=anew)

    def _begin_opening(self, *, read_only: bool = False, anew: bool = False) -> None:
        from digimaturity.ui.site_map import open_file

        path, self._trouble, self._opening = self._path, None, True
        self.tasks.run(
            lambda: open_file(path, read_only=read_only, anew=anew), self._opened, self._not_opened
        )

    def _await_workspace(self) -> None:
        """Wait for the workspace that is being opened; raises why it could not be."""
        if self._opening:
            self.tasks.finish()
        if self._trouble is not None:
            raise self._trouble

    def open_sample(self) -> None:
        """Open the sample company, in a workspace of its own, made when it is first looked at."""
        own = "" if self._path == paths.default_workspace() else str(self._path)
        if self._path != paths.sample_workspace():
            self.change_settings(workspace=own)
        self.change_settings(mode="sample", page="", place="", assessment="")
        self.open_workspace(paths.sample_workspace())

    def leave_sample(self) -> None:
        """Go back to the user's own workspace."""
        if not self.settled():
            return
        self.change_settings(mode="self", page="", place="", assessment="")
        own = self.settings.workspace
        self.open_workspace(Path(own) if own else paths.default_workspace())

    def assessment_opened(self, page: str) -> None:
        """Another assessment is open: show this page of it."""
        self.frame.forget_pages()
        self.go(page)

    def _opened(self, opened: Opened) -> None:
        from digimaturity.ui import site_map

        self._opening, workspace = False, opened.workspace
        if self._closed:  # the window was closed while its workspace was being opened
            workspace.close()
            return
        self.session.figures = opened.figures
        seen = self.attempt(lambda: self.session.open(workspace, self.settings.assessment))
        if seen and self.frame.current:
            self.frame.flush()  # "Saved" is said, also of what is being typed
        else:
            self.frame.forget_pages()
            self.go(site_map.first_page(self.session, self.settings.page), self.settings.place)
        if workspace.backup_fault is not None:
            self.report(workspace.backup_fault)
        QTimer.singleShot(_IDLE, self, self._warm_up)

    def _warm_up(self) -> None:
        """Load what later pages need, now that the user is reading the first one."""
        from digimaturity.ui.site_map import warm_up

        self.tasks.run(warm_up, lambda _: None, self.report)

    def _not_opened(self, error: Exception) -> None:
        self._opening = False
        if not isinstance(error, UserError):
            raise error
        self._trouble = error
        self.session.close()
        self.frame.forget_pages()
        self._show_titles()
        self.go("trouble")

    @property
    def trouble(self) -> UserError | None:
        """Why the workspace could not be opened."""
        return self._trouble

    @property
    def path(self) -> Path:
        """The file of the workspace that is open, or that could not be opened."""
        return self._path

    # -- what pages ask for

    def go(self, page: str, place: str = "") -> None:
        """Open a page, at a place of it if one is named."""
        from digimaturity.ui.site_map import EARLY

        if self._opening and page not in EARLY:
            self.tasks.finish()
            if self._trouble is not None:
                return
        self.frame.open(page, place)

    def open_question(self, question: str) -> None:
        """Open the questionnaire at a question."""
        from digimaturity.ui.pages.questionnaire import QuestionnairePage

        page = self.frame.open("questionnaire")
        if isinstance(page, QuestionnairePage):
            page.open_question(question)

    def settled(self) -> bool:
        """Whether all that was typed is recorded; where it cannot be, the user is led there."""
        page = self.frame.unsettled()
        if page:
            self.go(page)
        return not page

    def attempt(self, action: Callable[[], Any]) -> Any:  # noqa: ANN401 - what the action gives
        """Run an action; an error that the user can mend becomes a banner, and None comes back."""
        if self._closed:  # a field loses the keyboard when all is recorded and gone already
            return None
        try:
            result = action()
        except UserError as error:
            if error is self._trouble:  # that has a page of its own
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
        """Show a fault of the program with its details, and go on."""
        from digimaturity.ui.appearance import translator
        from digimaturity.ui.fault import show_fault

        show_fault(error, translator(self._language or self.settings.language), self)

    def tell(self, what: str, more: str = "") -> None:
        """Say above the page that something went well."""
        self.frame.banner.say(what, more, kind="note")

    def change_settings(self, **values: object) -> None:
        """Change settings and keep them; a new look or language builds the window anew."""
        before, self.settings = self.settings, replace(self.settings, **values)  # type: ignore[arg-type]
        self._save_settings()
        if "language" in values:
            self._language = ""
        looks = ("language", "appearance", "text_size")
        if any(getattr(before, name) != getattr(self.settings, name) for name in looks):
            self._rebuild()

    # -- the frame

    def _theme(self, *, dark: bool) -> Theme:
        return Theme(self._tokens, dark, self.settings.text_size / 100)

    def _build(self) -> None:
        from digimaturity.ui import site_map
        from digimaturity.ui.appearance import apply_theme, is_dark, translator
        from digimaturity.ui.frame import Frame
        from digimaturity.ui.parts import Parts

        self.t = translator(self._language or self.settings.language)
        theme = self._theme(dark=is_dark(self.settings.appearance))
        apply_theme(theme, self.t.language)
        self.frame = Frame(theme, self.t, site_map.entries(self.t), site_map.MAKERS)
        self.frame.use(Parts(self.t, theme, self.session, self.bus, self.tasks, self))
        self.frame.rail.chosen.connect(self._by_rail)
        self.frame.header.language_chosen.connect(lambda code: self.change_settings(language=code))
        self.frame.header.undo_asked.connect(self.undo)
        self.frame.header.redo_asked.connect(self.redo)
        self.setCentralWidget(self.frame)

    def _rebuild(self) -> None:
        """Show the same place again, in another language or look."""
        self.frame.flush()
        page, place, drafts = self.frame.current, self.frame.place(), self.frame.drafts()
        self._build()
        self._show_titles()
        self.frame.take_up(drafts)
        if page:
            self.go(page, place)

    def _system_changed(self) -> None:
        if self._started and self.settings.appearance == "system":
            self._rebuild()

    def _show_titles(self) -> None:
        from digimaturity.ui.titles import show_session

        show_session(self.frame, self.session, self.t)

    # -- changes

    def _saved(self, _change: Change) -> None:
        self._warned = False
        self._show_titles()
        self.frame.header.show_saved(self.t("Saved"), good=True)

    def _typing(self) -> None:
        self._warned = False
        self.frame.header.show_saved(self.t("Writing …"), good=None)

    def undo(self) -> None:
        """Take the last answer or comment back, and show where that was."""
        self.frame.flush()
        self._show_change(self.attempt(self.session.undo))

    def redo(self) -> None:
        """Make the last change that was taken back once more, and show where."""
        self._show_change(self.attempt(self.session.redo))

    def _redo_here(self) -> None:
        """Redo in the text that is being typed, where the system knows no such key, else here."""
        from digimaturity.ui.keyboard import redo_typing

        if not redo_typing():
            self.redo()

    def _show_change(self, change: Change | None) -> None:
        if change is None or change.question is None:
            return
        if self.frame.current == "questionnaire":
            self.open_question(change.question)

    def _add_keys(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        from digimaturity.ui.site_map import ORDER

        QShortcut(QKeySequence("Ctrl+Z"), self, self.undo)
        QShortcut(QKeySequence("Ctrl+Y"), self, self._redo_here)
        QShortcut(QKeySequence("Ctrl+Shift+Z"), self, self.redo)
        for place, page in enumerate(ORDER, start=1):
            QShortcut(QKeySequence(f"Ctrl+{place}"), self, lambda page=page: self._by_key(page))
        QShortcut(QKeySequence.StandardKey.HelpContents, self, lambda: self.go("help"))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        self.bus.focus_moved.emit(new)

    def _by_key(self, page: str) -> None:
        from digimaturity.ui.site_map import shown_pages

        if page in shown_pages(self.session):
            self.go(page)

    def _by_rail(self, page: str) -> None:
        if page == "welcome":
            self._to_beginning()
        else:
            self.go(page)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While there is no company, Escape leaves settings and help."""
        if event.key() == Qt.Key.Key_Escape and self._started:
            from digimaturity.ui.site_map import ALWAYS

            if self.frame.current in ALWAYS:
                self._to_beginning()
                return
        super().keyPressEvent(event)

    def _to_beginning(self) -> None:
        """Show the first page, or the first form where something is typed in it already."""
        if self._opening:
            self.tasks.finish()
        if self.session.company is not None:
            return
        if self._trouble is not None:
            self.go("trouble")
        elif self.frame.current != "company" and "company" in self.frame.drafts():
            self.go("company")
        else:
            self.go("welcome")

    # -- settings

    def _keep_place(self) -> None:
        kept = replace(
            placed(self, self.settings),
            assessment=self.session.assessment_id,
        )
        if self._path != paths.sample_workspace():
            own = self._path == paths.default_workspace()
            kept = replace(kept, workspace="" if own else str(self._path))
        if self.frame.current and self._trouble is None:
            kept = replace(kept, page=self.frame.current, place=self.frame.place())
        self.settings = kept
        self._save_settings()

    def _save_settings(self) -> None:
        try:
            save_settings(paths.config_dir(), self.settings)
        except UserError as error:
            self.report(error)
