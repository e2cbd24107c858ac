"""Every colour of words and marks on every ground that it stands on, also for the colour-blind."""

from __future__ import annotations

import math
import re
from itertools import combinations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from digimaturity.tokens import Palette, load_tokens
from digimaturity.ui import theme
from digimaturity.ui.widgets.tick_box import CheckBox, TickBox

#: How people see who lack one kind of cones: matrices for linear RGB at full severity, from
#: Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
#: Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009), table 1.
_SEEN_WITH = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}

#: Two neighbouring areas differ by 2.3 of CIE 1976 where a trained eye just sees it side by side
#: (Mahy, Van Eycken and Oosterlinck 1994). Bars that are apart, in a legend, want several times
#: that. Colour is never the only sign: every bar bears its name, which is why this is enough.
_APART = 8.0

_HUES = ("it", "business", "culture", "leadership")
_GROUNDS = ("page", "rail", "control", "hover", "accent_soft")


def linear(colour: str) -> tuple[float, ...]:
    """Red, green and blue of ``#RRGGBB`` as light, 0 to 1 (IEC 61966-2-1)."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return tuple(v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, 1 to 21."""
    light, dark = sorted(
        (0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in map(linear, (one, other))),
        reverse=True,
    )
    return (light + 0.05) / (dark + 0.05)


def lab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    """Lightness, green to red, blue to yellow (CIE 1976, white of D65)."""
    r, g, b = (min(max(v, 0.0), 1.0) for v in rgb)
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089

    def f(v: float) -> float:
        return v ** (1 / 3) if v > (6 / 29) ** 3 else v * (29 / 6) ** 2 / 3 + 4 / 29

    return 116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))


def seen(colour: str, kind: str) -> tuple[float, ...]:
    """The colour as somebody with that deficiency sees it, as light."""
    light = linear(colour)
    return tuple(sum(k * v for k, v in zip(row, light, strict=True)) for row in _SEEN_WITH[kind])


def difference(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """CIE 1976's distance of two colours."""
    return math.dist(lab(one), lab(other))


@pytest.mark.parametrize("dark", [False, True])
def test_words_and_marks_have_the_contrast_of_wcag_aa(dark: bool) -> None:
    colours: Palette = load_tokens().palette(dark=dark)
    words = [(word, ground) for word in ("ink", "secondary") for ground in _GROUNDS]
    words += [("accent", ground) for ground in ("page", "rail", "control", "hover", "accent_soft")]
    words += [("accent_hover", "page"), ("bad", "page"), ("bad", "control"), ("bad", "hover")]
    words += [("on_accent", "accent"), ("on_accent", "accent_hover"), ("page", "ink")]
    words += [(f"{hue}_text", ground) for hue in _HUES for ground in ("page", "control", "hover")]
    marks = [("control_border", ground) for ground in ("page", "control", "rail", "accent_soft")]
    marks += [("accent", ground) for ground in _GROUNDS]  # the ring where the keyboard is
    marks += [(sign, ground) for sign in ("good", "warning", "bad") for ground in _GROUNDS]
    marks += [(hue, ground) for hue in _HUES for ground in ("page", "control")]
    weak = [
        (one, other, round(found, 2))
        for pairs, least in ((words, 4.5), (marks, 3.0))
        for one, other in pairs
        if (found := contrast(getattr(colours, one), getattr(colours, other))) < least
    ]
    assert not weak


@pytest.mark.parametrize("dark", [False, True])
def test_every_rule_of_the_stylesheet_keeps_the_contrast(dark: bool) -> None:
    """Read from the stylesheet itself, so that a new rule is held to it, too."""
    colours: Palette = load_tokens().palette(dark=dark)
    weak = []
    for selector, rules in re.findall(r"([^{}]+)\{([^{}]*)\}", theme._STYLESHEET):
        word = re.search(r"(?<![-\w])color: \$(\w+)", rules)
        ground = re.search(r"(?<![-\w])background: \$(\w+)", rules)
        if word and not selector.strip().endswith("disabled"):
            pair = getattr(colours, word[1]), getattr(colours, ground[1] if ground else "page")
            if contrast(*pair) < 4.5:
                weak.append((selector.strip(), word[1], round(contrast(*pair), 2)))
    assert not weak


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("kind", [CheckBox, TickBox])
def test_a_box_is_seen_with_and_without_its_tick(
    kind: type[CheckBox | TickBox], dark: bool, qtbot: QtBot
) -> None:
    look = theme.Theme(load_tokens(), dark)
    box = kind(look, "")
    qtbot.addWidget(box)
    box.setStyleSheet(look.stylesheet() + f"QCheckBox {{ background: {look.colours.page}; }}")
    found = []
    for ticked in (False, True):
        box.setChecked(ticked)
        QApplication.processEvents()
        picture = box.grab().toImage()
        spots = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
        found.append({picture.pixelColor(*spot).name() for spot in spots})
    empty, full = found
    assert max(contrast(look.colours.page, colour) for colour in empty) >= 3.0
    marks = full - empty  # a tick on a filled box
    assert max(contrast(one, other) for one, other in combinations(marks, 2)) >= 3.0


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("kind", list(_SEEN_WITH))
def test_the_dimensions_are_told_apart_without_one_kind_of_cones(kind: str, dark: bool) -> None:
    colours: Palette = load_tokens().palette(dark=dark)
    alike = [
        (one, other, round(found, 1))
        for one, other in combinations(_HUES, 2)
        if (
            found := difference(
                seen(getattr(colours, one), kind), seen(getattr(colours, other), kind)
            )
        )
        < _APART
    ]
    assert not alike
