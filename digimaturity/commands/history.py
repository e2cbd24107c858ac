"""``trend`` and ``compare``: what really changed over the years, and between two assessments."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from digimaturity.commands.parser import Commands, flag, workspace
from digimaturity.commands.places import workspace_with_work
from digimaturity.commands.telling import tell_table
from digimaturity.i18n import Translator

if TYPE_CHECKING:
    from digimaturity.report.wording import Wording


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
    from digimaturity.report.trend_words import (
        explanation,
        history_of,
        statement,
        steps_grid,
        years_grid,
    )

    history = history_of(w)
    if history is None:
        print(w.t("There is one assessment so far; the second one makes a trend."))
        return
    print(f"{statement(w, history)}.", *explanation(w, history))
    for grid in (years_grid(w, history), steps_grid(w, history)):
        print(f"\n{grid.title}")
        tell_table([grid.heads, *grid.rows])
