"""What the commands share in saying what can be said: the parser, and options of several."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, Self

from digimaturity.commands.telling import USER_FAULT
from digimaturity.i18n import LANGUAGES, Translator

#: Does what a command says; the exit status, with None for 0.
Run = Callable[[argparse.Namespace, Translator], int | None]


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, and where help is."""

    def error(self, message: str) -> NoReturn:
        """End the program for a command line that cannot be understood."""
        self.exit(USER_FAULT, f"{self.prog}: {message} ({self.prog} --help)\n")


@dataclass(frozen=True, slots=True)
class Commands:
    """Where commands are added: at the top, or behind a word like ``pack``."""

    t: Translator
    _make: Callable[..., argparse.ArgumentParser]

    @classmethod
    def of(
        cls, parser: argparse.ArgumentParser, metavar: str, t: Translator, *, required: bool
    ) -> Self:
        """The commands behind what `parser` reads; `required` says whether there must be one."""
        return cls(t, parser.add_subparsers(metavar=metavar, required=required).add_parser)

    def add(self, name: str, help_: str, run: Run) -> argparse.ArgumentParser:
        """Add a command that is done by `run`; its options are for the caller to add."""
        below = self._below(name, help_)
        below.set_defaults(run=run)
        return below

    def group(self, name: str, help_: str) -> Commands:
        """Add a word that wants one of the commands of the group behind it."""
        return Commands.of(self._below(name, help_), self.t("ACTION"), self.t, required=True)

    def _below(self, name: str, help_: str) -> argparse.ArgumentParser:
        # Defaults come from the main parser, so that `--debug` counts in either place.
        below = self._make(name, help=help_, description=help_, argument_default=argparse.SUPPRESS)
        everywhere(below, self.t)
        return below


def everywhere(parser: argparse.ArgumentParser, t: Translator) -> None:
    """The options that may stand before and behind every command."""
    parser.add_argument("--lang", choices=LANGUAGES, help=t("language of texts and reports"))
    parser.add_argument("--debug", action="store_true", help=t("show the details of an error"))


def answers_or_workspace(below: argparse.ArgumentParser, help_: str, t: Translator) -> None:
    """What a command reads: a file of answers, or a workspace; `help_` is told of the file."""
    below.add_argument(
        "answers", type=Path, nargs="?", default=None, metavar=t("ANSWERS.json"), help=help_
    )
    workspace(below, t("the workspace to read"), t)


def workspace(below: argparse.ArgumentParser, help_: str, t: Translator) -> None:
    """The option that names a workspace; without it, None or what stands before the command."""
    below.add_argument("--workspace", type=Path, metavar=t("FILE"), help=help_)


def out(
    below: argparse.ArgumentParser, metavar: str, t: Translator, *, required: bool = True
) -> None:
    """The option that names the file to write, None if not given, and whether to replace one."""
    below.add_argument(
        "-o",
        "--out",
        type=Path,
        required=required,
        default=None,
        metavar=metavar,
        help=t("where to write it"),
    )
    flag(below, "--force", t("replace a file that is there already"))


def flag(below: argparse._ActionsContainer, name: str, help_: str) -> None:
    """An option that is false unless it is given."""
    below.add_argument(name, action="store_true", default=False, help=help_)
