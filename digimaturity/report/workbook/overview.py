"""The first sheet: what the book is about, the result, whom it is compared with, how to read it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digimaturity import __version__
from digimaturity.report.build.cover import confidential
from digimaturity.report.build.method import contents
from digimaturity.report.build.trend.since import since_words
from digimaturity.report.carried_words import carried_words
from digimaturity.report.extent import asked_words
from digimaturity.report.identity import content_code
from digimaturity.report.model.tables import Cell, Column, Form, Row, Sheet, Shown
from digimaturity.report.peers import (
    country_name,
    peer_group,
    section_name,
    size_name,
    turnover_name,
)
from digimaturity.report.standing import compared
from digimaturity.report.unrated import rule_of_rating
from digimaturity.report.wording import Wording
from digimaturity.report.workbook.scores import peers_by_the_same_yardstick

_Pair = tuple[str, Cell]


def overview_sheet(w: Wording, others: Sequence[Sheet]) -> Sheet:
    """One row for each thing to know; those that are not known are left out."""
    t = w.t
    groups = (
        (t("Assessment"), _assessment(w)),
        (t("Result"), _result(w)),
        (t("Compared"), _compared(w)),
        (t("Sheets"), [(sheet.title, sheet.about) for sheet in others]),
        (t("How to read"), [(one.label, one.text) for one in contents(w).reading]),
        (t("This file"), _file(w)),
    )
    rows: tuple[Row, ...] = tuple(
        (group, what, value)
        for group, pairs in groups
        for what, value in pairs
        if value not in (None, "")
    )
    columns = (Column(t("Part"), 16), Column(t("What"), 26), Column(t("Value"), 92))
    about = t("What was assessed, the result in short, and how to read this book.")
    return Sheet("Overview", t("Overview"), about, columns, rows)


def _assessment(w: Wording) -> Iterator[_Pair]:
    t, company, asked = w.t, w.evaluation.company, w.evaluation.questionnaire
    yield t("Company"), company.name.strip() or w.company
    yield t("Country"), country_name(t.language, company.country) if company.country else None
    yield t("Sector"), section_name(t, company.section) if company.section else None
    yield t("Employees"), company.employees
    yield t("Size"), size_name(t, company.size_class.value) if company.size_class else None
    yield t("Turnover"), turnover_name(t, company.turnover) if company.turnover else None
    yield t("Date"), w.context.day
    yield t("People who answered"), len(w.context.responses.heard)
    yield t("Questionnaire"), w.text(asked.name)
    yield t("Questionnaire, id"), asked.id
    yield t("Questionnaire, version"), asked.version
    yield t("Questionnaire, extent"), asked_words(w)
    yield t("Questionnaire, fingerprint"), asked.fingerprint


def _result(w: Wording) -> Iterator[_Pair]:
    t, score = w.t, w.evaluation.overall
    if score.shown is None:
        yield t("Overall score"), t("not rated")
        yield t("Why"), rule_of_rating(w.evaluation, t)
    else:
        yield t("Overall score"), Shown(score.shown, Form.WHOLE)
        yield t("Level"), score.level
        yield t("Level name"), w.level_name(score.level)
    if score.capped:
        yield t("Level without the limit set by the lowest dimension"), score.uncapped_level
    if score.applicable:
        yield t("Score at least"), Shown(score.low, Form.WHOLE)
        yield t("Score at most"), Shown(score.high, Form.WHOLE)
        yield t("Coverage"), Shown(score.coverage, Form.SHARE)
    yield t("Not confirmed"), carried_words(w)
    yield t("Change"), since_words(w)
    index = w.evaluation.index
    if index is not None:
        name = t("Digital Intensity Index")
        yield t("{name}, at least", name=name), index.low
        yield t("{name}, at most", name=name), index.high


def _compared(w: Wording) -> Iterator[_Pair]:
    t, benchmark, sample = w.t, w.evaluation.benchmark, peers_by_the_same_yardstick(w)
    said = compared(w)
    if said is not None:
        yield t("In short"), said.text
    if benchmark is not None and benchmark.shares is not None:
        yield t("Peers, official figures"), peer_group(t, benchmark.shares.population)
    if sample is not None:
        yield t("Peers, scores"), peer_group(t, sample.provenance.population)


def _file(w: Wording) -> Iterator[_Pair]:
    t = w.t
    if w.context.sample:
        yield t("Sample"), t("Company, people and answers are invented.")
    if w.context.draft:
        yield t("Draft"), t("The assessment is not signed off; figures can still change.")
    signed = w.context.signature
    if signed is not None:
        yield t("Signed off"), signed.day
        yield t("Signed off by"), signed.by or None
        yield t("Revision"), signed.number
        yield t("Content, SHA-256"), signed.digest or None
    yield t("Confidential"), confidential(w)
    yield t("Made by"), f"digimaturity {__version__}"
    yield t("Code of the content"), content_code(w.evaluation, w.context)
