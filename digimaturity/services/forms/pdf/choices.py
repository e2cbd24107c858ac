"""What can be ticked at a question, and how a screen reader names its fields."""

from __future__ import annotations

from collections.abc import Iterator

from digimaturity.authoring.paper.blocks import Mark
from digimaturity.domain.questionnaire import Kind
from digimaturity.i18n import Translator
from digimaturity.report.pdf.fonts import clean
from digimaturity.services.forms.fields import DONT_KNOW, NONE, NOT_APPLICABLE, ON, Field, Role
from digimaturity.services.forms.model import Choice, Item
from digimaturity.services.forms.pdf.blocks import radio, tick
from digimaturity.services.forms.pdf.canvas import Group

#: A choice, and its box.
Ticked = tuple[Choice, Mark]

#: The kinds of questions whose answer is not one of a group of round boxes.
_APART = frozenset({Kind.MANY_OF, Kind.NUMBER, Kind.TEXT})


def asked(item: Item, t: Translator) -> str:
    """The question in words, as the name of its fields; with the unit of a number."""
    words = t("Question {n}: {text}", n=item.number, text=clean(item.text))
    unit = clean(item.unit)
    return f"{words} ({unit})" if unit else words


def listed(item: Item, t: Translator) -> Iterator[Ticked]:
    """The choices that have a line each: all where there is no comment to stand beside some."""
    if item.kind is Kind.MANY_OF:
        for choice in item.choices:
            name = Field(Role.MANY_OF, item.id, choice.value).name
            yield choice, tick(name, ON, _chosen(item, choice, t))
    elif item.kind in (Kind.LEVELS, Kind.ONE_OF):
        for choice in item.choices:
            yield choice, _round(item, choice, t)
        if not item.comment:
            yield from _instead(item, t)


def short(item: Item, t: Translator) -> Iterator[Ticked]:
    """The choices that share a line: yes and no, and what is said instead of an answer."""
    if item.kind is Kind.YES_NO:
        for choice in item.choices:
            yield choice, _round(item, choice, t)
    if item.comment or item.kind not in (Kind.LEVELS, Kind.ONE_OF):
        yield from _instead(item, t)


def _instead(item: Item, t: Translator) -> Iterator[Ticked]:
    choices = [Choice(DONT_KNOW, t("Don’t know"))]
    if item.kind is Kind.MANY_OF:
        choices.insert(0, Choice(NONE, t("None of these")))
    if item.may_not_apply:
        choices.append(Choice(NOT_APPLICABLE, t("Not applicable")))
    for choice in choices:
        if item.kind in _APART and len(choices) == 1:
            # One round box alone could not be emptied again.
            name = Field(Role.STATE, item.id).name
            yield choice, tick(name, choice.value, _chosen(item, choice, t))
        else:
            yield choice, _round(item, choice, t)


def _round(item: Item, choice: Choice, t: Translator) -> Mark:
    role = Role.STATE if item.kind in _APART else Role(item.kind.value)
    group = Group(Field(role, item.id).name, asked(item, t))
    return radio(group, choice.value, _chosen(item, choice, t))


def _chosen(item: Item, choice: Choice, t: Translator) -> str:
    text = clean(choice.text)
    if item.kind is Kind.LEVELS and choice.value.isdigit():
        level = choice.value
        return t("Question {n}, level {level}: {text}", n=item.number, level=level, text=text)
    return t("Question {n}: {text}", n=item.number, text=text)
