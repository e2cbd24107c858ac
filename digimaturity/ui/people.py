"""How those who take part are called."""

from __future__ import annotations

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Respondent
from digimaturity.i18n import Translator


def viewpoint_name(viewpoint: Viewpoint, t: Translator) -> str:
    """The viewpoint in words."""
    return {
        Viewpoint.MANAGEMENT: t("Management"),
        Viewpoint.IT: t("IT"),
        Viewpoint.BUSINESS: t("Business departments"),
    }[viewpoint]


def respondent_name(respondent: Respondent, t: Translator) -> str:
    """Name and viewpoint, or the viewpoint alone."""
    viewpoint = viewpoint_name(respondent.viewpoint, t)
    return f"{respondent.name} · {viewpoint}" if respondent.name else viewpoint
