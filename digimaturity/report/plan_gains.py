"""What a plan brings: the scores when all of it is done, and the days that it takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from digimaturity.domain.catalogue import Role
from digimaturity.domain.roadmap.items import State
from digimaturity.domain.roadmap.roadmap import Roadmap, scores_after
from digimaturity.domain.scoring import Score, Scores
from digimaturity.report.plan_words import placed, short_quarter
from digimaturity.report.roadmap_words import quarter_words, role_names
from digimaturity.report.wording import Wording


@dataclass(frozen=True, slots=True)
class Brings:
    """A sentence on the whole, one for each dimension that gets further, and days by role.

    `before` and `after` are the overall score, ``not rated`` where it is not; `by` is the quarter
    with whose end all is done. `days` are names of roles with their person-days.
    """

    before: str
    after: str
    by: str
    overall: str
    dimensions: tuple[str, ...]
    days: tuple[tuple[str, str], ...]
    days_in_all: str


def brings(w: Wording, roadmap: Roadmap) -> Brings | None:
    """What the measures bring that run or are planned; None where there are none.

    The scoring engine works it out: gains of measures that lift the same question do not add up.
    """
    found = placed(roadmap)
    if not found:
        return None
    after = scores_after(w.evaluation, roadmap, found)
    last = max(one.first + one.quarters for one in found.values()) - 1
    by = roadmap.posed.first.plus(last)
    before, then = w.score(w.evaluation.overall), w.score(after.overall)
    days = {
        Role.MANAGEMENT: sum(one.task.effort.management for one in found.values()),
        Role.IT: sum(one.task.effort.it for one in found.values()),
        Role.BUSINESS: sum(one.task.effort.business for one in found.values()),
    }
    names = role_names(w.t)
    return Brings(
        before,
        then,
        short_quarter(w, by),
        f"{_overall(w, after.overall, quarter_words(w.t, by))} {_done(w, roadmap)}".strip(),
        tuple(_dimensions(w, after)),
        tuple((names[role], w.days(taken)) for role, taken in days.items() if taken),
        w.person_days(sum(days.values())),
    )


def _overall(w: Wording, after: Score, by: str) -> str:
    t, before = w.t, w.evaluation.overall
    if before.shown is None or after.shown is None:
        return t("The overall score is not rated, so its rise is not known.")
    if w.score(before) == w.score(after):
        return t("Overall it stays at {points}.", points=w.score(after))
    values = {"before": w.score(before), "after": w.score(after), "quarter": by}
    if after.level is not None and after.level != before.level:
        level = w.level(after.level)
        return t(
            "Overall from {before} to {after} by the end of {quarter}: level {level}.",
            level=level,
            **values,
        )
    return t("Overall from {before} to {after} by the end of {quarter}.", **values)


def _done(w: Wording, roadmap: Roadmap) -> str:
    """The answers are older than what is done since: its gain is in neither of the scores."""
    done = sum(one.decision.state is State.DONE for one in roadmap.posed.tasks.values())
    if not done or not w.evaluation.overall.rated:
        return ""
    return w.t.plural(
        "One measure is done; it counts once its questions are answered anew.",
        "{n} measures are done; they count once their questions are answered anew.",
        done,
    )


def _dimensions(w: Wording, after: Scores) -> Iterator[str]:
    """Those that reach the next level; where none does, the one that rises most."""
    risen = []
    for dimension in w.evaluation.questionnaire.dimensions:
        old, new = w.dimension_score(dimension), after.dimensions[dimension.id]
        if old.shown is None or new.shown is None or w.score(old) == w.score(new):
            continue
        risen.append((new.shown - old.shown, w.text(dimension.name), old, new))
    reached = [one for one in risen if one[3].level != one[2].level]
    for _, name, old, new in reached or sorted(risen, key=lambda one: -one[0])[:1]:
        values = {"dimension": name, "before": w.score(old), "after": w.score(new)}
        if reached:
            yield w.t(
                "{dimension} from {before} to {after}: level {level}.",
                level=w.level(new.level),
                **values,
            )
        else:
            yield w.t("{dimension} from {before} to {after}.", **values)
