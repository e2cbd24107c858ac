"""The command line: the same services as the window, for headless use and other programs."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from digimaturity import paths
from digimaturity.errors import UserError

if TYPE_CHECKING:
    # Without a command the window is painted before anything of the command line is loaded.
    from argparse import Namespace

    from digimaturity.authoring.spreadsheet import CellProblem
    from digimaturity.i18n import Translator

#: Exit statuses: the user can mend it; it is our fault.
USER_FAULT = 2
OUR_FAULT = 1


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; without a command, open the application."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _run(arguments)
    except BrokenPipeError:
        # Whoever reads our output has read enough; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, Exception) as error:
        if "--debug" in arguments:
            raise
        return _tell(error, _translator(arguments))


def _run(arguments: Sequence[str]) -> int:
    if not arguments:
        return _open()
    from digimaturity.arguments import parse

    t = _translator(arguments)
    options = parse(arguments, t)
    return COMMANDS[options.run](options, t) or 0


def _tell(error: BaseException, t: Translator) -> int:
    """Say in words what went wrong, and return the exit status for it."""
    if isinstance(error, UserError):
        _say(_sentence(error, t))
        return USER_FAULT
    if isinstance(error, KeyboardInterrupt):
        _say(t("Stopped. Nothing that was saved before is lost."))
        return OUR_FAULT
    name = f"{type(error).__name__}: {error}".replace("\n", " ")
    _say(t("This is a fault of the program: {name}. More details: --debug.", name=name))
    return OUR_FAULT


def _translator(arguments: Sequence[str]) -> Translator:
    """The language asked for by ``--lang``, else the application's, the system's, English."""
    from digimaturity.i18n import Translator
    from digimaturity.settings import load_settings

    asked = next((lang for lang in _asked(arguments) if lang), "")
    chosen = asked or load_settings(paths.config_dir()).language
    system = (os.environ.get(key, "") for key in ("LC_ALL", "LC_MESSAGES", "LANG"))
    language = chosen or next((value for value in system if value), "")[:2].lower()
    return Translator.load(language, paths.resources_dir() / "locale")


def _asked(arguments: Sequence[str]) -> Sequence[str]:
    """What stands behind ``--lang``, wherever it is."""
    after = zip(arguments, [*arguments, ""][1:], strict=True)
    return [
        argument.partition("=")[2] if "=" in argument else following
        for argument, following in after
        if argument.partition("=")[0] == "--lang"
    ]


def _application(options: Namespace, _t: Translator) -> int:
    return _open(options.workspace, options.lang)


def _open(workspace: Path | None = None, language: str | None = None) -> int:
    """The application itself; without a display it says so instead of failing inside Qt."""
    shown = any(os.environ.get(key) for key in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform.startswith("linux") and not shown:
        raise UserError("display.missing")
    from digimaturity.app import run

    return run(workspace=workspace, language=language)


def _evaluate(options: Namespace, _t: Translator) -> None:
    import json

    from digimaturity.services.answers_file import evaluation_to_json, read_answers
    from digimaturity.services.results import newest_to_json
    from digimaturity.services.workspace import open_workspace

    if options.answers:
        document = evaluation_to_json(read_answers(options.answers), options.peers)
    else:
        with open_workspace(_workspace_of(options), read_only=True) as workspace:
            document = newest_to_json(workspace, options.peers)
    print(json.dumps(document, ensure_ascii=False, indent=2))


def _report(options: Namespace, t: Translator) -> None:
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
        with open_workspace(_workspace_of(options), read_only=True) as workspace:
            content = newest_report(workspace, language=t.language)
    _write(options.out, content)


def _workspace_of(options: Namespace) -> Path:
    """The workspace that is named, or the user's own, in which there may be nothing yet."""
    own = paths.default_workspace()
    if not options.workspace and not own.exists():
        raise UserError("assessment.none", path=own)
    return Path(options.workspace or own)


def _demo(options: Namespace, t: Translator) -> None:
    from digimaturity.services.reports import report_of_answers
    from digimaturity.services.sample import read_sample

    _write(options.out / "sample-report.pdf", report_of_answers(read_sample(), t, sample=True))


def _write(path: Path, content: bytes) -> None:
    from digimaturity.files import write_whole

    write_whole(path, content)
    print(path)


def _pack_check(options: Namespace, t: Translator) -> int:
    from digimaturity.packs import load_pack

    if not options.folder.is_dir():
        raise UserError("pack.missing", path=options.folder)
    loaded = load_pack(options.folder, library=paths.questionnaires_dir())
    for problem in loaded.problems:
        print(f"{options.folder / problem.file}:{problem.line}: {problem.sentence(t)}")
    if loaded.problems:
        return _count_faults(len(loaded.problems), t)
    print(t("No faults found."))
    return 0


def _pack_new(options: Namespace, t: Translator) -> None:
    from digimaturity.authoring.starting import new_pack

    print(t("The new pack lies in {path}.", path=new_pack(options.folder)))


def _pack_preview(options: Namespace, t: Translator) -> None:
    from datetime import UTC, datetime

    from digimaturity.authoring.printing import preview_of_pack

    _refuse_existing(options)
    _write(options.out, preview_of_pack(options.folder, t, datetime.now(UTC).date()))


def _pack_export(options: Namespace, t: Translator) -> int:
    from digimaturity.authoring.spreadsheet import exported_pack

    _refuse_existing(options)
    content, problems = exported_pack(options.folder, t)
    if problems:
        return _name_faults(options.folder, problems, t)
    _write(options.out, content)
    return 0


def _pack_import(options: Namespace, t: Translator) -> int:
    from digimaturity.authoring.spreadsheet import imported_pack

    done = imported_pack(options.workbook, options.folder, t)
    if done.problems:
        return _name_faults(options.workbook, done.problems, t)
    for name in done.files:
        print(options.folder / name)
    if not done.files:
        print(t("Nothing has changed."))
    return 0


def _name_faults(path: Path, problems: Sequence[CellProblem], t: Translator) -> int:
    for problem in problems:
        place = ":".join(part for part in (str(path), str(problem.cell)) if part)
        print(f"{place}: {problem.sentence(t)}")
    return _count_faults(len(problems), t)


def _count_faults(n: int, t: Translator) -> int:
    _say(t.plural("{n} fault found.", "{n} faults found.", n))
    return USER_FAULT


def _benchmark_import(options: Namespace, t: Translator) -> None:
    from digimaturity.services.benchmark_words import plan_words
    from digimaturity.services.benchmarks import apply_import, preview_import

    plan = preview_import(options.files, updated=options.updated)
    for words in plan_words(plan, t):
        print("\n".join([words.sentence, *(f"  {detail}" for detail in words.details)]))
    if options.dry_run:
        print(t("Nothing has been changed."))
        return
    apply_import(plan)
    print(
        t("The figures have been imported.") if plan.changes else t("There is nothing to change.")
    )


def _benchmark_list(_options: Namespace, t: Translator) -> None:
    from digimaturity.services.benchmark_words import dataset_words
    from digimaturity.services.benchmarks import installed_datasets

    for one in installed_datasets():
        words = dataset_words(one, t)
        print("\n".join([words.sentence, *(f"  {detail}" for detail in words.details)]))


def _benchmark_remove(options: Namespace, t: Translator) -> None:
    from digimaturity.services.benchmarks import remove_dataset, remove_imported

    if options.all:
        remove_imported()
    else:
        remove_dataset(options.dataset or "")
    print(t("The imported figures have been removed."))


def _of_peers(options: Namespace, t: Translator) -> None:
    from digimaturity.peer_commands import COMMANDS as OF_PEERS

    OF_PEERS[options.run](options, t)


def _refuse_existing(options: Namespace) -> None:
    if options.out.exists() and not options.force:
        raise UserError("file.exists", path=options.out)


def _backup(options: Namespace, _t: Translator) -> None:
    from digimaturity.services.workspace import backup_workspace

    print(backup_workspace(options.workspace or paths.default_workspace(), options.target))


def _self_test(_options: Namespace, t: Translator) -> int:
    from digimaturity.selftest import run

    return OUR_FAULT if run(t) else 0


#: What each command does, by the name that `arguments` gives it.
COMMANDS: Mapping[str, Callable[[Namespace, Translator], int | None]] = {
    "application": _application,
    "self-test": _self_test,
    "evaluate": _evaluate,
    "report": _report,
    "pack check": _pack_check,
    "pack new": _pack_new,
    "pack preview": _pack_preview,
    "pack export-xlsx": _pack_export,
    "pack import-xlsx": _pack_import,
    "benchmark import": _benchmark_import,
    "benchmark list": _benchmark_list,
    "benchmark remove": _benchmark_remove,
    "contribute": _of_peers,
    "peers keygen": _of_peers,
    "peers merge": _of_peers,
    "peers verify": _of_peers,
    "peers import": _of_peers,
    "demo": _demo,
    "backup": _backup,
}


def _sentence(error: UserError, t: Translator) -> str:
    from digimaturity.services.messages import sentence

    message = sentence(error, t)
    return "\n".join([message.line, *(f"  {detail}" for detail in message.details)])


def _say(line: str) -> None:
    print(f"digimaturity: {line}", file=sys.stderr)
