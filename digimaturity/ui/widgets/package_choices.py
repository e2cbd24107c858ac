"""What is to be done with a client package whose company is here: how, and which answers hold."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from digimaturity.services.client_package.choosing import Choice, How, Prefer
from digimaturity.services.client_package.merging import Side
from digimaturity.services.client_package.preview import Compared, Preview
from digimaturity.services.client_package.words import title_words
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.answer_choices import AnswerChoices
from digimaturity.ui.widgets.basics import label, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox
from digimaturity.ui.widgets.choices import one_tab_stop
from digimaturity.ui.widgets.form import Field


class PackageChoices(QWidget):
    """A company that is not here yet needs no choice; `first` is where the keyboard begins."""

    def __init__(self, parts: Parts, preview: Preview) -> None:
        super().__init__()
        self._parts, self._preview = parts, preview
        self._hows: dict[How, QRadioButton] = {}
        self._finished: dict[str, tuple[ChoiceBox, Field]] = {}
        self._prefer: ChoiceBox | None = None
        self._details: ChoiceBox | None = None
        self._answers: AnswerChoices | None = None
        self.first: QWidget | None = None
        #: Where something has to be said yet.
        self.missing: Field | None = None
        self._column = QVBoxLayout(self)
        spaced(self._column, 0, gap=parts.theme.px(12))
        self._merging = QWidget()
        if preview.known:
            self._ask_how()
            self._ask_answers()
            self._turned()

    # -- asking

    def _ask_how(self) -> None:
        t, px = self._parts.t, self._parts.theme.px
        self._column.addWidget(label(t("What shall be done?"), "strong"))
        group = QButtonGroup(self)
        for how, name, words in (
            (
                How.MERGE,
                t("&Merge the answers"),
                t("Both logs are kept; where two answers differ, one of them holds."),
            ),
            (
                How.COPY,
                t("&Add it as a copy"),
                t("A company of its own, whose name is marked. What is here stays as it is."),
            ),
            (
                How.REPLACE,
                t("&Replace what is here"),
                t("A backup is made first. Then the company is as it is in the package."),
            ),
        ):
            choice = QRadioButton(name)
            choice.setAccessibleDescription(words)
            group.addButton(choice)
            below = label(words, "small", wrap=True)
            below.setIndent(px(28))
            pair = QVBoxLayout()
            spaced(pair, 0, gap=px(2))
            pair.addWidget(choice)
            pair.addWidget(below)
            self._column.addLayout(pair)
            self._hows[how] = choice
        mergeable = all(one.same_questionnaire for one in self._preview.assessments)
        self._hows[How.MERGE].setEnabled(mergeable)
        start = self._hows[How.MERGE if mergeable else How.COPY]
        start.setChecked(True)
        self.first = start
        group.buttonToggled.connect(lambda *_: self._turned())

    def _ask_answers(self) -> None:
        t, px = self._parts.t, self._parts.theme.px
        column = QVBoxLayout(self._merging)
        spaced(column, 0, px(4), 0, 0, gap=px(12))
        open_ = [one for one in self._preview.assessments if not one.to_be_chosen]
        for compared in self._preview.assessments:
            if compared.to_be_chosen:
                column.addWidget(self._ask_finished(compared))
        answers, roadmap = any(one.differing for one in open_), self._preview.roadmap.differing
        if answers or roadmap:
            self._prefer = ChoiceBox(self._parts.theme)
            for prefer, words in (
                (Prefer.LATER, t("The later one holds")),
                (Prefer.MINE, t("The one here holds")),
                (Prefer.THEIRS, t("The one in the package holds")),
            ):
                self._prefer.addItem(words, prefer)
            name = t("Where t&wo entries differ") if roadmap else t("Where t&wo answers differ")
            column.addWidget(self._field(name, self._prefer))
        if answers and self._prefer is not None:
            self._answers = AnswerChoices(self._parts, self._preview, open_)
            self._prefer.currentIndexChanged.connect(self._preferred)
            column.addWidget(self._answers)
        if self._preview.details:
            self._details = ChoiceBox(self._parts.theme)
            self._details.addItem(t("As they are here"), Side.HERE)
            self._details.addItem(t("As they are in the package"), Side.THERE)
            column.addWidget(self._field(t("&Details of the company"), self._details))
        self._column.addWidget(self._merging)

    def _ask_finished(self, compared: Compared) -> Field:
        """A finished assessment never just changes: nothing is chosen beforehand."""
        t = self._parts.t
        box = ChoiceBox(self._parts.theme)
        for words, side in (
            (t("Please choose"), None),
            (t("Stays as it is here"), Side.HERE),
            (t("Becomes what it is in the package"), Side.THERE),
        ):
            box.addItem(words, side)
        hint = t("It is signed off: it changes only if you say so.")
        if compared.signed_here or compared.signed_there:
            hint += " " + t(
                "If it becomes what it is in the package, the revisions of both sides can still be"
                " read."
            )
        field = self._field(title_words(compared, t), box, hint)
        self._finished[compared.id] = (box, field)
        box.currentIndexChanged.connect(lambda _: field.complain(""))
        return field

    def _field(self, name: str, box: ChoiceBox, hint: str = "") -> Field:
        field = Field(self._parts.theme, name, box, hint)
        field.setMaximumWidth(self._parts.theme.px(480))
        return field

    def _turned(self) -> None:
        self._merging.setVisible(self._how() is How.MERGE)
        one_tab_stop(list(self._hows.values()))

    def _preferred(self) -> None:
        if self._answers is not None and self._prefer is not None:
            self._answers.prefer(Prefer(self._prefer.currentData()))

    # -- what was chosen

    def _how(self) -> How:
        return next((how for how, one in self._hows.items() if one.isChecked()), How.MERGE)

    def chosen(self) -> Choice | None:
        """What was chosen; None while something is missing, to which the keyboard is led."""
        if self._how() is not How.MERGE or not self._preview.known:
            return Choice(self._how())
        open_ = next(self._open(), None)
        if open_ is not None:
            box, self.missing = open_
            self.missing.complain(self._parts.t("Please say which one holds."))
            box.setFocus()
            return None
        return Choice(
            How.MERGE,
            Prefer.LATER if self._prefer is None else Prefer(self._prefer.currentData()),
            answers=self._answers.exceptions if self._answers else {},
            finished={key: Side(box.currentData()) for key, (box, _) in self._finished.items()},
            details=None if self._details is None else Side(self._details.currentData()),
        )

    def _open(self) -> Iterator[tuple[ChoiceBox, Field]]:
        return (pair for pair in self._finished.values() if pair[0].currentData() is None)
