"""``plan``: a planning problem solved, for other programs."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from digimaturity.commands.parser import Commands, out
from digimaturity.commands.places import refuse_existing, write
from digimaturity.i18n import Translator


def define(commands: Commands) -> None:
    """Add the command."""
    t = commands.t
    below = commands.add("plan", t("solve a planning problem; the plan is JSON"), _plan)
    below.add_argument("problem", type=Path, metavar=t("PROBLEM.json"))
    out(below, t("FILE.json"), t, required=False)


def _plan(options: Namespace, _t: Translator) -> None:
    from digimaturity.planning import find_plan, fitting_without
    from digimaturity.services.plan_file import plan_document, read_problem, written

    if options.out:
        refuse_existing(options.out, force=options.force, source=options.problem)
    file = read_problem(options.problem)
    plan = find_plan(file.problem)
    would_fit = {
        one.id: fitting_without(file.problem, plan, one.id)
        for one in file.problem.running
        if plan.left_out
    }
    content = written(plan_document(file, plan, would_fit))
    if options.out:
        write(options.out, content)
    else:
        print(content.decode(), end="")
