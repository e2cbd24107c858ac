"""A return as the form in the browser saves or copies it: the file, or what was pasted of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from digimaturity.exchange.parsing import parsed
from digimaturity.exchange.refused import RefusedError
from digimaturity.services.client_package import checking
from digimaturity.services.forms.cleaning import clean
from digimaturity.services.forms.identity import (
    FORM_FORMAT,
    KEYS,
    RETURN_FORMAT,
    Identity,
    read_identity,
)
from digimaturity.services.forms.returned import Medium, Returned, checksum
from digimaturity.store.clock import now

#: More answers than this no form asks for; longer texts nobody writes.
MOST_ANSWERS, LONGEST_TEXT = 5_000, 100_000

_ENTRIES = ("format", "form", "filled", "answers", "sha256")
_OURS = RETURN_FORMAT.partition("/")[0]
#: What a form saves begins so, long before it says what it is: that may have been cut off.
_FIRST = '{"answers":{'
_AROUND = re.compile(r"[\s>]+")
_QUOTED = re.compile(r"(?m)^[ \t]*(?:>[ \t]?)+")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|\+00:00)", re.ASCII)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?", re.ASCII)


def returned_from_text(text: str) -> Returned:
    """What stands in a saved file or in a message around it.

    Mail programs break long lines and put quotation marks before them; such a text is mended where
    its checksum then proves it whole.

    Raises:
        RefusedError: ``not_form``, ``form_itself`` (the HTML file, not what was saved from it),
            ``newer``, ``damaged`` (no whole document), ``edited`` (its checksum does not fit),
            ``forged`` (that of whom the form is for does not).
    """
    if text.lstrip().startswith("<"):
        raise RefusedError("form_itself" if FORM_FORMAT in text else "not_form")
    unbroken = _AROUND.sub("", text)
    if _OURS not in unbroken:
        raise RefusedError("damaged" if _FIRST in unbroken else "not_form")
    why = RefusedError("damaged")
    for part in _candidates(text):
        try:
            return _from_document(parsed(part))
        except RefusedError as error:
            # What a later attempt finds goes before "damaged": it was at least a whole document.
            why = error if error.code in ("edited", "forged", "newer") else why
    raise why


def _candidates(text: str) -> Iterator[bytes]:
    """The document in the text as it is, then without what mail programs add to it."""
    whole = text[text.find("{") : text.rfind("}") + 1].replace("\r\n", "\n")
    found: dict[str, None] = {whole: None}
    for base in (whole, _QUOTED.sub("", whole).replace("\N{NO-BREAK SPACE}", " ")):
        for joint in ("\n", "", " "):
            found.setdefault(base.replace("\n", joint))
    for one in found:
        yield one.encode(errors="replace")


def _from_document(document: object) -> Returned:
    if not isinstance(document, dict):
        raise RefusedError("damaged")
    form = document.get("format")
    if form != RETURN_FORMAT:
        newer = isinstance(form, str) and form.startswith(f"{_OURS}/")
        raise RefusedError("newer" if newer else "damaged")
    if sorted(document) != sorted(_ENTRIES):
        raise RefusedError("edited")
    rest = {key: value for key, value in document.items() if key != "sha256"}
    try:
        whole = checksum(rest) == document["sha256"]
    except (ValueError, RecursionError):  # infinity, halves of characters, endless nesting
        raise RefusedError("damaged") from None
    if not whole:
        raise RefusedError("edited")
    identity = identity_from(document["form"])
    filled = filled_at(document["filled"])
    return Returned(identity, filled, sound(document["answers"]), Medium.HTML)


def identity_from(given: object) -> Identity:
    """Whose form it is.

    Raises:
        RefusedError: ``forged`` where the checksum does not fit, ``newer``, or ``damaged``.
    """
    if not isinstance(given, Mapping) or sorted(map(str, given)) != sorted(KEYS):
        raise RefusedError("damaged")
    form = given["format"]
    if form != FORM_FORMAT:
        newer = isinstance(form, str) and form.startswith(FORM_FORMAT.partition("/")[0])
        raise RefusedError("newer" if newer else "damaged")
    identity = read_identity(given)
    if identity is None:
        raise RefusedError("forged")
    ids = (identity.form, identity.assessment, identity.respondent)
    named = _LANGUAGE.fullmatch(identity.language) and checking.name(identity.questionnaire)
    if not all(map(checking.identity, ids)) or not named or not checking.name(identity.version):
        raise RefusedError("forged")
    if not moment(identity.made):
        raise RefusedError("forged")
    return identity


def moment(given: object) -> str:
    """A UTC time as the workspace writes it, empty where nothing is said.

    Raises:
        RefusedError: ``damaged``.
    """
    if given == "":
        return ""
    if not isinstance(given, str) or not _MOMENT.fullmatch(given):
        raise RefusedError("damaged")
    try:
        found = datetime.fromisoformat(given).isoformat(timespec="milliseconds")
    except ValueError:
        raise RefusedError("damaged") from None
    if not checking.moment(found):
        raise RefusedError("damaged")
    return found


def filled_at(given: object) -> str:
    """When a form was filled; empty also where a clock was ahead: it would hold for ever.

    Raises:
        RefusedError: ``damaged``.
    """
    found = moment(given)
    return found if found <= now() else ""


def sound(given: object) -> Mapping[str, Any]:
    """Answers by question, their texts cleaned; what was left empty is taken out.

    Raises:
        RefusedError: ``damaged``: this cannot be answers.
    """
    if not isinstance(given, dict) or len(given) > MOST_ANSWERS:
        raise RefusedError("damaged")
    try:
        cleaned = {str(key): clean(said) for key, said in given.items()}
    except RecursionError:
        raise RefusedError("damaged") from None
    if any(len(text) > LONGEST_TEXT for said in cleaned.values() for text in _texts(said)):
        raise RefusedError("damaged")
    answers = {key: _without_blanks(said) for key, said in cleaned.items()}
    return {key: said for key, said in answers.items() if said not in ("", {}, None)}


def _texts(said: object) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict):
        yield from (text for text in said.values() if isinstance(text, str))


def _without_blanks(said: object) -> object:
    if not isinstance(said, dict):
        return said
    return {key: value for key, value in said.items() if value not in ("", None)}
