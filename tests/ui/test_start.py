"""The start of the program: what is loaded, and what is not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from digimaturity.services.packs import installed_benchmarks

_START = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication(sys.argv[:1])
from digimaturity.app import make_window

HEAVY = ("matplotlib", "reportlab", "alembic", "jsonschema", "yaml", "numpy")
window = make_window()
window.show()
application.processEvents()
early = [name for name in (*HEAVY, "sqlalchemy", "babel") if name in sys.modules]
assert window.frame.header.company, "the first picture has the company's name already"
window.start()
while not window.frame.current:
    application.processEvents()
late = [name for name in HEAVY if name in sys.modules]
print("EARLY", early, "LATE", late, "PAGE", window.frame.current)
window.close()
"""


def test_the_first_window_has_data_and_nothing_heavy_is_loaded_before_it(workspace: Path) -> None:
    assert workspace.exists()
    installed_benchmarks()  # as after any earlier start: what was read from YAML is kept compiled
    done = subprocess.run(
        [sys.executable, "-c", _START], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip() == "EARLY [] LATE [] PAGE overview", done.stderr
