"""What is proposed for each running project; the decision is management's (`Project.verdict`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import fsum

from digimaturity.domain.roadmap.book import PlanBook
from digimaturity.domain.roadmap.items import Project, Verdict
from digimaturity.domain.roadmap.load import SLACK, overloads, without
from digimaturity.domain.roadmap.problem import Problem
from digimaturity.domain.roadmap.project_checks import Finding, Kind, Weight, findings_of
from digimaturity.domain.roadmap.quarters import Quarter


class Ground(StrEnum):
    """Why a verdict is proposed."""

    #: It does what something else does, nobody wants it first, and nobody owns it.
    UNWANTED_DUPLICATE = "unwanted_duplicate"
    #: Another project that runs has the same purpose, and stands better.
    SAME_PURPOSE = "same_purpose"
    #: It is no priority, and without it people have enough time.
    NO_ROOM = "no_room"
    #: It is no priority, and a cloud service is being bought without IT.
    UNWANTED_ISLAND = "unwanted_island"
    #: Nothing speaks against it, once what is wrong or lacking is put right.
    MEND = "mend"
    #: Nothing speaks against it, and some questions are open.
    ASK = "ask"
    #: Nothing speaks against it.
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A verdict and why; `other` is the id of the project that it is to be merged with."""

    verdict: Verdict
    ground: Ground
    other: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """What was found in a project, and what is proposed for it."""

    findings: tuple[Finding, ...]
    proposal: Proposal

    def has(self, kind: Kind, weight: Weight | None = None) -> bool:
        """Whether that was found; with that weight, if one is named."""
        return any(one.kind is kind and weight in (None, one.weight) for one in self.findings)


def checks_of(book: PlanBook, problem: Problem, today: Quarter) -> Mapping[str, Check]:
    """Every active project by its id; `problem` is that of the book, `today` the quarter we are in.

    The rules, of which the first that holds is proposed:

    1. *Stop* what surely is there twice (as a project or a system), is no priority, and has no
       owner: all three, each of them said.
    2. *Merge* with another project of surely the same purpose that stands better: it is a priority
       rather than not, has IT, owner, and KPI, or was there first. That one itself goes on.
    3. *Pause* what is no priority and takes part in an overload: as many as it needs until nobody
       is over the limit, first what frees most days that are over it.
    4. *Pause* what is no priority while a cloud service is being bought without IT.
    5. *Continue* all others, first mending what is wrong or lacking.

    What nobody knows never speaks against a project.
    """
    found = findings_of(book, problem, today)
    judging = _Judging(book.projects, found)
    stopped = {key for key in found if judging.stop(key)}
    for key in stopped:
        problem = without(problem, key)
    unwanted = {key for key in found if book.projects[key].priorities is False} - stopped
    paused = _paused(problem, unwanted)
    return {
        key: Check(findings, judging.proposal(key, stopped, paused))
        for key, findings in found.items()
    }


def _paused(problem: Problem, candidates: set[str]) -> frozenset[str]:
    """Which of them to pause, one after the other, as long as that frees days over a limit."""
    chosen: set[str] = set()
    while over := _over(problem):
        left = {key: _over(without(problem, key)) for key in sorted(candidates - chosen)}
        best = min(left, key=lambda key: left[key], default=None)
        if best is None or left[best] >= over - SLACK:
            break
        chosen.add(best)
        problem = without(problem, best)
    return frozenset(chosen)


def _over(problem: Problem) -> float:
    """Person-days over all limits by running projects alone."""
    return fsum(one.load - one.capacity for one in overloads(problem))


@dataclass(frozen=True, slots=True)
class _Judging:
    projects: Mapping[str, Project]
    found: Mapping[str, tuple[Finding, ...]]

    def stop(self, key: str) -> bool:
        project = self.projects[key]
        twice = any(
            one.kind in (Kind.SAME_PROJECT, Kind.SAME_SYSTEM) and one.weight is Weight.WRONG
            for one in self.found[key]
        )
        return twice and project.priorities is False and not project.owner.strip()

    def proposal(self, key: str, stopped: set[str], paused: frozenset[str]) -> Proposal:
        findings = self.found[key]
        if key in stopped:
            return Proposal(Verdict.STOP, Ground.UNWANTED_DUPLICATE)
        better = self._better(key, stopped)
        if better:
            return Proposal(Verdict.MERGE, Ground.SAME_PURPOSE, better)
        if key in paused:
            return Proposal(Verdict.PAUSE, Ground.NO_ROOM)
        kinds = {one.kind for one in findings}
        if {Kind.ISLAND, Kind.NOT_WANTED} <= kinds:
            return Proposal(Verdict.PAUSE, Ground.UNWANTED_ISLAND)
        return Proposal(Verdict.CONTINUE, _ground(findings))

    def _better(self, key: str, stopped: set[str]) -> str:
        """The project of the same purpose that stands best, if it is another one."""
        same = [
            other
            for one in self.found[key]
            if one.kind is Kind.SAME_PROJECT and one.weight is Weight.WRONG
            for other in one.others
            if other not in stopped
        ]
        best = max((key, *same), key=self._standing)
        return best if best != key else ""

    def _standing(self, key: str) -> tuple[float, float, bool, bool, int]:
        project = self.projects[key]
        return (
            _said(project.priorities),
            _said(project.with_it),
            bool(project.owner.strip()),
            bool(project.kpi.strip()),
            -list(self.projects).index(key),
        )


def _said(answer: bool | None) -> float:
    """Yes before nobody knows, and that before no."""
    return 0.5 if answer is None else float(answer)


def _ground(findings: tuple[Finding, ...]) -> Ground:
    weights = {one.weight for one in findings}
    if weights & {Weight.WRONG, Weight.LACKING}:
        return Ground.MEND
    return Ground.ASK if weights else Ground.SOUND
