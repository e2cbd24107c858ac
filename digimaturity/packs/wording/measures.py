"""Measures, and the rule for gaps between viewpoints."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.packs.wording.form import Words

MEASURES: Mapping[str, Words] = {
    "measure.unknown": lambda t: t(
        "There is no measure “{measure}”. Correct the id, or delete the reference."
    ),
    "measure.circle": lambda t: t(
        "These measures each require the next, in a circle: {path}. Delete one requirement."
    ),
    "lift.duplicate": lambda t: t(
        "This measure lifts “{question}” twice; the other lift is in line {first}. Keep one."
    ),
    "lift.kind": lambda t: t(
        "Only questions of the kind levels can be lifted; “{question}” is of the kind {kind}. "
        "Choose another question."
    ),
    "lift.order": lambda t: t(
        "The lift leads from level {origin} to {goal}, which is not above it. Correct one of them."
    ),
    "lift.beyond": lambda t: t(
        "“{question}” has {levels} levels; level {goal} is beyond them. Correct it."
    ),
    "effort.zero": lambda t: t(
        "The effort for {size} employees is 0 for everybody. Give at least one role some days."
    ),
    "gap_rule.kind": lambda t: t(
        "“{question}” has no score, being of the kind {kind}, so that viewpoints cannot differ "
        "in it. Choose another question."
    ),
}
