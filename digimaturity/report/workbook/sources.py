"""The sheet of sources: where every figure that is not the firm's own was published."""

from __future__ import annotations

from datetime import date

from digimaturity.domain.official import Source
from digimaturity.domain.provenance import Origin, Provenance
from digimaturity.report.model.tables import Cell, Column, Form, Row, Sheet
from digimaturity.report.wording import Wording


def sources_sheet(w: Wording) -> Sheet:
    """The published sources first, then the groups of firms that were assessed."""
    t, benchmark = w.t, w.evaluation.benchmark
    columns = (
        Column(t("Id"), 22),
        Column(t("Publisher"), 24),
        Column(t("Title"), 50),
        Column(t("Data set"), 20),
        Column(t("Data update"), 18, Form.DAY),
        Column(t("Evidence"), 36),
        Column(t("Licence"), 40),
        Column(t("Address"), 46),
    )
    rows: list[Row] = []
    if benchmark:
        rows += [_source(w, one) for _, one in sorted(benchmark.sources.items())]
        told = [one.provenance for one in benchmark.samples if one.missing is None]
        rows += [_sample(w, one) for one in told]
    about = t("Who published the figures of the benchmark, when, and under which licence.")
    if not rows:
        about = t("Nothing but the firm’s own answers is used.")
    return Sheet("Sources", t("Sources"), about, columns, tuple(rows))


def source_name(w: Wording, found: Provenance) -> str:
    """Who published it; the clients of a workspace have no publisher."""
    return found.publisher or w.t("Clients of this workspace")


def _source(w: Wording, source: Source) -> Row:
    t = w.t
    evidence = {
        "A": t("official extract"),
        "B": t("publisher’s page"),
        "C": t("a third party’s report, context only"),
    }.get(source.evidence, source.evidence)
    return (
        source.id,
        source.publisher,
        source.title,
        source.dataset or None,
        _day(source.updated),
        evidence,
        source.licence or None,
        source.url or None,
    )


def _sample(w: Wording, found: Provenance) -> Row:
    t = w.t
    title = t(
        "Questionnaire {id}, version {version}", id=found.questionnaire, version=found.version
    )
    published = found.origin is Origin.PEER_PACK
    evidence = t("signed peer pack") if published else t("assessments of this workspace")
    return (None, source_name(w, found), title, None, None, evidence, None, None)


def _day(text: str) -> Cell:
    """A date where the source states one, else its own words."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text or None
