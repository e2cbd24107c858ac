"""The years as open data: scores like for like, what really changed, what became of measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from digimaturity.domain.comparison import Comparison, steps_of
from digimaturity.domain.deeds import Deed, Period, moved_meanwhile
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.trend import Year, trend_of
from digimaturity.report.wording import ReportContext
from digimaturity.services.history_file.plain import scores_data, texts_data, year_data
from digimaturity.services.history_file.trend import step_data


def trend_part(context: ReportContext) -> dict[str, Any] | None:
    """Null where this is the first assessment. Measures go by their ids, without reasons."""
    years = context.years
    if len(years) < 2:  # noqa: PLR2004 - one year is no trend
        return None
    trend, steps = trend_of(years), steps_of(years)
    return {
        "compared": len(trend.compared),
        "asked": trend.asked,
        "nothing_compared_because": trend.missing.value if trend.missing else None,
        "years": [
            {**year_data(year), "full": scores_data(full), "like_for_like": scores_data(alike)}
            for year, full, alike in zip(years, trend.full, trend.alike, strict=True)
        ],
        "steps": [step_data(step) for step in steps],
        "questions": _questions(steps[-1]),
        "periods": [
            _period(period, step) for period, step in zip(context.periods, steps, strict=False)
        ],
        "texts": _texts(years, steps),
    }


def _texts(years: Sequence[Year], steps: Sequence[Comparison]) -> dict[str, Any]:
    """The words of ids that the newest questionnaire, whose words are told elsewhere, lacks."""
    *older, newest = (year.questionnaire for year in years)
    named = {one.question for step in steps for one in (*step.changed, *step.questions)}
    known = texts_data([newest], newest.by_id)
    return {
        part: {key: words for key, words in texts.items() if key not in known[part]}
        for part, texts in texts_data(older, named).items()
    }


def _questions(step: Comparison) -> dict[str, Any]:
    """What became of each question since the assessment before."""
    return {
        one.question: {
            "fate": one.fate.value,
            "before": one.before,
            "after": one.after,
            "ids_before": sorted(one.roots),
        }
        for one in step.questions
    }


def _period(period: Period, step: Comparison) -> dict[str, Any]:
    return {
        "since": period.since.isoformat(),
        "until": period.until.isoformat(),
        "rate": asdict(period.rate) if period.rate else None,
        "measures": [_deed(deed, step) for deed in period.deeds],
    }


def _deed(deed: Deed, step: Comparison) -> dict[str, Any]:
    return {
        "id": deed.measure,
        "became": deed.became.value,
        "planned": _span(deed.planned),
        "ran": _span(deed.ran),
        "questions": sorted(deed.questions),
        "moved_in_the_same_period": [one.question for one in moved_meanwhile(deed, step)],
    }


def _span(span: tuple[Quarter, Quarter | None] | None) -> dict[str, Any] | None:
    if span is None:
        return None
    first, last = span
    return {"first": str(first), "last": None if last is None else str(last)}
