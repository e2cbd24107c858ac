"""Publishers of peer packs: whom the user has accepted, and what is known of somebody new."""

from __future__ import annotations

from enum import StrEnum

from digimaturity import paths
from digimaturity.errors import UserError
from digimaturity.exchange.publishers import forget, known_publishers
from digimaturity.exchange.signing import Publisher
from digimaturity.services.text import spelled

__all__ = [
    "Publisher",
    "Standing",
    "accepted_publisher",
    "accepted_publishers",
    "forget_publisher",
    "is_known",
    "same",
    "standing_of",
]


class Standing(StrEnum):
    """What is known of a publisher. OTHER_KEY: its name is known, but with another key."""

    KNOWN = "known"
    NEW = "new"
    OTHER_KEY = "other_key"


def standing_of(publisher: Publisher) -> Standing:
    """Whether the user has accepted this key before, and if not, whether the name is taken."""
    known = accepted_publishers()
    if any(one.key == publisher.key for one in known):
        return Standing.KNOWN
    names = {spelled(one.name) for one in known}
    return Standing.OTHER_KEY if spelled(publisher.name) in names else Standing.NEW


def is_known(publisher: Publisher) -> bool:
    """Whether the user has accepted this key before."""
    return standing_of(publisher) is Standing.KNOWN


def accepted_publishers() -> tuple[Publisher, ...]:
    """Those whose fingerprint the user has accepted."""
    return known_publishers(paths.config_dir())


def accepted_publisher(fingerprint: str) -> Publisher:
    """The one with that fingerprint, with or without its spaces.

    Raises:
        UserError: ``peers.not_accepted``.
    """
    for one in accepted_publishers():
        if same(one.fingerprint, fingerprint):
            return one
    raise UserError("peers.not_accepted", fingerprint=fingerprint)


def forget_publisher(publisher: Publisher) -> None:
    """Trust a publisher no longer; its installed packs are not used until it is accepted anew.

    Raises:
        UserError: why that cannot be kept.
    """
    forget(paths.config_dir(), publisher)


def same(one: str, other: str) -> bool:
    """Whether two people's writing of a fingerprint is the same, with or without spaces."""
    return _plain(one) == _plain(other)


def _plain(fingerprint: str) -> str:
    return "".join(fingerprint.split()).lower()
