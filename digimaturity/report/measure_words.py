"""The words of measures that are decided about: what each is, as adapted, and what it brings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from digimaturity.charts.impact_effort import ImpactEffort, Spot
from digimaturity.domain import measures
from digimaturity.domain.questionnaire import Dimension
from digimaturity.domain.roadmap.deciding import Choice, Order, Standing, ordered
from digimaturity.i18n import Translator
from digimaturity.report.roadmap_words import euro_words
from digimaturity.report.wording import Wording

#: Steps of the axes, before they are multiplied by powers of ten.
_STEPS = (1, 2, 5)

#: The axis of gains has at most so many steps.
_GAINS = 5

#: So many measures a chart can hold; more would stand far from their places.
MOST_SPOTS = 40


def standing_names(t: Translator) -> Mapping[Standing, str]:
    """What was decided about a measure, in one word."""
    return {
        Standing.OPEN: t("open"),
        Standing.ACCEPTED: t("accepted"),
        Standing.DECLINED: t("declined"),
    }


def dimension_of_choice(w: Wording, choice: Choice) -> Dimension | None:
    """The dimension of the first question that gives a reason, else of the first that it lifts."""
    if choice.candidate is not None:
        return measures.dimension_of(w.evaluation.questionnaire, choice.candidate)
    questionnaire = w.evaluation.questionnaire
    areas = (questionnaire.area_of.get(lift.question) for lift in choice.task.measure.lifts)
    return next((questionnaire.dimension_of[area.id] for area in areas if area), None)


def adapted(choice: Choice) -> bool:
    """Whether effort, time or cost are others than the questionnaire says."""
    decision = choice.task.decision
    return any(one is not None for one in (decision.effort, decision.weeks, decision.cost))


def gain_words(w: Wording, choice: Choice) -> str:
    """``+1.6 points``, ``no gain``; nothing where there is no overall score that would rise."""
    if not w.evaluation.overall.rated:
        return ""
    if not choice.task.gain:
        return w.t("no gain")
    return w.t("{gain} points", gain=w.gain(choice.task.gain))


def cost_words(w: Wording, choice: Choice) -> str:
    """Money besides working time, as adapted; else in the words of the questionnaire's band."""
    task = choice.task
    if task.decision.cost is None and task.own is None:
        return w.cost(task.measure.cost_for(w.evaluation.company.size_class))
    return euro_words(w.t, task.cost) if task.cost else w.t("no further cost")


def facts_of(w: Wording, choice: Choice) -> str:
    """Who leads, effort, time, cost and gain in one line."""
    task = choice.task
    facts = (
        w.lead(task.measure.lead),
        w.effort(task.effort),
        w.t.plural("{n} week", "{n} weeks", task.weeks),
        cost_words(w, choice),
        gain_words(w, choice),
    )
    return " · ".join(fact for fact in facts if fact)


def charted(w: Wording, found: Iterable[Choice]) -> list[Choice]:
    """What the chart shows: accepted measures, then open ones, as many as it can hold.

    The most gain for a day comes first in either. Empty where no gain is known.
    """
    if not w.evaluation.overall.rated:
        return []
    shown = [one for one in found if one.standing is not Standing.DECLINED and not one.fixed]
    shown.sort(key=lambda one: one.standing is not Standing.ACCEPTED)
    shown = ordered(shown[:MOST_SPOTS], Order.PER_DAY)
    return sorted(shown, key=lambda one: one.standing is not Standing.ACCEPTED)


def impact_effort(w: Wording, shown: Sequence[Choice]) -> ImpactEffort:
    """The chart of these measures (`charted`), at least one; the first gets its place first."""
    t, present = w.t, {one.id: dimension_of_choice(w, one) for one in shown}
    dimensions = w.evaluation.questionnaire.dimensions
    spots = tuple(_spot(w, one, present[one.id]) for one in shown)
    return ImpactEffort(
        spots,
        tuple(
            (one.id, place, w.text(one.name))
            for place, one in enumerate(dimensions)
            if one in present.values()
        ),
        t("Gain in points"),
        t("Person-days"),
        t("filled: accepted"),
        t("hollow: open"),
        tuple((one, w.days(one)) for one in days_marks([spot.days for spot in spots])),
        tuple(
            (one, t.number(one, 0 if float(one).is_integer() else 1))
            for one in gain_marks(max(spot.gain for spot in spots))
        ),
    )


def impact_words(w: Wording, shown: Iterable[Choice]) -> str:
    """The same for a screen reader."""
    names = standing_names(w.t)
    told = (
        f"{one.number} {w.text(one.task.measure.title)}: {gain_words(w, one)}, "
        f"{w.person_days(one.task.effort.total)}, {names[one.standing]}"
        for one in shown
    )
    return "; ".join(told)


def _spot(w: Wording, one: Choice, dimension: Dimension | None) -> Spot:
    return Spot(
        str(one.number),
        w.text(one.task.measure.title),
        one.task.effort.total,
        one.task.gain,
        dimension.id if dimension else "",
        w.evaluation.questionnaire.dimensions.index(dimension) if dimension else 0,
        one.standing is Standing.ACCEPTED,
    )


def days_marks(days: Sequence[float]) -> list[float]:
    """1, 2, 5, 10, 20 … from at most the least of these efforts to at least the most."""
    series = [0.5, *(step * 10**power for power in range(13) for step in _STEPS)]
    least = max((one for one in series if one <= min(days)), default=series[0])
    most = min(one for one in series if one >= max(*days, 2 * least))
    return [one for one in series if least <= one <= most]


def gain_marks(highest: float) -> list[float]:
    """From 0 in even steps to at least the highest gain."""
    steps = (step * 10**power for power in range(-1, 3) for step in _STEPS)
    step = next((one for one in steps if one * _GAINS >= highest), 50)
    count = max(1, -int(-highest // step))
    return [round(step * number, 1) for number in range(count + 1)]
