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
_RUNT = 0.125  # a last word narrower than this share of the line is not left alone
_COMPANION = 0.4  # a wider word is not fetched to join it
_ELLIPSIS = "…"
_LONGEST = 200  # letters of a word that is measured as a whole


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a link in a text leads: the key of a bookmark, and in words for a screen reader."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text in one face and colour; a link where it has a goal."""

    text: str
    face: str
    colour: str
    goal: Goal | None = None

    def but(self, text: str) -> Span:
        """Another text that looks the same and leads to the same place."""
        return Span(text, self.face, self.colour, self.goal)

    def joins(self, other: Span) -> bool:
        """Whether the two are one stretch when they stand side by side."""
        return (self.face, self.colour, self.goal) == (other.face, other.colour, other.goal)


#: A word is one or more spans without a space between them.
Word = tuple[Span, ...]
Line = tuple[Span, ...]


@lru_cache(maxsize=5_000)
def break_lines(
    spans: tuple[Span, ...],
    width: float,
    size: float,
    language: str = "",
    *,
    hyphenate: bool = False,
) -> tuple[Line, ...]:
    """The lines of at most `width` (in the unit of `size`).

    With `hyphenate` a long word is divided where the line would stay rather empty; without it,
    only a word that is wider than a whole line.

    Kept, because a page is tried several times until it fits, and texts of a pack come again in
    every report. A line break in the text stays one. The space at the end of a line that goes on
    is kept, so that text taken out of the document has it.
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
        kept.append(span.but(part))
        room -= fonts.width(part, span.face)
        if part != span.text:
            break
    tail = kept.pop() if kept else last
    return (*kept, tail.but(tail.text.rstrip(" ,;:.–") + _ELLIPSIS))


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
                    open_word.append(span.but(part))
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
        self.line: list[tuple[Span, list[str]]] = []  # what looks the same, word by word
        self.used = 0.0

    def fill(self, words: list[Word]) -> list[Line]:
        """The lines of these words."""
        for word in words:
            for place, piece in enumerate(_pieces(word)):
                self._add(piece, joined=place > 0)
        self._end(more=False)
        self._join_runt()
        return self.lines

    def _join_runt(self) -> None:
        """Fetch a word from the line before where a short one stands alone on the last line."""
        if len(self.lines) < 2:  # noqa: PLR2004 - there is no line before
            return
        before, last = self.lines[-2:]
        text = "".join(span.text for span in before)
        place = text.rstrip(" ").rfind(" ") + 1
        alone = all(" " not in span.text for span in last) and _width(last) < self.room * _RUNT
        if not alone or not text.endswith(" ") or place == 0:
            return
        kept, fetched = _cut(before, place, "")
        width = _width(fetched)
        if width < self.room * _COMPANION and " " in text[: place - 1]:
            self.lines[-2:] = [kept, _joined(fetched, last)]

    def _add(self, word: Word, *, joined: bool) -> None:
        """Add a word, or, where it is `joined`, the next piece of the last one."""
        while word:
            width = _width(word)
            space = 0.0 if joined else self._space()
            if self.used + space + width <= self.room:
                self._put(word, space, width)
                return
            word, joined = self._begun(word, space, joined=joined), False

    def _begun(self, word: Word, space: float, *, joined: bool) -> Word:
        """Fill and end the line with what of `word` fits; return the rest."""
        left = self.room - self.used - space
        worth = self.hyphenate and left > self.room * _WORTH
        head, tail = self._divided(word, left, self.language if worth else "")
        if head:
            self._put(head, space, _width(head))
        if self.line:
            self._end(more=not joined)
        if not head and _width(tail) > self.room:
            head, tail = self._forced(tail)
            self._put(head, 0.0, _width(head))
            self._end(more=False)
        return tail

    def _space(self) -> float:
        return fonts.width(" ", self.line[-1][0].face) if self.line else 0.0

    def _put(self, word: Word, space: float, width: float) -> None:
        if space:
            self.line[-1][1].append(" ")
        for span in word:
            if self.line and self.line[-1][0].joins(span):
                self.line[-1][1].append(span.text)
            else:
                self.line.append((span, [span.text]))
        self.used += space + width

    def _end(self, *, more: bool) -> None:
        """End the line; `more` tells that another word follows, so that its space is kept."""
        line = tuple(span.but("".join(words)) for span, words in self.line)
        divided = line and line[-1].text.endswith(tuple(_AFTER))
        self.lines.append(_with_space(line) if more and line and not divided else line)
        self.line, self.used = [], 0.0

    def _divided(self, word: Word, room: float, language: str) -> tuple[Word, Word]:
        """The most of `word` that fits into `room` by its break points, and the rest."""
        # A comma behind a link is a stretch of its own; words of several faces stay whole.
        if room <= 0 or len({span.face for span in word}) != 1:
            return (), word
        text = "".join(span.text for span in word)
        for position in _positions(text, language):
            hyphen = "" if text[position - 1] in _AFTER else _HYPHEN
            if fonts.width(text[:position] + hyphen, word[0].face) <= room:
                return _cut(word, position, hyphen)
        return (), word

    def _forced(self, word: Word) -> tuple[Word, Word]:
        """A word wider than a whole line: by its break points, or wherever the line ends."""
        head, tail = self._divided(word, self.room, self.language)
        if head:
            return head, tail
        place, room = 0, self.room
        for span in word:
            part = _fitting(span, room)
            place += len(part)
            room -= fonts.width(part, span.face)
            if part != span.text:
                break
        return _cut(word, max(place, 1), "")


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
            yield (span.but(span.text[start : start + _LONGEST]),)


def _joined(first: Line, second: Line) -> Line:
    """Two lines as one; where they meet, what looks the same becomes one stretch."""
    if first and second and first[-1].joins(second[0]):
        seam = first[-1].but(first[-1].text + second[0].text)
        return (*first[:-1], seam, *second[1:])
    return (*first, *second)


def _with_space(line: Line) -> Line:
    *first, last = line
    return (*first, last.but(last.text + " "))


def _cut(word: Word, position: int, hyphen: str) -> tuple[Word, Word]:
    """The word before and after `position`, with the `hyphen` at the end of the first part."""
    head: list[Span] = []
    tail: list[Span] = []
    for span in word:
        first, rest = span.text[: max(0, position)], span.text[max(0, position) :]
        head += [span.but(first)] if first else []
        tail += [span.but(rest)] if rest else []
        position -= len(span.text)
    if hyphen:
        head[-1] = head[-1].but(head[-1].text + hyphen)
    return tuple(head), tuple(tail)


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
