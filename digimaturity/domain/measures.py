"""Which measures are advised, what each would gain, and in which order (model, section 4)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import floor

from digimaturity.domain.catalogue import Effort, Measure
from digimaturity.domain.company import SizeClass
from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.gains import NO_TARGET, gain_of
from digimaturity.domain.questionnaire import Dimension, Questionnaire
from digimaturity.domain.scoring import Scores
from digimaturity.domain.viewpoints import views_of


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a measure is advised: `question` was answered at `level` (fractional with several)."""

    question: str
    level: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A measure that would help this firm.

    `gain` is in points of the overall score, `effort` in person-days for the firm's size class,
    `priority` in points per person-day (a prerequisite inherits what it unlocks). `first` are its
    prerequisites that are candidates too. `raised_by` are the questions and areas whose perception
    gap makes the measure come earlier, by its rule in the catalogue, the widest gap first.
    """

    measure: Measure
    gain: float
    effort: Effort
    priority: float
    reasons: tuple[Reason, ...]
    first: tuple[str, ...] = ()
    raised_by: tuple[str, ...] = ()

    @property
    def raised(self) -> bool:
        """Whether a perception gap makes it come earlier."""
        return bool(self.raised_by)


def dimension_of(questionnaire: Questionnaire, candidate: Candidate) -> Dimension | None:
    """The dimension of the first question that is a reason; None where it is in none."""
    for reason in candidate.reasons:
        area = questionnaire.area_of.get(reason.question)
        if area is not None:
            return questionnaire.dimension_of[area.id]
    return None


def candidates(
    questionnaire: Questionnaire,
    results: Mapping[str, QuestionResult],
    scores: Scores,
    size: SizeClass | None,
    targets: Mapping[str, float],
) -> tuple[Candidate, ...]:
    """The advised measures: first those that can begin now, then those that wait for them.

    Among those that wait equally long, the one with most gain per person-day comes first.

    `targets` maps area ids to the score agreed on with management; other areas aim at 100.
    """
    views = views_of(questionnaire, results)
    gaps = {gap.id: gap.size for gap in (*views.questions, *views.areas)} if views else {}
    weighing = _Weighing(questionnaire, results, scores, targets, gaps)
    found: dict[str, Candidate] = {}
    for measure in questionnaire.measures:
        reasons = weighing.reasons(measure)
        if reasons:
            found[measure.id] = weighing.candidate(measure, reasons, size)
    return _ordered(found)


@dataclass(frozen=True, slots=True)
class _Weighing:
    """The answers and targets against which every measure is held.

    `gaps` are the perception gaps of questions and areas, in score points.
    """

    questionnaire: Questionnaire
    results: Mapping[str, QuestionResult]
    scores: Scores
    targets: Mapping[str, float]
    gaps: Mapping[str, float]

    def reasons(self, measure: Measure) -> tuple[Reason, ...]:
        """The questions answered at or below the measure's `origin` level and under target.

        The mean of several people counts as the level that it has reached: at 2.3 the firm does not
        do yet what level 3 says.
        """
        return tuple(
            Reason(lift.question, level)
            for lift in measure.lifts
            if (level := self._level(lift.question)) is not None
            and floor(level) <= lift.origin
            and self._score(lift.question) < self._target(lift.question)
        )

    def candidate(
        self, measure: Measure, reasons: tuple[Reason, ...], size: SizeClass | None
    ) -> Candidate:
        effort = measure.effort_for(size)
        gain = gain_of(measure, self.questionnaire, self.results, self.scores, self.targets)
        raised_by = self._raised_by(measure)
        factor = measure.gap_rule.factor if raised_by and measure.gap_rule else 1.0
        priority = gain / effort.total * factor
        return Candidate(measure, gain, effort, priority, reasons, raised_by=raised_by)

    def _raised_by(self, measure: Measure) -> tuple[str, ...]:
        rule = measure.gap_rule
        if rule is None:
            return ()
        meant = (*rule.questions, *rule.areas)
        wide = [key for key in meant if self.gaps.get(key, 0.0) >= rule.gap_at_least]
        return tuple(sorted(wide, key=lambda key: -self.gaps[key]))

    def _level(self, question: str) -> float | None:
        return self.results[question].level

    def _score(self, question: str) -> float:
        return self.results[question].score or 0.0

    def _target(self, question: str) -> float:
        area = self.questionnaire.area_of.get(question)
        return NO_TARGET if area is None else self.targets.get(area.id, NO_TARGET)


def _ordered(found: Mapping[str, Candidate]) -> tuple[Candidate, ...]:
    unlocks = _unlocks(found)
    linked = [
        replace(
            candidate,
            priority=max([candidate.priority, *(found[key].priority for key in unlocks[name])]),
            first=tuple(key for key in candidate.measure.requires if key in found),
        )
        for name, candidate in found.items()
    ]
    stages: dict[str, int] = {}

    def place(one: Candidate) -> tuple[int, float, int, str]:
        name = one.measure.id
        return _stage(name, found, stages), -one.priority, -len(unlocks[name]), name

    return tuple(sorted(linked, key=place))


def _stage(name: str, found: Mapping[str, Candidate], known: dict[str, int]) -> int:
    """How many candidates must be done one after the other before this one can begin."""
    if name not in known:
        earlier = [key for key in found[name].measure.requires if key in found]
        known[name] = max((1 + _stage(key, found, known) for key in earlier), default=0)
    return known[name]


def _unlocks(found: Mapping[str, Candidate]) -> dict[str, set[str]]:
    """For each candidate the candidates that wait for it, directly or through others."""
    waiting: dict[str, set[str]] = {name: set() for name in found}
    for name in found:
        for earlier in _all_required(name, found):
            waiting[earlier].add(name)
    return waiting


def _all_required(name: str, found: Mapping[str, Candidate]) -> Iterable[str]:
    open_ends, seen = list(found[name].measure.requires), set[str]()
    while open_ends:
        key = open_ends.pop()
        if key in found and key not in seen:
            seen.add(key)
            open_ends.extend(found[key].measure.requires)
    return seen
