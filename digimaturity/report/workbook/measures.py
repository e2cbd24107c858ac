"""The sheet of measures: every one that would help, in the order in which to begin."""

from __future__ import annotations

from digimaturity.domain.measures import Candidate
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.report.build.measures import dimension_of
from digimaturity.report.model.tables import Column, Form, Row, Sheet
from digimaturity.report.viewpoint_words import viewpoint_names
from digimaturity.report.wording import Wording


def measures_sheet(w: Wording) -> Sheet:
    """One row for each measure; without gains as long as there is no overall score."""
    t, rated = w.t, w.evaluation.overall.rated
    gains = (
        Column(t("Gain, points of the overall score"), 11, Form.CHANGE),
        Column(t("Priority, points per person-day"), 11, Form.TWO),
    )
    columns = (
        Column(t("No."), 6, Form.WHOLE),
        Column(t("Measure"), 38),
        Column(t("Id"), 22),
        Column(t("Dimension"), 13),
        Column(t("State"), 8),
        Column(t("First"), 30),
        *(gains if rated else ()),
        Column(t("Person-days"), 9, Form.ONE),
        Column(t("Person-days, management"), 12, Form.ONE),
        Column(t("Person-days, IT"), 9, Form.ONE),
        Column(t("Person-days, departments"), 12, Form.ONE),
        Column(t("Weeks"), 8, Form.WHOLE),
        Column(t("Cost"), 15),
        Column(t("Lead"), 14),
        Column(t("Earlier, since views differ"), 11),
        Column(t("Because of these answers"), 26),
        Column(t("Measured by"), 28),
    )
    about = t("All measures that would help, first those that can begin at once.")
    found = enumerate(w.evaluation.candidates, start=1)
    rows = tuple(_row(w, number, one) for number, one in found)
    if not rows:
        about = t("No measure follows from the answers.")
    return Sheet("Measures", t("Measures"), about, columns, rows)


def _row(w: Wording, number: int, one: Candidate) -> Row:
    t, measure, size = w.t, one.measure, w.evaluation.company.size_class
    dimension, rated = dimension_of(w, one), w.evaluation.overall.rated
    titles = {other.measure.id: other.measure.title for other in w.evaluation.candidates}
    first = "\n".join(w.text(titles[key]) for key in one.first)
    why = "\n".join(
        t("{question}: level {level}", question=r.question, level=w.answered_level(r.level))
        for r in one.reasons
    )
    return (
        number,
        w.text(measure.title),
        measure.id,
        w.text(dimension.name) if dimension else None,
        t("waits") if one.first else t("now"),
        first or None,
        *((one.gain, one.priority) if rated else ()),
        one.effort.total,
        one.effort.management,
        one.effort.it,
        one.effort.business,
        measure.weeks_for(size),
        w.cost(measure.cost_for(size)),
        viewpoint_names(w.t)[Viewpoint(measure.lead.value)] if measure.lead else None,
        one.raised,
        why,
        w.text(measure.kpi) or None,
    )
