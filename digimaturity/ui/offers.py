"""The questionnaires to choose from, in words: what each asks, and how long it takes."""

from __future__ import annotations

from collections.abc import Collection

from digimaturity.domain.evaluation import question_results
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import Responses
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.ui.sections import progress, sections_of


def minutes_for(questionnaire: Questionnaire) -> int:
    """About how many minutes it takes, without the questions that only follow some answers."""
    results = question_results(questionnaire, Responses())
    return progress(sections_of(questionnaire, results, Viewpoint.MANAGEMENT), {}).minutes


def offer_title(
    questionnaire: Questionnaire, others: Collection[Questionnaire], t: Translator
) -> str:
    """What it is called; a whole one says that it is, where there is a short one beside it."""
    name = text_in(questionnaire.name, t.language)
    if _parts(questionnaire, others):
        return t("Full questionnaire: {name}", name=name)
    return name


def offer_words(
    questionnaire: Questionnaire, others: Collection[Questionnaire], t: Translator
) -> str:
    """How much it asks and what for, in a few sentences."""
    sentences = [_extent(questionnaire, t)]
    whole = next((one for one in others if one.id == questionnaire.part_of), None)
    if whole is not None:
        sentences.append(t("For a first picture, one question for each area."))
        sentences.append(
            t("You can go on with the full questionnaire afterwards; all answers are kept.")
        )
    elif _parts(questionnaire, others):
        sentences.append(
            t("Several questions for each area, so that ratings and measures rest on more.")
        )
    return " ".join(sentences)


def _extent(questionnaire: Questionnaire, t: Translator) -> str:
    n = len(questionnaire.rated_questions)
    asked = t.plural("{n} question", "{n} questions", n)
    if questionnaire.facts:
        asked = t.plural(
            "{n} question and the technology facts", "{n} questions and the technology facts", n
        )
    time = t.plural("about {n} minute", "about {n} minutes", minutes_for(questionnaire))
    return t("{asked}, {time}.", asked=asked, time=time)


def _parts(questionnaire: Questionnaire, others: Collection[Questionnaire]) -> bool:
    """Whether a short one takes its questions from it."""
    return any(one.part_of == questionnaire.id for one in others)
