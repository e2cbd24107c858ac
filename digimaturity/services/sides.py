"""Which assessment is meant by an id, by a company and a year, or by a file of answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from digimaturity.domain.side_by_side import SideBySide, side_by_side
from digimaturity.domain.viewpoints import APART
from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.report.comparison_words import Told, moment
from digimaturity.services.answers_file import read_answers
from digimaturity.services.assessment_names import MOMENT
from digimaturity.services.assessments import get_assessment, list_assessments
from digimaturity.services.companies import company_called, named_companies
from digimaturity.services.comparing import Ref, Side, compare_sides, read_side
from digimaturity.services.text import spelled
from digimaturity.services.workspace import Case, Workspace
from digimaturity.services.years import assessed_of
from digimaturity.store.records import AssessmentRecord, AssessmentState


def names_file(text: str) -> bool:
    """Whether a file of answers is meant."""
    return text.endswith(".json") or Path(text).is_file()


def side_called(workspace: Workspace | None, text: str) -> Side:
    """The assessment that `text` names; a `workspace` is needed for all but a file of answers.

    A revision is one that was signed; without it, what was signed last, or a draft as it stands. A
    company alone means its newest. A file is of the company in the workspace that has its name, if
    there is one alone.

    Raises:
        UserError: ``assessment.unknown``, ``history.none_then``, ``history.several``,
            ``history.no_revision``, ``revision.damaged``; those of `company_called` and
            `read_answers`.
    """
    if names_file(text) or workspace is None:
        return _of_file(workspace, Path(text))
    named = MOMENT.fullmatch(text)
    if named is None:
        return _of_record(workspace, _by_id_or_company(workspace, text), 0)
    record = _at(workspace, named["name"], named["when"])
    return _of_record(workspace, record, int(named["number"] or 0))


def told_sides(workspace: Workspace | None, a: Side, b: Side, t: Translator) -> Told:
    """B held against A, with the words for it."""
    firms = a.firm != b.firm
    one = bool(a.assessed.record.id) and a.ref.assessment == b.ref.assessment
    worded = a.wording(t), b.wording(t)
    names = _called(a, t, firm=firms), _called(b, t, firm=firms)
    return Told(
        _held(workspace, a, b),
        *worded,
        names,
        firms=firms,
        onwards=not (firms or one) and a.assessed.year.day <= b.assessed.year.day,
        revisions=one,
    )


def _held(workspace: Workspace | None, a: Side, b: Side) -> SideBySide:
    if workspace is None:
        return side_by_side(a.assessed.year, b.assessed.year)
    return compare_sides(workspace, a, b)


def _called(side: Side, t: Translator, *, firm: bool) -> str:
    record, one = side.assessed.record, side.assessed
    words = moment(t, one.year.day, one.revision, record.signed)
    if not record.id:
        words = f"{t.date(one.year.day)} · {Path(side.ref.assessment).name}"
    return f"{side.case.company.name}, {words}" if firm else words


def _of_file(workspace: Workspace | None, path: Path) -> Side:
    file = read_answers(path)
    company = replace(file.company, id=_firm(workspace, file.company.name))
    record = AssessmentRecord(
        "",
        company.id,
        file.questionnaire.fingerprint,
        file.day,
        AssessmentState.DRAFT,
        "",
        respondents=file.responses.respondents,
    )
    case = Case(record, company, file.questionnaire, file.responses)
    return Side(Ref(str(path)), assessed_of(case), case, APART)


def _firm(workspace: Workspace | None, name: str) -> str:
    """The id of the company of that name; else what no id is, the same for the same name."""
    wanted = spelled(name)
    known = named_companies(workspace) if workspace else ()
    found = [key for key, own, _ in known if spelled(own) == wanted]
    return found[0] if len(found) == 1 else f"name:{wanted}"


def _of_record(workspace: Workspace, record: AssessmentRecord, number: int) -> Side:
    ref = Ref(record.id, number or (record.signed if record.corrected else 0))
    try:
        return read_side(workspace, ref)
    except KeyError:
        raise UserError("history.no_revision", number=number, signed=record.signed) from None


def _by_id_or_company(workspace: Workspace, text: str) -> AssessmentRecord:
    """The assessment with that id, or the company's newest that was signed, else its newest."""
    try:
        return get_assessment(workspace, text)
    except KeyError:
        pass
    try:
        records = list_assessments(workspace, company_called(workspace, text).id)
    except UserError as error:
        if error.code != "company.unknown":
            raise
        records = ()
    if not records:
        raise UserError("assessment.unknown", name=text)
    return _counting(records)[0]


def _at(workspace: Workspace, name: str, when: str) -> AssessmentRecord:
    """The company's only assessment of that year or day that counts; else its only draft."""
    company = company_called(workspace, name)
    records = list_assessments(workspace, company.id)
    then = [one for one in records if one.day.isoformat().startswith(when)]
    found = _counting(then)
    days = tuple(sorted(one.day for one in found or records))
    if not found:
        raise UserError("history.none_then", name=company.name, when=when, days=days)
    if len(found) > 1:
        raise UserError("history.several", name=company.name, when=when, days=days)
    return found[0]


def _counting(records: Sequence[AssessmentRecord]) -> list[AssessmentRecord]:
    """Without those that another went on from: those that were signed, else drafts."""
    gone_on = {one.goes_on_from for one in records}
    found = [one for one in records if one.id not in gone_on]
    return [one for one in found if one.signed or not one.open] or found
