"""All that is said of a measure that is decided about, as it was adapted."""

from __future__ import annotations

from dataclasses import replace

from digimaturity.domain.roadmap.deciding import Choice
from digimaturity.report.build.measures import measure_item, measure_key
from digimaturity.report.measure_words import dimension_of_choice, facts_of
from digimaturity.report.model.actions import MeasureItem
from digimaturity.report.model.parts import Labelled
from digimaturity.report.wording import Wording


def item_of(w: Wording, choice: Choice) -> MeasureItem:
    """All that is said of a measure, as it was adapted; what was decided is not in it."""
    task, facts = choice.task, facts_of(w, choice)
    kpi = task.decision.kpi or w.text(task.measure.kpi)
    if choice.candidate is not None:
        item = measure_item(w, choice.number, choice.candidate)
        measured, decided = w.t("Measured by"), w.t("Decided")
        notes = tuple(
            replace(note, text=kpi) if note.label == measured else note
            for note in item.notes
            if note.label != decided
        )
        return replace(item, facts=facts, notes=notes)
    measure, dimension = task.measure, dimension_of_choice(w, choice)
    at_size = w.text(measure.at(w.evaluation.company.size_class))
    notes = (
        Labelled(w.t("Measured by"), kpi),
        Labelled(w.t("Take care"), w.text(measure.pitfall)),
    )
    return MeasureItem(
        str(choice.number),
        measure_key(choice.number),
        w.text(measure.title),
        w.hue(dimension) if dimension else None,
        w.text(dimension.name) if dimension else "",
        facts,
        (),
        w.text(measure.what),
        Labelled(w.t("At your size"), at_size) if at_size else None,
        tuple(w.text(step) for step in measure.steps),
        tuple(note for note in notes if note.text),
    )
