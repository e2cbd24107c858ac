"""What became of last year's answers, in words."""

from __future__ import annotations

from datetime import date

from digimaturity.i18n import Translator
from digimaturity.services.repeat import Left, Repeat


def repeat_words(repeat: Repeat, day: date, t: Translator) -> tuple[str, str]:
    """How many answers of that day were taken over, and why others were not."""
    taken = t.plural(
        "One answer of {date} is carried over. It is to be confirmed.",
        "{n} answers of {date} are carried over. Each is to be confirmed.",
        repeat.taken,
        date=t.date(day),
    )
    reasons = list(repeat.left.values())
    counts = {why: reasons.count(why) for why in Left}
    said = [_why(why, count, t) for why, count in counts.items() if count]
    if not said:
        return taken, ""
    return taken, t("Not carried over: {reasons}.", reasons="; ".join(said))


def _why(why: Left, count: int, t: Translator) -> str:
    match why:
        case Left.GONE:
            return t.plural(
                "one question is not asked now", "{n} questions are not asked now", count
            )
        case Left.CHANGED:
            return t.plural("one question has changed", "{n} questions have changed", count)
        case Left.UNCONFIRMED:
            return t.plural(
                "one answer was not confirmed then either",
                "{n} answers were not confirmed then either",
                count,
            )
