"""``company``: one company of a workspace, handed over and taken in."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from digimaturity import paths
from digimaturity.commands import companies
from digimaturity.commands.parser import Commands, flag, out, workspace
from digimaturity.commands.places import own_workspace, refuse_existing, refuse_missing
from digimaturity.commands.telling import say
from digimaturity.i18n import Translator

if TYPE_CHECKING:
    from digimaturity.services.client_package.choosing import Choice
    from digimaturity.services.client_package.preview import Preview
    from digimaturity.services.workspace import Workspace

#: As `services.client_package.choosing` has them, which is loaded only when used.
_HOWS, _PREFERENCES, _SIDES = (
    ("copy", "replace", "merge"),
    ("later", "mine", "theirs"),
    ("mine", "theirs"),
)


def define(commands: Commands) -> None:
    """Add the commands."""
    t = commands.t
    group = commands.group("company", t("the companies of a workspace: list, hand over, delete"))
    companies.define(group)
    _define_export(group.add("export", t("write a company’s whole history to a file"), _export), t)
    _define_import(
        group.add(
            "import", t("look at the file of a company, and take it in if accepted"), _import
        ),
        t,
    )


def _define_export(below: ArgumentParser, t: Translator) -> None:
    below.add_argument("company", metavar=t("COMPANY"), help=t("its name or id"))
    out(below, t("FILE.digimaturity"), t)
    flag(below, "--with-notes", t("with the mentor’s private notes"))
    _common(below, t("the workspace to read"), t)


def _define_import(below: ArgumentParser, t: Translator) -> None:
    below.add_argument("file", type=Path, metavar=t("FILE.digimaturity"))
    flag(below, "--accept", t("do it; otherwise it is only said what would come"))
    below.add_argument(
        "--as",
        dest="how",
        choices=_HOWS,
        default="",
        help=t("where the company is here already: add a copy, replace it, or merge the answers"),
    )
    below.add_argument(
        "--prefer",
        choices=_PREFERENCES,
        default="later",
        help=t("which of two answers holds when merging; later"),
    )
    below.add_argument(
        "--finished",
        choices=_SIDES,
        default="",
        help=t("which side holds where an assessment that is signed off differs"),
    )
    _common(below, t("the workspace to take it into"), t)


def _common(below: ArgumentParser, help_: str, t: Translator) -> None:
    flag(below, "--json", t("print the result as JSON"))
    workspace(below, help_, t)


def _export(options: Namespace, t: Translator) -> None:
    from digimaturity.services.client_package.words import counts_words, notes_words
    from digimaturity.services.client_package.writing import hand_over
    from digimaturity.services.companies import company_called
    from digimaturity.services.workspace import open_workspace
    from digimaturity.settings import load_settings

    refuse_existing(options.out, force=options.force)
    path = own_workspace(options.workspace)
    refuse_missing(path)
    by = load_settings(paths.config_dir()).mentor
    with open_workspace(path, read_only=True) as opened:
        company = company_called(opened, options.company)
        manifest = hand_over(opened, company.id, options.out, notes=options.with_notes, by=by)
    if options.json:
        _print_json({"path": str(options.out), **manifest.document()})
        return
    print(options.out)
    print(counts_words(manifest.counts, t))
    print(notes_words(manifest, t))


def _import(options: Namespace, t: Translator) -> None:
    from digimaturity.services.client_package.comparing import look_at
    from digimaturity.services.client_package.plain import preview_document
    from digimaturity.services.client_package.words import preview_lines

    with _target(options) as opened:
        preview = look_at(opened, options.file)
        shown = preview_document(preview)
        if not options.json:
            print("\n".join(preview_lines(preview, t)), flush=True)
        if options.accept:
            shown["done"] = _take_in(opened, preview, options, t)
    if options.json:
        _print_json(shown)
    elif not options.accept:
        say(t("Nothing has been changed: add --accept to take it in."))


@contextmanager
def _target(options: Namespace) -> Iterator[Workspace]:
    """The workspace: only looked at until something is accepted, an empty one if there is none."""
    from digimaturity.services.workspace import open_workspace

    path = own_workspace(options.workspace)
    if options.accept or path.exists():
        with open_workspace(path, read_only=not options.accept) as opened:
            yield opened
        return
    with TemporaryDirectory() as folder, open_workspace(Path(folder) / "empty.db") as opened:
        yield opened


def _take_in(
    opened: Workspace, preview: Preview, options: Namespace, t: Translator
) -> dict[str, object]:
    from digimaturity.services.client_package.importing import take_in
    from digimaturity.services.client_package.plain import done_document
    from digimaturity.services.client_package.words import copied_name, done_words
    from digimaturity.services.companies import list_companies

    known = [company.name for company in list_companies(opened)]
    name = copied_name(preview.package.manifest.name, known, t)
    done = take_in(opened, preview, _choice(preview, options), copied_name=name)
    if not options.json:
        for words in filter(None, done_words(done, t)):
            print(words)
    return done_document(done)


def _choice(preview: Preview, options: Namespace) -> Choice:
    from digimaturity.services.client_package.choosing import Choice, Prefer
    from digimaturity.services.client_package.importing import how_for
    from digimaturity.services.client_package.merging import Side

    side = {"mine": Side.HERE, "theirs": Side.THERE}.get(options.finished)
    finished = {one.id: side for one in preview.assessments if side and one.to_be_chosen}
    how = how_for(preview, options.how)
    return Choice(how, Prefer(options.prefer), finished=finished)


def _print_json(document: object) -> None:
    print(json.dumps(document, indent=2, ensure_ascii=False))
