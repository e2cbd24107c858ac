"""Where the viewpoints see different firms: the widest gap in words, and all areas as a chart."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.viewpoints import Together
from digimaturity.i18n import Translator
from digimaturity.report.model.parts import Labelled
from digimaturity.report.model.viewpoints import GapChart
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.asking import Asking
from digimaturity.ui.widgets.basics import button, label, plain, spaced
from digimaturity.ui.widgets.fold import Fold, FoldPart
from digimaturity.ui.widgets.gap_rows import GapRows
from digimaturity.ui.widgets.together_box import TogetherBox

#: Longer lines are hard to read; a choice is no wider than this (pixels at 100 %).
_COLUMN, _FIELD = 640, 440


@dataclass(frozen=True, slots=True)
class Told:
    """Which viewpoints there are, which of them are told as one, and whether that can be chosen."""

    present: tuple[Viewpoint, ...]
    together: Together
    enabled: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """What is shown of the viewpoints.

    `keys` are the areas of the chart, `questions` how many can be compared. `told` is None where
    nobody chooses how viewpoints are told.
    """

    statement: str
    intro: str
    areas: GapChart | None
    keys: tuple[str, ...]
    questions: int
    notes: tuple[Labelled, ...]
    told: Told | None


class ViewpointsBox(QWidget):
    """`all_questions` words the chart of the questions, with their ids, when it is asked for."""

    def __init__(
        self,
        seen: Seen,
        theme: Theme,
        t: Translator,
        asking: Asking,
        all_questions: Callable[[], tuple[GapChart, tuple[str, ...]]],
    ) -> None:
        super().__init__()
        self._theme, self._t, self._asking = theme, t, asking
        self._all = all_questions
        self.together: TogetherBox | None = None
        self._column = QVBoxLayout(self)
        spaced(self._column, 0, gap=theme.px(8))
        self._say(t("Viewpoints"), "large")
        self._say(seen.statement, "strong")
        self._say(seen.intro, "secondary")
        for note in seen.notes:
            self._say(f"{note.label}: {note.text}", "small")
        if seen.told is not None:
            self.together = together_box(seen.told, theme, t)
            self._column.addWidget(self.together)
        if seen.areas is not None:
            self._column.addSpacing(theme.px(4))
            self._say(seen.areas.statement, "strong")
            self._say(seen.areas.note, "small")
            self._column.addWidget(self._rows(seen.areas, seen.keys, "gap"))
        self._column.addWidget(how_link(t("Gaps between viewpoints"), "gaps", t, asking))
        title = t.plural("One question compared", "All {n} questions compared", seen.questions)
        self._column.addWidget(Fold(theme, title, self._questions))

    def _say(self, words: str, kind: str) -> None:
        if words:
            made = label(words, kind, wrap=True)
            made.setMaximumWidth(self._theme.px(_COLUMN))
            self._column.addWidget(made)

    def _rows(self, part: GapChart, keys: tuple[str, ...], kind: str) -> GapRows:
        rows = GapRows(part, keys, self._theme)
        rows.chosen.connect(lambda key: self._asking.show(f"{kind} {key}"))
        for key, row in rows.rows.items():
            self._asking.by(row, f"{kind} {key}")
        return rows

    def _questions(self) -> Iterable[FoldPart]:
        part, keys = self._all()
        return [(part.statement, [self._rows(part, keys, "talk")])]


@dataclass(frozen=True, slots=True)
class Lacking:
    """Why nothing is told of viewpoints, and how to change that."""

    words: str
    told: Told | None


class LackingBox(QWidget):
    """One line, and the way to those who take part."""

    def __init__(
        self,
        piece: Lacking,
        theme: Theme,
        t: Translator,
        tell: Callable[[Together], None],
        people: Callable[[], None],
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        spaced(column, 0, gap=theme.px(4))
        words = label(piece.words, "secondary", wrap=True)
        words.setMaximumWidth(theme.px(_COLUMN))
        column.addWidget(words)
        if piece.told is None:
            column.addWidget(button(t("Who takes part"), people, "link"))
        else:
            box = together_box(piece.told, theme, t)
            box.chosen.connect(tell)
            column.addWidget(box)


def together_box(told: Told, theme: Theme, t: Translator) -> TogetherBox:
    """The choice of which viewpoints are told as one."""
    made = TogetherBox(t("&Viewpoints are told"), told.present, told.together, theme, t)
    made.setMaximumWidth(theme.px(_FIELD))
    made.setEnabled(told.enabled)
    return made


def how_link(what: str, key: str, t: Translator, asking: Asking) -> QWidget:
    """The way to how something is computed."""
    words = t("How is this computed?")
    link = button(plain(words), lambda: asking.show(key), "link", small=True)
    link.setAccessibleName(f"{words} {what}")
    asking.by(link, key)
    return link
