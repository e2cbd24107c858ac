"""The letter to everybody in the firm."""

from __future__ import annotations

from collections.abc import Sequence

from digimaturity.report.model.staff import LetterPart, StaffModel
from digimaturity.report.word.elements import Element, Part, element, paragraph, runs, strong
from digimaturity.report.word.parts import flat, together
from digimaturity.report.word.template import MM, TWIPS
from digimaturity.report.word.writer import Writer

_LOGO_WIDTH, _LOGO_HEIGHT = 55 * MM, 15 * MM
#: Where a page can be saved, the space for a name by hand is smaller.
_SPACES = (40.0, 28.0, 16.0)


def letter(writer: Writer, model: StaffModel) -> list[Element]:
    """From who writes it to who signs it."""
    logo, mark = model.paper.brand.logo, model.paper.running.mark
    blocks: list[Element] = []
    if logo:
        blocks.append(paragraph("Note", writer.logo(logo, _LOGO_WIDTH, _LOGO_HEIGHT)))
    right: list[Part] = ["\t", runs(mark, "Mark")] if mark else []
    text = [
        *blocks,
        paragraph("Sender", strong(model.sender), *right),
        paragraph("Sender", model.day),
        paragraph("Headline", model.subject),
        paragraph("Letter", model.salutation),
        *flat(_part(part) for part in model.parts[:-1]),
    ]
    return writer.pages.shortest([*text, *_end(model, space)] for space in _SPACES)


def _end(model: StaffModel, space: float) -> Sequence[Element]:
    """The last part with who signs it, never parted; `space` points for a name by hand."""
    apart = element("spacing", after=round(space * TWIPS))
    return together(
        [
            *flat(_part(part) for part in model.parts[-1:]),
            paragraph("Letter", model.closing, properties=[apart]),
            paragraph("Signature", model.signed),
        ]
    )


def _part(part: LetterPart) -> list[Element]:
    return [
        paragraph("Heading2", part.heading),
        *(paragraph("Letter", words) for words in part.paragraphs),
        *(paragraph("LetterPoint", words) for words in part.points),
        *(paragraph("Letter", words) for words in part.after),
    ]
