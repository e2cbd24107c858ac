"""Two assessments side by side as a document: B against A."""

from __future__ import annotations

from typing import Any

from digimaturity.domain.comparison import Moved
from digimaturity.domain.indices import IndexMoved
from digimaturity.domain.scoring import Score
from digimaturity.domain.side_by_side import Line, Part, SideBySide, Standing
from digimaturity.domain.tally import Tally
from digimaturity.domain.trend import Fate
from digimaturity.services.comparing import Side
from digimaturity.services.history_file.plain import (
    MADE_BY,
    assessed_data,
    change_data,
    index_change_data,
    texts_data,
)

FORMAT = "digimaturity-comparison/1"

#: How B may stand to A where they differ.
DIFFERENT = (Standing.HIGHER, Standing.LOWER, Standing.OTHER)


def comparison_document(
    a: Side, b: Side, found: SideBySide, *, changes: bool = False
) -> dict[str, Any]:
    """All that is known of two assessments; what there is no data for is null.

    With `changes` only those questions that differ.
    """
    comparison, turned = found.comparison, found.turned
    lines = [one for one in found.questions if one.part is Part.QUESTION]
    shown = [one for one in lines if not changes or one.standing in DIFFERENT]
    years = (a.assessed.year, b.assessed.year)
    index = IndexMoved(years[0].index, years[1].index) if comparison.index else None
    missing = comparison.overall.tally.missing
    return {
        "format": FORMAT,
        "made_by": MADE_BY,
        "a": _side(a),
        "b": _side(b),
        "one_firm": a.firm == b.firm,
        "nothing_compared_because": missing.value if missing else None,
        "overall": _part(comparison.overall, turned=turned),
        "dimensions": {one.key: _part(one, turned=turned) for one in comparison.dimensions},
        "areas": {one.key: _part(one, turned=turned) for one in comparison.areas},
        "questions": [_question(one) for one in shown],
        "other_viewpoints": comparison.other_views,
        "index": index_change_data(index),
        "texts": texts_data(
            (one.questionnaire for one in comparison.trend.years), (one.key for one in shown)
        ),
    }


def _side(side: Side) -> dict[str, Any]:
    return {"company": side.case.company.name, **assessed_data(side.assessed)}


def _part(moved: Moved, *, turned: bool) -> dict[str, Any]:
    return {
        "like_for_like": _pair(moved.before, moved.after, turned=turned),
        "full": _pair(moved.full_before, moved.full_after, turned=turned),
        "difference": change_data(moved, -1 if turned else 1),
        "questions": _counts(moved.tally, turned=turned),
    }


def _pair(before: Score | None, after: Score | None, *, turned: bool) -> dict[str, Any]:
    a, b = (after, before) if turned else (before, after)
    return {"a": a.shown if a else None, "b": b.shown if b else None}


def _counts(tally: Tally, *, turned: bool) -> dict[str, int]:
    higher, lower = (tally.fell, tally.rose) if turned else (tally.rose, tally.fell)
    only_a, only_b = (tally.added, tally.dropped) if turned else (tally.dropped, tally.added)
    return {
        "higher": higher,
        "lower": lower,
        "same": tally.same,
        "not_confirmed": tally.not_confirmed,
        "not_answered": tally.not_answered,
        "not_applicable": tally.not_applicable,
        "rescaled": tally.rescaled,
        "only_a": only_a,
        "only_b": only_b,
    }


def _question(line: Line) -> dict[str, Any]:
    in_a, in_b = line.asked
    return {
        "question": line.key,
        "in_a": list(in_a),
        "in_b": list(in_b),
        "state": _state(line),
        "a": line.a,
        "b": line.b,
        "difference": line.rise,
        "corrected": line.corrected,
    }


def _state(line: Line) -> str:
    """Whose alone it is, else what became of it."""
    if line.fate in (Fate.ADDED, Fate.DROPPED):
        return "only_b" if line.asked[1] else "only_a"
    return line.fate.value if line.fate else ""
