"""What may stand in a cell, and what it means: words, numbers, choices, lists, conditions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from digimaturity.authoring.spreadsheet.conditions import condition_of_text, condition_text
from digimaturity.packs.problems import nearest

#: What a spreadsheet can hold in a cell that is no formula.
CellValue = str | int | float | bool | None

CONDITION_EXAMPLE = "security.restore >= 2 and not (fact.cloud = yes)"
LIFTS_EXAMPLE = "security.restore: 2 → 3"

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_LIFT = re.compile(r"(\S+?)\s*:?\s+(\d{1,9})\s*(?:→|->|>|–|-)\s*(\d{1,9})")
#: Beyond this a whole number is no longer exact.
_EXACT = 2**53


class CellError(Exception):
    """A cell does not say what is needed there; `code` and `details` as those of a problem."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


@dataclass(frozen=True, slots=True)
class Codec:
    """How a value of a pack is shown in a cell, and read from a cell that is not empty.

    `choices` become a drop-down list; `text` tells that the cell is formatted as text.
    """

    shown: Callable[[Any], CellValue]
    read: Callable[[CellValue], Any]
    choices: tuple[str, ...] = ()
    text: bool = True


def _text(value: CellValue) -> str:
    if not isinstance(value, str):
        raise CellError("cell.text", value=value)
    return value


def _stripped(value: CellValue) -> str:
    return _text(value).strip()


def _number(value: CellValue) -> float:
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        value = float(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise CellError("cell.number", value=value)
    return int(value) if float(value).is_integer() and abs(value) < _EXACT else value


def _words(value: CellValue) -> list[str]:
    return [word for word in re.split(r"[,;\s]+", _text(value)) if word]


def _lines(value: CellValue) -> list[str]:
    return [line.strip() for line in _text(value).split("\n") if line.strip()]


def _yes_no(value: CellValue) -> bool:
    if isinstance(value, bool):
        return value
    return str(choice("yes", "no").read(value)) == "yes"


def _condition(value: CellValue) -> Mapping[str, Any]:
    found = condition_of_text(_text(value))
    if found is None:
        raise CellError("cell.condition", value=value, example=CONDITION_EXAMPLE)
    return found


def _lifts(value: CellValue) -> list[dict[str, Any]]:
    found = []
    for line in _lines(value):
        match = _LIFT.fullmatch(line)
        if match is None:
            raise CellError("cell.lifts", value=line, example=LIFTS_EXAMPLE)
        found.append({"question": match[1], "from": int(match[2]), "to": int(match[3])})
    return found


def _lifts_shown(lifts: Sequence[Mapping[str, Any]]) -> str:
    return "\n".join(f"{lift['question']}: {lift['from']} → {lift['to']}" for lift in lifts)


def choice(*choices: str) -> Codec:
    """One of several words."""

    def read(value: CellValue) -> str:
        word = _stripped(value)
        if word.lower() not in choices:
            details = {"choices": ", ".join(choices), "suggestion": nearest(word.lower(), choices)}
            raise CellError("cell.choice", value=word, **details)
        return word.lower()

    return Codec(str, read, choices)


TEXT = Codec(str, _stripped)
#: Exactly as it is written, spaces included.
EXACT = Codec(str, _text)
NUMBER = Codec(lambda number: number, _number, text=False)
WORDS = Codec(", ".join, _words)
LINES = Codec("\n".join, _lines)
YES_NO = Codec(lambda yes: "yes" if yes else "no", _yes_no, ("yes", "no"))
CONDITION = Codec(condition_text, _condition)
LIFTS = Codec(_lifts_shown, _lifts)
