"""What pausing each running project would free, and which measures would fit then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from digimaturity.domain.roadmap.book import Part
from digimaturity.domain.roadmap.items import Verdict
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.overload_words import Relief, fitting_words
from digimaturity.services.roadmap import fitting_when_paused
from digimaturity.ui.parts import Parts
from digimaturity.ui.tasks import Lane, Progress
from digimaturity.ui.widgets.basics import button, label, row_of, spaced


class ReliefRows(QWidget):
    """A row for each project; what would fit then is worked out beside, and told when known."""

    def __init__(self, parts: Parts, roadmap: Roadmap, found: tuple[Relief, ...]) -> None:
        super().__init__()
        self._parts, self._roadmap = parts, roadmap
        self._fitting: dict[str, QLabel] = {}
        column = QVBoxLayout(self)
        spaced(column, 0, gap=parts.theme.px(12))
        for one in found:
            column.addLayout(self._row(one))
        if roadmap.plan is not None and roadmap.plan.left_out:
            keys = tuple(one.project for one in found)
            job = partial(_fitting, roadmap, keys)
            parts.tasks.watched(job, self._found, parts.shell.report, lane=Lane.ASIDE)

    def _row(self, one: Relief) -> QVBoxLayout:
        t, row = self._parts.t, QVBoxLayout()
        spaced(row, 0, gap=self._parts.theme.px(2))
        row.addWidget(label(one.name, "strong", wrap=True))
        row.addWidget(label(one.words, wrap=True))
        fitting = label("", wrap=True)
        fitting.hide()
        self._fitting[one.project] = fitting
        row.addWidget(fitting)
        if self._parts.session.plannable:
            pause = button(t("Pause it"), partial(self._pause, one.project), "link", small=True)
            pause.setAccessibleName(t("Pause {project}", project=one.name))
            row.addLayout(row_of(pause))
        return row

    def _found(self, fitting: Mapping[str, tuple[str, ...]]) -> None:
        for key, measures in fitting.items():
            words = fitting_words(self._roadmap, measures, self._parts.t)
            self._fitting[key].setText(words)
            self._fitting[key].setVisible(bool(words))

    def _pause(self, key: str) -> None:
        """One step back, and it runs on."""
        session = self._parts.session
        paused = replace(session.book.projects[key], verdict=Verdict.PAUSE, reason="")
        self._parts.shell.attempt(lambda: session.put_down(Part.PROJECT, key, paused))


def _fitting(
    roadmap: Roadmap, keys: tuple[str, ...], progress: Progress
) -> Mapping[str, tuple[str, ...]]:
    found = {}
    for place, key in enumerate(keys):
        progress(place / len(keys))
        found[key] = fitting_when_paused(roadmap, key)
    return found
