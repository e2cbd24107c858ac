"""How the Digital Intensity Index was counted, and how the firm's place follows from it."""

from __future__ import annotations

from itertools import pairwise

from digimaturity.domain.conditions import questions_in
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.indices import IndexResult
from digimaturity.domain.questionnaire import IndexItem
from digimaturity.domain.texts import text_in
from digimaturity.i18n import Translator
from digimaturity.report.carried_words import unconfirmed
from digimaturity.report.standing import share_words
from digimaturity.ui.why_lines import Why, WhyLine


def why_index(evaluation: Evaluation, t: Translator) -> Why | None:
    """Every technology with its yes or no, and the rules; None without the index."""
    index = evaluation.index
    if index is None:
        return None
    count = str(index.low) if index.low == index.high else f"{index.low}–{index.high}"
    shown = t("{n} of {all}", n=count, all=len(index.items))
    lines = tuple(_line(evaluation, index, item, t) for item in index.definition.items)
    rules = (*_rules(index, t), *_place(evaluation, t))
    return Why(t("Digital Intensity Index"), shown, rules=rules, lines=lines)


def _rules(index: IndexResult, t: Translator) -> list[str]:
    definition = index.definition
    edges = (0, *definition.bands, len(index.items) + 1)
    spans = [f"{low}–{high - 1}" for low, high in pairwise(edges)]
    rules = [
        t(
            "The index is the number of technologies in use, of the {n} that Eurostat counted in"
            " {year} (version {version}). It is no part of the readiness score.",
            n=len(index.items),
            year=definition.year,
            version=definition.version,
        ),
        t(
            "Its bands are {bands}; the basic level begins at {n}.",
            bands=", ".join(spans),
            n=definition.basic_from,
        ),
    ]
    if index.low != index.high:
        rules.append(
            t.plural(
                "One technology is not known: with a no the index is {low}, with a yes {high}.",
                "{n} technologies are not known: with no everywhere the index is {low}, with yes"
                " {high}.",
                index.high - index.low,
                low=index.low,
                high=index.high,
            )
        )
    return rules


def _place(evaluation: Evaluation, t: Translator) -> list[str]:
    """Where the bounds of "ahead of at least … and at most …" come from."""
    position = evaluation.benchmark.position if evaluation.benchmark else None
    if position is None or position.anywhere:
        return []
    return [
        t(
            "Ahead of at least {low} of the peers: that is the share in lower bands. Ahead of at"
            " most {high}: that is the same with the share in the firm’s own band.",
            low=share_words(t, position.at_least),
            high=share_words(t, position.at_most),
        )
    ]


def _line(evaluation: Evaluation, index: IndexResult, item: IndexItem, t: Translator) -> WhyLine:
    state = index.items[item.code]
    said = {True: t("yes"), False: t("no"), None: t("not known")}[state]
    asked = next(questions_in(item.yes_if), "")
    if asked in evaluation.questions and evaluation.questions[asked].carried:
        said = f"{said} · {unconfirmed(t)}"
    points = {True: "1", False: "0", None: "0–1"}[state]
    return WhyLine(text_in(item.name, t.language), said, points, "", asked, is_question=True)
