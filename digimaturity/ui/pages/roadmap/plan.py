"""The plan: when each measure begins."""

from __future__ import annotations

from digimaturity.ui.pages.column_page import ColumnPage


class PlanTab(ColumnPage):
    """Each measure of the plan with the quarters that it takes."""

    def fill(self) -> None:
        """Show the measures in the order of their beginnings."""
        roadmap, t = self.parts.session.roadmap, self.parts.t
        if roadmap is None or roadmap.plan is None:
            return
        for key, start in sorted(roadmap.plan.starts.items(), key=lambda one: one[1]):
            task = roadmap.posed.tasks[key]
            quarter = roadmap.posed.first.plus(start)
            title = task.measure.title.get(t.language, "")
            self.column.addWidget(self.words(f"{quarter}: {title}"))
