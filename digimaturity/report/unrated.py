"""Why the whole is not rated: which dimensions are not, and how many answers would do."""

from __future__ import annotations

from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.questionnaire import Dimension
from digimaturity.domain.scoring import answers_until_rated
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator


def unrated_dimensions(evaluation: Evaluation) -> list[Dimension]:
    """The dimensions that apply and are not rated, in the pack's order."""
    scores = evaluation.scores.dimensions
    return [
        dimension
        for dimension in evaluation.questionnaire.dimensions
        if scores[dimension.id].applicable and not scores[dimension.id].rated
    ]


def rule_of_rating(evaluation: Evaluation, t: Translator) -> str:
    """When the whole is rated, and what is missing until then; nothing where it is rated."""
    missing = [_missing(evaluation, one, t) for one in unrated_dimensions(evaluation)]
    if not missing:
        return ""
    return t(
        "The whole is rated once every dimension is, and a dimension once half of it is answered. "
        "Still missing: {answers}.",
        answers="; ".join(missing),
    )


def _missing(evaluation: Evaluation, dimension: Dimension, t: Translator) -> str:
    return t.plural(
        "{name}, at least one more answer",
        "{name}, at least {n} more answers",
        answers_until_rated(dimension, evaluation.questions),
        name=text_in(dimension.name, t.language).strip(),
    )
