"""What changed as those see it who answered both times, in a sentence."""

from __future__ import annotations

from digimaturity.domain.comparison import Comparison
from digimaturity.domain.same_views import seen_alike, shared_views
from digimaturity.domain.scoring import shown_points
from digimaturity.report.wording import Wording


def same_view_words(w: Wording, step: Comparison) -> str:
    """How the score moved for the viewpoints that answered both times; empty where all did.

    Nothing is said where viewpoints are told as one: it would tell them apart.
    """
    seen = None if w.options.together else seen_alike(step)
    if seen is None or seen.overall.before.shown is None or seen.overall.after.shown is None:
        return ""
    return w.t(
        "From {since} to {until}, seen by those alone who answered both times ({views}):"
        " {before} → {after}.",
        since=w.t.date(step.before.day),
        until=w.t.date(step.after.day),
        views=w.listed([w.viewpoint(view) for view in shared_views(step)]),
        before=shown_points(seen.overall.before.shown),
        after=shown_points(seen.overall.after.shown),
    )
