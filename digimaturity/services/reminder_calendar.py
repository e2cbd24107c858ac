"""The days that are known of in advance as a calendar file, for a company or for all of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from digimaturity.domain.clients import next_day
from digimaturity.domain.reminders import AHEAD, Reminder
from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.report.ical import Calendar, Entry, ical_bytes, uid_of, whole_uids
from digimaturity.services.aliases import Aliases
from digimaturity.services.clients import read_clients
from digimaturity.services.exports import Made
from digimaturity.services.reminder_words import what_words
from digimaturity.services.reminders import Reminders
from digimaturity.services.workspace import Workspace

#: Days before a review on which the calendar speaks up.
_BEFORE_REVIEW = 2


def company_calendar(found: Reminders, today: date, t: Translator) -> bytes:
    """The next assessment and all reviews of a company.

    Raises:
        UserError: ``reminders.no_dates`` (nothing of it has a day), ``export.incomplete``.
    """
    name = found.company.name
    entries = [_review(found, one, t) for one in found.reviews]
    if found.next_day is not None and found.company.archived is None:
        entries.insert(0, _assessment(found.company.id, name, found.next_day, t))
    return _written(t("{company}: reminders", company=name), entries, today, t)


def all_calendar(
    workspace: Workspace, today: date, t: Translator, aliases: Aliases | None = None
) -> bytes:
    """The next assessment of every company that is not archived. Errors as above."""
    entries = []
    for client in read_clients(workspace):
        day = next_day(client.last, client.next_due)
        if day is not None and client.archived is None:
            name = aliases.name(client.id) if aliases else client.name
            entries.append(_assessment(client.id, name, day, t))
    return _written(t("Next assessments"), entries, today, t)


def _assessment(company: str, name: str, day: date, t: Translator) -> Entry:
    title = t("Next assessment: {company}", company=name)
    return Entry(uid_of("assessment", company, ""), day, title, t("Assessments"), alarm=AHEAD)


def _review(found: Reminders, one: Reminder, t: Translator) -> Entry:
    """With the UID that it has in the calendar of the roadmap: in both it is the same day."""
    name = found.company.name
    uid = uid_of("review", name, one.key)
    title = what_words(found, one, t)
    return Entry(uid, one.day, title, t("Reviews"), name, alarm=_BEFORE_REVIEW)


def _written(title: str, entries: Iterable[Entry], today: date, t: Translator) -> bytes:
    ordered = tuple(sorted(entries, key=lambda one: (one.day, one.title, one.uid)))
    if not ordered:
        raise UserError("reminders.no_dates")
    content = ical_bytes(Calendar("reminders", title, t.language, today, ordered))
    calendars, uids = whole_uids(content)
    found = {"calendars": calendars, "entries": len(set(uids) & {one.uid for one in ordered})}
    return Made(content, {"calendars": 1, "entries": len(ordered)}, found).checked()
