"""What can be said of a report on the command line: cut, paper, chapters, sender, own words."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from digimaturity.commands.parser import flag
from digimaturity.errors import UserError
from digimaturity.i18n import Translator

if TYPE_CHECKING:
    from digimaturity.services.reports import Order

#: As `services.exports` and `services.report_options` have them, which are loaded only when used.
_CUTS = ("full", "board", "staff")
_PAPERS = ("A4", "letter")

#: The formats that the cuts are written in.
_WITH_CUTS = ("pdf", "docx")


def define(below: ArgumentParser, t: Translator) -> None:
    """Add the options; what is not said is as kept with the assessment, or as usual."""
    below.add_argument(
        "--cut",
        choices=_CUTS,
        default="full",
        help=t("the full report, one page for owners and board, or the letter to staff"),
    )
    below.add_argument("--paper", choices=_PAPERS, default=None, help=t("the size of the pages"))
    below.add_argument(
        "--without",
        action="append",
        default=[],
        metavar=t("CHAPTER"),
        help=t("leave out a chapter, such as “glossary”; can be said several times"),
    )
    flag(below, "--no-comments", t("print no comments"))
    below.add_argument(
        "--foreword", type=Path, default=None, metavar=t("FILE.txt"), help=t("a foreword")
    )
    for name, help_ in (
        ("--confidentiality", t("who may read it")),
        ("--mentor", t("the name of whoever sends it")),
        ("--organisation", t("the firm of whoever sends it")),
        ("--colour", t("a colour for lines and the cover, like #004466")),
    ):
        below.add_argument(name, default=None, metavar=t("TEXT"), help=help_)
    below.add_argument(
        "--logo", type=Path, default=None, metavar=t("FILE"), help=t("a logo, PNG or JPEG")
    )


def refuse_cut(options: Namespace, form: str) -> None:
    """Slides, tables and data have no cuts: nobody is to get more than was asked for.

    Raises:
        UserError: ``report.cut``.
    """
    if options.cut != "full" and form not in _WITH_CUTS:
        raise UserError("report.cut", cut=options.cut, form=form)


def ordered(order: Order, options: Namespace) -> Order:
    """The order with what was said on the command line.

    Raises:
        UserError: ``report.chapter``, ``report.colour``, ``report.foreword``, or one of a logo.
    """
    before = order.context.options
    said = {
        "page_size": options.paper,
        "confidentiality": options.confidentiality,
        "mentor": options.mentor,
        "organisation": options.organisation,
        "comments": False if options.no_comments else None,
        "colour": options.colour and _colour(options.colour),
        "foreword": options.foreword and _text(options.foreword),
        "logo": options.logo and _logo(options.logo),
    }
    chosen = replace(before, **{name: value for name, value in said.items() if value is not None})
    if options.without:
        chosen = replace(chosen, left_out=before.left_out | _chapters(order, options.without))
    return replace(order, cut=options.cut, context=replace(order.context, options=chosen))


def _chapters(order: Order, keys: Sequence[str]) -> frozenset[str]:
    from digimaturity.services.exports import chapters_of

    chapters = chapters_of(order.evaluation, order.context, order.t)
    known = [one.key for one in chapters if one.optional]
    for key in keys:
        if key not in known:
            raise UserError("report.chapter", key=key, known=known)
    return frozenset(keys)


def _colour(said: str) -> str:
    from digimaturity.report.colours import colour_of

    found = colour_of(said)
    if not found:
        raise UserError("report.colour", found=said)
    return found


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError("report.foreword", path=path) from error


def _logo(path: Path) -> bytes:
    from digimaturity.services.sender import read_logo

    return read_logo(path)
