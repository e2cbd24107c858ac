"""What a section of the questionnaire is called, and what is said about it."""

from __future__ import annotations

from digimaturity.domain.questionnaire import Area, Question, Questionnaire
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.ui.sections import DECISIONS, FACTS, PLANS, STRATEGY, Progress, Section


def section_name(section: Section, questionnaire: Questionnaire, t: Translator) -> str:
    """Its heading."""
    if section.id == FACTS:
        return t("Technology facts")
    if section.id == STRATEGY:
        return t("The strategy in detail")
    if section.id == DECISIONS:
        return t("Who decides")
    if section.id == PLANS:
        return t("What is planned")
    return text_in(_area(section, questionnaire).name, t.language)


def section_about(section: Section, questionnaire: Questionnaire, t: Translator) -> str:
    """One or two sentences below the heading."""
    if section.id == FACTS:
        return t(
            "Plain facts, as statistical offices ask for them. They show where your firm stands"
            " among similar firms, and do not count in the readiness score."
        )
    if section.id == STRATEGY:
        return t(
            "You said that there is an IT or digital strategy. These questions find out what"
            " it holds; they do not count in the readiness score."
        )
    if section.id == DECISIONS:
        return t(
            "Who holds each part of a digital decision today, as it is and not as it should be."
            " What management decides without IT counts with the departments."
            " The figure is the one that shows later whether it was worth it. None of this counts"
            " in the readiness score."
        )
    if section.id == PLANS:
        return t(
            "What the firm intends for the next twelve months. Intent is kept apart from what is"
            " done, so it does not count in the readiness score."
        )
    return text_in(_area(section, questionnaire).about, t.language)


def count_words(kind: str, count: Progress, t: Translator, *, closed: bool = False) -> str:
    """How many are answered: of the rated questions (""), or of a section beside the areas.

    Of an assessment that is `closed`, what nobody confirmed is left to nobody.
    """
    words = _counted(kind, count, t)
    if not count.to_confirm:
        return words
    if closed:
        return t("{words}, {n} not confirmed", words=words, n=count.to_confirm)
    return t("{words}, {n} to confirm", words=words, n=count.to_confirm)


def _counted(kind: str, count: Progress, t: Translator) -> str:
    if kind == FACTS:
        return t("{n} of {all} facts", n=count.done, all=count.asked)
    if kind == STRATEGY:
        return t("{n} of {all} on the strategy", n=count.done, all=count.asked)
    if kind == DECISIONS:
        return t("{n} of {all} on who decides", n=count.done, all=count.asked)
    if kind == PLANS:
        return t("{n} of {all} on plans", n=count.done, all=count.asked)
    return t("{n} of {all} questions", n=count.done, all=count.asked)


def section_place(section: Section, questionnaire: Questionnaire, t: Translator) -> str:
    """Where in the questionnaire it stands; nothing for what stands beside the areas."""
    if section.dimension is None:
        return ""
    ids = [area.id for area in questionnaire.areas]
    return t(
        "{dimension} · area {n} of {all}",
        dimension=text_in(section.dimension.name, t.language),
        n=ids.index(section.id) + 1,
        all=len(ids),
    )


def question_place(
    question: Question, section: Section, questionnaire: Questionnaire, t: Translator
) -> str:
    """Which question it is: of all that are rated, or of the section beside them."""
    group = section.questions if section.dimension is None else questionnaire.rated_questions
    ids = [one.id for one in group]
    return t("Question {n} of {all}", n=ids.index(question.id) + 1, all=len(ids))


def _area(section: Section, questionnaire: Questionnaire) -> Area:
    return next(area for area in questionnaire.areas if area.id == section.id)
