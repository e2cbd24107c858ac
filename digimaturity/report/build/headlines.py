"""The statements that head the pages: each made from the result by a rule, in whole sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from digimaturity.domain.questionnaire import Area, Dimension, Leadership
from digimaturity.domain.scoring import shown_points
from digimaturity.report.unrated import unrated_dimensions
from digimaturity.report.wording import Wording

#: So many points between the best and the weakest part are worth a statement.
SPREAD = 12.0

#: From here on an area is called strong, below the other one weak.
STRONG = 60.0
WEAK = 40.0


def overall_headline(w: Wording) -> str:
    """The result in one sentence: its level, and where most is still to do."""
    t, score = w.t, w.evaluation.overall
    if score.value is None:
        return t("Nothing is answered yet")
    if score.level is None:
        return _not_rated(w)
    level = w.level_name(score.level)
    scores = [shown for shown, _ in rated_dimensions(w)]
    if len(scores) < 2:  # noqa: PLR2004 - nothing to compare
        return t("{level} on the whole", level=level)
    if not score.capped and max(scores) - min(scores) < SPREAD:
        return t("{level}, with all sides close together", level=level)
    weakest = lowest_dimensions(w)
    if len(weakest) == 1:
        return _most_to_do(w, level, weakest[0])
    names = w.listed([w.text(dimension.name) for dimension in weakest])
    return t("{level}; the weakest sides are {names}", level=level, names=names)


def _not_rated(w: Wording) -> str:
    unrated = [w.text(dimension.name) for dimension in unrated_dimensions(w.evaluation)]
    if len(unrated) == len(w.evaluation.questionnaire.dimensions):
        return w.t("Not rated yet: no dimension has half of its answers")
    return w.t.plural(
        "Not rated yet, because one dimension is not: {names}",
        "Not rated yet, because {n} dimensions are not: {names}",
        len(unrated),
        names=w.listed(unrated),
    )


def _most_to_do(w: Wording, level: str, weakest: Dimension) -> str:
    """Where the lowest points are; "held back" would sound as if somebody were to blame."""
    t = w.t
    match weakest.id:
        case "it":
            return t("{level}; most is still to do in IT", level=level)
        case "business":
            return t("{level}; most is still to do on the business side", level=level)
        case "culture":
            return t("{level}; most is still to do in culture", level=level)
        case "leadership":
            return t("{level}; most is still to do in leadership", level=level)
    return t("{level}; the weakest side is {name}", level=level, name=w.text(weakest.name))


def highest_dimensions(w: Wording) -> list[Dimension]:
    """The rated dimensions with the highest points as they are shown: more than one in a tie."""
    return _with_points(w, max)


def lowest_dimensions(w: Wording) -> list[Dimension]:
    """The rated dimensions with the lowest points as they are shown: more than one in a tie."""
    return _with_points(w, min)


def _with_points(w: Wording, pick: Callable[[list[int]], int]) -> list[Dimension]:
    rated = [(shown_points(score), dimension) for score, dimension in rated_dimensions(w)]
    if not rated:
        return []
    points = pick([shown for shown, _ in rated])
    return [dimension for shown, dimension in rated if shown == points]


def rated_dimensions(w: Wording) -> list[tuple[float, Dimension]]:
    """The rated dimensions with the scores that are shown, in the pack's order."""
    return [
        (shown, dimension)
        for dimension in w.evaluation.questionnaire.dimensions
        if (shown := w.dimension_score(dimension).shown) is not None
    ]


def rated_areas(w: Wording, dimension: Dimension) -> list[tuple[float, Area]]:
    """The rated areas of a dimension, best first; the pack's order decides between equals."""
    rated = [
        (shown, area) for area in dimension.areas if (shown := w.area_score(area).shown) is not None
    ]
    return sorted(rated, key=lambda pair: -pair[0])


def dimension_headline(w: Wording, dimension: Dimension) -> str:
    """What marks a dimension: its best and its weakest area, or that they are alike."""
    t, name = w.t, w.text(dimension.name)
    score = w.dimension_score(dimension)
    if score.value is None:
        return t("{name}: nothing is answered yet", name=name)
    if score.level is None:
        return t("{name}: too little is answered for a rating", name=name)
    areas = rated_areas(w, dimension)
    if len(areas) < 2 or areas[0][0] - areas[-1][0] < SPREAD:  # noqa: PLR2004 - nothing to compare
        return t("{name}: {level}, and even throughout", name=name, level=w.level_name(score.level))
    lowest = level_with(w, areas, -1)
    best, worst = w.listed(level_with(w, areas, 0)), w.listed(lowest)
    if areas[0][0] < STRONG:
        return t.plural(
            "{name}: most is still to do in {areas}",
            "{name}: most is still to do in {areas}",  # German counts the areas
            len(lowest),
            name=name,
            areas=worst,
        )
    if areas[-1][0] >= WEAK:
        return t(
            "{name}: strong in {best}, with room in {worst}", name=name, best=best, worst=worst
        )
    return t("{name}: strong in {best}, weak in {worst}", name=name, best=best, worst=worst)


def level_with(w: Wording, areas: Sequence[tuple[float, Area]], place: int) -> list[str]:
    """The names, within a sentence, of all areas that show as many points as the one there."""
    points = shown_points(areas[place][0])
    return [inline(w, w.text(area.name)) for score, area in areas if shown_points(score) == points]


def inline(w: Wording, name: str) -> str:
    """An area's name within a sentence: English does not capitalise it, German does."""
    if w.t.language != "en" or len(name) < 2 or name[:2].isupper():  # noqa: PLR2004 - "IT"
        return name
    return name[0].lower() + name[1:]


def leading_headline(w: Wording, *, certain: bool) -> str:
    """Who moves digitalisation forward; unless `certain`, that it is so by the answers so far."""
    t, profile = w.t, w.evaluation.leadership
    if profile is None:
        return t("Whether there is a strategy")
    statement = {
        Leadership.DUAL_DRIVE: t("IT and business lead together"),
        Leadership.IT_LED: t("IT leads, and business follows"),
        Leadership.BUSINESS_LED: t("Business leads, and IT follows"),
        Leadership.NOBODY_LEADS: t("Nobody leads digitalisation yet"),
    }[profile.profile]
    return statement if certain else t("By the answers so far: {statement}", statement=statement)
