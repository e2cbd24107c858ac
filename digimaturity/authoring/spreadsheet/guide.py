"""The first sheet of a workbook: how to edit a pack in a spreadsheet."""

from __future__ import annotations

from digimaturity.authoring.spreadsheet.codecs import CONDITION_EXAMPLE, LIFTS_EXAMPLE
from digimaturity.i18n import Translate


def guide(t: Translate) -> list[tuple[str, str]]:
    """Lines of a label and a text; the first is the title."""
    return [
        (t("How to edit this pack"), ""),
        (
            t("Texts"),
            t(
                "Every text stands in each language, side by side. Change what you like; a text "
                "that one language has, every language must have."
            ),
        ),
        (
            t("First row"),
            t(
                "The small grey words in the first row of each sheet are read by the program. "
                "Leave them as they are. Columns and sheets may be moved."
            ),
        ),
        (
            t("Ids"),
            t(
                "Small letters, digits and underscores, the parts of a question’s id joined by "
                "dots. Never change an id that somebody has answered already; put the old one "
                "under “replaces” if you must."
            ),
        ),
        (
            t("Rows"),
            t(
                "A new question, measure or term is a new row. Rows are read from top to bottom: "
                "that is the order in which questions are asked. Empty rows say nothing."
            ),
        ),
        (
            t("Levels"),
            t(
                "A question of the kind “levels” has one text for each level. Other kinds leave "
                "these cells empty; their options stand in a sheet of their own."
            ),
        ),
        (
            t("Conditions"),
            t(
                "Compare a question with =, >= or >, and join with these words and parentheses: "
                "{words}. Yes and no are written yes and no. Example: {example}",
                words="and, or, not",
                example=CONDITION_EXAMPLE,
            ),
        ),
        (
            t("Measures"),
            t(
                "What a measure lifts stands in one cell, a question a line, from a level to a "
                "level. Example: {example}",
                example=LIFTS_EXAMPLE,
            ),
        ),
        (
            t("Lists"),
            t("Several ids in one cell are separated by commas; forms of a word stand one a line."),
        ),
        (
            t("What to avoid"),
            t("Merged cells, formulas, and cells formatted as a date. They are refused by name."),
        ),
        (
            t("Reading it back"),
            t(
                "“digimaturity pack import-xlsx FILE.xlsx DIR” writes the pack, or names every "
                "fault with its sheet and cell and writes nothing."
            ),
        ),
    ]
