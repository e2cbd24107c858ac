"""Write all reports of the sample companies in both languages: ``python -m tests.samples DIR``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from digimaturity.files import write_whole
from digimaturity.i18n import LANGUAGES, Translator
from digimaturity.paths import resources_dir
from digimaturity.services.exports import CUTS, Format, Order, exported
from digimaturity.services.reports import order_of_answers
from tests.samples import NAMES, read


def main(folder: Path) -> None:
    """Every cut as PDF, and the full report in every other format."""
    folder.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        t = Translator.load(language, resources_dir() / "locale")
        for name in NAMES:
            order = order_of_answers(read(name, language), t, sample=True)
            for ending, content in _files(order):
                path = folder / f"{name}-{language}{ending}"
                write_whole(path, content)
                sys.stdout.write(f"{path}\n")


def _files(order: Order) -> Iterator[tuple[str, bytes]]:
    for cut in CUTS:
        ending = ".pdf" if cut == "full" else f"-{cut}.pdf"
        yield ending, exported(replace(order, cut=cut), Format.PDF)
    for form in Format:
        if form is not Format.PDF:
            yield f".{form.value}", exported(order, form)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
