"""Who leaves is named nowhere any more, and the work stays that of the role."""

from __future__ import annotations

from digimaturity.domain.catalogue import Role
from digimaturity.domain.roadmap.book import Part, PlanBook
from digimaturity.domain.roadmap.items import (
    KeyPerson,
    MeasureDecision,
    Project,
    RoleCapacity,
)
from digimaturity.domain.roadmap.leaving import leaving

ANNA, BEN = (KeyPerson(name, Role.IT, RoleCapacity(40)) for name in ("Anna", "Ben"))
BOOK = PlanBook(
    people={"anna": ANNA, "ben": BEN},
    projects={
        "portal": Project("Portal", load={"anna": 7.0, "ben": 2.0, "business": 1.0}),
        "erp": Project("ERP", load={"it": 20.0, "anna": 5.0}),
        "crm": Project("CRM", load={"it": 3.0}),
    },
    decisions={"backup": MeasureDecision(accepted=True, people={"anna": 4.0, "ben": 1.0})},
)


def test_what_somebody_carried_is_left_to_the_role() -> None:
    left = BOOK
    for entry in leaving(BOOK, "anna"):
        left = left.with_entry(entry)
    assert set(left.people) == {"ben"}
    assert left.projects["portal"].load == {"it": 9.0, "ben": 2.0, "business": 1.0}
    assert left.projects["erp"].load == {"it": 20.0}
    assert left.decisions["backup"].people == {"ben": 1.0}


def test_what_does_not_name_somebody_stays_as_it_is() -> None:
    changed = {(entry.part, entry.key) for entry in leaving(BOOK, "ben")}
    assert changed == {
        (Part.PROJECT, "portal"),
        (Part.DECISION, "backup"),
        (Part.PERSON, "ben"),
    }
