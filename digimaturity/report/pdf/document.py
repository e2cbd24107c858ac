"""From laid-out pages to the file: what it says of itself, and what stands on every page."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from digimaturity import __version__
from digimaturity.report.model.paper import Paper
from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.report.pdf.fonts import clean
from digimaturity.report.pdf.pages import Frame, Page, draw_pages
from digimaturity.report.pdf.parts import Sheet
from digimaturity.report.pdf.style import PAGE_SIZES
from digimaturity.report.pdf.xmp import Metadata

#: A title in the file's metadata is cut to so many letters.
_LONGEST = 300


def sheet_of(paper: Paper) -> tuple[Frame, Sheet]:
    """The pages and their type area."""
    frame = Frame(PAGE_SIZES[paper.page_size])
    return frame, Sheet(frame.width, frame.height, paper.language)


def written(paper: Paper, frame: Frame, pages: Sequence[Page], model: object) -> bytes:
    """The file (PDF 1.7, tagged; PDF/A-2a and PDF/UA-1); `model` is all that it was made from."""
    canvas = TaggedCanvas(frame.size, _metadata(paper), sha256(repr(model).encode()).digest())
    draw_pages(canvas, frame, paper.running, pages, paper.brand)
    return canvas.finish()


def _metadata(paper: Paper) -> Metadata:
    return Metadata(
        clean(paper.title)[:_LONGEST],
        clean(paper.author)[:_LONGEST],
        clean(paper.subject)[:_LONGEST],
        f"digimaturity {__version__}",
        paper.language,
        paper.day,
        paper.code,
        clean("; ".join(paper.versions))[:_LONGEST],
    )
