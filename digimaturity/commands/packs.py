"""``pack``: what authors of questionnaires do."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from digimaturity import paths
from digimaturity.commands.parser import Commands, out
from digimaturity.commands.places import refuse_existing, write
from digimaturity.commands.telling import USER_FAULT, say
from digimaturity.errors import UserError
from digimaturity.i18n import Translator

if TYPE_CHECKING:
    from digimaturity.authoring.spreadsheet import CellProblem


def define(commands: Commands) -> None:
    """Add the commands."""
    t = commands.t
    pack = commands.group("pack", t("work on questionnaire packs"))
    check = pack.add("check", t("name every fault of a pack"), _check)
    new = pack.add("new", t("write a small pack to start from"), _new)
    preview = pack.add("preview", t("print the questionnaire on paper, as PDF"), _preview)
    export = pack.add("export-xlsx", t("write a pack as a workbook for Excel"), _export)
    take = pack.add("import-xlsx", t("write the pack of a workbook into a folder"), _import)
    take.add_argument("workbook", type=Path, metavar=t("FILE.xlsx"))
    for below in (check, new, preview, export, take):
        below.add_argument("folder", type=Path, metavar=t("DIR"))
    out(preview, t("FILE.pdf"), t)
    out(export, t("FILE.xlsx"), t)


def _check(options: Namespace, t: Translator) -> int:
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


def _new(options: Namespace, t: Translator) -> None:
    from digimaturity.authoring.starting import new_pack

    print(t("The new pack lies in {path}.", path=new_pack(options.folder)))


def _preview(options: Namespace, t: Translator) -> None:
    from datetime import UTC, datetime

    from digimaturity.authoring.printing import preview_of_pack

    refuse_existing(options.out, force=options.force)
    write(options.out, preview_of_pack(options.folder, t, datetime.now(UTC).date()))


def _export(options: Namespace, t: Translator) -> int:
    from digimaturity.authoring.spreadsheet import exported_pack

    refuse_existing(options.out, force=options.force)
    content, problems = exported_pack(options.folder, t)
    if problems:
        return _name_faults(options.folder, problems, t)
    write(options.out, content)
    return 0


def _import(options: Namespace, t: Translator) -> int:
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
    say(t.plural("{n} fault found.", "{n} faults found.", n))
    return USER_FAULT
