"""A roadmap in which every field of every item says something."""

from __future__ import annotations

from datetime import date

from digimaturity.domain.catalogue import Effort, Lift, Role
from digimaturity.domain.roadmap.book import Entry, Part, PlanBook
from digimaturity.domain.roadmap.items import (
    Afterwards,
    Exchange,
    FollowUp,
    Interface,
    KeptPlan,
    KeyPerson,
    KpiValue,
    Limits,
    MeasureDecision,
    OwnMeasure,
    Project,
    Review,
    RoleCapacity,
    SheetNote,
    State,
    System,
    Target,
    Verdict,
)
from digimaturity.domain.roadmap.quarters import Quarter

DAY, QUARTER = date(2026, 5, 4), Quarter(2026, 3)

ENTRIES = (
    Entry(Part.TARGET, "a", Target(80, 42.5, "Ada wants it", DAY)),
    Entry(
        Part.DECISION,
        "measure",
        MeasureDecision(
            accepted=True,
            reason="Ada said so",
            decided=DAY,
            owner="Ada",
            kpi="Ada is content",
            effort=Effort(1.5, 2, 3),
            weeks=14,
            cost=1_000,
            people={"head": 2.5},
            start=QUARTER,
            state=State.RUNNING,
            began=QUARTER,
            ended=QUARTER.plus(1),
            told_in="of-2026",
        ),
    ),
    Entry(
        Part.OWN,
        "mine",
        OwnMeasure(
            "Ada’s idea",
            Effort(0, 4, 0),
            6,
            "What Ada does “ü”",
            "Days Ada needs",
            5_000,
            Role.BUSINESS,
            (Lift("a.levels", 2, 4),),
            ("measure",),
        ),
    ),
    Entry(
        Part.FOLLOW_UP,
        "measure",
        FollowUp(
            "Ada’s unit",
            -3,
            (KpiValue(DAY, -12.5, "Ada counted"),),
            DAY,
            (Review(DAY, "Ada looked"),),
            Afterwards(DAY, "Ada is faster", "Ada learned", reached=True),
        ),
    ),
    Entry(
        Part.PROJECT,
        "project",
        Project(
            "Ada’s project",
            "Ada",
            "Ada’s goal",
            "Ada’s KPI",
            with_it=False,
            cloud=True,
            priorities=False,
            budget=90_000,
            load={"it": 12, "head": 6},
            begins=QUARTER.plus(-4),
            ends=QUARTER.plus(4),
            systems=("system",),
            use="erp",
            verdict=Verdict.MERGE,
            reason="Ada’s reason",
        ),
    ),
    Entry(
        Part.SYSTEM,
        "system",
        System(
            "Ada’s system",
            "Ada",
            "erp",
            "Ada’s purpose",
            "Ada Ltd",
            {2025: 1_200, 2026: 1_300.5},
            12,
            with_it=True,
            cloud=False,
            interfaces=(Interface("other", Exchange.BY_HAND, "Ada’s orders"),),
            notes="Ada’s note",
            since=2019,
        ),
    ),
    Entry(
        Part.PERSON,
        "head",
        KeyPerson("Ada", Role.IT, RoleCapacity(60, 40, {"2026-Q3": 10}), 0.5),
    ),
    Entry(Part.ROLE, "it", RoleCapacity(180, 120, {"2026-Q3": 30})),
    Entry(Part.LIMITS, "", Limits(3, 60_000, 12, QUARTER)),
    Entry(Part.SHEET, "budget", SheetNote("Ada decides")),
    Entry(Part.PLAN, "", KeptPlan("0" * 64, QUARTER, {"measure": 2}, 5.5, 6, 5.75)),
)


def full_book() -> PlanBook:
    """All of them in one book."""
    book = PlanBook()
    for entry in ENTRIES:
        book = book.with_entry(entry)
    return book
