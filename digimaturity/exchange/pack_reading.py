"""A peer pack of a stranger, read without trusting a word of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from digimaturity.domain.distribution import Distribution
from digimaturity.domain.population import Population
from digimaturity.domain.sample import LEAST, OVERALL, Figure, Key
from digimaturity.exchange.contribution import LONGEST_VERSION, YEARS
from digimaturity.exchange.groups import EVERYBODY, SIZES, cell_of, population_of, short_sum
from digimaturity.exchange.peer_pack import LONGEST_NOTE, Group, PeerPack
from digimaturity.exchange.quantiles import (
    COARSE,
    COARSE_INDEX,
    DECILES,
    DECILES_FROM,
    EXACT_FROM,
    QUARTILES,
)
from digimaturity.exchange.refused import RefusedError, odd_key, one_line

_TOP = {
    *("edition", "groups", "index", "left_out", "minimum", "note", "questionnaire", "year"),
}
_GROUP = {"country", "figures", "firms", "section", "size_class"}
_FIGURES = {"areas", "dimensions", "overall"}
_FIGURE = {"firms", "quantiles", "step"}
_QUESTIONNAIRE = {"fingerprint", "id", "version"}

_WORD = re.compile(r"[A-Za-z0-9][\w.+-]{0,79}", re.ASCII)
_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_COUNTRY = re.compile(r"(?:[A-Z]{2})?")
_SECTION = re.compile(r"[A-U]?")
#: No more firms, editions or figures are believed.
_MOST = 10**9
_POINTS = range(101)


def pack_from(given: object) -> PeerPack:
    """The pack in a document.

    Raises:
        RefusedError: ``keys`` or ``value`` with `where`, ``too_small`` (a group under five firms),
            ``too_fine`` (it tells of few firms what may only be told of many), ``repeated_group``,
            ``no_total``, ``short_sum`` (a group with fewer firms than its parts).
    """
    top = record(given, _TOP, "peers")
    asked = record(top["questionnaire"], _QUESTIONNAIRE, "questionnaire")
    number(top["minimum"], range(LEAST, LEAST + 1), "minimum")
    index = top["index"]
    if index != "":
        _matching(index, _WORD, "index")
    groups: dict[Population, Group] = {}
    if type(top["groups"]) is not list:
        raise RefusedError("value", where="groups")
    for place, one in enumerate(top["groups"]):
        population, group = _group(one, index, f"groups.{place}")
        if population in groups:
            raise RefusedError("repeated_group", where=f"groups.{place}")
        groups[population] = group
    if population_of(EVERYBODY) not in groups:
        raise RefusedError("no_total")
    short = short_sum({cell_of(one): group.firms for one, group in groups.items()})
    if short is not None:
        raise RefusedError("short_sum", where=" ".join(filter(None, short)) or "firms")
    return PeerPack(
        _matching(asked["id"], _WORD, "questionnaire.id"),
        filled_line(asked["version"], LONGEST_VERSION, "questionnaire.version"),
        _matching(asked["fingerprint"], _FINGERPRINT, "questionnaire.fingerprint"),
        index,
        number(top["year"], YEARS, "year"),
        number(top["edition"], range(1, _MOST), "edition"),
        line(top["note"], LONGEST_NOTE, "note"),
        number(top["left_out"], range(_MOST), "left_out"),
        groups,
    )


def _group(given: object, index: str, where: str) -> tuple[Population, Group]:
    own = record(given, _GROUP, where)
    country = _matching(own["country"], _COUNTRY, f"{where}.country")
    section = _matching(own["section"], _SECTION, f"{where}.section")
    size = own["size_class"]
    if type(size) is not str or size not in SIZES:
        raise RefusedError("value", where=f"{where}.size_class")
    firms = number(own["firms"], range(_MOST), f"{where}.firms")
    if firms < LEAST:
        raise RefusedError("too_small", where=where)
    figures = _figures(own["figures"], index, f"{where}.figures")
    # Who has no overall score gives nothing, so it is told of every firm.
    if figures[OVERALL].n != firms or any(told.n > firms for told in figures.values()):
        raise RefusedError("value", where=f"{where}.firms")
    return Population(country, size, section or None), Group(firms, figures)


def _figures(given: Any, index: str, where: str) -> dict[Key, Distribution]:  # noqa: ANN401 - JSON
    if type(given) is not dict or not _FIGURES <= given.keys() <= _known(index):
        raise RefusedError("value", where=where)
    found = {OVERALL: _distribution(given["overall"], COARSE, f"{where}.overall")}
    for figure, name in ((Figure.DIMENSION, "dimensions"), (Figure.AREA, "areas")):
        if type(given[name]) is not dict:
            raise RefusedError("value", where=f"{where}.{name}")
        for key, own in given[name].items():
            _matching(key, _WORD, f"{where}.{name}")
            found[figure, key] = _distribution(own, COARSE, f"{where}.{name}.{key}")
    if "index" in given:
        found[Figure.INDEX, index] = _distribution(given["index"], COARSE_INDEX, f"{where}.index")
    return found


def _known(index: str) -> set[str]:
    return {*_FIGURES, *(["index"] if index else [])}


def _distribution(given: object, coarse: int, where: str) -> Distribution:
    own = record(given, _FIGURE, where)
    firms = number(own["firms"], range(_MOST), f"{where}.firms")
    if firms < LEAST:
        raise RefusedError("too_small", where=where)
    step = own["step"]
    if type(step) is not int or step not in (1, coarse):
        raise RefusedError("value", where=f"{where}.step")
    quantiles = _quantiles(own["quantiles"], step, f"{where}.quantiles")
    deciles = len(quantiles) == len(DECILES)
    if (step == 1 and firms < EXACT_FROM) or (deciles and firms < DECILES_FROM):
        raise RefusedError("too_fine", where=where)
    return Distribution(firms, step, quantiles)


def _quantiles(given: Any, step: int, where: str) -> dict[int, int]:  # noqa: ANN401 - a stranger's
    keys = given.keys() if type(given) is dict else ()
    percents = next((own for own in (QUARTILES, DECILES) if keys == set(map(str, own))), None)
    if percents is None:
        raise RefusedError("value", where=where)
    points = [number(given[str(percent)], _POINTS, where) for percent in percents]
    if points != sorted(points) or any(point % step for point in points):
        raise RefusedError("value", where=where)
    return dict(zip(percents, points, strict=True))


def record(
    given: Any,  # noqa: ANN401 - JSON
    wanted: AbstractSet[str],
    where: str,
) -> Mapping[str, Any]:
    """An object with exactly these keys."""
    if type(given) is not dict:
        raise RefusedError("value", where=where)
    if given.keys() != wanted:
        odd = odd_key(given.keys(), wanted)
        raise RefusedError("keys", where=f"{where}.{odd}" if where else odd)
    return given


def number(given: Any, within: range, where: str) -> int:  # noqa: ANN401 - a stranger's
    """A whole number within a range."""
    if type(given) is not int or given not in within:
        raise RefusedError("value", where=where)
    return given


def line(given: Any, longest: int, where: str) -> str:  # noqa: ANN401 - a stranger's
    """A text of one line that can be shown as it is, or none."""
    return "" if given == "" else filled_line(given, longest, where)


def filled_line(given: Any, longest: int, where: str) -> str:  # noqa: ANN401 - a stranger's
    """The same, and not blank."""
    if not one_line(given, longest):
        raise RefusedError("value", where=where)
    return str(given)


def _matching(given: Any, form: re.Pattern[str], where: str) -> str:  # noqa: ANN401 - a stranger's
    if type(given) is not str or not form.fullmatch(given):
        raise RefusedError("value", where=where)
    return given
