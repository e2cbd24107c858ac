"""What the styles of the document say of a paragraph's size and place, all inheritance done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from docx.oxml.ns import qn

from digimaturity.report.word.elements import Element

_TWIPS = 20
#: The height of a line as a part of the size, as the type itself has it.
_LINE = 1.3
_SINGLE = 240


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set; lengths in points. `hanging` is how far its first line juts out.

    `leading` is a share of a line of its size, or with `exact` the height of a line itself.
    """

    size: float = 10.0
    strong: bool = False
    before: float = 0.0
    after: float = 0.0
    leading: float = 1.0
    exact: float = 0.0
    left: float = 0.0
    right: float = 0.0
    hanging: float = 0.0
    border: float = 0.0
    keep_next: bool = False
    keep_lines: bool = False
    page_break: bool = False

    @property
    def line(self) -> float:
        """The height of a line."""
        return self.exact or self.size * _LINE * self.leading


class Looks:
    """The looks of all styles of a document."""

    def __init__(self, styles: Element) -> None:
        self._styles = {style.get(qn("w:styleId")): style for style in styles if len(style)}
        self.of_style = cache(self._of_style)

    def of(self, paragraph: Element) -> Look:
        """The look of a paragraph, with what it says itself."""
        properties = paragraph.find(qn("w:pPr"))
        if properties is None:
            return self.of_style("Normal")
        named = properties.find(qn("w:pStyle"))
        look = self.of_style("Normal" if named is None else named.get(qn("w:val")))
        return _placed(look, properties) if len(properties) > 1 else look

    def _of_style(self, name: str) -> Look:
        style = self._styles[name]
        base = style.find(qn("w:basedOn"))
        look = self.of_style(base.get(qn("w:val"))) if base is not None else Look()
        paragraph, run = style.find(qn("w:pPr")), style.find(qn("w:rPr"))
        if paragraph is not None:
            look = _placed(look, paragraph)
        return _sized(look, run) if run is not None else look


def _sized(look: Look, run: Element) -> Look:
    fonts, size = run.find(qn("w:rFonts")), run.find(qn("w:sz"))
    if fonts is not None:
        look = replace(look, strong=fonts.get(qn("w:asciiTheme")) == "majorHAnsi")
    return look if size is None else replace(look, size=int(size.get(qn("w:val"))) / 2)


def _placed(look: Look, properties: Element) -> Look:
    changes: dict[str, float | bool] = {}
    for child in properties:
        match child.tag.partition("}")[2]:
            case "spacing":
                changes |= _spacing(child)
            case "ind":
                changes |= _lengths(child, ("left", "right", "hanging"))
            case "pBdr":
                changes["border"] = sum(int(side.get(qn("w:space"))) + 1 for side in child)
            case "keepNext":
                changes["keep_next"] = child.get(qn("w:val")) != "0"
            case "pageBreakBefore":
                changes["page_break"] = True
            case "keepLines":
                changes["keep_lines"] = True
    return replace(look, **changes)  # type: ignore[arg-type]  # the names are those of Look


def _spacing(spacing: Element) -> dict[str, float | bool]:
    changes = _lengths(spacing, ("before", "after"))
    line = spacing.get(qn("w:line"))
    if line and spacing.get(qn("w:lineRule")) == "exact":
        changes["exact"] = int(line) / _TWIPS
    elif line:
        changes["leading"] = int(line) / _SINGLE
    return changes


def _lengths(child: Element, names: tuple[str, ...]) -> dict[str, float | bool]:
    given = ((name, child.get(qn(f"w:{name}"))) for name in names)
    return {name: int(value) / _TWIPS for name, value in given if value}
