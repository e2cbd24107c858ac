"""Ed25519 signatures: keys that the user makes and keeps, and peer packs signed with them."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digimaturity.canonical import canonical
from digimaturity.errors import UserError
from digimaturity.exchange.pack_reading import filled_line, pack_from, record
from digimaturity.exchange.parsing import parsed
from digimaturity.exchange.peer_pack import LONGEST_NAME, LONGEST_NOTE, PeerPack, to_document
from digimaturity.exchange.refused import RefusedError, one_line
from digimaturity.files import explained, put_in_place, unfinished

if TYPE_CHECKING:
    # Needed only where a pack is signed or checked; the window does not wait for it.
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FORMAT = "digimaturity-peers/1"

#: No pack is longer (bytes): one with every section and size of 40 countries has 20 million.
LIMIT = 32_000_000

#: No key file is longer (bytes).
_LONGEST_KEY = 10_000

#: No file of a pack has more values for its bytes: others would take twenty times their size.
_BYTES_A_VALUE = 6

#: Points of small order (Cremers et al., Taming the Many EdDSAs, 2020): by them, a signature is
#: made without a key. As in the file, but for the highest bit, which does not matter.
_WEAK_KEYS = frozenset(
    bytes.fromhex(point)
    for point in (
        "00" * 32,
        "01" + "00" * 31,
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        "ec" + "ff" * 30 + "7f",
        "ed" + "ff" * 30 + "7f",
        "ee" + "ff" * 30 + "7f",
    )
)

_TOP = {"format", "peers", "publisher", "signature"}
_KEY = re.compile(r"[0-9a-f]{64}")
_SIGNATURE = re.compile(r"[0-9a-f]{128}")


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who signed: a name that anybody may claim, and the public key, which nobody else has."""

    name: str
    key: bytes

    @property
    def fingerprint(self) -> str:
        """The first half of the key's SHA-256, in groups that can be read out on the telephone."""
        digest = sha256(self.key).hexdigest()[:32]
        return " ".join(digest[place : place + 4] for place in range(0, 32, 4))


@dataclass(frozen=True, slots=True)
class SignedPack:
    """A pack whose signature holds; `content` are the bytes of its file."""

    pack: PeerPack
    publisher: Publisher
    content: bytes = field(repr=False)


def make_key(path: Path, password: bytes | None = None) -> Publisher:
    """Write a new private key, for its owner's eyes only; returned is its public half.

    Raises:
        UserError: ``file.exists``, or why it cannot be written.
    """
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    content = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(password)
        if password
        else serialization.NoEncryption(),
    )
    with explained(path), unfinished(path) as temporary:
        temporary.chmod(stat.S_IRUSR | stat.S_IWUSR)
        temporary.write_bytes(content)
        if path.exists():
            raise UserError("file.exists", path=path)
        put_in_place(temporary, path)
    return Publisher("", key.public_key().public_bytes_raw())


def load_key(path: Path, password: bytes | None = None) -> Ed25519PrivateKey:
    """The private key in a file.

    Raises:
        UserError: ``key.missing``, ``key.open`` (others can read it), ``key.password`` (wrong, or
            one is needed), ``key.damaged``, or why it cannot be read.
    """
    from cryptography.exceptions import UnsupportedAlgorithm
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    if not path.is_file():
        raise UserError("key.missing", path=path)
    with explained(path), path.open("rb") as file:
        if os.name == "posix" and os.fstat(file.fileno()).st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise UserError("key.open", path=path)
        content = file.read(_LONGEST_KEY)
    encrypted = b"ENCRYPTED" in content
    try:
        key = load_pem_private_key(content, password if encrypted else None)
    except TypeError as error:
        raise UserError("key.password", path=path) from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise UserError("key.password" if encrypted else "key.damaged", path=path) from error
    if not isinstance(key, Ed25519PrivateKey):
        raise UserError("key.damaged", path=path)
    return key


def signed(pack: PeerPack, name: str, key: Ed25519PrivateKey) -> bytes:
    """The file of a pack, signed by `key` in the name of `name`.

    Raises:
        UserError: ``peers.publisher_name`` or ``peers.note`` (empty, too long or of many lines).
    """
    if not one_line(name, LONGEST_NAME):
        raise UserError("peers.publisher_name", longest=LONGEST_NAME)
    if pack.note and not one_line(pack.note, LONGEST_NOTE):
        raise UserError("peers.note")
    document: dict[str, Any] = {
        "format": FORMAT,
        "publisher": {"name": name, "key": key.public_key().public_bytes_raw().hex()},
        "peers": to_document(pack),
    }
    signature = key.sign(canonical(document)).hex()
    return canonical({**document, "signature": signature}) + b"\n"


def opened(content: bytes) -> SignedPack:
    """The pack in the bytes of a file, if its signature holds and it is whole.

    Raises:
        RefusedError: ``too_large``, those of `parsed` and of `pack_from`, ``format``, ``changed``
            (the signature does not fit what is in the file), ``weak_key``.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if len(content) > LIMIT:
        raise RefusedError("too_large", limit=LIMIT)
    if sum(map(content.count, (b",", b"[", b"{"))) * _BYTES_A_VALUE > len(content):
        raise RefusedError("format", expected=FORMAT)
    given = parsed(content)
    if type(given) is not dict or given.get("format") != FORMAT:
        raise RefusedError("format", expected=FORMAT)
    record(given, _TOP, "")
    publisher = _publisher(given["publisher"])
    signature = given.pop("signature")
    if type(signature) is not str or not _SIGNATURE.fullmatch(signature):
        raise RefusedError("value", where="signature")
    try:
        key = Ed25519PublicKey.from_public_bytes(publisher.key)
        key.verify(bytes.fromhex(signature), canonical(given))
    except (InvalidSignature, RecursionError, ValueError) as error:
        raise RefusedError("changed") from error
    return SignedPack(pack_from(given["peers"]), publisher, content)


def read_pack(path: Path) -> SignedPack:
    """The pack in a file.

    Raises:
        UserError: ``peers.missing``, ``peers.refused`` with the `RefusedError` as `why`, or
            why the file cannot be read.
    """
    if not path.is_file():
        raise UserError("peers.missing", path=path)
    with explained(path), path.open("rb") as file:
        content = file.read(LIMIT + 1)
    try:
        return opened(content)
    except RefusedError as error:
        raise UserError("peers.refused", path=path, why=error) from error


def _publisher(given: object) -> Publisher:
    own = record(given, {"key", "name"}, "publisher")
    name = filled_line(own["name"], LONGEST_NAME, "publisher.name")
    if type(own["key"]) is not str or not _KEY.fullmatch(own["key"]):
        raise RefusedError("value", where="publisher.key")
    key = bytes.fromhex(own["key"])
    if key[:-1] + bytes([key[-1] & 0x7F]) in _WEAK_KEYS:
        raise RefusedError("weak_key")
    return Publisher(name, key)
