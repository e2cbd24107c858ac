"""From a measure that is advised into the roadmap: accept it at once, or go there."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from digimaturity.domain.roadmap.deciding import Standing, accepting, choices, lacking
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.flow import Flow


def roadmap_ways(parts: Parts, key: str, standing: Standing) -> QWidget:
    """What was decided, and the ways to decide."""
    t = parts.t
    box = QWidget()
    flow = Flow(parts.theme.px(16))
    spaced(flow, 0, gap=parts.theme.px(12))
    box.setLayout(flow)
    said = {
        Standing.OPEN: "",
        Standing.ACCEPTED: t("Accepted for the roadmap"),
        Standing.DECLINED: t("Declined for the roadmap"),
    }[standing]
    if said:
        flow.addWidget(label(said, "strong"))
    elif parts.session.plannable:
        flow.addWidget(button(t("Accept for the roadmap"), partial(_accept, parts, key), "link"))
    go = partial(parts.shell.go, "roadmap", f"measures {key}")
    flow.addWidget(button(t("Show in the roadmap"), go, "link"))
    return box


def _accept(parts: Parts, key: str) -> None:
    """Accept it; where it builds on others, the roadmap asks what becomes of them."""
    session = parts.session
    if session.evaluation is None:
        return
    if lacking(choices(session.evaluation, session.book), [key]):
        parts.shell.go("roadmap", f"measures accept {key}")
        return
    today = date.today()  # noqa: DTZ011 - the user's own day
    entries = accepting(session.book, [key], today)
    parts.shell.attempt(partial(session.put_down_all, entries))
