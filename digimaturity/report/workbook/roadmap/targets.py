"""The sheet of targets: each area beside what management agreed on."""

from __future__ import annotations

from digimaturity.domain.roadmap.gap import AreaGap, gap_analysis
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.model.tables import Column, Form, Row, Sheet
from digimaturity.report.wording import Wording


def targets_sheet(w: Wording, roadmap: Roadmap) -> Sheet:
    """One row for each area; none as long as there is no target at all."""
    t = w.t
    columns = (
        Column(t("Dimension"), 13),
        Column(t("Area"), 22),
        Column(t("Id"), 16),
        Column(t("Score"), 9, Form.WHOLE),
        Column(t("Target"), 9, Form.WHOLE),
        Column(t("Gap, points"), 9, Form.WHOLE),
        Column(t("Target reached"), 10, Form.SHARE),
        Column(t("Score when agreed"), 10, Form.WHOLE),
        Column(t("Way done since"), 10, Form.SHARE),
        Column(t("Reason"), 44),
        Column(t("Day of agreement"), 16, Form.DAY),
    )
    about = t("Each area with its target, how far it is, and why it was agreed on.")
    gaps = gap_analysis(w.evaluation, roadmap.book.targets).areas if roadmap.book.targets else ()
    return Sheet("Targets", t("Targets"), about, columns, tuple(_row(w, one) for one in gaps))


def _row(w: Wording, one: AreaGap) -> Row:
    asked, target = w.evaluation.questionnaire, one.target
    area = next(area for area in asked.areas if area.id == one.area)
    head = w.text(asked.dimension_of[one.area].name), w.text(area.name), one.area, one.score.shown
    if target is None:
        return (*head, None, None, None, None, None, None, None)
    return (
        *head,
        target.score,
        one.gap,
        one.reached,
        target.baseline,
        one.progress,
        target.reason or None,
        target.agreed,
    )
