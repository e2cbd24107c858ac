"""YAML that no reader can misunderstand: every text in quotes, one value a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from digimaturity.authoring.spreadsheet.tables import Path


def written(
    value: Any,  # noqa: ANN401 - JSON values
    path: Path = (),
    indent: str = "",
) -> Iterator[tuple[str, Path]]:
    """The lines of a mapping or list, each with the path of what stands in it."""
    pairs: list[tuple[str, str | int, Any]]
    if isinstance(value, dict):
        pairs = [(f"{_scalar(key)}:", key, own) for key, own in value.items()]
    else:
        pairs = [("-", place, own) for place, own in enumerate(value)]
    if not pairs:
        yield f"{indent}{_scalar(value)}", path
    for head, key, own in pairs:
        # In the file of the measures all stand below one key, which no path has.
        below = path if (path, key) == (("measures",), "measures") else (*path, key)
        if isinstance(own, dict | list) and own:
            yield f"{indent}{head}", below
            yield from written(own, below, f"{indent}  ")
        else:
            yield f"{indent}{head} {_scalar(own)}", below


def _scalar(value: Any) -> str:  # noqa: ANN401 - JSON is YAML
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
