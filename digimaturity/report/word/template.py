"""The empty document: our styles, theme, type and page, from resources/word."""

from __future__ import annotations

from dataclasses import asdict
from io import BytesIO
from string import Template
from uuid import NAMESPACE_URL, uuid5
from zipfile import ZipFile

import docx
from docx.document import Document

from digimaturity.paths import resources_dir
from digimaturity.report.model.paper import Paper
from digimaturity.tokens import Palette, load_tokens

PALETTE: Palette = load_tokens().light

MM = 72 / 25.4
#: Page sizes in points, the margins, and the one below.
PAGE_SIZES = {"A4": (595.3, 841.9), "letter": (612.0, 792.0)}
MARGIN = 25 * MM
FOOT = 21 * MM
#: Between parts that stand beside each other.
GUTTER = 8 * MM
TWIPS = 20

#: The parts of the file in the order in which they are packed, and where they come from.
_PARTS = {
    "[Content_Types].xml": "content-types.xml",
    "_rels/.rels": "package-rels.xml",
    "docProps/app.xml": "app.xml",
    "word/document.xml": "document.xml",
    "word/_rels/document.xml.rels": "document-rels.xml",
    "word/styles.xml": "styles.xml",
    "word/settings.xml": "settings.xml",
    "word/numbering.xml": "numbering.xml",
    "word/fontTable.xml": "font-table.xml",
    "word/_rels/fontTable.xml.rels": "font-table-rels.xml",
    "word/theme/theme1.xml": "theme.xml",
}
#: The type goes with the file, as its licence allows: else it would look different elsewhere.
_FONTS = {
    "word/fonts/font1.odttf": ("regular_key", "IBMPlexSans-Regular.ttf"),
    "word/fonts/font2.odttf": ("strong_key", "IBMPlexSans-SemiBold.ttf"),
}
#: Region of each language, for Word's spelling and hyphenation; signs in numbers and lists.
_LANGUAGES = {"en": ("en-GB", ".", ","), "de": ("de-DE", ",", ";")}


def text_area(page_size: str) -> tuple[float, float]:
    """The width and the height of the text on a page, in points."""
    width, height = PAGE_SIZES[page_size]
    return width - 2 * MARGIN, height - MARGIN - FOOT


def empty_document(paper: Paper, *, cover: bool) -> Document:
    """A document without content, with the lines in the sender's colour.

    With a `cover` its first page has a head and foot of its own.
    """
    language, brand, page_size = paper.language, paper.brand, paper.page_size
    width, height = PAGE_SIZES[page_size]
    measure, _ = text_area(page_size)
    region, decimal, separator = _LANGUAGES.get(language, _LANGUAGES["en"])
    values: dict[str, object] = {name: str(colour) for name, colour in asdict(PALETTE).items()}
    values |= {"brand": brand.line or PALETTE.accent, "mark": brand.ink or PALETTE.accent}
    values = {name: str(colour).removeprefix("#").upper() for name, colour in values.items()}
    values |= {
        "language": region,
        "cover": int(cover),
        "decimal": decimal,
        "separator": separator,
        "page_width": round(width * TWIPS),
        "page_height": round(height * TWIPS),
        "margin": round(MARGIN * TWIPS),
        "foot": round(FOOT * TWIPS),
        "measure": round(measure * TWIPS),
        "half": round((measure - GUTTER) / 2 * TWIPS),
    }
    values |= {key: _font_key(file) for key, file in _FONTS.values()}
    out = BytesIO()
    with ZipFile(out, "w") as target:
        for name, file in _PARTS.items():
            text = (resources_dir() / "word" / file).read_text(encoding="utf-8")
            target.writestr(name, Template(text).substitute(values))
        for name, (_, file) in _FONTS.items():
            target.writestr(name, _obfuscated(file))
    return docx.Document(out)


def _font_key(file: str) -> str:
    """The key under which a font is hidden; any will do, so it is always the same."""
    return f"{{{str(uuid5(NAMESPACE_URL, file)).upper()}}}"


def _obfuscated(file: str) -> bytes:
    """A font as Word embeds it: its first 32 bytes mixed with the key (ECMA-376 part 4, 8.1)."""
    font = (resources_dir() / "fonts" / file).read_bytes()
    key = bytes.fromhex(_font_key(file).strip("{}").replace("-", ""))[::-1]
    head = bytes(byte ^ mask for byte, mask in zip(font[:32], key * 2, strict=True))
    return head + font[32:]
