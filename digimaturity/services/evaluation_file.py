"""An evaluation as plain JSON, for other programs; ids instead of words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from digimaturity.domain.benchmark import Benchmark
from digimaturity.domain.company import Company
from digimaturity.domain.consolidation import QuestionResult
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.indices import IndexResult
from digimaturity.domain.measures import Candidate
from digimaturity.domain.official import AdoptionRate, BandShares
from digimaturity.domain.population import Population
from digimaturity.domain.profiles import DecisionMap, LeadershipProfile, StrategyCheck
from digimaturity.domain.provenance import Provenance
from digimaturity.domain.sample import PeerSample, Standing
from digimaturity.domain.scoring import Score

FORMAT = "digimaturity-evaluation/1"


def evaluation_document(evaluation: Evaluation, day: date) -> dict[str, Any]:
    """Everything of an evaluation; what there is no data for is null, never 0.

    The same evaluation gives the same document. `day` is the assessment's.
    """
    asked = evaluation.questionnaire
    return {
        "format": FORMAT,
        "date": day.isoformat(),
        "questionnaire": {
            "id": asked.id,
            "version": asked.version,
            "fingerprint": asked.fingerprint,
        },
        "company": _company(evaluation.company),
        "overall": _score(evaluation.overall),
        "dimensions": {key: _score(one) for key, one in evaluation.scores.dimensions.items()},
        "areas": {key: _score(one) for key, one in evaluation.scores.areas.items()},
        "strengths": list(evaluation.strengths),
        "weaknesses": list(evaluation.weaknesses),
        "leadership": _leadership(evaluation.leadership),
        "strategy": _strategy(evaluation.strategy),
        "decisions": _decisions(evaluation.decisions),
        "index": _index(evaluation.index),
        "benchmark": _benchmark(evaluation.benchmark),
        "candidates": [_candidate(one) for one in evaluation.candidates],
        "questions": {key: _question(one) for key, one in evaluation.questions.items()},
    }


def _company(company: Company) -> dict[str, Any]:
    size = company.size_class
    return {**asdict(company), "size_class": size.value if size else None}


def _score(score: Score) -> dict[str, Any]:
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
    }


def _question(result: QuestionResult) -> dict[str, Any]:
    return {
        "state": result.state.value,
        "score": result.score,
        "level": result.level,
        "by_viewpoint": _by_name(result.by_viewpoint),
        "gap": result.gap,
        "agreement": _by_name(result.agreement),
        "consensus": result.consensus,
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


def _decisions(decisions: DecisionMap | None) -> dict[str, Any] | None:
    if decisions is None:
        return None
    return {
        "holders": {key: _by_name(row) for key, row in decisions.holders.items()},
        "joint_share": decisions.joint_share,
        "ownerless": list(decisions.ownerless),
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


def _benchmark(benchmark: Benchmark | None) -> dict[str, Any] | None:
    if benchmark is None:
        return None
    position = benchmark.position
    return {
        "missing": benchmark.missing.value if benchmark.missing else None,
        "distribution": _distribution(benchmark.shares, benchmark.provenance),
        "ahead_of": {"at_least": position.at_least, "at_most": position.at_most}
        if position
        else None,
        "context": _distribution(benchmark.context, benchmark.context_provenance),
        "rates": {
            code: _rate(rate, benchmark.rate_provenance[code])
            for code, rate in benchmark.rates.items()
        },
        "sources": {key: asdict(source) for key, source in benchmark.sources.items()},
        "choice": list(benchmark.choice.names) if benchmark.choice else None,
        "basis": benchmark.basis.value,
        "fallback": benchmark.fallback,
        "old": benchmark.old,
        "samples": [_sample(sample) for sample in benchmark.samples],
    }


def _sample(sample: PeerSample) -> dict[str, Any]:
    return {
        "provenance": _provenance(sample.provenance),
        "basis": sample.basis.value,
        "missing": sample.missing.value if sample.missing else None,
        "old": sample.old,
        "overall": _standing(sample.overall),
        "dimensions": {key: _standing(one) for key, one in sample.dimensions.items()},
        "areas": {key: _standing(one) for key, one in sample.areas.items()},
        "index": _standing(sample.index) if sample.index else None,
    }


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        "own": standing.own,
        "n": standing.n,
        "quartiles": asdict(standing.quartiles) if standing.quartiles else None,
        "percentile": standing.percentile,
        "between": asdict(standing.between) if standing.between else None,
        "missing": standing.missing.value if standing.missing else None,
    }


def _provenance(provenance: Provenance) -> dict[str, Any]:
    """Every field, and what follows from them."""
    return {
        **asdict(provenance),
        "origin": provenance.origin.value,
        "difference": provenance.difference.value if provenance.difference else None,
        "flags": list(provenance.flags),
        "self_rated": provenance.self_rated,
        "context": provenance.context,
    }


def _distribution(
    shares: BandShares | None, provenance: Provenance | None
) -> dict[str, Any] | None:
    if shares is None or provenance is None:
        return None
    return {
        "year": shares.year,
        "population": _population(shares.population),
        "shares": _by_name(shares.shares),
        "flags": _by_name(shares.flags),
        "n": shares.n,
        "source": shares.source,
        "provenance": _provenance(provenance),
    }


def _rate(rate: AdoptionRate, provenance: Provenance) -> dict[str, Any]:
    return {
        "year": rate.year,
        "population": _population(rate.population),
        "share": rate.share,
        "flag": rate.flag,
        "n": rate.n,
        "source": rate.source,
        "provenance": _provenance(provenance),
    }


def _population(population: Population) -> dict[str, Any]:
    return asdict(population)


def _candidate(candidate: Candidate) -> dict[str, Any]:
    return {
        "measure": candidate.measure.id,
        "gain": candidate.gain,
        "effort": asdict(candidate.effort),
        "priority": candidate.priority,
        "reasons": [asdict(reason) for reason in candidate.reasons],
        "first": list(candidate.first),
        "raised": candidate.raised,
    }


def _by_name(values: Mapping[Any, Any]) -> dict[str, Any]:
    """Enumerations become their plain words."""
    return {str(key): getattr(value, "value", value) for key, value in values.items()}
