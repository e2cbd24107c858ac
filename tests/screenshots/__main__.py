"""Pictures of every screen in both languages, light and dark, two sizes of text and of window."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import product
from pathlib import Path

from PIL import Image, ImageDraw

from tests.screen import screen

#: Language, appearance, text size in per cent, width and height of the window in pixels.
Look = tuple[str, str, int, int, int]

#: Pixels: a picture on a contact sheet, and pictures side by side.
_THUMB, _ACROSS = 640, 4


def looks() -> list[Look]:
    """Every look that is photographed."""
    windows = ((1280, 720), (1920, 1080))
    combined = product(("en", "de"), ("light", "dark"), (100, 200), windows)
    return [(one, look, size, *window) for one, look, size, window in combined]


def main(folder: Path) -> int:
    """Write all pictures and contact sheets into `folder`; return how many looks failed."""
    shutil.rmtree(folder, ignore_errors=True)
    with (
        tempfile.TemporaryDirectory() as home,
        screen(1920, 1080) as display,
        ThreadPoolExecutor(os.cpu_count()) as several,
    ):
        return sum(several.map(partial(_shoot, folder, home, display), looks()))


def _shoot(folder: Path, home: str, display: str, look: Look) -> bool:
    name = "-".join(map(str, look))
    own = folder / name
    own.mkdir(parents=True)
    shot = subprocess.run(
        [sys.executable, "-m", "tests.screenshots.shoot", *map(str, look), str(own)],
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": home},
        capture_output=True,
        text=True,
        check=False,
    )
    if shot.returncode:
        print(name, shot.stderr, file=sys.stderr)
        return True
    _sheet(sorted(own.glob("*.png"))).save(folder / f"{name}.png")
    told = (own / "faults.txt").read_text(encoding="utf-8").splitlines()
    print(f"{name}: {len(told)} faults")
    return False


def _sheet(pictures: Iterable[Path]) -> Image.Image:
    """All pictures small, side by side, each under its name."""
    small = []
    for path in pictures:
        with Image.open(path) as opened:
            small.append((path.stem, opened.convert("RGB")))
    height = max(picture.height * _THUMB // picture.width for _, picture in small)
    rows = -(-len(small) // _ACROSS)
    sheet = Image.new("RGB", (_ACROSS * (_THUMB + 8), rows * (height + 24)), "#808080")
    draw = ImageDraw.Draw(sheet)
    for place, (name, picture) in enumerate(small):
        left, top = place % _ACROSS * (_THUMB + 8), place // _ACROSS * (height + 24)
        draw.text((left + 4, top + 3), name, fill="white")
        sheet.paste(picture.resize((_THUMB, height)), (left, top + 20))
    return sheet


if __name__ == "__main__":
    sys.exit(min(main(Path(sys.argv[1])), 1))
