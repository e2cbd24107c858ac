"""``reminders``: what is due in all companies, or in one of them; as a calendar file, too."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digimaturity.commands import parser
from digimaturity.commands.parser import Commands
from digimaturity.commands.places import own_workspace, refuse_existing, workspace_with_work, write
from digimaturity.commands.telling import say
from digimaturity.i18n import Translator

if TYPE_CHECKING:
    from digimaturity.services.reminders import OfCompany, Reminder, Reminders
    from digimaturity.services.workspace import Workspace


def define(commands: Commands) -> None:
    """Add the command."""
    t = commands.t
    below = commands.add(
        "reminders",
        t("tell what is due: next assessments, reviews, what was left open"),
        _reminders,
    )
    whose = t("only of this company, by name or id: then its measures are looked at, too")
    below.add_argument("--company", default="", metavar=t("NAME"), help=whose)
    below.add_argument(
        "--ics",
        type=Path,
        default=None,
        metavar=t("FILE.ics"),
        help=t("write the days that are known as a calendar file instead"),
    )
    parser.flag(below, "--force", t("replace a file that is there already"))
    parser.flag(below, "--json", t("print the result as JSON"))
    parser.workspace(below, t("the workspace to read"), t)


def _reminders(options: Namespace, t: Translator) -> None:
    from digimaturity.services.workspace import open_workspace

    if options.ics is not None:
        source = own_workspace(options.workspace)
        refuse_existing(options.ics, force=options.force, source=source)
    today = date.today()  # noqa: DTZ011 - the user's own day
    with open_workspace(workspace_with_work(options.workspace), read_only=True) as opened:
        tell = _of_one if options.company else _of_all
        tell(opened, options, today, t)


def _of_one(opened: Workspace, options: Namespace, today: date, t: Translator) -> None:
    from digimaturity.services.companies import company_called
    from digimaturity.services.reminder_calendar import company_calendar
    from digimaturity.services.reminder_words import since_words, what_words
    from digimaturity.services.reminders import reminders_of

    found = reminders_of(opened, company_called(opened, options.company).id, today)
    if options.ics is not None:
        write(options.ics, company_calendar(found, today, t))
        return
    if options.json:
        _print(_document(found, t))
        return
    for one in found.due:
        print(f"{what_words(found, one, t)}\t{since_words(one, today, t)}")
    if not found.due:
        say(t("Nothing is due."))


def _of_all(opened: Workspace, options: Namespace, today: date, t: Translator) -> None:
    from digimaturity.services.reminder_calendar import all_calendar
    from digimaturity.services.reminders import reminders_of_all

    if options.ics is not None:
        write(options.ics, all_calendar(opened, today, t))
        return
    found = reminders_of_all(opened, today)
    if options.json:
        every = [
            {"id": one.client.id, "name": one.name, "due": [_plain(each) for each in one.due]}
            for one in found
        ]
        _print({"companies": every})
        return
    for one in found:
        print("\t".join((one.name, *_counted(one, today, t))))
    if not found:
        say(t("Nothing is due. Measures are looked at with --company alone."))


def _counted(one: OfCompany, today: date, t: Translator) -> Iterator[str]:
    from digimaturity.services.reminder_words import counted_words

    for kind, several in groupby(one.due, key=lambda each: each.kind):
        yield counted_words(kind, tuple(several), today, t)


def _document(found: Reminders, t: Translator) -> dict[str, Any]:
    from digimaturity.services.reminder_words import what_words

    return {
        "id": found.company.id,
        "name": found.company.name,
        "next_assessment": found.next_day.isoformat() if found.next_day else None,
        "due": [{**_plain(one), "words": what_words(found, one, t)} for one in found.due],
        "reviews": [{**_plain(one), "words": what_words(found, one, t)} for one in found.reviews],
    }


def _plain(one: Reminder) -> dict[str, str]:
    return {"kind": one.kind.value, "day": one.day.isoformat(), "key": one.key}


def _print(document: dict[str, Any]) -> None:
    print(json.dumps(document, indent=2, ensure_ascii=False))
