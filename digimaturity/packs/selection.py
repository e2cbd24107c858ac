"""A short questionnaire: some of the questions of another pack, under the same ids."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from digimaturity.domain.catalogue import GapRule, Measure
from digimaturity.domain.conditions import questions_in
from digimaturity.domain.questionnaire import Area, Dimension, Questionnaire
from digimaturity.packs.document import document_of
from digimaturity.packs.nodes import Node
from digimaturity.packs.problems import Problem, nearest
from digimaturity.packs.revival import questionnaire_from_document

#: Gives the questionnaire of the pack in the folder of that name, or why there is none.
BaseOf = Callable[[str], tuple[Questionnaire | None, list[Problem]]]


@dataclass(slots=True)
class SelectionChecks:
    """Holds a selection against the pack that it is taken from; the faults are in `problems`."""

    pack: Node
    base: Questionnaire
    problems: list[Problem] = field(default_factory=list)

    def run(self) -> list[Problem]:
        """Check the questions and the languages."""
        fields = self.pack.fields()
        rated = [question.id for question in self.base.rated_questions]
        chosen = {node.value for node in fields["questions"].items()}
        for node in fields["questions"].items():
            if node.value not in rated:
                near = nearest(node.raw, [key for key in rated if key not in chosen])
                of = fields["of"].raw
                self._note(node, "of.question", question=node.raw, of=of, suggestion=near)
            else:
                self._condition(node, chosen)
        for node in fields["languages"].items():
            if node.value not in self.base.languages:
                self._note(node, "of.language", language=node.raw, of=fields["of"].raw)
        return self.problems

    def _condition(self, node: Node, chosen: Collection[object]) -> None:
        condition = self.base.by_id[node.raw].show_if
        rated = {question.id for question in self.base.rated_questions}
        for other in sorted(set(questions_in(condition)) if condition else ()):
            if other in rated and other not in chosen:
                self._note(node, "of.condition", question=node.raw, other=other)

    def _note(self, node: Node, code: str, **details: object) -> None:
        self.problems.append(node.problem(code, **details))


def base_problem(of: Node, found: list[Problem]) -> Problem:
    """Why the pack that is named by `of` cannot give its questions."""
    codes = {problem.code for problem in found}
    if "of.chain" in codes:
        return of.problem("of.chain", of=of.raw)
    if "file.missing" in codes:
        return of.problem("of.missing", of=of.raw)
    return of.problem("of.broken", of=of.raw)


def selected(
    structure: Mapping[str, Any], name: Mapping[str, str], base: Questionnaire
) -> Questionnaire:
    """The faultless selection `structure` of `base`, with its facts, index and glossary.

    Follow-ups on strategy, plans and decisions stay with the whole questionnaire. Of the measures
    those stay that lift one of the chosen questions.
    """
    chosen = frozenset(structure["questions"])
    dimensions = [_dimension(dimension, chosen) for dimension in base.dimensions]
    draft = replace(
        base,
        id=structure["id"],
        version=structure["version"],
        licence=structure["licence"],
        languages=tuple(structure["languages"]),
        name=name,
        dimensions=tuple(dimension for dimension in dimensions if dimension.areas),
        strategy=(),
        plans=(),
        decisions=(),
        measures=_measures(base.measures, chosen, [base.area_of[key].id for key in chosen]),
        part_of=base.id,
        part_of_questions=len(base.rated_questions),
        fingerprint="",
    )
    # By way of the document, so that the texts are those of its own languages.
    return questionnaire_from_document(document_of(draft))


def _dimension(dimension: Dimension, chosen: Collection[str]) -> Dimension:
    areas = [_area(area, chosen) for area in dimension.areas]
    return replace(dimension, areas=tuple(area for area in areas if area.questions))


def _area(area: Area, chosen: Collection[str]) -> Area:
    asked = tuple(question for question in area.questions if question.id in chosen)
    # A reading is written for the mean of the whole area, and would claim what nobody was asked.
    readings = area.readings if asked == area.questions else ()
    return replace(area, questions=asked, readings=readings)


def _measures(
    measures: tuple[Measure, ...], chosen: Collection[str], areas: Collection[str]
) -> tuple[Measure, ...]:
    by_id = {measure.id: measure for measure in measures}
    kept = {key for key, one in by_id.items() if any(x.question in chosen for x in one.lifts)}
    return tuple(
        replace(
            measure,
            lifts=tuple(lift for lift in measure.lifts if lift.question in chosen),
            requires=tuple(_required(measure, by_id, kept)),
            gap_rule=_gap_rule(measure, chosen, areas),
        )
        for measure in measures
        if measure.id in kept
    )


def _required(
    measure: Measure, by_id: Mapping[str, Measure], kept: Collection[str]
) -> dict[str, None]:
    """The prerequisites that are left, in order; one that is not hands on its own."""
    found: dict[str, None] = {}
    for key in measure.requires:
        found |= {key: None} if key in kept else _required(by_id[key], by_id, kept)
    return found


def _gap_rule(measure: Measure, chosen: Collection[str], areas: Collection[str]) -> GapRule | None:
    rule = measure.gap_rule
    if rule is None:
        return None
    questions = tuple(key for key in rule.questions if key in chosen)
    kept = tuple(key for key in rule.areas if key in areas)
    return replace(rule, questions=questions, areas=kept) if questions or kept else None
