"""The evaluation as a workbook (.xlsx): typed tables of scores, answers, figures and measures."""

from __future__ import annotations

from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.i18n import Translator
from digimaturity.report.wording import ReportContext, Wording

__all__ = [
    "expected",
    "expected_of_roadmap",
    "found",
    "render_roadmap",
    "render_workbook",
]


def render_workbook(evaluation: Evaluation, context: ReportContext, t: Translator) -> bytes:
    """The workbook in the language of `t`; the same input gives the same bytes."""
    from digimaturity.report.workbook.build import build_book
    from digimaturity.report.workbook.writing import book_bytes

    return book_bytes(build_book(evaluation, context, t))


def expected(evaluation: Evaluation, context: ReportContext, t: Translator) -> dict[str, int]:
    """How many sheets, rows, numbers, texts … the workbook of this evaluation has to have."""
    from digimaturity.report.workbook.build import build_book
    from digimaturity.report.workbook.counting import counts_of_book

    return counts_of_book(build_book(evaluation, context, t))


def found(content: bytes) -> dict[str, int]:
    """The same counts of a finished workbook, opened anew."""
    from digimaturity.report.workbook.counting import counts_of_file

    return counts_of_file(content)


def render_roadmap(w: Wording, roadmap: Roadmap) -> bytes:
    """The workbook of a roadmap; the same input gives the same bytes."""
    from digimaturity.report.workbook.roadmap import build_roadmap
    from digimaturity.report.workbook.writing import book_bytes

    return book_bytes(build_roadmap(w, roadmap))


def expected_of_roadmap(w: Wording, roadmap: Roadmap) -> dict[str, int]:
    """How many sheets, rows, numbers, texts … the workbook of this roadmap has to have."""
    from digimaturity.report.workbook.counting import counts_of_book
    from digimaturity.report.workbook.roadmap import build_roadmap

    return counts_of_book(build_roadmap(w, roadmap))
