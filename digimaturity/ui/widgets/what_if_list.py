"""All scores with a knob at each area: what if it stood at another level?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.questionnaire import Area, Dimension
from digimaturity.domain.responses import Responses
from digimaturity.domain.scoring import Scores
from digimaturity.domain.texts import text_in
from digimaturity.domain.what_if import what_if
from digimaturity.i18n import Translator
from digimaturity.ui.icons import put_icon
from digimaturity.ui.theme import Theme
from digimaturity.ui.widgets.area_slider import AreaSlider
from digimaturity.ui.widgets.basics import button, line, spaced, tip
from digimaturity.ui.widgets.moved_row import Moved, MovedRow

#: The button at the end of a row, and the gap before it (pixels at 100 %).
_BUTTON, _GAP = 26, 4


@dataclass(frozen=True, slots=True)
class _AreaRow:
    slider: AreaSlider
    back: QPushButton


class WhatIfList(QWidget):
    """`supposed` says that an area was moved; `levels` are those supposed, by area id.

    Nothing is recorded: the scores are worked out from the answers for this list alone.
    """

    supposed = Signal()

    def __init__(
        self,
        evaluation: Evaluation,
        responses: Responses,
        levels: Mapping[str, int],
        theme: Theme,
        t: Translator,
    ) -> None:
        super().__init__()
        self._evaluation, self._responses = evaluation, responses
        self._theme, self._t = theme, t
        known = {area.id for area in evaluation.questionnaire.areas}
        self.levels = {key: level for key, level in levels.items() if key in known}
        self.scores = self._supposed_scores()
        column = QVBoxLayout(self)
        spaced(column, 0)
        column.addWidget(line())
        self._whole = MovedRow(theme, t, self._overall())
        column.addLayout(self._fixed_row(self._whole))
        self._dimensions: dict[str, MovedRow] = {}
        self._areas: dict[str, _AreaRow] = {}
        for dimension in evaluation.questionnaire.dimensions:
            moving = MovedRow(theme, t, self._dimension(dimension))
            self._dimensions[dimension.id] = moving
            column.addLayout(self._fixed_row(moving))
            for area in dimension.areas:
                column.addLayout(self._area_row(area))

    def reset(self) -> None:
        """Everything as it was answered."""
        self.levels.clear()
        self._show()

    def first(self) -> AreaSlider | None:
        """The first area that can be moved."""
        rows = [row.slider for row in self._areas.values() if row.slider.isEnabled()]
        return rows[0] if rows else None

    def _suppose(self, area: str, level: int | None) -> None:
        self.levels.pop(area, None)
        if level is not None:
            self.levels[area] = level
        self._show()

    def _go_back(self, area: str) -> None:
        self._areas[area].slider.setFocus(Qt.FocusReason.OtherFocusReason)
        self._suppose(area, None)

    def _show(self) -> None:
        self.scores = self._supposed_scores()
        self._whole.show_moved(self._overall())
        for dimension in self._evaluation.questionnaire.dimensions:
            self._dimensions[dimension.id].show_moved(self._dimension(dimension))
            for area in dimension.areas:
                row, level = self._areas[area.id], self.levels.get(area.id)
                row.slider.show_moved(self._area(area), level)
                row.back.setVisible(level is not None)
        self.supposed.emit()

    def _supposed_scores(self) -> Scores:
        found = self._evaluation
        return what_if(found.questionnaire, self._responses, found.questions, self.levels)

    def _pass(self, area: str, down: int) -> None:
        keys = [key for key, row in self._areas.items() if row.slider.isEnabled()]
        place = min(max(keys.index(area) + down, 0), len(keys) - 1)
        self._areas[keys[place]].slider.setFocus(Qt.FocusReason.TabFocusReason)

    # -- rows

    def _fixed_row(self, moving: MovedRow) -> QHBoxLayout:
        """What has no button ends where the others do."""
        row = QHBoxLayout()
        spaced(row, 0)
        row.addWidget(moving, stretch=1)
        row.addSpacing(self._theme.px(_BUTTON + _GAP))
        return row

    def _area_row(self, area: Area) -> QHBoxLayout:
        t, px, level = self._t, self._theme.px, self.levels.get(area.id)
        slider = AreaSlider(self._theme, t, self._area(area), level)
        slider.supposed.connect(partial(self._suppose, area.id))
        slider.passed.connect(partial(self._pass, area.id))
        back = button("", partial(self._go_back, area.id), "icon")
        back.setFixedSize(px(_BUTTON), px(_BUTTON))
        put_icon(back, "undo-2", self._theme.colour("secondary"), px(14))
        name = t("{name} as answered", name=text_in(area.name, t.language))
        back.setAccessibleName(name)
        back.setToolTip(tip(t("{what} (Backspace)", what=name)))
        policy = back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        back.setSizePolicy(policy)
        if level is None:
            back.hide()
        row = QHBoxLayout()
        spaced(row, 0, gap=px(_GAP))
        row.addWidget(slider, stretch=1)
        row.addWidget(back)
        self._areas[area.id] = _AreaRow(slider, back)
        return row

    def _overall(self) -> Moved:
        before, after = self._evaluation.overall, self.scores.overall
        name, colour = self._t("Overall score"), self._theme.colours.accent
        return Moved(name, before, after, colour, strong=True)

    def _dimension(self, dimension: Dimension) -> Moved:
        place = self._evaluation.questionnaire.dimensions.index(dimension)
        return Moved(
            text_in(dimension.name, self._t.language),
            self._evaluation.scores.dimensions[dimension.id],
            self.scores.dimensions[dimension.id],
            self._theme.colours.dimension(dimension.id, place),
            strong=True,
        )

    def _area(self, area: Area) -> Moved:
        dimension = self._evaluation.questionnaire.dimension_of[area.id]
        place = self._evaluation.questionnaire.dimensions.index(dimension)
        return Moved(
            text_in(area.name, self._t.language),
            self._evaluation.scores.areas[area.id],
            self.scores.areas[area.id],
            self._theme.colours.dimension(dimension.id, place),
        )
