"""The command line: the same services as the window, for headless use and other programs."""

from __future__ import annotations

import argparse
import gettext
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from digimaturity import __version__, paths
from digimaturity.errors import UserError
from digimaturity.i18n import LANGUAGES, Translator

#: Exit statuses: the user can mend it; it is our fault.
USER_FAULT = 2
OUR_FAULT = 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; without a command, open the application."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    t = Translator.load(_language(arguments), paths.resources_dir() / "locale")
    with _argparse_speaks(t.language):
        options = _parser(t).parse_args(arguments)
    try:
        return int(options.run(options, t) or 0)
    except UserError as error:
        if options.debug:
            raise
        _say(_sentence(error, t))
        return USER_FAULT
    except BrokenPipeError:
        # Whoever reads our output has read enough; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        _say(t("Stopped. Nothing that was saved before is lost."))
        return OUR_FAULT
    except Exception as error:
        if options.debug:
            raise
        name = f"{type(error).__name__}: {error}".replace("\n", " ")
        _say(
            t(
                "This is a fault of the program: {name}. More details: --debug.",
                name=name,
            )
        )
        return OUR_FAULT


def _language(arguments: Sequence[str]) -> str:
    """The language asked for by ``--lang``, else the system's, else English."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
        if argument == "--lang" and place + 1 < len(arguments):
            return arguments[place + 1]
    system = next(
        (os.environ[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(key)), ""
    )
    code = system[:2].lower()
    return code if code in LANGUAGES else LANGUAGES[0]


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


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, and where help is."""

    def error(self, message: str) -> NoReturn:
        self.exit(USER_FAULT, f"{self.prog}: {message} ({self.prog} --help)\n")


def _parser(t: Translator) -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--lang", choices=LANGUAGES, default=None, help=t("language of texts and reports")
    )
    common.add_argument("--debug", action="store_true", help=t("show the details of an error"))
    parser = _Parser(
        prog="digimaturity",
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
        const=_self_test,
        help=t("test this installation and say what works"),
    )
    parser.set_defaults(run=_open)
    commands = parser.add_subparsers(metavar=t("COMMAND"), parser_class=_Parser)

    def command(name: str, run: Callable[..., int | None], help_: str) -> argparse.ArgumentParser:
        # Their defaults come from the main parser, so that `--debug` counts in either place.
        below = commands.add_parser(
            name, help=help_, description=help_, argument_default=argparse.SUPPRESS
        )
        below.add_argument("--lang", choices=LANGUAGES, help=t("language of texts and reports"))
        below.add_argument("--debug", action="store_true", help=t("show the details of an error"))
        below.set_defaults(run=run)
        return below

    evaluate = command("evaluate", _evaluate, t("evaluate a file of answers; the result is JSON"))
    evaluate.add_argument("answers", type=Path, metavar=t("ANSWERS.json"))
    report = command("report", _report, t("write the report as PDF"))
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
    pack = command("pack", _pack_check, t("work on questionnaire packs"))
    actions = pack.add_subparsers(metavar=t("ACTION"), required=True, parser_class=_Parser)
    check = actions.add_parser(
        "check", help=t("name every fault of a pack"), argument_default=argparse.SUPPRESS
    )
    check.add_argument("folder", type=Path, metavar=t("DIR"))
    check.set_defaults(run=_pack_check)
    demo = command("demo", _demo, t("evaluate the sample company and write its report"))
    demo.add_argument(
        "--out",
        type=Path,
        default=Path(),
        metavar=t("DIR"),
        help=t("the folder for sample-report.pdf"),
    )
    backup = command("backup", _backup, t("write a checked copy of the workspace"))
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


def _open(options: argparse.Namespace, _t: Translator) -> int:
    """The application itself; without a display it says so instead of failing inside Qt."""
    shown = any(os.environ.get(key) for key in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform.startswith("linux") and not shown:
        raise UserError("display.missing")
    from digimaturity.app import run

    return run(workspace=options.workspace, language=options.lang)


def _evaluate(options: argparse.Namespace, _t: Translator) -> None:
    from digimaturity.services.answers_file import evaluation_to_json, read_answers

    print(
        json.dumps(evaluation_to_json(read_answers(options.answers)), ensure_ascii=False, indent=2)
    )


def _report(options: argparse.Namespace, t: Translator) -> None:
    from digimaturity.services.answers_file import read_answers
    from digimaturity.services.reports import newest_report, report_of_answers
    from digimaturity.services.workspace import open_workspace

    source = options.answers or options.workspace or paths.default_workspace()
    itself = options.out.exists() and source.exists() and options.out.samefile(source)
    if itself or (options.out.exists() and not options.force):
        raise UserError("file.exists", path=options.out)
    if options.answers:
        content = report_of_answers(read_answers(options.answers), t)
    else:
        with open_workspace(source, read_only=True) as workspace:
            content = newest_report(workspace, language=t.language)
    _write(options.out, content)


def _demo(options: argparse.Namespace, t: Translator) -> None:
    from digimaturity.services.reports import report_of_answers
    from digimaturity.services.sample import read_sample

    _write(options.out / "sample-report.pdf", report_of_answers(read_sample(), t, sample=True))


def _write(path: Path, content: bytes) -> None:
    from digimaturity.files import write_whole

    write_whole(path, content)
    print(path)


def _pack_check(options: argparse.Namespace, t: Translator) -> int:
    from digimaturity.packs import load_pack

    if not options.folder.is_dir():
        raise UserError("pack.missing", path=options.folder)
    loaded = load_pack(options.folder)
    for problem in loaded.problems:
        print(f"{options.folder / problem.file}:{problem.line}: {problem.sentence(t)}")
    if loaded.problems:
        n = len(loaded.problems)
        _say(t.plural("{n} fault found.", "{n} faults found.", n))
        return USER_FAULT
    print(t("No faults found."))
    return 0


def _backup(options: argparse.Namespace, _t: Translator) -> None:
    from digimaturity.services.workspace import backup_workspace

    print(backup_workspace(options.workspace or paths.default_workspace(), options.target))


def _self_test(_options: argparse.Namespace, t: Translator) -> int:
    from digimaturity.selftest import run

    return OUR_FAULT if run(t) else 0


def _sentence(error: UserError, t: Translator) -> str:
    from digimaturity.services.messages import sentence

    message = sentence(error, t)
    return "\n".join([message.line, *(f"  {detail}" for detail in message.details)])


def _say(line: str) -> None:
    print(f"digimaturity: {line}", file=sys.stderr)
