"""What every workbook of a record has around its sheets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from digimaturity.report.build.cover import confidential, sender
from digimaturity.report.colours import colour_of
from digimaturity.report.model.tables import Book, Sheet
from digimaturity.report.wording import Wording
from digimaturity.report.workbook.long_texts import continued
from digimaturity.report.workbook.names import sheet_names


def framed(w: Wording, title: str, subject: str, sheets: Iterable[Sheet]) -> Book:
    """The book of these sheets, their names legal and their texts no longer than a cell."""
    t, context, by = w.t, w.context, sender(w)
    return Book(
        t.language,
        title,
        subject,
        by.label if by else w.company,
        context.day,
        w.company,
        confidential(w),
        t("{page} of {pages}"),
        t("Yes"),
        t("No"),
        context.options.page_size,
        colour_of(context.options.colour),
        _named(tuple(continued(sheet, t) for sheet in sheets)),
    )


def _named(sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    names = sheet_names(sheet.title for sheet in sheets)
    return tuple(replace(one, title=name) for one, name in zip(sheets, names, strict=True))
