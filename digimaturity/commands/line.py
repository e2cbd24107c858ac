"""The whole command line, in the language of who speaks it."""

from __future__ import annotations

import argparse
import gettext
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from digimaturity import __version__, paths
from digimaturity.commands import (
    application,
    assessments,
    benchmarks,
    company,
    contribute,
    evaluate,
    forms,
    history,
    packs,
    peers,
    plan,
    reminders,
    reports,
    roadmap,
    workspace,
)
from digimaturity.commands.parser import Commands, Parser, everywhere
from digimaturity.i18n import Translator


def parse(arguments: Sequence[str], t: Translator) -> argparse.Namespace:
    """The options that were given; `run` is the function of the command, a `parser.Run`.

    Raises:
        SystemExit: Help or version was asked for, or the arguments make no sense; what there is
            to say has been printed.
    """
    with _argparse_speaks(t.language):
        return _parser(t).parse_args(arguments)


@contextmanager
def _argparse_speaks(language: str) -> Iterator[None]:
    """Let argparse find its own words in our catalogue: it asks gettext's default domain."""
    before = os.environ.get("LANGUAGE")
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("digimaturity", str(paths.resources_dir() / "locale"))
    gettext.textdomain("digimaturity")
    try:
        yield
    finally:
        gettext.textdomain("messages")
        del os.environ["LANGUAGE"]
        if before is not None:
            os.environ["LANGUAGE"] = before


def _parser(t: Translator) -> argparse.ArgumentParser:
    parser = Parser(
        prog="digimaturity",
        allow_abbrev=False,
        description=t(
            "Digital-maturity assessment, offline. Without a command the application opens."
        ),
    )
    everywhere(parser, t)
    parser.add_argument(
        "--version",
        action="version",
        version=f"digimaturity {__version__}",
        help=t("show the version and exit"),
    )
    parser.add_argument(
        "--workspace", type=Path, metavar=t("FILE"), help=t("the workspace to open")
    )
    parser.add_argument(
        "--self-test",
        dest="run",
        action="store_const",
        const=application.self_test,
        help=t("test this installation and say what works"),
    )
    parser.set_defaults(run=application.application)
    commands = Commands.of(parser, t("COMMAND"), t, required=False)
    # In the order in which the help names them.
    for group in (
        evaluate,
        reports,
        roadmap,
        history,
        plan,
        packs,
        benchmarks,
        peers,
        contribute,
        company,
        assessments,
        reminders,
        forms,
        workspace,
    ):
        group.define(commands)
    return parser
