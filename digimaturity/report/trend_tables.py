"""The assessments of a company, and the steps from one to the next, as tables."""

from __future__ import annotations

from collections.abc import Sequence

from digimaturity.domain.comparison import Comparison
from digimaturity.domain.scoring import Score, shown_points
from digimaturity.domain.texts import text_in
from digimaturity.domain.trend import Year
from digimaturity.i18n import Translator
from digimaturity.report.model.viewpoints import Grid
from digimaturity.report.trend_words import History, signed
from digimaturity.report.wording import Wording

#: What stands where there is no figure.
NO_FIGURE = "–"


def years_grid(w: Wording, history: History, revisions: Sequence[str] = ()) -> Grid:
    """One row for each assessment; `revisions` tell for each whether and how it was signed."""
    t, trend = w.t, history.trend
    heads = [t("Assessment"), t("Questionnaire"), t("Full score"), t("Level"), t("Like for like")]
    rows = []
    for number, year in enumerate(trend.years):
        full, alike = trend.full[number].overall, trend.alike[number].overall
        row = [
            t.date(year.day),
            version_of(w, history, year),
            _points(full),
            level_of(t, year, full),
            _points(alike),
        ]
        rows.append((*row, *revisions[number : number + 1]))
    return Grid(
        t("The assessments"),
        "",
        (*heads, *([t("Signed off")] if revisions else [])),
        tuple(reversed(rows)),
    )


def version_of(w: Wording, history: History, year: Year) -> str:
    """The version of its questionnaire; with its name where there are several."""
    asked = year.questionnaire
    if len({one.questionnaire.id for one in history.years}) == 1:
        return w.t("version {version}", version=asked.version)
    return f"{text_in(asked.name, w.t.language)} {asked.version}"


def level_of(t: Translator, year: Year, score: Score) -> str:
    """The level with the name that it had in that year's questionnaire."""
    names = year.questionnaire.level_names
    if score.level is None:
        return t("not rated")
    name = text_in(names[score.level - 1], t.language) if score.level <= len(names) else ""
    return f"{score.level} {name}".strip()


def steps_grid(w: Wording, history: History) -> Grid:
    """One row for each step from one assessment to the next, the newest first."""
    t = w.t
    return Grid(
        t("From one assessment to the next"),
        t("Points of the overall score; the parts add up to the change of the full score."),
        (
            t("Step"),
            t("Full score"),
            t("really changed"),
            t("by unanswered questions")
            if history.one_questionnaire
            else t("by the questionnaire"),
            t("not re-checked"),
            t("Questions compared"),
        ),
        tuple(
            reversed(
                [
                    (step_name(history, number), *_step_row(t, step))
                    for number, step in enumerate(history.steps)
                ]
            )
        ),
    )


def step_name(history: History, number: int) -> str:
    """``2024 → 2025``."""
    return f"{history.names[number]} → {history.names[number + 1]}"


def _step_row(t: Translator, step: Comparison) -> tuple[str, ...]:
    tally, points = step.overall.tally, step.overall.points
    figures = (
        (points.full, points.really, points.questionnaire, points.unconfirmed) if points else ()
    )
    told = [signed(t, one) for one in figures] or [NO_FIGURE] * 4
    return (*told, t("{n} of {all}", n=tally.compared, all=tally.asked))


def _points(score: Score) -> str:
    return NO_FIGURE if score.shown is None else str(shown_points(score.shown))
