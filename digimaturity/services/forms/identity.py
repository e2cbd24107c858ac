"""Whose form it is, and of what: by it a filled one is known again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from hashlib import sha256

from digimaturity.canonical import canonical
from digimaturity.domain.questionnaire import Viewpoint

#: What stands at the beginning of every form and of every returned one.
FORM_FORMAT = "digimaturity-form/1"
RETURN_FORMAT = "digimaturity-form-return/1"


@dataclass(frozen=True, slots=True)
class Identity:
    """A form for one person of one assessment.

    `form` is its own random id; `assessment` and `respondent` are those of the workspace;
    `questionnaire` is the id of the pack, `version` and `fingerprint` what it was when the
    assessment began; `language` is the form's, `made` the UTC time as ISO text.
    """

    form: str
    assessment: str
    respondent: str
    viewpoint: Viewpoint
    language: str
    questionnaire: str
    version: str
    fingerprint: str
    made: str

    @property
    def checksum(self) -> str:
        """SHA-256 over all of it: a damaged or mixed-up one is seen. It is no signature."""
        return sha256(canonical({"format": FORM_FORMAT, **asdict(self)})).hexdigest()

    @property
    def code(self) -> str:
        """What stands on every page for people to find it by: eight signs of its id's SHA-256."""
        found = sha256(self.form.encode()).hexdigest()[:8].upper()
        return f"{found[:4]}-{found[4:]}"

    @property
    def document(self) -> dict[str, str]:
        """All of it with its checksum, as a form carries it."""
        return {"format": FORM_FORMAT, **asdict(self), "checksum": self.checksum}


#: The keys of `Identity.document`.
KEYS = ("format", *(field.name for field in fields(Identity)), "checksum")


def read_identity(document: Mapping[str, object]) -> Identity | None:
    """The inverse of `Identity.document`; None where anything is missing, added or changed."""
    values = {key: value for key, value in document.items() if isinstance(value, str)}
    if sorted(values) != sorted(KEYS) or len(document) != len(KEYS):
        return None
    if values["viewpoint"] not in list(Viewpoint):
        return None
    viewpoint = Viewpoint(values["viewpoint"])
    apart = ("format", "checksum", "viewpoint")
    said = {key: value for key, value in values.items() if key not in apart}
    identity = Identity(viewpoint=viewpoint, **said)
    return identity if identity.document == values else None
