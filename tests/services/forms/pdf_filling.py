"""PDF forms: made for somebody, and filled as two libraries do it, which know nothing of ours."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

from pikepdf import Name, Pdf
from pikepdf.form import CheckboxField, RadioButtonGroup, TextField
from pikepdf.form import Form as Fields
from pypdf import PdfWriter

from digimaturity import paths
from digimaturity.authoring.printing import usable_pack
from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.i18n import Translator
from digimaturity.services.forms.identity import Identity
from digimaturity.services.forms.making import form_of
from digimaturity.services.forms.model import Form
from digimaturity.services.forms.pdf import form_pdf

PACKS = {
    "readiness": paths.questionnaires_dir() / "readiness",
    "quick-check": paths.questionnaires_dir() / "quick-check",
    "small": Path(__file__).parents[2] / "packs" / "data" / "small",
}
HOSTILE = (
    "Müller) /JS (app.alert\\(1\\)) & <b>Söhne</b> {0} {page} %s \\( 😀 Łódź \x00\x07"
    "\N{RIGHT-TO-LEFT OVERRIDE}" + "x" * 300
)


def translator(language: str) -> Translator:
    return Translator.load(language, paths.resources_dir() / "locale")


@cache
def form(
    pack: str = "small",
    language: str = "de",
    person: str = "Anna Größe",
    viewpoint: Viewpoint = Viewpoint.IT,
) -> Form:
    asked = usable_pack(PACKS[pack])
    identity = Identity(
        "3f2c8f4e-9a94-4f65-8a8c-0d7c5f2a1b01",
        "3f2c8f4e-9a94-4f65-8a8c-0d7c5f2a1b02",
        "3f2c8f4e-9a94-4f65-8a8c-0d7c5f2a1b03",
        viewpoint,
        language,
        asked.id,
        asked.version,
        asked.fingerprint,
        "2026-02-20T08:00:00.000+00:00",
    )
    return form_of(asked, identity, "Hansen Möbel GmbH", person, translator(language))


@cache
def pdf(pack: str = "small", language: str = "de", size: str = "A4") -> bytes:
    return form_pdf(form(pack, language), translator(language), size)


def filled_by_pypdf(content: bytes, values: Mapping[str, str]) -> bytes:
    """Boxes by the names of their states (``/3``), texts as they are."""
    writer = PdfWriter(clone_from=BytesIO(content))
    for sheet in writer.pages:
        writer.update_page_form_field_values(sheet, dict(values), auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def filled_by_pikepdf(content: bytes, values: Mapping[str, str]) -> bytes:
    """The same with another library."""
    out = BytesIO()
    with Pdf.open(BytesIO(content)) as opened:
        fields = Fields(opened)
        for name, value in values.items():
            field = fields[name]
            if isinstance(field, RadioButtonGroup):
                field.value = Name(value)
            elif isinstance(field, CheckboxField):
                assert field.on_value == Name(value)
                field.checked = True
            elif isinstance(field, TextField):
                field.value = value
        opened.save(out)
    return out.getvalue()
