"""``form``: forms for people without the application, made and taken in."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digimaturity import paths
from digimaturity.commands.parser import Commands, flag, out, workspace
from digimaturity.commands.places import refuse_existing, refuse_missing, workspace_with_work
from digimaturity.commands.telling import USER_FAULT, say, tell
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.errors import UserError
from digimaturity.i18n import LANGUAGES, Translator

if TYPE_CHECKING:
    from digimaturity.domain.responses import Respondent
    from digimaturity.services.assessments import AssessmentRecord
    from digimaturity.services.forms.preview import Preview
    from digimaturity.services.workspace import Workspace

#: As `services.forms.returned.Medium` has them.
_FORMATS = ("html", "pdf")


def define(commands: Commands) -> None:
    """Add the commands."""
    t = commands.t
    group = commands.group("form", t("forms for people without the application: make, take in"))
    _define_make(group.add("make", t("write a form for one person as PDF or HTML"), _make), t)
    back = group.add("import", t("look at filled forms, and take them in if accepted"), _import)
    back.add_argument("files", type=Path, nargs="+", metavar=t("FILE"))
    flag(back, "--accept", t("do it; otherwise it is only said what would come"))
    flag(back, "--json", t("print the result as JSON"))
    workspace(back, t("the workspace to take them into"), t)


def _define_make(below: ArgumentParser, t: Translator) -> None:
    whose = below.add_mutually_exclusive_group()
    whose.add_argument(
        "--company", metavar=t("NAME"), default="", help=t("its name or id: its newest assessment")
    )
    whose.add_argument(
        "--assessment",
        metavar=t("ID"),
        default="",
        help=t("otherwise the newest assessment of the workspace"),
    )
    person = below.add_mutually_exclusive_group(required=True)
    person.add_argument(
        "--respondent", metavar=t("NAME"), default="", help=t("who takes part: name or id")
    )
    person.add_argument(
        "--viewpoint",
        choices=[view.value for view in Viewpoint],
        default="",
        help=t("add a person with this viewpoint, unless somebody of that name is there"),
    )
    below.add_argument("--name", metavar=t("NAME"), default="", help=t("the added person’s name"))
    below.add_argument(
        "--format",
        choices=_FORMATS,
        default="",
        help=t("otherwise as the name of the file says"),
    )
    below.add_argument("--language", choices=LANGUAGES, default="", help=t("of the form"))
    out(below, t("FILE.pdf|html"), t)
    flag(below, "--json", t("print the result as JSON"))
    workspace(below, t("the workspace that the person belongs to"), t)


def _make(options: Namespace, t: Translator) -> None:
    from digimaturity.services.assessments import case_of
    from digimaturity.services.forms.returned import Medium
    from digimaturity.services.forms.words import person_words
    from digimaturity.services.forms.writing import form_for, write_form
    from digimaturity.settings import load_settings

    medium = Medium(_format(options))
    refuse_existing(options.out, force=options.force)
    spoken = _spoken(options, t)
    mentor = load_settings(paths.config_dir()).mentor
    with _opened(options, read_only=False) as opened:
        record = _assessment(opened, options)
        with _person(opened, record, options) as person:
            form = form_for(case_of(opened, record.id), person, spoken, mentor)
            write_form(opened, form, medium, options.out, spoken)
    if options.json:
        told = {"path": str(options.out), "company": form.company, "name": person.name}
        _print_json({**told, "form": form.identity.document})
        return
    print(options.out)
    print(t("For {person}, {company}", person=person_words(person, t), company=form.company))


def _format(options: Namespace) -> str:
    found = options.format or options.out.suffix.lower().removeprefix(".")
    if found not in _FORMATS:
        raise UserError("form.format", path=options.out)
    return str(found)


def _spoken(options: Namespace, t: Translator) -> Translator:
    """The language of the form."""
    if not options.language:
        return t
    return Translator.load(options.language, paths.resources_dir() / "locale")


@contextmanager
def _opened(options: Namespace, *, read_only: bool) -> Iterator[Workspace]:
    from digimaturity.services.workspace import open_workspace

    path = workspace_with_work(options.workspace)
    refuse_missing(path)
    with open_workspace(path, read_only=read_only) as opened:
        yield opened


def _assessment(opened: Workspace, options: Namespace) -> AssessmentRecord:
    from digimaturity.services.assessments import get_assessment
    from digimaturity.services.results import newest_assessment

    if options.assessment:
        try:
            return get_assessment(opened, options.assessment)
        except KeyError:
            raise UserError("assessment.unknown", name=options.assessment) from None
    return newest_assessment(opened, options.company)


@contextmanager
def _person(
    opened: Workspace, record: AssessmentRecord, options: Namespace
) -> Iterator[Respondent]:
    """Who the form is for; whoever was added for it goes again where it could not be made.

    Raises:
        UserError: ``respondent.ambiguous`` where several of that name answer from that viewpoint.
    """
    from digimaturity.services.assessments import get_assessment
    from digimaturity.services.respondents import (
        add_respondent,
        remove_respondent,
        respondent_called,
    )
    from digimaturity.services.text import spelled

    if options.respondent:
        yield respondent_called(record, options.respondent)
        return
    view, name = Viewpoint(options.viewpoint), options.name.strip()
    known = [
        one
        for one in record.respondents
        if name and one.viewpoint is view and spelled(one.name) == spelled(name)
    ]
    if len(known) > 1:
        raise UserError("respondent.ambiguous", name=name)
    if known:
        yield known[0]
        return
    added = str(add_respondent(opened, record.id, view, name).respondent)
    try:
        yield respondent_called(get_assessment(opened, record.id), added)
    except BaseException:
        remove_respondent(opened, record.id, added)
        raise


def _import(options: Namespace, t: Translator) -> int:
    from digimaturity.services.forms.plain import done_document, preview_document
    from digimaturity.services.forms.taking_in import preview, take_in
    from digimaturity.services.forms.words import done_words, preview_lines

    with _opened(options, read_only=not options.accept) as opened:
        previews = preview(opened, options.files)
        shown: dict[str, Any] = {"forms": [preview_document(one) for one in previews]}
        if not options.json:
            for line in preview_lines(previews, t):
                print(line)
        status = _refusals(previews, t)
        if options.accept:
            done = take_in(opened, previews)
            shown["done"] = done_document(done)
    if options.json:
        _print_json(shown)
    elif options.accept:
        print(done_words(done, t))
    else:
        say(t("Nothing has been changed: add --accept to take it in."))
    return status


def _refusals(previews: Sequence[Preview], t: Translator) -> int:
    """Tell what cannot be taken in, and return the exit status."""
    sys.stdout.flush()
    refused = [one.refusal for one in previews if one.refusal is not None]
    for refusal in refused:
        tell(refusal, t)
    return USER_FAULT if refused else 0


def _print_json(document: object) -> None:
    print(json.dumps(document, indent=2, ensure_ascii=False))
