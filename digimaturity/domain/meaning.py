"""Whether two questions of different questionnaires ask the same."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.domain.questionnaire import Question


def same_meaning(one: Question, other: Question) -> bool:
    """Whether an answer to one means the same to the other: same kind and anchors, or same words.

    A question with levels or options may be worded anew; one without is all that there is.
    """
    return _meaning(one, other) == _meaning(other, one)


def _meaning(question: Question, beside: Question) -> tuple[object, ...]:
    """What an answer means, in the languages that both have."""
    languages = sorted(set(question.text) & set(beside.text))

    def said(texts: Mapping[str, str]) -> list[str]:
        return [texts.get(language, "") for language in languages]

    return (
        question.kind,
        question.unit,
        [said(level) for level in question.levels],
        [(option.id, said(option.text)) for option in question.options],
        [] if question.levels or question.options else said(question.text),
    )
