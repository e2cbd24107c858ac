"""What stands beside the levels of a question: last year's, and what others have answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from digimaturity.domain.questionnaire import Kind, Question, Viewpoint
from digimaturity.domain.responses import Respondent, State
from digimaturity.i18n import Translator
from digimaturity.ui.open_case import OpenCase
from digimaturity.ui.people import respondent_name
from digimaturity.ui.widgets.level_marks import LevelMark, LevelMarks

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
    if question.kind is not Kind.LEVELS:
        return {}
    found: dict[int, list[LevelMark]] = {}
    pairs = [*_earlier(question, case, t), *(_others(question, case, t) if case.mentoring else ())]
    for level, mark in pairs:
        found.setdefault(level, []).append(mark)
    return {level: tuple(marks) for level, marks in found.items()}


def _earlier(question: Question, case: OpenCase, t: Translator) -> Iterator[tuple[int, LevelMark]]:
    earlier, record = case.earlier, case.assessment
    level = earlier.levels.get(question.id) if earlier else None
    if earlier is None or record is None or level is None:
        return
    years = record.day.year - earlier.day.year
    when = {0: t.date(earlier.day), 1: t("last year")}.get(years, str(earlier.day.year))
    if not level.is_integer():
        when = t("{when}: {level}", when=when, level=t.number(level, 1))
    spoken = t("Level in the assessment of {date}", date=t.date(earlier.day))
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
            mark = LevelMark(words, spoken, _COLOURS[one.viewpoint], dot=True)
            yield int(answer.value), mark


def _short(respondent: Respondent, t: Translator) -> str:
    return {
        Viewpoint.MANAGEMENT: t("management"),
        Viewpoint.IT: t("IT"),
        Viewpoint.BUSINESS: t("business"),
    }[respondent.viewpoint]
