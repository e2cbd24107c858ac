"""Making forms for those who take part: one file each, and the note that it was made."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Respondent
from digimaturity.files import safe_name
from digimaturity.i18n import Translator
from digimaturity.progress import Watch, unwatched
from digimaturity.report.viewpoint_words import viewpoint_names
from digimaturity.services.aliases import aliases_of
from digimaturity.services.assessments import case_of, found, still_open
from digimaturity.services.forms.model import Form
from digimaturity.services.forms.returned import Medium
from digimaturity.services.forms.writing import form_for, write_form
from digimaturity.services.workspace import Case, Workspace

#: Bytes of the names of company and person each in the name of a file.
_BYTES = 60


@dataclass(frozen=True, slots=True)
class Issued:
    """A form that was made: for whom, and where it lies."""

    person: Respondent
    path: Path


@dataclass(frozen=True, slots=True)
class Edition:
    """How forms are made: as what, in the language of `t`, and the folder that they go to.

    `back_to` names who gets them back. With `hidden` firms and people have other names in them.
    """

    medium: Medium
    t: Translator
    folder: Path
    back_to: str = ""
    hidden: bool = False


def issue(
    workspace: Workspace,
    assessment: str,
    people: Sequence[str],
    how: Edition,
    watch: Watch = unwatched,
) -> tuple[Issued, ...]:
    """Make a form for each of `people`, and keep that it was made.

    No file is replaced. Called off, the forms that are written by then stay, and count as made.

    Raises:
        UserError: ``assessment.finished``; those of writing to the workspace and to `folder`.
    """
    with workspace.writing() as stored:
        still_open(found(stored, assessment))
    case, t = _shown(workspace, case_of(workspace, assessment), how), how.t
    everybody = {one.id: one for one in case.record.respondents}
    names = _whose(case.record.respondents, t)
    made = []
    for place, key in enumerate(people):
        watch(place / len(people))
        person = everybody[key]
        form = form_for(case, person, t, how.back_to)
        path = _free(how.folder, _name(form, names[key]), how.medium)
        write_form(workspace, form, how.medium, path, t)
        made.append(Issued(person, path))
    return tuple(made)


def _shown(workspace: Workspace, case: Case, how: Edition) -> Case:
    if not how.hidden:
        return case
    aliases = aliases_of(workspace, how.t)
    return replace(
        case, record=aliases.assessment(case.record), company=aliases.company(case.company)
    )


def _name(form: Form, whose: str) -> str:
    return f"{_short(form.company)} - {_short(whose)} {form.identity.code}"


def _whose(people: Sequence[Respondent], t: Translator) -> Mapping[str, str]:
    """Each by name, else by viewpoint and a number among those of it, as the window has it."""
    found, seen = {}, Counter[Viewpoint]()
    for one in people:
        seen[one.viewpoint] += 1
        number = t("Person {n}", n=seen[one.viewpoint])
        found[one.id] = one.name or f"{viewpoint_names(t)[one.viewpoint]}, {number}"
    return found


def _short(words: str) -> str:
    plain = safe_name(unicodedata.normalize("NFC", words))
    return plain.encode(errors="replace")[:_BYTES].decode(errors="ignore").rstrip(" .")


def _free(folder: Path, name: str, medium: Medium) -> Path:
    path, count = folder / f"{name}.{medium}", 1
    while path.exists():
        count += 1
        path = folder / f"{name} ({count}).{medium}"
    return path
