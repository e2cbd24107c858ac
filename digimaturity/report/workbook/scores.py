"""The sheet of scores: the whole, every dimension, every area."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from digimaturity.domain.questionnaire import Question
from digimaturity.domain.sample import PeerSample, Standing
from digimaturity.domain.scoring import Score
from digimaturity.report.model.tables import Cell, Column, Form, Row, Sheet
from digimaturity.report.wording import Wording


def scores_sheet(w: Wording) -> Sheet:
    """One row for each score; with the quartiles of the peers where there are any."""
    t, sample = w.t, peers_by_the_same_yardstick(w)
    columns = (
        Column(t("Part"), 12),
        Column(t("Name"), 30),
        Column(t("Dimension"), 20),
        Column(t("Id"), 16),
        Column(t("Score"), 10, Form.WHOLE),
        Column(t("Level"), 9, Form.WHOLE),
        Column(t("Level name"), 14),
        Column(t("Score at least"), 10, Form.WHOLE),
        Column(t("Score at most"), 10, Form.WHOLE),
        Column(t("Coverage"), 10, Form.SHARE),
        Column(t("Rated"), 9),
        Column(t("Questions answered"), 11, Form.WHOLE),
        Column(t("Questions that apply"), 11, Form.WHOLE),
        Column(t("Weight"), 9, Form.TWO),
        *(_peer_columns(w) if sample else ()),
    )
    return Sheet(
        "Scores",
        t("Scores"),
        t("The overall score, every dimension and every area, with bounds, coverage and weight."),
        columns,
        tuple(_rows(w, sample)),
    )


def peers_by_the_same_yardstick(w: Wording) -> PeerSample | None:
    """The first group of peers that may stand beside the firm's own scores."""
    benchmark = w.evaluation.benchmark
    samples = benchmark.samples if benchmark else ()
    fitting = (one for one in samples if one.missing is None and not one.provenance.context)
    return next(fitting, None)


def _peer_columns(w: Wording) -> tuple[Column, ...]:
    t = w.t
    return (
        Column(t("Peers: lower quartile"), 10, Form.WHOLE),
        Column(t("Peers: median"), 10, Form.WHOLE),
        Column(t("Peers: upper quartile"), 10, Form.WHOLE),
        Column(t("Peers: number of firms"), 10, Form.WHOLE),
    )


def _rows(w: Wording, sample: PeerSample | None) -> Iterator[Row]:
    t, evaluation = w.t, w.evaluation
    asked = evaluation.questionnaire.rated_questions
    yield (
        *(t("Overall"), t("Overall score"), None, None),
        *_score(w, evaluation.overall, asked, None),
        *_standing(sample, sample.overall if sample else None),
    )
    for dimension in evaluation.questionnaire.dimensions:
        name = w.text(dimension.name)
        questions = [q for area in dimension.areas for q in area.questions]
        yield (
            *(t("Dimension"), name, name, dimension.id),
            *_score(w, w.dimension_score(dimension), questions, dimension.weight),
            *_standing(sample, sample.dimensions[dimension.id] if sample else None),
        )
        for area in dimension.areas:
            yield (
                *(t("Area"), w.text(area.name), name, area.id),
                *_score(w, w.area_score(area), area.questions, area.weight),
                *_standing(sample, sample.areas[area.id] if sample else None),
            )


def _score(
    w: Wording, score: Score, questions: Iterable[Question], weight: float | None
) -> tuple[Cell, ...]:
    """Where nothing applies there are no bounds either."""
    applying = [result for q in questions if q.scored and (result := w.result(q)).applicable]
    answered = sum(result.score is not None for result in applying)
    bounds = (score.low, score.high, score.coverage) if score.applicable else (None, None, None)
    name = w.level_name(score.level) or None
    return (score.shown, score.level, name, *bounds, score.rated, answered, len(applying), weight)


def _standing(sample: PeerSample | None, found: Standing | None) -> tuple[Cell, ...]:
    """The quartiles; none are told of fewer than five firms."""
    if sample is None or found is None:
        return ()
    if found.quartiles is None:
        return (None, None, None, None)
    quartiles = found.quartiles
    return (quartiles.lower, quartiles.median, quartiles.upper, found.n)
