"""A gap in words, with its sign: who rates higher, by how much, than whom."""

from __future__ import annotations

from collections.abc import Sequence

from digimaturity.charts.data import Dot, Dumbbell, Dumbbells
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.scoring import shown_points
from digimaturity.domain.viewpoints import Gap, Weight
from digimaturity.report.wording import Wording

_MANAGEMENT, _IT, _BUSINESS = Viewpoint


def gap_sentence(w: Wording, what: str, gap: Gap) -> str:
    """``IT rates security 45 points higher than management does``; or that they see it alike.

    `what` is as it stands within a sentence; where it is empty, it speaks of what stands beside it.
    """
    t, points = w.t, shown_points(gap.size)
    pair = gap.highest, gap.lowest
    if not points:
        said = t("Seen alike")
    elif w.options.together.isdisjoint(pair):
        return _sentence(w, what or t("this"), points, pair)
    else:
        said = t.plural(
            "{high} one point above {low}",
            "{high} {n} points above {low}",
            points,
            high=w.viewpoint(pair[0]),
            low=w.viewpoint(pair[1]),
        )
    return f"{what[0].upper()}{what[1:]}: {said}" if what else said


def _sentence(w: Wording, what: str, n: int, pair: tuple[Viewpoint, Viewpoint]) -> str:
    """Each pair in a sentence of its own: languages differ in articles and in the verb."""
    t = w.t
    if pair == (_MANAGEMENT, _IT):
        return t.plural(
            "Management rates {what} one point higher than IT does",
            "Management rates {what} {n} points higher than IT does",
            n,
            what=what,
        )
    if pair == (_MANAGEMENT, _BUSINESS):
        return t.plural(
            "Management rates {what} one point higher than the departments do",
            "Management rates {what} {n} points higher than the departments do",
            n,
            what=what,
        )
    if pair == (_IT, _MANAGEMENT):
        return t.plural(
            "IT rates {what} one point higher than management does",
            "IT rates {what} {n} points higher than management does",
            n,
            what=what,
        )
    if pair == (_IT, _BUSINESS):
        return t.plural(
            "IT rates {what} one point higher than the departments do",
            "IT rates {what} {n} points higher than the departments do",
            n,
            what=what,
        )
    if pair == (_BUSINESS, _MANAGEMENT):
        return t.plural(
            "The departments rate {what} one point higher than management does",
            "The departments rate {what} {n} points higher than management does",
            n,
            what=what,
        )
    return t.plural(
        "The departments rate {what} one point higher than IT does",
        "The departments rate {what} {n} points higher than IT does",
        n,
        what=what,
    )


def weight_words(w: Wording, weight: Weight) -> str:
    """What a gap is worth, in a word; nothing for a small one."""
    t = w.t
    return {Weight.SMALL: "", Weight.NOTABLE: t("notable"), Weight.STRONG: t("strong")}[weight]


def dumbbells(w: Wording, rows: Sequence[tuple[str, str, Gap]]) -> Dumbbells:
    """Gaps as rows of a chart: the name of each, a note, the gap."""
    seen = {view for _, _, gap in rows for view in gap.views}
    return Dumbbells(
        tuple(_row(w, *row) for row in rows),
        tuple((view.value, w.viewpoint(view)) for view in Viewpoint if view in seen),
        w.t("Gap"),
    )


def _row(w: Wording, name: str, note: str, gap: Gap) -> Dumbbell:
    dots = tuple(
        Dot(view.value, gap.views[view], w.points(gap.views[view]))
        for view in Viewpoint
        if view in gap.views
    )
    points, mark = w.points(gap.size), weight_words(w, gap.weight)
    told = f"{mark} · {points}" if mark else points
    return Dumbbell(name, dots, told, list(Weight).index(gap.weight), note)


def dumbbells_words(w: Wording, chart: Dumbbells) -> str:
    """The chart for a screen reader: every row with its figures."""
    names = dict(chart.views)
    rows = "; ".join(
        w.t(
            "{name}: {views}, gap {gap}",
            name=row.name,
            views=", ".join(f"{names[dot.view]} {dot.label}" for dot in row.dots),
            gap=row.gap,
        )
        for row in chart.rows
    )
    return w.t("Dumbbell chart of the scores from each viewpoint, 0 to 100. {rows}.", rows=rows)
