"""What is explained beside the results, by the key that was asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.roadmap.book import EMPTY
from digimaturity.domain.roadmap.deciding import Standing, standing_of
from digimaturity.i18n import Translator
from digimaturity.report.advised import advised
from digimaturity.report.build.measures import measure_item
from digimaturity.report.model.actions import MeasureItem
from digimaturity.report.model.comparison import Card
from digimaturity.report.wording import Wording
from digimaturity.ui.parts import Parts
from digimaturity.ui.result_words import ResultWords
from digimaturity.ui.why import why
from digimaturity.ui.why_beside_gaps import why_agreement, why_decisions, why_pairs, why_trend
from digimaturity.ui.why_index import why_index
from digimaturity.ui.why_lines import Why, WhyGroup, with_reasons
from digimaturity.ui.why_measure import gain_group
from digimaturity.ui.why_profiles import why_leadership, why_strategy
from digimaturity.ui.why_viewpoints import why_gap, why_gaps, why_talk
from digimaturity.ui.widgets.comparison import cards_of
from digimaturity.ui.widgets.measure_panel import MeasurePanel
from digimaturity.ui.widgets.measure_ways import roadmap_ways
from digimaturity.ui.widgets.side_panel import SidePanel
from digimaturity.ui.widgets.source_panel import SourcePanel
from digimaturity.ui.widgets.why_panel import WhyPanel

#: What can be explained; some kinds are followed by a space and the key of what it is about.
KINDS = frozenset(
    {"why", "source", "index", "leadership", "strategy", "measure", "gap", "talk"}
    | {"gaps", "pairs", "agreement", "trend", "decisions"}
)

#: How what is told of viewpoints and decisions came about.
_OF_VIEWS: Mapping[str, Callable[[Wording], Why | None]] = {
    "gaps": why_gaps,
    "pairs": why_pairs,
    "agreement": why_agreement,
    "trend": why_trend,
    "decisions": why_decisions,
}


@dataclass(frozen=True, slots=True)
class MeasureTold:
    """A measure, what it gains, and what was decided about it; `id` is that of the measure."""

    id: str
    item: MeasureItem
    gain: WhyGroup
    standing: Standing


#: What is shown of the thing that was asked for.
Explained = Why | Card | MeasureTold


def explained(asked: str, words: ResultWords, t: Translator) -> Explained | None:
    """What there is to say for a key such as ``why it`` or ``index``; None: nothing (any more)."""
    kind, _, key = asked.partition(" ")
    evaluation = _told(words)
    if kind in _OF_VIEWS:
        return _OF_VIEWS[kind](words.wording)
    match kind:
        case "gap":
            return why_gap(words.wording, key)
        case "talk":
            return why_talk(words.wording, key)
        case "why":
            return with_reasons(why(evaluation, key, t), words.wording.context.responses, t)
        case "index":
            return why_index(evaluation, t)
        case "leadership":
            return why_leadership(evaluation, t)
        case "strategy":
            return why_strategy(evaluation, t)
        case "source":
            return cards_of(words.benchmark).get(key) if words.benchmark else None
        case "measure":
            return _measure(words, key, t)
    return None


def _told(words: ResultWords) -> Evaluation:
    """The evaluation; where viewpoints are told as one, without what each of them said.

    The mean of a question is made of all viewpoints, and with one of two beside it tells the other.
    """
    evaluation = words.evaluation
    if not words.wording.options.together:
        return evaluation
    silent = {key: replace(one, by_viewpoint={}) for key, one in evaluation.questions.items()}
    return replace(evaluation, questions=silent)


def _measure(words: ResultWords, key: str, t: Translator) -> MeasureTold | None:
    """The measure with this id, if it is advised and not declined."""
    evaluation, roadmap = words.evaluation, words.wording.context.roadmap
    for number, candidate in advised(words.wording):
        if candidate.measure.id == key:
            item = measure_item(words.wording, number, candidate)
            gain = gain_group(evaluation, candidate.measure, candidate.gain, t)
            standing = standing_of(roadmap.book if roadmap else EMPTY, key)
            return MeasureTold(key, item, gain, standing)
    return None


def panel_for(found: Explained, parts: Parts, follow: Callable[[str, bool], None]) -> SidePanel:
    """The panel that says it.

    `follow` is called with a part to look into: a score's key, or a question's id and True.
    """
    theme, t = parts.theme, parts.t
    if isinstance(found, Card):
        return SourcePanel(theme, t, found)
    panel: WhyPanel | MeasurePanel
    if isinstance(found, Why):
        panel = WhyPanel(theme, t, found)
    else:
        ways = roadmap_ways(parts, found.id, found.standing)
        panel = MeasurePanel(theme, t, found.item, found.gain, above=ways)
    panel.followed.connect(follow)
    return panel
