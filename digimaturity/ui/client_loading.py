"""Brings the companies to their page: all rows at once, then their scores, a few at a time."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject

from digimaturity.errors import UserError
from digimaturity.services.clients import Part, Scoring, read_clients
from digimaturity.services.deleting import Certificate, interrupted_deletion
from digimaturity.services.workspace import Workspace
from digimaturity.ui.parts import Parts
from digimaturity.ui.tasks import Job, Lane, Progress
from digimaturity.ui.widgets.companies_rows import ClientRow, rows_of

#: So long (seconds) scores are computed before the page shows them; at first it shows them soon.
_FIRST, _STEP = 0.15, 0.8

#: So long (seconds) the interface gets its turn, after every few milliseconds of work.
_NAP = 0.001

#: So long (seconds) after the user did something nothing is computed: only one thread at a time
#: runs Python, and each cell that is painted would wait for its turn.
_STILL = 0.25


@dataclass(frozen=True, slots=True)
class Listed:
    """The companies, and a deletion that was interrupted, if there is one."""

    rows: tuple[ClientRow, ...]
    interrupted: Certificate | None = None


class ClientLoading(QObject):
    """`listed` gets all companies, `scored` more scores each time, until a part is complete."""

    def __init__(
        self,
        parts: Parts,
        listed: Callable[[Listed], None],
        scored: Callable[[Part], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._parts, self._listed, self._scored = parts, listed, scored
        self._scoring: Scoring | None = None
        self._asked: Workspace | None = None
        self._job: Job | None = None
        self._complete = False
        self._still_until = 0.0

    def hold(self) -> None:
        """The user does something: compute nothing for a moment."""
        self._still_until = time.monotonic() + _STILL

    def begin(self, today: date) -> None:
        """Read everything anew."""
        session, t = self._parts.session, self._parts.t
        workspace = session.workspace
        if workspace is None:
            return
        self.pause()
        aliases, self._asked, self._scoring = session.aliases, workspace, None

        def read() -> tuple[Workspace, Listed]:
            rows = rows_of(read_clients(workspace), today, t, aliases)
            return workspace, Listed(rows, interrupted_deletion(workspace))

        self._parts.tasks.run(read, self._read, self._failed)

    def pause(self) -> None:
        """Compute no more scores for now: another page is shown."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def go_on(self) -> None:
        """Go on with what was left."""
        if self._job is None and self._scoring is not None and not self._complete:
            self._score(_STEP)

    def _read(self, found: tuple[Workspace, Listed]) -> None:
        workspace, listed = found
        if workspace is not self._asked or workspace is not self._parts.session.workspace:
            return
        self.pause()
        self._listed(listed)
        clients = (row.client for row in listed.rows)
        self._scoring, self._complete = Scoring(workspace, clients), False
        self._score(_FIRST)

    def _score(self, seconds: float) -> None:
        scoring = self._scoring
        if scoring is None:
            return

        def step(progress: Progress) -> tuple[Scoring, Part]:
            def pause() -> None:
                progress(None)
                time.sleep(_NAP)
                while (rest := self._still_until - time.monotonic()) > 0:
                    progress(None)
                    time.sleep(min(rest, 0.02))

            return scoring, scoring.step(seconds, pause)

        self._job = self._parts.tasks.watched(step, self._stepped, self._failed, lane=Lane.ASIDE)

    def _stepped(self, found: tuple[Scoring, Part]) -> None:
        scoring, part = found
        if scoring is not self._scoring:
            return
        paused, self._job = self._job is None, None
        self._complete = part.complete
        self._scored(part)
        if not (paused or part.complete):
            self._score(_STEP)

    def _failed(self, error: Exception) -> None:
        """A workspace that was closed meanwhile has nothing more to tell."""
        if self._asked is self._parts.session.workspace or not isinstance(error, UserError):
            self._parts.shell.report(error)
