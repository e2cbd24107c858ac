"""Text as XML can carry it, of which Office files are made."""

from __future__ import annotations

import re

_HALVES = re.compile("[\ud800-\udfff]")
_NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """The text with line feeds as its line ends, without the control characters that XML forbids.

    Half a character becomes the replacement character; everything else stays as it is.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _NOT_XML.sub("", _HALVES.sub("\N{REPLACEMENT CHARACTER}", lines))
