"""``contribute``: the scores that a company gives to others, shown before they are written."""

from __future__ import annotations

import sys
from argparse import Namespace

from digimaturity.commands.parser import Commands, out, workspace
from digimaturity.commands.places import own_workspace, refuse_existing, refuse_missing
from digimaturity.commands.telling import say
from digimaturity.i18n import Translator


def define(commands: Commands) -> None:
    """Add the command."""
    t = commands.t
    give = commands.add(
        "contribute", t("show, or write, the scores that a company gives to others"), _contribute
    )
    give.add_argument("--company", required=True, metavar=t("NAME"), help=t("whose scores"))
    workspace(give, t("the workspace to read"), t)
    out(give, t("FILE"), t, required=False)


def _contribute(options: Namespace, t: Translator) -> None:
    """Print the very bytes that are given, with what they tell; write them where asked to."""
    from digimaturity.services.contributions import explanation, newest_of, preview, save
    from digimaturity.services.workspace import open_workspace

    if options.out:
        refuse_existing(options.out, force=options.force)
    path = own_workspace(options.workspace)
    refuse_missing(path)
    with open_workspace(path, read_only=options.out is None) as opened:
        shown = preview(opened, newest_of(opened, options.company))
        if options.out:
            save(opened, shown, options.out)
    sys.stdout.write(shown.content.decode())
    sys.stdout.flush()
    for paragraph in explanation(t):
        say(paragraph)
    if options.out:
        say(t("Written to {path}.", path=options.out))
    elif shown.new:
        say(t("Nothing has been kept: the next look shows another id, until a file is written."))
