"""``roadmap``: the roadmap of the newest assessment as tables, calendar, project file, strategy."""

from __future__ import annotations

from argparse import Namespace

from digimaturity.commands import parser
from digimaturity.commands.parser import Commands
from digimaturity.commands.places import own_workspace, refuse_existing, workspace_with_work, write
from digimaturity.i18n import Translator


def define(commands: Commands) -> None:
    """Add the command."""
    t = commands.t
    roadmap = commands.add(
        "roadmap",
        t("write the roadmap as tables, calendar or project file, or the IT strategy as Word"),
        _roadmap,
    )
    whose = t("whose roadmap, by name or id; otherwise that of the newest assessment")
    roadmap.add_argument("--company", default="", metavar=t("NAME"), help=whose)
    parser.workspace(roadmap, t("the workspace to read"), t)
    parser.out(roadmap, t("FILE.xlsx|ics|xml|docx"), t)


def _roadmap(options: Namespace, t: Translator) -> None:
    from digimaturity.services.reports import newest_order
    from digimaturity.services.roadmap_files import roadmap_file, roadmap_format_of
    from digimaturity.services.workspace import open_workspace

    source = own_workspace(options.workspace)
    refuse_existing(options.out, force=options.force, source=source)
    form = roadmap_format_of(options.out)
    with open_workspace(workspace_with_work(options.workspace), read_only=True) as workspace:
        order = newest_order(workspace, t, options.company)
    write(options.out, roadmap_file(order, form))
