"""The workspace's file: opened in the worker, since the library that does it takes a moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from digimaturity import paths
from digimaturity.errors import UserError
from digimaturity.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    # What a workspace needs is loaded when it is opened.
    from digimaturity.domain.official import BenchmarkData
    from digimaturity.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Opened:
    """What is there when a workspace is open: itself, and the official figures."""

    workspace: Workspace
    figures: BenchmarkData


class Opening(QObject):
    """Which file is open, is being opened (`running`), or could not be opened (`trouble`).

    `opened` gets what there is then; `refused` is called when `trouble` is known. The sample
    company is made in `language`.
    """

    def __init__(
        self,
        path: Path,
        tasks: Tasks,
        opened: Callable[[Opened], None],
        refused: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.path = path
        self.running = False
        self.language = "en"
        self.trouble: UserError | None = None
        self._tasks, self._opened, self._refused = tasks, opened, refused
        self._waits = False

    def begin_behind_the_page(self) -> None:
        """Open the file once the page that is there is painted.

        The libraries that open it would take turns with the painting, and keep it waiting.
        """
        self.running = self._waits = True
        QTimer.singleShot(0, self, self._hand_in)

    def begin(
        self,
        *,
        read_only: bool = False,
        anew: bool = False,
        first: Callable[[], object] | None = None,
    ) -> None:
        """Open the file, after doing `first`; one that was lost is only made `anew`."""
        path, self.trouble, self.running = self.path, None, True

        def job() -> Opened:
            if first is not None:
                first()
            return open_file(path, read_only=read_only, anew=anew, language=self.language)

        self._tasks.run(job, self._done, self._failed)

    def finish(self) -> None:
        """Where it is being opened, let that come to its end."""
        self._hand_in()
        if self.running:
            self._tasks.finish(Lane.ASKED)

    def _hand_in(self) -> None:
        if self._waits:
            self._waits = False
            self.begin()

    def wait(self) -> None:
        """Wait until it is open.

        Raises:
            UserError: Why it could not be opened.
        """
        self.finish()
        if self.trouble is not None:
            raise self.trouble

    def _done(self, opened: Opened) -> None:
        self.running = False
        self._opened(opened)

    def _failed(self, error: Exception) -> None:
        self.running = False
        if not isinstance(error, UserError):
            raise error
        self.trouble = error
        self._refused()


def open_file(path: Path, *, read_only: bool, anew: bool, language: str = "en") -> Opened:
    """Open a workspace; the sample's is made where it is missing, folder and all, in `language`."""
    from digimaturity.files import explained
    from digimaturity.services.packs import installed_benchmarks
    from digimaturity.services.workspace import open_workspace

    figures = installed_benchmarks().data
    is_sample = path == paths.sample_workspace()
    if is_sample:
        with explained(path):
            path.parent.mkdir(parents=True, exist_ok=True)
    workspace = open_workspace(path, read_only=read_only, anew=anew or is_sample)
    if is_sample:
        _fill_sample(workspace, language)
    return Opened(workspace, figures)


def _fill_sample(workspace: Workspace, language: str) -> None:
    from digimaturity.services.companies import list_companies
    from digimaturity.services.sample import load_sample

    if not list_companies(workspace):
        load_sample(workspace, language)


def warm_up() -> None:
    """Load what the pages behind the first one need, while the user reads."""
    import digimaturity.report.build.report
    import digimaturity.services.reports  # noqa: F401 - now loaded, and quick to open later
