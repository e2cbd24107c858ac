"""How gaps between viewpoints changed over the years, over what was asked and answered alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import fsum

from digimaturity.domain.consolidation import QuestionResult, settled
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import Responses
from digimaturity.domain.viewpoints import Views, views_of

#: Two make a comparison.
_TWO = 2


@dataclass(frozen=True, slots=True)
class EarlierSaid:
    """What was said in a finished assessment of an earlier `day`.

    Its answers stand under the ids that questions of the same meaning have today; others are left
    out.
    """

    day: date
    responses: Responses


def years_of(
    questionnaire: Questionnaire, years: Sequence[Mapping[str, QuestionResult]]
) -> tuple[Views, ...]:
    """The gaps of each year over the same questions, seen from the same viewpoints in all of them.

    `years` are the results as they are told, by the ids of `questionnaire`. Empty where fewer than
    two viewpoints have a question in common in all years.
    """
    if len(years) < _TWO:
        return ()
    found = [views_of(questionnaire, _shared(year, years)) for year in years]
    return tuple(one for one in found if one) if all(found) else ()


def _shared(
    year: Mapping[str, QuestionResult], years: Sequence[Mapping[str, QuestionResult]]
) -> Mapping[str, QuestionResult]:
    """The results of a year without the viewpoints that any other year lacks."""
    return {
        key: replace(
            result,
            by_viewpoint={
                view: score
                for view, score in result.by_viewpoint.items()
                if all(key in other and view in other[key].by_viewpoint for other in years)
            },
        )
        for key, result in year.items()
    }


def mean_gap(views: Views) -> float:
    """The mean gap of all questions compared, in score points."""
    return settled(fsum(gap.size for gap in views.questions) / len(views.questions))
