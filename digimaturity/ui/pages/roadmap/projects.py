"""What runs already: entered, checked, and decided on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.domain.roadmap.book import Part
from digimaturity.domain.roadmap.items import Project
from digimaturity.domain.roadmap.project_checks import Weight
from digimaturity.domain.roadmap.project_verdicts import Check, Proposal, checks_of
from digimaturity.domain.roadmap.quarters import Quarter
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.report.overload_words import overloaded
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
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.overload_box import overload_box
from digimaturity.ui.widgets.project_card import CardWay, CardWords, ProjectCard
from digimaturity.ui.widgets.project_editor import Known, ProjectEditor
from digimaturity.ui.widgets.project_entry import ProjectEntry
from digimaturity.ui.widgets.row_card import RowCard
from digimaturity.ui.widgets.slot import Slot, in_order

_WIDTH = 960


#: What a row shows: a card's content, or what is being edited.
Piece = tuple[Project, CardWords, Proposal | None, bool] | Known


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
        self._typed: tuple[str, ...] = ()  # in the line for new ones, from before it was made
        self._cards: dict[str, ProjectCard] = {}
        self._made = False
        self._closed, self._warning, self._teaching, self._new = (Slot() for _ in range(4))
        self._running, self._still = RowCard(parts.theme), RowCard(parts.theme)
        self._title = label(parts.t("Paused or stopped"), "large", wrap=True)

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

    def fill(self) -> None:
        """Make the places of everything, once."""
        for slot in (self._closed, self._warning, self._teaching):
            self.column.addWidget(slot)
        for widget in (self._running, self._title, self._still, self._new):
            self.column.addWidget(widget)
        self._made = True

    def refresh(self) -> None:
        """Only what has changed is made anew; what is being entered stays."""
        if not self._made:
            super().refresh()
        session, t = self.parts.session, self.parts.t
        roadmap, record = session.roadmap, session.assessment
        if roadmap is None or record is None:
            return
        can = session.plannable
        if not can:
            self._edited = self._editor = None
        words = "" if can else closed_words(session, t)
        self._closed.show_piece(words or None, lambda shown: self.words(shown, "strong"))
        told = overloaded(roadmap, t)
        # Who is over the limit by what: all that the warning tells follows from it.
        self._warning.show_piece(
            (told, roadmap.posed.problem.running, can) if told else None,
            lambda _: overload_box(self.parts, roadmap) or QWidget(),
        )
        projects = session.book.projects
        self._teaching.show_piece(None if projects else can, self._lesson)
        checks = checks_of(session.book, roadmap.posed.problem, Quarter.of(record.day))
        self._show_groups(roadmap, checks)
        self._new.show_piece(roadmap.posed.first if can else None, self._line_for_new)
        in_order((self._warning, *self._running.slots, *self._still.slots, self._new))

    def _show_groups(self, roadmap: Roadmap, checks: Mapping[str, Check]) -> None:
        groups: tuple[dict[str, Piece], dict[str, Piece]] = ({}, {})
        for key, project in roadmap.book.projects.items():
            check = checks.get(key)
            words = _words(self.parts, roadmap, key, check)
            proposal = check.proposal if check else None
            piece: Piece = (project, words, proposal, self.parts.session.plannable)
            if self._edited is not None and self._edited.key == key:
                piece = self._edited
            groups[not project.active][key] = piece
        there = roadmap.book.projects
        self._cards = {key: card for key, card in self._cards.items() if key in there}
        self._running.show_rows(groups[0], self._shown)
        self._title.setVisible(bool(groups[1]))
        self._still.show_rows(groups[1], self._shown)

    def _lesson(self, can: bool) -> QWidget:
        t, made = self.parts.t, QWidget()
        if not can:
            return self.words(t("No project was put down."))
        column = QVBoxLayout(made)
        spaced(column, 0, gap=self.parts.theme.px(8))
        column.addWidget(label(t("What runs already?"), "large", wrap=True))
        words = t(
            "Projects that run take time from the people who are to carry the measures. Put down"
            " each that keeps somebody busy, even roughly: the plan begins measures only where"
            " time is left, and here you see what is there twice, what has no owner, and what was"
            " begun without IT."
        )
        column.addWidget(self.words(words, "secondary"))
        return made

    def _shown(self, key: str, piece: Piece) -> QWidget:
        if isinstance(piece, Known):
            title = self.parts.t("Change {name}", name=piece.project.name)
            self._editor = ProjectEditor(self.parts, piece, title)
            self._editor.saved.connect(self._save)
            self._editor.left.connect(self._leave)
            self._editor.removed.connect(self._remove)
            return self._editor
        project, words, proposal, can = piece
        ways = self._ways(key, project, words, proposal) if can else []
        self._cards[key] = ProjectCard(self.parts, project, words, ways)
        return self._cards[key]

    def _ways(
        self, key: str, project: Project, words: CardWords, proposal: Proposal | None
    ) -> list[CardWay]:
        t = self.parts.t

        def way(text: str, go: Callable[[], object]) -> CardWay:
            return CardWay(text, t("{what}: {name}", what=text, name=project.name), go)

        found = []
        if project.verdict is None and proposal is not None:
            decided = replace(project, verdict=proposal.verdict, reason=words.reason)
            found.append(way(t("Decide so"), partial(self._put, key, decided)))
            found.append(way(t("Decide otherwise …"), partial(self._edit, key, at_verdict=True)))
        else:
            undecided = replace(project, verdict=None, reason="")
            found.append(way(t("Take the decision back"), partial(self._put, key, undecided)))
        found.append(way(t("Change …"), partial(self._edit, key)))
        return found

    def _line_for_new(self, first: Quarter) -> QWidget:
        typed = self._entry.texts if self._entry is not None else self._typed
        self._entry = ProjectEntry(self.parts, first)
        if typed:
            self._entry.put(typed)
        self._entry.entered.connect(self._add)
        return self._entry

    # -- what is done

    def _edit(self, key: str, *, at_verdict: bool = False) -> None:
        self._show(Known(key, self.parts.session.book.projects[key]))
        if self._editor is not None:
            self.scroll_to(self._editor)
            if at_verdict:
                self._editor.lead_to_verdict()
            else:
                self._editor.name.setFocus()

    def _show(self, edited: Known | None) -> None:
        self._edited, self._editor = edited, None
        self.refresh()
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
        editor, before = self._editor, self._edited
        self._editor = self._edited = None
        if self._put(known.key, known.project):
            self._lead(known.key)
        else:  # what was entered is still there
            self._editor, self._edited = editor, before

    def _remove(self, key: str) -> None:
        editor, before = self._editor, self._edited
        self._editor = self._edited = None
        if self._put(key, None):
            self._lead("")
        else:
            self._editor, self._edited = editor, before

    def _add(self, project: Project) -> None:
        entry = self._entry
        if entry is not None and self._put(new_key(), project):
            entry.clear()
            self.make_room()
            self._scroll.ensureWidgetVisible(entry)

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
    faults = tuple(one for one in found if one.weight is not Weight.OPEN)
    return CardWords(about, faults, open_words(found, t), tag, reason)
