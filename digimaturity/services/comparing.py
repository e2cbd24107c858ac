"""What can be held against each other: assessments, their revisions, those of another company."""

from __future__ import annotations

from dataclasses import dataclass, replace

from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.side_by_side import SideBySide, corrected, side_by_side
from digimaturity.domain.trend import Year
from digimaturity.domain.viewpoints import Together
from digimaturity.i18n import Translator
from digimaturity.report.wording import ReportContext, ReportOptions, Wording
from digimaturity.services.aliases import Aliases
from digimaturity.services.assessments import case_of, company_of, list_assessments
from digimaturity.services.report_options import get_options
from digimaturity.services.sign_off import read_revision
from digimaturity.services.workspace import Case, Workspace
from digimaturity.services.years import Assessed, assessed_of, versions_between, years_before
from digimaturity.store.records import AssessmentRecord

__all__ = [
    "Choice",
    "Ref",
    "Side",
    "choices_of",
    "compare_sides",
    "newest_of",
    "newest_two",
    "read_side",
]


@dataclass(frozen=True, slots=True)
class Ref:
    """An assessment by its id as it stands now, or one `revision` of it, counted from 1."""

    assessment: str
    revision: int = 0

    def __str__(self) -> str:
        return f"{self.assessment}.{self.revision}"

    @staticmethod
    def read(text: str) -> Ref | None:
        """The inverse of `str`; None for any other text."""
        assessment, dot, revision = text.rpartition(".")
        return Ref(assessment, int(revision)) if dot and revision.isdecimal() else None


@dataclass(frozen=True, slots=True)
class Choice:
    """One that can be chosen; `revision` tells which sign-off it is, 0 while it takes answers.

    Where another assessment `went_on` from it, that one has all of its answers.
    """

    ref: Ref
    record: AssessmentRecord
    revision: int
    went_on: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: what counts, what was said, and which viewpoints are told as one.

    `case` is what may be shown: under other names where that is wanted.
    """

    ref: Ref
    assessed: Assessed
    case: Case
    together: Together

    @property
    def firm(self) -> str:
        """Whose it is, by id."""
        return self.case.company.id

    def wording(self, t: Translator) -> Wording:
        """What was said, with the words for it; without figures of others."""
        case, year = self.case, self.assessed.year
        company = company_of(case.record, case.company)
        found = evaluate(case.questionnaire, case.responses, company=company, year=year.day.year)
        options = ReportOptions(together=self.together)
        return Wording(found, ReportContext(case.responses, year.day, options=options), t)


def choices_of(workspace: Workspace, company: str) -> tuple[Choice, ...]:
    """All that a company has to compare, newest first; of each the newest revision first."""
    records = list_assessments(workspace, company)
    continued = {one.goes_on_from for one in records}
    return tuple(
        Choice(Ref(one.id, ref), one, revision, one.id in continued)
        for one in records
        for ref, revision in _revisions(one)
    )


def _revisions(record: AssessmentRecord) -> list[tuple[int, int]]:
    """As it stands, then each revision before, with its number."""
    signed = max(1, record.signed)
    if record.open:
        return [(0, 0), *((one, one) for one in range(record.signed, 0, -1))]
    return [(0, signed), *((one, one) for one in range(signed - 1, 0, -1))]


def newest_of(workspace: Workspace, company: str) -> Ref | None:
    """A company's newest assessment; None where it has none."""
    return newest_two(choices_of(workspace, company))[1]


def newest_two(choices: tuple[Choice, ...]) -> tuple[Ref | None, Ref | None]:
    """The two newest assessments, the older first; two revisions where there is only one."""
    own = [one for one in choices if not (one.went_on or one.ref.revision)]
    own = own if len(own) > 1 else [one for one in choices if not one.went_on]
    newest, before = (*own, None, None)[:2]
    return before.ref if before else None, newest.ref if newest else None


def read_side(workspace: Workspace, ref: Ref, aliases: Aliases | None = None) -> Side:
    """Read one of them, with what may be shown of it.

    Raises:
        KeyError: There is no such assessment or revision.
        UserError: ``revision.damaged``.
    """
    case = case_of(workspace, ref.assessment)
    number = 0 if case.record.open else max(1, case.record.signed)
    if ref.revision:
        case, number = read_revision(workspace, ref.assessment, ref.revision).case, ref.revision
    assessed, together = assessed_of(case, number), get_options(workspace, ref.assessment).together
    if aliases is not None:
        case = replace(
            case,
            record=aliases.assessment(case.record),
            company=aliases.company(case.company),
            responses=aliases.responses(case.responses),
        )
    return Side(ref, assessed, case, together)


def compare_sides(workspace: Workspace, a: Side, b: Side) -> SideBySide:
    """Hold B against A; of one assessment it tells what was corrected."""
    changed = frozenset[str]()
    if a.ref.assessment == b.ref.assessment:
        changed = corrected(a.case.responses, b.case.responses)
    own = a.firm == b.firm
    first, second = (_as_it_counts(one, own=own) for one in (a, b))
    between = versions_between(workspace, a.assessed, b.assessed) if own else ()
    past = _past(workspace, a, b) if own else ()
    return side_by_side(first, second, changed, between, past)


def _as_it_counts(side: Side, *, own: bool) -> Year:
    """Its year; beside another firm it does not matter whether an answer was carried over."""
    year = side.assessed.year
    return year if own else replace(year, unconfirmed=frozenset())


def _past(workspace: Workspace, a: Side, b: Side) -> tuple[Year, ...]:
    """The years before the earlier one, where these have what it carried over."""
    earlier = min((a, b), key=lambda one: one.assessed.year.day)
    if not earlier.assessed.year.unconfirmed or not earlier.assessed.record.id:
        return ()
    return tuple(one.year for one in years_before(workspace, earlier.assessed.record.id))
