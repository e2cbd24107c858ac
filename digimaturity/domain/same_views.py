"""What changed as those viewpoints alone see it that answered both times.

Where others answer than the year before, scores move though nothing in the firm did.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import replace

from digimaturity.domain.comparison import Comparison, compared
from digimaturity.domain.consolidation import QuestionResult, mean
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.trend import Year


def shared_views(step: Comparison) -> tuple[Viewpoint, ...]:
    """The viewpoints that answered both times, where others did only once; else none."""
    if not step.other_views:
        return ()
    before, after = step.before.people, step.after.people
    return tuple(view for view in Viewpoint if view in before and view in after)


def seen_alike(step: Comparison) -> Comparison | None:
    """The same step by what these viewpoints answered; None where there are none.

    What a group agreed on does not count: not only they did.
    """
    views = frozenset(shared_views(step))
    return compared(_seen(step.before, views), _seen(step.after, views)) if views else None


def _seen(year: Year, views: AbstractSet[Viewpoint]) -> Year:
    return replace(year, results={key: _result(one, views) for key, one in year.results.items()})


def _result(result: QuestionResult, views: AbstractSet[Viewpoint]) -> QuestionResult:
    scores = [score for view, score in result.by_viewpoint.items() if view in views]
    return replace(result, score=mean(scores) if scores else None)
