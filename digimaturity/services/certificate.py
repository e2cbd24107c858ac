"""What a deletion did, found and cannot know, in words to keep and as data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from digimaturity.i18n import Translator
from digimaturity.services.deleting import Belongings, Certificate, Copy

#: Bytes in a kilobyte, and from how many on one counts in the next unit.
_KILO = 1000


def certificate_text(done: Certificate, t: Translator) -> str:
    """The whole certificate as plain text, to be shown to the company that was deleted."""
    blocks = [
        [t("Certificate of deletion"), f"{done.name} · {_time(done.ended, t)}"],
        [verdict(done, t)],
        [t("Deleted"), *_listed(belongings_lines(done.deleted, t))],
        [t("The file"), *_listed(_file_lines(done, t))],
        [t("Searched"), *_listed(_search_lines(done, t))],
        [t("Copies that this program made"), *_listed(_copy_lines(done, t))],
        [t("What cannot be known"), *_listed(limits(t))],
    ]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def verdict(done: Certificate, t: Translator) -> str:
    """The outcome in a sentence or two."""
    if not done.clean:
        return t(
            "The company is deleted from the workspace, but traces of it are still in the file."
        )
    told = t("Nothing of the company is in the workspace any more.")
    if done.holding:
        told += " " + t.plural(
            "An older copy beside it still holds the company.",
            "{n} older copies beside it still hold the company.",
            len(done.holding),
        )
    return told


def certificate_data(done: Certificate) -> dict[str, Any]:
    """The same as plain JSON."""
    deleted = done.deleted
    return {
        "company": {"names": list(deleted.names), "ids": list(deleted.ids)},
        "deleted": {
            "assessments": deleted.assessments,
            "respondents": deleted.respondents,
            "log_entries": deleted.log,
            "attachments": deleted.attachments,
            "attachment_bytes": deleted.attachment_size,
            "report_choices": deleted.reports,
            "contribution_ids": deleted.contributions,
            "roadmap_entries": deleted.roadmap,
            "sign_offs": deleted.sign_offs,
        },
        "begun": done.begun,
        "ended": done.ended,
        "workspace": str(done.workspace),
        "bytes_before": done.size_before,
        "bytes_after": done.size_after,
        "clean": done.clean,
        "found": list(done.found),
        "name_elsewhere_in": list(done.elsewhere),
        "name_searched": not done.names_too_short,
        "log_emptied": not done.log_kept,
        "copies_searched": done.searched,
        "copies_holding": [_copy_data(copy) for copy in done.holding],
        "copies_deleted": [_copy_data(copy) for copy in done.deleted_copies],
        "copies_unreadable": [str(path) for path in done.unread],
        "new_backup": str(done.new_backup) if done.new_backup else None,
    }


def belongings_lines(deleted: Belongings, t: Translator) -> tuple[str, ...]:
    """What there is of a company, one line for each kind; what there is none of is left out."""
    kinds = (
        (deleted.assessments, t.plural("{n} assessment", "{n} assessments", deleted.assessments)),
        (deleted.log, t.plural("{n} entry of answers", "{n} entries of answers", deleted.log)),
        (
            deleted.roadmap,
            t.plural(
                "{n} entry of the roadmap’s log",
                "{n} entries of the roadmap’s log",
                deleted.roadmap,
            ),
        ),
        (
            deleted.sign_offs,
            t.plural(
                "{n} sign-off or correction", "{n} sign-offs and corrections", deleted.sign_offs
            ),
        ),
        (
            deleted.respondents,
            t.plural("{n} person who took part", "{n} people who took part", deleted.respondents),
        ),
        (
            deleted.attachments,
            t.plural(
                "{n} attached file, {size}",
                "{n} attached files, {size}",
                deleted.attachments,
                size=size_words(deleted.attachment_size, t),
            ),
        ),
        (
            deleted.reports,
            t.plural("the choices for {n} report", "the choices for {n} reports", deleted.reports),
        ),
        (
            deleted.contributions,
            t.plural(
                "{n} random id under which scores were given to others",
                "{n} random ids under which scores were given to others",
                deleted.contributions,
            ),
        ),
    )
    details = t("name, country, sector, size, turnover, contact person and notes")
    return (details, *(words for n, words in kinds if n))


def limits(t: Translator) -> tuple[str, ...]:
    """What no program can find out, so that nobody relies on it."""
    return (
        t(
            "Copies made by others: of the computer’s own backups, of a cloud folder, of earlier"
            " versions of files."
        ),
        t(
            "Backups and old files in a folder from which the workspace was moved away: only the"
            " folder where it is now is searched."
        ),
        t(
            "Blocks of the disk that are marked as free: flash drives in particular keep old"
            " contents for a while. An encrypted disk protects these, too."
        ),
        t(
            "Reports, tables, packages and contributions that were saved as files, and whatever"
            " was sent to somebody."
        ),
    )


def copy_line(copy: Copy, t: Translator) -> str:
    """Where a copy is, and how large."""
    return f"{copy.path} ({size_words(copy.size, t)})"


def size_words(size: int, t: Translator) -> str:
    """A number of bytes for people."""
    if size < _KILO:
        return t.plural("{n} byte", "{n} bytes", size)
    for unit in ("kB", "MB", "GB"):
        size_in_unit = size / _KILO
        if size_in_unit < _KILO or unit == "GB":
            return f"{t.number(size_in_unit, 1 if size_in_unit < 10 else 0)} {unit}"  # noqa: PLR2004 - two digits tell enough
        size = round(size_in_unit)
    raise AssertionError(size)


def _file_lines(done: Certificate, t: Translator) -> Iterator[str]:
    yield str(done.workspace)
    yield t(
        "written anew without what was deleted: {before} before, {after} after",
        before=size_words(done.size_before, t),
        after=size_words(done.size_after, t),
    )
    if done.log_kept:
        yield t(
            "Another program is reading the workspace, so its log could not be emptied. Close it"
            " there and close the workspace here."
        )


def _search_lines(done: Certificate, t: Translator) -> Iterator[str]:
    names = ", ".join(t("“{name}”", name=name) for name in done.deleted.names)
    if done.names_too_short:
        yield t("The name is too short to be looked for: it is in any file by accident.")
    else:
        yield t("for the name: {names}", names=names)
    yield t.plural(
        "for {n} id that stood beside everything that belonged to it",
        "for {n} ids that stood beside everything that belonged to it",
        len(done.deleted.ids),
    )
    yield t("as UTF-8, as UTF-16 in both orders, and escaped as in JSON, in every byte of the file")
    if not done.found:
        yield t("Found: nothing.")
    elif done.clean:
        yield t(
            "Found: the name, as part of other entries ({tables}). No id was found, so these are"
            " not the company’s.",
            tables=", ".join(_table_names(t).get(table, table) for table in done.elsewhere),
        )
    else:
        yield t("Found: {marks}.", marks=", ".join(done.found))


def _copy_lines(done: Certificate, t: Translator) -> Iterator[str]:
    yield t.plural("{n} file searched", "{n} files searched", done.searched)
    for copy in done.holding:
        yield t("still holds the company: {file}", file=copy_line(copy, t))
    for copy in done.deleted_copies:
        yield t("deleted: {file}", file=copy_line(copy, t))
    for path in done.unread:
        yield t("could not be read: {path}", path=path)
    if done.new_backup is not None:
        yield t("made anew, without the company: {path}", path=done.new_backup)


def _table_names(t: Translator) -> dict[str, str]:
    """What the entries of a table are, where a name may stand in them."""
    return {
        "answer_log": t("answers and comments"),
        "assessment": t("assessments"),
        "attachment": t("attached files"),
        "company": t("companies"),
        "plan_log": t("roadmaps"),
        "questionnaire": t("questionnaires"),
        "report_choices": t("choices for reports"),
        "respondent": t("people who took part"),
        "sign_off": t("what was signed off"),
    }


def _copy_data(copy: Copy) -> dict[str, Any]:
    return {"path": str(copy.path), "bytes": copy.size}


def _listed(lines: Iterator[str] | tuple[str, ...]) -> list[str]:
    return [f"- {line}" for line in lines]


def _time(iso: str, t: Translator) -> str:
    local = datetime.fromisoformat(iso).astimezone()
    return f"{t.date(local.date())}, {local:%H:%M}"
