"""What the group came to in the workshop, as other pages tell it."""

from __future__ import annotations

from digimaturity.domain.responses import Responses
from digimaturity.i18n import Translator


def workshop_lines(question: str, responses: Responses, t: Translator) -> tuple[str, ...]:
    """The level that was agreed on at a question and why, and what was put off; or nothing."""
    lines = []
    agreed = responses.consensus.get(question)
    reason, parked = responses.reasons.get(question, ""), responses.parked.get(question, "")
    if agreed is not None:
        words = t("Agreed in the workshop: level {level}.", level=agreed)
        lines.append(f"{words} {t('Reason: {reason}', reason=reason)}" if reason else words)
    if parked:
        lines.append(t("Put off in the workshop: {topic}", topic=parked))
    return tuple(lines)
