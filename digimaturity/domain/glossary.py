"""Finds the technical terms of a glossary in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from digimaturity.domain.texts import Term, text_in

#: A word; hyphens belong to it, so that "ERP" is not found in "ERP-Berater".
_WORD = re.compile(r"\w+(?:[-\u2010\u2011]\w+)*")
_HYPHENS = {0x2010: "-", 0x2011: "-"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A term as it stands in a text, from character `start` to before character `end`."""

    start: int
    end: int
    term: Term


@dataclass(frozen=True, slots=True)
class Finder:
    """The words of a glossary in one language.

    `longest` tells for the first word of every form the most words of a form that begins with it.
    """

    by_form: Mapping[str, Term]
    longest: Mapping[str, int]

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The terms in `text` where each of them stands first; of two that overlap the longer."""
        plain = text.translate(_HYPHENS)
        words = list(_WORD.finditer(plain))
        found: dict[str, Mention] = {}
        taken = 0
        for place, word in enumerate(words):
            most = self.longest.get(word[0], 0)
            if place < taken or not most:
                continue
            for end in range(min(place + most, len(words)), place, -1):
                start, stop = word.start(), words[end - 1].end()
                term = self.by_form.get(_spaced(plain[start:stop]))
                if term is not None:
                    found.setdefault(term.id, Mention(start, stop, term))
                    taken = end
                    break
        return tuple(found.values())

    def terms_in(self, texts: Iterable[str]) -> tuple[Term, ...]:
        """The terms that stand in any of `texts`, each once, in the order of their finding."""
        found = {mention.term.id: mention.term for text in texts for mention in self.mentions(text)}
        return tuple(found.values())


def finder(terms: Iterable[Term], language: str) -> Finder:
    """The finder of `terms` in `language`; a form that two terms claim is the first one's.

    A small initial may be a capital, as at the beginning of a sentence; never the other way round.
    """
    by_form: dict[str, Term] = {}
    for term in terms:
        for form in (text_in(term.term, language), *term.forms.get(language, ())):
            by_form.setdefault(_spaced(form.translate(_HYPHENS)), term)
    for form, term in list(by_form.items()):
        by_form.setdefault(_capital(form), term)
    longest: dict[str, int] = {}
    for form in by_form:
        words = _WORD.findall(form)
        if words:
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return Finder(by_form, longest)


def headword(term: Term, language: str) -> str:
    """The term as it heads its entry: with a capital at the beginning."""
    return _capital(text_in(term.term, language))


def alphabetical(terms: Iterable[Term], language: str) -> list[Term]:
    """The terms as a dictionary of `language` has them: ä like a, capitals like small letters."""
    return sorted(terms, key=lambda term: (_letters(text_in(term.term, language)), term.id))


def _letters(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _spaced(text: str) -> str:
    """`text` with single, simple spaces."""
    return " ".join(text.split())
