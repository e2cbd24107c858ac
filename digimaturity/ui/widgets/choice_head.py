"""What was decided about a measure, what follows in the plan, and the buttons to decide."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from digimaturity.domain.roadmap.deciding import Choice, Standing, built_on, lacking
from digimaturity.report.roadmap_words import quarter_words, reason_words, span_words, state_names
from digimaturity.report.wording import Wording
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, spaced
from digimaturity.ui.widgets.flow import Flow


@dataclass(frozen=True, slots=True)
class Deciding:
    """What the buttons do with the measures of these ids; `adapt` and `edit` with one."""

    accept: Callable[[Sequence[str]], object]
    decline: Callable[[Sequence[str]], object]
    reopen: Callable[[Sequence[str]], object]
    adapt: Callable[[str], object]
    edit: Callable[[str], object]


class ChoiceHead(QWidget):
    """Of one measure; `found` are all that there are."""

    def __init__(
        self, parts: Parts, w: Wording, choice: Choice, found: Sequence[Choice], do: Deciding
    ) -> None:
        super().__init__()
        self._parts, self._w, self._choice, self._found, self._do = parts, w, choice, found, do
        px = parts.theme.px
        column = QVBoxLayout(self)
        spaced(column, 0, px(4), 0, px(8), gap=px(8))
        for words, kind in self._said():
            column.addWidget(label(words, kind, wrap=True))
        for words in notices(w, choice, found):
            column.addWidget(label(words, "secondary", wrap=True))
        flow = Flow(px(8))
        spaced(flow, 0, gap=px(8))
        self.ways = list(self._buttons()) if parts.session.plannable else []
        for way in self.ways:
            flow.addWidget(way)
        column.addLayout(flow)

    def _said(self) -> Iterator[tuple[str, str]]:
        t, decision, standing = self._w.t, self._choice.task.decision, self._choice.standing
        if standing is Standing.OPEN:
            return
        day = decision.decided
        words = {
            Standing.ACCEPTED: t("Accepted on {day}", day=t.date(day)) if day else t("Accepted"),
            Standing.DECLINED: t("Declined on {day}", day=t.date(day)) if day else t("Declined"),
        }[standing]
        yield words, "strong"
        if decision.reason:
            yield decision.reason, ""
        if standing is Standing.ACCEPTED:
            yield from self._planned()
            if not self._choice.task.effort.total:
                yield t("It takes nobody’s time so far: say how many days it needs."), ""
            if decision.owner:
                yield t("Responsible: {name}", name=decision.owner), ""
            if self._choice.candidate is None and self._choice.task.own is None:
                yield t("The answers do not call for it any more."), "secondary"

    def _planned(self) -> Iterator[tuple[str, str]]:
        """When it is planned, why it does not fit, why it does not begin when it was wished."""
        w, task, roadmap = self._w, self._choice.task, self._w.context.roadmap
        if self._choice.fixed:
            yield state_names(w.t)[task.decision.state], ""
        elif roadmap is not None and roadmap.plan is not None:
            plan, measures = roadmap.plan, w.evaluation.questionnaire.measures
            if task.id in plan.starts:
                first = roadmap.posed.first.plus(plan.starts[task.id])
                span = span_words(w.t, first, first.plus(task.quarters - 1))
                yield w.t("Planned: {span}", span=span), ""
            elif task.id in plan.left_out:
                reason = reason_words(roadmap, plan.left_out[task.id], w.t, measures)
                yield w.t("It does not fit: {reason}", reason=reason), ""
            if task.id in plan.unheld and task.decision.start is not None:
                reason = reason_words(roadmap, plan.unheld[task.id], w.t, measures)
                quarter = quarter_words(w.t, task.decision.start)
                yield w.t("Not in {quarter}: {reason}", quarter=quarter, reason=reason), ""

    def _buttons(self) -> Iterator[QPushButton]:
        t, do, choice = self._w.t, self._do, self._choice
        this = (choice.id,)
        if choice.standing is not Standing.ACCEPTED:
            yield button(t("Accept"), partial(do.accept, this), "primary")
        elif lacking(self._found, this):
            words = t("Accept what it builds on …")
            yield button(words, partial(do.accept, this), "primary")
        if choice.standing is not Standing.DECLINED:
            own = choice.task.own is not None  # its days and cost are changed in its own form
            name = t("Who and when …") if own else t("Adapt …")
            yield button(name, partial(do.adapt, choice.id))
        if choice.task.own is not None:
            yield button(t("Change …"), partial(do.edit, choice.id))
        if choice.fixed:
            return
        if choice.standing is not Standing.DECLINED:
            yield button(t("Decline …"), partial(do.decline, this))
        if choice.standing is not Standing.OPEN and choice.task.own is None:
            yield button(t("Take back"), partial(do.reopen, this))


def notices(w: Wording, choice: Choice, found: Sequence[Choice]) -> list[str]:
    """What it builds on that is not accepted, and what builds on it."""
    titles = {one.id: w.text(one.task.measure.title) for one in found}
    said = []
    lacks = lacking(found, [choice.id])
    if lacks:
        names = w.listed([w.t("“{name}”", name=titles[key]) for key in lacks])
        said.append(
            w.t.plural(
                "It builds on {names}, which is not accepted.",
                "It builds on {names}, which are not accepted.",
                len(lacks),
                names=names,
            )
        )
    later = built_on(found, choice.id)
    if later:
        names = w.listed([w.t("“{name}”", name=titles[key]) for key in later])
        said.append(
            w.t.plural(
                "{names} is accepted and builds on it.",
                "{names} are accepted and build on it.",
                len(later),
                names=names,
            )
        )
    return said
