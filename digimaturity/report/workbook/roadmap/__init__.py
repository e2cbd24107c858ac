"""The roadmap as a workbook: the plan, its limits, and all that was put down for it."""

from __future__ import annotations

from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.model.tables import Book
from digimaturity.report.wording import Wording
from digimaturity.report.workbook.frame import framed
from digimaturity.report.workbook.roadmap.applications import applications_sheet
from digimaturity.report.workbook.roadmap.capacity import capacity_sheet, loads_sheet
from digimaturity.report.workbook.roadmap.follow_up import follow_up_sheet
from digimaturity.report.workbook.roadmap.overview import overview_sheet
from digimaturity.report.workbook.roadmap.plan import left_out_sheet, plan_sheet
from digimaturity.report.workbook.roadmap.projects import projects_sheet
from digimaturity.report.workbook.roadmap.targets import targets_sheet

__all__ = ["build_roadmap"]


def build_roadmap(w: Wording, roadmap: Roadmap) -> Book:
    """The workbook as data. Pure: the same input gives an equal book.

    A sheet without rows is left out; the overview says what it would hold.
    """
    told = (
        plan_sheet(w, roadmap),
        left_out_sheet(w, roadmap),
        loads_sheet(w, roadmap),
        projects_sheet(w, roadmap),
        applications_sheet(w, roadmap),
        capacity_sheet(w, roadmap),
        targets_sheet(w, roadmap),
        follow_up_sheet(w, roadmap),
    )
    filled = tuple(sheet for sheet in told if sheet.rows)
    title = w.t("{company}: roadmap", company=w.company)
    return framed(w, title, w.t("Digital roadmap"), (overview_sheet(w, roadmap, told), *filled))
