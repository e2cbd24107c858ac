"""The firm among other clients, or among the firms of a peer pack: percentiles and quartiles."""

from __future__ import annotations

from math import floor

from digimaturity.charts.data import PeerRow, PeerRows
from digimaturity.domain.sample import LEAST, NoPercentile, PeerSample, Standing
from digimaturity.report.model.comparison import PeersPart
from digimaturity.report.model.parts import Labelled
from digimaturity.report.peers import peer_group
from digimaturity.report.provenance_words import provenance_line
from digimaturity.report.wording import Wording


def peer_parts(w: Wording) -> tuple[PeersPart, ...]:
    """One part for each group of at least five; fewer are never shown."""
    benchmark = w.evaluation.benchmark
    samples = benchmark.samples if benchmark else ()
    return tuple(_part(w, sample) for sample in samples if sample.missing is None)


def too_few(w: Wording) -> str:
    """That there are clients, but not yet enough of them; else nothing."""
    benchmark = w.evaluation.benchmark
    for sample in benchmark.samples if benchmark else ():
        n = sample.provenance.n or 0
        if sample.missing is NoPercentile.TOO_FEW and n:
            return w.t.plural(
                "One other client has finished an assessment; from {least} on they are compared.",
                "{n} other clients have finished an assessment; from {least} on they are compared.",
                n,
                least=LEAST,
            )
    return ""


def _part(w: Wording, sample: PeerSample) -> PeersPart:
    t = w.t
    rows = PeerRows(
        tuple(_rows(w, sample)),
        (
            t("0 to 100; band: middle half, line: median"),
            t("Points"),
            t("Percentile"),
            t("n"),
        ),
    )
    notes = [Labelled(t("Source"), provenance_line(t, sample.provenance))]
    if not sample.provenance.context:
        notes.append(
            Labelled(
                t("Percentile"),
                t(
                    "The share of the peers with fewer points, those with as many counted half. "
                    "The firm itself is not among them; no value is told from fewer than {least} "
                    "firms.",
                    least=LEAST,
                ),
            )
        )
    kicker = t("Context") if sample.provenance.context else t("Peers")
    return PeersPart(kicker, _statement(w, sample), rows, _words(w, rows), tuple(notes))


def _statement(w: Wording, sample: PeerSample) -> str:
    t, overall = w.t, sample.overall
    group = peer_group(t, sample.provenance.population)
    if sample.provenance.context:
        return t("Firms that were measured by another yardstick ({group})", group=group)
    if overall.percentile is None:
        return t("{n} peers ({group})", n=sample.provenance.n, group=group)
    return t(
        "On the whole at percentile {place} of {n} peers ({group})",
        place=t.number(floor(overall.percentile + 0.5)),
        n=overall.n,
        group=group,
    )


def _rows(w: Wording, sample: PeerSample) -> list[PeerRow]:
    rows = [_row(w, w.t("Overall score"), sample.overall, strong=True)]
    for place, dimension in enumerate(w.evaluation.questionnaire.dimensions):
        hue = (dimension.id, place)
        name = w.text(dimension.name)
        rows.append(_row(w, name, sample.dimensions[dimension.id], hue, strong=True))
        rows += [_row(w, w.text(area.name), sample.areas[area.id], hue) for area in dimension.areas]
    return rows


def _row(
    w: Wording,
    name: str,
    found: Standing,
    hue: tuple[str, int] | None = None,
    *,
    strong: bool = False,
) -> PeerRow:
    t, quartiles = w.t, found.quartiles
    few = t.plural("one peer", "{n} peers, too few", found.n) if found.n else t("no peers")
    return PeerRow(
        name,
        "–" if found.own is None else w.points(found.own),
        found.own,
        quartiles.lower if quartiles else None,
        quartiles.median if quartiles else None,
        quartiles.upper if quartiles else None,
        found.percentile,
        "" if found.percentile is None else t.number(floor(found.percentile + 0.5)),
        str(found.n) if quartiles else "",
        "" if quartiles else few,
        strong=strong,
        hue=hue,
    )


def _words(w: Wording, rows: PeerRows) -> str:
    """The figure for those who cannot see it."""
    t = w.t
    told = []
    for row in rows.rows:
        if row.median is None or row.lower is None or row.upper is None:
            told.append(
                t("{name}: {points}, {note}", name=row.name, points=row.label, note=row.note)
            )
            continue
        told.append(
            t(
                "{name}: {points}, peers {lower} to {upper}, median {median}",
                name=row.name,
                points=row.label,
                lower=w.points(row.lower),
                upper=w.points(row.upper),
                median=w.points(row.median),
            )
        )
    return t("Scores among those of the peers. {rows}.", rows="; ".join(told))
