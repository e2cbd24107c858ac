"""A fault of a workbook, with its sheet and cell, and what to tell its author."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from digimaturity.i18n import Translate
from digimaturity.packs.wording import sentence as pack_sentence


@dataclass(frozen=True, slots=True)
class Cell:
    """A place in a workbook, such as ``Questions!C7``; of a whole sheet or book parts are empty."""

    sheet: str = ""
    address: str = ""

    def __str__(self) -> str:
        return "!".join(part for part in (self.sheet, self.address) if part)


@dataclass(frozen=True, slots=True)
class CellProblem:
    """One fault; `code` is a stable key, `details` the facts that its sentence needs."""

    cell: Cell
    code: str
    details: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, t: Translate) -> str:
        """What is wrong and how to mend it, in the user's language."""
        if self.code not in SENTENCES:
            return pack_sentence(self.code, self.details, t)
        text = SENTENCES[self.code](t, self.details)
        if suggestion := self.details.get("suggestion"):
            return f"{text} {t('Did you mean “{suggestion}”?', suggestion=suggestion)}"
        return text


_Words = Callable[[Translate, Mapping[str, object]], str]

#: Every code that only workbooks have, with the function that words it.
SENTENCES: dict[str, _Words] = {
    "book.old": lambda t, _: t(
        "This is no .xlsx file: it is in the old .xls format, or protected by a password. "
        "Save it as “Excel workbook (.xlsx)” without a password."
    ),
    "book.damaged": lambda t, _: t(
        "This file cannot be read as a workbook. Open it in a spreadsheet program and save it "
        "again as “Excel workbook (.xlsx)”."
    ),
    "book.large": lambda t, d: t(
        "This workbook holds more than {megabytes} MB. Delete what does not belong to the pack.",
        **d,
    ),
    "sheet.missing": lambda t, d: t(
        "The sheet {title} is missing; it has “{name}” in its first row. "
        "Export the pack again, and copy the sheet from there.",
        **d,
    ),
    "sheet.twice": lambda t, d: t(
        "The sheet {other} has “{name}” in its first row, too. Delete one of the two.", **d
    ),
    "sheet.large": lambda t, d: t(
        "This sheet has more than {limit} rows. Delete those that are empty.", **d
    ),
    "column.missing": lambda t, d: t(
        "The column “{name}” is missing. Add it, with this name in the first row.", **d
    ),
    "column.unknown": lambda t, d: t(
        "“{name}” is no column of this sheet. Correct the name in the first row, or delete the "
        "column.",
        **d,
    ),
    "column.unnamed": lambda t, _: t(
        "This column has no name in the first row, but is not empty. Delete it."
    ),
    "column.twice": lambda t, d: t(
        "The column “{name}” is there twice. Delete one of the two.", **d
    ),
    "cell.merged": lambda t, _: t("These cells are merged. Split them, and fill each one."),
    "cell.formula": lambda t, _: t(
        "A formula stands here. Replace it by its value; for a text that begins with “=” write "
        "an apostrophe in front of it."
    ),
    "cell.error": lambda t, d: t(
        "The error {value} stands here. Replace it by what is meant.", **d
    ),
    "cell.text": lambda t, d: t(
        "A text is needed here, but {value} is a number or a date. Format the cell as text, and "
        "write it again.",
        **d,
    ),
    "cell.number": lambda t, d: t("A number is needed here, not “{value}”.", **d),
    "cell.choice": lambda t, d: t("“{value}” is not possible here. Choose one of: {choices}.", **d),
    "cell.condition": lambda t, d: t(
        "“{value}” is no condition. Write it as in the example: {example}", **d
    ),
    "cell.lifts": lambda t, d: t(
        "“{value}” says no question with two levels. Write one a line, as in the example: "
        "{example}",
        **d,
    ),
    "cell.language": lambda t, d: t(
        "This text is missing in the language “{language}”, while another language has it. "
        "Add it, or delete the other.",
        **d,
    ),
    "cell.unknown": lambda t, d: t(
        "There is no “{value}” in the sheet {title}. Correct it, or add it there.", **d
    ),
    "cell.twice": lambda t, d: t(
        "“{value}” stands in the cell {first}, too. Delete one of the two rows.", **d
    ),
    "cell.needed": lambda t, d: t("This cell is empty. Fill in {what}.", **d),
    "cell.unused": lambda t, _: t("Nothing is read from this cell. Empty it."),
    "row.id": lambda t, _: t(
        "This row is not empty, but has no id in this cell. Add the id, or empty the row."
    ),
    "row.dimension": lambda t, _: t(
        "This area has no dimension above it. Put a row for its dimension above."
    ),
    "row.level": lambda t, d: t(
        "The levels of “{value}” must be numbered from 1, each once. Correct this one.", **d
    ),
    "export.character": lambda t, d: t(
        "The text {key} holds a character that a spreadsheet cannot keep. Edit this pack in its "
        "files.",
        **d,
    ),
    "export.long": lambda t, d: t(
        "{key} is longer than a cell of a spreadsheet can be. Edit this pack in its files.", **d
    ),
}
