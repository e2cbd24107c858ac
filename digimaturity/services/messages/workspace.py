"""Messages about the workspace file and its backups."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from digimaturity.i18n import Translator
from digimaturity.services.messages.message import Facts, Message, Writer
from digimaturity.store.backups import Backup
from digimaturity.store.lock import Holder


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


def _workspace_lost(facts: Facts, t: Translator) -> Message:
    newest = facts.get("newest")
    safe = t("Its backups are still there.")
    if isinstance(newest, Backup):
        local = newest.taken.astimezone()
        safe = t(
            "Its backups are still there, the newest of {day}, {time}.",
            day=t.date(local.date()),
            time=f"{local:%H:%M}",
        )
    return Message(
        t("The workspace {path} is gone: it was moved, renamed or deleted.", path=facts["path"]),
        safe,
        t("Put the file back and try again, go on with a backup, or begin anew."),
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
        t("Under Settings, check the newest of them and bring it back beside the workspace."),
    )


def _backup_unsound(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The file {path} is damaged.", path=facts["path"]),
        t("It has not been changed."),
        t("Check an older backup, or one from another disk, and use that."),
    )


def _move_exists(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is already a file {path}.", path=facts["path"]),
        t("It has not been replaced, and the workspace is where it was."),
        t("Choose another folder or another name."),
    )


def _move_same(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The workspace already is {path}.", path=facts["path"]),
        t("Nothing was changed."),
        t("Choose another folder or another name."),
    )


def _move_unsound(facts: Facts, t: Translator) -> Message:
    return Message(
        t(
            "The copy {path} was read again, and is not the same as the workspace.",
            path=facts["path"],
        ),
        t("It was deleted; the workspace is where it was, unchanged."),
        t("Choose another disk. If that fails, too, check the newest backup."),
    )


def _stored_unreadable(facts: Facts, t: Translator) -> Message:
    return Message(
        t(
            "Something that is kept in the workspace {path} makes no sense: it was damaged, or "
            "changed by another program.",
            path=facts["path"],
        ),
        t("Nothing has been changed."),
        t("Under Settings, check the backups and bring the newest sound one back beside it."),
    )


#: By the code of the error.
WRITERS: Mapping[str, Writer] = {
    "backup.damaged": _backup_damaged,
    "backup.exists": _backup_exists,
    "backup.unsound": _backup_unsound,
    "move.exists": _move_exists,
    "move.same": _move_same,
    "move.unsound": _move_unsound,
    "stored.unreadable": _stored_unreadable,
    "workspace.corrupt": _workspace_corrupt,
    "workspace.disk_failing": _workspace_disk_failing,
    "workspace.foreign": _workspace_foreign,
    "workspace.full_disk": _workspace_full_disk,
    "workspace.locked": _locked,
    "workspace.lost": _workspace_lost,
    "workspace.missing": _workspace_missing,
    "workspace.missing_folder": _workspace_missing_folder,
    "workspace.moved": _workspace_moved,
    "workspace.newer": _workspace_newer,
    "workspace.no_access": _workspace_no_access,
    "workspace.older": _workspace_older,
    "workspace.opened_read_only": _workspace_opened_read_only,
    "workspace.read_only": _workspace_read_only,
}
