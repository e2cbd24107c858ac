"""The sentences of problems: what is wrong and how to mend it, for the author of a pack."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from digimaturity.i18n import Translate

Words = Callable[[Translate, Mapping[str, object]], str]


def sentence(code: str, details: Mapping[str, object], t: Translate) -> str:
    """The sentence of a problem in the language of `t`."""
    shown = {key: _shown(value) for key, value in details.items()}
    variant = f"{code}.{details.get(_VARIANTS.get(code, ''), '')}"
    words = SENTENCES[variant if variant in SENTENCES else code]
    text = words(t, shown)
    if suggestion := shown.get("suggestion"):
        return f"{text} {t('Did you mean “{suggestion}”?', suggestion=suggestion)}"
    return text


#: Codes with a sentence of its own for each value of a detail.
_VARIANTS = {"value.type": "wanted", "value.form": "wanted", "value.range": "rule"}


def _shown(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, list) else value


_FILES: dict[str, Words] = {
    "file.missing": lambda t, _: t("This file is missing. Add it to the folder of the pack."),
    "file.empty": lambda t, _: t("This file is empty. Fill it, or delete it."),
    "file.unreadable": lambda t, d: t(
        "This file cannot be read ({reason}). Check that it is a file and that you may open it.",
        **d,
    ),
    "file.too_large": lambda t, d: t(
        "This file is larger than {megabytes} MB. Split it into several files.", **d
    ),
    "file.encoding": lambda t, _: t(
        "This line holds bytes that are not UTF-8. Save the file with the encoding UTF-8."
    ),
    "file.character": lambda t, d: t(
        "This line holds the control character {character}. Delete it.", **d
    ),
    "file.suffix": lambda t, _: t(
        "Files ending in .yml are not read. Rename the file so that it ends in .yaml."
    ),
    "file.unknown": lambda t, _: t(
        "A pack has no such file here. "
        "Beside pack.yaml, measures.yaml and the folder measures there is one folder of texts for "
        "each language."
    ),
}

_YAML: dict[str, Words] = {
    "yaml.syntax": lambda t, d: t(
        "From here on this is not YAML: {reason}. "
        "Check indentation, colons and quotes in this line and the one above.",
        **d,
    ),
    "yaml.alias": lambda t, _: t("Anchors (&) and aliases (*) are not read. Write the part out."),
    "yaml.tag": lambda t, d: t("Tags such as {tag} are not read. Delete the tag.", **d),
    "yaml.documents": lambda t, _: t(
        "A second document begins here. Put everything into one, and delete this “---”."
    ),
    "yaml.key": lambda t, _: t("A list or mapping cannot be a key. Write a plain word as the key."),
    "yaml.deep": lambda t, d: t(
        "Lists and mappings are nested more than {limit} deep. Make this part flatter.", **d
    ),
    "yaml.duplicate": lambda t, d: t(
        "The key “{key}” stands here for the second time; the first is in line {first}. "
        "Keep one of them.",
        **d,
    ),
}

_VALUES: dict[str, Words] = {
    "format": lambda t, d: t(
        "This program reads packs of format 1, not of format {value}. "
        "Write “format: 1”, or get a newer version of the program.",
        **d,
    ),
    "key.unknown": lambda t, d: t("The key “{key}” is not known here. Correct or delete it.", **d),
    "key.missing": lambda t, d: t("The key “{key}” is missing here. Add it.", **d),
    "key.kind": lambda t, d: t(
        "Questions of the kind {kind} have no “{key}”. Delete it, or choose another kind.", **d
    ),
    "value.empty": lambda t, _: t("The value is empty. Fill it in, or delete its key."),
    "value.quote": lambda t, d: t('A text is needed here. Put it in quotes: "{value}".', **d),
    "value.long": lambda t, d: t(
        "The text is too long. Shorten it to at most {limit} characters.", **d
    ),
    "value.choice": lambda t, d: t(
        "“{value}” is not possible here. Choose one of: {choices}.", **d
    ),
    "value.type.text": lambda t, _: t("A text is needed here, not a list or a mapping."),
    "value.type.whole": lambda t, _: t("A whole number is needed here, such as 3."),
    "value.type.number": lambda t, _: t(
        "A finite number is needed here, with a point for decimals, such as 1.5."
    ),
    "value.type.boolean": lambda t, _: t("Write true or false here, without quotes."),
    "value.type.list": lambda t, _: t("A list is needed here, such as [first, second]."),
    "value.type.mapping": lambda t, _: t("Keys with values are needed here, such as “key: value”."),
    "value.type.value": lambda t, _: t("A number, true, false or an option is needed here."),
    "value.form.id": lambda t, d: t(
        "“{value}” cannot be an id. Write small letters, digits and underscores, "
        "in parts joined by dots, beginning with a letter.",
        **d,
    ),
    "value.form.word": lambda t, d: t(
        "“{value}” cannot stand here. Write small letters, digits and underscores, "
        "beginning with a letter.",
        **d,
    ),
    "value.form.pack_id": lambda t, d: t(
        "“{value}” cannot be the id of a pack. Write small letters, digits, hyphens and "
        "underscores, beginning with a letter.",
        **d,
    ),
    "value.form.claim": lambda t, d: t(
        "“{value}” is no claim. Write its id as in the list of claims, such as REB-4.", **d
    ),
    "value.form.language": lambda t, d: t(
        "“{value}” is no language code. Write one such as en, de or pt-BR.", **d
    ),
    "value.form.code": lambda t, d: t(
        "“{value}” is no code. Write letters, digits and underscores, beginning with a letter.",
        **d,
    ),
    "value.range.minimum": lambda t, d: t(
        "{value} is too small. Write a number of at least {limit}.", **d
    ),
    "value.range.maximum": lambda t, d: t(
        "{value} is too large. Write a number of at most {limit}.", **d
    ),
    "value.range.exclusiveMinimum": lambda t, d: t(
        "{value} is too small. Write a number above {limit}.", **d
    ),
    "list.short": lambda t, d: t("This list is too short. It needs at least {limit}.", **d),
    "list.long": lambda t, d: t("This list is too long. It may have at most {limit}.", **d),
    "list.length": lambda t, d: t("This list must have exactly {limit} entries.", **d),
    "list.repeats": lambda t, d: t("“{value}” stands twice in this list. Delete one.", **d),
}

_IDS: dict[str, Words] = {
    "id.duplicate": lambda t, d: t(
        "The id “{id}” is taken; it stands in line {first}, too. Give one of the two another.", **d
    ),
    "id.elsewhere": lambda t, d: t(
        "The id “{id}” is taken; it stands in {file}, line {first}, too. "
        "Give one of the two another.",
        **d,
    ),
    "area.unknown": lambda t, d: t(
        "There is no area “{area}”. Correct the id, or delete the plan.", **d
    ),
    "plan.scored": lambda t, d: t(
        "The plan “{question}” is of the kind {kind}, which has a score. "
        "Intent is kept apart from state: choose one_of, number or text.",
        **d,
    ),
    "of.missing": lambda t, d: t(
        "There is no pack “{of}” beside this one. Correct the name of its folder.", **d
    ),
    "of.broken": lambda t, d: t(
        "The pack “{of}” has faults, so nothing can be taken from it. Check and mend it first.", **d
    ),
    "of.chain": lambda t, d: t(
        "The pack “{of}” takes its questions from another itself. Name that one here.", **d
    ),
    "of.question": lambda t, d: t(
        "The pack “{of}” has no rated question “{question}”. Correct or delete the id.", **d
    ),
    "of.language": lambda t, d: t(
        "The pack “{of}” has no texts in the language “{language}”. Take it off the list.", **d
    ),
    "of.condition": lambda t, d: t(
        "Whether “{question}” is asked depends on “{other}”, which is not on the list. Add it.",
        **d,
    ),
    "of.surplus": lambda t, _: t(
        "A pack that takes its questions from another has no texts or measures of its own beside "
        "its name. Delete this part."
    ),
    "question.unknown": lambda t, d: t(
        "There is no question “{question}”. Correct the id, or delete the reference.", **d
    ),
    "replaces.living": lambda t, d: t(
        "“{old}” is still a question of this pack. Only ids of questions that are gone can be "
        "replaced.",
        **d,
    ),
    "options.worthless": lambda t, d: t(
        "The options of “{question}” have no points, so that no answer has a score. "
        "Give at least one option points above 0.",
        **d,
    ),
    "range.empty": lambda t, d: t(
        "The maximum {highest} is not above the minimum {lowest}. Correct one of them.", **d
    ),
    "bands.order": lambda t, _: t("The bands must rise. Sort them, and correct equal ones."),
    "language.missing": lambda t, d: t(
        "There are no texts in the language “{language}”. "
        "Add the folder {language} with its texts, or delete the language from this list.",
        **d,
    ),
    "language.surplus": lambda t, d: t(
        "The language “{language}” is not named in pack.yaml. "
        "Add it to the languages there, or delete this folder.",
        **d,
    ),
}

_CONDITIONS: dict[str, Words] = {
    "condition.form": lambda t, _: t(
        "This is no condition. Write exactly one of: question with at_least, more_than or equals; "
        "any; all; not."
    ),
    "condition.kind": lambda t, d: t(
        "“{operator}” cannot be used with “{question}”, which is of the kind {kind}. "
        "Compare it otherwise, or choose another question.",
        **d,
    ),
    "condition.number": lambda t, d: t(
        "“{question}” is answered with a number. Write one here.", **d
    ),
    "condition.range": lambda t, d: t(
        "No answer to “{question}” can fit {value}: it goes from {lowest} to {highest}. "
        "Correct the number.",
        **d,
    ),
    "condition.yes_no": lambda t, d: t(
        "“{question}” is answered with yes or no. Write true or false.", **d
    ),
    "condition.option": lambda t, d: t(
        "“{option}” is no option of “{question}”. Choose one of: {options}.", **d
    ),
    "condition.circle": lambda t, d: t(
        "These questions are each shown only because of the next, in a circle: {path}. "
        "Delete one of their conditions.",
        **d,
    ),
    "condition.deep": lambda t, d: t(
        "More than {limit} questions are shown one because of the other, up to here. "
        "Delete one of their conditions.",
        **d,
    ),
    "condition.never": lambda t, d: t(
        "No answers can make this condition hold, so that “{question}” is never shown. "
        "Correct the condition.",
        **d,
    ),
    "condition.never_yes": lambda t, _: t(
        "No answers can make this condition hold, so that the item is never a yes. Correct it."
    ),
}

_MEASURES: dict[str, Words] = {
    "measure.unknown": lambda t, d: t(
        "There is no measure “{measure}”. Correct the id, or delete the reference.", **d
    ),
    "measure.circle": lambda t, d: t(
        "These measures each require the next, in a circle: {path}. Delete one requirement.", **d
    ),
    "lift.duplicate": lambda t, d: t(
        "This measure lifts “{question}” twice; the other lift is in line {first}. Keep one.", **d
    ),
    "lift.kind": lambda t, d: t(
        "Only questions of the kind levels can be lifted; “{question}” is of the kind {kind}. "
        "Choose another question.",
        **d,
    ),
    "lift.order": lambda t, d: t(
        "The lift leads from level {origin} to {goal}, which is not above it. Correct one of them.",
        **d,
    ),
    "lift.beyond": lambda t, d: t(
        "“{question}” has {levels} levels; level {goal} is beyond them. Correct it.", **d
    ),
    "effort.zero": lambda t, d: t(
        "The effort for {size} employees is 0 for everybody. Give at least one role some days.", **d
    ),
    "gap_rule.kind": lambda t, d: t(
        "“{question}” has no score, being of the kind {kind}, so that viewpoints cannot differ "
        "in it. Choose another question.",
        **d,
    ),
}

_TEXTS: dict[str, Words] = {
    "text.missing": lambda t, d: t(
        "The text {key} is missing in the language “{language}”. Add it.", **d
    ),
    "text.surplus": lambda t, d: t(
        "The text {key} belongs to nothing in this pack. Correct its key, or delete it.", **d
    ),
    "text.count": lambda t, d: t(
        "{key} has {found} texts where {wanted} are needed. Add or delete some.", **d
    ),
    "text.duplicate": lambda t, d: t(
        "The text {key} stands in {file}, line {first}, too. Keep one of them.", **d
    ),
    "text.file": lambda t, d: t("This file is missing. Translate {like} into it.", **d),
}

_TABLES: dict[str, Words] = {
    "csv.header": lambda t, d: t("The first line must name the columns {columns}.", **d),
    "csv.columns": lambda t, d: t(
        "This row has {found} cells instead of {wanted}. Check its commas and quotes.", **d
    ),
    "csv.quotes": lambda t, _: t("The quotes in this row do not fit together. Correct them."),
    "csv.cell": lambda t, d: t("“{value}” cannot stand in the column {column}. Correct it.", **d),
    "csv.choice": lambda t, d: t(
        "“{value}” cannot stand in the column {column}. Choose one of: {choices}.", **d
    ),
    "csv.number": lambda t, d: t(
        "“{value}” cannot stand in the column {column}. "
        "Write a number from {lowest} to {highest}, with a point for decimals.",
        **d,
    ),
    "csv.duplicate": lambda t, d: t(
        "This figure stands in line {first}, too. Keep one of the two.", **d
    ),
    "csv.source": lambda t, d: t(
        "pack.yaml has no source “{source}”. Add it there, or correct it here.", **d
    ),
    "bands.sum": lambda t, d: t(
        "The four bands that begin here make {sum} per cent, not 100. Correct the shares.", **d
    ),
    "bands.mixed": lambda t, _: t(
        "The four bands that begin here have different sources or numbers of firms. "
        "Take all four from one publication."
    ),
    "source.conflict": lambda t, d: t(
        "Another benchmark pack describes the source “{source}” differently. "
        "Give it another id here.",
        **d,
    ),
}

#: Every code of a problem, with the function that words it.
SENTENCES: dict[str, Words] = {
    **_FILES,
    **_YAML,
    **_VALUES,
    **_IDS,
    **_CONDITIONS,
    **_MEASURES,
    **_TEXTS,
    **_TABLES,
}
