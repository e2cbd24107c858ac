"""Text of the user's and of strangers: what can be kept, and what is the same."""

from __future__ import annotations

from unicodedata import normalize


def storable(text: str) -> str:
    """The text as it was meant, only without what no file can hold: NUL, halves of characters."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "")


def spelled(name: str) -> str:
    """One spelling for a name in all its spellings: case, spaces, composed and wide letters.

    Letters of other scripts that only look alike stay different.
    """
    return " ".join(normalize("NFKC", normalize("NFKC", name).casefold()).split())
