"""Corrections of what reportlab writes that PDF/A-2 and PDF/UA-1 do not allow."""

from __future__ import annotations

from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, ttfonts

_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""
_CMAP_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
_BLOCK = 100  # entries that one bfchar block may have


def apply() -> None:
    """Correct the library for this process; a second call changes nothing."""
    if getattr(pdfdoc.PDFStream, "digimaturity_fixed", False):
        return
    written = pdfdoc.PDFStream.format

    def with_line_end(self: Any, document: Any) -> bytes:  # noqa: ANN401 - reportlab has no types
        """Put the line end before ``endstream`` (ISO 19005-2, 6.1.7.1).

        Both characters of it: after data that end in a carriage return, a line feed alone would
        be taken for the second half of one line end, and the stream for one byte shorter.
        """
        data: bytes = written(self, document)
        if data.endswith(b"endstream\n"):
            return data.removesuffix(b"endstream\n") + b"\r\nendstream\n"
        return data

    pdfdoc.PDFStream.format = with_line_end
    pdfdoc.PDFStream.digimaturity_fixed = True
    ttfonts.makeToUnicodeCMap = to_unicode
    rl_config.useA85 = 0  # text encoding of binary streams: a quarter larger, for nothing


def to_unicode(_font: str, subset: list[int]) -> str:
    """The character map of a font subset: nothing mapped to U+0000, at most 100 a block."""
    entries = [(code, char) for code, char in enumerate(subset) if char]
    parts = [_CMAP_HEAD]
    for start in range(0, len(entries), _BLOCK):
        block = entries[start : start + _BLOCK]
        parts.append(f"{len(block)} beginbfchar")
        parts += [f"<{code:02X}> <{_utf16(char)}>" for code, char in block]
        parts.append("endbfchar")
    return "\n".join([*parts, _CMAP_FOOT])


def _utf16(char: int) -> str:
    return chr(char).encode("utf-16-be").hex().upper()
