"""A text for the e-mail that a form is sent with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from digimaturity.i18n import Translator
from digimaturity.services.forms.returned import Medium


@dataclass(frozen=True, slots=True)
class Letter:
    """What the text has to name: about how long the form takes (minutes), and by when."""

    company: str
    medium: Medium
    minutes: int
    until: date
    sender: str = ""


def letter_text(letter: Letter, t: Translator) -> str:
    """What it is, how long it takes, by when, how it comes back, what happens with the answers."""
    how = _by_browser(t) if letter.medium is Medium.HTML else _by_pdf(t)
    parts = (
        t("Hello,"),
        t(
            "we are finding out how far {company} is with digital change, and you know a part of it"
            " that others do not. Attached is a form that was made for you.",
            company=letter.company,
        ),
        t.plural(
            "It takes about {n} minute; you can stop and go on later. There are no right answers:"
            " choose what you could show today, and “don’t know” where you do not know.",
            "It takes about {n} minutes; you can stop and go on later. There are no right answers:"
            " choose what you could show today, and “don’t know” where you do not know.",
            letter.minutes,
        ),
        how,
        t("Please send it back by {day}.", day=t.date(letter.until)),
        t(
            "What happens with your answers: whoever leads the assessment sees them. Results and"
            " report tell how management, IT and the departments see the firm, and never print a"
            " name beside an answer or a comment; comments can be printed word for word. Where only"
            " one or two people answer from a viewpoint, readers may work out what they said."
        ),
        "\n".join(filter(None, (t("Thank you"), letter.sender))),
    )
    return "\n\n".join(parts)


def _by_browser(t: Translator) -> str:
    return t(
        "Save the attachment and open it with a double-click: it works in any browser, without a"
        " network, and sends nothing by itself. At the end, choose “{save}” and answer this e-mail"
        " with that small file, or choose “{copy}” and paste the text into your answer.",
        save=t("Save answers as a file"),
        copy=t("Copy answers as text"),
    )


def _by_pdf(t: Translator) -> str:
    return t(
        "Save the attachment, open it with a PDF viewer, fill it in, save it, and answer this"
        " e-mail with the saved file. You can also print it and fill it in by hand."
    )
