"""Nothing is cut off, not even in the longest words, at twice the size, in a small window."""

from __future__ import annotations

import pytest

from digimaturity import paths
from digimaturity.services.sample import load_sample
from digimaturity.services.workspace import open_workspace
from tests.screenshots.faults import faults
from tests.screenshots.scenes import scenes, show

from .conftest import Opener


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (960, 600)])
def test_all_that_is_said_in_german_can_be_read_at_twice_the_size(
    open_window: Opener, width: int, height: int
) -> None:
    with open_workspace(paths.default_workspace()) as workspace:
        added = load_sample(workspace)
    window = open_window(
        mode="mentor",
        company=added.company,
        assessment=added.assessment,
        page="overview",
        language="de",
        text_size=200,
        geometry=(0, 0, width, height),
        toured=True,
    )
    found = {}
    for name, scene in scenes().items():
        show(window, scene)
        if told := faults(window):
            found[name] = told
    assert not found
