"""Peer packs: merging contributions into one, checking and importing those of others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from digimaturity import paths
from digimaturity.domain.company import Company
from digimaturity.domain.population import PeerChoice
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.sample import Peers
from digimaturity.errors import UserError
from digimaturity.exchange.counting import Counted, Source, count
from digimaturity.exchange.gathering import pieces
from digimaturity.exchange.installed import (
    InstalledPeers,
    install,
    installed,
    publisher_facts,
)
from digimaturity.exchange.measured import measured
from digimaturity.exchange.peer_pack import PeerPack, peer_pack
from digimaturity.exchange.publishers import accept, forget
from digimaturity.exchange.refused import Refusal
from digimaturity.exchange.signing import (
    Publisher,
    SignedPack,
    load_key,
    make_key,
    read_pack,
    signed,
)
from digimaturity.files import explained, write_whole
from digimaturity.services.publishers import Standing, accepted_publishers, same, standing_of

__all__ = [
    "Counted",
    "InstalledPeers",
    "Merged",
    "PeerPack",
    "Publisher",
    "Refusal",
    "SignedPack",
    "Signing",
    "import_pack",
    "installed_peer_packs",
    "is_exchanged",
    "keep_pack",
    "load_key",
    "make_key",
    "merge",
    "peers_from_packs",
    "read_pack",
    "remove_pack",
]

#: In its first bytes a file of the exchange says what it is.
_MARK = b'"digimaturity-'
_HEAD = 65_536


@dataclass(frozen=True, slots=True)
class Signing:
    """With which key, and in whose name, a pack is published; `note` says whom was asked."""

    key: Path
    publisher: str
    password: bytes | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """The pack that was written, and what of the contributions was counted and refused."""

    pack: PeerPack
    publisher: Publisher
    counted: Counted


def merge(
    sources: Sequence[Path] | Source,
    questionnaire: Questionnaire,
    year: int,
    signing: Signing,
    out: Path,
    earlier: Sequence[Path] = (),
) -> Merged:
    """Merge contributions of one year into a signed peer pack at `out`, or write nothing.

    `sources` are files and folders, or a function that gives all pieces anew. `earlier` are all
    editions for this year so far: what differs too little from one of them is not told again.

    Raises:
        UserError: those of `load_key`, `peer_pack`, `signed` and `files.write_whole`, and for
            `earlier` those of `read_pack` and ``peers.foreign_previous`` (of another publisher).
    """
    key = load_key(signing.key, signing.password)
    before = [_own(path, key.public_key().public_bytes_raw()) for path in earlier]
    source = sources if callable(sources) else lambda: pieces(sources)
    counted = count(source, measured(questionnaire), year)
    pack = peer_pack(counted, year, signing.note, before)
    content = signed(pack, signing.publisher, key)
    write_whole(out, content)
    publisher = Publisher(signing.publisher, key.public_key().public_bytes_raw())
    return Merged(pack, publisher, counted)


def _own(path: Path, key: bytes) -> PeerPack:
    """An edition that was signed with the same key."""
    found = read_pack(path)
    if found.publisher.key != key:
        raise UserError("peers.foreign_previous", path=path)
    return found.pack


def is_exchanged(path: Path) -> bool:
    """Whether a file says of itself that it is of the exchange; whatever its name is."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return _MARK in file.read(_HEAD)
    except OSError:
        return False  # whoever reads it then says why it cannot be read


def import_pack(path: Path, accepted: str = "") -> SignedPack:
    """Check a peer pack and keep it, in place of its earlier edition.

    Raises:
        UserError: those of `read_pack` and `keep_pack`. Nothing is changed then.
    """
    found = read_pack(path)
    keep_pack(found, accepted)
    return found


def keep_pack(found: SignedPack, accepted: str = "") -> None:
    """Keep a pack that was read, in place of its earlier edition.

    A publisher who is not known yet must be accepted by its fingerprint, which the user compares
    with what the publisher says of it elsewhere; from then on its key is known.

    Raises:
        UserError: those of `install`, ``peers.unknown_publisher`` and ``peers.other_key`` (a known
            name with another key), both with `name` and `fingerprint`. Nothing is changed then.
    """
    publisher, standing = found.publisher, standing_of(found.publisher)
    if standing is not Standing.KNOWN and not same(accepted, publisher.fingerprint):
        if standing is Standing.OTHER_KEY:
            raise UserError("peers.other_key", **publisher_facts(publisher))
        raise UserError("peers.unknown_publisher", **publisher_facts(publisher))
    accept(paths.config_dir(), publisher)
    try:
        install(_folder(), found)
    except UserError:
        if standing is not Standing.KNOWN:
            forget(paths.config_dir(), publisher)
        raise


def remove_pack(installed_pack: InstalledPeers) -> None:
    """Take an imported pack away, even a damaged one; its publisher stays accepted.

    Raises:
        UserError: why the file cannot be removed.
    """
    with explained(installed_pack.path):
        installed_pack.path.unlink(missing_ok=True)


def installed_peer_packs() -> tuple[InstalledPeers, ...]:
    """Every imported pack; what was changed or lost its publisher since is there as a problem."""
    return installed(_folder(), accepted_publishers())


def peers_from_packs(
    company: Company, questionnaire: Questionnaire, choice: PeerChoice | None = None
) -> tuple[Peers, ...]:
    """The peers of a firm in each imported pack that has some, newest first.

    Reading packs may take a second: never on the interface thread.
    """
    asked = measured(questionnaire)
    drawn = [
        one.signed.pack.draw(company, asked, choice, one.signed.publisher.name)
        for one in installed_peer_packs()
        if one.signed
    ]
    return tuple(
        sorted((peers for peers in drawn if peers), key=lambda peers: -(peers.provenance.year or 0))
    )


def _folder() -> Path:
    return paths.data_dir() / "peers"
