"""Everything that is known of a running project, to be entered and changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from digimaturity.domain.catalogue import Role
from digimaturity.domain.roadmap.items import Project, Verdict
from digimaturity.report.project_words import verdict_deeds
from digimaturity.report.roadmap_words import role_names
from digimaturity.report.use_words import use_names
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.form import Field
from digimaturity.ui.widgets.plan_fields import AmountBox, QuarterBox, SizedField, TruthBox
from digimaturity.ui.widgets.system_choice import SystemChoice

#: Widths of fields (pixels at 100 %), and how long a text can be.
_WIDE, _HALF, _SMALL, _DAYS = 400, 192, 160, 120
_LONGEST = 400

#: Quarters before and after the plan's first that can be chosen.
_BACK, _AHEAD = 12, 24


@dataclass(frozen=True, slots=True)
class Known:
    """What the editor begins with; `key` is empty for a project that is new."""

    key: str
    project: Project


class ProjectEditor(QWidget):
    """Enter saves, Escape leaves it as it was."""

    saved = Signal(object)  # a Known
    left = Signal()
    removed = Signal(str)

    def __init__(self, parts: Parts, known: Known, title: str) -> None:
        super().__init__()
        self._parts, self.known = parts, known
        self.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        spaced(self._column, 0, parts.theme.px(12), 0, parts.theme.px(16), gap=parts.theme.px(12))
        self._column.addWidget(label(title, "strong", wrap=True))
        self._outline(known.project)
        self._answers(known.project)
        self._load(known.project)
        self._place(known.project)
        self._decision(known.project)
        self._ways()

    # -- what is entered

    def entered(self, *, forgiving: bool = False) -> Project:
        """The project as entered; `ValueError` where a number is none.

        `forgiving` leaves such a number out.
        """
        amounts = {key: _amount(box, forgiving=forgiving) for key, box in self._days.items()}
        gone = {key: days for key, days in self.known.project.load.items() if key not in amounts}
        decided = str(self._verdict.currentData())
        return replace(
            self.known.project,
            name=self.name.text().strip(),
            owner=self._owner.text().strip(),
            goal=self._goal.text().strip(),
            kpi=self._kpi.text().strip(),
            with_it=self._with_it.known,
            cloud=self._cloud.known,
            priorities=self._priorities.known,
            budget=_amount(self._budget, forgiving=forgiving),
            load={**gone, **{key: days for key, days in amounts.items() if days}},
            begins=self._begins.quarter,
            ends=self._ends.quarter,
            systems=self._systems.chosen,
            use=str(self._use.currentData()),
            verdict=Verdict(decided) if decided else None,
            reason=self._reason.text().strip(),
        )

    @property
    def touched(self) -> bool:
        """Whether anything stands there that is not saved."""
        saved = self._parts.session.book.projects.get(self.known.key)
        try:
            return self.entered() != saved
        except ValueError:
            return True

    def save(self) -> None:
        """Take what was entered, where it can be taken."""
        if not self.name.text().strip():
            self._name_field.complain(self._parts.t("Please enter the name of the project."))
            self.name.setFocus()
            return
        try:
            project = self.entered()
        except ValueError:
            wrong = (*self._days.values(), self._budget)
            next(box for box in wrong if box.property("wrong")).setFocus()
            return
        self.saved.emit(Known(self.known.key, project))

    def lead_to_verdict(self) -> None:
        """Bring the keyboard to what management decides."""
        self._verdict.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # -- the fields

    def _outline(self, project: Project) -> None:
        t = self._parts.t
        self.name, self._owner = self._line(project.name), self._line(project.owner)
        self._goal, self._kpi = self._line(project.goal), self._line(project.kpi)
        flow = self._flow()
        self._name_field = self._field(flow, t("&Name"), self.name, _WIDE)
        self._field(flow, t("O&wner"), self._owner, _WIDE)
        self._field(flow, t("&Goal"), self._goal, _WIDE)
        self._field(flow, t("&KPI: by which figure its success is seen"), self._kpi, _WIDE)

    def _answers(self, project: Project) -> None:
        t, theme = self._parts.t, self._parts.theme
        self._with_it = TruthBox(theme, t, project.with_it)
        self._cloud = TruthBox(theme, t, project.cloud)
        self._priorities = TruthBox(theme, t, project.priorities)
        flow = self._flow()
        self._field(flow, t("Is IT involved?"), self._with_it, _HALF)
        self._field(flow, t("Is it a cloud service?"), self._cloud, _HALF)
        self._field(flow, t("A priority of management?"), self._priorities, _HALF)

    def _load(self, project: Project) -> None:
        t, theme, book = self._parts.t, self._parts.theme, self._parts.session.book
        roadmap = self._parts.session.roadmap
        first = roadmap.posed.first if roadmap else None
        around = first.plus(-_BACK).following(_BACK + _AHEAD) if first else ()
        quarters = tuple(around)
        self._begins = QuarterBox(theme, t, quarters, project.begins, t("For long"))
        self._ends = QuarterBox(theme, t, quarters, project.ends, t("Nobody knows"))
        self._budget = AmountBox(t, project.budget)
        self._budget.returnPressed.connect(self.save)
        flow = self._flow()
        self._field(flow, t("Runs since"), self._begins, _SMALL)
        self._field(flow, t("To the end of"), self._ends, _SMALL)
        self._field(flow, t("Budget in euros"), self._budget, _SMALL)
        names = {role.value: name for role, name in role_names(t).items()}
        names |= {key: person.name for key, person in book.people.items()}
        self._days = {key: AmountBox(t, project.load.get(key)) for key in names}
        words = t("Person-days a quarter; those of key people are among the days of their role.")
        self._column.addWidget(label(words, "secondary", wrap=True))
        flow = self._flow()
        for key, box in self._days.items():
            box.returnPressed.connect(self.save)
            width = _DAYS if key in {role.value for role in Role} else _HALF
            self._field(flow, names[key].replace("&", "&&"), box, width)

    def _place(self, project: Project) -> None:
        t, theme = self._parts.t, self._parts.theme
        self._use = ChoiceBox(theme)
        self._use.addItem(t("Nobody knows"), "")
        for key, name in use_names(t).items():
            self._use.addItem(name, key)
        self._use.setCurrentIndex(max(0, self._use.findData(project.use)))
        systems = self._parts.session.book.systems
        self._systems = SystemChoice(theme, t, systems, project.systems)
        self._field(self._flow(), t("What its application is for"), self._use, _WIDE)
        flow = self._flow()
        self._field(flow, t("Applications that it touches or brings"), self._systems, _WIDE)

    def _decision(self, project: Project) -> None:
        t = self._parts.t
        self._verdict = ChoiceBox(self._parts.theme)
        self._verdict.addItem(t("Not decided"), "")
        for verdict, name in verdict_deeds(t).items():
            self._verdict.addItem(name, verdict.value)
        decided = project.verdict.value if project.verdict else ""
        self._verdict.setCurrentIndex(self._verdict.findData(decided))
        self._reason = self._line(project.reason)
        flow = self._flow()
        self._field(flow, t("&Decision of management"), self._verdict, _HALF)
        self._field(flow, t("Reason for it"), self._reason, _WIDE)

    def _ways(self) -> None:
        t, flow = self._parts.t, self._flow()
        flow.addWidget(button(t("&Save"), self.save, "primary"))
        flow.addWidget(button(t("&Cancel"), self.left.emit))
        if self.known.key:
            remove = button(t("&Remove"), lambda: self.removed.emit(self.known.key), "danger")
            flow.addWidget(remove)

    def _line(self, text: str) -> QLineEdit:
        made = QLineEdit(text)
        made.setMaxLength(_LONGEST)
        made.returnPressed.connect(self.save)
        return made

    def _flow(self) -> Flow:
        flow = Flow(self._parts.theme.px(16))
        spaced(flow, 0, gap=self._parts.theme.px(16))
        self._column.addLayout(flow)
        return flow

    def _field(self, flow: Flow, name: str, widget: QWidget, width: int) -> Field:
        field = SizedField(self._parts.theme, name, widget, width)
        flow.addWidget(field)
        return field


def _amount(box: AmountBox, *, forgiving: bool) -> float | None:
    try:
        return box.amount
    except ValueError:
        if forgiving:
            return None
        raise
