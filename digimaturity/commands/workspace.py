"""``backup`` and ``workspace``: copies of the workspace, and moving it."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from digimaturity import paths
from digimaturity.commands.parser import Commands, flag, workspace
from digimaturity.commands.places import own_workspace, refuse_missing
from digimaturity.errors import UserError
from digimaturity.i18n import Translator

if TYPE_CHECKING:
    from digimaturity.services.backup_care import Contents


def define(commands: Commands) -> None:
    """Add the commands."""
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
    group = commands.group("workspace", t("move the workspace, and look after its backups"))
    _define_move(group)
    _define_backups(group)


def _define_move(group: Commands) -> None:
    t = group.t
    move = group.add("move", t("move the workspace to another folder or file, checked"), _move)
    move.add_argument("target", type=Path, metavar=t("TARGET"), help=t("a folder, or a new file"))
    flag(move, "--delete-old", t("delete the old file, instead of moving it aside"))
    _common(move, t("the workspace to move"), t)


def _define_backups(group: Commands) -> None:
    t = group.t
    backups = group.add("backups", t("list the backups"), _backups)
    _common(backups, t("the workspace whose backups are meant"), t)
    verify = group.add("verify", t("read all of a backup and count what is in it"), _verify)
    verify.add_argument(
        "file",
        type=Path,
        nargs="?",
        default=None,
        metavar=t("FILE"),
        help=t("a backup; otherwise the workspace itself"),
    )
    _common(verify, t("the workspace to check"), t)
    restore = group.add("restore", t("make a backup a workspace of its own, checked"), _restore)
    restore.add_argument("backup", type=Path, metavar=t("BACKUP"), help=t("the backup"))
    restore.add_argument(
        "-o",
        "--out",
        type=Path,
        default=None,
        metavar=t("FILE"),
        help=t("where to write it; otherwise beside the workspace"),
    )
    flag(restore, "--use", t("use it instead of the workspace, which is moved aside"))
    _common(restore, t("the workspace to compare with"), t)


def _common(below: ArgumentParser, help_: str, t: Translator) -> None:
    flag(below, "--json", t("print the result as JSON"))
    workspace(below, help_, t)


def _backup(options: Namespace, _t: Translator) -> None:
    from digimaturity.services.workspace import backup_workspace

    print(backup_workspace(own_workspace(options.workspace), options.target))


def _move(options: Namespace, t: Translator) -> None:
    """The application finds the workspace at its new place, if it is the one it opens."""
    from digimaturity.services.moving import move_workspace, retire
    from digimaturity.services.workspace import open_workspace
    from digimaturity.settings import load_settings, save_settings, with_workspace

    path = own_workspace(options.workspace)
    settings = load_settings(paths.config_dir())
    known = path.resolve() == own_workspace(None).resolve()

    def switch(new: Path) -> None:
        if known:
            save_settings(paths.config_dir(), with_workspace(settings, new))

    refuse_missing(path)
    with open_workspace(path) as opened:
        old, new = opened.path, move_workspace(opened, options.target, switch)
    aside = retire(old, delete=options.delete_old)
    backups = old.parent / "backups"
    if options.json:
        _print_json(path=new, old=aside, backups=backups if backups.is_dir() else None)
        return
    print(new)
    if aside is not None:
        print(t("The old file is kept: {path}", path=aside))
    if backups.is_dir():
        print(t("Earlier backups stay in {path}", path=backups))


def _backups(options: Namespace, t: Translator) -> None:
    from digimaturity.services.workspace import list_backups

    found = list_backups(own_workspace(options.workspace))
    if options.json:
        _print_json(backups=[asdict(backup) for backup in found])
        return
    for backup in found:
        size = t.number(backup.size / 1_000_000, 1)
        print(f"{backup.taken:%Y-%m-%d %H:%M}Z  {size:>8} MB  {backup.reason:<9}  {backup.path}")


def _verify(options: Namespace, t: Translator) -> int:
    from digimaturity.commands.assessments import checks_data, tell_checks
    from digimaturity.services.backup_care import check, signed_in

    path = options.file or own_workspace(options.workspace)
    refuse_missing(path)
    try:
        contents = check(path)
        checked = signed_in(path, contents)
    except UserError as error:
        if options.json:
            _print_json(path=path, sound=False, code=error.code)
        raise
    if options.json:
        _print_json(path=path, sound=True, **asdict(contents), signed=checks_data(checked))
    else:
        print(t("{path}: sound", path=path))
        print(_told(contents, t))
    return tell_checks(checked, t, silent=options.json)


def _restore(options: Namespace, t: Translator) -> None:
    from digimaturity.services.backup_care import bring_back, discard, present, use_instead

    path = own_workspace(options.workspace)
    refuse_missing(options.backup)
    now = present(path) if path.exists() else None
    found = bring_back(path, options.backup, options.out)
    aside = None
    if options.use:
        try:
            aside = use_instead(path, found.path)
        except UserError:
            discard(found.path)
            raise
    place = path if options.use else found.path
    if options.json:
        _print_json(
            path=place,
            aside=aside,
            contents=asdict(found.contents),
            present=asdict(now) if now else None,
        )
        return
    print(place)
    print(t("In the backup: {contents}", contents=_told(found.contents, t)))
    if now is not None:
        print(t("In the workspace: {contents}", contents=_told(now, t)))
    if aside is not None:
        print(t("The workspace that it replaces is kept: {path}", path=aside))


def _told(contents: Contents, t: Translator) -> str:
    """The counts in one line."""
    from digimaturity.services.backup_words import contents_words

    return contents_words(contents, t)


def _print_json(**facts: object) -> None:
    print(json.dumps(facts, indent=2, default=str, ensure_ascii=False))
