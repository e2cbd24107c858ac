"""The sheets of the years: scores of every assessment, each question's change, plan and deed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digimaturity.domain.comparison import Comparison, Moved, QuestionMoved
from digimaturity.domain.deeds import Deed, Period, moved_meanwhile
from digimaturity.domain.questionnaire import Question
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.scoring import Score
from digimaturity.domain.trend import Fate, Year
from digimaturity.report.build.trend.answers import before_words, said_words
from digimaturity.report.deed_words import became_names, deed_title
from digimaturity.report.model.tables import Cell, Column, Form, Row, Sheet
from digimaturity.report.roadmap_words import quarter_words
from digimaturity.report.trend_words import History, history_of
from digimaturity.report.wording import Wording


def years_sheets(w: Wording) -> tuple[Sheet, ...]:
    """All three; none where this is the first assessment."""
    history = history_of(w)
    if history is None:
        return ()
    return (_years(w, history), _changes(w, history.steps[-1]), _deeds(w, history))


def _years(w: Wording, history: History) -> Sheet:
    """One row for each assessment and part of today's questionnaire, the newest first."""
    t = w.t
    columns = (
        Column(t("Date"), 16, Form.DAY),
        Column(t("Questionnaire, version"), 12),
        Column(t("Part"), 12),
        Column(t("Name"), 26),
        Column(t("Id"), 16),
        Column(t("Full score"), 9, Form.WHOLE),
        Column(t("Level"), 9, Form.WHOLE),
        Column(t("Like for like"), 10, Form.WHOLE),
        Column(t("Change since the one before"), 12, Form.CHANGE),
        Column(t("Really changed"), 11, Form.CHANGE),
        Column(t("Only the questionnaire changed"), 13, Form.CHANGE),
        Column(t("Not re-checked"), 11, Form.CHANGE),
        Column(t("Questions compared"), 11, Form.WHOLE),
    )
    about = t(
        "Every assessment: full scores, and like for like over what was asked alike every time;"
        " changes are over what was asked alike both times."
    )
    rows = [
        row for place in reversed(range(len(history.years))) for row in _year(w, history, place)
    ]
    return Sheet("Years", t("Years"), about, columns, tuple(rows))


def _year(w: Wording, history: History, place: int) -> Iterator[Row]:
    t, asked, trend = w.t, w.evaluation.questionnaire, history.trend
    year, full, alike = trend.years[place], trend.full[place], trend.alike[place]
    step = history.steps[place - 1] if place else None
    head = year.day, year.questionnaire.version
    yield (
        *(*head, t("Overall"), t("Overall score"), None),
        *_scores(full.overall, alike.overall),
        *_change(step.overall if step else None),
    )
    for dimension in asked.dimensions:
        key = dimension.id
        yield (
            *(*head, t("Dimension"), w.text(dimension.name), key),
            *_scores(full.dimensions.get(key), alike.dimensions[key]),
            *_change(_of(key, step.dimensions if step else ())),
        )
        for area in dimension.areas:
            yield (
                *(*head, t("Area"), w.text(area.name), area.id),
                *_scores(full.areas.get(area.id), alike.areas[area.id]),
                *_change(_of(area.id, step.areas if step else ())),
            )


def _scores(full: Score | None, alike: Score) -> tuple[Cell, ...]:
    return full.shown if full else None, full.level if full else None, alike.shown


def _of(key: str, moved: Sequence[Moved]) -> Moved | None:
    return next((one for one in moved if one.key == key), None)


def _change(moved: Moved | None) -> tuple[Cell, ...]:
    if moved is None:
        return None, None, None, None, None
    parts = (moved.full_change, moved.rise, moved.by_questionnaire, moved.unconfirmed)
    # Nothing is no less than nothing: -0.0 would stand in the file.
    return (*(None if part is None else part + 0.0 for part in parts), moved.tally.compared)


def _changes(w: Wording, step: Comparison) -> Sheet:
    """One row for each question of either year."""
    t = w.t
    columns = (
        Column(t("Dimension"), 13),
        Column(t("Area"), 18),
        Column(t("Id"), 22),
        Column(t("Question"), 44),
        Column(t("What became of it"), 16),
        Column(t("Points before"), 9, Form.WHOLE),
        Column(t("Points now"), 9, Form.WHOLE),
        Column(t("Change"), 10, Form.CHANGE),
        Column(t("Answer before"), 40),
        Column(t("Answer now"), 40),
        Column(t("Id before"), 22),
    )
    about = t(
        "What became of every question since {day}; only what was asked and answered alike both"
        " times has a change.",
        day=t.date(step.before.day),
    )
    rows = tuple(_moved(w, step, one) for one in step.questions)
    return Sheet("Changes", t("Changes"), about, columns, rows)


def _moved(w: Wording, step: Comparison, one: QuestionMoved) -> Row:
    dropped = one.fate is Fate.DROPPED
    year = step.before if dropped else step.after
    question = year.questionnaire.by_id[one.question]
    return (
        *_place(w, year, question),
        w.text(question.text),
        _fates(w)[one.fate],
        one.before,
        one.after,
        one.rise,
        before_words(w, step, one) or None,
        None if dropped else said_words(w, year, question) or None,
        None if one.roots == {one.question} else ", ".join(sorted(one.roots)) or None,
    )


def _place(w: Wording, year: Year, question: Question) -> tuple[Cell, Cell, Cell]:
    area = year.questionnaire.area_of[question.id]
    dimension = year.questionnaire.dimension_of[area.id]
    return w.text(dimension.name), w.text(area.name), question.id


def _fates(w: Wording) -> dict[Fate, str]:
    t = w.t
    return {
        Fate.COMPARED: t("Compared"),
        Fate.NOT_CONFIRMED: t("Not confirmed"),
        Fate.NOT_ANSWERED: t("Not answered both times"),
        Fate.NOT_APPLICABLE: t("Does not apply"),
        Fate.ADDED: t("New"),
        Fate.DROPPED: t("Not asked any more"),
        Fate.RESCALED: t("Another scale"),
    }


def _deeds(w: Wording, history: History) -> Sheet:
    """One row for each measure of each period, the newest first."""
    t = w.t
    columns = (
        Column(t("From"), 16, Form.DAY),
        Column(t("To"), 16, Form.DAY),
        Column(t("Measure"), 38),
        Column(t("Id"), 22),
        Column(t("What became of it"), 14),
        Column(t("Planned from"), 10),
        Column(t("Planned to"), 10),
        Column(t("Began"), 10),
        Column(t("Ended"), 10),
        Column(t("Reason"), 36),
        Column(t("Questions it is meant to raise"), 12, Form.WHOLE),
        Column(t("Of these changed in the same period"), 12, Form.WHOLE),
    )
    about = t(
        "What was planned and what became of it; that a question changed in the same period does"
        " not make the measure its cause."
    )
    pairs = list(zip(w.context.periods, history.steps, strict=False))
    rows = tuple(
        _deed(w, period, step, deed) for period, step in reversed(pairs) for deed in period.deeds
    )
    return Sheet("PlanAndDeed", t("Plan and deed"), about, columns, rows)


def _deed(w: Wording, period: Period, step: Comparison, deed: Deed) -> Row:
    return (
        period.since,
        period.until,
        deed_title(w.t, deed),
        deed.measure,
        became_names(w.t)[deed.became],
        *_span(w, deed.planned),
        *_span(w, deed.ran),
        deed.why or None,
        len(deed.questions),
        len(moved_meanwhile(deed, step)),
    )


def _span(w: Wording, span: tuple[Quarter, Quarter | None] | None) -> tuple[Cell, Cell]:
    if span is None:
        return None, None
    first, last = span
    return quarter_words(w.t, first), quarter_words(w.t, last) if last else None
