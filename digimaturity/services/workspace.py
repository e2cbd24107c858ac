"""Opening, looking at, and copying the workspace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

from digimaturity import paths
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import Responses
from digimaturity.errors import UserError
from digimaturity.files import explained
from digimaturity.progress import Watch, unwatched
from digimaturity.services.kept_scores import KeptScores
from digimaturity.services.taken_out import TakenOut, sweep
from digimaturity.store import backups
from digimaturity.store.backups import Backup
from digimaturity.store.records import AssessmentRecord, CompanyRecord

if TYPE_CHECKING:
    # SQLAlchemy takes long to import: this module must not, since the first window does without it.
    from digimaturity.store.opening import Store
    from digimaturity.store.repository import Repository

__all__ = [
    "Backup",
    "Case",
    "Workspace",
    "backup_workspace",
    "left_of",
    "list_backups",
    "open_workspace",
    "restore_backup",
]


@dataclass(frozen=True, slots=True)
class Case:
    """An assessment with all that belongs to it, as it stands."""

    record: AssessmentRecord
    company: CompanyRecord
    questionnaire: Questionnaire
    responses: Responses


class Workspace:
    """An open workspace. May be opened in one thread and used in others; they take turns.

    What was read of an assessment is remembered while nobody else can write, since every click
    asks for all of it. `scores` are `services.portfolio`'s; `drawn` are ids that
    `services.contributions` has shown and not kept, by company and year; `taken_out` are files for
    other programs.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._questionnaires: dict[str, Questionnaire] = {}
        self._cases: dict[str, Case] = {}
        self.scores = KeptScores()
        self.taken_out = TakenOut()
        self.drawn: dict[tuple[str, int], str] = {}

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Whether it was opened only to look at it."""
        return self._store.read_only

    @property
    def backup_fault(self) -> UserError | None:
        """Why today's backup could not be made; None when all is well."""
        return self._store.backup_fault

    def reading(self) -> AbstractContextManager[Repository]:
        """One consistent view; for the services only."""
        return self._store.reading()

    @contextmanager
    def writing(self) -> Iterator[Repository]:
        """One transaction, after which everything is read anew; for the services only."""
        with self.taking_turns():
            try:
                with self._store.writing() as stored:
                    yield stored
            finally:
                self._cases.clear()

    def taking_turns(self) -> AbstractContextManager[object]:
        """Keep other threads out for more than one transaction; for the services only."""
        return self._store.guard

    def compact(self) -> bool:
        """Write the file anew without what was deleted; for the services only."""
        return self._store.compact()

    def leave(self) -> None:
        """Write nothing more to this file, since another one counts; for the services only."""
        self._store.leave()

    def raw(self) -> BinaryIO:
        """The file's own bytes, never to be closed; for the services only."""
        return self._store.raw()

    def recall(self, assessment: str) -> Case | None:
        """What is remembered of an assessment; for the services only."""
        return self._cases.get(assessment)

    def remember(self, case: Case) -> None:
        """Remember what is true of an assessment; for the services only."""
        if not self.read_only:
            self._cases[case.record.id] = case

    def questionnaire(self, fingerprint: str, repository: Repository) -> Questionnaire:
        """A questionnaire that is kept here, built once; for the services only."""
        if fingerprint not in self._questionnaires:
            from digimaturity.packs import questionnaire_from_document

            document = repository.assessments.questionnaire_document(fingerprint)
            self._questionnaires[fingerprint] = questionnaire_from_document(document)
        return self._questionnaires[fingerprint]

    def close(self) -> None:
        """Let the file and its lock go; a thread that is just reading is waited for."""
        with self.taking_turns():
            self._store.close()
        self.taken_out.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_workspace(path: Path, *, read_only: bool = False, anew: bool = False) -> Workspace:
    """Open the workspace at `path`; a missing one is made, unless it shall only be read.

    One that is missing while copies of it are there was lost: it is only made `anew` if that is
    said.

    An older one is brought up to date after a backup; a backup is made once a day besides.

    Raises:
        UserError: ``workspace.locked`` (with `holder`, `since`; it can still be opened
            `read_only`), lost (with `newest`, its newest copy), read_only, missing,
            missing_folder, foreign, newer, older, corrupt, full_disk, no_access or disk_failing.
            Nothing is changed then.
    """
    from digimaturity.store.opening import open_store

    if not (read_only or anew or path.exists()) and (copies := left_of(path)):
        raise UserError("workspace.lost", path=path, newest=copies[0])
    if path == paths.default_workspace() and not read_only:
        # The program's own folder is made on its first start; a folder of the user's never is.
        with explained(path):
            path.parent.mkdir(parents=True, exist_ok=True)
    sweep()
    return Workspace(open_store(path, read_only=read_only))


def backup_workspace(
    workspace: Workspace | Path, target: Path | None = None, watch: Watch = unwatched
) -> Path:
    """Copy a workspace, open or not, to `target`, or into its own folder of backups.

    Raises:
        UserError: ``backup.exists``, ``backup.damaged``, or why a file cannot be read or written.
        Stopped: as `watch` says; nothing is left behind then, as with errors.
    """
    path = (workspace.path if isinstance(workspace, Workspace) else workspace).resolve()
    if target is None:
        return backups.take(path, "asked", datetime.now(UTC), watch)
    return backups.copy_to(path, target.absolute(), watch)


def left_of(path: Path) -> tuple[Backup, ...]:
    """All copies of a workspace that is gone, newest first: backups, and what was put aside."""
    found = (*list_backups(path), *backups.put_aside(path.resolve()))
    return tuple(sorted(found, key=lambda backup: backup.taken, reverse=True))


def list_backups(workspace: Workspace | Path) -> tuple[Backup, ...]:
    """The backups in the folder beside the workspace, newest first."""
    path = workspace.path if isinstance(workspace, Workspace) else workspace
    return backups.list_of(path.resolve())


def restore_backup(path: Path, backup: Path) -> Path | None:
    """Put a copy of `backup` in the place of the workspace at `path`, which must not be open.

    What was there, damaged or not, is moved aside, never deleted; returned is its new place.

    Raises:
        UserError: ``workspace.locked``, or why the backup cannot be read or copied. The workspace
            is as it was then.
    """
    from digimaturity.store.opening import restore

    return restore(path, backup)
