"""Write the reports of all sample companies in both languages: ``python -m tests.samples DIR``."""

from __future__ import annotations

import sys
from pathlib import Path

from digimaturity.files import write_whole
from digimaturity.i18n import LANGUAGES, Translator
from digimaturity.paths import resources_dir
from digimaturity.services.reports import report_of_answers
from tests.samples import NAMES, read


def main(folder: Path) -> None:
    """Write every report into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        translator = Translator.load(language, resources_dir() / "locale")
        for name in NAMES:
            path = folder / f"{name}-{language}.pdf"
            write_whole(path, report_of_answers(read(name, language), translator, sample=True))
            sys.stdout.write(f"{path}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
