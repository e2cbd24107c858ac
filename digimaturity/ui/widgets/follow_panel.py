"""All that is noted on a measure or project, part by part."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.domain.roadmap.items import State
from digimaturity.ui.widgets.basics import button, line, row_of, spaced
from digimaturity.ui.widgets.follow_afterwards import FollowAfterwards
from digimaturity.ui.widgets.follow_figures import FollowFigures
from digimaturity.ui.widgets.follow_reviews import FollowReviews
from digimaturity.ui.widgets.follow_section import Following, FollowSection
from digimaturity.ui.widgets.follow_state import FollowState


class FollowPanel(QWidget):
    """A project says on its own tab when it ends; a look back belongs to what is over."""

    def __init__(self, what: Following) -> None:
        super().__init__()
        px, one = what.parts.theme.px, what.one
        self.fields = what.fields
        column = QVBoxLayout(self)
        spaced(column, 0, px(4), 0, px(16), gap=px(16))
        made: list[FollowSection] = []
        if one.task is not None:
            made.append(FollowState(what, one.task.decision))
        else:
            words = what.parts.t("Change it among the running projects")
            shell, there = what.parts.shell, f"projects {one.key}"
            to_project = button(words, lambda: shell.go("roadmap", there), "link")
            column.addLayout(row_of(to_project))
        made += [FollowFigures(what), FollowReviews(what)]
        if one.state in (State.DONE, State.DROPPED) or one.follow_up.afterwards is not None:
            made.append(FollowAfterwards(what))
        self.sections = {section.key: section for section in made}
        for place, section in enumerate(made):
            if place:
                column.addWidget(line())
            column.addWidget(section)
