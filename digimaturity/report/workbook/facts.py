"""The sheet of technology facts: each with its value, as a truth value or a number."""

from __future__ import annotations

from digimaturity.domain.questionnaire import Question
from digimaturity.report.carried_words import carried_in, carried_mark
from digimaturity.report.model.tables import Cell, Column, Form, Row, Sheet, neat
from digimaturity.report.wording import Wording
from digimaturity.report.workbook.answers import answer_in_words, comments_of


def facts_sheet(w: Wording) -> Sheet:
    """One row for each fact."""
    t = w.t
    columns = [
        Column(t("Id"), 24),
        Column(t("Fact"), 60),
        Column(t("Value"), 10, Form.TWO),
        Column(t("Unit"), 10),
        Column(t("Answer"), 30),
        Column(t("Why there is no answer"), 22),
    ]
    if carried_in(w, w.evaluation.questionnaire.facts):
        columns.append(Column(t("Not confirmed"), 14))
    if w.options.comments:
        columns.append(Column(t("Comments"), 46))
    return Sheet(
        "Facts",
        t("Technology facts"),
        t("Which technologies are in use; the Digital Intensity Index follows from these."),
        tuple(columns),
        tuple(_row(w, fact) for fact in w.evaluation.questionnaire.facts),
    )


def _row(w: Wording, fact: Question) -> Row:
    known = w.result(fact).known
    value, unit = _typed(known), _unit_name(fact.unit) if isinstance(known, float | int) else None
    row: Row = (fact.id, w.text(fact.text), value, unit, *answer_in_words(w, fact))
    if carried_in(w, w.evaluation.questionnaire.facts):
        row = (*row, carried_mark(w, fact) or None)
    return (*row, comments_of(w, fact)) if w.options.comments else row


def _typed(known: float | bool | frozenset[str] | None) -> Cell:
    if isinstance(known, bool) or not isinstance(known, float | int):
        return known if isinstance(known, bool) else None
    return neat(known, Form.TWO)


def _unit_name(unit: str | None) -> str | None:
    """The sign of a unit; one that the pack made up stands for itself."""
    return {"percent": "%", "mbit_per_s": "Mbit/s"}.get(unit, unit) if unit else None
