"""Entering a target: how high, why, agreed on when, and where the area stood that day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from digimaturity.domain.questionnaire import LEVELS
from digimaturity.domain.roadmap.items import Target
from digimaturity.domain.scoring import LEVEL_WIDTH, maturity_level
from digimaturity.report.wording import Wording
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, spaced
from digimaturity.ui.widgets.boxes import ChoiceBox, DayBox
from digimaturity.ui.widgets.flow import Flow
from digimaturity.ui.widgets.form import Field

#: Widths of the fields (pixels at 100 %), and how long a reason can be.
_POINTS, _LEVEL, _DAY, _REASON, _LONGEST = 96, 208, 168, 560, 500
_FULL = 100.0


@dataclass(frozen=True, slots=True)
class Typed:
    """A target as it is being typed; figures as they stand in their fields.

    `stood` is the exact baseline, which holds as long as nobody changes the rounded one.
    """

    points: str
    reason: str
    agreed: date
    baseline: str
    stood: float | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A suggested target: what the link says, its points, and its reason."""

    words: str
    points: float
    reason: str


@dataclass(frozen=True, slots=True)
class Handlers:
    """What is done with what was entered; `remove` is None where there is no target yet."""

    save: Callable[[Target], object]
    cancel: Callable[[], object]
    remove: Callable[[], object] | None = None


class TargetEditor(QWidget):
    """Enter saves, Escape leaves it as it was."""

    def __init__(
        self, parts: Parts, w: Wording, typed: Typed, offers: Sequence[Offer], do: Handlers
    ) -> None:
        super().__init__()
        self._parts, self._t, self._do, self._before = parts, parts.t, do, typed
        self._locale = QLocale(parts.t.language)
        t, px = parts.t, parts.theme.px
        self.points = self._line(typed.points, _POINTS)
        self._levels = self._level_box(w)
        self._reason = self._line(typed.reason, _REASON)
        self._day = DayBox(parts.theme, typed.agreed)
        self._baseline = self._line(typed.baseline, _POINTS)
        self._points_field = self._field(t("&Points"), self.points, _POINTS)
        self._baseline_field = self._field(t("Stood at &then"), self._baseline, 144)
        column = QVBoxLayout(self)
        spaced(column, px(6), px(8), 0, px(16), gap=px(12))
        column.addLayout(
            self._flow(
                self._points_field,
                self._field(t("&Level"), self._levels, _LEVEL),
                self._field(t("&Agreed on"), self._day, _DAY),
                self._baseline_field,
            )
        )
        if offers:
            column.addLayout(self._flow(*(self._offer(one) for one in offers)))
        hint = t("What the firm needs it for, and with whom it was agreed.")
        reason = Field(parts.theme, t("Why this &one"), self._reason, hint)
        reason.setMaximumWidth(px(_REASON))
        column.addWidget(reason)
        column.addLayout(self._ways())
        self.points.textChanged.connect(self._show_level)
        self._levels.activated.connect(self._take_level)
        self._show_level()

    def _line(self, text: str, width: int) -> QLineEdit:
        made = QLineEdit(text)
        made.setMaxLength(_LONGEST)
        made.returnPressed.connect(self.save)
        if width == _POINTS:
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
        return made

    def _field(self, name: str, field: QWidget, width: int) -> Field:
        made = Field(self._parts.theme, name, field)
        made.setFixedWidth(self._parts.theme.px(width))
        return made

    def _flow(self, *widgets: QWidget) -> Flow:
        px = self._parts.theme.px
        flow = Flow(px(16))
        spaced(flow, 0, gap=px(16))
        for widget in widgets:
            flow.addWidget(widget)
        return flow

    def _level_box(self, w: Wording) -> ChoiceBox:
        made = ChoiceBox(self._parts.theme)
        for level in range(1, LEVELS + 1):
            start = LEVEL_WIDTH * (level - 1)
            words = self._t("{level}, from {points}", level=w.level(level), points=start)
            made.addItem(words, start)
        return made

    def _offer(self, one: Offer) -> QWidget:
        made = button(one.words, partial(self._take_offer, one), "link", small=True)
        made.setToolTip(one.reason)
        made.setAccessibleDescription(one.reason)
        return made

    def _ways(self) -> Flow:
        t = self._t
        ways = [button(t("&Save"), self.save, "primary"), button(t("&Cancel"), self._do.cancel)]
        if self._do.remove is not None:
            ways.append(button(t("Re&move target"), self._do.remove, "danger"))
        return self._flow(*ways)

    # -- what is entered

    @property
    def typed(self) -> Typed:
        """As it stands in the fields."""
        points, reason = self.points.text(), self._reason.text()
        return replace(
            self._before,
            points=points,
            reason=reason,
            agreed=self._day.day,
            baseline=self._baseline.text(),
        )

    def save(self) -> None:
        """Take what was entered, or say what is wrong with it."""
        t = self._t
        score, baseline = self._number(self.points), self._stood()
        empty = not self._baseline.text().strip()
        wrong = t("Please enter a number between 0 and 100.")
        self._points_field.complain("" if score is not None else wrong)
        self._baseline_field.complain("" if baseline is not None or empty else wrong)
        if score is None:
            self.points.setFocus()
        elif baseline is None and not empty:
            self._baseline.setFocus()
        else:
            reason = self._reason.text().strip()
            self._do.save(Target(score, baseline, reason, self._day.day))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it."""
        if event.key() == Qt.Key.Key_Escape:
            self._do.cancel()
        else:
            super().keyPressEvent(event)

    def _number(self, field: QLineEdit) -> float | None:
        value, good = self._locale.toDouble(field.text().strip())
        return value if good and 0 <= value <= _FULL else None

    def _stood(self) -> float | None:
        unchanged = self._baseline.text() == self._before.baseline
        return self._before.stood if unchanged else self._number(self._baseline)

    def _show_level(self) -> None:
        score = self._number(self.points)
        self._levels.setCurrentIndex(-1 if score is None else maturity_level(score) - 1)

    def _take_level(self, place: int) -> None:
        self.points.setText(str(self._levels.itemData(place)))

    def _take_offer(self, one: Offer) -> None:
        self.points.setText(self._t.number(one.points))
        self._reason.setText(one.reason)
        self.points.setFocus()
