"""What became of measures and projects, in words: states, figures, reviews, and what is due."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.charts.gap_data import KpiLine, KpiPoint
from digimaturity.charts.kpi_line import ends
from digimaturity.domain.roadmap.following import (
    Due,
    Followed,
    Rate,
    in_order,
    kpi_progress,
    went_wrong,
)
from digimaturity.domain.roadmap.items import FollowUp, State, Verdict
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.report.roadmap_words import quarter_words

_FULL = 100.0
_DECIMALS = 2


def due_names(t: Translator) -> Mapping[Due, str]:
    """What stands above those of which the same is due, in the order in which they are told."""
    return {
        Due.REVIEW: t("To be reviewed now"),
        Due.TO_BEGIN: t("To begin now"),
        Due.RUNNING: t("Running"),
        Due.AFTERWARDS: t("Ended, without a look back"),
        Due.LATER: t("Later"),
        Due.DONE: t("Done"),
        Due.DROPPED: t("Dropped"),
    }


def figure_words(t: Translator, value: float, unit: str = "") -> str:
    """A value with at most two decimals, and its unit."""
    shown = round(value, _DECIMALS)
    digits = next(n for n in range(_DECIMALS + 1) if round(shown, n) == shown)
    return f"{t.number(shown, digits)} {unit}".strip()


def rate_words(t: Translator, rate: Rate | None) -> str:
    """How much of what should be done is done."""
    if rate is None:
        return t("No measure has to be done by now.")
    return t.plural(
        "One measure is done, of {due} that should be by now: {share}.",
        "{n} measures are done, of {due} that should be by now: {share}.",
        rate.done,
        due=rate.due,
        share=t.percent(_FULL * rate.share),
    )


def state_words(t: Translator, one: Followed) -> str:
    """How far it is, with its quarters."""
    first = quarter_words(t, one.first) if one.first else ""
    last = quarter_words(t, one.last) if one.last else ""
    match one.state:
        case State.PLANNED:
            return _planned(t, one, first)
        case State.RUNNING:
            return _running(t, one, first, last)
        case State.DONE:
            if one.project and last and not one.follow_up.afterwards:
                # Its day has passed; that it is done, nobody said.
                return t("should have ended in {quarter}", quarter=last)
            return t("done in {quarter}", quarter=last) if last else t("done")
        case State.DROPPED:
            return t("dropped") if one.task else t("stopped")


def _planned(t: Translator, one: Followed, first: str) -> str:
    if not first:
        return t("not in the plan")
    if one.late:
        return t("should have begun in {quarter}", quarter=first)
    return t("begins in {quarter}", quarter=first)


def _running(t: Translator, one: Followed, first: str, last: str) -> str:
    if one.project is not None and one.project.verdict is Verdict.PAUSE:
        return t("paused")
    if one.late:
        return t("should have ended in {quarter}", quarter=last)
    if first and last and one.task is not None:  # by how long it takes: nobody said that it ends
        return t("running since {first}, due to end in {last}", first=first, last=last)
    if first and last:
        return t("running from {first} to {last}", first=first, last=last)
    if last:
        return t("running until {quarter}", quarter=last)
    return t("running since {quarter}", quarter=first) if first else t("running")


def owner_of(one: Followed) -> str:
    """Who answers for it; empty where nobody does."""
    return one.task.decision.owner if one.task else one.project.owner if one.project else ""


def kpi_of(t: Translator, one: Followed) -> str:
    """By what one sees whether it works: in the firm's own words, else in the catalogue's."""
    if one.project is not None:
        return one.project.kpi
    if one.task is None:
        return ""
    return one.task.decision.kpi or text_in(one.task.measure.kpi, t.language).strip()


def kpi_words(t: Translator, noted: FollowUp) -> str:
    """``from 12 to 8 days, aim 5 days: 57% of the way``; nothing without a value."""
    values, unit = in_order(noted.values), noted.unit
    if not values:
        return ""
    last = figure_words(t, values[-1].value, unit)
    words = last
    if len(values) > 1:
        first = figure_words(t, values[0].value)
        words = t("from {first} to {last}", first=first, last=last)
    if noted.aim is None:
        return words
    aim = t("{words}, aim {aim}", words=words, aim=figure_words(t, noted.aim, unit))
    if went_wrong(noted):
        return t("{words}: further away than at first", words=aim)
    share = t.percent(_FULL * (kpi_progress(noted) or 0.0))
    return t("{words}: {share} of the way", words=aim, share=share)


def review_words(t: Translator, one: Followed) -> str:
    """When it is looked at again."""
    day = one.follow_up.next_review
    if day is None or one.due in (Due.DONE, Due.DROPPED):
        return ""
    if one.due is Due.REVIEW:
        return t("review due on {day}", day=t.date(day))
    return t("next review on {day}", day=t.date(day))


def reached_names(t: Translator) -> Mapping[bool | None, str]:
    """Whether it reached what it was meant to."""
    return {
        True: t("Yes, it reached its goal"),
        False: t("No, it did not"),
        None: t("Nobody knows yet"),
    }


def kpi_chart(t: Translator, noted: FollowUp) -> KpiLine | None:
    """The values over time; None where there is none."""
    values = in_order(noted.values)
    if not values:
        return None
    first, last = values[0].day, values[-1].day
    aims = () if noted.aim is None else (noted.aim,)
    low, high = ends([*(one.value for one in values), *aims])
    return KpiLine(
        tuple(KpiPoint(one.day, one.value, figure_words(t, one.value)) for one in values),
        words="; ".join(
            f"{t.date(one.day)}: {figure_words(t, one.value, noted.unit)}" for one in values
        ),
        ticks=(t.date(first), t.date(last) if last != first else ""),
        ends=(low, high),
        foot=figure_words(t, low),
        aim=noted.aim,
        aim_label="" if noted.aim is None else t("aim {n}", n=figure_words(t, noted.aim)),
    )
