"""Answers that differ between here and a client package, one by one, with the side that holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Question, Viewpoint
from digimaturity.domain.responses import Respondent
from digimaturity.domain.texts import text_in
from digimaturity.services.client_package.choosing import Prefer
from digimaturity.services.client_package.merging import Side, Spot, winner
from digimaturity.services.client_package.preview import Compared, Difference, Preview
from digimaturity.services.client_package.words import aspect_words, held_words
from digimaturity.ui.parts import Parts
from digimaturity.ui.people import respondent_name
from digimaturity.ui.widgets.basics import Paragraph, button, label, row_of, spaced
from digimaturity.ui.widgets.fold import Fold

#: So many are shown at a time.
_AT_ONCE = 20

_Key = tuple[str, Spot]


class _Said(Paragraph):
    """What was said, in as many lines as it needs; a click on it chooses it."""

    def __init__(self, text: str, choice: QRadioButton) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self._choice = choice

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """As if the button beside it were clicked."""
        self._choice.click()


class AnswerChoices(QWidget):
    """Folded away, since the rule above holds for all; `exceptions` are what was clicked."""

    def __init__(self, parts: Parts, preview: Preview, compared: Sequence[Compared]) -> None:
        super().__init__()
        self._parts, self._preview = parts, preview
        self._waiting = [(one.id, each) for one in compared for each in one.differing]
        self._prefer = Prefer.LATER
        self._rows: dict[_Key, tuple[Difference, dict[Side, QRadioButton]]] = {}
        self._people = self._respondents(compared)
        self.exceptions: Mapping[_Key, Side] = {}
        self._clicked: dict[_Key, Side] = {}
        column = QVBoxLayout(self)
        spaced(column, 0)
        title = parts.t.plural(
            "Answer by answer ({n})", "Answer by answer ({n})", len(self._waiting)
        )
        self.fold = Fold(parts.theme, title, self._content)
        column.addWidget(self.fold)

    def prefer(self, prefer: Prefer) -> None:
        """Follow another rule; what was clicked stays."""
        self._prefer = prefer
        for key, (difference, buttons) in self._rows.items():
            if key not in self._clicked:
                buttons[self._by_rule(difference)].setChecked(True)

    def _respondents(self, compared: Sequence[Compared]) -> Mapping[str, Respondent]:
        ids = {one.id for one in compared}
        return {
            person.id: Respondent(person.id, Viewpoint(person.viewpoint), person.name)
            for kept in self._preview.package.history.assessments
            if kept.id in ids
            for person in kept.people
        }

    def _content(self) -> Iterable[tuple[str, Iterable[QWidget]]]:
        inner = QWidget()
        self._list = QVBoxLayout(inner)
        spaced(self._list, 0, gap=self._parts.theme.px(12))
        t = self._parts.t
        self._more = button(t("Show m&ore"), self._show_more, "link", small=True)
        self._list.addLayout(row_of(self._more))
        self._show_more()
        return [("", [inner])]

    def _show_more(self) -> None:
        some, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        for assessment, difference in some:
            self._list.insertWidget(self._list.count() - 1, self._row(assessment, difference))
        self._more.setVisible(bool(self._waiting))

    def _row(self, assessment: str, difference: Difference) -> QWidget:
        t, px = self._parts.t, self._parts.theme.px
        row, key = QWidget(), (assessment, difference.spot)
        column = QVBoxLayout(row)
        spaced(column, 0, gap=px(2))
        person, question, aspect = difference.spot
        asked = self._asked(assessment)[question]
        column.addWidget(label(text_in(asked.text, t.language), wrap=True))
        who = t("Agreed on") if person is None else respondent_name(self._people[person], t)
        column.addWidget(
            label(" · ".join(filter(None, (who, aspect_words(aspect, t)))), "small", wrap=True)
        )
        group, lines = QButtonGroup(row), QGridLayout()
        spaced(lines, 0, gap=px(2))
        lines.setHorizontalSpacing(px(8))
        lines.setColumnStretch(1, 1)
        column.addLayout(lines)
        buttons: dict[Side, QRadioButton] = {}
        for side, held, words in (
            (Side.HERE, difference.here, t("Here")),
            (Side.THERE, difference.there, t("There")),
        ):
            said = held_words(asked, aspect, held, t)
            choice = QRadioButton(words)
            choice.setAccessibleName(f"{words}: {said}")
            group.addButton(choice)
            text = _Said(said, choice)
            text.setContentsMargins(0, px(2), 0, 0)  # on the line of the button's own words
            lines.addWidget(choice, len(buttons), 0, alignment=Qt.AlignmentFlag.AlignTop)
            lines.addWidget(text, len(buttons), 1)
            choice.clicked.connect(partial(self._choose, key, side))
            buttons[side] = choice
        buttons[self._clicked.get(key, self._by_rule(difference))].setChecked(True)
        self._rows[key] = (difference, buttons)
        return row

    def _asked(self, assessment: str) -> Mapping[str, Question]:
        package = self._preview.package
        kept = next(one for one in package.history.assessments if one.id == assessment)
        return package.asked[kept.questionnaire].by_id

    def _choose(self, key: _Key, side: Side, *_checked: bool) -> None:
        self._clicked[key] = side
        self.exceptions = dict(self._clicked)

    def _by_rule(self, difference: Difference) -> Side:
        match self._prefer:
            case Prefer.MINE:
                return Side.HERE
            case Prefer.THEIRS:
                return Side.THERE
        return winner(difference.here, difference.there)
