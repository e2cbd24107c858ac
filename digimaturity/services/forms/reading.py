"""Any file, or text that was pasted, as a return of a form; or why it is none."""

from __future__ import annotations

import codecs
from pathlib import Path

from digimaturity.errors import UserError
from digimaturity.exchange.parsing import packed
from digimaturity.exchange.refused import RefusedError
from digimaturity.services.forms.document_reading import returned_from_text
from digimaturity.services.forms.returned import Returned

#: Bytes of a file; a filled PDF has some hundred thousand.
LARGEST_PDF, LARGEST_TEXT = 20_000_000, 4_000_000

#: A PDF may have something before its beginning (ISO 32000-1, annex H.3.4.1).
_PDF, _WITHIN = b"%PDF-", 1024


def read_file(path: Path) -> Returned:
    """What came back in a file.

    Raises:
        UserError: ``form.refused`` with the reason as `why`: a `RefusedError` of
            `document_reading.returned_from_text` or `pdf_reading.returned_from_pdf`, ``packed``,
            ``too_large`` or ``unreadable``.
    """
    try:
        return _returned(_content(path))
    except RefusedError as error:
        raise UserError("form.refused", path=path, why=error) from error


def read_text(text: str) -> Returned:
    """What was pasted; errors as of `read_file`, without a path."""
    try:
        return returned_from_text(_short(text))
    except RefusedError as error:
        raise UserError("form.refused", why=error) from error


def _short(text: str) -> str:
    if len(text) > LARGEST_TEXT:
        raise RefusedError("too_large", limit=LARGEST_TEXT)
    return text


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_PDF + 1)
    except OSError as error:
        raise RefusedError("unreadable", reason=error.strerror or "") from error
    limit = LARGEST_PDF if _PDF in content[:_WITHIN] else LARGEST_TEXT
    if len(content) > limit:
        raise RefusedError("too_large", limit=limit)
    return content


def _returned(content: bytes) -> Returned:
    if _PDF in content[:_WITHIN]:
        from digimaturity.services.forms.pdf_reading import returned_from_pdf

        return returned_from_pdf(content)
    if packed(content):
        raise RefusedError("packed")
    return returned_from_text(_decoded(content))


def _decoded(content: bytes) -> str:
    """The text, also where an editor saved it anew in another encoding: a checksum is in it."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
