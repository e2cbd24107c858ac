"""Where the terms of the glossary stand in the report's texts: these become links."""

from __future__ import annotations

from collections.abc import Iterator

from digimaturity.domain.glossary import Finder, finder
from digimaturity.domain.texts import Term
from digimaturity.report.model.appendix import GlossaryChapter, GlossaryEntry


class Mentions:
    """Finds the terms of a report's glossary; without a glossary none."""

    def __init__(self, content: GlossaryChapter | None) -> None:
        self.entries = {entry.key: entry for entry in (content.entries if content else ())}
        self.finder: Finder = finder(
            (
                Term(key, {"": entry.forms[0]}, {}, {"": entry.forms})
                for key, entry in self.entries.items()
            ),
            "",
        )

    def item(self) -> ItemMentions:
        """For the texts of one item or page, in which each term is a link once."""
        return ItemMentions(self)


class ItemMentions:
    """The texts of one item or page, in the order in which they are read."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._met: set[str] = set()

    def pieces(self, text: str) -> Iterator[tuple[str, GlossaryEntry | None]]:
        """`text` in pieces; those that are a term which was not met before have its entry."""
        done = 0
        for mention in self._mentions.finder.mentions(text):
            if mention.term.id in self._met:
                continue
            self._met.add(mention.term.id)
            yield text[done : mention.start], None
            yield text[mention.start : mention.end], self._mentions.entries[mention.term.id]
            done = mention.end
        yield text[done:], None
