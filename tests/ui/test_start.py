"""The start of the program: what is loaded, and what is not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from digimaturity.services.packs import installed_benchmarks

from .conftest import COMPANY

_START = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication(sys.argv[:1])
from digimaturity.app import make_window

HEAVY = ("matplotlib", "reportlab", "alembic", "jsonschema", "yaml", "numpy", "babel", "msgspec")
HEAVY += ("highspy", "digimaturity.domain.roadmap.items")
window = make_window()
window.show()
early = [name for name in (*HEAVY, "sqlalchemy") if name in sys.modules]
early += [name for name in ("Qt",) if name in vars(sys.modules["PySide6.QtCore"])]
window.start()
company = window.frame.header.company
while not window.frame.current:
    application.processEvents()
late = [name for name in HEAVY if name in sys.modules]
print(early, late, window.frame.current, company)
window.close()
"""


def test_the_first_window_has_data_and_nothing_heavy_is_loaded_before_it(workspace: Path) -> None:
    assert workspace.exists()
    installed_benchmarks()  # as after any earlier start: what was read from YAML is kept compiled
    done = subprocess.run(
        [sys.executable, "-c", _START], capture_output=True, text=True, timeout=60, check=False
    )
    # The company's name is there before the workspace is open.
    assert done.stdout.strip() == f"[] [] overview {COMPANY.name}", done.stderr
