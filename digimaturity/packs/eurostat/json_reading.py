"""JSON read piece by piece, so that a large file never has to be in memory as a whole."""

from __future__ import annotations

import json
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from digimaturity.errors import UserError

_NUMBER = r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?"
_STRING = r'"(?:[^"\\\x00-\x1f]|\\.)*"'
_SPACE = r"[ \t\r\n]*"
_TOKEN = re.compile(rf"{_SPACE}([{{}}\[\]:,]|{_STRING}|{_NUMBER}|true|false|null)")
#: A member or element that is no list and no object, and the mark behind it: nearly all of a file.
_MEMBER = re.compile(
    rf'{_SPACE}"([0-9]{{1,18}})"{_SPACE}:{_SPACE}({_STRING}|{_NUMBER}|null){_SPACE}([,}}])'
)
#: Many of them at once, each with the comma behind it.
_RUN = re.compile(rf'(?:{_SPACE}"[0-9]{{1,18}}"{_SPACE}:{_SPACE}(?:{_NUMBER}|null){_SPACE},)++')

_CHUNK = 1 << 16
#: Characters that always lie ahead of the place of reading: no token is cut in two.
_AHEAD = 1 << 12
_LONGEST = 1_000_000
_DEEPEST = 20
#: Values of one part that is taken as a whole, such as the codes of all dimensions.
_MOST = 200_000

_MARKS = frozenset("{}[]:,")

Scalar = str | int | float | bool | None


class JsonReader:
    """Reads one JSON object from a stream, member by member.

    Every method may raise `UserError`: ``benchmark.json`` with the character where it makes no
    sense, ``benchmark.encoding``, ``benchmark.line`` for a text without end.
    """

    def __init__(self, stream: BinaryIO, path: Path) -> None:
        self._stream, self._path = stream, path
        self._decode = getincrementaldecoder("utf-8-sig")().decode
        self._text, self._at, self._passed, self._ended = "", 0, 0, False
        self._left = _MOST

    def members(self) -> Iterator[str]:
        """The keys of the whole object; after each, its value must be read by another method."""
        self._expect("{")
        yield from self._keys()
        self._fill(_AHEAD)
        if self._text[self._at :].strip(" \t\r\n") or not self._ended:
            raise self.fault()

    def whole(self) -> Any:  # noqa: ANN401 - it is whatever the file holds
        """The value that comes next, of a bounded size."""
        self._left = _MOST
        return self._value(self._word(), 0)

    def series(self) -> Iterator[tuple[int, str]]:
        """The scalars of the next value by number, as they are written.

        It is a list, or an object whose keys are numbers.
        """
        opening = self._word()
        if opening == "[":
            yield from self._elements()
        elif opening == "{":
            yield from self._numbered()
        else:
            raise self.fault()

    def skip(self) -> None:
        """Pass over the value that comes next."""
        depth = 0
        while True:
            word = self._word()
            if word in ("{", "["):
                depth += 1
            elif word in ("}", "]"):
                depth -= 1
            if depth > _DEEPEST or depth < 0:
                raise self.fault()
            if not depth:
                return
            found = _RUN.match(self._text, self._at)
            if found is not None:
                self._at = found.end()

    def fault(self) -> UserError:
        """What is read here makes no sense."""
        return UserError("benchmark.json", path=self._path, at=self._passed + self._at + 1)

    def _keys(self) -> Iterator[str]:
        """The keys of an object that has begun, up to its end."""
        word = self._word()
        if word == "}":
            return
        while True:
            if not word.startswith('"'):
                raise self.fault()
            self._expect(":")
            yield str(self._scalar(word))
            mark = self._word()
            if mark == "}":
                return
            if mark != ",":
                raise self.fault()
            word = self._word()

    def _numbered(self) -> Iterator[tuple[int, str]]:
        if self._peek() == "}":
            self._word()
            return
        mark = ","
        while mark == ",":
            if len(self._text) - self._at < _AHEAD:
                self._fill(_AHEAD)
            found = _MEMBER.match(self._text, self._at)
            if found is None:
                raise self.fault()
            self._at = found.end()
            key, scalar, mark = found.groups()
            yield int(key), scalar

    def _elements(self) -> Iterator[tuple[int, str]]:
        word, number = self._word(), 0
        while word != "]":
            if word in _MARKS:
                raise self.fault()
            yield number, word
            number += 1
            mark = self._word()
            if mark == "]":
                return
            word = self._word()
            if mark != "," or word == "]":
                raise self.fault()

    def _value(self, word: str, depth: int) -> Any:  # noqa: ANN401 - see `whole`
        self._left -= 1
        if depth > _DEEPEST or self._left < 0:
            raise self.fault()
        if word == "{":
            return self._object(depth)
        if word == "[":
            return self._list(depth)
        return self._scalar(word)

    def _object(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key in self._keys():
            if key in found:
                raise self.fault()
            found[key] = self._value(self._word(), depth + 1)
        return found

    def _list(self, depth: int) -> list[Any]:
        found: list[Any] = []
        word = self._word()
        while word != "]":
            found.append(self._value(word, depth + 1))
            mark = self._word()
            if mark == "]":
                break
            word = self._word()
            if mark != "," or word == "]":
                raise self.fault()
        return found

    def _scalar(self, word: str) -> Scalar:
        if word in _MARKS:
            raise self.fault()
        try:
            scalar: Scalar = json.loads(word)
        except ValueError as error:
            raise self.fault() from error
        return scalar

    def _expect(self, mark: str) -> None:
        if self._word() != mark:
            raise self.fault()

    def _peek(self) -> str:
        at, passed = self._at, self._passed
        word = self._word()
        self._at = at - (self._passed - passed)
        return word

    def _word(self) -> str:
        self._fill(_AHEAD)
        found = _TOKEN.match(self._text, self._at)
        while found is None and not self._ended:
            if len(self._text) - self._at > _LONGEST:
                raise UserError("benchmark.line", path=self._path, line=1)
            self._fill(2 * (len(self._text) - self._at))
            found = _TOKEN.match(self._text, self._at)
        if found is None:
            raise self.fault()
        self._at = found.end()
        return found[1]

    def _fill(self, ahead: int) -> None:
        """See to it that so many characters lie ahead, unless the file ends before."""
        if self._ended or len(self._text) - self._at >= ahead:
            return
        parts, length = [self._text[self._at :]], len(self._text) - self._at
        self._passed += self._at
        while not self._ended and length < ahead + _CHUNK:
            data = self._stream.read(_CHUNK)
            self._ended = not data
            try:
                parts.append(self._decode(data, self._ended))
            except UnicodeDecodeError as error:
                raise UserError("benchmark.encoding", path=self._path, line=1) from error
            length += len(parts[-1])
        self._text, self._at = "".join(parts), 0
