"""Follow-up: what became of measures and projects, and what is due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from digimaturity.domain.roadmap.book import Entry
from digimaturity.domain.roadmap.following import Due, Followed, execution_rate, followed
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.follow_up_words import due_names, rate_words
from digimaturity.report.roadmap_words import title_of
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.pages.roadmap.closed import closed_words
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, line, row_of, spaced
from digimaturity.ui.widgets.follow_panel import FollowPanel
from digimaturity.ui.widgets.follow_row import FollowRow
from digimaturity.ui.widgets.follow_section import Following, today
from digimaturity.ui.widgets.kept_fields import KeptFields

_WIDTH = 960


class FollowUpTab(ColumnPage):
    """One of them is open at a time; what was typed there stays while others change."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _WIDTH)
        self._open = ""
        self._typed: dict[str, Mapping[str, object]] = {}  # by what it belongs to
        self._saving = ""  # the part whose fields are being saved
        self._panel: FollowPanel | None = None
        self.rows: dict[str, FollowRow] = {}

    def place(self) -> str:
        """What is open."""
        return self._open

    def come_back(self, place: str) -> None:
        """Open it."""
        if place != self._open:
            self._keep()
            self._open, self._panel, self._stale = place, None, True

    def start(self) -> None:
        """The keyboard is at what is open, else at the first."""
        self.make_room()
        self._lead_to(self._open if self._open in self.rows else next(iter(self.rows), ""))

    def draft(self) -> object:
        """What was typed, by what it belongs to, and what is open."""
        self._keep()
        return (self._open, self._typed) if any(self._typed.values()) else None

    def take_up(self, draft: object) -> None:
        """Show it again."""
        if isinstance(draft, tuple):
            (self._open, self._typed), self._panel, self._stale = draft, None, True

    def refresh(self) -> None:
        """What was typed stays."""
        self._keep()
        super().refresh()

    def _keep(self) -> None:
        """Remember what was typed and is not being saved."""
        if self._panel is not None:
            saved = f"{self._saving}."
            self._typed[self._open] = {
                key: value
                for key, value in self._panel.fields.changed.items()
                if not (self._saving and key.startswith(saved))
            }

    def fill(self) -> None:
        """Show all of them by what is due."""
        self._panel, self.rows = None, {}
        roadmap, t = self.parts.session.roadmap, self.parts.t
        if roadmap is None:
            return
        found = followed(roadmap, today())
        if not self.parts.session.plannable:
            self.column.addWidget(
                self.words(closed_words(self.parts.session, self.parts.t), "strong")
            )
        if not found and not self.parts.session.plannable:
            self.column.addWidget(self.words(t("There was nothing to follow.")))
        if not found and self.parts.session.plannable:
            self._teach()
        if not found:
            return
        if roadmap.posed.tasks:
            rate = rate_words(t, execution_rate(roadmap, today()))
            self.column.addWidget(self.words(rate))
        for due, name in due_names(t).items():
            group = [one for one in found if one.due is due]
            if group:
                self._group(roadmap, due, name, group)

    def _teach(self) -> None:
        t, go = self.parts.t, self.parts.shell.go
        self.teach(
            t("Nothing is to be followed yet"),
            t(
                "Accepted measures and running projects come here: how far each is, what its "
                "figure says, when it is looked at again, and what it brought in the end."
            ),
        )
        to_measures = partial(go, "roadmap", "measures")
        to_projects = partial(go, "roadmap", "projects")
        self.column.addLayout(
            row_of(
                button(t("See the &recommendations"), to_measures, "primary"),
                button(t("Enter what r&uns"), to_projects),
            )
        )

    def _group(self, roadmap: Roadmap, due: Due, name: str, group: Sequence[Followed]) -> None:
        self.subheading(f"{name} {self.parts.t.number(len(group))}")
        measures = roadmap.posed.tasks
        if due is Due.REVIEW:
            group = sorted(group, key=lambda one: (one.follow_up.next_review or today(), one.key))
        elif due is Due.LATER:  # what does not fit begins at no time, and stands last
            now = Quarter.of(today())
            group = sorted(group, key=lambda one: (one.first is None, one.first or now))
        rows = QVBoxLayout()
        spaced(rows, 0, gap=self.parts.theme.px(4))
        for one in group:
            rows.addWidget(line())
            title = title_of(roadmap, one.key, self.parts.t)
            if one.key not in measures:
                title = self.parts.t("{name} (project)", name=title)
            panel = self._panel_of(one) if one.key == self._open else None
            row = FollowRow(self.parts.theme, self.parts.t, one, title, panel)
            row.toggled.connect(partial(self._toggle, one.key))
            self.rows[one.key] = row
            rows.addWidget(row)
        self.column.addLayout(rows)

    def _panel_of(self, one: Followed) -> FollowPanel:
        fixed = not self.parts.session.plannable
        fields = KeptFields(self._typed.get(one.key, {}))
        self._panel = FollowPanel(Following(self.parts, one, fields, self._put, fixed=fixed))
        return self._panel

    def _toggle(self, key: str) -> None:
        self._keep()
        self._open, self._panel = ("" if key == self._open else key), None
        self.refresh()
        self.make_room()
        self._lead_to(key)

    def _lead_to(self, key: str) -> None:
        if key in self.rows:
            self.rows[key].line.setFocus()
            self.scroll_to(self.rows[key])

    def _put(self, part: str, entries: Sequence[Entry]) -> bool:
        """Save as one step; what could not be saved is still in its fields."""
        self._saving = part
        save = partial(self.parts.session.put_down_all, entries)
        saved = self.parts.shell.attempt(save) is not None
        self._saving = ""
        if saved:
            self.make_room()
            if self._panel is not None and part in self._panel.sections:
                self._panel.sections[part].lead()
        return saved
