"""Reads what is compared, for the worker: what there is to choose, both sides, the rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from digimaturity.domain.texts import text_in
from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.report.comparison_words import Told, moment
from digimaturity.report.wording import Wording
from digimaturity.services.aliases import Aliases
from digimaturity.services.assessments import get_assessment
from digimaturity.services.companies import get_company
from digimaturity.services.comparing import (
    Choice,
    Ref,
    Side,
    choices_of,
    compare_sides,
    newest_two,
    read_side,
)
from digimaturity.services.workspace import Workspace
from digimaturity.ui.compare_rows import CompareRow, rows_of
from digimaturity.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Wish:
    """What shall be compared, in a company; None: the newest, or what is nearest to it.

    `others` are further companies whose assessments can be chosen.
    """

    company: str
    a: Ref | None = None
    b: Ref | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One that can be chosen, as it is called."""

    ref: Ref
    title: str
    firm: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read: all that can be chosen, A and B, and the comparison where there is one.

    `about` are sentences on A and B; `heads` what their columns are called. `why` tells why there
    is no comparison.
    """

    wish: Wish
    entries: tuple[Entry, ...]
    a: Ref | None = None
    b: Ref | None = None
    told: Told | None = None
    rows: tuple[CompareRow, ...] = ()
    about: tuple[str, str] = ("", "")
    heads: tuple[str, str] = ("A", "B")
    why: str = ""


def load(
    workspace: Workspace, wish: Wish, aliases: Aliases | None, t: Translator, theme: Theme
) -> Loaded:
    """All of it. What is wished for and is not there any more is as if it were not wished."""
    a, b = (_still_there(workspace, one) for one in (wish.a, wish.b))
    firms = _firms(workspace, wish, a, b)
    choices = {firm: choices_of(workspace, firm) for firm in firms}
    names = {firm: _name(workspace, firm, aliases) for firm in firms}
    entries = tuple(
        Entry(one.ref, _title(t, one, names[firm] if len(firms) > 1 else ""), firm)
        for firm in firms
        for one in choices[firm]
    )
    own = {one.ref for one in choices[wish.company]}
    older, newest = newest_two(choices[wish.company])
    b = b or _first((newest, older), a)
    a = a or _first((older, newest) if b in own else (newest,), b)
    loaded = Loaded(wish, entries, a, b)
    if a is None or b is None or a == b:
        return loaded
    try:
        return _compared(workspace, loaded, aliases, t, theme)
    except UserError as error:
        from digimaturity.services.messages import sentence  # rarely needed, and long to load

        message = sentence(error, t)
        return replace(loaded, why=f"{message.what} {message.what_to_do}".strip())


def _first(wanted: Iterable[Ref | None], other: Ref | None) -> Ref | None:
    """The first that is not the other side."""
    return next((one for one in wanted if one is not None and one != other), None)


def _compared(
    workspace: Workspace, loaded: Loaded, aliases: Aliases | None, t: Translator, theme: Theme
) -> Loaded:
    if loaded.a is None or loaded.b is None:
        return loaded
    a, b = (read_side(workspace, ref, aliases) for ref in (loaded.a, loaded.b))
    firms, one = a.firm != b.firm, a.ref.assessment == b.ref.assessment
    worded = a.wording(t), b.wording(t)
    names = _called(a, worded[0], firm=firms), _called(b, worded[1], firm=firms)
    told = Told(
        compare_sides(workspace, a, b),
        *worded,
        names,
        firms=firms,
        onwards=not (firms or one) and _when(a) < _when(b),
        revisions=one,
    )
    years = [str(side.assessed.year.day.year) for side in (a, b)]
    apart = years if not one and years[0] != years[1] else ["", ""]
    return replace(
        loaded,
        told=told,
        rows=rows_of(told, theme),
        about=(_about(told.a, firm=firms), _about(told.b, firm=firms)),
        heads=(f"A {apart[0]}".strip(), f"B {apart[1]}".strip()),
    )


def _still_there(workspace: Workspace, ref: Ref | None) -> Ref | None:
    """The same, where there is such an assessment and such a revision of it."""
    if ref is None:
        return None
    try:
        record = get_assessment(workspace, ref.assessment)
    except KeyError:
        return None
    return ref if ref.revision <= record.signed else None


def _firms(workspace: Workspace, wish: Wish, *refs: Ref | None) -> tuple[str, ...]:
    """The companies whose assessments can be chosen, the one that is open first.

    Another one may have been deleted meanwhile.
    """
    firms = dict.fromkeys((wish.company, *wish.others))
    for ref in refs:
        if ref is not None:
            firms.setdefault(get_assessment(workspace, ref.assessment).company)
    return tuple(firm for firm in firms if firm == wish.company or choices_of(workspace, firm))


def _name(workspace: Workspace, firm: str, aliases: Aliases | None) -> str:
    return aliases.name(firm) if aliases else get_company(workspace, firm).name


def _title(t: Translator, choice: Choice, firm: str) -> str:
    """What an assessment is called in the list to choose from."""
    record = choice.record
    pack = text_in(record.pack, t.language) if record.part_of else ""
    words = moment(t, record.day, choice.revision, record.signed, pack)
    return f"{words} · {firm}" if firm else words


def _called(side: Side, w: Wording, *, firm: bool) -> str:
    record, revision = side.assessed.record, side.assessed.revision
    words = moment(w.t, side.assessed.year.day, revision, record.signed)
    return f"{w.company}, {words}" if firm else words


def _about(w: Wording, *, firm: bool) -> str:
    """Of two firms whose it is; which questionnaire it was, and how many people answered."""
    asked, n = w.evaluation.questionnaire, len(w.context.responses.heard)
    people = w.t.plural("{n} person answered", "{n} people answered", n)
    parts = [w.company if firm else "", f"{w.text(asked.name)} {asked.version}", people]
    return " · ".join(part for part in parts if part)


def _when(side: Side) -> tuple[date, str]:
    """By what the assessments of one firm follow each other."""
    return side.assessed.year.day, side.assessed.record.created
