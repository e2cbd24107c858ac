"""Below the title of the roadmap stands how much of it does not fit."""

from __future__ import annotations

from dataclasses import replace

from digimaturity.domain.roadmap.problem import Plan
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.ui.pages.roadmap.summary import summary_words
from tests.report import roadmaps


def test_what_does_not_fit_is_counted_where_the_plan_is_called_the_best() -> None:
    roadmap, t = roadmaps.roadmap(), Translator.load("en", resources_dir() / "locale")
    assert "one does not fit" in summary_words(roadmap, t, looking=False)
    assert "fit" not in summary_words(roadmap, t, looking=True)
    whole = replace(roadmap, plan=Plan({}, 1, 1, 1))
    assert "fit" not in summary_words(whole, t, looking=False)
