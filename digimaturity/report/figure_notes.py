"""What is noted beside a published figure: its flags, and how many firms were asked."""

from __future__ import annotations

from digimaturity.report.wording import Wording


def flag_mark(flag: str) -> str:
    """The flag as it follows a figure; nothing where there is none."""
    return f" {flag}" if flag else ""


def flag_words(w: Wording, flags: set[str]) -> str:
    """What these flags mean, one after the other."""
    t = w.t
    words = {
        "b": t("b: break in the series"),
        "u": t("u: low reliability"),
        "d": t("d: definition differs"),
        "e": t("e: estimated"),
    }
    return ", ".join(words.get(flag, flag) for flag in sorted(flags) if flag)


def firms_asked(w: Wording, n: int | None) -> str:
    """How many firms a figure rests on; None: not published."""
    if n is None:
        return w.t("Number of firms not published.")
    return w.t("{n} firms.", n=w.t.number(n))
