"""The publishers whose peer packs the user has accepted: trust on first use."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from digimaturity.exchange.signing import Publisher
from digimaturity.files import write_whole

NAME = "publishers.json"


def known_publishers(folder: Path) -> tuple[Publisher, ...]:
    """Those accepted so far, by the settings folder; none where the file is missing or damaged.

    Who is lost with a damaged file is asked for again: nothing is trusted by mistake.
    """
    try:
        kept = json.loads((folder / NAME).read_bytes())["publishers"]
        return tuple(Publisher(str(one["name"]), bytes.fromhex(one["key"])) for one in kept)
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return ()


def accept(folder: Path, publisher: Publisher) -> None:
    """Keep a publisher from now on, under the name of its newest pack.

    Raises:
        UserError: those of `files.write_whole`.
    """
    others = [known for known in known_publishers(folder) if known.key != publisher.key]
    _keep(folder, [*others, publisher])


def forget(folder: Path, publisher: Publisher) -> None:
    """Trust a publisher no longer.

    Raises:
        UserError: those of `files.write_whole`.
    """
    _keep(folder, [known for known in known_publishers(folder) if known.key != publisher.key])


def _keep(folder: Path, publishers: Iterable[Publisher]) -> None:
    kept = [{"name": one.name, "key": one.key.hex()} for one in publishers]
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    content = json.dumps({"publishers": kept}, indent=2, ensure_ascii=True)
    write_whole(folder / NAME, content.encode() + b"\n")
