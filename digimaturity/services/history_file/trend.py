"""The trend of a company as a document: each year, and each step from one to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from digimaturity.domain.comparison import Comparison, Moved, steps_of
from digimaturity.domain.same_views import seen_alike, shared_views
from digimaturity.domain.trend import trend_of
from digimaturity.services.history_file.plain import (
    MADE_BY,
    assessed_data,
    change_data,
    index_change_data,
    scores_data,
    texts_data,
)
from digimaturity.services.years import Assessed
from digimaturity.store.records import CompanyRecord

FORMAT = "digimaturity-trend/1"


def trend_document(company: CompanyRecord, years: Sequence[Assessed]) -> dict[str, Any]:
    """The trend over at least one assessment, oldest first; what there is no data for is null."""
    trend = trend_of([one.year for one in years])
    steps = steps_of(trend.years)
    named = {one.question for step in steps for one in step.changed}
    return {
        "format": FORMAT,
        "made_by": MADE_BY,
        "company": {"id": company.id, "name": company.name},
        "compared": len(trend.compared),
        "asked": trend.asked,
        "nothing_compared_because": trend.missing.value if trend.missing else None,
        "years": [
            {**assessed_data(one), "full": scores_data(full), "like_for_like": scores_data(alike)}
            for one, full, alike in zip(years, trend.full, trend.alike, strict=True)
        ],
        "steps": [{**step_data(step), "same_viewpoints": _same_views(step)} for step in steps],
        "texts": texts_data((year.questionnaire for year in trend.years), named),
    }


def step_data(step: Comparison) -> dict[str, Any]:
    """From one assessment to the next: the whole, its parts, and the questions that changed."""
    return {
        "from": step.before.day.isoformat(),
        "to": step.after.day.isoformat(),
        "overall": _moved(step.overall),
        "dimensions": {one.key: _moved(one) for one in step.dimensions},
        "areas": {one.key: _moved(one) for one in step.areas},
        "changed": [
            {
                "question": one.question,
                "before": one.before,
                "after": one.after,
                "change": one.rise,
                "since_earlier": one.since_earlier,
            }
            for one in step.changed
        ],
        "other_viewpoints": step.other_views,
        "index": index_change_data(step.index),
    }


def _moved(moved: Moved) -> dict[str, Any]:
    return {"change": change_data(moved), "questions": asdict(moved.tally)}


def _same_views(step: Comparison) -> dict[str, Any] | None:
    """What really changed as those viewpoints see it that answered both times."""
    seen = seen_alike(step)
    if seen is None:
        return None
    views = [view.value for view in shared_views(step)]
    return {"viewpoints": views, "really": seen.overall.rise}
