"""What can be said on the command line, in the language of who says it."""

from __future__ import annotations

import argparse
import gettext
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NoReturn

from digimaturity import __version__, paths, peer_commands
from digimaturity.domain.population import PeerChoice
from digimaturity.i18n import LANGUAGES, Translator

#: Exit status of a command line that cannot be understood.
MISUNDERSTOOD = 2

#: Makes the parser of an action: its name, its help, and the command it belongs to if not `pack`.
Action = Callable[..., argparse.ArgumentParser]


def parse(arguments: Sequence[str], t: Translator) -> argparse.Namespace:
    """The options that were given; `run` names the command.

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


def _peer_choice(words: str, t: Translator) -> PeerChoice:
    try:
        return PeerChoice.of(() if words == "all" else words.split(","))
    except ValueError:
        message = t("not any of country, sector and size, nor “all”: {words}", words=words)
        raise argparse.ArgumentTypeError(message) from None


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, and where help is."""

    def error(self, message: str) -> NoReturn:
        self.exit(MISUNDERSTOOD, f"{self.prog}: {message} ({self.prog} --help)\n")


def _parser(t: Translator) -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    common.add_argument(
        "--lang", choices=LANGUAGES, default=None, help=t("language of texts and reports")
    )
    common.add_argument("--debug", action="store_true", help=t("show the details of an error"))
    parser = _Parser(
        prog="digimaturity",
        allow_abbrev=False,
        description=t(
            "Digital-maturity assessment, offline. Without a command the application opens."
        ),
        parents=[common],
    )
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
        const="self-test",
        help=t("test this installation and say what works"),
    )
    parser.set_defaults(run="application")
    commands = parser.add_subparsers(metavar=t("COMMAND"), parser_class=_Parser)

    def command(name: str, help_: str) -> argparse.ArgumentParser:
        # Their defaults come from the main parser, so that `--debug` counts in either place.
        below = commands.add_parser(
            name, help=help_, description=help_, argument_default=argparse.SUPPRESS
        )
        below.add_argument("--lang", choices=LANGUAGES, help=t("language of texts and reports"))
        below.add_argument("--debug", action="store_true", help=t("show the details of an error"))
        below.set_defaults(run=name)
        return below

    evaluate = command("evaluate", t("evaluate a file of answers; the result is JSON"))
    evaluate.add_argument(
        "answers",
        type=Path,
        nargs="?",
        default=None,
        metavar=t("ANSWERS.json"),
        help=t("answers to evaluate; otherwise the newest assessment of the workspace"),
    )
    evaluate.add_argument(
        "--workspace", type=Path, metavar=t("FILE"), help=t("the workspace to read")
    )
    evaluate.add_argument(
        "--peers",
        type=lambda words: _peer_choice(words, t),
        default=None,
        metavar="country,sector,size",
        help=t("what the peers share with the company; “all” for every firm"),
    )
    report = command("report", t("write the report as PDF"))
    report.add_argument(
        "answers",
        type=Path,
        nargs="?",
        default=None,
        metavar=t("ANSWERS.json"),
        help=t("answers to report on; otherwise the newest assessment of the workspace"),
    )
    report.add_argument(
        "--workspace", type=Path, metavar=t("FILE"), help=t("the workspace to read")
    )
    report.add_argument(
        "-o", "--out", type=Path, required=True, metavar=t("FILE.pdf"), help=t("where to write it")
    )
    report.add_argument(
        "--force",
        action="store_true",
        default=False,
        help=t("replace a file that is there already"),
    )
    pack = command("pack", t("work on questionnaire packs"))
    benchmark = command("benchmark", t("work on the figures that firms are compared with"))
    peers = command("peers", t("merge, check and import the scores of peers"))
    actions = {
        name: of.add_subparsers(metavar=t("ACTION"), required=True, parser_class=_Parser)
        for name, of in (("pack", pack), ("benchmark", benchmark), ("peers", peers))
    }

    def action(name: str, help_: str, of: str = "pack") -> argparse.ArgumentParser:
        below = actions[of].add_parser(
            name, help=help_, description=help_, argument_default=argparse.SUPPRESS
        )
        below.add_argument("--lang", choices=LANGUAGES, help=t("language of texts and reports"))
        below.add_argument("--debug", action="store_true", help=t("show the details of an error"))
        below.set_defaults(run=f"{of} {name}")
        return below

    _of_packs(action, t)
    _of_benchmarks(action, t)
    peer_commands.define(command, lambda name, help_: action(name, help_, "peers"), t)
    demo = command("demo", t("evaluate the sample company and write its report"))
    demo.add_argument(
        "--out",
        type=Path,
        default=Path(),
        metavar=t("DIR"),
        help=t("the folder for sample-report.pdf"),
    )
    backup = command("backup", t("write a checked copy of the workspace"))
    backup.add_argument(
        "target",
        type=Path,
        nargs="?",
        default=None,
        metavar=t("FILE"),
        help=t("where to; otherwise beside the workspace"),
    )
    backup.add_argument(
        "--workspace", type=Path, metavar=t("FILE"), help=t("the workspace to copy")
    )
    return parser


def _of_packs(action: Action, t: Translator) -> None:
    """What can be done with questionnaire packs."""
    check = action("check", t("name every fault of a pack"))
    check.add_argument("folder", type=Path, metavar=t("DIR"))
    new = action("new", t("write a small pack to start from"))
    new.add_argument("folder", type=Path, metavar=t("DIR"))
    preview = action("preview", t("print the questionnaire on paper, as PDF"))
    preview.add_argument("folder", type=Path, metavar=t("DIR"))
    _written(preview, t("FILE.pdf"), t)
    export = action("export-xlsx", t("write a pack as a workbook for Excel"))
    export.add_argument("folder", type=Path, metavar=t("DIR"))
    _written(export, t("FILE.xlsx"), t)
    take = action("import-xlsx", t("write the pack of a workbook into a folder"))
    take.add_argument("workbook", type=Path, metavar=t("FILE.xlsx"))
    take.add_argument("folder", type=Path, metavar=t("DIR"))


def _written(below: argparse.ArgumentParser, file: str, t: Translator) -> None:
    """The option that names the file to write, and whether one may be replaced."""
    below.add_argument(
        "-o", "--out", type=Path, required=True, metavar=file, help=t("where to write it")
    )
    below.add_argument(
        "--force",
        action="store_true",
        default=False,
        help=t("replace a file that is there already"),
    )


def _of_benchmarks(action: Action, t: Translator) -> None:
    """What can be done with official figures."""
    figures = action("import", t("add figures from files that Eurostat publishes"), "benchmark")
    figures.add_argument("files", type=Path, nargs="+", metavar=t("FILE"))
    figures.add_argument(
        "--dry-run",
        action="store_true",
        default=False,
        help=t("only say what would change"),
    )
    figures.add_argument(
        "--updated",
        type=date.fromisoformat,
        default=None,
        metavar=t("YYYY-MM-DD"),
        help=t("the day of the data, for files that do not say it"),
    )
    action("list", t("name the figures that are installed"), "benchmark")
    without = action("remove", t("take out figures that were imported"), "benchmark")
    which = without.add_mutually_exclusive_group(required=True)
    which.add_argument("dataset", nargs="?", default=None, metavar=t("DATASET"))
    which.add_argument("--all", action="store_true", default=False, help=t("all that was imported"))
