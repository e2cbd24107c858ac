"""Say who made what the program uses and ships, and under which licence.

`notices.py` writes THIRD-PARTY-NOTICES.md from requirements/run.lock and the metadata of the
installed packages; `notices.py --check` ends with 1 where that file is not up to date.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOTICES = ROOT / "THIRD-PARTY-NOTICES.md"
LICENCE_FILE = re.compile(r"(?i)(licen[cs]e|copying|notice|authors|copyright)[^/]*$")

OF_OTHER_PYTHONS = {
    name: (shown, "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only", "https://pyside.org")
    for name, shown in {"pyside6-addons": "PySide6_Addons", "pyside6-pdf": "PySide6_Pdf"}.items()
}
"""Of these one version of Python installs one and another the other."""

HEAD = """\
# Third-party notices

Written by `make notices`. Versions are those of `requirements/run.lock`. The packaged program
carries the full licence texts of everything below in its folder `licenses/`.

## Qt and PySide6

The program uses Qt and Qt for Python (PySide6, shiboken6), © The Qt Company Ltd. and other
contributors, under the GNU Lesser General Public License, version 3 (LGPL-3.0), unchanged as The
Qt Company publishes them. The texts of LGPL-3.0 and GPL-3.0 are in `packaging/licenses/`. Sources:
<https://download.qt.io/official_releases/QtForPython/>. Qt contains further works under licences
of their own: <https://doc.qt.io/qt-6/licenses-used-in-qt.html>.

Qt is linked dynamically and may be replaced by a version of your own: in an installation by pip,
install another PySide6 of the same major version; in the packaged program, put other shared
libraries of the same names into `_internal/PySide6` (and `_internal/shiboken6`). Nothing checks
for, or hinders, the change, and you may take the program apart to find faults in it.

## Fonts, icons, figures

| what | by | licence |
| --- | --- | --- |
| IBM Plex Sans (`resources/fonts/`) | © IBM Corp. | SIL Open Font License 1.1, `resources/fonts/LICENSE-IBM-Plex.txt` |
| DejaVu Sans (`resources/fonts/`) | © Bitstream Inc., Tavmjong Bah; DejaVu changes in the public domain | Bitstream Vera and Arev licences, `resources/fonts/LICENSE-DejaVu.txt` |
| Lucide (`resources/icons/`) | © Lucide contributors; parts © Cole Bemis (Feather) | ISC and MIT, `resources/icons/LICENSE-Lucide.txt` |
| Figures on the digital intensity of enterprises (`questionnaires/benchmarks/`) | © European Union, source: Eurostat | CC BY 4.0, <https://creativecommons.org/licenses/by/4.0/> |

## Python packages

The packaged program also contains Python itself, © Python Software Foundation, under the PSF
License Version 2, <https://docs.python.org/3/license.html>. Where a package offers several
licences, the program uses it under the freest of them: pyphen under MPL 1.1, packaging under
BSD-2-Clause.

"""  # noqa: E501 - a table's row is one line


@dataclass(frozen=True, slots=True)
class Package:
    """A package of the lock with all its locked versions and what its metadata says."""

    name: str
    versions: tuple[str, ...]
    licence: str
    home: str


def main(arguments: list[str]) -> int:
    """Write the notices, or compare with `--check`."""
    text = HEAD + table(packages())
    if arguments != ["--check"]:
        NOTICES.write_text(text, encoding="utf-8")
    elif not NOTICES.is_file() or NOTICES.read_text(encoding="utf-8") != text:
        print("THIRD-PARTY-NOTICES.md is not up to date; run `make notices`.")
        return 1
    return 0


def locked() -> dict[str, tuple[str, ...]]:
    """Return the packages of the run lock with their versions, which may differ by Python."""
    found: dict[str, tuple[str, ...]] = {}
    lock = (ROOT / "requirements" / "run.lock").read_text(encoding="utf-8")
    for name, version in re.findall(r"(?m)^([\w.-]+)==([^\s;]+)", lock):
        found[name] = (*found.get(name, ()), version)
    return found


def packages() -> list[Package]:
    """Return what is known of each locked package; those of other platforms are left out."""
    result = []
    for name, versions in locked().items():
        try:
            facts = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            if name in OF_OTHER_PYTHONS:
                shown, licence, home = OF_OTHER_PYTHONS[name]
                result.append(Package(shown, versions, licence, home))
            continue
        result.append(Package(facts["Name"], versions, _licence(facts), _home(facts)))
    return result


def texts_of(name: str) -> list[Path]:
    """Return the licence texts that an installed package brings, in the order of their names."""
    files = metadata.files(name) or []
    inside = [f for f in files if ".dist-info" in f.parts[0] and LICENCE_FILE.search(f.as_posix())]
    return sorted(Path(str(f.locate())) for f in inside)


def table(rows: Iterable[Package]) -> str:
    """Return the Markdown table of the packages."""
    lines = [
        "| package | version | licence | home |",
        "| --- | --- | --- | --- |",
    ]
    for row in rows:
        cells = (row.name, " or ".join(row.versions), row.licence, f"<{row.home}>")
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def copyrights_of_system_files(paths: Iterable[Path]) -> dict[str, Path]:
    """Return Debian's copyright file by package for shared libraries taken from the system."""
    wanted = sorted({str(form) for path in paths for form in (path, path.resolve())})
    asked = subprocess.run(["dpkg", "-S", *wanted], capture_output=True, text=True, check=False)
    names = {line.partition(":")[0] for line in asked.stdout.splitlines()}
    files = {name: Path("/usr/share/doc") / name / "copyright" for name in sorted(names)}
    return {name: file for name, file in files.items() if file.is_file()}


def _licence(facts: metadata.PackageMetadata) -> str:
    for field in ("License-Expression", "License"):
        stated = _stated(facts, field)
        if stated and "\n" not in stated:
            return stated.partition(" (see")[0]
    prefix = "License :: "
    classes = [c for c in facts.get_all("Classifier") or [] if c.startswith(prefix)]
    return ", ".join(c.rpartition(" :: ")[2] for c in classes) or "see its licence text"


def _home(facts: metadata.PackageMetadata) -> str:
    urls = dict(line.split(", ", 1) for line in facts.get_all("Project-URL") or [])
    named: dict[str, str] = {label.lower(): url for label, url in urls.items()}
    for label in ("homepage", "home", "source", "repository", "source code", "documentation"):
        if label in named:
            return named[label]
    return _stated(facts, "Home-page") or next(iter(named.values()))


def _stated(facts: metadata.PackageMetadata, field: str) -> str:
    values: list[str] = facts.get_all(field) or []
    return values[0] if values else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
