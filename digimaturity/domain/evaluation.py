"""One pure function from a questionnaire and its responses to everything that is shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from digimaturity.domain.benchmark import Benchmark, NoPeers, compare
from digimaturity.domain.company import Company
from digimaturity.domain.conditions import holds
from digimaturity.domain.consolidation import QuestionResult, consolidate
from digimaturity.domain.indices import IndexResult, index_result
from digimaturity.domain.measures import Candidate, candidates
from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.population import PeerChoice
from digimaturity.domain.profiles import (
    DecisionMap,
    LeadershipProfile,
    StrategyCheck,
    decision_map,
    leadership_profile,
    strategy_check,
)
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import Responses, State
from digimaturity.domain.sample import Key, Peers, PeerSample, figures_of, peer_sample
from digimaturity.domain.scoring import Score, Scores, score_all

#: So many areas are named as strongest, and as weakest.
_NAMED = 3
#: A strength has reached level 3; a weakness has not reached level 4. Between them lies either.
_STRENGTH_FROM = 40.0
_WEAKNESS_BELOW = 60.0


@dataclass(frozen=True, slots=True)
class PeerOptions:
    """Whom the firm is compared with, besides those of whom official figures tell.

    `choice` is the user's (None: the most specific group that has figures); `samples` are what was
    drawn for the firm with the same choice.
    """

    choice: PeerChoice | None = None
    samples: tuple[Peers, ...] = ()


#: Somebody of whom nothing is known, no figures to compare with, and nobody else either.
UNKNOWN_COMPANY = Company()
NO_FIGURES = BenchmarkData()
NO_PEERS = PeerOptions()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The whole result of one assessment; screens, report and exports only read it.

    What there is no data for is None (no profile, no index, no benchmark), never zero.
    `strengths` and `weaknesses` are up to three area ids each, best and worst first. An area is
    a strength from 40 points on, a weakness below 60, and never both: the best of a weak firm is
    no strength, and the worst of a strong one no weakness, so either may be empty.
    """

    questionnaire: Questionnaire
    company: Company
    questions: Mapping[str, QuestionResult]
    scores: Scores
    strengths: tuple[str, ...]
    weaknesses: tuple[str, ...]
    leadership: LeadershipProfile | None
    strategy: StrategyCheck | None
    decisions: DecisionMap | None
    index: IndexResult | None
    benchmark: Benchmark | None
    candidates: tuple[Candidate, ...]
    targets: Mapping[str, float] = field(default_factory=dict)

    @property
    def carried(self) -> tuple[str, ...]:
        """The rated questions with an answer of an earlier year that nobody has confirmed.

        They count as they stand, but nobody knows whether they still hold.
        """
        return tuple(
            question.id
            for question in self.questionnaire.rated_questions
            if self.questions[question.id].carried
        )

    @property
    def overall(self) -> Score:
        """The overall score with bounds, coverage and level."""
        return self.scores.overall


def evaluate(  # noqa: PLR0913 - all that an evaluation depends on, by name
    questionnaire: Questionnaire,
    responses: Responses,
    *,
    company: Company = UNKNOWN_COMPANY,
    benchmarks: BenchmarkData = NO_FIGURES,
    targets: Mapping[str, float] | None = None,
    year: int | None = None,
    peers: PeerOptions = NO_PEERS,
) -> Evaluation:
    """Evaluate one assessment. Pure: the same input gives an equal result.

    `targets` maps area ids to agreed scores; `year` is that of the assessment, and only decides
    which benchmark figures count as old. `peers` are drawn by `peers.Pool`, without the firm.
    """
    results = question_results(questionnaire, responses)
    scores = score_all(questionnaire, results)
    goals = dict(targets or {})
    index = index_result(questionnaire.index, results)
    strengths, weaknesses = _strong_and_weak(questionnaire, scores)
    return Evaluation(
        questionnaire,
        company,
        results,
        scores,
        strengths=strengths,
        weaknesses=weaknesses,
        leadership=leadership_profile(questionnaire, results),
        strategy=strategy_check(questionnaire, results),
        decisions=decision_map(questionnaire, results),
        index=index,
        benchmark=_benchmark(
            compare(company, index, benchmarks, year, peers.choice)
            if questionnaire.index
            else Benchmark(NoPeers.NOT_ASKED, choice=peers.choice),
            tuple(peer_sample(one, scores, index, year) for one in peers.samples),
        ),
        candidates=candidates(questionnaire, results, scores, company.size_class, goals),
        targets=goals,
    )


def peer_figures(questionnaire: Questionnaire, responses: Responses) -> Mapping[Key, float]:
    """What an assessment gives as a peer of others: scores and index, and nothing else."""
    results = question_results(questionnaire, responses, _peer_questions(questionnaire))
    index = index_result(questionnaire.index, results)
    return figures_of(score_all(questionnaire, results), index)


def peer_questions(questionnaire: Questionnaire) -> frozenset[str]:
    """The questions whose answers `peer_figures` reads."""
    wanted = _peer_questions(questionnaire)
    return frozenset(question_results(questionnaire, Responses(), wanted))


def _peer_questions(questionnaire: Questionnaire) -> list[str]:
    return [one.id for one in (*questionnaire.rated_questions, *questionnaire.facts)]


def question_results(
    questionnaire: Questionnaire, responses: Responses, only: Iterable[str] | None = None
) -> Mapping[str, QuestionResult]:
    """The consolidated result of every question; hidden where its condition does not hold.

    `only` names those that are wanted; what their conditions read is there, too.
    """
    results: dict[str, QuestionResult] = {}

    def result(key: str) -> QuestionResult:
        if key not in results:
            question = questionnaire.by_id[key]
            condition = question.show_if
            if condition is None or holds(condition, lambda other: result(other).known):
                results[key] = consolidate(question, responses)
            else:
                results[key] = QuestionResult(key, State.NOT_SHOWN)
        return results[key]

    for key in questionnaire.by_id if only is None else only:
        result(key)
    return results


def _benchmark(official: Benchmark, samples: tuple[PeerSample, ...]) -> Benchmark | None:
    """Both together; None where the questionnaire has no index and there is no sample either."""
    if official.missing is NoPeers.NOT_ASKED and not samples:
        return None
    return replace(official, samples=samples) if samples else official


def _strong_and_weak(
    questionnaire: Questionnaire, scores: Scores
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The best and the worst rated areas; the pack's order decides between equals.

    What stands level with a strength is no weakness: the order of the pack is no reason.
    """
    rated = [
        (score, area.id)
        for area in questionnaire.areas
        if (score := scores.areas[area.id].shown) is not None
    ]
    best, worst = sorted(rated, key=lambda pair: -pair[0]), sorted(rated, key=lambda pair: pair[0])
    strengths = [pair for pair in best if pair[0] >= _STRENGTH_FROM][:_NAMED]
    below = min([_WEAKNESS_BELOW, *(score for score, _ in strengths)])
    weaknesses = [pair for pair in worst if pair[0] < below][:_NAMED]
    return tuple(key for _, key in strengths), tuple(key for _, key in weaknesses)
