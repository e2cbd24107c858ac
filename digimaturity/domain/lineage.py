"""Which questions of a later questionnaire were asked before, and what they came to then.

Questions are followed from version to version by their id, else by the ids that the newer one
`replaces` (model, section 6); so one may have become two, or two one. A version in between that
leaves a question out does not end its line. Where the later questionnaire is the older version, the
links are read the other way round.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import fsum

from digimaturity.domain.consolidation import settled
from digimaturity.domain.meaning import same_meaning
from digimaturity.domain.questionnaire import Question, Questionnaire


@dataclass(frozen=True, slots=True)
class Trace:
    """What a question of a later version goes back to.

    `roots` are its ids in the first version, `score` is what these came to (0..100; None where one
    of them has none). `alike` is False where kind, points or number of levels changed on the way:
    then its points mean something else.
    """

    question: Question
    roots: frozenset[str]
    score: float | None
    alike: bool = True


def scored_questions(questionnaire: Questionnaire) -> Iterator[Question]:
    """The questions that make the score."""
    return (question for question in questionnaire.rated_questions if question.scored)


def follow(
    versions: Sequence[Questionnaire], scores: Mapping[str, float | None]
) -> Mapping[str, Trace]:
    """What the scored questions of the last version go back to in the first, by their ids.

    `scores` are those of the first version. Where several questions became one, their mean counts,
    by the weights that they had; each of those that one became has its score. A question that asks
    for more than the first version did, or for something else, is not there.
    """
    fresh = {
        question.id: Trace(question, frozenset({question.id}), scores.get(question.id))
        for question in scored_questions(versions[0])
    }
    kept: dict[str, Trace] = {}
    for older, newer in pairwise(versions):
        if newer is older or (newer.fingerprint and newer.fingerprint == older.fingerprint):
            continue
        hop = _Hop(older, newer, fresh, kept)
        kept = kept | fresh
        fresh = {
            question.id: trace
            for question in scored_questions(newer)
            if (trace := hop.trace(question)) is not None
        }
    return fresh


class _Hop:
    """From one version to the next: `fresh` are traces of the older, `kept` of those before it."""

    def __init__(
        self,
        older: Questionnaire,
        newer: Questionnaire,
        fresh: Mapping[str, Trace],
        kept: Mapping[str, Trace],
    ) -> None:
        known = {question.id: question for question in scored_questions(older)}
        self._related = _family(older) == _family(newer)
        if not self._related:
            known = {key: one for key, one in known.items() if _means(newer.by_id.get(key), one)}
        self._known = known
        self._heirs = _heirs(known) if self._related else {}
        self._fresh, self._kept = fresh, kept

    def trace(self, question: Question) -> Trace | None:
        before = self._before(question)
        found = _joined(question, [self._fresh.get(key) for key in sorted(before)])
        if found is not None and found.alike:
            return found
        if not self._related:
            return None
        again = _joined(question, [self._kept.get(question.id)])
        if again is None and not before:
            older = sorted(self._kept.keys() & set(question.replaces))
            again = _joined(question, [self._kept[key] for key in older])
        return again if again is not None and (again.alike or found is None) else found

    def _before(self, question: Question) -> frozenset[str]:
        """The ids in the older version: its own, those it replaces, or those that replaced it."""
        if question.id in self._known:
            return frozenset({question.id})
        replaced = self._known.keys() & set(question.replaces) if self._related else set[str]()
        return frozenset(replaced) or self._heirs.get(question.id, frozenset())


def _joined(question: Question, parts: Sequence[Trace | None]) -> Trace | None:
    """One trace from all its parts; None where there is none, or one of them leads nowhere."""
    traces = [part for part in parts if part is not None]
    if not traces or len(traces) < len(parts):
        return None
    alike = all(one.alike and _same_scale(one.question, question) for one in traces)
    if len(traces) == 1:  # the usual case, spared the joining
        return Trace(question, traces[0].roots, traces[0].score, alike)
    roots = frozenset[str]().union(*(one.roots for one in traces))
    return Trace(question, roots, _mean_of(traces), alike)


def _mean_of(traces: Sequence[Trace]) -> float | None:
    scores = [(one.question.weight, one.score) for one in traces if one.score is not None]
    if len(scores) < len(traces):
        return None
    whole = fsum(weight for weight, _ in scores)
    return settled(fsum(weight * score for weight, score in scores) / whole)


def _heirs(known: Mapping[str, Question]) -> Mapping[str, frozenset[str]]:
    """For each id that was replaced the questions that stand for it."""
    found: dict[str, set[str]] = {}
    for key, question in known.items():
        for old in question.replaces:
            found.setdefault(old, set()).add(key)
    return {old: frozenset(keys) for old, keys in found.items()}


def _family(questionnaire: Questionnaire) -> str:
    """A short questionnaire asks the questions of the one that it is part of."""
    return questionnaire.part_of or questionnaire.id


def _means(one: Question | None, other: Question) -> bool:
    """Whether two questionnaires that are not of one family ask the same."""
    return one is not None and same_meaning(one, other)


def _same_scale(one: Question, other: Question) -> bool:
    return (
        one.kind is other.kind
        and len(one.levels) == len(other.levels)
        and _points(one) == _points(other)
    )


def _points(question: Question) -> Mapping[str, float]:
    return {option.id: option.points for option in question.options}
