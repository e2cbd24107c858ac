"""Counts what a data file must hold, and what a finished file holds, so that both are compared."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from digimaturity.domain.benchmark import Benchmark
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.responses import State
from digimaturity.domain.sample import Standing
from digimaturity.report.wording import ReportContext
from digimaturity.services.evaluation_file.writing import hash_of, validator


def expected(
    evaluation: Evaluation, context: ReportContext, *, answers: bool = True
) -> dict[str, int]:
    """Counted from the evaluation itself, not from its document."""
    scores, said = evaluation.scores, context.responses
    told = answers and not context.options.together
    given = [one for own in said.answers.values() for one in own.values()] if told else []
    beside = [one for one in given if context.options.comments]
    accepted = {"accepted": len(context.roadmap.posed.tasks)} if context.roadmap else {}
    return {
        **accepted,
        **_years(context),
        "valid": 1,
        "scores": 1 + len(scores.dimensions) + len(scores.areas),
        "questions": len(evaluation.questions),
        "answers": sum(one.state is not State.UNANSWERED for one in given),
        "comments": sum(bool(one.comment) for one in beside),
        "evidence": sum(bool(one.evidence) for one in beside),
        "measures": len(evaluation.candidates),
        "figures": _figures(evaluation.benchmark),
    }


def _years(context: ReportContext) -> dict[str, int]:
    """The assessments of a trend, and the measures of which is told what became of them."""
    if len(context.years) < 2:  # noqa: PLR2004 - one year is no trend
        return {}
    deeds = sum(len(one.deeds) for one in context.periods)
    return {"years": len(context.years), "became": deeds}


def found(content: bytes) -> dict[str, int]:
    """The same of a finished file; `valid` is 1 where it keeps its schema and its hash.

    Raises:
        ValueError: It is no JSON.
    """
    document = json.loads(content)
    valid = validator().is_valid(document) and document["content_hash"] == hash_of(document)
    if not valid:
        return {"valid": 0}
    said = document["answers"] or {"respondents": []}
    given = [one for person in said["respondents"] for one in person["answers"].values()]
    planned = document["roadmap"]
    accepted = {"accepted": len(planned["measures"])} if planned else {}
    trend = document["trend"]
    years = {}
    if trend:
        years["years"] = len(trend["years"])
        years["became"] = sum(len(one["measures"]) for one in trend["periods"])
    return {
        **accepted,
        **years,
        "valid": 1,
        "scores": 1 + len(document["dimensions"]) + len(document["areas"]),
        "questions": len(document["questions"]),
        "answers": sum(
            not isinstance(one, dict) or bool({"value", "text"} & one.keys()) for one in given
        ),
        "comments": sum(isinstance(one, dict) and "comment" in one for one in given),
        "evidence": sum(isinstance(one, dict) and "evidence" in one for one in given),
        "measures": len(document["candidates"]),
        "figures": _found_figures(document["benchmark"]),
    }


def _figures(benchmark: Benchmark | None) -> int:
    """Published shares, and quartiles told of samples."""
    if benchmark is None:
        return 0
    shares = [one for one in (benchmark.shares, benchmark.context, *benchmark.earlier) if one]
    told: list[Standing] = []
    for sample in benchmark.samples:
        told += [sample.overall, *sample.dimensions.values(), *sample.areas.values()]
        told += [sample.index] if sample.index else []
    bands = sum(len(one.shares) for one in shares)
    return bands + len(benchmark.rates) + sum(one.quartiles is not None for one in told)


def _found_figures(benchmark: Mapping[str, Any] | None) -> int:
    if benchmark is None:
        return 0
    shares = [benchmark["distribution"], benchmark["context"], *benchmark["earlier"]]
    told: list[Mapping[str, Any]] = []
    for sample in benchmark["samples"]:
        told += [sample["overall"], *sample["dimensions"].values(), *sample["areas"].values()]
        told += [sample["index"]] if sample["index"] else []
    bands = sum(len(one["shares"]) for one in shares if one)
    return bands + len(benchmark["rates"]) + sum(one["quartiles"] is not None for one in told)
