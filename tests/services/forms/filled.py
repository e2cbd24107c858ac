"""Forms that come back: as a browser saves them, and as a viewer saves a PDF."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import uuid4

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from digimaturity.canonical import canonical
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.services.assessments import get_assessment, questionnaire_of
from digimaturity.services.forms.fields import IDENTITY
from digimaturity.services.forms.identity import Identity
from digimaturity.services.forms.returned import Medium, return_document
from digimaturity.services.workspace import Workspace
from digimaturity.store.records import FormRecord

MADE = "2026-02-20T08:00:00.000+00:00"


def at(minute: int) -> str:
    """A moment after the forms were made."""
    return f"2026-02-24T10:{minute:02d}:00.000+00:00"


def made_for(
    workspace: Workspace, assessment: str, respondent: str, language: str = "en"
) -> Identity:
    """A form that is known here."""
    record = get_assessment(workspace, assessment)
    asked = questionnaire_of(workspace, assessment)
    people = {one.id: one.viewpoint for one in record.respondents}
    identity = Identity(
        str(uuid4()),
        assessment,
        respondent,
        people.get(respondent, Viewpoint.IT),
        language,
        asked.id,
        asked.version,
        record.questionnaire,
        MADE,
    )
    with workspace.writing() as stored:
        stored.forms.add(
            FormRecord(
                identity.form,
                assessment,
                respondent,
                Medium.HTML,
                language,
                MADE,
                identity.checksum,
            )
        )
    return identity


def saved(
    folder: Path, identity: Identity, answers: Mapping[str, Any], filled: str = at(0)
) -> Path:
    """The file that a browser saves."""
    path = folder / f"{uuid4()}.digimaturity-answers.json"
    path.write_bytes(canonical(return_document(identity, filled, answers)))
    return path


def changed(identity: Identity, **fields: Any) -> Identity:
    """Another form, with a checksum of its own."""
    return replace(identity, **fields)


def pdf(
    identity: Identity | None, values: Mapping[str, str], *, text: str = "", on_page: bool = False
) -> bytes:
    """A PDF with fields of these values; those that begin with a slash are chosen buttons."""
    every = dict(values)
    if identity is not None:
        every[IDENTITY] = text or canonical(identity.document).decode()
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    fields = ArrayObject()
    for name, value in every.items():
        button = value.startswith("/")
        field = DictionaryObject(
            {
                NameObject("/T"): TextStringObject(name),
                NameObject("/FT"): NameObject("/Btn" if button else "/Tx"),
                NameObject("/V"): NameObject(value) if button else TextStringObject(value),
                NameObject("/Ff"): NumberObject(0),
            }
        )
        fields.append(writer._add_object(field))
    form = DictionaryObject(
        {NameObject("/Fields"): fields, NameObject("/NeedAppearances"): BooleanObject(True)}
    )
    writer.root_object[NameObject("/AcroForm")] = form
    if on_page:
        writer.pages[0][NameObject("/Annots")] = ArrayObject(fields)
    writer.add_metadata(
        {"/CreationDate": "D:20260220080000Z", "/ModDate": "D:20260224101500+01'00'"}
    )
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
