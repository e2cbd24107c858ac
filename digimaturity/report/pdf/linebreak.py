"""Breaks text into lines: between words, after hyphens, by syllable, or anywhere if it must."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from digimaturity.report.pdf import fonts
from digimaturity.report.pdf.hyphenation import hyphen_places

_HYPHEN = "\N{HYPHEN}"
_AFTER = "-/–—\N{HYPHEN}"
_WORTH = 0.16  # share of the line that must be left empty for a hyphen to be worth it
_ELLIPSIS = "…"
_LONGEST = 200  # letters of a word that is measured as a whole


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one face and colour."""

    text: str
    face: str
    colour: str


#: A word is one or more spans without a space between them.
Word = tuple[Span, ...]
Line = tuple[Span, ...]


def break_lines(
    spans: Iterable[Span], width: float, size: float, language: str = "", *, hyphenate: bool = False
) -> tuple[Line, ...]:
    """The lines of at most `width` (in the unit of `size`).

    With `hyphenate` a long word is divided where the line would stay rather empty; without it,
    only a word that is wider than a whole line.

    A line break in the text stays one. The space at the end of a line that goes on is kept, so
    that text taken out of the document has it.
    """
    room = width * 1000 / size
    lines: list[Line] = []
    for paragraph in _paragraphs(spans):
        if lines and lines[-1]:
            lines[-1] = _with_space(lines[-1])
        lines += _Filler(room, language, hyphenate=hyphenate).fill(paragraph)
    return tuple(lines)


def shortened(line: Line, width: float, size: float) -> Line:
    """`line` cut so that it ends in an ellipsis within `width`."""
    last = line[-1] if line else Span("", fonts.REGULAR, "#000000")
    room = width * 1000 / size - fonts.width(_ELLIPSIS, last.face)
    kept: list[Span] = []
    for span in line:
        part = _fitting(span, room)
        kept.append(Span(part, span.face, span.colour))
        room -= fonts.width(part, span.face)
        if part != span.text:
            break
    tail = kept.pop() if kept else last
    return (*kept, Span(tail.text.rstrip(" ,;:.–") + _ELLIPSIS, tail.face, tail.colour))


def line_width(line: Line, size: float) -> float:
    """The width of a line without the space at its end, in the unit of `size`."""
    total = sum(fonts.width(span.text, span.face) for span in line)
    if line and line[-1].text.endswith(" "):
        total -= fonts.width(" ", line[-1].face)
    return total * size / 1000


def _paragraphs(spans: Iterable[Span]) -> Iterator[list[Word]]:
    """The words of each paragraph; spans that touch without a space share a word."""
    words: list[Word] = []
    open_word: list[Span] = []
    for span in spans:
        for number, line in enumerate(span.text.split("\n")):
            if number:
                yield _closed(words, open_word)
                words, open_word = [], []
            for place, part in enumerate(line.split(" ")):
                if place and open_word:
                    words.append(tuple(open_word))
                    open_word = []
                if part:
                    open_word.append(Span(part, span.face, span.colour))
    yield _closed(words, open_word)


def _closed(words: list[Word], open_word: list[Span]) -> list[Word]:
    return [*words, tuple(open_word)] if open_word else words


class _Filler:
    """Fills lines greedily."""

    def __init__(self, room: float, language: str, *, hyphenate: bool) -> None:
        self.room = room
        self.language = language
        self.hyphenate = hyphenate
        self.lines: list[Line] = []
        self.line: list[Span] = []
        self.used = 0.0

    def fill(self, words: list[Word]) -> list[Line]:
        """The lines of these words."""
        for word in words:
            for place, piece in enumerate(_pieces(word)):
                self._add(piece, joined=place > 0)
        self._end(more=False)
        return self.lines

    def _add(self, word: Word, *, joined: bool) -> None:
        """Add a word, or, where it is `joined`, the next piece of the last one."""
        while word:
            width = _width(word)
            space = 0.0 if joined else self._space()
            if self.used + space + width <= self.room:
                self._put(word, space, width)
                return
            word, joined = self._begun(word, space), False

    def _begun(self, word: Word, space: float) -> Word:
        """Fill and end the line with what of `word` fits; return the rest."""
        left = self.room - self.used - space
        worth = self.hyphenate and left > self.room * _WORTH
        head, tail = self._divided(word, left, self.language if worth else "")
        if head:
            self._put(head, space, _width(head))
        if self.line:
            self._end(more=True)
        if not head and _width(tail) > self.room:
            head, tail = self._forced(tail)
            self._put(head, 0.0, _width(head))
            self._end(more=True)
        return tail

    def _space(self) -> float:
        return fonts.width(" ", self.line[-1].face) if self.line else 0.0

    def _put(self, word: Word, space: float, width: float) -> None:
        if space:
            last = self.line[-1]
            self.line[-1] = Span(last.text + " ", last.face, last.colour)
        for span in word:
            self._append(span)
        self.used += space + width

    def _append(self, span: Span) -> None:
        if self.line and (self.line[-1].face, self.line[-1].colour) == (span.face, span.colour):
            self.line[-1] = Span(self.line[-1].text + span.text, span.face, span.colour)
        else:
            self.line.append(span)

    def _end(self, *, more: bool) -> None:
        divided = self.line and self.line[-1].text.endswith(tuple(_AFTER))
        line = tuple(self.line)
        self.lines.append(_with_space(line) if more and line and not divided else line)
        self.line, self.used = [], 0.0

    def _divided(self, word: Word, room: float, language: str) -> tuple[Word, Word]:
        """The most of `word` that fits into `room` by its break points, and the rest."""
        if len(word) != 1 or room <= 0:
            return (), word
        span = word[0]
        for position in _positions(span.text, language):
            head = span.text[:position]
            if head[-1] not in _AFTER:
                head += _HYPHEN
            if fonts.width(head, span.face) <= room:
                return _pair(span, head, span.text[position:])
        return (), word

    def _forced(self, word: Word) -> tuple[Word, Word]:
        """A word wider than a whole line: by its break points, or wherever the line ends."""
        head, tail = self._divided(word, self.room, self.language)
        if head:
            return head, tail
        span = word[0]
        if len(word) > 1 and fonts.width(span.text, span.face) <= self.room:
            return (span,), word[1:]
        part = _fitting(span, self.room) or span.text[:1]
        first, rest = _pair(span, part, span.text[len(part) :])
        return first, (*rest, *word[1:])


def _pieces(word: Word) -> Iterator[Word]:
    """A word as it is, or in pieces where it is longer than any word.

    Each piece is measured again for every line that it fills; a whole file in one word would be
    measured some thousand times.
    """
    if sum(len(span.text) for span in word) <= _LONGEST:
        yield word
        return
    for span in word:
        for start in range(0, len(span.text), _LONGEST):
            yield (Span(span.text[start : start + _LONGEST], span.face, span.colour),)


def _with_space(line: Line) -> Line:
    *first, last = line
    return (*first, Span(last.text + " ", last.face, last.colour))


def _pair(span: Span, head: str, tail: str) -> tuple[Word, Word]:
    rest = (Span(tail, span.face, span.colour),) if tail else ()
    return (Span(head, span.face, span.colour),), rest


def _width(word: Word) -> float:
    return sum(fonts.width(span.text, span.face) for span in word)


def _fitting(span: Span, room: float) -> str:
    """The longest beginning of the span's text that is no wider than `room` (thousandths)."""
    used = 0.0
    for place, char in enumerate(span.text):
        used += fonts.width(char, span.face)
        if used > room:
            return span.text[:place]
    return span.text


@lru_cache(maxsize=10_000)
def _positions(word: str, language: str) -> tuple[int, ...]:
    """Where `word` may be broken, last first: after hyphens, and between syllables."""
    found = {place + 1 for place, char in enumerate(word[:-2]) if char in _AFTER and place > 0}
    return tuple(sorted(found | set(hyphen_places(word, language)), reverse=True))
