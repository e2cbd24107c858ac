"""What a returned form would bring: for whom it is, what is new, changed, the same, left out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from digimaturity.domain.responses import Respondent
from digimaturity.domain.texts import Localized
from digimaturity.errors import UserError
from digimaturity.services.forms.counting import Count
from digimaturity.services.forms.returned import Returned
from digimaturity.store.records import AssessmentRecord, CompanyRecord


@dataclass(frozen=True, slots=True)
class Found:
    """A return held against what is here; all but `comments` are ids of questions.

    `new`, `changed` and `same` compare its answers with what is here. `older` were left, since
    something else was said later, in a form or here; `foreign` are of questions that are not asked
    here, or mean something else in this version; `unclear` cannot be understood, `unclear_texts`
    are the questions of these. `comments` counts those that are new or changed. `count` is of the
    form alone. With `after_others` all of this counts on other forms of the person, looked at
    together with it, being taken in before it. `taken_before` is also what is the same as another
    that is looked at with it: it is there `twice`.
    """

    returned: Returned
    record: AssessmentRecord
    company: CompanyRecord
    person: Respondent
    count: Count
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    older: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    unclear_texts: tuple[Localized, ...] = ()
    comments: int = 0
    known_form: bool = True
    taken_before: bool = False
    twice: bool = False
    same_version: bool = True
    after_others: bool = False
    stamp: str = ""

    @property
    def brings(self) -> int:
        """How many answers and comments would be written."""
        return len(self.new) + len(self.changed) + self.comments

    @property
    def other_viewpoint(self) -> bool:
        """Whether the person has another viewpoint now than when the form was made."""
        return self.returned.identity.viewpoint is not self.person.viewpoint

    @property
    def half_filled(self) -> bool:
        """Whether questions of the form were left empty."""
        return self.count.answered < self.count.asked


@dataclass(frozen=True, slots=True)
class Preview:
    """One file, or a text that was pasted (`path` is None): what is in it, or why it is refused.

    Exactly one of `found` and `refusal` (code ``form.refused``) is there.
    """

    path: Path | None
    found: Found | None = None
    refusal: UserError | None = None
