"""The report: against the same glyph runs on a plain canvas and other builders, warm; and fresh."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import Any
from unittest.mock import patch

from digimaturity import paths
from tests.benchmarks.builders import content_of, others
from tests.benchmarks.measure import Figure, median_ms

ROUNDS = 7
LANGUAGES = ("en", "de")

#: Page, left, base line, face, size, text.
Run = tuple[int, float, float, str, float, str]

_COLD = """
import sys
from digimaturity.cli import main
answers, target = sys.argv[1], sys.argv[2] + "/r.pdf"
sys.exit(main(["--lang", sys.argv[3], "report", answers, "-o", target, "--force"]))
"""


def figures() -> Iterator[Figure]:
    """The sample report in both languages."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DIGIMATURITY_HOME"] = folder
        for language in LANGUAGES:
            yield from _warm(language)
        for language in LANGUAGES:
            yield _cold(folder, language)


def _warm(language: str) -> Iterator[Figure]:
    from digimaturity.i18n import Translator
    from digimaturity.paths import resources_dir
    from digimaturity.report.cuts import report_of
    from digimaturity.report.wording import ReportContext
    from digimaturity.services.answers_file import evaluate_answers
    from digimaturity.services.sample import read_sample

    answers = read_sample()
    evaluation = evaluate_answers(answers)
    context = ReportContext(answers.responses, answers.day, sample=True)
    translator = Translator.load(language, resources_dir() / "locale")
    runs = _recorded(lambda: report_of(evaluation, context, translator))
    pages = runs[-1][0]
    floor = median_ms(lambda: _plain(runs), ROUNDS)
    yield Figure(f"report {language}: {len(runs)} runs on {pages} pages, plain canvas", floor)
    whole = median_ms(lambda: report_of(evaluation, context, translator), ROUNDS)
    yield Figure(f"report {language}: worded and drawn, warm", whole, floor, goal_ratio=12)
    content = content_of(lambda: report_of(evaluation, context, translator))
    for name, build in others():
        theirs = median_ms(partial(build, content), 3)
        yield Figure(f"report {language}: ours, against {name}", whole, theirs, goal_ratio=1)


def _recorded(draw: Any) -> list[Run]:  # noqa: ANN401 - any function that draws a report
    """Every run of glyphs that `draw` sets, where it sets it."""
    from reportlab.pdfgen.textobject import PDFTextObject

    runs: list[Run] = []
    set_text = PDFTextObject.textOut

    def recording(self: Any, text: str) -> None:  # noqa: ANN401 - reportlab has no types
        page = self._canvas.getPageNumber()
        runs.append((page, self._x, self._y, self._fontname, self._fontsize, text))
        set_text(self, text)

    with patch.object(PDFTextObject, "textOut", recording):
        draw()
    return runs


def _plain(runs: list[Run]) -> bytes:
    """The floor: the same runs by `drawString`, without layout, charts, colours or tags."""
    from reportlab.pdfgen.canvas import Canvas

    buffer = BytesIO()
    canvas = Canvas(buffer, invariant=1)
    page = runs[0][0]
    for number, x, y, face, size, text in runs:
        if number != page:
            canvas.showPage()
            page = number
        canvas.setFont(face, size)
        canvas.drawString(x, y, text)
    canvas.save()
    return buffer.getvalue()


def _cold(folder: str, language: str) -> Figure:
    """A fresh process from its start to the file on the disk; its caches were filled before."""
    answers = str(paths.resources_dir() / "sample" / "answers.json")
    command = [sys.executable, "-c", _COLD, answers, folder, language]
    times = []
    for _ in range(4):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append((time.perf_counter() - start) * 1000)
    return Figure(f"report {language}: in a fresh process", min(times[1:]), goal_ms=1500)
