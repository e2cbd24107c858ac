"""``backup``: a checked copy of the workspace."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from digimaturity import paths
from digimaturity.commands.parser import Commands, workspace
from digimaturity.i18n import Translator


def define(commands: Commands) -> None:
    """Add the command."""
    t = commands.t
    backup = commands.add("backup", t("write a checked copy of the workspace"), _backup)
    backup.add_argument(
        "target",
        type=Path,
        nargs="?",
        default=None,
        metavar=t("FILE"),
        help=t("where to; otherwise beside the workspace"),
    )
    workspace(backup, t("the workspace to copy"), t)


def _backup(options: Namespace, _t: Translator) -> None:
    from digimaturity.services.workspace import backup_workspace

    print(backup_workspace(options.workspace or paths.default_workspace(), options.target))
