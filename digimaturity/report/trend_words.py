"""What really changed over the years, in the words that the screen and the report share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress

from digimaturity.domain.comparison import Comparison, steps_of
from digimaturity.domain.scoring import Scores, shown_points
from digimaturity.domain.trend import NothingAlike, Trend, Year, trend_of
from digimaturity.i18n import Translator
from digimaturity.report.same_view_words import same_view_words
from digimaturity.report.wording import Wording


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

    @property
    def one_questionnaire(self) -> bool:
        """Whether all of them are by the very same questionnaire."""
        return len({year.questionnaire.fingerprint for year in self.years}) == 1


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
    t, since = w.t, next(compress(history.names, history.trend.counts))
    ends = _ends(history.trend, history.trend.alike)
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
    alike = _ends(trend, trend.alike)
    yield from _over_which(w, history)
    few = [name for name, counts in zip(history.names, trend.counts, strict=True) if not counts]
    if few:
        yield t("Too few answers to be compared: {years}.", years=w.listed(few))
    full = _ends(trend, trend.full)
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
        last = next(step for step in reversed(history.steps) if step.other_views)
        if seen := same_view_words(w, last):
            yield seen
    if w.context.draft:
        yield t("The newest assessment is not signed off yet.")


def _over_which(w: Wording, history: History) -> Iterator[str]:
    """What is compared, and what of it nobody looked at again."""
    t, trend, carried = w.t, history.trend, _carried(w.t, history)
    if trend.missing is not None:
        yield why_nothing_alike(t, trend.missing)
        return
    if len(trend.compared) < trend.asked:
        yield t(
            "Compared: {n} of the {asked} questions, asked alike and answered every time.",
            n=len(trend.compared),
            asked=trend.asked,
        )
    elif carried:
        yield t("All {n} questions were asked alike every time.", n=trend.asked)
    else:
        yield t("All {n} questions were asked alike and answered every time.", n=trend.asked)
    if trend.few:
        yield t("That is less than half, so read it with care.")
    if carried:
        yield t(
            "Carried over and not re-checked: {answers}; what nobody checked counts as before.",
            answers=w.listed(carried),
        )


def _carried(t: Translator, history: History) -> list[str]:
    """How many answers of each year that counts nobody looked at again."""
    counted = compress(zip(history.names, history.years, strict=True), history.trend.counts)
    found = ((name, len(year.unconfirmed & year.by_question.keys())) for name, year in counted)
    return [
        t.plural("one answer ({year})", "{n} answers ({year})", count, year=name)
        for name, count in found
        if count
    ]


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
    if not history.one_questionnaire:
        why = t("{points} from the changed questionnaire", points=rest)
    elif len(history.trend.compared) < history.trend.asked:
        why = t("{points} from questions that were not answered every time", points=rest)
    else:
        why = t("{points} from answers that were carried over and not confirmed", points=rest)
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


def _ends(trend: Trend, scores: Sequence[Scores]) -> tuple[int, int] | None:
    """The first and the last that counts, in whole points; None where one is not rated."""
    counted = [one.overall.shown for one in compress(scores, trend.counts)]
    first, last = counted[0], counted[-1]
    if first is None or last is None:
        return None
    return shown_points(first), shown_points(last)
