"""What stands beside the levels of a question: last year's, and what others have answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from digimaturity.domain.questionnaire import Kind, Question, Viewpoint
from digimaturity.domain.responses import Respondent, State
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.report.carried_words import unconfirmed
from digimaturity.report.decision_words import holder_names
from digimaturity.ui.open_case import OpenCase
from digimaturity.ui.people import respondent_name
from digimaturity.ui.widgets.field_body import unit_text
from digimaturity.ui.widgets.level_marks import EarlierSaid, LevelMark, LevelMarks

_COLOURS = {
    Viewpoint.MANAGEMENT: "leadership_text",
    Viewpoint.IT: "it_text",
    Viewpoint.BUSINESS: "business_text",
}


def level_marks(question: Question, case: OpenCase, t: Translator) -> LevelMarks:
    """The marks of a question's levels: markers only, never an answer.

    What other people said is shown to mentors, who talk with them about the differences; somebody
    who answers for himself shall not be led by it.
    """
    found: dict[int, list[LevelMark]] = {}
    pairs = list(_earlier(question, case, t))
    if case.mentoring and question.kind is Kind.LEVELS:
        pairs += _others(question, case, t)
    for level, mark in pairs:
        found.setdefault(level, []).append(mark)
    return {level: tuple(marks) for level, marks in found.items()}


def earlier_said(question: Question, case: OpenCase, t: Translator) -> EarlierSaid | None:
    """What was said last year to a question without rows, if anything was."""
    earlier = case.earlier
    known = earlier.known.get(question.id) if earlier else None
    if known is None:
        return None
    if isinstance(known, bool):
        said = t("Yes") if known else t("No")
    elif isinstance(known, frozenset):
        names = {option.id: text_in(option.text, t.language) for option in question.options}
        holders = {str(one): name for one, name in holder_names(t).items()}
        said = ", ".join(names.get(one) or holders.get(one, one) for one in sorted(known))
    else:
        digits = 0 if float(known).is_integer() else 2
        said = f"{t.number(known, digits)} {unit_text(question.unit, t)}".strip()
    when = _when(case, t)
    return EarlierSaid(when, said, t("{when}: {level}", when=when, level=said))


def _when(case: OpenCase, t: Translator) -> str:
    """When the earlier assessment was, in words that have room beside a level."""
    earlier, record = case.earlier, case.assessment
    if earlier is None or record is None:
        return ""
    years = record.day.year - earlier.day.year
    year = str(earlier.day.year)
    return {0: f"{earlier.day.month:02}/{year}", 1: t("last year")}.get(years, year)


def _row_of(question: Question, known: float | bool | frozenset[str]) -> float | None:
    """The number of the row of what was said to a question that has rows, but no levels."""
    if isinstance(known, bool):
        return 1.0 if known else 2.0
    ids = [frozenset({option.id}) for option in question.options]
    one_of = question.kind is Kind.ONE_OF and known in ids
    return ids.index(known) + 1.0 if one_of and isinstance(known, frozenset) else None


def _earlier(question: Question, case: OpenCase, t: Translator) -> Iterator[tuple[int, LevelMark]]:
    earlier = case.earlier
    if earlier is None:
        return
    level = earlier.levels.get(question.id)
    if question.id in earlier.known:
        level = _row_of(question, earlier.known[question.id])
    if level is None:
        return
    when = _when(case, t)
    if not level.is_integer():
        when = t("{when}: {level}", when=when, level=t.number(level, 1))
    spoken = t("Level in the assessment of {date}", date=t.date(earlier.day))
    if question.kind is not Kind.LEVELS:
        spoken = t("Answer in the assessment of {date}", date=t.date(earlier.day))
    yield int(level + 0.5), LevelMark(when, spoken)


def _others(question: Question, case: OpenCase, t: Translator) -> Iterator[tuple[int, LevelMark]]:
    said = case.responses
    same = Counter(one.viewpoint for one in said.respondents)
    for one in said.respondents:
        answer = said.answers.get(one.id, {}).get(question.id)
        if one.id == case.respondent.id or answer is None or answer.state is not State.ANSWERED:
            continue
        if isinstance(answer.value, int | float):
            words = one.name if same[one.viewpoint] > 1 and one.name else _short(one, t)
            spoken = t("Answer of {who}", who=respondent_name(one, t))
            if answer.carried:
                spoken = f"{spoken}, {unconfirmed(t)}"
            colour = _COLOURS[one.viewpoint]
            mark = LevelMark(words, spoken, colour, dot=True, hollow=answer.carried)
            yield int(answer.value), mark


def _short(respondent: Respondent, t: Translator) -> str:
    return {
        Viewpoint.MANAGEMENT: t("management"),
        Viewpoint.IT: t("IT"),
        Viewpoint.BUSINESS: t("business"),
    }[respondent.viewpoint]
