"""The document of an evaluation: everything that follows from the answers, as plain values."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from digimaturity import __version__
from digimaturity.domain.company import Company
from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.indices import IndexResult
from digimaturity.domain.measures import Candidate
from digimaturity.domain.profiles import LeadershipProfile, StrategyCheck
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.scoring import Score
from digimaturity.domain.viewpoints import told_results
from digimaturity.report.wording import ReportContext, Signature
from digimaturity.services.answers import value_to_json
from digimaturity.services.answers_writing import said_document
from digimaturity.services.evaluation_file.comparison import benchmark_part
from digimaturity.services.evaluation_file.plain import by_name
from digimaturity.services.evaluation_file.roadmap import roadmap_part
from digimaturity.services.evaluation_file.texts import texts_part
from digimaturity.services.evaluation_file.trend import trend_part
from digimaturity.services.evaluation_file.viewpoints import decisions_part, viewpoints_part

FORMAT = "digimaturity-evaluation/1"


def evaluation_document(
    evaluation: Evaluation, context: ReportContext, *, answers: bool = True
) -> dict[str, Any]:
    """Everything of an evaluation; what there is no data for is null, never 0.

    The same input gives the same document. Of `context` it takes the answers, the day, whether
    comments are wanted, and which viewpoints are told as one; without comments there are no names
    of respondents either. Without `answers` there are only the results that all came to; so it is
    where viewpoints are told as one, since each person's answers would tell them apart again.
    """
    asked, scores = evaluation.questionnaire, evaluation.scores
    said, together = context.responses, context.options.together
    told = told_results(asked, evaluation.questions, said, together)
    return {
        "format": FORMAT,
        "made_by": {"name": "digimaturity", "version": __version__},
        "date": context.day.isoformat(),
        "signed": _signed(context.signature),
        "questionnaire": _questionnaire(asked),
        "company": _company(evaluation.company),
        "overall": _score(evaluation.overall, None),
        "dimensions": {
            one.id: _score(scores.dimensions[one.id], one.weight) for one in asked.dimensions
        },
        "areas": {one.id: _score(scores.areas[one.id], one.weight) for one in asked.areas},
        "strengths": list(evaluation.strengths),
        "weaknesses": list(evaluation.weaknesses),
        "targets": dict(evaluation.targets),
        "leadership": _leadership(evaluation.leadership),
        "strategy": _strategy(evaluation.strategy),
        "viewpoints": viewpoints_part(evaluation, told, said, together),
        "decisions": decisions_part(evaluation),
        "index": _index(evaluation.index),
        "benchmark": benchmark_part(evaluation.benchmark, evaluation.index),
        "candidates": [_candidate(one, evaluation.company) for one in evaluation.candidates],
        "roadmap": roadmap_part(evaluation, context),
        "trend": trend_part(context),
        "questions": {key: _question(asked, one) for key, one in told.items()},
        "answers": said_document(asked, said, comments=context.options.comments)
        if answers and not together
        else None,
        "texts": texts_part(evaluation),
    }


def _signed(one: Signature | None) -> dict[str, Any] | None:
    """Which revision it is, and the hash by which that can be recognised; nobody's name."""
    if one is None:
        return None
    return {"revision": one.number, "day": one.day.isoformat(), "sha256": one.digest or None}


def _questionnaire(asked: Questionnaire) -> dict[str, Any]:
    return {
        "id": asked.id,
        "version": asked.version,
        "fingerprint": asked.fingerprint,
        "licence": asked.licence,
        "part_of": asked.part_of or None,
    }


def _company(company: Company) -> dict[str, Any]:
    size = company.size_class
    return {**asdict(company), "size_class": size.value if size else None}


def _score(score: Score, weight: float | None) -> dict[str, Any]:
    """`score` is null where it is not rated: it is never shown as a number then."""
    return {
        "score": score.shown,
        "low": score.low,
        "high": score.high,
        "coverage": score.coverage,
        "rated": score.rated,
        "applicable": score.applicable,
        "level": score.level,
        "uncapped_level": score.uncapped_level,
        "weight": weight,
    }


def _question(asked: Questionnaire, result: QuestionResult) -> dict[str, Any]:
    question = asked.by_id[result.question]
    return {
        "kind": question.kind.value,
        "weight": question.weight if question.id in asked.area_of else None,
        "state": result.state.value,
        "score": result.score,
        "level": result.level,
        "value": value_to_json(result.known),
        "by_viewpoint": by_name(result.by_viewpoint),
        "gap": result.gap,
        "agreement": by_name(result.agreement),
        "consensus": result.consensus,
        "carried": result.carried,
    }


def _leadership(profile: LeadershipProfile | None) -> dict[str, Any] | None:
    if profile is None:
        return None
    return {
        "profile": profile.profile.value,
        "it": profile.it,
        "business": profile.business,
        "borders_on": [other.value for other in profile.borders_on],
    }


def _strategy(check: StrategyCheck | None) -> dict[str, Any] | None:
    if check is None:
        return None
    return {
        "elements": {
            one.element: {"score": one.score, "missing": one.missing} for one in check.elements
        },
        "gaps": [one.element for one in check.gaps],
    }


def _index(index: IndexResult | None) -> dict[str, Any] | None:
    if index is None:
        return None
    return {
        "id": index.definition.id,
        "version": index.definition.version,
        "year": index.definition.year,
        "low": index.low,
        "high": index.high,
        "bands": [band.value for band in index.bands],
        "basic": index.basic,
        "items": dict(index.items),
    }


def _candidate(candidate: Candidate, company: Company) -> dict[str, Any]:
    measure, size = candidate.measure, company.size_class
    return {
        "measure": measure.id,
        "state": "waits" if candidate.first else "now",
        "gain": candidate.gain,
        "effort": asdict(candidate.effort),
        "weeks": measure.weeks_for(size),
        "cost": measure.cost_for(size).value,
        "lead": measure.lead.value if measure.lead else None,
        "priority": candidate.priority,
        "reasons": [asdict(reason) for reason in candidate.reasons],
        "first": list(candidate.first),
        "raised": candidate.raised,
        "raised_by": list(candidate.raised_by),
    }
