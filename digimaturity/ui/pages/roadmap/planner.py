"""Looks for the plan in the worker whenever what is planned has changed, and has it kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.services.roadmap import planned
from digimaturity.ui.pages.page import Page
from digimaturity.ui.parts import Parts
from digimaturity.ui.tasks import Job


class Planner(QObject):
    """`changed` tells that a plan is being looked for, or no longer."""

    changed = Signal()

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._wanted: Roadmap | None = None
        self._job: Job | None = None

    @property
    def looking(self) -> bool:
        """Whether a plan is being looked for."""
        return self._job is not None

    def follow(self) -> None:
        """Look for the plan of what is planned now, unless it is known or being looked for."""
        roadmap, wanted = self._parts.session.roadmap, self._wanted
        if roadmap is not None and wanted is not None and wanted.posed == roadmap.posed:
            return
        if roadmap is None or roadmap.plan is not None or not roadmap.posed.problem.jobs:
            self._stop()
        else:
            self._look(roadmap, anew=False)

    def _stop(self) -> None:
        """Nobody waits for what is being looked for: the change it was for was taken back."""
        self._wanted = None
        if self._job is not None:
            self._job.cancel()
            self._job = None
            self.changed.emit()

    def plan_anew(self) -> None:
        """Look for the best plan without regard to where measures stood before."""
        roadmap = self._parts.session.roadmap
        if roadmap is not None and roadmap.posed.problem.jobs:
            self._look(roadmap, anew=True)

    def _look(self, roadmap: Roadmap, *, anew: bool) -> None:
        if self._job is not None:
            self._job.cancel()
        self._wanted = roadmap
        job = partial(planned, roadmap, anew=anew)
        self._job = self._parts.tasks.run(job, self._found, self._failed)
        self.changed.emit()

    def _found(self, roadmap: Roadmap) -> None:
        """A plan of something else than what is planned by now is of no use."""
        if self._wanted is None or roadmap.posed != self._wanted.posed:
            return
        self._wanted = self._job = None
        session = self._parts.session
        now = session.roadmap
        if now is not None and now.posed == roadmap.posed:
            self._parts.shell.attempt(partial(session.take_roadmap, roadmap))
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self._parts.shell.report(error)
        if self._job is not None and not self._job.ended:
            return  # that was an earlier one, which nobody waits for any more
        self._wanted = self._job = None
        self.changed.emit()


class FollowsPlanner(Page):
    """A tab that tells how the search goes, and may ask for another one."""

    planner: Planner | None = None

    def follow(self, planner: Planner) -> None:
        """Know who looks for the plan."""
        self.planner = planner
