"""Who holds which part of a decision, in words."""

from __future__ import annotations

from digimaturity.domain.questionnaire import Holder, Part
from digimaturity.i18n import Translate


def part_names(t: Translate) -> dict[Part, str]:
    """The question behind each part."""
    return {
        Part.DECIDES: t("Who decides?"),
        Part.PAYS: t("Who pays?"),
        Part.RUNS: t("Who carries it out?"),
        Part.OWNS_KPI: t("Who owns the figure?"),
    }


def holder_names(t: Translate) -> dict[Holder, str]:
    """Each of those who can hold a part."""
    return {
        Holder.IT: t("IT"),
        Holder.BUSINESS: t("Departments"),
        Holder.JOINTLY: t("both together"),
        Holder.NOBODY: t("nobody"),
    }
