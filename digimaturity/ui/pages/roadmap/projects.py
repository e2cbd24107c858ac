"""What runs already: entered, checked, and decided on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from digimaturity.domain.roadmap.book import Part
from digimaturity.domain.roadmap.items import Project
from digimaturity.domain.roadmap.project_checks import Weight
from digimaturity.domain.roadmap.project_verdicts import Check, checks_of
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.project_words import (
    load_words,
    open_words,
    proposal_words,
    told,
    when_words,
)
from digimaturity.report.roadmap_words import verdict_names
from digimaturity.services.changes import ChangeKind
from digimaturity.services.plan_book import new_key
from digimaturity.ui.pages.column_page import ColumnPage
from digimaturity.ui.pages.roadmap.closed import closed_words
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import label, line, spaced
from digimaturity.ui.widgets.overload_box import overload_box
from digimaturity.ui.widgets.project_card import CardWay, CardWords, ProjectCard
from digimaturity.ui.widgets.project_editor import Known, ProjectEditor
from digimaturity.ui.widgets.project_entry import ProjectEntry

_WIDTH = 960


class ProjectsTab(ColumnPage):
    """One project can be edited at a time, in its place; new ones are entered in a line."""

    concerned_by: ClassVar[frozenset[ChangeKind]] = frozenset(
        {ChangeKind.ROADMAP, ChangeKind.ASSESSMENT, ChangeKind.COMPANY}
    )

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _WIDTH)
        self._edited: Known | None = None
        self._editor: ProjectEditor | None = None
        self._entry: ProjectEntry | None = None
        self._typed: tuple[str, ...] = ()  # in the line for new ones
        self._cards: dict[str, ProjectCard] = {}

    # -- what is typed and not saved

    def flush(self) -> None:
        """Save what can be saved; the page is about to be left."""
        if self._entry is not None and self._entry.name.text().strip():
            self._entry.add()
        if self._editor is not None and self._editor.touched:
            self._editor.save()

    @property
    def settled(self) -> bool:
        """Whether nothing stands there that could not be saved."""
        editing = self._editor is not None and self._editor.touched
        return not editing and not (self._entry is not None and self._entry.name.text().strip())

    def draft(self) -> object:
        """What is being entered."""
        typed = self._entry is not None and self._entry.typed
        return self._unsaved() if typed or self._editor is not None else None

    def take_up(self, draft: object) -> None:
        """Enter it again."""
        if isinstance(draft, tuple):
            self._edited, self._typed = draft
            self._editor, self._stale = None, True

    def _unsaved(self) -> tuple[Known | None, tuple[str, ...]]:
        edited = self._edited
        if self._editor is not None:
            edited = Known(self._editor.known.key, self._editor.entered(forgiving=True))
        return edited, self._entry.texts if self._entry is not None else self._typed

    def start(self) -> None:
        """The keyboard is where something is to be entered, else at the first project."""
        if self._editor is not None:
            self._editor.name.setFocus()
        else:
            self._lead(next(iter(self._cards), ""))

    # -- what is shown

    def refresh(self) -> None:
        """What is being entered stays."""
        self._edited, self._typed = self._unsaved()
        super().refresh()

    def fill(self) -> None:
        """Show the overload, the projects, and the line for new ones."""
        self._editor = self._entry = None
        self._cards = {}
        t, session = self.parts.t, self.parts.session
        roadmap, record = session.roadmap, session.assessment
        if roadmap is None or record is None:
            return
        if not session.plannable:
            self._edited = None
            self.column.addWidget(self.words(closed_words(session, t), "strong"))
        warning = overload_box(self.parts, roadmap)
        if warning is not None:
            self.column.addWidget(warning)
        projects = session.book.projects
        if not projects:
            self._teach()
        checks = checks_of(session.book, roadmap.posed.problem, Quarter.of(record.day))
        running = {key: one for key, one in projects.items() if one.active}
        still = {key: one for key, one in projects.items() if not one.active}
        for title, group in (("", running), (t("Paused or stopped"), still)):
            self._group(title, group, roadmap, checks)
        if session.plannable:
            self._line_for_new(roadmap)

    def _teach(self) -> None:
        t = self.parts.t
        self.column.addWidget(label(t("What runs already?"), "large", wrap=True))
        words = t(
            "Projects that run take time from the people who are to carry the measures. Put down"
            " each that keeps somebody busy, even roughly: the plan begins measures only where"
            " time is left, and here you see what is there twice, what has no owner, and what was"
            " begun without IT."
        )
        self.column.addWidget(self.words(words))

    def _group(
        self,
        title: str,
        group: Mapping[str, Project],
        roadmap: Roadmap,
        checks: Mapping[str, Check],
    ) -> None:
        if not group:
            return
        if title:
            self.subheading(title)
        card = QFrame()
        card.setProperty("kind", "card")
        px = self.parts.theme.px
        inner = QVBoxLayout(card)
        spaced(inner, px(16), px(4), px(16), px(4))
        for place, (key, project) in enumerate(group.items()):
            if place:
                inner.addWidget(line())
            inner.addWidget(self._shown(key, project, roadmap, checks.get(key)))
        self.column.addWidget(card)

    def _shown(self, key: str, project: Project, roadmap: Roadmap, check: Check | None) -> QWidget:
        if self._edited is not None and self._edited.key == key:
            title = self.parts.t("Change {name}", name=project.name)
            self._editor = ProjectEditor(self.parts, self._edited, title)
            self._editor.saved.connect(self._save)
            self._editor.left.connect(self._leave)
            self._editor.removed.connect(self._remove)
            return self._editor
        words = _words(self.parts, roadmap, key, check)
        made = ProjectCard(self.parts, project, words, self._ways(key, project, words, check))
        self._cards[key] = made
        return made

    def _ways(
        self, key: str, project: Project, words: CardWords, check: Check | None
    ) -> list[CardWay]:
        t = self.parts.t
        if not self.parts.session.plannable:
            return []

        def way(text: str, go: Callable[[], object]) -> CardWay:
            return CardWay(text, t("{what}: {name}", what=text, name=project.name), go)

        found = []
        if project.verdict is None and check is not None:
            decided = replace(project, verdict=check.proposal.verdict, reason=words.reason)
            found.append(way(t("Decide so"), partial(self._put, key, decided)))
            found.append(way(t("Decide otherwise …"), partial(self._edit, key, at_verdict=True)))
        else:
            undecided = replace(project, verdict=None, reason="")
            found.append(way(t("Take the decision back"), partial(self._put, key, undecided)))
        found.append(way(t("Change …"), partial(self._edit, key)))
        return found

    def _line_for_new(self, roadmap: Roadmap) -> None:
        self._entry = ProjectEntry(self.parts, roadmap.posed.first)
        if self._typed:
            self._entry.put(self._typed)
        self._entry.entered.connect(self._add)
        self.column.addSpacing(self.parts.theme.px(8))
        self.column.addWidget(self._entry)

    # -- what is done

    def _edit(self, key: str, *, at_verdict: bool = False) -> None:
        self._show(Known(key, self.parts.session.book.projects[key]))
        if self._editor is not None:
            self._scroll.ensureWidgetVisible(self._editor)
            if at_verdict:
                self._editor.lead_to_verdict()
            else:
                self._editor.name.setFocus()

    def _show(self, edited: Known | None) -> None:
        self._typed = self._entry.texts if self._entry is not None else ()
        self._edited, self._editor = edited, None
        super().refresh()
        self.make_room()

    def _leave(self) -> None:
        key = self._edited.key if self._edited else ""
        self._show(None)
        self._lead(key)

    def _lead(self, key: str) -> None:
        """Bring the keyboard to a project, else to the line for new ones."""
        card = self._cards.get(key)
        if card is not None and card.ways:
            card.ways[-1].setFocus()
        elif self._entry is not None:
            self._entry.name.setFocus()

    def _save(self, known: Known) -> None:
        editor, self._editor, self._edited = self._editor, None, None
        if self._put(known.key, known.project):
            self._lead(known.key)
        else:  # what was entered is still there
            self._editor, self._edited = editor, known

    def _remove(self, key: str) -> None:
        editor, self._editor, self._edited = self._editor, None, None
        if self._put(key, None):
            self._lead("")
        else:
            self._editor, self._edited = editor, editor.known if editor else None

    def _add(self, project: Project) -> None:
        entry, self._entry, self._typed = self._entry, None, ()
        if self._put(new_key(), project):
            self._lead_to_next()
        else:
            self._entry = entry

    def _lead_to_next(self) -> None:
        """Let the next project be typed."""
        self.make_room()
        if self._entry is not None:
            self._entry.name.setFocus()
            self._scroll.ensureWidgetVisible(self._entry)

    def _put(self, key: str, project: Project | None) -> bool:
        session = self.parts.session
        done = self.parts.shell.attempt(lambda: session.put_down(Part.PROJECT, key, project))
        return done is not None


def _words(parts: Parts, roadmap: Roadmap, key: str, check: Check | None) -> CardWords:
    t, project = parts.t, roadmap.book.projects[key]
    known = (project.owner.strip(), when_words(project, t), load_words(roadmap, project, t))
    about = " · ".join(one for one in known if one)
    found = told(roadmap, key, check, t) if check else ()
    tag = reason = ""
    if project.verdict is not None:
        tag, reason = (
            t("Decided: {verdict}", verdict=verdict_names(t)[project.verdict]),
            project.reason,
        )
    elif check is not None:
        tag = t("Proposed: {verdict}", verdict=verdict_names(t)[check.proposal.verdict])
        reason = proposal_words(roadmap, check.proposal, t)
    faults = [one for one in found if one.weight is not Weight.OPEN]
    return CardWords(about, faults, open_words(found, t), tag, reason)
