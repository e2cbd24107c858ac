"""A questionnaire on paper: worded as a `Paper`, and the paper drawn as a PDF."""

from __future__ import annotations

from datetime import date

from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.i18n import Translator


def questionnaire_pdf(questionnaire: Questionnaire, t: Translator, day: date) -> bytes:
    """The questionnaire as a tagged PDF (A4) to fill in by hand, in the language of `t`.

    `day` is the only date in the file; the same input gives the same bytes.
    """
    from digimaturity.authoring.paper.build import build_paper
    from digimaturity.authoring.paper.draw import draw_paper

    return draw_paper(build_paper(questionnaire, t, day))
