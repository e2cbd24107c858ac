"""Below the title of the roadmap stands how much of it does not fit."""

from __future__ import annotations

from dataclasses import replace

from digimaturity.domain.roadmap.book import Entry, Part
from digimaturity.domain.roadmap.items import Project, State
from digimaturity.domain.roadmap.posing import pose
from digimaturity.domain.roadmap.problem import Plan
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.ui.pages.roadmap.summary import summary_words
from tests.report import roadmaps, samples


def test_what_does_not_fit_is_counted_where_the_plan_is_called_the_best() -> None:
    roadmap, t = roadmaps.roadmap(), Translator.load("en", resources_dir() / "locale")
    assert "one does not fit" in summary_words(roadmap, t, looking=False)
    assert "fit" not in summary_words(roadmap, t, looking=True)
    whole = replace(roadmap, plan=Plan({}, 1, 1, 1))
    assert "fit" not in summary_words(whole, t, looking=False)


def test_a_project_that_was_over_before_the_plan_is_not_told_as_running() -> None:
    roadmap, t = roadmaps.roadmap(), Translator.load("en", resources_dir() / "locale")
    counted = roadmap.running_projects
    assert t.plural("one running project", "{n} running projects", counted) in summary_words(
        roadmap, t, looking=False
    )
    over = Project("Old website", ends=roadmap.posed.first.plus(-1))
    assert _counted(over) == counted
    assert _counted(replace(over, ends=roadmap.posed.first)) == counted + 1


def _counted(more: Project) -> int:
    book = roadmaps.book().with_entry(Entry(Part.PROJECT, "more", more))
    posed = pose(samples.evaluation(), book, samples.DAY)
    return Roadmap(book, posed).running_projects


def test_what_is_over_is_not_counted_as_ahead() -> None:
    t = Translator.load("en", resources_dir() / "locale")
    roadmap = roadmaps.roadmap()
    key, task = next(iter(roadmap.posed.tasks.items()))
    before = summary_words(roadmap, t, looking=True)
    dropped = replace(task, decision=replace(task.decision, state=State.DROPPED))
    posed = replace(roadmap.posed, tasks={**roadmap.posed.tasks, key: dropped})
    assert summary_words(replace(roadmap, posed=posed), t, looking=True) != before
