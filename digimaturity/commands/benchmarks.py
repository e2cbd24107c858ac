"""``benchmark``: the official figures that firms are compared with."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from digimaturity.commands.parser import Commands, flag
from digimaturity.i18n import Translator

if TYPE_CHECKING:
    from digimaturity.services.benchmark_words import Words


def define(commands: Commands) -> None:
    """Add the commands."""
    t = commands.t
    benchmark = commands.group("benchmark", t("work on the figures that firms are compared with"))
    take = benchmark.add("import", t("add figures from files that Eurostat publishes"), _import)
    take.add_argument("files", type=Path, nargs="+", metavar=t("FILE"))
    flag(take, "--dry-run", t("only say what would change"))
    take.add_argument(
        "--updated",
        type=date.fromisoformat,
        default=None,
        metavar=t("YYYY-MM-DD"),
        help=t("the day of the data, for files that do not say it"),
    )
    benchmark.add("list", t("name the figures that are installed"), _list)
    remove = benchmark.add("remove", t("take out figures that were imported"), _remove)
    which = remove.add_mutually_exclusive_group(required=True)
    which.add_argument("dataset", nargs="?", default=None, metavar=t("DATASET"))
    flag(which, "--all", t("all that was imported"))


def _import(options: Namespace, t: Translator) -> None:
    from digimaturity.services.benchmark_words import plan_words
    from digimaturity.services.benchmarks import apply_import, preview_import

    plan = preview_import(options.files, updated=options.updated)
    for words in plan_words(plan, t):
        _print(words)
    if options.dry_run:
        print(t("Nothing has been changed."))
        return
    apply_import(plan)
    print(
        t("The figures have been imported.") if plan.changes else t("There is nothing to change.")
    )


def _list(_options: Namespace, t: Translator) -> None:
    from digimaturity.services.benchmark_words import dataset_words
    from digimaturity.services.benchmarks import installed_datasets

    for one in installed_datasets():
        _print(dataset_words(one, t))


def _remove(options: Namespace, t: Translator) -> None:
    from digimaturity.services.benchmarks import remove_dataset, remove_imported

    if options.all:
        remove_imported()
    else:
        remove_dataset(options.dataset or "")
    print(t("The imported figures have been removed."))


def _print(words: Words) -> None:
    print("\n".join([words.sentence, *(f"  {detail}" for detail in words.details)]))
