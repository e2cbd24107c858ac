"""Errors that the user can mend, as sentences: what happened, what is safe, what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.services.answers_messages import problem_sentence
from digimaturity.store.lock import Holder


@dataclass(frozen=True, slots=True)
class Message:
    """Whole sentences for the user; `safe` may be empty, `details` are lines to list below."""

    what: str
    safe: str
    what_to_do: str
    details: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """Everything but the details in one line."""
        parts = (self.what, self.safe, self.what_to_do)
        return " ".join(part.replace("\n", " ") for part in parts if part)


#: The facts of an error, as its `details`.
Facts = Mapping[str, Any]
Writer = Callable[[Facts, Translator], Message]


def sentence(error: UserError, t: Translator) -> Message:
    """The message of an error, in the user's language."""
    facts = {"path": "", "reason": "", **error.details}
    return WRITERS[error.code](facts, t)


def _locked(facts: Facts, t: Translator) -> Message:
    return Message(
        _who_holds_it(facts, t),
        t("Your data are safe."),
        t("Close it there and try again, or open it here to read only."),
    )


def _who_holds_it(facts: Facts, t: Translator) -> str:
    holder = facts.get("holder")
    if not isinstance(holder, Holder) or not holder.since:
        return t("The workspace {path} is in use by another program.", path=facts["path"])
    since = datetime.fromisoformat(holder.since)
    return t(
        "The workspace {path} is already open: by {user} on {host}, since {time} on {day}.",
        path=facts["path"],
        user=holder.user or t("somebody"),
        host=holder.host,
        time=since.strftime("%H:%M"),
        day=t.date(since.date()),
    )


def _workspace_full_disk(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The disk is full: the last change could not be saved in {path}.", path=facts["path"]),
        t("Everything that was saved before is safe."),
        t("Free some space on this disk, then make the change again."),
    )


def _workspace_read_only(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The workspace {path} cannot be written.", path=facts["path"]),
        t("It has not been changed."),
        t(
            "Ask for permission to write to its folder, or copy the file into a folder of your "
            "own. You can also open it to read only."
        ),
    )


def _workspace_corrupt(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The workspace {path} is damaged and cannot be opened.", path=facts["path"]),
        t("The file has not been changed."),
        t("Open the newest copy from the folder “backups” beside it, or choose another file."),
    )


def _workspace_foreign(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The file {path} is not a workspace of this program.", path=facts["path"]),
        t("It has not been changed."),
        t("Choose another file, or another name for a new workspace."),
    )


def _workspace_newer(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The workspace {path} was saved by a newer version of the program.", path=facts["path"]),
        t("It has not been changed."),
        t("Update the program on this computer, or choose another file."),
    )


def _workspace_older(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The workspace {path} was saved by an older version of the program.", path=facts["path"]),
        t("It has not been changed."),
        t("Open it once so that it can be written: it is then brought up to date, after a backup."),
    )


def _workspace_missing(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no workspace {path}.", path=facts["path"]),
        "",
        t("Check the name, or choose another file."),
    )


def _workspace_missing_folder(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The folder of the workspace {path} does not exist.", path=facts["path"]),
        "",
        t("Connect the drive or make the folder, then try again; or choose another file."),
    )


def _workspace_moved(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The file {path} was moved, renamed or deleted while it was open.", path=facts["path"]),
        t("The last change was not saved; everything before it is in the file, wherever it is."),
        t("Put the file back and make the change again, or close the program and open the file."),
    )


def _workspace_no_access(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The workspace {path} cannot be opened: access is refused.", path=facts["path"]),
        t("It has not been changed."),
        t("Ask for permission to read and write the file and its folder, or choose another file."),
    )


def _workspace_disk_failing(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The disk reported an error at the workspace {path}.", path=facts["path"]),
        t("The last change was not saved; what was saved before has not been touched."),
        t("Check the disk or the connection to it, then try again; make a backup elsewhere."),
    )


def _workspace_opened_read_only(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("This workspace is open to read only."),
        t("Nothing has been changed."),
        t("Close it and open it again to make changes."),
    )


def _backup_exists(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is already a file {path}.", path=facts["path"]),
        t("It has not been replaced."),
        t("Choose another name for the backup."),
    )


def _backup_damaged(facts: Facts, t: Translator) -> Message:
    return Message(
        t("No backup was made: the workspace {path} is damaged.", path=facts["path"]),
        t("Earlier backups have been kept."),
        t("Open the newest of them from the folder “backups” beside the workspace."),
    )


def _file_full_disk(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The disk is full: {path} could not be written.", path=facts["path"]),
        t("What was there before has not been changed."),
        t("Free some space, or choose another disk."),
    )


def _file_read_only(facts: Facts, t: Translator) -> Message:
    return Message(
        t(
            "The file {path} cannot be read or written there: access is refused.",
            path=facts["path"],
        ),
        t("What was there before has not been changed."),
        t("Choose another folder; if another program has the file open, close it there."),
    )


def _file_missing_folder(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no folder for {path}.", path=facts["path"]),
        "",
        t("Make the folder, or choose another one."),
    )


def _file_failed(facts: Facts, t: Translator) -> Message:
    return Message(
        t(
            "The system could not read or write {path}: {reason}.",
            path=facts["path"],
            reason=facts["reason"],
        ),
        t("What was there before has not been changed."),
        t("Try again, or choose another name or folder."),
    )


def _file_exists(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is already a file {path}.", path=facts["path"]),
        t("It has not been replaced."),
        t("Choose another name, or allow it to be replaced."),
    )


def _company_name_missing(_facts: Facts, t: Translator) -> Message:
    return Message(t("The company has no name yet."), "", t("Enter a name."))


def _company_employees(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("The number of employees cannot be below 0."), "", t("Enter how many people work there.")
    )


def _answer_not_applicable(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("This question applies to every company."),
        t("The earlier answer still holds."),
        t("Choose a level, or “don’t know”."),
    )


def _answer_kind(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("This question is answered in another way."),
        t("The earlier answer still holds."),
        t("Choose one of the answers that are offered."),
    )


def _answer_range(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("This answer is outside of what the question allows."),
        t("The earlier answer still holds."),
        t("Choose one of the answers that are offered, or a number within the limits."),
    )


def _assessment_finished(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("This assessment is finished and can no longer be changed."),
        t("All of its answers are kept."),
        t("Reopen it to change answers, or begin a new one."),
    )


def _assessment_none(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The workspace {path} holds no assessment yet.", path=facts["path"]),
        "",
        t("Begin one in the application, or name a file of answers."),
    )


def _answers_missing(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no file of answers {path}.", path=facts["path"]), "", t("Check the name.")
    )


def _answers_too_large(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The file {path} is too large to be a file of answers.", path=facts["path"]),
        "",
        t("Choose another file."),
    )


def _answers_invalid(facts: Facts, t: Translator) -> Message:
    problems = facts["problems"]
    what = t.plural(
        "The file of answers {path} has {n} fault.",
        "The file of answers {path} has {n} faults.",
        len(problems),
        path=facts["path"],
    )
    details = tuple(problem_sentence(problem, t) for problem in problems)
    todo = t("Mend what is listed and try again.")
    return Message(what, t("Nothing of it has been used."), todo, details)


def _questionnaire_newer(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("The questionnaire of this assessment was saved by a newer version of the program."),
        t("It has not been changed."),
        t("Update the program on this computer."),
    )


def _questionnaire_damaged(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("The questionnaire that is kept with this assessment is damaged."),
        t("The answers are kept."),
        t("Open a backup from the folder “backups” beside the workspace."),
    )


def _pack_missing(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no folder {path}.", path=facts["path"]),
        "",
        t("Name the folder that holds the file pack.yaml."),
    )


def _display_missing(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no display to open the window on."),
        "",
        t("Start it in a graphical session; “digimaturity --help” lists what works without."),
    )


WRITERS: Mapping[str, Writer] = {
    "answer.kind": _answer_kind,
    "answer.not_applicable": _answer_not_applicable,
    "answer.range": _answer_range,
    "answers.invalid": _answers_invalid,
    "answers.missing": _answers_missing,
    "answers.too_large": _answers_too_large,
    "assessment.finished": _assessment_finished,
    "assessment.none": _assessment_none,
    "backup.damaged": _backup_damaged,
    "backup.exists": _backup_exists,
    "company.employees": _company_employees,
    "company.name_missing": _company_name_missing,
    "display.missing": _display_missing,
    "file.exists": _file_exists,
    "file.failed": _file_failed,
    "file.full_disk": _file_full_disk,
    "file.missing_folder": _file_missing_folder,
    "file.read_only": _file_read_only,
    "pack.missing": _pack_missing,
    "questionnaire.damaged": _questionnaire_damaged,
    "questionnaire.newer": _questionnaire_newer,
    "workspace.corrupt": _workspace_corrupt,
    "workspace.disk_failing": _workspace_disk_failing,
    "workspace.foreign": _workspace_foreign,
    "workspace.full_disk": _workspace_full_disk,
    "workspace.locked": _locked,
    "workspace.missing": _workspace_missing,
    "workspace.missing_folder": _workspace_missing_folder,
    "workspace.moved": _workspace_moved,
    "workspace.newer": _workspace_newer,
    "workspace.no_access": _workspace_no_access,
    "workspace.older": _workspace_older,
    "workspace.opened_read_only": _workspace_opened_read_only,
    "workspace.read_only": _workspace_read_only,
}
