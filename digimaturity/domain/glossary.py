"""Finds the technical terms of a glossary in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
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

    `longest` tells for each word (its initial small) the most words of a form that begins with it.
    """

    by_form: Mapping[str, Term]
    longest: Mapping[str, int]

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """The terms in `text` where each of them stands first; of two that overlap the longer."""
        words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
        found: dict[str, Mention] = {}
        position = 0
        while position < len(words):
            mention, taken = self._at(text, words, position)
            if mention is not None:
                found.setdefault(mention.term.id, mention)
            position += taken
        return tuple(found.values())

    def terms_in(self, texts: Iterable[str]) -> tuple[Term, ...]:
        """The terms that stand in any of `texts`, each once, in the order of their finding."""
        found = {mention.term.id: mention.term for text in texts for mention in self.mentions(text)}
        return tuple(found.values())

    def _at(
        self, text: str, words: Sequence[tuple[int, int]], position: int
    ) -> tuple[Mention | None, int]:
        """The term that begins with the word at `position`, and how many words are read."""
        start, end = words[position]
        most = self.longest.get(_small(_plain(text[start:end])), 0)
        for count in range(min(most, len(words) - position), 0, -1):
            end = words[position + count - 1][1]
            term = self._term(_plain(text[start:end]))
            if term is not None:
                return Mention(start, end, term), count
        return None, 1

    def _term(self, form: str) -> Term | None:
        """The term of `form`; a small initial may be a capital, as at the start of a sentence."""
        return self.by_form.get(form) or self.by_form.get(_small(form))


def finder(terms: Iterable[Term], language: str) -> Finder:
    """The finder of `terms` in `language`; a form that two terms claim is the first one's."""
    by_form: dict[str, Term] = {}
    longest: dict[str, int] = {}
    for term in terms:
        for form in (text_in(term.term, language), *term.forms.get(language, ())):
            by_form.setdefault(_plain(form.strip()), term)
    for form in by_form:
        words = _WORD.findall(form)
        if words:
            first = _small(words[0])
            longest[first] = max(longest.get(first, 0), len(words))
    return Finder(by_form, longest)


def headword(term: Term, language: str) -> str:
    """The term as it heads its entry: with a capital at the beginning."""
    word = text_in(term.term, language)
    return word[:1].upper() + word[1:]


def alphabetical(terms: Iterable[Term], language: str) -> list[Term]:
    """The terms as a dictionary of `language` has them: ä like a, capitals like small letters."""
    return sorted(terms, key=lambda term: (_letters(text_in(term.term, language)), term.id))


def _letters(word: str) -> str:
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _small(word: str) -> str:
    return word[:1].lower() + word[1:]


def _plain(text: str) -> str:
    """`text` with simple spaces and hyphens only."""
    return " ".join(text.translate(_HYPHENS).split())
