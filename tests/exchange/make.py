"""Contributions that no firm made."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from digimaturity.exchange.contribution import Contribution, to_bytes
from digimaturity.exchange.gathering import Piece
from digimaturity.exchange.measured import Measured, measured
from tests.services.small import small_questionnaire

YEAR = 2026
SIZES = ("0-9", "10-49", "50-249", "GE250")
#: One dimension with one area of four questions, and no index.
SMALL = measured(small_questionnaire())


def contribution(number: int = 1, score: int = 50, **changes: object) -> dict[str, Any]:
    """A contribution to the small questionnaire, as a document."""
    given = Contribution(number.to_bytes(16, "big"), ("DE", "C", "10-49"), YEAR, (score,) * 3)
    return {**json.loads(to_bytes(given, SMALL)), **changes}


def written(*documents: object) -> list[bytes]:
    """Each as a line of JSON."""
    return [json.dumps(document).encode() + b"\n" for document in documents]


def source(lines: Sequence[bytes]) -> Callable[[], list[Piece]]:
    """What counting takes, as if read from one file."""
    return lambda: [Piece("many.jsonl", number, line) for number, line in enumerate(lines, 1)]


def many(
    asked: Measured, n: int, countries: str = "AT DE FR NL PL", seed: int = 1
) -> Iterator[bytes]:
    """Contributions of `n` firms, few of them in rare cells, as lines."""
    dice = random.Random(seed)  # noqa: S311 - examples, no secrets
    names = countries.split()
    weights = [1 / place for place in range(1, len(names) + 1)]
    sections = "CGMFJHNIQPSLKDEBR"
    common = [1 / place for place in range(1, len(sections) + 1)]
    for _ in range(n):
        size = dice.choices(SIZES, (2, 6, 3, 1))[0]
        cell = (dice.choices(names, weights)[0], dice.choices(sections, common)[0], size)
        low = dice.randint(0, asked.items)
        index = (low, min(asked.items, low + dice.choice((0, 0, 0, 1)))) if asked.items else None
        key = dice.randbytes(16)
        yield to_bytes(Contribution(key, cell, YEAR, _points(asked, dice), index), asked)


def _points(asked: Measured, dice: random.Random) -> tuple[int | None, ...]:
    usual = dice.gauss(45, 15)
    points = [0] * (1 + len(asked.dimensions))
    points += [min(100, max(0, round(dice.gauss(usual, 12)))) for _ in asked.areas]
    for place, parts in reversed(asked.sums):
        points[place] = int(sum(share * points[part] for part, share in parts) + 0.5)
    return tuple(points)
