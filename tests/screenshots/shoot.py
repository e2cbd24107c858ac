"""One look of the program: a picture of every screen, and a list of what is cut off on them.

Run with language, appearance, text size, width, height and folder, on a screen with that room.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from digimaturity import paths
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.packs import load_pack
from digimaturity.services.companies import CompanyRecord
from digimaturity.ui.main_window import MainWindow
from tests.screenshots.faults import faults
from tests.screenshots.scenes import Scene, opened, scenes, show


def shoot(folder: Path, **settings: object) -> None:
    """Write the pictures into `folder`, and what is wrong on them into ``faults.txt``."""
    told: list[str] = []

    def take(window: MainWindow, shown: Mapping[str, Scene]) -> None:
        for name, scene in shown.items():
            show(window, scene)
            window.grab().save(str(folder / f"{name}.png"))
            told.extend(f"{name}: {fault}" for fault in faults(window))

    take(_at_home(lambda: opened(sample=False, **settings)), _first_steps())
    take(_at_home(lambda: opened(sample=True, **settings)), scenes())
    (folder / "faults.txt").write_text("\n".join([*told, ""]), encoding="utf-8")


def _at_home(open_window: Callable[[], MainWindow]) -> MainWindow:
    os.environ["DIGIMATURITY_HOME"] = tempfile.mkdtemp(dir=os.environ["HOME"])
    return open_window()


def _first_steps() -> Mapping[str, Scene]:
    """The screens of somebody who begins."""
    return {
        "0-welcome": lambda window: window.go("welcome"),
        "0-company": lambda window: window.go("company"),
        "0-questionnaire": _begin,
        "0-overview": lambda window: window.go("overview"),
        "0-results": lambda window: window.go("results"),
    }


def _begin(window: MainWindow) -> None:
    window.session.save_company(CompanyRecord("Tischlerei Ährenfeld & Söhne", "DE", "C", 40))
    questionnaire = load_pack(paths.questionnaires_dir() / "readiness").questionnaire
    assert questionnaire is not None
    window.session.begin(questionnaire, date(2026, 2, 24), [(Viewpoint.MANAGEMENT, "")])
    window.assessment_opened("questionnaire")


if __name__ == "__main__":
    LANGUAGE, APPEARANCE, SIZE, WIDTH, HEIGHT, FOLDER = sys.argv[1:]
    APP = QApplication([])
    APP.setStyle("Fusion")
    shoot(
        Path(FOLDER),
        language=LANGUAGE,
        appearance=APPEARANCE,
        text_size=int(SIZE),
        geometry=(0, 0, int(WIDTH), int(HEIGHT)),
    )
    sys.stdout.flush()
    os._exit(0)  # nothing of these windows is kept
