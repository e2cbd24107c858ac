"""``plan``: a planning problem solved, for other programs."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from digimaturity.commands.parser import Commands, out
from digimaturity.commands.places import refuse_existing, write
from digimaturity.i18n import Translator

if TYPE_CHECKING:
    from digimaturity.domain.roadmap.problem import Plan, Problem

#: For so long it is asked what would fit if this or that were paused, in seconds: each takes up to
#: two, so that hundreds would never come to an end.
PAUSING = 20.0


def define(commands: Commands) -> None:
    """Add the command."""
    t = commands.t
    below = commands.add("plan", t("solve a planning problem; the plan is JSON"), _plan)
    below.add_argument("problem", type=Path, metavar=t("PROBLEM.json"))
    out(below, t("FILE.json"), t, required=False)


def _plan(options: Namespace, _t: Translator) -> None:
    from digimaturity.planning import find_plan
    from digimaturity.services.plan_file import plan_document, read_problem, written

    if options.out:
        refuse_existing(options.out, force=options.force, source=options.problem)
    file = read_problem(options.problem)
    plan = find_plan(file.problem)
    would_fit = _would_fit(file.problem, plan)
    content = written(plan_document(file, plan, would_fit))
    if options.out:
        write(options.out, content)
    else:
        print(content.decode(), end="")


def _would_fit(problem: Problem, plan: Plan) -> Mapping[str, tuple[str, ...]]:
    """What would fit by what would be paused, as far as there is time to plan for each."""
    from digimaturity.planning import fitting_without

    until, found = monotonic() + PAUSING, dict[str, tuple[str, ...]]()
    for one in problem.running:
        if not plan.left_out:
            found[one.id] = ()
        elif monotonic() < until:
            found[one.id] = fitting_without(problem, plan, one.id)
    return found
