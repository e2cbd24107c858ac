"""A roadmap for the synthetic questionnaire: enough of everything that can be put down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from digimaturity.domain.catalogue import Effort, Lift, Role
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.roadmap.book import PlanBook
from digimaturity.domain.roadmap.items import (
    FollowUp,
    Interface,
    KeyPerson,
    KpiValue,
    Limits,
    MeasureDecision,
    OwnMeasure,
    Project,
    RoleCapacity,
    SheetNote,
    State,
    System,
    Target,
)
from digimaturity.domain.roadmap.posing import pose
from digimaturity.domain.roadmap.problem import Plan, Reason, Why
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.wording import ReportContext
from tests.report import samples

#: The plan begins with the second quarter of 2026 and has eight.
FIRST = Quarter(2026, 2)


def book() -> PlanBook:
    """Two measures of the catalogue and one of their own, two projects, three applications."""
    yes = MeasureDecision(accepted=True, decided=date(2026, 3, 2))
    return PlanBook(
        targets={"security": Target(80, 58, "The customers ask; before 2027.", date(2026, 3, 10))},
        decisions={
            "measure_01": replace(yes, owner="Petra Lühr", start=Quarter(2026, 3)),
            "measure_02": replace(yes, people={"head": 1.0}),
            "measure_03": replace(yes, cost=40_000.0),
            "measure_04": MeasureDecision(accepted=False, reason="No time, no need."),
            "own": replace(yes, kpi="Orders; per day, in %"),
            "begun": replace(yes, state=State.RUNNING, began=Quarter(2026, 1)),
        },
        own={
            "own": OwnMeasure(
                "Scan the incoming mail, all of it; \\ today",
                Effort(1, 6, 3),
                20,
                "First line.\nSecond line.",
                cost=8_000.0,
                lifts=(Lift("data.1", 2, 3),),
                requires=("measure_01",),
            ),
            "begun": OwnMeasure("Move the e-mail", Effort(0, 8, 0), 26),
        },
        follow_ups={
            "measure_01": FollowUp(
                "%", 90, (KpiValue(date(2026, 3, 20), 41.5),), date(2026, 9, 15)
            ),
            "erp": FollowUp(next_review=date(2026, 6, 30)),
            "measure_04": FollowUp(next_review=date(2026, 6, 30)),
        },
        projects={
            "erp": Project(
                "ERP change-over",
                owner="Ralf Thoms",
                goal="One system",
                kpi="Orders by hand",
                with_it=True,
                budget=120_000.0,
                load={"it": 30.0, "head": 12.0, "business": 20.0},
                begins=Quarter(2025, 4),
                ends=Quarter(2026, 4),
            ),
            "portal": Project("Service portal", with_it=False, load={"business": 6.0}),
            "idle": Project("Old", ends=Quarter(2025, 4), load={"it": 5.0}),
        },
        systems={
            "ledger": System(
                "Ledger", costs={2024: 9_000.0, 2025: 10_000.0, 2026: 12_000.0}, users=8
            ),
            "crm": System(
                "CRM", costs={2025: 20_000.0}, with_it=False, interfaces=(Interface("ledger"),)
            ),
            "shop": System("Shop"),
        },
        people={"head": KeyPerson("Jana Wulf", Role.IT, RoleCapacity(60, 40), 0.5)},
        roles={"it": RoleCapacity(180, 120), "management": RoleCapacity(60, 50)},
        limits=Limits(parallel=4, budget=60_000.0),
        sheet={"overview": SheetNote("IT serves the order book.")},
    )


def roadmap(evaluation: Evaluation | None = None, put_down: PlanBook | None = None) -> Roadmap:
    """With a plan in which one measure has no place."""
    result, entries = evaluation or samples.evaluation(), put_down or book()
    posed = pose(result, entries, samples.DAY)
    starts = {"measure_01": 1, "measure_02": 0, "own": 2}
    known = {key: start for key, start in starts.items() if key in posed.tasks}
    left = {"measure_03": Reason(Why.BUDGET, needs=40_000.0, left=2_000.0)}
    out = {key: reason for key, reason in left.items() if key in posed.tasks}
    return Roadmap(entries, posed, Plan(known, 9.0, 9.0, 9.0, out))


def context(
    evaluation: Evaluation | None = None, put_down: PlanBook | None = None
) -> ReportContext:
    """The sample report's context with this roadmap."""
    return replace(samples.context(), roadmap=roadmap(evaluation, put_down))
