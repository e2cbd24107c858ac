"""The figure by which one sees whether it works: its aim, its values over time, one more value."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from digimaturity.charts.kpi_line import draw, height
from digimaturity.domain.roadmap.book import Entry, Part
from digimaturity.domain.roadmap.following import in_order
from digimaturity.domain.roadmap.items import FollowUp, KpiValue
from digimaturity.report.follow_up_words import figure_words, kpi_chart, kpi_of, kpi_words
from digimaturity.ui.widgets.basics import label
from digimaturity.ui.widgets.boxes import DayBox
from digimaturity.ui.widgets.chart import Chart
from digimaturity.ui.widgets.follow_section import Following, FollowSection, today

#: Widths (pixels at 100 %).
_VALUE, _UNIT, _DAY, _NOTE, _CHART = 112, 144, 168, 280, 560


class FollowFigures(FollowSection):
    """Enter in any field saves; a value that was typed becomes one more."""

    key = "figures"

    def __init__(self, what: Following) -> None:
        t, noted = what.parts.t, what.one.follow_up
        super().__init__(what, t("Figure"))
        kpi = kpi_of(t, what.one)
        self.column.addWidget(label(kpi or t("No KPI was named."), "secondary", wrap=True))
        self._show_values(noted)
        self._unit, self._aim = self.line(noted.unit), self.line(self.shown(noted.aim), right=True)
        self._day, self._value = DayBox(what.parts.theme, today()), self.line("", right=True)
        self._note = self.line("")
        self._aim_field = self.field(t("Aim"), self._aim, _VALUE)
        self._value_field = self.field(t("New value"), self._value, _VALUE)
        self.flow(self.field(t("Unit"), self._unit, _UNIT), self._aim_field)
        if not what.fixed:
            self.flow(
                self._value_field,
                self.field(t("Measured on"), self._day, _DAY),
                self.field(t("Note on it"), self._note, _NOTE),
            )
        self.way(t("Save the figure"))
        for name, field in (
            ("unit", self._unit),
            ("aim", self._aim),
            ("day", self._day),
            ("value", self._value),
            ("note", self._note),
        ):
            self.keep(name, field)

    def _show_values(self, noted: FollowUp) -> None:
        """The values as a line over time and one by one."""
        chart = kpi_chart(self.t, noted)
        if chart is None:
            return
        said = kpi_words(self.t, noted)
        picture = Chart(
            self.what.parts.theme, said, chart.words, height, lambda surface: draw(surface, chart)
        )
        picture.setMaximumWidth(self.px(_CHART))
        self.column.addWidget(label(said, wrap=True))
        if len(chart.points) > 1:
            self.column.addWidget(picture)
        for one in in_order(noted.values):
            figure = figure_words(self.t, one.value, noted.unit)
            words = " · ".join(part for part in (self.t.date(one.day), figure, one.note) if part)
            self.noted(words, partial(self._remove, one))

    def _remove(self, one: KpiValue) -> None:
        noted = self.what.one.follow_up
        left = list(noted.values)
        left.remove(one)
        self._put(replace(noted, values=tuple(left)))

    def _put(self, noted: FollowUp) -> None:
        self.put(Entry(Part.FOLLOW_UP, self.what.one.key, noted))

    def save(self) -> None:
        """Save unit and aim, and the value if one was typed."""
        t, noted = self.t, self.what.one.follow_up
        aim, value = self.number(self._aim), self.number(self._value)
        wrong = t("Please enter a number, or leave the field empty.")
        for field, given, around in (
            (self._value, value, self._value_field),
            (self._aim, aim, self._aim_field),
        ):
            bad = given is None and bool(field.text().strip())
            around.complain(wrong if bad else "")
            if bad:
                field.setFocus()
                return
        more: tuple[KpiValue, ...] = ()
        if value is not None:
            more = (KpiValue(self._day.day, value, self._note.text().strip()),)
        unit = self._unit.text().strip()
        self._put(replace(noted, unit=unit, aim=aim, values=(*noted.values, *more)))
