"""The design's colours, sizes and spaces, read once from resources/tokens.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from digimaturity.paths import resources_dir

#: Hues for the dimensions of packs whose ids the design does not know, in the pack's order.
_FALLBACK = ("it", "business", "culture", "leadership")


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one appearance, each as ``#RRGGBB``.

    The ``*_text`` ones carry words (4.5:1 on the page); the plain hues are for areas and bars.
    """

    ink: str
    secondary: str
    hairline: str
    rule: str
    page: str
    rail: str
    control: str
    control_border: str
    hover: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    good: str
    warning: str
    bad: str
    neutral: str
    neutral_soft: str
    it: str
    business: str
    culture: str
    leadership: str
    it_text: str
    business_text: str
    culture_text: str
    leadership_text: str

    def dimension(self, dimension: str, place: int = 0) -> str:
        """The hue of a dimension's bars; for an unknown id that of its `place` in the pack."""
        return str(getattr(self, _hue(dimension, place)))

    def dimension_text(self, dimension: str, place: int = 0) -> str:
        """The hue of a dimension's words."""
        return str(getattr(self, _hue(dimension, place) + "_text"))


@dataclass(frozen=True, slots=True)
class TypeSizes:
    """Sizes of type on the screen, in pixels at 100 %."""

    small: int
    body: int
    large: int
    title: int


@dataclass(frozen=True, slots=True)
class TypeWeights:
    """The two weights of the family, on the scale of CSS."""

    regular: int
    strong: int


@dataclass(frozen=True, slots=True)
class Type:
    """The type family with its sizes and weights."""

    family: str
    sizes: TypeSizes
    weights: TypeWeights


@dataclass(frozen=True, slots=True)
class Space:
    """Spaces and measures of the screen, in pixels at 100 %."""

    unit: int
    page: int
    rail: int
    row: int
    header: int
    radius: int
    text_column: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything the design fixes, for the screen and for paper."""

    type: Type
    space: Space
    light: Palette
    dark: Palette

    def palette(self, *, dark: bool) -> Palette:
        """The palette of one appearance."""
        return self.dark if dark else self.light


def load_tokens(path: Path | None = None) -> Tokens:
    """Read the tokens file; a missing or unknown key is a fault of ours and raises."""
    return _read(path or resources_dir() / "tokens.json")


@cache
def _read(path: Path) -> Tokens:
    raw: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    kind = raw["type"]
    return Tokens(
        Type(kind["family"], TypeSizes(**kind["sizes"]), TypeWeights(**kind["weights"])),
        Space(**raw["space"]),
        Palette(**raw["light"]),
        Palette(**raw["dark"]),
    )


def _hue(dimension: str, place: int) -> str:
    if dimension in _FALLBACK:
        return dimension
    return _FALLBACK[place % len(_FALLBACK)]


#: The names of all colours, for tests of contrast and for stylesheets.
COLOUR_NAMES = tuple(field.name for field in fields(Palette))
