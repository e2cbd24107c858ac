"""Saving reminders as a calendar file: where to is asked, then a worker writes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from digimaturity.files import safe_name, write_whole
from digimaturity.ui.parts import Parts
from digimaturity.ui.saving_place import saving_place, with_ending

_ENDING = ".ics"


class CalendarSaver(QObject):
    """`made` makes the file in the worker."""

    def __init__(self, parts: Parts, name: str, made: Callable[[], bytes], parent: QWidget) -> None:
        super().__init__(parent)
        self._parts, self._name, self._made, self._asked_by = parts, name, made, parent

    def choose(self) -> None:
        """Ask where to; the dialog itself asks before a file is replaced."""
        t, shell = self._parts.t, self._parts.shell
        folder = saving_place(shell.settings.report_folder)
        suggested = folder / f"{safe_name(self._name)}{_ENDING}"
        name, _ = QFileDialog.getSaveFileName(
            self._asked_by, t("Save as a calendar"), str(suggested), t("Calendars (*.ics)")
        )
        if name:
            self.save_as(Path(name))

    def save_as(self, path: Path) -> None:
        """Write the file, whole or not at all."""
        target: Path | None = self._parts.shell.attempt(lambda: with_ending(path, _ENDING))
        if target is None:
            return

        def job() -> Path:
            write_whole(target, self._made())
            return target

        self._parts.tasks.run(job, self._written, self._parts.shell.report)

    def _written(self, path: Path) -> None:
        shell = self._parts.shell
        shell.change_settings(report_folder=str(path.parent))
        shell.tell(self._parts.t("Saved as {path}.", path=path))


def company_calendar_saver(parts: Parts, parent: QWidget) -> CalendarSaver:
    """For the next assessment and all reviews of the company that is open."""
    session, t = parts.session, parts.t
    workspace, company, aliases = session.workspace, session.company, session.aliases

    def made() -> bytes:
        from digimaturity.services.reminder_calendar import company_calendar
        from digimaturity.services.reminders import reminders_of

        if workspace is None or company is None:
            raise RuntimeError("no company is open")
        today = date.today()  # noqa: DTZ011 - the user's own day
        return company_calendar(reminders_of(workspace, company.id, today, aliases), today, t)

    name = t("{company} reminders", company=company.name if company else "")
    return CalendarSaver(parts, name, made, parent)


def all_calendar_saver(parts: Parts, parent: QWidget) -> CalendarSaver:
    """For the next assessments of all companies."""
    session, t = parts.session, parts.t
    workspace, aliases = session.workspace, session.aliases

    def made() -> bytes:
        from digimaturity.services.reminder_calendar import all_calendar

        if workspace is None:
            raise RuntimeError("no workspace is open")
        today = date.today()  # noqa: DTZ011 - the user's own day
        return all_calendar(workspace, today, t, aliases)

    return CalendarSaver(parts, t("Next assessments"), made, parent)
