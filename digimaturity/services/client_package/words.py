"""A client package in words: what is in it, what it would change, what was done with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from digimaturity.domain.questionnaire import Kind, Question
from digimaturity.domain.responses import State
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.services.answers import BY_FORM, BY_YEAR
from digimaturity.services.backup_words import moment_words
from digimaturity.services.client_package.form import Counts, Manifest
from digimaturity.services.client_package.importing import TakenIn
from digimaturity.services.client_package.merging import Held
from digimaturity.services.client_package.preview import Compared, Preview, Standing
from digimaturity.store.records import Aspect

#: So much of a text is quoted.
_QUOTED = 120


def maker_words(manifest: Manifest, t: Translator) -> str:
    """Who made the package, when, and with which version."""
    moment = moment_words(datetime.fromisoformat(manifest.made), t)
    if manifest.by:
        return t(
            "Made by {name} on {moment}, with version {version}.",
            name=manifest.by,
            moment=moment,
            version=manifest.application,
        )
    return t(
        "Made on {moment}, with version {version}.", moment=moment, version=manifest.application
    )


def counts_words(counts: Counts, t: Translator) -> str:
    """How much is in it."""
    parts = [
        t.plural("{n} assessment", "{n} assessments", counts.assessments),
        t.plural("{n} person", "{n} people", counts.people),
        t.plural("{n} entry of the log", "{n} entries of the log", counts.lines),
    ]
    if counts.roadmap:
        parts.append(
            t.plural(
                "{n} entry of the roadmap’s log", "{n} entries of the roadmap’s log", counts.roadmap
            )
        )
    if counts.signoffs:
        parts.append(
            t.plural("{n} sign-off or correction", "{n} sign-offs and corrections", counts.signoffs)
        )
    if counts.files:
        parts.append(t.plural("{n} file", "{n} files", counts.files))
    return " · ".join(parts)


def notes_words(manifest: Manifest, t: Translator) -> str:
    """Whether the private notes are in it."""
    if manifest.notes:
        return t("The private notes are in it.")
    return t("The private notes are not in it.")


def standing_words(preview: Preview, t: Translator) -> str:
    """Whether the company is here."""
    if preview.known and preview.nothing_new:
        return t("This company is here already, and the package brings nothing new.")
    if preview.known:
        return t("This company is here already.")
    if preview.namesake:
        return t(
            "This company is not here yet. Another one of the same name is; it is not touched."
        )
    return t("This company is not here yet.")


def details_words(preview: Preview, t: Translator) -> str:
    """Which details of the company differ; empty where none do."""
    names = {
        "name": t("name"),
        "country": t("country"),
        "section": t("sector"),
        "employees": t("employees"),
        "turnover_band": t("turnover"),
        "contact": t("contact"),
        "next_due": t("day of the next assessment"),
        "notes": t("private notes"),
    }
    if not preview.details:
        return ""
    listed = ", ".join(names[name] for name in preview.details)
    return t("Details of the company differ: {details}.", details=listed)


def roadmap_words(preview: Preview, t: Translator) -> str:
    """How the roadmaps differ; empty where they do not."""
    found = preview.roadmap
    counted = (
        (found.differing, t.plural("{n} entry differs", "{n} entries differ", found.differing)),
        (found.only_there, t.plural("{n} only there", "{n} only there", found.only_there)),
        (found.only_here, t.plural("{n} only here", "{n} only here", found.only_here)),
    )
    told = [words for count, words in counted if count]
    if not told and found.lines:
        told = [t.plural("{n} earlier entry", "{n} earlier entries", found.lines)]
    return t("Roadmap: {changes}.", changes=", ".join(told)) if told else ""


def title_words(compared: Compared, t: Translator) -> str:
    """What an assessment is called, and how it stands to what is here."""
    standing = {
        Standing.NEW: t("new"),
        Standing.SAME: t("the same"),
        Standing.CHANGED: t("changed"),
        Standing.ONLY_HERE: t("only here"),
    }[compared.standing]
    return t(
        "{day}, {name}: {standing}",
        day=t.date(compared.day),
        name=text_in(compared.pack, t.language),
        standing=standing,
    )


def change_words(compared: Compared, t: Translator) -> tuple[str, ...]:
    """What differs in one assessment, each in a few words."""
    c = compared
    counted = (
        (
            len(c.differing),
            t.plural("{n} answer or note differs", "{n} answers or notes differ", len(c.differing)),
        ),
        (c.only_there, t.plural("{n} only there", "{n} only there", c.only_there)),
        (c.only_here, t.plural("{n} only here", "{n} only here", c.only_here)),
        (c.people, t.plural("{n} person new or renamed", "{n} people new or renamed", c.people)),
        (c.files, t.plural("{n} new file", "{n} new files", c.files)),
    )
    found = [words for count, words in counted if count]
    found += _signed_words(c, t)
    if not found and c.lines:
        found.append(
            t.plural("{n} earlier entry of the log", "{n} earlier entries of the log", c.lines)
        )
    if c.finished_here != c.finished_there and c.standing is Standing.CHANGED:
        here = t("signed off here, open there")
        found.append(here if c.finished_here else t("open here, signed off there"))
    if "day" in c.header:
        found.append(t("another date"))
    if {"peer_choice", "report"} & set(c.header):
        found.append(t("other settings of comparison or report"))
    if not c.same_questionnaire:
        found.append(t("begun with other questions"))
    return tuple(found)


def _signed_words(c: Compared, t: Translator) -> list[str]:
    """What became of it on one side alone."""
    counted = (
        (
            c.signed_there,
            t.plural(
                "{n} sign-off or correction only there",
                "{n} sign-offs and corrections only there",
                c.signed_there,
            ),
        ),
        (
            c.signed_here,
            t.plural(
                "{n} sign-off or correction only here",
                "{n} sign-offs and corrections only here",
                c.signed_here,
            ),
        ),
    )
    return [words for count, words in counted if count]


def done_words(done: TakenIn, t: Translator) -> tuple[str, str]:
    """What was done, and where what was here before lies."""
    what = t("The package of {name} is taken in.", name=done.name)
    if not (done.added or done.changed or done.roadmap):
        what = t("The package of {name} has changed nothing.", name=done.name)
    more = []
    if done.added:
        more.append(t.plural("{n} assessment added.", "{n} assessments added.", done.added))
    if done.changed:
        more.append(t.plural("{n} assessment changed.", "{n} assessments changed.", done.changed))
    if done.roadmap:
        more.append(
            t.plural(
                "{n} entry of the roadmap’s log added.",
                "{n} entries of the roadmap’s log added.",
                done.roadmap,
            )
        )
    if done.backup is not None:
        more.append(t("What was here before is in the backup {path}.", path=done.backup))
    return what, " ".join(more)


def aspect_words(aspect: str, t: Translator) -> str:
    """What is said to a question, where it is no answer."""
    match aspect:
        case Aspect.COMMENT:
            return t("comment")
        case Aspect.EVIDENCE:
            return t("evidence")
        case Aspect.REVIEW:
            return t("mark for review")
        case Aspect.REASON:
            return t("why the group agreed")
        case Aspect.PARKED:
            return t("put off for later")
    return ""


def held_words(question: Question, aspect: str, held: Held, t: Translator) -> str:
    """What was said, when, and by whom."""
    said = value_words(question, aspect, held.value, t)
    moment = moment_words(datetime.fromisoformat(held.at), t)
    if held.by:
        by = t("by a form") if held.by.startswith(BY_FORM) else held.by
        if held.by.startswith(BY_YEAR):
            by = t("carried over from an earlier year")
        return t("{said} ({name}, {moment})", said=said, name=by, moment=moment)
    return t("{said} ({moment})", said=said, moment=moment)


def value_words(question: Question, aspect: str, value: Any, t: Translator) -> str:  # noqa: ANN401 - what the log keeps
    """An answer, note, mark or consensus as one reads it."""
    if value is None:
        return t("taken back")
    match aspect:
        case Aspect.REVIEW:
            return t("marked for review")
        case Aspect.CONSENSUS:
            return t("Level {level}", level=value)
        case Aspect.COMMENT | Aspect.EVIDENCE | Aspect.REASON | Aspect.PARKED:
            return _quoted(str(value), t)
    if value["state"] == State.DONT_KNOW:
        return t("Don’t know")
    if value["state"] == State.NOT_APPLICABLE:
        return t("Not applicable")
    return _answer_words(question, value["value"], t)


def _answer_words(question: Question, value: Any, t: Translator) -> str:  # noqa: ANN401 - as above
    match question.kind:
        case Kind.LEVELS:
            return t("Level {level}", level=int(value))
        case Kind.YES_NO:
            return t("Yes") if value else t("No")
        case Kind.NUMBER:
            return t.number(value, 0 if float(value).is_integer() else 1)
        case Kind.TEXT:
            return _quoted(value, t)
    names = {option.id: text_in(option.text, t.language) for option in question.options}
    return ", ".join(names[one] for one in value) or t("none")


def _quoted(text: str, t: Translator) -> str:
    short = " ".join(text.split())
    return t("“{text}”", text=short if len(short) <= _QUOTED else f"{short[:_QUOTED]}…")


def preview_lines(preview: Preview, t: Translator) -> list[str]:
    """All of a preview, one line after the other."""
    manifest = preview.package.manifest
    lines = [
        manifest.name,
        maker_words(manifest, t),
        counts_words(manifest.counts, t),
        notes_words(manifest, t),
        standing_words(preview, t),
    ]
    if details := details_words(preview, t):
        lines.append(details)
    if roadmap := roadmap_words(preview, t):
        lines.append(roadmap)
    for compared in preview.assessments:
        changes = "; ".join(change_words(compared, t))
        lines.append(title_words(compared, t) + (f" ({changes})" if changes else ""))
        if compared.to_be_chosen:
            lines.append("  " + t("Signed off: it changes only if you say so."))
    return lines


def copied_name(name: str, known: Sequence[str], t: Translator) -> str:
    """What a copy is called, so that nobody takes it for the original."""
    found = t("{name} (copy)", name=name)
    number = 2
    while found in known:
        found = t("{name} (copy {number})", name=name, number=number)
        number += 1
    return found
