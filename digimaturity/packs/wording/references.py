"""Ids, and what refers to them."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.packs.wording.form import Words

IDS: Mapping[str, Words] = {
    "id.duplicate": lambda t: t(
        "The id “{id}” is taken; it stands in line {first}, too. Give one of the two another."
    ),
    "id.elsewhere": lambda t: t(
        "The id “{id}” is taken; it stands in {file}, line {first}, too. "
        "Give one of the two another."
    ),
    "area.unknown": lambda t: t("There is no area “{area}”. Correct the id, or delete the plan."),
    "gap_rule.area": lambda t: t(
        "There is no area “{area}”. Correct the id, or take it out of the rule."
    ),
    "plan.scored": lambda t: t(
        "The plan “{question}” is of the kind {kind}, which has a score. "
        "Intent is kept apart from state: choose one_of, number or text."
    ),
    "of.missing": lambda t: t(
        "There is no pack “{of}” beside this one. Correct the name of its folder."
    ),
    "of.broken": lambda t: t(
        "The pack “{of}” has faults, so nothing can be taken from it. Check and mend it first."
    ),
    "of.chain": lambda t: t(
        "The pack “{of}” takes its questions from another itself. Name that one here."
    ),
    "of.question": lambda t: t(
        "The pack “{of}” has no rated question “{question}”. Correct or delete the id."
    ),
    "of.language": lambda t: t(
        "The pack “{of}” has no texts in the language “{language}”. Take it off the list."
    ),
    "of.condition": lambda t: t(
        "Whether “{question}” is asked depends on “{other}”, which is not on the list. Add it."
    ),
    "of.surplus": lambda t: t(
        "A pack that takes its questions from another has no texts or measures of its own beside "
        "its name. Delete this part."
    ),
    "question.unknown": lambda t: t(
        "There is no question “{question}”. Correct the id, or delete the reference."
    ),
    "replaces.living": lambda t: t(
        "“{old}” is still a question of this pack. Only ids of questions that are gone can be "
        "replaced."
    ),
    "options.worthless": lambda t: t(
        "The options of “{question}” have no points, so that no answer has a score. "
        "Give at least one option points above 0."
    ),
    "range.empty": lambda t: t(
        "The maximum {highest} is not above the minimum {lowest}. Correct one of them."
    ),
    "bands.order": lambda t: t("The bands must rise. Sort them, and correct equal ones."),
    "language.missing": lambda t: t(
        "There are no texts in the language “{language}”. "
        "Add the folder {language} with its texts, or delete the language from this list."
    ),
    "language.surplus": lambda t: t(
        "The language “{language}” is not named in pack.yaml. "
        "Add it to the languages there, or delete this folder."
    ),
}
