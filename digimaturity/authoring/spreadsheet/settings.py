"""The settings of a pack, a row each in the first sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from digimaturity.authoring.spreadsheet.codecs import EXACT, NUMBER, TEXT, WORDS, CellValue, Codec
from digimaturity.authoring.spreadsheet.tables import Path
from digimaturity.i18n import Translate

#: The names of the maturity levels.
_LEVELS = 5


def _numbers(value: CellValue) -> list[float]:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return [value]
    return [NUMBER.read(word) for word in WORDS.read(value)]


def _joined(numbers: Sequence[float]) -> str:
    return ", ".join(map(str, numbers))


@dataclass(frozen=True, slots=True)
class Setting:
    """A value of pack.yaml at `path`, or with `spoken` a text of each language at that path."""

    key: str
    note: str
    path: Path
    codec: Codec = EXACT
    spoken: bool = False


def settings(t: Translate) -> tuple[Setting, ...]:
    """Every setting, in the order of the sheet."""
    return (
        Setting("id", t("Name of the pack for the program. Keep it."), ("id",)),
        Setting("version", t("Raise it with every change that others get."), ("version",)),
        Setting("languages", t("Codes of the languages, such as en, de."), ("languages",), WORDS),
        Setting("licence", t("What others may do with the texts."), ("licence",)),
        Setting("name", t("Name of the questionnaire."), ("pack", "name"), spoken=True),
        *(
            Setting(
                f"level name {number}",
                t("Name of maturity level {number}.", number=number),
                ("level_names", number - 1),
                spoken=True,
            )
            for number in range(1, _LEVELS + 1)
        ),
        Setting(
            "of",
            t("Only for a selection: the folder of the pack whose questions are asked."),
            ("of",),
            TEXT,
        ),
        Setting(
            "index id", t("Id of the published index; empty without one."), ("index", "id"), TEXT
        ),
        Setting("index version", t("Version of the index."), ("index", "version")),
        Setting("index year", t("Survey year of the index."), ("index", "year"), NUMBER),
        Setting(
            "index bands",
            t("Lowest counts of the second, third and fourth band."),
            ("index", "bands"),
            Codec(_joined, _numbers),
        ),
        Setting(
            "index basic from",
            t("Lowest count that is called a basic level."),
            ("index", "basic_from"),
            NUMBER,
        ),
    )
