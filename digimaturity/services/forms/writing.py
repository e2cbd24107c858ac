"""One form for one person: worded, written whole, and known here from then on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from digimaturity.domain.responses import Respondent
from digimaturity.files import write_whole
from digimaturity.i18n import Translator
from digimaturity.services.assessments import found, still_open
from digimaturity.services.forms.identity import Identity
from digimaturity.services.forms.making import form_of
from digimaturity.services.forms.model import Form
from digimaturity.services.forms.returned import Medium
from digimaturity.services.workspace import Case, Workspace
from digimaturity.store.clock import now
from digimaturity.store.records import FormRecord


def form_for(case: Case, person: Respondent, t: Translator, back_to: str = "") -> Form:
    """A new form for somebody who takes part, in the language of `t`; nobody knows of it yet.

    `back_to` names who gets it back.
    """
    asked = case.questionnaire
    identity = Identity(
        str(uuid4()),
        case.record.id,
        person.id,
        person.viewpoint,
        t.language,
        asked.id,
        asked.version,
        case.record.questionnaire,
        now(),
    )
    form = form_of(asked, identity, case.company.name, person.name, t)
    return replace(form, back_to=back_to.strip())


def write_form(workspace: Workspace, form: Form, medium: Medium, path: Path, t: Translator) -> None:
    """Write a form to `path`, replacing what is there, and keep that it was made: both, or neither.

    Raises:
        UserError: ``assessment.finished``; those of writing to the workspace and to `path`.
    """
    identity, content = form.identity, _content(form, medium, t)
    with workspace.writing() as stored:
        still_open(found(stored, identity.assessment))
        stored.forms.add(
            FormRecord(
                identity.form,
                identity.assessment,
                identity.respondent,
                medium.value,
                identity.language,
                identity.made,
                identity.checksum,
            )
        )
        write_whole(path, content)


def _content(form: Form, medium: Medium, t: Translator) -> bytes:
    if medium is Medium.HTML:
        from digimaturity.services.forms.html import form_html

        return form_html(form, t).encode()
    from digimaturity.services.forms.pdf import form_pdf

    return form_pdf(form, t)
