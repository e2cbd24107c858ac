"""The sheet of gaps: how each viewpoint sees every area and question, the widest gap first."""

from __future__ import annotations

from collections.abc import Iterator

from digimaturity.domain.questionnaire import Dimension, Viewpoint
from digimaturity.domain.viewpoints import Gap, Views
from digimaturity.report.build.gap_words import weight_words
from digimaturity.report.build.viewpoints import viewpoint_notes
from digimaturity.report.model.tables import Cell, Column, Form, Row, Sheet
from digimaturity.report.wording import Wording


def gaps_sheet(w: Wording) -> Sheet | None:
    """One row for each area and question compared; None where viewpoints cannot be compared."""
    t, found = w.t, w.views
    if found is None:
        return None
    views = [view for view in Viewpoint if any(view in gap.views for gap in found.questions)]
    agreeing = [view for view in views if any(view in one.agreement for one in w.told.values())]
    columns = [
        Column(t("Part"), 12),
        Column(t("Dimension"), 16),
        Column(t("Area"), 22),
        Column(t("Id"), 24),
        Column(t("Question"), 48),
        *(Column(t("{view}: score", view=w.viewpoint(view)), 12, Form.WHOLE) for view in views),
        Column(t("Gap, points"), 10, Form.WHOLE),
        Column(t("What the gap is worth"), 12),
        Column(t("Rates highest"), 20),
        Column(t("Rates lowest"), 20),
        Column(t("Questions compared"), 12, Form.WHOLE),
        *(
            Column(t("{view}: agreement", view=w.viewpoint(view)), 12, Form.SHARE)
            for view in agreeing
        ),
        Column(t("Agreed on by the group"), 12),
    ]
    if w.options.comments:
        columns.append(Column(t("Why it was agreed"), 36))
    about = t("How each viewpoint sees every area and question, and how far apart they are.")
    return Sheet(
        "Gaps",
        t("Gaps between viewpoints"),
        " ".join((about, *(note.text for note in viewpoint_notes(w)))),
        tuple(columns),
        tuple(_rows(w, found, views, agreeing)),
    )


def _rows(
    w: Wording, found: Views, views: list[Viewpoint], agreeing: list[Viewpoint]
) -> Iterator[Row]:
    asked, t = w.evaluation.questionnaire, w.t
    areas = {area.id: area for area in asked.areas}
    empty: tuple[Cell, ...] = (None,) * (len(agreeing) + 1 + w.options.comments)
    for gap in found.areas:
        place = _place(w, asked.dimension_of[gap.id], w.text(areas[gap.id].name), gap.id)
        yield (t("Area"), *place, None, *_gap(w, gap, views), *empty)
    for gap in found.questions:
        question, area = asked.by_id[gap.id], asked.area_of[gap.id]
        place = _place(w, asked.dimension_of[area.id], w.text(area.name), gap.id)
        beside: list[Cell] = [w.told[gap.id].agreement.get(view) for view in agreeing]
        beside.append(gap.id in found.agreed)
        if w.options.comments:
            beside.append(w.context.responses.reasons.get(gap.id, "").strip() or None)
        yield (t("Question"), *place, w.text(question.text), *_gap(w, gap, views), *beside)


def _place(w: Wording, dimension: Dimension, area: str, key: str) -> tuple[Cell, ...]:
    return w.text(dimension.name), area, key


def _gap(w: Wording, gap: Gap, views: list[Viewpoint]) -> tuple[Cell, ...]:
    """Who rates highest and lowest is left open where there is no gap."""
    apart = gap.size > 0
    return (
        *(gap.views.get(view) for view in views),
        gap.size,
        weight_words(w, gap.weight) or None,
        w.viewpoint(gap.highest) if apart else None,
        w.viewpoint(gap.lowest) if apart else None,
        gap.questions,
    )
