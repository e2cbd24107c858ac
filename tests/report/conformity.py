"""Three opinions on whether a PDF can be read by everybody and kept for ever, in one set."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from typing import Any

import page
from pikepdf import Array, Dictionary, Name, Object, Pdf
from pikepdf.pdfa import validate_written

#: pikepdf knows PDF/A-2b only; of what level a and PDF/UA need in the metadata it says this.
_NOT_KNOWN_TO_PIKEPDF = (
    "/pdfa/ns/extension/",
    "/pdfa/ns/schema#",
    "/pdfa/ns/property#",
    "XMP property pdfuaid:part",
    "XMP property pdfaExtension:schemas",
    "pdfaid:conformance is 'A'",
)


def faults(data: bytes) -> set[str]:
    """All that PDF/UA-1, PDF/A-2a and our own rules have against it; empty if all is well."""
    found = {
        f"{profile} {failure.rule_id} {failure.message}"
        for profile in ("ua1", "2a")
        for failure in page.validate_pdf_bytes(data, profile=profile).failures
    }
    report = validate_written(BytesIO(data), "2b")
    for finding in (*report.violations, *report.unsupported):
        if not any(words in finding.message for words in _NOT_KNOWN_TO_PIKEPDF):
            found.add(f"pikepdf {finding.rule} {finding.message}")
    with Pdf.open(BytesIO(data)) as pdf:
        return found | set(_ours(pdf))


def _ours(pdf: Pdf) -> Iterator[str]:
    """What no checker looks at, and readers need."""
    if any(Name.StructParents not in sheet.obj for sheet in pdf.pages):
        yield "ours: a page does not lead back to the structure"
    if Name.StructTreeRoot not in pdf.Root:
        return
    elements = list(below(pdf.Root.StructTreeRoot))
    for element in elements:
        if Name.Table == element.S:
            first = next(one for one in below(element) if one.S == Name.TR)
            if any(cell.S != Name.TH for cell in below(first) if cell.S in (Name.TD, Name.TH)):
                yield "ours: a table without header cells"
        if Name.Figure == element.S and len(str(element.get(Name.Alt, ""))) < 4:
            yield "ours: a figure without words"
    levels = [int(str(one.S)[2:]) for one in elements if str(one.S) in {"/H1", "/H2", "/H3"}]
    if not levels or levels[0] != 1 or any(low - high > 1 for high, low in pairwise(levels)):
        yield "ours: headings do not lead through the document"


def below(node: Object) -> Iterator[Object]:
    """All structure elements under a node, in reading order."""
    kids: Any = node.get(Name.K, [])
    for kid in kids if isinstance(kids, Array) else [kids]:
        if isinstance(kid, Dictionary) and Name.S in kid:
            yield kid
            yield from below(kid)
