"""Every chart, as the screen draws it: nothing cut off, nothing on top of something else."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Bbox

from digimaturity.charts import (
    area_bars,
    cover_bars,
    decision_table,
    dimension_bars,
    drives,
    dumbbell,
    index_bar,
    level_scale,
    peer_bars,
    radar,
    technologies,
)
from digimaturity.charts.data import (
    Bar,
    BarGroup,
    DecisionTable,
    Distribution,
    Dot,
    Drives,
    Dumbbell,
    Dumbbells,
    Held,
    HeldRow,
    PeerRow,
    PeerRows,
    Scale,
    ScaleStep,
    Segment,
    Spoke,
    Technologies,
    Technology,
)
from digimaturity.charts.fonts import fitted, text_width
from digimaturity.tokens import Palette, load_tokens

TOKENS = load_tokens()
FINE = 8  # pixels a point: Agg sets type on whole pixels
LONG = "Datenschutzbeauftragtenverantwortung"
BARS = (
    Bar("Foundations", 75.0, "75", level="4 Integrated"),
    Bar(LONG, 42.0, "42", 30.0, 70.0, "3 Established", "30–70"),
    Bar("Costs in $ and more $", None, "nicht bewertet"),
    Bar("Steering", 0.0, "0", level="1 Initial"),
    Bar("Agility", 100.0, "100", level="5 Leading"),
)
HEADS = ("Stufe 1", "Stufe 2", "Stufe 3", "Stufe 4", "Stufe 5", "Punkte", "Grenzen")
STEPS = tuple(ScaleStep(f"{n} Etabliert", f"{n * 20} bis unter 60") for n in range(5))


def scale(value: float | None) -> Scale:
    if value is None:
        return Scale(STEPS, None, None, "nicht bewertet")
    low, high = max(0.0, value - 8), min(100.0, value + 8)
    return Scale(STEPS, 3, value, f"{value:.0f}", low, high, f"Grenzen {low:.0f} bis {high:.0f}")


def groups(label: str) -> tuple[BarGroup, ...]:
    names = ("it", "business", "other", "leadership")
    return tuple(BarGroup(key, place, key.title(), label, BARS) for place, key in enumerate(names))


def distribution(*shares: float) -> Distribution:
    names = ("Sehr niedrig", "Niedrig", "Hoch", "Sehr hoch")
    segments = tuple(
        Segment(name, "10 bis 12", share, f"{share} %", held=place == 2)
        for place, (name, share) in enumerate(zip(names, shares, strict=True))
    )
    return Distribution(
        segments,
        shares[0] + shares[1],
        100 - shares[3],
        "63 % der Unternehmen liegen in niedrigeren Stufen",
        "Sie stehen innerhalb dieser Stufe",
        "9 % liegen davor",
    )


def rows() -> Technologies:
    return Technologies(
        (
            Technology("CRM-System", None, "unbekannt", 98.0, "98,00 %"),
            Technology("Cloud-Dienste, bezahlt", True, "ja", 52.85, "52,85 %"),
            Technology(LONG * 2, False, "nein", 3.0, "3,00 %"),
            Technology("Website", True, "ja", None, "keine amtliche Zahl nach Größe"),
        ),
        "Technologie",
        "Sie",
        "100 % der Vergleichsunternehmen",
        "gefüllt: vorhanden",
        "offen: nicht vorhanden",
    )


def peers() -> PeerRows:
    known = PeerRow("Gesamtwert", "52", 52, 40, 55.5, 100, 100, place="100", n="1.234")
    return PeerRows(
        (
            known,
            replace(known, name=LONG, percentile=None, between=(0, 25), place="0–25", strong=True),
            replace(known, name="Angebote", label="–", own=None, place="", hue=("it", 0)),
            PeerRow("Daten", "0", 0, note="4 Vergleichsunternehmen, zu wenige", hue=("x", 3)),
            PeerRow("Steuerung", "98", 98, note="kein Vergleichsunternehmen", hue=("culture", 2)),
        ),
        ("0 bis 100; Band: mittlere Hälfte, Strich: Median", "Punkte", "Prozentrang", "n"),
    )


def field(it: float, business: float) -> Drives:
    names = ("IT führt", "Doppelantrieb", "Niemand führt", "Geschäft führt")
    point = f"{it:.0f} / {business:.0f}"
    return Drives(it, business, "Antrieb aus der IT", "Antrieb aus dem Geschäft", names, 1, point)


def views(name: str) -> Dumbbells:
    def row(*values: float, weight: int = 2, note: str = "") -> Dumbbell:
        ids = ("management", "it", "business")
        dots = tuple(Dot(*one, f"{one[1]:.0f}") for one in zip(ids, values, strict=False))
        return Dumbbell(name, dots, "merklich · 25", weight, note)

    names = (("management", "Geschäftsleitung"), ("it", "IT"), ("business", "Fachbereiche"))
    rows = (row(0, 100, 50), row(50, 50, 50), row(98, 100, weight=0), row(3, 0, 4, note="Daten"))
    return Dumbbells(rows, names, "Abstand, Punkte")


def decisions() -> DecisionTable:
    holders = ("it", "business", "jointly", "nobody", "differ", "")
    words = ("IT", "Fachbereiche", "beide zusammen", "niemand", "verschieden gesehen", "unbekannt")
    cells = [Held(*one) for one in zip(holders, words, strict=True)]
    names = ("Jahresbudget für IT und digitale Projekte", "Auswahl eines Systems", LONG * 2)
    rows = tuple(HeldRow(name, tuple(cells[n : n + 4])) for n, name in enumerate(names))
    heads = ("Wer entscheidet?", "Wer bezahlt?", "Wer setzt um?", "Wem gehört die Kennzahl?")
    return DecisionTable(("Entscheidung", *heads), rows)


def spokes(count: int) -> tuple[Spoke, ...]:
    values = [None if place % 7 == 3 else 5.0 * place for place in range(count)]
    return tuple(Spoke("Zusammenarbeit", value, "culture", 0) for value in values)


CHARTS: dict[str, Callable[[Palette], Figure]] = {
    "area bars": lambda p: area_bars.figure(BARS, 215, p, p.it),
    "dimension bars": lambda p: dimension_bars.figure(BARS, 453, p, p.it, HEADS),
    "level scale": lambda p: level_scale.figure(scale(52), 453, p),
    "level scale, lowest": lambda p: level_scale.figure(scale(0), 453, p),
    "level scale, highest": lambda p: level_scale.figure(scale(100), 453, p),
    "level scale, not rated": lambda p: level_scale.figure(scale(None), 453, p),
    "cover": lambda p: cover_bars.figure(groups("58"), 453, 190, p),
    "cover, not rated": lambda p: cover_bars.figure(groups("nicht bewertet"), 453, 190, p),
    "index": lambda p: index_bar.figure(distribution(26.45, 36.69, 27.38, 9.49), 453, p),
    "index, narrow bands": lambda p: index_bar.figure(distribution(1.0, 2.0, 3.0, 94.0), 453, p),
    "index, wide first band": lambda p: index_bar.figure(distribution(90, 7, 2, 1), 453, p),
    "technologies": lambda p: technologies.figure(rows(), 453, p),
    "index, context": lambda p: index_bar.figure(
        replace(distribution(26.45, 36.69, 27.38, 9.49), at_least=None, at_most=None), 453, p
    ),
    "index, small": lambda p: index_bar.figure(distribution(26.45, 36.69, 27.38, 9.49), 240, p),
    "technologies, small": lambda p: technologies.figure(rows(), 240, p),
    "peers": lambda p: peer_bars.figure(peers(), 453, p),
    "peers, small": lambda p: peer_bars.figure(peers(), 240, p),
    "drives": lambda p: drives.figure(field(58, 33), 198, p),
    "drives, corner": lambda p: drives.figure(field(100, 100), 198, p),
    "drives, IT alone": lambda p: drives.figure(field(100, 0), 198, p),
    "drives, beside a name": lambda p: drives.figure(field(38, 42), 198, p),
    "drives, right under a name": lambda p: drives.figure(field(84, 46), 198, p),
    "dumbbell": lambda p: dumbbell.figure(views("Sicherheit"), 453, p),
    "dumbbell, small": lambda p: dumbbell.figure(views("Sicherheit"), 240, p),
    "dumbbell, sentences": lambda p: dumbbell.figure(views(f"Wie ist {LONG} geregelt?"), 453, p),
    "decisions": lambda p: decision_table.figure(decisions(), 371, p),
    "decisions, small": lambda p: decision_table.figure(decisions(), 240, p),
    "radar": lambda p: radar.figure(spokes(18), 340, p),
    "radar, empty": lambda p: radar.figure((), 340, p),
}


def texts_of(figure: Figure) -> list[tuple[str, Bbox]]:
    canvas = FigureCanvasAgg(figure)
    figure.set_dpi(72 * FINE)
    canvas.draw()  # type: ignore[no-untyped-call]  # matplotlib says no types here
    renderer = canvas.get_renderer()  # type: ignore[no-untyped-call]  # as above
    labels = [artist for artist in figure.get_children() if isinstance(artist, Text)]
    points = Affine2D().scale(1 / FINE)
    return [
        (label.get_text(), label.get_window_extent(renderer).transformed(points))
        for label in labels
    ]


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("dark", [False, True])
def test_no_label_is_cut_off_or_lies_on_another(name: str, dark: bool) -> None:
    figure = CHARTS[name](TOKENS.palette(dark=dark))
    width, height = figure.get_size_inches() * 72
    texts = texts_of(figure)
    hanging = 14 if name.startswith("cover") else 1  # the cover's numerals stand in the margin
    for words, box in texts:
        assert box.x0 >= -hanging, words
        assert box.x1 <= width + 1, words
        assert box.y0 >= -1.5, words
        assert box.y1 <= height + 1.5, words
    for (one, first), (other, second) in combinations(texts, 2):
        shared = Bbox.intersection(first, second)
        assert shared is None or min(shared.width, shared.height) < 1.6, (one, other)


def test_an_unrated_area_has_no_bar_and_says_so() -> None:
    palette = TOKENS.light
    bare = area_bars.figure((Bar("Data", None, "not rated"),), 215, palette, palette.it)
    zero = area_bars.figure((Bar("Data", 0.0, "0"),), 215, palette, palette.it)
    assert "not rated" in [words for words, _ in texts_of(bare)]
    assert "0" in [words for words, _ in texts_of(zero)]
    coloured = [patch for patch in bare.patches if patch.get_facecolor()[:3] == _rgb(palette.it)]
    assert not coloured


def test_a_dollar_sign_is_no_formula() -> None:
    figure = area_bars.figure((Bar("$a$ and $b$", 1.0, "1"),), 400, TOKENS.light, "#000000")
    assert "$a$ and $b$" in [words for words, _ in texts_of(figure)]


def test_words_that_are_too_long_end_in_an_ellipsis_within_their_room() -> None:
    cut = fitted(LONG, 60, 8)
    assert cut.endswith("…")
    assert text_width(cut, 8) <= 60
    assert fitted("short", 60, 8) == "short"


def test_matplotlib_sees_only_bundled_fonts_and_keeps_its_cache_in_our_folder() -> None:
    code = (
        "import os; from digimaturity.charts.fonts import properties; properties(8, strong=True);"
        "import matplotlib; from matplotlib import font_manager as f;"
        "from digimaturity.paths import cache_dir;"
        "assert matplotlib.get_cachedir().startswith(str(cache_dir()));"
        "assert not any('/usr/share' in e.fname for e in f.fontManager.ttflist);"
        "assert 'MPL_IGNORE_SYSTEM_FONTS' not in os.environ;"
        "assert 'matplotlib.pyplot' not in __import__('sys').modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def _rgb(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
