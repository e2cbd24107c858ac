"""``company list`` and ``company delete``: what companies there are, and one of them no more."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from digimaturity import paths
from digimaturity.commands.parser import Commands, flag, workspace
from digimaturity.commands.places import own_workspace, refuse_missing, workspace_with_work
from digimaturity.commands.telling import OUR_FAULT, say
from digimaturity.errors import UserError
from digimaturity.i18n import Translator

if TYPE_CHECKING:
    from digimaturity.services.clients import Client, Part
    from digimaturity.services.deleting import Certificate
    from digimaturity.services.workspace import Workspace


def define(group: Commands) -> None:
    """Add the commands to those of ``company``."""
    t = group.t
    listed = group.add("list", t("list the companies with score, change and what is due"), _list)
    flag(listed, "--archived", t("the archived ones instead"))
    _common(listed, t("the workspace to read"), t)
    deleted = group.add(
        "delete",
        t("delete a company for good, search the file for it, and print a certificate"),
        _delete,
    )
    deleted.add_argument("company", metavar=t("COMPANY"), help=t("its name or id"))
    flag(deleted, "--yes", t("do it; otherwise it is only said what would go"))
    flag(deleted, "--with-backups", t("delete the backups that still hold it, too"))
    _common(deleted, t("the workspace to delete it from"), t)


def _common(below: ArgumentParser, help_: str, t: Translator) -> None:
    flag(below, "--json", t("print the result as JSON"))
    workspace(below, help_, t)


def _list(options: Namespace, t: Translator) -> None:
    from digimaturity.services.clients import read_clients, score_all_clients
    from digimaturity.services.workspace import open_workspace

    path = workspace_with_work(options.workspace)
    with open_workspace(path, read_only=True) as opened:
        clients = read_clients(opened)
        part = score_all_clients(opened, clients)
    shown = [client for client in clients if (client.archived is not None) == options.archived]
    today = date.today()  # noqa: DTZ011 - the user's own day
    if options.json:
        document = [_client_data(client, part, today) for client in shown]
        print(json.dumps({"companies": document}, indent=2, ensure_ascii=False))
        return
    for client in shown:
        print("\t".join(_line(client, part, today, t)))
    if not shown:
        say(t("There is no company to list in {path}.", path=path))


def _line(client: Client, part: Part, today: date, t: Translator) -> tuple[str, ...]:
    """What the window shows of a company, in the same order."""
    from digimaturity.report.peers import section_name
    from digimaturity.services.client_words import change_sign, due_words, level_words, size_words

    score, levels = part.scores.get(client.id), part.levels.get(client.id, ())
    points = "" if score is None or score.points is None else str(score.points)
    return (
        client.name,
        section_name(t, client.section) if client.section else "",
        size_words(client),
        str(client.last.year) if client.last else "",
        level_words(score, levels, t),
        points,
        change_sign(score),
        due_words(client, today, t),
    )


def _client_data(client: Client, part: Part, today: date) -> dict[str, Any]:
    from digimaturity.services.clients import due_of

    score, (due, day) = part.scores.get(client.id), due_of(client, today)
    return {
        "id": client.id,
        "name": client.name,
        "country": client.country,
        "section": client.section,
        "employees": client.employees,
        "archived": client.archived,
        "last": client.last.isoformat() if client.last else None,
        "score": score.points if score else None,
        "level": score.level if score else None,
        "change": score.change if score else None,
        "change_since": score.since.isoformat() if score and score.since else None,
        "no_change_because": score.missing if score else None,
        "due": due,
        "due_day": day.isoformat() if day else None,
    }


def _delete(options: Namespace, t: Translator) -> int:
    from digimaturity.services.certificate import certificate_data, certificate_text
    from digimaturity.services.workspace import open_workspace

    path = own_workspace(options.workspace)
    refuse_missing(path)
    with open_workspace(path, read_only=not options.yes) as opened:
        done = _done(opened, options, t)
    _forget(done)
    if options.json:
        print(json.dumps(certificate_data(done), indent=2, ensure_ascii=False))
    else:
        print(certificate_text(done, t), end="")
    return 0 if done.clean else OUR_FAULT


def _done(opened: Workspace, options: Namespace, t: Translator) -> Certificate:
    """The deletion; one of the same company that was interrupted is finished.

    Raises:
        UserError: ``deletion.unconfirmed``, and those of `company_called` and `delete_company`.
    """
    from digimaturity.services.certificate import belongings_lines
    from digimaturity.services.companies import company_called
    from digimaturity.services.deleting import (
        belongings_of,
        delete_company,
        finish_deletion,
        interrupted_deletion,
    )

    noted = interrupted_deletion(opened)
    if noted is not None and options.company in (*noted.deleted.names, noted.deleted.ids[0]):
        if not options.yes:
            raise UserError("deletion.unconfirmed", name=noted.deleted.names[0])
        finished = finish_deletion(opened, with_copies=options.with_backups)
        if finished is not None:
            return finished
    company = company_called(opened, options.company)
    if not options.yes:
        for line in belongings_lines(belongings_of(opened, company.id), t):
            say(line)
        raise UserError("deletion.unconfirmed", name=company.name)
    return delete_company(opened, company.id, with_copies=options.with_backups)


def _forget(done: Certificate) -> None:
    """The settings remember what was open last."""
    from digimaturity.settings import load_settings, save_settings

    kept = load_settings(paths.config_dir())
    if {kept.company, kept.assessment} & set(done.deleted.ids):
        without = replace(kept, company="", assessment="", page="", place="")
        save_settings(paths.config_dir(), without)
