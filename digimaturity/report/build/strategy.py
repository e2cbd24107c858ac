"""The IT strategy check: its six elements, which are missing, and which are weak."""

from __future__ import annotations

from digimaturity.charts.data import Bar
from digimaturity.domain.profiles import ElementResult
from digimaturity.domain.questionnaire import Question
from digimaturity.report.build.bars import bars_words
from digimaturity.report.model.comparison import StrategyPart
from digimaturity.report.model.parts import Labelled
from digimaturity.report.wording import Wording

#: The points of level 2 of 5: below, the words quoted for an element are those of a missing one.
_BEGUN = 25.0


def strategy_part(w: Wording) -> StrategyPart | None:
    """The part of the chapter; None as long as nobody said whether there is a strategy."""
    check, t = w.evaluation.strategy, w.t
    if check is None:
        return None
    bars = tuple(_element(w, element) for element in check.elements)
    return StrategyPart(
        _strategy_statement(w),
        t("Six elements make an IT strategy; none of them counts in the readiness score."),
        bars,
        bars_words(w, t("IT strategy"), bars),
        tuple(_gap(w, element) for element in check.gaps),
    )


def _gap(w: Wording, element: ElementResult) -> Labelled:
    """A weak element: the question with the answer's words, or alone where there is no strategy."""
    question = _question(w, element.element)
    level = w.result(question).level
    words = w.text(question.text)
    if level is not None:
        words = w.t("{question} Answer: {answer}", question=words, answer=w.anchor(question, level))
    return Labelled(element_name(w, element.element), words)


def _element(w: Wording, element: ElementResult) -> Bar:
    t = w.t
    name = element_name(w, element.element)
    if element.missing:
        return Bar(name, 0.0, t("missing"))
    if element.score is None:
        return Bar(name, None, t("not known"))
    return Bar(name, element.score, w.points(element.score))


def element_name(w: Wording, element: str) -> str:
    """The name of a strategy element; for one that we do not know, the text of its question."""
    t = w.t
    known = {
        "overview": t("Mission and goals"),
        "budget": t("Budget"),
        "projects": t("Projects"),
        "resources": t("Resources and tools"),
        "environment": t("Internal and external factors"),
        "risk_benefit": t("Risks and benefits"),
    }
    if element in known:
        return known[element]
    return w.text(_question(w, element).text)


def _question(w: Wording, element: str) -> Question:
    return next(part.question for part in w.evaluation.questionnaire.strategy if part.id == element)


def _strategy_statement(w: Wording) -> str:
    t, check = w.t, w.evaluation.strategy
    elements = check.elements if check else ()
    missing = [element for element in elements if element.missing]
    if len(missing) == len(elements):
        return t("There is no IT strategy yet: all its elements are missing")
    if missing:
        return t.plural(
            "One of {all} elements of an IT strategy is missing: {names}",
            "{n} of {all} elements of an IT strategy are missing: {names}",
            len(missing),
            all=len(elements),
            names=w.listed([element_name(w, element.element) for element in missing]),
        )
    unknown = sum(element.score is None for element in elements)
    if unknown:
        return t.plural(
            "One of {all} elements of the IT strategy is not known yet",
            "{n} of {all} elements of the IT strategy are not known yet",
            unknown,
            all=len(elements),
        )
    gaps = check.gaps if check else ()
    if gaps and (gaps[0].score or 0.0) < _BEGUN:
        # Of several people some say that it is there: neither "has" nor "has not" would be true.
        return t(
            "The weakest element of the IT strategy: {name}", name=element_name(w, gaps[0].element)
        )
    if gaps:
        return t(
            "The IT strategy has all its elements; the weakest: {name}",
            name=element_name(w, gaps[0].element),
        )
    return t("The IT strategy has all its elements, none of them weak")
