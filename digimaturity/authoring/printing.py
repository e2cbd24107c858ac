"""A pack's questionnaire as a PDF to print."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from digimaturity.authoring.paper import questionnaire_pdf
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.packs import load_pack


def usable_pack(folder: Path) -> Questionnaire:
    """The questionnaire of the pack in `folder`.

    Raises:
        UserError: ``pack.missing`` or ``pack.broken``.
    """
    if not folder.is_dir():
        raise UserError("pack.missing", path=folder)
    questionnaire = load_pack(folder).questionnaire
    if questionnaire is None:
        raise UserError("pack.broken", path=folder)
    return questionnaire


def preview_of_pack(folder: Path, t: Translator, day: date) -> bytes:
    """The questionnaire on paper, in the language of `t` where the pack has it.

    Raises:
        UserError: those of `usable_pack`.
    """
    return questionnaire_pdf(usable_pack(folder), t, day)
