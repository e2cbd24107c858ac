"""User-visible text, numbers and dates in the user's language; one `Translator` a language."""

from __future__ import annotations

import gettext
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

#: Languages of the application's own text; the first is that of the sources.
LANGUAGES = ("en", "de")

#: How each language calls itself.
LANGUAGE_NAMES = {"en": "English", "de": "Deutsch"}

# Not from Babel, whose tables take longer to load than a page to build; a test holds them equal.
#: What stands between thousands, and before decimals.
_MARKS = {"en": ",.", "de": ".,"}
#: Day, month and year.
_DATES = {"en": "{} {} {}", "de": "{}. {} {}"}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
}


@dataclass(frozen=True, slots=True)
class Translator:
    """Call it with an English text to get it in `language`: ``t("{n} left", n=3)``.

    Placeholders are keywords in braces. A text that the catalogue lacks stays English.
    """

    language: str
    catalogue: gettext.NullTranslations

    @staticmethod
    def load(language: str, locale_dir: Path) -> Translator:
        """The translator of `language`; English for a language that we do not have."""
        if language not in LANGUAGES:
            language = LANGUAGES[0]
        if language == LANGUAGES[0]:
            return Translator(language, gettext.NullTranslations())
        # A lost catalogue must not keep anybody from opening their data; the self-test finds it.
        found = gettext.translation("digimaturity", locale_dir, [language], fallback=True)
        return Translator(language, found)

    def __call__(self, message: str, /, **values: object) -> str:
        """`message` in this language, with its placeholders filled."""
        text = self.catalogue.gettext(message)
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """The singular or plural form for `n`, which may stand in the text as ``{n}``."""
        shown = self.number(n) if n >= 1000 else n  # noqa: PLR2004 - from here on digits are grouped
        return self.catalogue.ngettext(one, many, n).format(n=shown, **values)

    def number(self, value: float, digits: int = 0) -> str:
        """`value` with exactly `digits` decimals, halves rounded up as a reader expects."""
        rounded = Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), "ROUND_HALF_UP")
        return f"{rounded:,f}".translate(str.maketrans(",.", _MARKS[self.language]))

    def percent(self, value: float, digits: int = 0) -> str:
        """A share (0 to 100) with its sign: ``27%``, in German ``27 %`` with a no-break space."""
        space = "" if self.language == LANGUAGES[0] else "\N{NO-BREAK SPACE}"
        return f"{self.number(value, digits)}{space}%"

    def date(self, day: date) -> str:
        """A date in words: ``24 February 2026``, ``24. Februar 2026``."""
        return _DATES[self.language].format(day.day, _month(self.language, day), day.year)

    def stated_date(self, text: str) -> str:
        """An ISO date as a source states it, in words: ``2024-07`` is ``July 2024``.

        What is neither a day nor a month of a year stays as it is.
        """
        try:
            if len(text) == len("2024-07"):
                month = date.fromisoformat(f"{text}-01")
                return f"{_month(self.language, month)} {month.year}"
            return self.date(date.fromisoformat(text))
        except ValueError:
            return text


def _month(language: str, day: date) -> str:
    return _MONTHS[language].split()[day.month - 1]


#: The kind of function that pages and builders take.
Translate = Callable[..., str]
