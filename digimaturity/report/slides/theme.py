"""The theme: our colours and type in place of the library's, for everything that the user adds."""

from __future__ import annotations

from pptx.opc.oxml import serialize_part_xml
from pptx.oxml import parse_xml

from digimaturity.report.slides.look import palette
from digimaturity.tokens import load_tokens

_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
#: The family's class (PANOSE, swiss): where it is not installed, Office takes one like it.
_LIKE = {"panose": "020B0503050203000203", "pitchFamily": "34", "charset": "0"}


def themed(theme: bytes) -> bytes:
    """The theme part with our names, colours and type."""
    root = parse_xml(theme)
    root.set("name", "digimaturity")
    colours, fonts = root.find(f".//{{{_SPACE}}}clrScheme"), root.find(f".//{{{_SPACE}}}fontScheme")
    colours.set("name", "digimaturity")
    for slot, colour in _slots().items():
        place = colours.find(f"{{{_SPACE}}}{slot}")
        for old in list(place):
            place.remove(old)
        place.append(parse_xml(f'<a:srgbClr xmlns:a="{_SPACE}" val="{colour.lstrip("#")}"/>'))
    fonts.set("name", "digimaturity")
    for latin in fonts.iter(f"{{{_SPACE}}}latin"):
        latin.set("typeface", load_tokens().type.family)
        for name, value in _LIKE.items():
            latin.set(name, value)

    return serialize_part_xml(root)


def _slots() -> dict[str, str]:
    """Which colour stands in which place of the theme."""
    colours = palette()
    return {
        "dk1": colours.ink,
        "lt1": colours.page,
        "dk2": colours.secondary,
        "lt2": colours.rail,
        "accent1": colours.it,
        "accent2": colours.business,
        "accent3": colours.culture,
        "accent4": colours.leadership,
        "accent5": colours.accent,
        "accent6": colours.neutral,
        "hlink": colours.accent,
        "folHlink": colours.leadership,
    }
