"""``trend`` and ``compare``: what really changed over the years, and between two assessments."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from digimaturity.commands.parser import Commands, flag, workspace
from digimaturity.commands.places import workspace_with_work
from digimaturity.commands.telling import tell_table
from digimaturity.i18n import Translator

if TYPE_CHECKING:
    from digimaturity.report.comparison_words import Told
    from digimaturity.report.wording import Wording
    from digimaturity.services.workspace import Workspace


def define(commands: Commands) -> None:
    """Add the commands."""
    t = commands.t
    trend = commands.add(
        "trend", t("tell what really changed in a company from assessment to assessment"), _trend
    )
    trend.add_argument(
        "--company",
        default="",
        metavar=t("NAME"),
        help=t("whose trend, by name or id; otherwise that of the newest assessment"),
    )
    flag(trend, "--draft", t("count an assessment in progress, too"))
    _common(trend, t)
    both = commands.add("compare", t("set two assessments side by side"), _compare)
    meant = t("NAME@2025, NAME@2025-03-01, NAME@2025r1 for a revision, an id, or a file of answers")
    for side in "ab":
        both.add_argument(side, metavar=side.upper(), help=meant)
    flag(both, "--changes", t("only the questions that differ"))
    _common(both, t)


def _common(below: ArgumentParser, t: Translator) -> None:
    flag(below, "--json", t("print the result as JSON"))
    workspace(below, t("the workspace to read"), t)


def _trend(options: Namespace, t: Translator) -> None:
    from digimaturity.services.history_file import trend_document, written
    from digimaturity.services.trends import trend_wording, years_for
    from digimaturity.services.workspace import open_workspace

    with open_workspace(workspace_with_work(options.workspace), read_only=True) as opened:
        company, years = years_for(opened, options.company, draft=options.draft)
        if options.json:
            print(written(trend_document(company, years), "trend").decode(), end="")
            return
        wording = trend_wording(opened, years, t)
    print(company.name)
    _tell_trend(wording)


def _tell_trend(w: Wording) -> None:
    from digimaturity.report.trend_tables import steps_grid, years_grid
    from digimaturity.report.trend_words import (
        explanation,
        history_of,
        statement,
    )

    history = history_of(w)
    if history is None:
        print(w.t("There is one assessment so far; the second one makes a trend."))
        return
    print(f"{statement(w, history)}.", *explanation(w, history))
    for grid in (years_grid(w, history), steps_grid(w, history)):
        print(f"\n{grid.title}")
        tell_table([grid.heads, *grid.rows])


def _compare(options: Namespace, t: Translator) -> None:
    from digimaturity.services.sides import names_file
    from digimaturity.services.workspace import open_workspace

    if names_file(options.a) and names_file(options.b):
        _tell_compared(options, t, None)
        return
    with open_workspace(workspace_with_work(options.workspace), read_only=True) as opened:
        _tell_compared(options, t, opened)


def _tell_compared(options: Namespace, t: Translator, opened: Workspace | None) -> None:
    from digimaturity.services.history_file import comparison_document, written
    from digimaturity.services.sides import side_called, told_sides

    a, b = (side_called(opened, text) for text in (options.a, options.b))
    told = told_sides(opened, a, b, t)
    if options.json:
        document = comparison_document(a, b, told.found, changes=options.changes)
        print(written(document, "comparison").decode(), end="")
    else:
        _tell_sides(told, changes=options.changes)


def _tell_sides(told: Told, *, changes: bool) -> None:
    from digimaturity.report.comparison_rows import row_words
    from digimaturity.report.comparison_text import head_lines
    from digimaturity.services.history_file.comparison import DIFFERENT

    lines = [one for one in told.found.lines if not changes or one.standing in DIFFERENT]
    rows = [row_words(told, one) for one in lines]
    print(*head_lines(told), sep="\n")
    change = told.t("Change") if told.onwards else told.t("Difference")
    said = [
        (one.a, one.b, one.change, " · ".join(filter(None, (one.name, one.about)))) for one in rows
    ]
    tell_table([("A", "B", change, told.t("What")), *said])
