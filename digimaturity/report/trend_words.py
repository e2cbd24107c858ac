"""What really changed over the years, in the words that the screen and the report share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from digimaturity.domain.comparison import Comparison, steps_of
from digimaturity.domain.scoring import Score, shown_points
from digimaturity.domain.texts import text_in
from digimaturity.domain.trend import NothingAlike, Trend, Year, trend_of
from digimaturity.i18n import Translator
from digimaturity.report.model.viewpoints import Grid
from digimaturity.report.wording import Wording

#: What stands where there is no figure.
NO_FIGURE = "–"


@dataclass(frozen=True, slots=True)
class History:
    """The assessments of a company, oldest first, and each step from one to the next.

    `names` are short names of the assessments, each of which tells one from the others.
    """

    trend: Trend
    steps: tuple[Comparison, ...]
    names: tuple[str, ...]

    @property
    def years(self) -> tuple[Year, ...]:
        """The assessments."""
        return self.trend.years


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a change: its title, how many questions it is about (`figure`), and of them all."""

    title: str
    figure: str
    text: str


@dataclass(frozen=True, slots=True)
class Split:
    """A change in three parts; each question of the later assessment is in one at the most."""

    really: Part
    questionnaire: Part
    unchecked: Part


def history_of(w: Wording, steps: Sequence[Comparison] | None = None) -> History | None:
    """The years as they are told; None with fewer than two.

    `steps` are those from each year to the next, where they are known already.
    """
    years = w.context.years
    if len(years) < 2:  # noqa: PLR2004 - one year is no trend
        return None
    known = steps_of(years) if steps is None else tuple(steps)
    return History(trend_of(years), known, year_names(w.t, [year.day for year in years]))


def year_names(t: Translator, days: Sequence[date]) -> tuple[str, ...]:
    """The years; months where two days are of one year, days where two are of one month."""
    years = [str(day.year) for day in days]
    months = [f"{day.month:02}/{day.year}" for day in days]
    whole = [t.date(day) for day in days]
    chosen = (years, months, whole)
    return tuple(
        next((names[n] for names in chosen if names.count(names[n]) == 1), whole[n])
        for n in range(len(days))
    )


def signed(t: Translator, points: int) -> str:
    """``+3``, ``−2``, ``±0``."""
    sign = "+" if points > 0 else "\N{MINUS SIGN}" if points else "±"
    return f"{sign}{t.number(abs(points))}"


def statement(w: Wording, history: History) -> str:
    """How the score moved like for like since the first assessment, without a full stop."""
    t, since = w.t, history.names[0]
    ends = _ends([scores.overall for scores in history.trend.alike])
    if ends is None:
        return t("The years cannot be compared like for like")
    before, after = ends
    if before == after:
        return t("Like for like the score is {score} as in {since}", score=after, since=since)
    return t(
        "Like for like {before} → {after} points since {since}",
        before=before,
        after=after,
        since=since,
    )


def explanation(w: Wording, history: History) -> tuple[str, ...]:
    """In sentences: what is compared, and where the full score says something else, why."""
    return tuple(_explained(w, history))


def _explained(w: Wording, history: History) -> Iterator[str]:
    t, trend = w.t, history.trend
    alike = _ends([scores.overall for scores in trend.alike])
    if trend.missing is not None:
        yield why_nothing_alike(t, trend.missing)
    elif len(trend.compared) == trend.asked:
        yield t("All {n} questions were asked alike and answered every time.", n=trend.asked)
    else:
        yield t(
            "Compared are {n} of the {asked} questions: those that were asked alike and answered "
            "every time.",
            n=len(trend.compared),
            asked=trend.asked,
        )
        if trend.few:
            yield t("That is less than half, so read it with care.")
    full = _ends([scores.overall for scores in trend.full])
    if full is None:
        yield t("The full score was not rated every time.")
    elif alike is not None:
        yield _beside_full(t, history, alike, full)
    others = [history.names[n + 1] for n, step in enumerate(history.steps) if step.other_views]
    if others:
        yield t(
            "In {years} other viewpoints answered than the time before, which moves scores by "
            "itself.",
            years=w.listed(others),
        )
    if w.context.draft:
        yield t("The newest assessment is not signed off yet.")


def _beside_full(
    t: Translator, history: History, alike: tuple[int, int], full: tuple[int, int]
) -> str:
    really, whole = alike[1] - alike[0], full[1] - full[0]
    moved = t("The full score moved from {before} to {after}", before=full[0], after=full[1])
    if full[0] == full[1]:
        moved = t("The full score is {score} as before", score=full[1])
    if whole == really:
        return f"{moved}."
    rest = signed(t, whole - really)
    if len({year.questionnaire.fingerprint for year in history.years}) > 1:
        why = t("{points} come from the changed questionnaire", points=rest)
    else:
        why = t("{points} come from questions that were not answered every time", points=rest)
    return t(
        "{moved}: {points} really changed, {why}.", moved=moved, points=signed(t, really), why=why
    )


def why_nothing_alike(t: Translator, reason: NothingAlike) -> str:
    """Why there is no like-for-like score, as a sentence."""
    return {
        NothingAlike.OTHER_QUESTIONS: t("No question was asked every time."),
        NothingAlike.RESCALED: t(
            "What was asked every time was once asked with another scale, so its points mean "
            "something else."
        ),
        NothingAlike.NOT_ANSWERED: t("No question that was asked alike was answered every time."),
    }[reason]


def split_of(t: Translator, step: Comparison) -> Split:
    """What became of the questions from one assessment to the next."""
    tally, points = step.overall.tally, step.overall.points
    really = [
        t.plural("one rose", "{n} rose", tally.rose),
        t.plural("one fell", "{n} fell", tally.fell),
        t.plural("one is the same", "{n} are the same", tally.same),
    ]
    other = [
        t.plural("one is new", "{n} are new", tally.added) if tally.added else "",
        t.plural("one is not asked any more", "{n} are not asked any more", tally.dropped)
        if tally.dropped
        else "",
        t.plural("one has another scale", "{n} have another scale", tally.rescaled)
        if tally.rescaled
        else "",
    ]
    silent = tally.not_answered + tally.not_applicable
    unchecked = [
        t.plural(
            "one answer was taken over and not confirmed",
            "{n} answers were taken over and not confirmed",
            tally.not_confirmed,
        )
        if tally.not_confirmed
        else "",
        t.plural(
            "one question was not answered both times",
            "{n} questions were not answered both times",
            silent,
        )
        if silent
        else "",
    ]
    return Split(
        Part(
            t("Really changed"),
            _questions(t, tally.rose + tally.fell),
            _said(t, really, points.really if points else None),
        ),
        Part(
            t("Only the questionnaire changed"),
            _questions(t, tally.added + tally.dropped + tally.rescaled),
            _said(t, other, points.questionnaire if points else None)
            or t("Nothing was added, dropped or asked with another scale."),
        ),
        Part(
            t("Not re-checked"),
            _questions(t, tally.not_confirmed + silent),
            _said(t, unchecked, None) or t("Every question was answered anew both times."),
        ),
    )


def _questions(t: Translator, count: int) -> str:
    return t.plural("{n} question", "{n} questions", count)


def _said(t: Translator, parts: Sequence[str], points: int | None) -> str:
    """A sentence of these parts, and how many points of the score that is together."""
    said = ", ".join(part for part in parts if part)
    sentences = [f"{said[:1].upper()}{said[1:]}."] if said else []
    if points:
        sentences.append(t("Together {points} points.", points=signed(t, points)))
    return " ".join(sentences)


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
            t("by the questionnaire"),
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


def _ends(scores: Sequence[Score]) -> tuple[int, int] | None:
    """The first and the last score in whole points; None where one is not rated."""
    first, last = scores[0].shown, scores[-1].shown
    if first is None or last is None:
        return None
    return shown_points(first), shown_points(last)


def _points(score: Score) -> str:
    return NO_FIGURE if score.shown is None else str(shown_points(score.shown))
