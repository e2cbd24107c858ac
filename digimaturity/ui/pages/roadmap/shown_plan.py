"""Which plan is shown while another one is looked for, and what moved since the last one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.roadmap.roadmap import Roadmap


@dataclass(frozen=True, slots=True)
class ShownPlan:
    """The last plan that was found of `case` (an assessment), and where measures began before."""

    case: str = ""
    found: Roadmap | None = None
    before: Mapping[str, Quarter] = field(default_factory=dict)

    def followed_by(self, case: str, now: Roadmap) -> ShownPlan:
        """After the roadmap became another one; without a plan as long as one is looked for."""
        if case != self.case:
            return ShownPlan(case, now if now.plan else None)
        if now.plan is None or self.found is None:
            return replace(self, found=now if now.plan else self.found)
        earlier, later = beginnings(self.found), beginnings(now)
        if earlier == later:
            return replace(self, found=now)
        moved = {
            key: quarter for key, quarter in earlier.items() if later.get(key, quarter) != quarter
        }
        return ShownPlan(case, now, moved)

    def roadmap(self, now: Roadmap) -> Roadmap:
        """What is shown of the roadmap: with its plan, else with the last one as far as it goes.

        What the user fixed meanwhile is shown where it was put.
        """
        if now.plan is not None or self.found is None or self.found.plan is None:
            return now
        problem, first = now.posed.problem, now.posed.first
        jobs = {job.id: job for job in problem.jobs}
        starts = {
            key: quarter.since(first)
            for key, quarter in beginnings(self.found).items()
            if key in jobs
        }
        starts |= {key: job.lock for key, job in jobs.items() if job.lock is not None}
        fitting = {
            key: start
            for key, start in starts.items()
            if 0 <= start <= problem.quarters - jobs[key].quarters
        }
        earlier = self.found.plan
        left_out = {key: why for key, why in earlier.left_out.items() if key in jobs}
        return replace(now, plan=replace(earlier, starts=fitting, left_out=left_out, unheld={}))


def beginnings(roadmap: Roadmap) -> Mapping[str, Quarter]:
    """In which quarter each planned measure begins."""
    starts = roadmap.plan.starts if roadmap.plan else {}
    return {key: roadmap.posed.first.plus(start) for key, start in starts.items()}
