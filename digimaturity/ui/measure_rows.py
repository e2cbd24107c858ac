"""The measures in the words of their rows, and how many there are of each kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import fsum

from digimaturity.domain.catalogue import Effort
from digimaturity.domain.roadmap.deciding import Choice, Standing, lacking
from digimaturity.domain.roadmap.items import State
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.measure_words import dimension_of_choice, gain_words, standing_names
from digimaturity.report.roadmap_words import span_words, state_names
from digimaturity.report.wording import Wording
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.measure_model import MeasureRow


def rows_of(
    w: Wording, found: Sequence[Choice], shown: Iterable[Choice], theme: Theme
) -> list[MeasureRow]:
    """Those `shown`, each as a row; `found` are all of them."""
    return [_row(w, found, one, theme) for one in shown]


def _row(w: Wording, found: Sequence[Choice], one: Choice, theme: Theme) -> MeasureRow:
    dimension = dimension_of_choice(w, one)
    title, gain = w.text(one.task.measure.title), gain_words(w, one)
    days = w.person_days(one.task.effort.total)
    name = w.text(dimension.name) if dimension else ""
    about = " · ".join(part for part in (name, _about(w, found, one)) if part)
    parts = (one.number, title, standing_names(w.t)[one.standing], gain, days, about)
    hue = ""
    if dimension is not None:
        place = w.evaluation.questionnaire.dimensions.index(dimension)
        hue = theme.colours.dimension(dimension.id, place)
    said = ", ".join(str(part) for part in parts if part)
    return MeasureRow(one.id, str(one.number), title, about, gain, days, hue, one.standing, said)


def _about(w: Wording, found: Sequence[Choice], one: Choice) -> str:
    """Why it was declined; when it is planned and by whom; what it builds on."""
    decision, t = one.task.decision, w.t
    if one.standing is Standing.DECLINED:
        return t("declined: {reason}", reason=decision.reason) if decision.reason else t("declined")
    own = t("your own measure") if one.task.own else ""
    if one.standing is Standing.ACCEPTED:
        roadmap = w.context.roadmap
        parts = own, _planned(w, roadmap, one) if roadmap else "", decision.owner
        return " · ".join(part for part in parts if part)
    needs = len(lacking(found, [one.id]))
    builds = t.plural("builds on one other", "builds on {n} others", needs) if needs else ""
    raised = t("views differ here") if one.candidate and one.candidate.raised else ""
    return " · ".join(part for part in (builds, raised, own) if part)


def _planned(w: Wording, roadmap: Roadmap, one: Choice) -> str:
    """When it is planned, that it does not fit, or how far it is."""
    if one.task.decision.state is not State.PLANNED:
        return state_names(w.t)[one.task.decision.state]
    plan = roadmap.plan
    if plan is None:
        return w.t("accepted")
    if one.id not in plan.starts:
        return w.t("does not fit")
    first = roadmap.posed.first.plus(plan.starts[one.id])
    return span_words(w.t, first, first.plus(one.task.quarters - 1))


def total_words(w: Wording, found: Iterable[Choice]) -> str:
    """What all accepted measures that are not done take together; nothing where there are none."""
    open_ones = [
        one.task.effort
        for one in found
        if one.standing is Standing.ACCEPTED
        and one.task.decision.state in (State.PLANNED, State.RUNNING)
    ]
    if not open_ones:
        return ""
    total = Effort(
        fsum(one.management for one in open_ones),
        fsum(one.it for one in open_ones),
        fsum(one.business for one in open_ones),
    )
    return w.t("What is accepted takes {effort}.", effort=w.effort(total))


def counted(found: Iterable[Choice]) -> dict[Standing | None, int]:
    """How many measures there are of each kind; None counts all."""
    counts: dict[Standing | None, int] = dict.fromkeys((*Standing, None), 0)
    for one in found:
        counts[one.standing] += 1
        counts[None] += 1
    return counts
