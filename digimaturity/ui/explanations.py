"""What is explained beside the results, by the key that was asked for."""

from __future__ import annotations

from collections.abc import Callable

from digimaturity.domain.evaluation import Evaluation
from digimaturity.report.model.report import ReportModel
from digimaturity.ui.parts import Parts
from digimaturity.ui.why import why
from digimaturity.ui.why_index import why_index
from digimaturity.ui.why_lines import Why
from digimaturity.ui.why_measure import gain_group
from digimaturity.ui.why_profiles import why_leadership, why_strategy
from digimaturity.ui.widgets.comparison import cards_of
from digimaturity.ui.widgets.measure_panel import MeasurePanel
from digimaturity.ui.widgets.side_panel import SidePanel
from digimaturity.ui.widgets.source_panel import SourcePanel
from digimaturity.ui.widgets.why_panel import WhyPanel

#: What can be explained; some kinds are followed by a space and the key of what it is about.
KINDS = frozenset({"why", "source", "index", "leadership", "strategy", "measure"})


def panel_for(
    asked: str,
    parts: Parts,
    model: ReportModel,
    evaluation: Evaluation,
    follow: Callable[[str, bool], None],
) -> SidePanel | None:
    """The panel for a key such as ``why it`` or ``index``; None where it has nothing (any more).

    `follow` is called with a part to look into: a score's key, or a question's id and True.
    """
    kind, _, key = asked.partition(" ")
    if kind == "source":
        return _source(parts, model, key)
    panel: WhyPanel | MeasurePanel | None
    if kind == "measure":
        panel = _measure(parts, model, evaluation, key)
    else:
        found = _why(parts, evaluation, kind, key)
        panel = WhyPanel(parts.theme, parts.t, found) if found else None
    if panel is not None:
        panel.followed.connect(follow)
    return panel


def _why(parts: Parts, evaluation: Evaluation, kind: str, key: str) -> Why | None:
    match kind:
        case "why":
            return why(evaluation, key, parts.t)
        case "index":
            return why_index(evaluation, parts.t)
        case "leadership":
            return why_leadership(evaluation, parts.t)
        case "strategy":
            return why_strategy(evaluation, parts.t)
    return None


def _source(parts: Parts, model: ReportModel, key: str) -> SourcePanel | None:
    card = cards_of(model.benchmark).get(key) if model.benchmark else None
    return SourcePanel(parts.theme, parts.t, card) if card else None


def _measure(
    parts: Parts, model: ReportModel, evaluation: Evaluation, key: str
) -> MeasurePanel | None:
    """The measure with this id, if it is among those that are written out."""
    items = model.measures.items if model.measures else ()
    for candidate, item in zip(evaluation.candidates, items, strict=False):
        if candidate.measure.id == key:
            gain = gain_group(evaluation, candidate, parts.t)
            return MeasurePanel(parts.theme, parts.t, item, gain)
    return None
