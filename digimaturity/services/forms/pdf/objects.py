"""How texts, names and streams are written in a PDF."""

from __future__ import annotations

import re
from contextlib import suppress
from zlib import compress

#: What a backslash goes before in a text, and beginnings that would be taken for marks of UTF.
_ESCAPED = re.compile(rb"[\\()]")
_MARKS = ("þÿ", "ÿþ", "ï»¿")


def pdf_text(text: str) -> bytes:
    """A text string: one byte a letter where Latin letters suffice, else UTF-16 with its mark."""
    if text.isprintable() and not text.startswith(_MARKS):
        with suppress(UnicodeError):
            return b"(%s)" % _ESCAPED.sub(rb"\\\g<0>", text.encode("pdfdoc"))
    return b"<FEFF%s>" % text.encode("utf-16-be", "replace").hex().upper().encode()


def pdf_name(name: str) -> bytes:
    """A name; every byte but letters, digits and ``_-.`` as its code."""
    plain = re.sub(rb"[^A-Za-z0-9_.-]", lambda found: b"#%02X" % found[0][0], name.encode())
    return b"/" + plain


def stream(content: bytes, entries: bytes) -> bytes:
    """A compressed stream with those entries in its dictionary."""
    data = compress(content, 9)
    head = b"<<%s/Filter/FlateDecode/Length %d>>" % (entries, len(data))
    return head + b"\nstream\n" + data + b"\r\nendstream"
