"""``assessment``: signing off, corrections, and the revisions that were signed."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from digimaturity import paths
from digimaturity.commands.parser import Commands, flag, workspace
from digimaturity.commands.places import own_workspace, refuse_missing, workspace_with_work
from digimaturity.commands.telling import USER_FAULT, say
from digimaturity.errors import UserError
from digimaturity.i18n import Translator

if TYPE_CHECKING:
    from digimaturity.services.assessments import AssessmentRecord
    from digimaturity.services.sign_off import Revision, SignOffs
    from digimaturity.services.sign_off_checks import Checked
    from digimaturity.services.workspace import Workspace


def define(commands: Commands) -> None:
    """Add the commands."""
    t = commands.t
    group = commands.group(
        "assessment", t("assessments of a workspace: sign off, correct, verify what was signed")
    )
    listed = group.add("list", t("list the assessments with their state and their ids"), _list)
    listed.add_argument("--company", default="", metavar=t("NAME"), help=t("only this company’s"))
    _common(listed, t("the workspace to read"), t)
    signed = group.add("sign-off", t("sign an assessment off: it is read-only then"), _sign)
    _which(signed, t)
    signed.add_argument(
        "--by", default=None, metavar=t("NAME"), help=t("who signs; otherwise as in the settings")
    )
    _common(signed, t("the workspace to write to"), t)
    corrected = group.add("correct", t("open what was signed off to be corrected"), _correct)
    _which(corrected, t)
    corrected.add_argument("--reason", required=True, metavar=t("TEXT"), help=t("what was wrong"))
    corrected.add_argument("--by", default="", metavar=t("NAME"), help=t("who corrects it"))
    _common(corrected, t("the workspace to write to"), t)
    told = group.add("revisions", t("list what was signed, with its hashes"), _revisions)
    _which(told, t)
    _common(told, t("the workspace to read"), t)
    verified = group.add(
        "verify", t("check that all that was signed is still what was signed"), _verify
    )
    _common(verified, t("the workspace to read"), t)


def _which(below: ArgumentParser, t: Translator) -> None:
    below.add_argument(
        "assessment",
        metavar=t("ASSESSMENT"),
        help=t("its id, or its company with or without the year: NAME, NAME@2026"),
    )


def _common(below: ArgumentParser, help_: str, t: Translator) -> None:
    flag(below, "--json", t("print the result as JSON"))
    workspace(below, help_, t)


def _list(options: Namespace, t: Translator) -> None:
    from digimaturity.services.assessments import list_assessments
    from digimaturity.services.companies import company_called, list_companies
    from digimaturity.services.workspace import open_workspace

    with open_workspace(workspace_with_work(options.workspace), read_only=True) as opened:
        companies = (
            [company_called(opened, options.company)] if options.company else list_companies(opened)
        )
        found = [(c.name, one) for c in companies for one in list_assessments(opened, c.id)]
    if options.json:
        _print_json({"assessments": [_data(name, one) for name, one in found]})
        return
    for name, one in found:
        print("\t".join((name, one.day.isoformat(), _state(one, t), one.id)))


def _state(record: AssessmentRecord, t: Translator) -> str:
    if record.corrected:
        return t("being corrected")
    return t("in progress") if record.open else t("signed off")


def _data(company: str, record: AssessmentRecord) -> dict[str, Any]:
    return {
        "id": record.id,
        "company": company,
        "day": record.day.isoformat(),
        "state": record.state.value,
        "being_corrected": record.corrected,
        "revisions": record.signed if record.open else max(1, record.signed),
    }


def _sign(options: Namespace, t: Translator) -> None:
    from digimaturity.services.assessment_names import assessment_called
    from digimaturity.services.assessments import still_open
    from digimaturity.services.sign_off import sign
    from digimaturity.services.workspace import open_workspace
    from digimaturity.settings import load_settings

    path = own_workspace(options.workspace)
    refuse_missing(path)
    by = options.by if options.by is not None else load_settings(paths.config_dir()).mentor
    with open_workspace(path) as opened:
        key = still_open(assessment_called(opened, options.assessment).record).id
        sign(opened, key, by)
        _tell(opened, key, options, t)


def _correct(options: Namespace, t: Translator) -> None:
    from digimaturity.services.assessment_names import assessment_called
    from digimaturity.services.sign_off import correct
    from digimaturity.services.workspace import open_workspace

    path = own_workspace(options.workspace)
    refuse_missing(path)
    with open_workspace(path) as opened:
        record = assessment_called(opened, options.assessment).record
        if record.open:
            raise UserError("assessment.takes_answers")
        correct(opened, record.id, options.reason, options.by)
        _tell(opened, record.id, options, t)


def _revisions(options: Namespace, t: Translator) -> None:
    from digimaturity.services.assessment_names import assessment_called
    from digimaturity.services.workspace import open_workspace

    with open_workspace(workspace_with_work(options.workspace), read_only=True) as opened:
        _tell(opened, assessment_called(opened, options.assessment).record.id, options, t)


def _tell(opened: Workspace, assessment: str, options: Namespace, t: Translator) -> None:
    """All revisions, and the correction that is open."""
    from digimaturity.services.assessments import case_of
    from digimaturity.services.backup_words import moment_words
    from digimaturity.services.sign_off import revisions_of

    every, case = revisions_of(opened, assessment), case_of(opened, assessment)
    if options.json:
        _print_json(_data(case.company.name, case.record) | _sign_offs_data(every))
        return
    for one in every.revisions:
        cells = (str(one.number), one.at, one.by, one.digest, one.reason)
        print("\t".join(" ".join(cell.split()) for cell in cells))
    if every.opened:
        moment = moment_words(datetime.fromisoformat(every.opened), t)
        say(t("A correction is open since {moment}: {reason}", moment=moment, reason=every.reason))
    elif not every.revisions:
        say(t("Nothing of it has been signed off yet."))


def _sign_offs_data(every: SignOffs) -> dict[str, Any]:
    correction = {"reason": every.reason, "opened": every.opened, "by": every.opener}
    return {
        "revisions": [_revision_data(one) for one in every.revisions],
        "correction": correction if every.opened else None,
    }


def _revision_data(one: Revision) -> dict[str, Any]:
    return {
        "number": one.number,
        "signed": one.at or None,
        "by": one.by,
        "sha256": one.digest or None,
        "corrects": {"reason": one.reason, "opened": one.opened, "by": one.opener}
        if one.opened
        else None,
    }


def _verify(options: Namespace, t: Translator) -> int:
    from digimaturity.services.sign_off_checks import check_sign_offs
    from digimaturity.services.workspace import open_workspace

    with open_workspace(workspace_with_work(options.workspace), read_only=True) as opened:
        checked = check_sign_offs(opened)
    if options.json:
        _print_json(checks_data(checked))
    return tell_checks(checked, t, silent=options.json)


def tell_checks(checked: Sequence[Checked], t: Translator, *, silent: bool) -> int:
    """Tell what is wrong with what was signed, unless `silent`; the exit status."""
    from digimaturity.services.sign_off_words import check_words, fault_words

    wrong = [one for one in checked if one.fault is not None]
    if not silent:
        print(check_words(checked, t))
        for one in wrong:
            say(fault_words(one, t))
    return USER_FAULT if wrong else 0


def checks_data(checked: Sequence[Checked]) -> dict[str, Any]:
    """How many revisions were checked, and what is wrong."""
    return {
        "sound": not any(one.fault for one in checked),
        "revisions": len(checked),
        "faults": [
            {
                "company": one.company,
                "assessment": one.record.id,
                "day": one.record.day.isoformat(),
                "revision": one.revision.number,
                "fault": one.fault.value,
            }
            for one in checked
            if one.fault is not None
        ],
    }


def _print_json(document: object) -> None:
    print(json.dumps(document, indent=2, ensure_ascii=False))
