"""One firm's scores of one year, as they are given to others: numbers without name or text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from digimaturity.canonical import canonical
from digimaturity.domain.company import SizeClass
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.sample import Figure
from digimaturity.domain.scoring import shown_points
from digimaturity.errors import UserError
from digimaturity.exchange.measured import Measured, Parts, measured
from digimaturity.exchange.parsing import parsed, quickly_parsed
from digimaturity.exchange.refused import RefusedError, odd_key, one_line

FORMAT = "digimaturity-contribution/1"

#: No contribution is longer (bytes): a questionnaire of 100 areas makes 4,000.
LIMIT = 16_384

#: No other years are believed.
YEARS = range(2000, 2101)

#: Random bytes of an id.
ID_BYTES = 16

#: Country, section and size class.
Cell = tuple[str, str, str]

_KEYS = {
    *("areas", "country", "dimensions", "format", "id", "index", "overall"),
    *("questionnaire", "section", "size_class", "year"),
}
_QUESTIONNAIRE = {"fingerprint", "id", "version"}
_INDEX = {"high", "low"}
_ID = re.compile(r"[0-9a-f]{32}")
_COUNTRY = re.compile(r"[A-Z]{2}")
#: No version of a questionnaire is longer (characters).
LONGEST_VERSION = 40
_SECTIONS = frozenset("ABCDEFGHIJKLMNOPQRSTU")
_SIZES = frozenset(size.value for size in SizeClass)
#: Texts among the values: format, id, country, section, size class, and three of the questionnaire.
_VALUES = 8
_FULL = 100
#: Parts and whole are each rounded to whole points: so far may they be apart.
_ROUNDING = 1.000001


@dataclass(frozen=True, slots=True)
class Contribution:
    """The scores of one firm's finished assessment in whole points, None where not rated.

    `points` are in the order of `Measured.keys`, without the index, whose `index` is the lowest and
    the highest count that the facts allow. `id` are random bytes, the same for one firm in a year.
    """

    id: bytes
    cell: Cell
    year: int
    points: tuple[int | None, ...]
    index: tuple[int, int] | None = None


def contribution_of(evaluation: Evaluation, year: int, key: bytes) -> Contribution:
    """What a firm would give; `key` is its random id of that year.

    Raises:
        UserError: ``contribution.profile`` (country, sector or size is missing) or
            ``contribution.not_rated`` (there is no overall score).
    """
    company, scores, index = evaluation.company, evaluation.scores, evaluation.index
    if not (company.country and company.section and company.size_class):
        raise UserError("contribution.profile")
    if scores.overall.shown is None:
        raise UserError("contribution.not_rated")
    rated = (scores.overall, *scores.dimensions.values(), *scores.areas.values())
    points = [None if score.shown is None else shown_points(score.shown) for score in rated]
    return Contribution(
        key,
        (company.country, company.section, company.size_class.value),
        year,
        tuple(points),
        (index.low, index.high) if index else None,
    )


def to_bytes(contribution: Contribution, asked: Measured) -> bytes:
    """The very bytes of the file: one line of JSON."""
    country, section, size = contribution.cell
    points = dict(zip(asked.keys, contribution.points, strict=False))
    index = contribution.index
    document = {
        "format": FORMAT,
        "id": contribution.id.hex(),
        "questionnaire": {
            "id": asked.pack,
            "version": asked.version,
            "fingerprint": asked.fingerprint,
        },
        "country": country,
        "section": section,
        "size_class": size,
        "year": contribution.year,
        "overall": contribution.points[0],
        "dimensions": {key: points[Figure.DIMENSION, key] for key in asked.dimensions},
        "areas": {key: points[Figure.AREA, key] for key in asked.areas},
        "index": {"low": index[0], "high": index[1]} if index else None,
    }
    return canonical(document) + b"\n"


def written(evaluation: Evaluation, year: int, key: bytes) -> bytes:
    """The file of a firm; errors as in `contribution_of`."""
    return to_bytes(contribution_of(evaluation, year, key), measured(evaluation.questionnaire))


def read(content: bytes, asked: Measured, year: int) -> Contribution:
    """The contribution in these bytes, if it is one to `asked` and of that year.

    Raises:
        RefusedError: Those of `parsed`, and ``too_large``, ``format``, ``keys``, ``value``,
            ``other_questionnaire``, ``other_version``, ``other_year``, ``inconsistent``.
    """
    if len(content) > LIMIT:
        raise RefusedError("too_large", limit=LIMIT)
    given = quickly_parsed(content)
    if type(given) is not dict or given.get("format") != FORMAT:
        raise RefusedError("format", expected=FORMAT)
    _same_keys(given, _KEYS, "")
    _same_questionnaire(given["questionnaire"], asked)
    if type(given["year"]) is not int or given["year"] not in YEARS:
        raise RefusedError("value", where="year")
    if given["year"] != year:
        raise RefusedError("other_year")
    key = given["id"]
    if type(key) is not str or not _ID.fullmatch(key):
        raise RefusedError("value", where="id")
    cell, points, index = _cell(given), _points(given, asked), _index(given["index"], asked)
    if content.count(b'"') != 2 * (_texts(asked) + (len(_INDEX) if index else 0)):
        # All keys and texts are right: there are more keys, or a mark inside the version.
        parsed(content)
    return Contribution(bytes.fromhex(key), cell, year, points, index)


def _texts(asked: Measured) -> int:
    """How many keys and texts are in a contribution without an index."""
    keys = len(_KEYS) + len(_QUESTIONNAIRE) + len(asked.dimensions) + len(asked.areas)
    return keys + _VALUES


def _same_keys(given: Any, wanted: AbstractSet[str], where: str) -> None:  # noqa: ANN401 - a stranger's
    if type(given) is not dict:
        raise RefusedError("value", where=where)
    if given.keys() != wanted:
        odd = odd_key(given.keys(), wanted)
        raise RefusedError("keys", where=f"{where}.{odd}" if where else odd)


def _same_questionnaire(given: Any, asked: Measured) -> None:  # noqa: ANN401 - a stranger's
    _same_keys(given, _QUESTIONNAIRE, "questionnaire")
    if given["id"] != asked.pack:
        raise RefusedError("other_questionnaire", expected=asked.pack)
    version = given["version"]
    if version != asked.version and not one_line(version, LONGEST_VERSION):
        raise RefusedError("value", where="questionnaire.version")
    if given["fingerprint"] != asked.fingerprint:
        raise RefusedError("other_version", expected=asked.version)


def _cell(given: Mapping[str, Any]) -> Cell:
    country, section, size = given["country"], given["section"], given["size_class"]
    if type(country) is not str or not _COUNTRY.fullmatch(country):
        raise RefusedError("value", where="country")
    if type(section) is not str or section not in _SECTIONS:
        raise RefusedError("value", where="section")
    if type(size) is not str or size not in _SIZES:
        raise RefusedError("value", where="size_class")
    return country, section, size


def _points(given: Mapping[str, Any], asked: Measured) -> tuple[int | None, ...]:
    dimensions, areas = given["dimensions"], given["areas"]
    _same_keys(dimensions, asked.dimension_set, "dimensions")
    _same_keys(areas, asked.area_set, "areas")
    points = (
        given["overall"],
        *map(dimensions.__getitem__, asked.dimensions),
        *map(areas.__getitem__, asked.areas),
    )
    if {*map(type, points)} != {int} or min(points) < 0 or max(points) > _FULL:
        _check_each(points, asked)
    for place, parts in asked.sums:
        if not _consistent(points, place, parts):
            raise RefusedError("inconsistent", where=_name(asked, place))
    return points


def _check_each(points: Sequence[object], asked: Measured) -> None:
    """Name the first value that is no score; only the whole must be rated."""
    for place, value in enumerate(points):
        if value is None and place:
            continue
        if type(value) is not int or not 0 <= value <= _FULL:
            raise RefusedError("value", where=_name(asked, place))


def _consistent(points: Sequence[int | None], place: int, parts: Parts) -> bool:
    """Whether a score is the mean of its parts, as far as rounded points can tell."""
    mean = 0.0
    for part, share in parts:
        value = points[part]
        if value is None:
            return True
        mean += share * value
    whole = points[place]
    return whole is None or -_ROUNDING <= mean - whole <= _ROUNDING


def _name(asked: Measured, place: int) -> str:
    return ".".join(part for part in asked.keys[place] if part)


def _index(given: Any, asked: Measured) -> tuple[int, int] | None:  # noqa: ANN401 - a stranger's
    if given is None:
        return None
    _same_keys(given, _INDEX, "index")
    low, high = given["low"], given["high"]
    if type(low) is not int or type(high) is not int or not 0 <= low <= high <= asked.items:
        raise RefusedError("value", where="index")
    return low, high
