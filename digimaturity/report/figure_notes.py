"""What is noted beside a published figure: its flags, and how many firms were asked."""

from __future__ import annotations

from collections.abc import Iterable

from digimaturity.i18n import Translator
from digimaturity.report.wording import Wording


def flag_mark(flag: str) -> str:
    """The flag as it follows a figure; nothing where there is none."""
    return f" {flag}" if flag else ""


def flag_words(w: Wording, flags: Iterable[str]) -> str:
    """What these flags mean, one after the other; a figure may have several letters."""
    return ", ".join(f"{flag}: {words}" for flag, words in flag_meanings(w.t, flags).items())


def flag_meanings(t: Translator, flags: Iterable[str]) -> dict[str, str]:
    """The meaning of each letter; one that is not known stands for itself."""
    words = {
        "b": t("break in the series"),
        "d": t("definition differs"),
        "e": t("estimated"),
        "f": t("forecast"),
        "i": t("imputed by the publisher"),
        "n": t("not significant"),
        "p": t("provisional"),
        "r": t("revised"),
        "s": t("imputed by the publisher"),
        "u": t("low reliability"),
    }
    letters = sorted({letter for flag in flags for letter in flag if letter.isalpha()})
    return {letter: words.get(letter, letter) for letter in letters}


def firms_asked(w: Wording, n: int | None) -> str:
    """How many firms a figure rests on; None: not published."""
    if n is None:
        return w.t("Number of firms not published.")
    return w.t.plural("One firm.", "{n} firms.", n)
