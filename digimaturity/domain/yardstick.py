"""What two assessments must have in common for their scores to be held against each other."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from digimaturity.domain.questionnaire import Area, Dimension, Question, Questionnaire
from digimaturity.domain.sample import OVERALL, Figure, Key

#: For each figure of a questionnaire what it is measured by; equal where the yardstick is the same.
Yardsticks = Mapping[Key, Hashable]


def yardsticks(questionnaire: Questionnaire) -> Yardsticks:
    """The yardstick of every figure that a questionnaire gives.

    A score has the same yardstick as another when it comes from the same pack and from the same
    scored questions: same ids, kinds, levels, points, weights and conditions. Texts, translations
    and measures may differ, or each corrected word would cost a mentor all her peers; a question
    whose meaning changes gets another id (`Question.replaces`). So a new version of a pack keeps
    the peers of those areas that it leaves alone. The index has its own definition for a
    yardstick, whichever pack asks for the facts.
    """
    pack = questionnaire.id
    found: dict[Key, Hashable] = {}
    for dimension in questionnaire.dimensions:
        for area in dimension.areas:
            found[Figure.AREA, area.id] = (pack, _area(area))
        found[Figure.DIMENSION, dimension.id] = (pack, _dimension(dimension))
    every = frozenset((d.id, d.weight, _dimension(d)) for d in questionnaire.dimensions)
    found[OVERALL] = (pack, every)
    index = questionnaire.index
    if index is not None:
        items = frozenset((item.code, item.yes_if) for item in index.items)
        facts = frozenset((fact.id, fact.kind, fact.unit) for fact in questionnaire.facts)
        found[Figure.INDEX, index.id] = (index.id, index.version, items, facts)
    return found


def _dimension(dimension: Dimension) -> Hashable:
    return frozenset((area.id, area.weight, _area(area)) for area in dimension.areas)


def _area(area: Area) -> Hashable:
    return frozenset(_question(question) for question in area.questions if question.scored)


def _question(question: Question) -> Hashable:
    options = frozenset((option.id, option.points) for option in question.options)
    counted = (question.weight, len(question.levels), options, question.show_if)
    return (question.id, question.kind, *counted)
