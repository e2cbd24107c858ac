"""Tables of benchmark packs."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.packs.wording.form import Words

TABLES: Mapping[str, Words] = {
    "csv.header": lambda t: t("The first line must name the columns {columns}."),
    "csv.columns": lambda t: t(
        "This row has {found} cells instead of {wanted}. Check its commas and quotes."
    ),
    "csv.quotes": lambda t: t("The quotes in this row do not fit together. Correct them."),
    "csv.cell": lambda t: t("“{value}” cannot stand in the column {column}. Correct it."),
    "csv.choice": lambda t: t(
        "“{value}” cannot stand in the column {column}. Choose one of: {choices}."
    ),
    "csv.number": lambda t: t(
        "“{value}” cannot stand in the column {column}. "
        "Write a number from {lowest} to {highest}, with a point for decimals."
    ),
    "csv.duplicate": lambda t: t("This figure stands in line {first}, too. Keep one of the two."),
    "csv.source": lambda t: t(
        "pack.yaml has no source “{source}”. Add it there, or correct it here."
    ),
    "bands.sum": lambda t: t(
        "The four bands that begin here make {sum} per cent, not 100. Correct the shares."
    ),
    "bands.mixed": lambda t: t(
        "The four bands that begin here have different sources or numbers of firms. "
        "Take all four from one publication."
    ),
    "source.conflict": lambda t: t(
        "Another benchmark pack describes the source “{source}” differently. "
        "Give it another id here."
    ),
}
