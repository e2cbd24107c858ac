"""The peer packs that were imported: one file for each publisher, questionnaire and year."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from digimaturity.errors import UserError
from digimaturity.exchange.signing import Publisher, SignedPack, read_pack
from digimaturity.files import explained, write_whole


@dataclass(frozen=True, slots=True)
class InstalledPeers:
    """An imported file: the pack, or why it can no longer be used."""

    path: Path
    signed: SignedPack | None
    problem: UserError | None = None


def install(folder: Path, found: SignedPack) -> Path:
    """Keep an accepted pack, in place of its earlier edition.

    Raises:
        UserError: ``peers.older_edition`` (a newer one is there), ``peers.other_content`` (the same
            edition with other figures is there), or why it cannot be written. What is there stays.
    """
    path = folder / _name(found)
    before = _readable(path)
    if before is not None:
        if before.pack.edition > found.pack.edition:
            raise UserError("peers.older_edition", edition=before.pack.edition)
        if before.pack.edition == found.pack.edition and before.pack != found.pack:
            raise UserError("peers.other_content", edition=found.pack.edition)
    with explained(path):
        folder.mkdir(parents=True, exist_ok=True)
    write_whole(path, found.content)
    return path


def installed(folder: Path, trusted: Collection[Publisher]) -> tuple[InstalledPeers, ...]:
    """Every pack in the folder, checked anew; only those of publishers that are trusted."""
    keys = {publisher.key for publisher in trusted}
    found = []
    for path in sorted(folder.glob("*.json")):
        try:
            signed = _read(path, _state(path))
        except UserError as problem:
            found.append(InstalledPeers(path, None, problem))
            continue
        stranger = UserError("peers.unknown_publisher", **publisher_facts(signed.publisher))
        known = signed.publisher.key in keys
        found.append(InstalledPeers(path, signed if known else None, None if known else stranger))
    return tuple(found)


def publisher_facts(publisher: Publisher) -> dict[str, str]:
    """What a message says of a publisher."""
    return {"name": publisher.name, "fingerprint": publisher.fingerprint}


def _state(path: Path) -> tuple[int, ...]:
    """What is another as soon as the file is; empty where there is none to ask."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


@lru_cache(maxsize=8)
def _read(path: Path, _state: tuple[int, ...]) -> SignedPack:
    """Checked once as long as the file stays the same: a large pack takes half a second."""
    return read_pack(path)


def _readable(path: Path) -> SignedPack | None:
    with suppress(UserError):
        return read_pack(path)
    return None


def _name(found: SignedPack) -> str:
    """The same for every edition; a publisher's name could be anything, so it is not in it."""
    pack = found.pack
    key = sha256(found.publisher.key + pack.fingerprint.encode()).hexdigest()[:16]
    return f"{pack.year}-{key}.json"
