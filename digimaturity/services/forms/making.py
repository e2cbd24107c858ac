"""Words a form for one person, in one language, from that person's viewpoint."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from digimaturity.authoring.paper.conditions import ConditionWords, unit_words, worded_questions
from digimaturity.domain.questionnaire import (
    Area,
    Dimension,
    Kind,
    Question,
    Questionnaire,
)
from digimaturity.domain.texts import Localized, text_in
from digimaturity.i18n import Translator
from digimaturity.report.decision_words import holder_names, part_names
from digimaturity.report.model.parts import Hue
from digimaturity.report.viewpoint_words import viewpoint_names
from digimaturity.services.forms.identity import Identity
from digimaturity.services.forms.model import Choice, Form, Grid, Item, Section


def form_of(
    questionnaire: Questionnaire, identity: Identity, company: str, person: str, t: Translator
) -> Form:
    """The form as data, in the language of `t`. Pure: the same input gives an equal form."""
    return _Words(questionnaire, identity, t).form(company, person)


@dataclass(frozen=True)
class _Words:
    questionnaire: Questionnaire
    identity: Identity
    t: Translator

    def form(self, company: str, person: str) -> Form:
        asked = self.questionnaire
        return Form(
            self.identity,
            self.text(asked.name),
            company,
            person,
            viewpoint_names(self.t)[self.identity.viewpoint],
            tuple(self.text(name) for name in asked.level_names),
            tuple(section for section in self._sections() if section.items),
            self._grid() if asked.decisions else None,
        )

    def text(self, texts: Localized) -> str:
        return text_in(texts, self.t.language).strip()

    # -- sections ------------------------------------------------------------------------------

    def _sections(self) -> Iterator[Section]:
        t, asked = self.t, self.questionnaire
        for place, dimension in enumerate(asked.dimensions):
            for area in dimension.areas:
                yield self._area(area, dimension, place)
        strategy = [element.question for element in asked.strategy]
        yield Section("+strategy", t("The strategy in detail"), "", self._items(strategy))
        plans = [plan.question for plan in asked.plans]
        about = t("What the firm intends. This does not count in the readiness score.")
        yield Section("+plans", t("What is planned"), about, self._items(plans))
        about = t(
            "Plain facts, as statistical offices ask for them. They show where your firm stands"
            " among similar firms, and do not count in the readiness score."
        )
        yield Section("+facts", t("Technology facts"), about, self._items(asked.facts))

    def _area(self, area: Area, dimension: Dimension, place: int) -> Section:
        return Section(
            area.id,
            self.text(area.name),
            self.text(area.about),
            self._items(area.questions),
            self.text(dimension.name),
            Hue(dimension.id, place),
        )

    def _grid(self) -> Grid:
        t, parts, holders = self.t, part_names(self.t), holder_names(self.t)
        return Grid(
            t("Who decides"),
            t(
                "For each kind of decision tick one box in each column. There is no right answer."
                " What management decides without IT counts with the departments."
            ),
            tuple(Choice(part.value, name) for part, name in parts.items()),
            tuple(Choice(one.id, self.text(one.name)) for one in self.questionnaire.decisions),
            tuple(Choice(holder.value, name) for holder, name in holders.items()),
        )

    # -- questions -----------------------------------------------------------------------------

    def _items(self, questions: Iterable[Question]) -> tuple[Item, ...]:
        return tuple(self._item(question) for question in self._asked(questions))

    def _asked(self, questions: Iterable[Question]) -> Sequence[Question]:
        """Those that this viewpoint is asked."""
        return [one for one in questions if self.identity.viewpoint in one.viewpoints]

    def _item(self, question: Question) -> Item:
        condition = question.show_if
        return Item(
            question.id,
            self._numbers[question.id],
            question.kind,
            self.text(question.wordings.get(self.identity.viewpoint) or question.text),
            self.text(question.why),
            self.text(question.evidence),
            tuple(self._choices(question)),
            question.may_not_apply,
            unit_words(question.unit, self.t),
            question.minimum,
            question.maximum,
            condition,
            self._conditions.note(condition) if condition else "",
            comment=question.scored,
        )

    def _choices(self, question: Question) -> Iterator[Choice]:
        if question.kind is Kind.YES_NO:
            yield from (Choice("yes", self.t("Yes")), Choice("no", self.t("No")))
        for place, level in enumerate(question.levels, start=1):
            yield Choice(str(place), self.text(level))
        for option in question.options:
            yield Choice(option.id, self.text(option.text))

    @cached_property
    def _numbers(self) -> dict[str, str]:
        """The number of each question that is asked, in the order of the form."""
        asked = self.questionnaire
        order = (
            *asked.rated_questions,
            *(element.question for element in asked.strategy),
            *(plan.question for plan in asked.plans),
            *asked.facts,
        )
        return {one.id: str(n) for n, one in enumerate(self._asked(order), start=1)}

    @cached_property
    def _conditions(self) -> ConditionWords:
        """Conditions by number; one on a question that this viewpoint is not asked names it."""
        questions = worded_questions(self.questionnaire, self.t)
        elsewhere = {key: f"“{self.text(one.text)}”" for key, one in questions.items()}
        return ConditionWords(questions, {**elsewhere, **self._numbers}, self.t)
