"""How the viewpoints are called, on screen and on paper."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.i18n import Translate


def viewpoint_names(t: Translate) -> Mapping[Viewpoint, str]:
    """The name of each viewpoint."""
    return {
        Viewpoint.MANAGEMENT: t("Management"),
        Viewpoint.IT: t("IT"),
        Viewpoint.BUSINESS: t("Departments"),
    }
