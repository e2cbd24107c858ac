"""Earlier years of the synthetic company: other answers, other questionnaires, measures between."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from digimaturity.domain.comparison import steps_of
from digimaturity.domain.deeds import Became, Deed, Period
from digimaturity.domain.evaluation import question_results
from digimaturity.domain.indices import index_result
from digimaturity.domain.questionnaire import Area, Dimension, Question, Questionnaire
from digimaturity.domain.responses import Answer
from digimaturity.domain.roadmap.following import Rate
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.trend import Year
from digimaturity.report.wording import ReportContext
from tests.report import samples

#: A year before the sample's own day.
BEFORE = date(2025, 2, 18)


def year(
    day: date,
    changed: dict[str, Answer] | None = None,
    asked: Questionnaire | None = None,
    unconfirmed: frozenset[str] = frozenset(),
) -> Year:
    """An assessment with the sample's answers but for those `changed`."""
    pack = asked or samples.questionnaire()
    given = samples.answers() | (changed or {})
    said = samples.responses({key: one for key, one in given.items() if key in pack.by_id})
    results = question_results(pack, said)
    return Year(day, pack, results, unconfirmed, index_result(pack.index, results))


def context(
    *earlier: Year, periods: tuple[Period, ...] = (), now: Year | None = None
) -> ReportContext:
    """The sample report's context after these assessments."""
    newest = now or year(samples.DAY)
    return replace(samples.context(), years=(*earlier, newest), periods=periods)


def lower(*keys: str, level: int = 1) -> dict[str, Answer]:
    """These questions at a level."""
    return dict.fromkeys(keys, Answer.of(level))


def edited(
    pack: Questionnaire, drop: frozenset[str] = frozenset(), version: str = "0.9"
) -> Questionnaire:
    """An earlier version of the questionnaire that did not ask these."""

    def kept(area: Area) -> Area:
        return replace(area, questions=tuple(q for q in area.questions if q.id not in drop))

    def parts(dimension: Dimension) -> Dimension:
        return replace(dimension, areas=tuple(kept(area) for area in dimension.areas))

    dimensions = tuple(parts(one) for one in pack.dimensions)
    return replace(pack, dimensions=dimensions, version=version, measures=(), plans=())


def renamed(pack: Questionnaire) -> Questionnaire:
    """A questionnaire with which nothing can be compared: another one, with ids of its own."""

    def other(question: Question) -> Question:
        return replace(question, id=f"old_{question.id}", show_if=None)

    def kept(area: Area) -> Area:
        return replace(area, questions=tuple(other(q) for q in area.questions))

    dimensions = tuple(
        replace(one, areas=tuple(kept(area) for area in one.areas)) for one in pack.dimensions
    )
    return replace(
        pack, id="other", dimensions=dimensions, measures=(), plans=(), strategy=(), index=None
    )


def periods(*years: Year, title: str = "Talk every month", why: str = "No time.") -> list[Period]:
    """The same four measures in each period: one of each kind."""
    first, last = Quarter(2025, 2), Quarter(2025, 3)
    questions = frozenset({"data.1", "data.2"})
    deeds = (
        Deed("a", title, Became.DONE, (first, first), (first, last), questions=questions),
        Deed("b", {"en": "Two owners", "de": "Zwei"}, Became.RUNNING, None, (last, None)),
        Deed("c", "Later", Became.NOT_BEGUN, (last, last)),
        Deed("d", "Swap days", Became.DROPPED, (first, last), why=why),
    )
    return [
        Period(step.before.day, step.after.day, deeds, Rate(1, 2)) for step in steps_of(list(years))
    ]
