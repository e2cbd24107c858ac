"""A fault of a workbook, with its sheet and cell, and what to tell its author."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from digimaturity.i18n import Translate
from digimaturity.packs.wording import sentence as pack_sentence
from digimaturity.packs.wording.form import Words, filled


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
        return filled(SENTENCES[self.code], self.details, t)


#: Every code that only workbooks have, with its sentence.
SENTENCES: Mapping[str, Words] = {
    "book.old": lambda t: t(
        "This is no .xlsx file: it is in the old .xls format, or protected by a password. "
        "Save it as “Excel workbook (.xlsx)” without a password."
    ),
    "book.damaged": lambda t: t(
        "This file cannot be read as a workbook. Open it in a spreadsheet program and save it "
        "again as “Excel workbook (.xlsx)”."
    ),
    "book.large": lambda t: t(
        "This workbook holds more than {megabytes} MB. Delete what does not belong to the pack."
    ),
    "sheet.missing": lambda t: t(
        "The sheet {title} is missing; it has “{name}” in its first row. "
        "Export the pack again, and copy the sheet from there."
    ),
    "sheet.twice": lambda t: t(
        "The sheet {other} has “{name}” in its first row, too. Delete one of the two."
    ),
    "sheet.large": lambda t: t(
        "This sheet has more than {limit} rows. Delete those that are empty."
    ),
    "column.missing": lambda t: t(
        "The column “{name}” is missing. Add it, with this name in the first row."
    ),
    "column.unknown": lambda t: t(
        "“{name}” is no column of this sheet. Correct the name in the first row, or delete the "
        "column."
    ),
    "column.unnamed": lambda t: t(
        "This column has no name in the first row, but is not empty. Delete it."
    ),
    "column.twice": lambda t: t("The column “{name}” is there twice. Delete one of the two."),
    "cell.merged": lambda t: t("These cells are merged. Split them, and fill each one."),
    "cell.formula": lambda t: t(
        "A formula stands here. Replace it by its value; for a text that begins with “=” write "
        "an apostrophe in front of it."
    ),
    "cell.error": lambda t: t("The error {value} stands here. Replace it by what is meant."),
    "cell.text": lambda t: t(
        "A text is needed here, but {value} is a number or a date. Format the cell as text, and "
        "write it again."
    ),
    "cell.number": lambda t: t("A number is needed here, not “{value}”."),
    "cell.choice": lambda t: t("“{value}” is not possible here. Choose one of: {choices}."),
    "cell.condition": lambda t: t(
        "“{value}” is no condition. Write it as in the example: {example}"
    ),
    "cell.lifts": lambda t: t(
        "“{value}” says no question with two levels. Write one a line, as in the example: {example}"
    ),
    "cell.language": lambda t: t(
        "This text is missing in the language “{language}”, while another language has it. "
        "Add it, or delete the other."
    ),
    "cell.unknown": lambda t: t(
        "There is no “{value}” in the sheet {title}. Correct it, or add it there."
    ),
    "cell.twice": lambda t: t(
        "“{value}” stands in the cell {first}, too. Delete one of the two rows."
    ),
    "cell.needed": lambda t: t("This cell is empty. Fill in {what}."),
    "cell.unused": lambda t: t("Nothing is read from this cell. Empty it."),
    "row.id": lambda t: t(
        "This row is not empty, but has no id in this cell. Add the id, or empty the row."
    ),
    "row.dimension": lambda t: t(
        "This area has no dimension above it. Put a row for its dimension above."
    ),
    "row.level": lambda t: t(
        "The levels of “{value}” must be numbered from 1, each once. Correct this one."
    ),
    "export.character": lambda t: t(
        "The text {key} holds a character that a spreadsheet cannot keep. Edit this pack in its "
        "files."
    ),
    "export.long": lambda t: t(
        "{key} is longer than a cell of a spreadsheet can be. Edit this pack in its files."
    ),
}
