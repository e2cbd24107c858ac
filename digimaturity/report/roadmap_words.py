"""The words of a roadmap: quarters, who carries it, states, verdicts, and why a measure waits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from digimaturity.domain.catalogue import Measure, Role
from digimaturity.domain.roadmap.items import State, Verdict
from digimaturity.domain.roadmap.problem import Reason, Why
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.report.viewpoint_words import viewpoint_names


def quarter_words(t: Translator, quarter: Quarter) -> str:
    """``Q2 2026``."""
    return t("Q{number} {year}", number=quarter.number, year=quarter.year)


def span_words(t: Translator, first: Quarter, last: Quarter) -> str:
    """``Q2 2026`` or ``Q2 2026 to Q1 2027``."""
    begin = quarter_words(t, first)
    return (
        begin if first == last else t("{first} to {last}", first=begin, last=quarter_words(t, last))
    )


def days_words(t: Translator, days: float) -> str:
    """A number of days, with one decimal only where there is one."""
    shown = round(days, 1)
    return t.number(shown, 0 if float(shown).is_integer() else 1)


def euro_words(t: Translator, euros: float) -> str:
    """``12,500 euros``."""
    return t("{amount} euros", amount=t.number(euros))


def role_names(t: Translator) -> Mapping[Role, str]:
    """The name of each role: as that of the viewpoint."""
    return {Role(view.value): name for view, name in viewpoint_names(t).items()}


def resource_name(roadmap: Roadmap, key: str, t: Translator) -> str:
    """Who carries it: a role, or a key person by name."""
    person = roadmap.book.people.get(key)
    if person is not None:
        return person.name
    names = {role.value: name for role, name in role_names(t).items()}
    return names.get(key, key)


def title_of(roadmap: Roadmap, key: str, t: Translator, measures: Iterable[Measure] = ()) -> str:
    """The title of a measure or the name of a project; its id where nobody knows it any more.

    `measures` are those of the questionnaire, for one that was not accepted.
    """
    task = roadmap.posed.tasks.get(key)
    measure = task.measure if task else next((one for one in measures if one.id == key), None)
    if measure is not None:
        return text_in(measure.title, t.language).strip() or key
    own, project = roadmap.book.own.get(key), roadmap.book.projects.get(key)
    if own is not None:
        return own.title
    return project.name if project is not None else key


def state_names(t: Translator) -> Mapping[State, str]:
    """How far a measure is."""
    return {
        State.PLANNED: t("planned"),
        State.RUNNING: t("running"),
        State.DONE: t("done"),
        State.DROPPED: t("dropped"),
    }


def verdict_names(t: Translator) -> Mapping[Verdict, str]:
    """What shall become of a project."""
    return {
        Verdict.CONTINUE: t("continue"),
        Verdict.MERGE: t("merge"),
        Verdict.PAUSE: t("pause"),
        Verdict.STOP: t("stop"),
    }


def reason_words(
    roadmap: Roadmap, reason: Reason, t: Translator, measures: Iterable[Measure] = ()
) -> str:
    """Why a measure does not fit, or not where it was wanted; one or two sentences.

    `measures` are those of the questionnaire: it may wait for one that was not accepted.
    """
    words = _reason(roadmap, reason, t, measures)
    if reason.alone:
        words += " " + t("It would not fit into an empty plan either.")
    return words


def _reason(roadmap: Roadmap, reason: Reason, t: Translator, measures: Iterable[Measure]) -> str:
    match reason.why:
        case Why.CIRCLE:
            return t("It builds on what builds on it.")
        case Why.MISSING:
            return _missing(roadmap, reason, t, measures)
        case Why.PREREQUISITE:
            by = title_of(roadmap, reason.by, t)
            return t("It builds on “{measure}”, which does not fit itself.", measure=by)
        case Why.HORIZON:
            return _horizon(roadmap, reason, t)
        case Why.CAPACITY:
            return _capacity(roadmap, reason, t)
        case Why.PARALLEL:
            return _crowded(roadmap, reason, t)
        case Why.BUDGET:
            needs, left = euro_words(t, reason.needs), euro_words(t, max(0.0, reason.left))
            return t("It costs {needs}; {left} of the budget are left.", needs=needs, left=left)
        case Why.COST_UNKNOWN:
            return t("There is a budget, and nobody knows what it costs.")
        case Why.TIME:
            return t("The search ended before it was looked at.")


def _missing(roadmap: Roadmap, reason: Reason, t: Translator, measures: Iterable[Measure]) -> str:
    by = title_of(roadmap, reason.by, t, measures)
    if reason.by in roadmap.posed.tasks:  # accepted, and given up since
        return t("It builds on “{measure}”, which was dropped.", measure=by)
    return t("It builds on “{measure}”, which is not accepted.", measure=by)


def _crowded(roadmap: Roadmap, reason: Reason, t: Translator) -> str:
    if reason.quarter is None:
        return t("As much runs at once as may run.")
    quarter = quarter_words(t, roadmap.posed.first.plus(reason.quarter))
    return t("In {quarter} as much runs at once as may run.", quarter=quarter)


def _horizon(roadmap: Roadmap, reason: Reason, t: Translator) -> str:
    """How long it takes, how much the plan has left for it, and from when on that is counted."""
    length = t.plural("one quarter", "{n} quarters", round(reason.needs) or 1)
    left = t.number(max(0.0, reason.left))
    if reason.by:
        by = title_of(roadmap, reason.by, t)
        return t(
            "It takes {length}; once “{measure}” is done, the plan has {left} left.",
            length=length,
            measure=by,
            left=left,
        )
    return t("It takes {length}; the plan has {left} for it.", length=length, left=left)


def _capacity(roadmap: Roadmap, reason: Reason, t: Translator) -> str:
    """Names the quarter in which least is lacking."""
    who, needs = resource_name(roadmap, reason.by, t), days_words(t, reason.needs)
    left = days_words(t, max(0.0, reason.left))
    if reason.quarter is None:
        return t(
            "It takes {needs} person-days a quarter from {who}; {left} are left.",
            needs=needs,
            who=who,
            left=left,
        )
    return t(
        "It takes {needs} person-days from {who} in {quarter}; {left} are left.",
        needs=needs,
        who=who,
        quarter=quarter_words(t, roadmap.posed.first.plus(reason.quarter)),
        left=left,
    )
