"""How pairs of viewpoints, agreement within one, earlier gaps and the decision map are computed."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from digimaturity.domain.consolidation import AGREEMENT_FROM
from digimaturity.domain.profiles import DecisionMap
from digimaturity.domain.questionnaire import Holder, Part, Viewpoint
from digimaturity.domain.viewpoints import Pair, Views
from digimaturity.report.build.viewpoint_tables import trend_grid
from digimaturity.report.decision_words import holder_names
from digimaturity.report.wording import Wording
from digimaturity.ui.why_lines import Why, WhyGroup, WhyLine, number

#: So many questions are named of each.
_NAMED = 5


def why_pairs(w: Wording) -> Why | None:
    """The questions on which each pair is furthest apart; None without two viewpoints."""
    views, t = w.views, w.t
    if views is None:
        return None
    rules = (
        t("On each question that both answered, the score of one is taken from that of the other."),
        t("The mean of these differences tells who rates higher on the whole."),
        t(
            "The mean distance leaves out the sign. Where it is large and the difference small,"
            " the two see different strengths, and neither sees more of them."
        ),
    )
    widest = max(pair.distance for pair in views.pairs)
    groups = tuple(_pair_group(w, pair, views) for pair in views.pairs)
    return Why(
        t("Viewpoint by viewpoint"),
        t("up to {n} points", n=w.points(widest)),
        rules=rules,
        groups=groups,
    )


def _pair_group(w: Wording, pair: Pair, views: Views) -> WhyGroup:
    t, ends = w.t, (pair.first, pair.second)
    apart = {
        gap.id: gap.views[pair.first] - gap.views[pair.second]
        for gap in views.questions
        if all(view in gap.views for view in ends)
    }
    sums = fsum(map(abs, apart.values())), abs(fsum(apart.values()))
    higher = w.viewpoint(pair.first if pair.difference > 0 else pair.second)
    notes = tuple(
        f"{words}: {number(round(whole, 1), t)} / {len(apart)} = {number(round(mean, 1), t)}"
        for words, whole, mean in (
            (t("Mean distance"), sums[0], pair.distance),
            (t("Mean difference, {view} higher", view=higher), sums[1], abs(pair.difference)),
        )
        if mean
    )
    widest = sorted(apart, key=lambda key: -abs(apart[key]))[:_NAMED]
    asked = w.evaluation.questionnaire.by_id
    lines = tuple(
        WhyLine(
            w.text(asked[key].text),
            ", ".join(
                f"{w.viewpoint(view)} {w.points(w.told[key].by_viewpoint[view])}" for view in ends
            ),
            w.points(abs(apart[key])),
            "",
            key,
            is_question=True,
        )
        for key in widest
        if apart[key]
    )
    names = t("{first} and {last}", first=w.viewpoint(ends[0]), last=w.viewpoint(ends[1]))
    return WhyGroup(names, notes, lines)


def why_agreement(w: Wording) -> Why | None:
    """On which questions those of a viewpoint agree least; None where none has enough people."""
    t, shares = w.t, {view: _shares(w, view) for view in Viewpoint}
    if not any(shares.values()):
        return None
    rules = (
        t(
            "Told for viewpoints of {n} people or more.",
            n=t.number(AGREEMENT_FROM),
        ),
        t(
            "1 − standard deviation of the levels / half of their range: 100 % where all say the"
            " same, 0 % where one half says the lowest level and the other the highest."
        ),
        t("Shown is the mean over the questions that three or more of its people answered."),
    )
    groups = tuple(_agreement_group(w, view, own) for view, own in shares.items() if own)
    return Why(t("Agreement within a viewpoint"), "", rules=rules, groups=groups)


def _shares(w: Wording, view: Viewpoint) -> dict[str, float]:
    return {
        one.id: w.told[one.id].agreement[view]
        for one in w.evaluation.questionnaire.rated_questions
        if view in w.told[one.id].agreement
    }


def _agreement_group(w: Wording, view: Viewpoint, shares: dict[str, float]) -> WhyGroup:
    t, asked = w.t, w.evaluation.questionnaire.by_id
    whole = fsum(shares.values()) / len(shares)
    least = sorted(shares, key=lambda key: shares[key])[:_NAMED]
    lines = tuple(
        WhyLine(
            w.text(asked[key].text), "", t.percent(100 * shares[key]), "", key, is_question=True
        )
        for key in least
    )
    note = t("The questions on which they agree least:")
    return WhyGroup(f"{w.viewpoint(view)}: {t.percent(100 * whole)}", (note,), lines)


def why_trend(w: Wording) -> Why | None:
    """What is compared over the years; None without an earlier year that can be."""
    grid, t = trend_grid(w), w.t
    if grid is None:
        return None
    rules = (
        grid.note,
        t(
            "A question of an earlier year counts where it has the same id, or one that the newer"
            " question replaces, and its levels the same words."
        ),
        t("The first line is the mean gap of all these questions."),
    )
    return Why(t("Gaps over the years"), " → ".join(grid.rows[0][1:]), rules=rules)


def why_decisions(w: Wording) -> Why | None:
    """How much is held jointly, and by whom the rest; None where nobody said anything."""
    found, t = w.evaluation.decisions, w.t
    if found is None or found.joint_share is None:
        return None
    held = [holder for row in found.holders.values() for holder in row.values()]
    rules = (
        t(
            "Counted are the parts on which all who answered say the same, {n} of {all}.",
            n=len(held),
            all=len(Part) * len(w.evaluation.questionnaire.decisions),
        ),
        t("“Don’t know” and parts that are seen differently are left out."),
        t("None of this counts in the readiness score."),
    )
    share = t.percent(100 * found.joint_share)
    total = f"{held.count(Holder.JOINTLY)} / {len(held)} = {share}"
    return Why(
        t("Held by both together"),
        share,
        rules=rules,
        total=total,
        groups=(_holders(w, held), *_sided(w, found)),
    )


def _holders(w: Wording, held: Sequence[Holder]) -> WhyGroup:
    names = holder_names(w.t)
    notes = " · ".join(f"{names[one]}: {held.count(one)}" for one in Holder)
    return WhyGroup(w.t("Parts by who holds them"), (notes,), ())


def _sided(w: Wording, found: DecisionMap) -> tuple[WhyGroup, ...]:
    """The decisions that one side holds in all four parts."""
    names = {one.id: w.text(one.name) for one in w.evaluation.questionnaire.decisions}
    titles = {
        Holder.IT: w.t("With IT alone in all four parts"),
        Holder.BUSINESS: w.t("With the departments alone in all four parts"),
    }
    return tuple(
        WhyGroup(title, tuple(names[key] for key in keys), ())
        for side, title in titles.items()
        if (keys := found.one_sided(side))
    )
