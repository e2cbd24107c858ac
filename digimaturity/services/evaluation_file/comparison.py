"""With whom the company is compared, as plain values: every figure with where it comes from."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from digimaturity.domain.benchmark import Benchmark
from digimaturity.domain.indices import IndexResult
from digimaturity.domain.official import (
    AdoptionRate,
    BandShares,
    BenchmarkData,
    provenance_of_shares,
)
from digimaturity.domain.population import Population
from digimaturity.domain.provenance import Provenance
from digimaturity.domain.sample import PeerSample, Standing
from digimaturity.services.evaluation_file.plain import by_name


def benchmark_part(benchmark: Benchmark | None, index: IndexResult | None) -> dict[str, Any] | None:
    """Null where the questionnaire has no index and there are no other firms either."""
    if benchmark is None:
        return None
    position, data = benchmark.position, BenchmarkData(sources=benchmark.sources)
    return {
        "missing": benchmark.missing.value if benchmark.missing else None,
        "distribution": _distribution(benchmark.shares, benchmark.provenance),
        "ahead_of": {"at_least": position.at_least, "at_most": position.at_most}
        if position
        else None,
        "earlier": [
            _distribution(one, provenance_of_shares(one, index, data))
            for one in benchmark.earlier
            if index is not None
        ],
        "breaks": list(benchmark.breaks),
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
        "shares": by_name(shares.shares),
        "flags": by_name(shares.flags),
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
