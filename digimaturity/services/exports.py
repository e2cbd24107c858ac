"""One record in every format: made, opened again, counted, and only then handed out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from digimaturity.errors import UserError
from digimaturity.progress import Watch, unwatched
from digimaturity.report.build.report import ChapterChoice, chapters_of
from digimaturity.report.cuts import Cut, drawn, model_of
from digimaturity.services.reports import Order
from digimaturity.services.roadmap import planned

__all__ = [
    "CUTS",
    "ChapterChoice",
    "Cut",
    "Format",
    "Made",
    "Order",
    "chapters_of",
    "exported",
    "format_of",
]

#: The cuts of a record: the full report, one page for the owners, the letter to staff.
CUTS: tuple[Cut, ...] = ("full", "board", "staff")


#: About how much of the time has gone when the words are found, and when the file is made.
_WORDED, _DRAWN = 0.2, 0.8


class Format(StrEnum):
    """What can be written; the value is also how the file's name ends."""

    PDF = "pdf"
    WORD = "docx"
    SLIDES = "pptx"
    TABLES = "xlsx"
    DATA = "json"


def format_of(path: Path) -> Format:
    """The format that the name of a file asks for.

    Raises:
        UserError: ``report.format``.
    """
    try:
        return Format(path.suffix.lower().removeprefix("."))
    except ValueError:
        raise UserError("report.format", path=path) from None


def exported(order: Order, form: Format, watch: Watch = unwatched) -> bytes:
    """The record as a file of that format; the same order gives the same bytes.

    What was made is opened again with the format's own library, and its parts are counted, so that
    a file which lacks something is never called done.

    `watch` is told which of the steps is done, and may raise to end it.

    Raises:
        UserError: ``export.incomplete``: something is missing in what was made.
    """
    return _MAKERS[form](_with_plan(order), watch).checked()


def _with_plan(order: Order) -> Order:
    """The order with the plan of its roadmap, looked for where it is not known yet."""
    roadmap = order.context.roadmap
    if roadmap is None or roadmap.plan is not None:
        return order
    return replace(order, context=replace(order.context, roadmap=planned(roadmap)))


@dataclass(frozen=True, slots=True)
class Made:
    """A file, how many parts of each kind it must have, and how many were found in it."""

    content: bytes
    expected: Mapping[str, int]
    found: Mapping[str, int]

    def checked(self) -> bytes:
        """The content, if nothing is missing.

        Raises:
            UserError: ``export.incomplete``.
        """
        for part, number in self.expected.items():
            found = self.found.get(part, 0)
            if found != number:
                raise UserError("export.incomplete", part=part, expected=number, found=found)
        return self.content


def _pdf(order: Order, watch: Watch) -> Made:
    from digimaturity.report.pdf.counts import expected, found

    model = model_of(order.evaluation, order.context, order.t, order.cut)
    watch(_WORDED)
    content = drawn(model)
    watch(_DRAWN)
    return Made(content, expected(model), found(content))


def _word(order: Order, watch: Watch) -> Made:
    from digimaturity.report.word import expected, found, render_word

    model = model_of(order.evaluation, order.context, order.t, order.cut)
    watch(_WORDED)
    content = render_word(model)
    watch(_DRAWN)
    return Made(content, expected(model), found(content))


def _slides(order: Order, watch: Watch) -> Made:
    from digimaturity.report.build.slides import build_slides
    from digimaturity.report.slides import expected, found, render_slides

    model = build_slides(order.evaluation, order.context, order.t)
    watch(_WORDED)
    content = render_slides(model)
    watch(_DRAWN)
    return Made(content, expected(model), found(content))


def _tables(order: Order, watch: Watch) -> Made:
    from digimaturity.report.workbook import expected, found, render_workbook

    content = render_workbook(order.evaluation, order.context, order.t)
    watch(_DRAWN)
    return Made(content, expected(order.evaluation, order.context, order.t), found(content))


def _data(order: Order, watch: Watch) -> Made:
    from digimaturity.services.evaluation_file import expected, found, render_data

    content = render_data(order.evaluation, order.context)
    watch(_DRAWN)
    return Made(content, expected(order.evaluation, order.context), found(content))


_MAKERS: Mapping[Format, Callable[[Order, Watch], Made]] = {
    Format.PDF: _pdf,
    Format.WORD: _word,
    Format.SLIDES: _slides,
    Format.TABLES: _tables,
    Format.DATA: _data,
}
