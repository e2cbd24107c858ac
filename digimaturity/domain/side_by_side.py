"""Two assessments side by side in the order that is wanted, of one firm or of two, line by line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, replace
from enum import Enum, auto

from digimaturity.domain.comparison import (
    Comparison,
    Moved,
    Parts,
    QuestionMoved,
    compared,
    difference,
)
from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.questionnaire import Question, Questionnaire
from digimaturity.domain.responses import Responses, State
from digimaturity.domain.scoring import Score
from digimaturity.domain.trend import Fate, Year

#: The questions of each assessment that a line is about, A's first.
Asked = tuple[tuple[str, ...], tuple[str, ...]]


class Part(Enum):
    """What a line is about; `BESIDE`: a question that has no score."""

    WHOLE = auto()
    DIMENSION = auto()
    AREA = auto()
    QUESTION = auto()
    BESIDE = auto()


class Standing(Enum):
    """How B stands to A. `OTHER`: answered otherwise, though by no points."""

    HIGHER = auto()
    LOWER = auto()
    SAME = auto()
    OTHER = auto()
    NOT_COMPARABLE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `key` is an id, empty for the whole, of the newer questionnaire where it has it.

    `a` and `b` are points of 0 to 100, like for like, None where there are none. Of all but
    questions `full` are the scores as each assessment was scored by itself, and `points` the parts
    of their difference. `fate` and `asked` are about questions alone. `corrected`: in a revision
    of one assessment, the answer was changed.
    """

    part: Part
    key: str
    a: float | None = None
    b: float | None = None
    full: tuple[Score | None, Score | None] = (None, None)
    points: Parts | None = None
    fate: Fate | None = None
    asked: Asked = ((), ())
    corrected: bool = False

    @property
    def gone(self) -> bool:
        """Whether only the older of the two asked the question."""
        return self.fate is Fate.DROPPED

    @property
    def rise(self) -> float | None:
        """Points that B has more than A, below zero where less; None where that is not known."""
        if self.fate not in (None, Fate.COMPARED) or self.a is None or self.b is None:
            return None
        return difference(self.a, self.b)

    @property
    def standing(self) -> Standing:
        """How B stands to A."""
        if self.part is Part.BESIDE:
            return Standing.OTHER
        if self.rise:
            return Standing.HIGHER if self.rise > 0 else Standing.LOWER
        if self.corrected:
            return Standing.OTHER
        return Standing.NOT_COMPARABLE if self.rise is None else Standing.SAME


@dataclass(frozen=True, slots=True)
class SideBySide:
    """All lines in the order of the newer questionnaire, which is A's where it is `turned`."""

    comparison: Comparison
    turned: bool
    lines: tuple[Line, ...]

    @property
    def whole(self) -> Line:
        """The line about the whole."""
        return self.lines[0]

    @property
    def questions(self) -> tuple[Line, ...]:
        """The lines about questions."""
        return tuple(one for one in self.lines if one.part in (Part.QUESTION, Part.BESIDE))


def side_by_side(
    a: Year,
    b: Year,
    corrected: Collection[str] = frozenset(),
    between: Sequence[Questionnaire] = (),
    past: Sequence[Year] = (),
) -> SideBySide:
    """Hold B against A. `corrected` are the ids of answers that are known to differ.

    `between` are the questionnaires that one firm used between the two, `past` its years before
    both, each oldest first.
    """
    turned = b.day < a.day
    older, newer = (b, a) if turned else (a, b)
    comparison = compared(older, newer, between=between, past=past)
    lines = tuple(_lines(comparison, older, newer, frozenset(corrected)))
    return SideBySide(comparison, turned, tuple(_turned(one) for one in lines) if turned else lines)


def corrected(before: Responses, after: Responses) -> frozenset[str]:
    """The questions of which anything that was said is otherwise in another revision."""
    said, now = _said(before), _said(after)
    return frozenset(
        place[0] for place in said.keys() | now.keys() if said.get(place) != now.get(place)
    )


def _said(responses: Responses) -> Mapping[tuple[str, str], object]:
    """What was said to each question, by whom; the group's word is nobody's."""
    found: dict[tuple[str, str], object] = {
        (key, who): replace(answer, review=False)
        for who, answers in responses.answers.items()
        for key, answer in answers.items()
    }
    for key in responses.consensus.keys() | responses.reasons.keys() | responses.parked.keys():
        agreed, why = responses.consensus.get(key), responses.reasons.get(key, "")
        found[key, ""] = (agreed, why, responses.parked.get(key, ""))
    return found


def _lines(
    comparison: Comparison, older: Year, newer: Year, corrected: frozenset[str]
) -> Iterator[Line]:
    dimensions = {one.key: one for one in comparison.dimensions}
    areas = {one.key: one for one in comparison.areas}
    questions = {one.question: one for one in comparison.questions}
    yield _part(Part.WHOLE, comparison.overall)
    for dimension in newer.questionnaire.dimensions:
        yield _part(Part.DIMENSION, dimensions[dimension.id])
        for area in dimension.areas:
            yield _part(Part.AREA, areas[area.id])
            for question in area.questions:
                if question.id in questions:
                    yield _question(questions.pop(question.id), corrected)
    for dropped in questions.values():
        yield _question(dropped, corrected)
    yield from _beside(older, newer, corrected)


def _part(part: Part, moved: Moved) -> Line:
    full = moved.full_before, moved.full_after
    return Line(part, moved.key, moved.before.shown, moved.after.shown, full, moved.points)


def _question(moved: QuestionMoved, corrected: frozenset[str]) -> Line:
    """A question by its id; one that was dropped has it from the older questionnaire."""
    key, dropped = moved.question, moved.fate is Fate.DROPPED
    return Line(
        Part.QUESTION,
        key,
        moved.before,
        moved.after,
        fate=moved.fate,
        asked=((key,), ()) if dropped else (tuple(sorted(moved.roots)), (key,)),
        corrected=key in corrected,
    )


def _beside(older: Year, newer: Year, corrected: frozenset[str]) -> Iterator[Line]:
    """What has no score, was asked in both, and was answered otherwise."""
    for key, question in newer.questionnaire.by_id.items():
        before = older.questionnaire.by_id.get(key)
        rated = key in newer.questionnaire.area_of and question.scored
        if rated or before is None or before.kind is not question.kind:
            continue
        differs = _answer(older, before) != _answer(newer, question)
        if key in corrected or differs:
            yield Line(Part.BESIDE, key, asked=((key,), (key,)), corrected=key in corrected)


def _answer(year: Year, question: Question) -> object:
    found: QuestionResult = year.results[question.id]
    return found.level or found.known if found.state is State.ANSWERED else None


def _turned(line: Line) -> Line:
    """The same line, told from the newer to the older."""
    (before, after), (old, new) = line.asked, line.full
    points = line.points and Parts(*(-part for part in astuple(line.points)))
    return replace(line, a=line.b, b=line.a, full=(new, old), points=points, asked=(after, before))
