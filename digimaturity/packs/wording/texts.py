"""Texts in the languages of a pack."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.packs.wording.form import Words

TEXTS: Mapping[str, Words] = {
    "text.missing": lambda t: t("The text {key} is missing in the language “{language}”. Add it."),
    "text.surplus": lambda t: t(
        "The text {key} belongs to nothing in this pack. Correct its key, or delete it."
    ),
    "text.count": lambda t: t(
        "{key} has {found} texts where {wanted} are needed. Add or delete some."
    ),
    "text.duplicate": lambda t: t(
        "The text {key} stands in {file}, line {first}, too. Keep one of them."
    ),
    "text.file": lambda t: t("This file is missing. Translate {like} into it."),
}
