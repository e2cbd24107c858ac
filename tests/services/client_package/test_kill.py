"""A package is in the workspace whole or not at all, also after `kill -9` in the middle."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from digimaturity.domain.responses import Answer
from digimaturity.services import recording
from digimaturity.services.client_package.choosing import Choice, How
from digimaturity.services.client_package.comparing import look_at
from digimaturity.services.client_package.importing import take_in
from digimaturity.services.client_package.writing import hand_over
from digimaturity.services.workspace import open_workspace
from tests.services.client_package.make import contents, full_company


@pytest.mark.skipif(os.name != "posix", reason="only POSIX can fork and kill -9")
def test_killed_in_the_middle_everything_is_as_it_was(tmp_path: Path) -> None:
    path, package = tmp_path / "work.db", tmp_path / "x.digimaturity"
    with open_workspace(path) as workspace:
        sitting = full_company(workspace, tmp_path)
        hand_over(workspace, sitting.company, package)
        with open_workspace(tmp_path / "elsewhere.db") as elsewhere:
            take_in(elsewhere, look_at(elsewhere, package), Choice(), copied_name="")
            for level in (1, 2, 5):
                place = (sitting.assessment, sitting.manager, "a.levels")
                recording.record_answer(elsewhere, *place, Answer.of(level))
            hand_over(elsewhere, sitting.company, package)
        before = contents(workspace)
    arguments = [
        sys.executable,
        "-m",
        "tests.services.client_package.killed",
        str(path),
        str(package),
    ]
    told: dict[How, list[str]] = {how: [] for how in How}
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin
        assert process.stdout
        for how, calls in product(How, (1, 7, 1000)):
            copy = tmp_path / f"{how}-{calls}.db"
            shutil.copyfile(path, copy)
            process.stdin.write(f"{copy} {package} {how} {calls}\n")
            process.stdin.flush()
            told[how].append(process.stdout.readline().strip())
            with open_workspace(copy) as workspace:
                assert (contents(workspace) == before) == (told[how][-1] == "killed")
    assert all((one[0], one[-1]) == ("killed", "lived") for one in told.values()), told
