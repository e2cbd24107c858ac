"""Whether what was signed still holds, in words."""

from __future__ import annotations

from collections.abc import Sequence

from digimaturity.i18n import Translator
from digimaturity.services.sign_off_checks import Checked, Fault


def check_words(checked: Sequence[Checked], t: Translator) -> str:
    """How many revisions were checked, and how many are as they were signed."""
    if not checked:
        return t("Nothing has been signed off with a hash.")
    sound = sum(one.fault is None for one in checked)
    return t.plural(
        "Unchanged since it was signed off: {sound} of {n} revision.",
        "Unchanged since they were signed off: {sound} of {n} revisions.",
        len(checked),
        sound=sound,
    )


def fault_words(one: Checked, t: Translator) -> str:
    """What is wrong with a revision, in a sentence."""
    facts = {"company": one.company, "day": t.date(one.record.day), "n": one.revision.number}
    if one.fault is Fault.CHANGED:
        return t(
            "{company}, {day}: the assessment says something else than revision {n}, which holds.",
            **facts,
        )
    return t("{company}, {day}: revision {n} is no longer what was signed off.", **facts)
