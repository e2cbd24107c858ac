"""How the score of a year came about like for like, and what changed from one to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from digimaturity.domain.comparison import Comparison, QuestionMoved
from digimaturity.domain.scoring import Score
from digimaturity.domain.texts import text_in
from digimaturity.domain.trend import Fate
from digimaturity.i18n import Translator
from digimaturity.report.trend_split import split_of
from digimaturity.report.trend_tables import NO_FIGURE, level_of, step_name, version_of
from digimaturity.report.trend_words import History, signed
from digimaturity.report.wording import Wording
from digimaturity.ui.score_words import points
from digimaturity.ui.why_lines import Why, WhyGroup, WhyLine

#: So many questions of a kind are told beside the trend.
_MOST = 10


def why_year(w: Wording, history: History, number: int) -> Why:
    """The two scores of an assessment, and those of its dimensions."""
    t, trend, year = w.t, history.trend, history.years[number]
    alike, full = trend.alike[number], trend.full[number]
    rules = (
        t(
            "Like for like: {n} of {asked} questions, by the weights of the newest questionnaire.",
            n=len(trend.compared),
            asked=trend.asked,
        ),
        t(
            "Full score: {points}, as it was scored then with {version}; {level}.",
            points=_shown(full.overall, t),
            version=version_of(w, history, year),
            level=level_of(t, year, full.overall),
        ),
        *_unconfirmed(t, len(year.unconfirmed)),
    )
    lines = tuple(
        WhyLine(
            w.text(one.name),
            t("Full score {points}", points=_shown(full.dimensions.get(one.id), t)),
            _shown(alike.dimensions.get(one.id), t),
            "",
            "",
            is_question=True,
        )
        for one in w.evaluation.questionnaire.dimensions
    )
    return Why(t.date(year.day), _shown(alike.overall, t), rules=rules, lines=lines)


def why_step(w: Wording, history: History, number: int) -> Why:
    """The questions behind a change, by what became of each."""
    t, step = w.t, history.steps[number]
    split, moved = split_of(t, step), step.overall.points
    told = (split.really, split.questionnaire, split.unchecked)
    return Why(
        step_name(history, number),
        t("{points} points", points=signed(t, moved.full)) if moved else t("not comparable"),
        rules=tuple(f"{part.title}: {part.text}" for part in told),
        groups=tuple(_groups(w, step)),
    )


def _unconfirmed(t: Translator, count: int) -> Iterator[str]:
    if count:
        yield t.plural(
            "One answer was carried over and not confirmed.",
            "{n} answers were carried over and not confirmed.",
            count,
        )


def _groups(w: Wording, step: Comparison) -> Iterator[WhyGroup]:
    t, found = w.t, step.questions
    kinds: tuple[tuple[str, Sequence[QuestionMoved]], ...] = (
        (t("Rose"), [one for one in step.changed if (one.rise or 0) > 0]),
        (t("Fell"), [one for one in reversed(step.changed) if (one.rise or 0) < 0]),
        (t("Not confirmed"), _of(found, Fate.NOT_CONFIRMED)),
        (t("Not answered both times"), _of(found, Fate.NOT_ANSWERED, Fate.NOT_APPLICABLE)),
        (t("New"), _of(found, Fate.ADDED)),
        (t("Not asked any more"), _of(found, Fate.DROPPED)),
        (t("Another scale"), _of(found, Fate.RESCALED)),
    )
    for title, questions in kinds:
        if questions:
            lines = tuple(_line(w, step, one) for one in questions[:_MOST])
            yield WhyGroup(f"{title} ({len(questions)})", _cut(t, len(questions)), lines)


def _cut(t: Translator, count: int) -> tuple[str, ...]:
    """That not all are told here."""
    if count <= _MOST:
        return ()
    return (t("The first {n}; Compare shows all.", n=_MOST),)


def _of(questions: Iterable[QuestionMoved], *fates: Fate) -> list[QuestionMoved]:
    return [one for one in questions if one.fate in fates]


def _line(w: Wording, step: Comparison, moved: QuestionMoved) -> WhyLine:
    """A question with its points of both times; it leads on where it is asked today."""
    year = step.before if moved.fate is Fate.DROPPED else step.after
    question = year.questionnaire.by_id[moved.question]
    today = w.evaluation.questionnaire.by_id
    change = "" if moved.rise is None else signed_points(w.t, moved.rise)
    return WhyLine(
        text_in(question.text, w.t.language),
        f"{_figure(w.t, moved.before)} → {_figure(w.t, moved.after)}",
        change,
        "",
        question.id if question.id in today else "",
        is_question=True,
    )


def signed_points(t: Translator, rise: float) -> str:
    """A rise in points, with one decimal where it is not whole."""
    digits = 0 if float(rise).is_integer() else 1
    return ("+" if rise > 0 else "\N{MINUS SIGN}") + t.number(abs(rise), digits)


def _figure(t: Translator, points: float | None) -> str:
    return NO_FIGURE if points is None else t.number(points)


def _shown(score: Score | None, t: Translator) -> str:
    return NO_FIGURE if score is None else points(score, t)


#: What can be explained, by the first word of its key; the second is its number.
WHY: dict[str, Callable[[Wording, History, int], Why]] = {"year": why_year, "step": why_step}


def why_of(w: Wording, history: History, key: str) -> Why | None:
    """What there is to say for ``year 0`` or ``step 1``; None where there is no such thing."""
    kind, _, number = key.partition(" ")
    most = {"year": len(history.years), "step": len(history.steps)}.get(kind, 0)
    if not number.isdecimal() or int(number) >= most:
        return None
    return WHY[kind](w, history, int(number))
