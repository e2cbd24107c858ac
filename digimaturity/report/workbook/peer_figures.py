"""Figures of other firms that were assessed: quartiles, and the firm's place among them."""

from __future__ import annotations

from collections.abc import Iterator

from digimaturity.domain.sample import PeerSample, Standing
from digimaturity.report.wording import Wording
from digimaturity.report.workbook.figure import Figure


def peer_figures(w: Wording, sample: PeerSample) -> Iterator[Figure]:
    """Quartiles and place of every score among those of other firms."""
    t, questionnaire = w.t, w.evaluation.questionnaire
    points = t("points, 0–100")
    yield from _standing(w, sample, (t("Overall score"), ""), sample.overall, points)
    for dimension in questionnaire.dimensions:
        name = (w.text(dimension.name), dimension.id)
        yield from _standing(w, sample, name, sample.dimensions[dimension.id], points)
        for area in dimension.areas:
            name = (w.text(area.name), area.id)
            yield from _standing(w, sample, name, sample.areas[area.id], points)
    index = w.evaluation.index
    if sample.index is not None and index is not None:
        name = (t("Digital Intensity Index"), index.definition.id)
        yield from _standing(w, sample, name, sample.index, t("technologies"))


def _standing(
    w: Wording, sample: PeerSample, name: tuple[str, str], found: Standing, unit: str
) -> Iterator[Figure]:
    """None where fewer than five firms have this score."""
    t, quartiles, between = w.t, found.quartiles, found.between
    if quartiles is None:
        return
    percentile = t("percentile, 0–100")
    told = [
        (t("lower quartile"), quartiles.lower, unit),
        (t("median"), quartiles.median, unit),
        (t("upper quartile"), quartiles.upper, unit),
    ]
    if found.percentile is not None:
        told.append((t("percentile of the firm"), found.percentile, percentile))
    if between is not None:
        told.append((t("percentile of the firm, at least"), between.at_least, percentile))
        told.append((t("percentile of the firm, at most"), between.at_most, percentile))
    for words, value, measured in told:
        yield Figure(
            t("Peers"),
            *name,
            words,
            found.own,
            value,
            measured,
            sample.provenance,
            n=found.n,
        )
