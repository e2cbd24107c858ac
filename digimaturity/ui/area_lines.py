"""The lines of the questionnaire's list: areas under their dimensions, and what a search finds."""

from __future__ import annotations

from digimaturity.domain.questionnaire import (
    Dimension,
    Part,
    Question,
    Questionnaire,
    Viewpoint,
)
from digimaturity.domain.responses import Answers
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.report.decision_words import part_names
from digimaturity.ui.section_words import section_name
from digimaturity.ui.sections import (
    DECISIONS,
    Section,
    is_carried,
    is_done,
    is_marked,
    is_unknown,
)
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.area_list import Line
from digimaturity.ui.widgets.card_head import choices_of, wording
from digimaturity.ui.widgets.terms import Terms, terms_of

#: Of each question its wording, and all words that it may be found by, in small letters.
SearchTexts = dict[str, tuple[str, str]]


def area_lines(
    sections: tuple[Section, ...],
    questionnaire: Questionnaire,
    answers: Answers,
    theme: Theme,
    t: Translator,
) -> list[Line]:
    """One line for each section, with a heading where another dimension begins."""
    lines: list[Line] = []
    heading: Dimension | str | None = ""
    for section in sections:
        if section.dimension != heading:
            heading = section.dimension
            lines.append(_heading(section, questionnaire, theme, t))
        lines.append(_line(section, questionnaire, answers, t))
    return lines


class SearchIndex:
    """What each question is found by, put together once for the questions that are asked."""

    def __init__(self) -> None:
        self._of: object = None
        self._texts: SearchTexts = {}

    def texts(
        self,
        sections: tuple[Section, ...],
        questionnaire: Questionnaire,
        viewpoint: Viewpoint,
        t: Translator,
    ) -> SearchTexts:
        """By its words, those of its levels, and the terms that explain it."""
        if self._of != (sections, viewpoint):
            self._of, terms = (sections, viewpoint), terms_of(questionnaire, t)
            self._texts = {
                one.id: (_asked(one, section, viewpoint, t), _words(one, terms, t.language))
                for section in sections
                for one in section.questions
            }
        return self._texts


def _line(section: Section, questionnaire: Questionnaire, answers: Answers, t: Translator) -> Line:
    done = tuple(is_done(question, answers) for question in section.questions)
    unknown = tuple(is_unknown(question, answers) for question in section.questions)
    carried = tuple(is_carried(question, answers) for question in section.questions)
    marked = sum(is_marked(question, answers) for question in section.questions)
    name = section_name(section, questionnaire, t)
    spoken = t("{area}, {n} of {all} answered", area=name, n=sum(done), all=len(done))
    if any(carried):
        spoken = t("{words}, {n} to confirm", words=spoken, n=sum(carried))
    if marked:
        more = t.plural("{n} marked for review", "{n} marked for review", marked)
        spoken = f"{spoken}, {more}"
    return Line(section.id, name, "", done, unknown, carried, marked=marked > 0, spoken=spoken)


def _heading(section: Section, questionnaire: Questionnaire, theme: Theme, t: Translator) -> Line:
    if section.dimension is None:
        return Line(None, t("Besides the areas"))
    place = questionnaire.dimensions.index(section.dimension)
    colour = theme.colours.dimension(section.dimension.id, place)
    return Line(None, text_in(section.dimension.name, t.language), colour)


def _asked(question: Question, section: Section, viewpoint: Viewpoint, t: Translator) -> str:
    """How a question is told apart from the others; of a decision by its part."""
    words = wording(question, viewpoint, t.language)
    if section.id != DECISIONS:
        return words
    return f"{words}: {part_names(t)[Part(question.id.rpartition('.')[2])]}"


def _words(question: Question, terms: Terms, language: str) -> str:
    texts = [text_in(text, language) for text in (question.text, *question.wordings.values())]
    texts += [text_in(question.evidence, language), *choices_of(question, language)]
    for word, means in terms.entries(texts):
        texts += [word, means]
    return " ".join(texts).casefold()
