"""How those who take part are called."""

from __future__ import annotations

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Respondent
from digimaturity.i18n import Translator
from digimaturity.report.viewpoint_words import viewpoint_names


def viewpoint_name(viewpoint: Viewpoint, t: Translator) -> str:
    """The viewpoint in words."""
    return viewpoint_names(t)[viewpoint]


def respondent_name(respondent: Respondent, t: Translator) -> str:
    """Name and viewpoint, or the viewpoint alone."""
    viewpoint = viewpoint_name(respondent.viewpoint, t)
    return f"{respondent.name} · {viewpoint}" if respondent.name else viewpoint
