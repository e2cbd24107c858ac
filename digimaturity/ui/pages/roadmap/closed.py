"""Why a roadmap can be read only."""

from __future__ import annotations

from digimaturity.i18n import Translator
from digimaturity.ui.session import Session


def closed_words(session: Session, t: Translator) -> str:
    """A sentence for a roadmap that is not `plannable`."""
    if not session.writable:
        return t("This workspace is open to read only.")
    if session.revision:
        return t("This is shown as it was signed off: it can only be read.")
    return t("This is the roadmap as it stood when the next assessment was begun.")
