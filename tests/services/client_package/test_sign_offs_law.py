"""Whatever two sides sign, correct and hand to each other: no revision is lost, every hash fits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random

import pytest

from digimaturity.domain.official import BenchmarkData
from digimaturity.services import assessments, sign_off
from digimaturity.services.client_package.choosing import Choice
from digimaturity.services.client_package.comparing import look_at
from digimaturity.services.client_package.importing import take_in
from digimaturity.services.client_package.merging import Side
from digimaturity.services.client_package.reading import read_package
from digimaturity.services.client_package.writing import hand_over
from digimaturity.services.sign_off_checks import check_sign_offs
from digimaturity.services.workspace import Workspace, open_workspace
from tests.services.client_package.test_sign_offs import say
from tests.services.small import Sitting, begin


def act(rng: Random, workspace: Workspace, sitting: Sitting) -> None:
    """Do one thing that a user can do now."""
    record = assessments.get_assessment(workspace, sitting.assessment)
    if not record.open:
        sign_off.correct(workspace, record.id, f"because {rng.random()}", "Ada")
    elif rng.random() < 0.5:
        say(workspace, sitting, rng.randint(1, 5))
    else:
        sign_off.sign(workspace, record.id, "Bo", BenchmarkData())


def revisions(workspace: Workspace, sitting: Sitting) -> set[tuple[str, str]]:
    every = sign_off.revisions_of(workspace, sitting.assessment).revisions
    return {(one.at, one.digest) for one in every}


def sides(tmp_path: Path, stack: ExitStack) -> Iterator[Workspace]:
    for name in ("here", "there"):
        yield stack.enter_context(open_workspace(tmp_path / f"{name}.db"))


@pytest.mark.parametrize("seed", [1, 2, 4])
def test_no_revision_is_lost_and_what_holds_is_what_was_signed(seed: int, tmp_path: Path) -> None:
    rng, path = Random(seed), tmp_path / "x.digimaturity"  # noqa: S311 - chance, no secret
    with ExitStack() as stack:
        here, there = sides(tmp_path, stack)
        sitting = begin(here)
        hand_over(here, sitting.company, path)
        take_in(there, look_at(there, path), Choice(), copied_name="")
        for _ in range(6):
            for workspace in (here, there):
                for _ in range(rng.randint(0, 3)):
                    act(rng, workspace, sitting)
            source, target = rng.sample((here, there), 2)
            before = revisions(target, sitting), revisions(source, sitting)
            hand_over(source, sitting.company, path)
            preview = look_at(target, path)
            (compared,) = preview.assessments
            side = rng.choice(list(Side))
            chosen = {sitting.assessment: side} if compared.to_be_chosen else {}
            take_in(target, preview, Choice(finished=chosen), copied_name="")
            after = revisions(target, sitting)
            stays = compared.to_be_chosen and side is Side.HERE
            assert after == before[0] if stays else after >= before[0] | before[1]
            assert all(one.fault is None for one in check_sign_offs(target))
            for one in sign_off.revisions_of(target, sitting.assessment).revisions:
                sign_off.read_revision(target, sitting.assessment, one.number)
            record = assessments.get_assessment(target, sitting.assessment)
            opened = sign_off.revisions_of(target, sitting.assessment).opened
            assert bool(opened) == record.corrected
            hand_over(target, sitting.company, path)  # and so it can travel on
            assert read_package(path).manifest.counts.assessments == 1
