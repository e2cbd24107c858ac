"""Conditions of questions and of items of the index."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.packs.wording.form import Words

CONDITIONS: Mapping[str, Words] = {
    "condition.form": lambda t: t(
        "This is no condition. Write exactly one of: question with at_least, more_than or equals; "
        "any; all; not."
    ),
    "condition.kind": lambda t: t(
        "“{operator}” cannot be used with “{question}”, which is of the kind {kind}. "
        "Compare it otherwise, or choose another question."
    ),
    "condition.number": lambda t: t("“{question}” is answered with a number. Write one here."),
    "condition.range": lambda t: t(
        "No answer to “{question}” can fit {value}: it goes from {lowest} to {highest}. "
        "Correct the number."
    ),
    "condition.yes_no": lambda t: t(
        "“{question}” is answered with yes or no. Write true or false."
    ),
    "condition.option": lambda t: t(
        "“{option}” is no option of “{question}”. Choose one of: {options}."
    ),
    "condition.circle": lambda t: t(
        "These questions are each shown only because of the next, in a circle: {path}. "
        "Delete one of their conditions."
    ),
    "condition.deep": lambda t: t(
        "More than {limit} questions are shown one because of the other, up to here. "
        "Delete one of their conditions."
    ),
    "condition.never": lambda t: t(
        "No answers can make this condition hold, so that “{question}” is never shown. "
        "Correct the condition."
    ),
    "condition.never_yes": lambda t: t(
        "No answers can make this condition hold, so that the item is never a yes. Correct it."
    ),
}
