"""Keys and single values."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.packs.wording.form import Words

VALUES: Mapping[str, Words] = {
    "format": lambda t: t(
        "This program reads packs of format 1, not of format {value}. "
        "Write “format: 1”, or get a newer version of the program."
    ),
    "key.unknown": lambda t: t("The key “{key}” is not known here. Correct or delete it."),
    "key.missing": lambda t: t("The key “{key}” is missing here. Add it."),
    "key.kind": lambda t: t(
        "Questions of the kind {kind} have no “{key}”. Delete it, or choose another kind."
    ),
    "value.empty": lambda t: t("The value is empty. Fill it in, or delete its key."),
    "value.quote": lambda t: t('A text is needed here. Put it in quotes: "{value}".'),
    "value.long": lambda t: t("The text is too long. Shorten it to at most {limit} characters."),
    "value.choice": lambda t: t("“{value}” is not possible here. Choose one of: {choices}."),
    "value.type.text": lambda t: t("A text is needed here, not a list or a mapping."),
    "value.type.whole": lambda t: t("A whole number is needed here, such as 3."),
    "value.type.number": lambda t: t(
        "A finite number is needed here, with a point for decimals, such as 1.5."
    ),
    "value.type.boolean": lambda t: t("Write true or false here, without quotes."),
    "value.type.list": lambda t: t("A list is needed here, such as [first, second]."),
    "value.type.mapping": lambda t: t("Keys with values are needed here, such as “key: value”."),
    "value.type.value": lambda t: t("A number, true, false or an option is needed here."),
    "value.form.id": lambda t: t(
        "“{value}” cannot be an id. Write small letters, digits and underscores, "
        "in parts joined by dots, beginning with a letter."
    ),
    "value.form.word": lambda t: t(
        "“{value}” cannot stand here. Write small letters, digits and underscores, "
        "beginning with a letter."
    ),
    "value.form.pack_id": lambda t: t(
        "“{value}” cannot be the id of a pack. Write small letters, digits, hyphens and "
        "underscores, beginning with a letter."
    ),
    "value.form.claim": lambda t: t(
        "“{value}” is no claim. Write its id as in the list of claims, such as REB-4."
    ),
    "value.form.language": lambda t: t(
        "“{value}” is no language code. Write one such as en, de or pt-BR."
    ),
    "value.form.code": lambda t: t(
        "“{value}” is no code. Write letters, digits and underscores, beginning with a letter."
    ),
    "value.range.minimum": lambda t: t("{value} is too small. Write a number of at least {limit}."),
    "value.range.maximum": lambda t: t("{value} is too large. Write a number of at most {limit}."),
    "value.range.exclusiveMinimum": lambda t: t(
        "{value} is too small. Write a number above {limit}."
    ),
    "list.short": lambda t: t("This list is too short. It needs at least {limit}."),
    "list.long": lambda t: t("This list is too long. It may have at most {limit}."),
    "list.length": lambda t: t("This list must have exactly {limit} entries."),
    "list.repeats": lambda t: t("“{value}” stands twice in this list. Delete one."),
}
