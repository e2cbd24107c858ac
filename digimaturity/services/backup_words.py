"""Backups in words: when and why one was made, how large it is, what is in it."""

from __future__ import annotations

from datetime import datetime

from digimaturity.i18n import Translator
from digimaturity.store.backups import Backup
from digimaturity.store.inspection import Contents


def moment_words(moment: datetime, t: Translator) -> str:
    """Day and time of a moment, as the clock on the wall has it."""
    local = moment.astimezone()
    return t("{day}, {time}", day=t.date(local.date()), time=f"{local:%H:%M}")


def backup_words(backup: Backup, t: Translator) -> str:
    """Why it was made, and its size."""
    size = t.number(max(backup.size / 1_000_000, 0.1), 1)
    return t("{why} · {size} MB", why=_why(backup.reason, t), size=size)


def contents_words(contents: Contents, t: Translator) -> str:
    """How many companies, assessments and answers there are, and how old the last change is."""
    counts = (
        t.plural("{n} company", "{n} companies", contents.companies),
        t.plural("{n} assessment", "{n} assessments", contents.assessments),
        t.plural("{n} answer", "{n} answers", contents.answers),
    )
    words = " · ".join(counts)
    if not contents.last_change:
        return words
    last = moment_words(datetime.fromisoformat(contents.last_change), t)
    return t("{counts} · last entry {moment}", counts=words, moment=last)


def _why(reason: str, t: Translator) -> str:
    if reason == "daily":
        return t("made every day by itself")
    if reason == "asked":
        return t("made because you asked")
    return t("made before a new version changed the file")
