"""What business applications are for: a fixed list of uses, each in its field of business."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """A field of business, in the order in which they are shown; `OTHER` is none of them."""

    SALES = "sales"
    OPERATIONS = "operations"
    FINANCE = "finance"
    PEOPLE = "people"
    INFORMATION = "information"
    IT = "it"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Use:
    """What an application is for.

    `single`: a firm of this size needs one such system, so two of them are one too many.
    `connected`: its data are needed elsewhere or come from there, so it should not stand alone.
    """

    key: str
    field: Field
    single: bool = False
    connected: bool = False


def _listed() -> tuple[Use, ...]:
    return (
        Use("crm", Field.SALES, single=True, connected=True),
        Use("quoting", Field.SALES, connected=True),
        Use("web_shop", Field.SALES, connected=True),
        Use("marketing", Field.SALES),
        Use("erp", Field.OPERATIONS, single=True, connected=True),
        Use("purchasing", Field.OPERATIONS, single=True, connected=True),
        Use("production_planning", Field.OPERATIONS, single=True, connected=True),
        Use("machine_data", Field.OPERATIONS, connected=True),
        Use("warehouse", Field.OPERATIONS, single=True, connected=True),
        Use("cad_plm", Field.OPERATIONS, connected=True),
        Use("quality", Field.OPERATIONS, single=True, connected=True),
        Use("maintenance", Field.OPERATIONS, single=True),
        Use("project_management", Field.OPERATIONS, single=True),
        Use("accounting", Field.FINANCE, single=True, connected=True),
        Use("payments", Field.FINANCE, connected=True),
        Use("controlling", Field.FINANCE, connected=True),
        Use("payroll", Field.PEOPLE, single=True, connected=True),
        Use("time_recording", Field.PEOPLE, single=True, connected=True),
        Use("hr", Field.PEOPLE, single=True, connected=True),
        Use("learning", Field.PEOPLE),
        Use("document_management", Field.INFORMATION, single=True, connected=True),
        Use("collaboration", Field.INFORMATION, single=True),
        Use("e_mail", Field.INFORMATION, single=True),
        Use("bi", Field.INFORMATION, single=True, connected=True),
        Use("service_desk", Field.IT, single=True),
        Use("backup_security", Field.IT),
        Use("identity", Field.IT, single=True),
        Use("infrastructure", Field.IT),
        Use("other", Field.OTHER),
    )


#: Every use by its key, field by field.
USES: Mapping[str, Use] = {use.key: use for use in _listed()}

#: What holds for a use that nobody told, or that a newer program knows.
_UNTOLD = USES["other"]


def use_of(key: str) -> Use:
    """The use of that key; `other` for one that is not in the list."""
    return USES.get(key, _UNTOLD)
