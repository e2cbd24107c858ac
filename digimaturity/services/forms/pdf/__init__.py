"""A form as a PDF to fill on a screen or with a pen."""

from __future__ import annotations

from digimaturity.i18n import Translator
from digimaturity.services.forms.model import Form


def form_pdf(form: Form, t: Translator, size: str = "A4") -> bytes:
    """The form as a tagged, fillable PDF (PDF/UA-1), in the language of `t`, which is the form's.

    `size` is ``A4`` or ``letter``. Its fields are called as `services.forms.fields` says. The same
    input gives the same bytes.
    """
    from digimaturity.services.forms.pdf.draw import draw_form

    return draw_form(form, t, size)
