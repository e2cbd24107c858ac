"""The checks by hand, which a million contributions need, say what the published schemas say."""

from __future__ import annotations

import copy
import json
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from digimaturity import paths
from digimaturity.canonical import canonical
from digimaturity.exchange.contribution import read
from digimaturity.exchange.counting import count
from digimaturity.exchange.pack_reading import pack_from
from digimaturity.exchange.peer_pack import peer_pack, to_document
from digimaturity.exchange.refused import RefusedError
from tests.exchange.make import SMALL, YEAR, contribution, many, source

#: Values of every type, at and beyond the limits that the schemas have.
ODD = st.sampled_from(
    [
        *(None, True, -1, 0, 1, 2, 4, 5, 7, 50, 100, 101, 1999, 2101, 10**9, 5.0, 0.5),
        *("", " ", "x", "DE", "de", "C", "Z", "10-49", "1 2", "a" * 64, "9" * 501, "\u202e"),
        *([], [1], {}, {"25": 1}, {"25": 1, "50": 1, "75": 1}, {"low": 0, "high": 0}),
    ]
)
PACK = to_document(peer_pack(count(source(list(many(SMALL, 120, "DE AT"))), SMALL, YEAR), YEAR))


def schema(name: str) -> Any:  # noqa: ANN401 - a schema is any JSON
    return json.loads((paths.resources_dir() / "schemas" / f"{name}.schema.json").read_text())


PEERS = schema("peer-pack")
OF_PACK = jsonschema.Draft202012Validator({**PEERS["properties"]["peers"], "$defs": PEERS["$defs"]})
OF_CONTRIBUTION = jsonschema.Draft202012Validator(schema("contribution"))


@st.composite
def changed(draw: st.DrawFn, document: object) -> Any:  # noqa: ANN401 - any JSON
    """A copy in which one value somewhere is another, missing, or one too many."""
    holder = copied = copy.deepcopy(document)
    while True:
        assert isinstance(holder, dict | list)
        keys = list(holder) if isinstance(holder, dict) else range(min(3, len(holder)))
        key: Any = draw(st.sampled_from(keys))
        inner: Any = holder[key]
        if not (isinstance(inner, dict | list) and inner and draw(st.integers(0, 3))):
            break
        holder = inner
    match draw(st.sampled_from(["replace", "replace", "remove", "add"])):
        case "remove":
            del holder[key]
        case "add" if isinstance(holder, dict):
            holder["more"] = draw(ODD)
        case _:
            holder[key] = draw(ODD)
    return copied


@given(changed(contribution()))
def test_a_contribution_that_is_read_follows_its_schema(document: Any) -> None:  # noqa: ANN401 - JSON
    try:
        read(canonical(document), SMALL, YEAR)
    except RefusedError:
        return
    OF_CONTRIBUTION.validate(document)


@given(changed(PACK))
def test_a_peer_pack_that_is_read_follows_its_schema(document: Any) -> None:  # noqa: ANN401 - JSON
    try:
        pack_from(document)
    except RefusedError:
        return
    OF_PACK.validate(document)


def test_what_is_written_follows_the_schemas() -> None:
    OF_CONTRIBUTION.validate(contribution())
    OF_PACK.validate(PACK)
