"""What is told before an assessment is signed off, while it is corrected, and afterwards."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.i18n import Translator
from digimaturity.ui.sections import Progress, count_marked
from digimaturity.ui.session import Session


def doubts_of(session: Session, counts: Mapping[str, Progress], t: Translator) -> tuple[str, ...]:
    """What is missing: open, marked for review, carried over unconfirmed, from whom nothing is.

    `counts` tell how far one is, as `sections.counted` gives them: "" is what the score is made of.
    """
    missing = {kind: one.asked - one.done - one.to_confirm for kind, one in counts.items()}
    still_open = missing.pop("", 0)
    beside = sum(missing.values())
    marked = count_marked(session.responses)
    carried = sum(result.carried for result in session.results.values())
    silent = _silent(session)
    words = []
    if still_open:
        words.append(
            t.plural("{n} question is still open.", "{n} questions are still open.", still_open)
        )
    if beside:
        words.append(
            t.plural(
                "{n} answer beside the areas is still open; it does not count in the score.",
                "{n} answers beside the areas are still open; they do not count in the score.",
                beside,
            )
        )
    if marked:
        words.append(
            t.plural(
                "{n} question is marked for review.",
                "{n} questions are marked for review.",
                marked,
            )
        )
    if carried:
        words.append(
            t.plural(
                "{n} question has an answer that was carried over and not confirmed.",
                "{n} questions have answers that were carried over and not confirmed.",
                carried,
            )
        )
    if silent:
        words.append(
            t.plural(
                "Nothing has come from {n} person yet, and no form is taken in once it is signed"
                " off.",
                "Nothing has come from {n} people yet, and no form is taken in once it is signed"
                " off.",
                silent,
            )
        )
    return tuple(words)


def _silent(session: Session) -> int:
    """How many of several people have not said anything yet."""
    said = session.responses
    return len(said.respondents) - len(said.heard) if len(said.respondents) > 1 else 0


def state_words(session: Session, t: Translator) -> str:
    """Who signed what is shown, or what is being corrected; empty for what never was signed."""
    from digimaturity.report.sign_words import correction_words, signature_words

    record, signature = session.assessment, session.signature
    if record is not None and record.corrected:
        return correction_words(t, record.signed, session.sign_offs.reason)
    return "" if signature is None else signature_words(t, signature)
