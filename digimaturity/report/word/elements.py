"""Elements of WordprocessingML, and text as runs of it: nothing of a user's text is lost."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import cast

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from digimaturity.report.xml_text import xml_text

Element = BaseOxmlElement
#: What a paragraph is made of: text, or elements of a paragraph such as runs and links.
Part = str | Element | Sequence[Element]

_BREAKS = re.compile("([\n\t])")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
#: Classes of characters that belong to no direction: between two letters of one they follow them.
_LEFT_TO_RIGHT = frozenset({"L", "EN"})


def element(tag: str, /, *children: Element, **attributes: str | int) -> Element:
    """An element of WordprocessingML: ``element("jc", val="right")``."""
    values = {qn(f"w:{name}"): str(value) for name, value in attributes.items()}
    made = OxmlElement(f"w:{tag}", values)
    made.extend(children)
    return cast(Element, made)


def runs(text: str, style: str = "", *, size: float = 0.0) -> list[Element]:
    """`text` as runs: line breaks and tabs as such, each direction of writing for itself.

    `style` is the id of a style of characters; `size` in points, where it is not the style's.
    """
    return [
        _run(part, style, size, right_to_left=backwards)
        for backwards, part in _directions(xml_text(text))
    ]


def _run(text: str, style: str, size: float, *, right_to_left: bool) -> Element:
    properties: list[Element] = []
    if style:
        properties.append(element("rStyle", val=style))
    if size:
        half_points = round(2 * size)
        properties += [element("sz", val=half_points), element("szCs", val=half_points)]
    if right_to_left:
        properties.append(element("rtl"))
    made = element("r", element("rPr", *properties)) if properties else element("r")
    for piece in _BREAKS.split(text):
        if piece == "\n":
            made.append(element("br"))
        elif piece == "\t":
            made.append(element("tab"))
        elif piece:
            made.append(_text("t", piece))
    return made


def _text(tag: str, text: str) -> Element:
    made = element(tag)
    made.text = text
    if text != text.strip() or "  " in text:
        made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def _directions(text: str) -> Iterator[tuple[bool, str]]:
    """Stretches of `text`, and whether each is written from right to left."""
    if text.isascii():
        if text:
            yield False, text
        return
    classes = [unicodedata.bidirectional(char) for char in text]
    if _RIGHT_TO_LEFT.isdisjoint(classes):
        yield False, text
        return
    backwards = [kind in _RIGHT_TO_LEFT for kind in classes]
    last = None  # the last letter from right to left, as long as none the other way follows
    for place, kind in enumerate(classes):
        if kind in _RIGHT_TO_LEFT:
            if last is not None:
                backwards[last:place] = [True] * (place - last)
            last = place
        elif kind in _LEFT_TO_RIGHT:
            last = None
    for key, group in groupby(zip(backwards, text, strict=True), lambda pair: pair[0]):
        yield key, "".join(char for _, char in group)


def paragraph(style: str, /, *parts: Part, properties: Sequence[Element] = ()) -> Element:
    """A paragraph in the style of that id; `properties` in the order of the schema."""
    made = element("p", element("pPr", element("pStyle", val=style), *properties))
    for part in parts:
        if isinstance(part, str):
            made.extend(runs(part))
        elif isinstance(part, BaseOxmlElement):
            made.append(part)
        else:
            made.extend(part)
    return made


def strong(text: str) -> list[Element]:
    """Text in the strong face."""
    return runs(text, "Strong")


def field(code: str, shown: str, style: str = "") -> list[Element]:
    """A field that Word works out; `shown` until it does."""
    instruction = element("r", _text("instrText", f" {code} "))
    return [
        element("r", element("fldChar", fldCharType="begin")),
        instruction,
        element("r", element("fldChar", fldCharType="separate")),
        *runs(shown, style),
        element("r", element("fldChar", fldCharType="end")),
    ]
