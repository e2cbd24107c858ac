"""Interfaces as a list of names in one cell: ``ERP (by hand: hours); Payroll``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from digimaturity.domain.roadmap.items import Exchange
from digimaturity.services.text import spelled

_WORDS: Mapping[Exchange, str] = {
    Exchange.AUTOMATIC: "automatic|automatically|automated|auto|api|automatisch|automatisiert",
    Exchange.FILE: "file|by file|export|import|csv|excel|datei|per datei|als datei|dateiaustausch",
    Exchange.BY_HAND: "by hand|manual|manually|hand|von hand|per hand|manuell|händisch|abgetippt",
}
_BY_WORD = {word: how for how, words in _WORDS.items() for word in words.split("|")}

#: Parts of a name with a comma in it, or of what goes over, and separators in a cell; beyond
#: these nobody's list goes, and looking for them would take long.
_MOST_PARTS, _MOST_SEPARATORS = 6, 100
_SEPARATORS = re.compile(r"[;,|\n]")


@dataclass(frozen=True, slots=True)
class Named:
    """An interface to the system of a name; what was not said is None."""

    to: str
    how: Exchange | None = None
    what: str | None = None


def interfaces_in(text: str, known: Collection[str]) -> Iterator[Named]:
    """The interfaces in a cell; `known` are spelled names of systems, which may hold separators."""
    separators = islice(_SEPARATORS.finditer(text), _MOST_SEPARATORS)
    ends = [(found.start(), found.end()) for found in separators]
    ends.append((len(text), len(text)))
    begin = place = 0
    while place < len(ends):
        # The longest part that is a name wins, else the shortest: nobody knows it, and it is told.
        for last in range(min(len(ends), place + _MOST_PARTS) - 1, place - 1, -1):
            found = _one(text[begin : ends[last][0]])
            if last == place or spelled(found.to) in known:
                break
        if found.to:
            yield found
        begin, place = ends[last][1], last + 1


def _one(text: str) -> Named:
    name, inside = _in_brackets(text.strip())
    if inside is None:
        return Named(name)
    word, colon, what = inside.partition(":")
    how = _BY_WORD.get(spelled(word))
    if how is None:
        return Named(text.strip())  # the brackets are part of the name
    return Named(name, how, what.strip() if colon else None)


def _in_brackets(text: str) -> tuple[str, str | None]:
    """A text and what stands in the brackets that it ends with."""
    depth = 0
    if text.endswith(")"):
        for place in range(len(text) - 1, -1, -1):
            depth += {")": 1, "(": -1}.get(text[place], 0)
            if not depth:
                return text[:place].strip(), text[place + 1 : -1]
    return text, None


def interface_text(name: str, how: str, what: str) -> str:
    """The inverse; `how` in words of any language that we have."""
    return f"{name} ({how}: {what})" if what else f"{name} ({how})"
