"""Words a questionnaire on paper, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from digimaturity.authoring.paper.conditions import ConditionWords, unit_words, worded_questions
from digimaturity.authoring.paper.model import Choice, Front, Grid, Item, Pages, Paper, Section
from digimaturity.domain.questionnaire import (
    Area,
    Dimension,
    Kind,
    Part,
    Question,
    Questionnaire,
    decision_questions,
)
from digimaturity.domain.texts import Localized, text_in
from digimaturity.i18n import Translator
from digimaturity.report.decision_words import holder_names, part_names
from digimaturity.report.model.parts import Chapter, Hue, Labelled
from digimaturity.report.model.report import Running
from digimaturity.report.viewpoint_words import viewpoint_names

#: Empty lines for a text in one's own words.
_LINES = 3


def build_paper(questionnaire: Questionnaire, t: Translator, day: date) -> Paper:
    """The questionnaire as data. Pure: the same input gives an equal paper."""
    return _Words(questionnaire, t).paper(day)


@dataclass(frozen=True)
class _Words:
    questionnaire: Questionnaire
    t: Translator

    def paper(self, day: date) -> Paper:
        t, name = self.t, self.text(self.questionnaire.name)
        foot = t("Questionnaire {id}, version {version}", **self._identity())
        return Paper(
            language=t.language,
            title=t("{name}: questionnaire on paper", name=name),
            author=name,
            subject=foot,
            day=day,
            running=Running(name, "", foot, t("{page} of {pages}")),
            front=self._front(name),
            chapters=tuple(self._chapters()),
        )

    def text(self, texts: Localized) -> str:
        return text_in(texts, self.t.language).strip()

    def _identity(self) -> dict[str, str]:
        return {"id": self.questionnaire.id, "version": self.questionnaire.version}

    def _front(self, name: str) -> Front:
        t = self.t
        levels = " · ".join(
            f"{place} {self.text(level)}"
            for place, level in enumerate(self.questionnaire.level_names, start=1)
        )
        return Front(
            Chapter("front", t("About you"), name),
            t(
                "This is the questionnaire on paper, for a conversation or for reading it first. "
                "The answers are entered in the application afterwards, and evaluated there."
            ),
            (t("Company"), t("Name"), t("Employees"), t("Date")),
            t("You answer for"),
            tuple(viewpoint_names(self.t).values()),
            t("How to answer"),
            (
                Labelled(
                    t("Levels"),
                    t(
                        "Tick the highest level of which every word is true today. What is planned "
                        "does not count. The levels are: {levels}.",
                        levels=levels,
                    ),
                ),
                Labelled(
                    t("Don’t know"),
                    t(
                        "Tick it rather than guess. It lowers no score; it shows where to look "
                        "for an answer."
                    ),
                ),
                Labelled(
                    t("Not applicable"),
                    t("Where it can be ticked, and the question does not fit your firm."),
                ),
                Labelled(
                    t("Comment"),
                    t("What explains the answer, or where it can be looked up."),
                ),
            ),
            t("Contents"),
        )

    # -- chapters ------------------------------------------------------------------------------

    def _chapters(self) -> Iterator[Pages]:
        t, asked = self.t, self.questionnaire
        for place, dimension in enumerate(asked.dimensions):
            yield self._dimension(dimension, place)
        if asked.strategy:
            about = t(
                "How good is the strategy? These answers do not count in the readiness score."
            )
            followups = [element.question for element in asked.strategy]
            yield self._plain("strategy", t("The strategy in detail"), about, followups)
        if asked.decisions:
            yield self._decisions()
        if asked.facts:
            about = t(
                "Plain facts, as statistical offices ask for them. They show where your firm stands"
                " among similar firms, and do not count in the readiness score."
            )
            yield self._plain("facts", t("Technology facts"), about, asked.facts)

    def _dimension(self, dimension: Dimension, place: int) -> Pages:
        name = self.text(dimension.name)
        return Pages(
            Chapter(f"dimension.{dimension.id}", name, name),
            self.text(dimension.about),
            Hue(dimension.id, place),
            tuple(self._area(area) for area in dimension.areas),
        )

    def _area(self, area: Area) -> Section:
        plans = [plan.question for plan in self.questionnaire.plans if plan.area == area.id]
        rated = tuple(self._item(question) for question in area.questions)
        unscored = self.t("This answer does not count in the score.")
        intended = tuple(self._item(question, unscored) for question in plans)
        return Section(
            f"area.{area.id}", self.text(area.name), self.text(area.about), rated + intended
        )

    def _plain(self, key: str, name: str, about: str, questions: Sequence[Question]) -> Pages:
        items = tuple(self._item(question) for question in questions)
        return Pages(Chapter(key, name, name), about, None, (Section("", "", "", items),))

    def _decisions(self) -> Pages:
        t = self.t
        name = t("Who decides")
        rows = tuple(
            (self._numbers[f"{decision.id}.{Part.DECIDES}"], self.text(decision.name))
            for decision in self.questionnaire.decisions
        )
        about = t(
            "For each kind of decision tick one box in each column. There is no right answer."
            " What management decides without IT counts with the departments."
        )
        grid = Grid(tuple(part_names(t).values()), rows, tuple(holder_names(t).values()))
        return Pages(Chapter("decisions", name, name), about, grid=grid)

    # -- questions -----------------------------------------------------------------------------

    def _item(self, question: Question, *notes: str) -> Item:
        t, kind = self.t, question.kind
        choices = tuple(self._choices(question))
        beside = [t("Yes"), t("No")] if kind is Kind.YES_NO else []
        if kind is not Kind.TEXT:
            beside.append(t("Don’t know"))
        if question.may_not_apply:
            beside.append(t("Not applicable"))
        return Item(
            self._numbers[question.id],
            self.text(question.text),
            (
                *self._notes(question),
                *(Labelled("", note) for note in notes),
                *self._help(question),
            ),
            choices,
            tuple(beside),
            kind is Kind.MANY_OF,
            unit_words(question.unit, self.t) if kind is Kind.NUMBER else None,
            _LINES if kind is Kind.TEXT else 0,
            t("Comment") if question.scored else "",
        )

    def _choices(self, question: Question) -> Iterator[Choice]:
        for place, level in enumerate(question.levels, start=1):
            yield Choice(str(place), self.text(level))
        for option in question.options:
            yield Choice("", self.text(option.text))

    def _notes(self, question: Question) -> Iterator[Labelled]:
        t, names = self.t, viewpoint_names(self.t)
        if question.show_if is not None:
            yield Labelled("", self._conditions.note(question.show_if))
        if len(question.viewpoints) < len(names):
            asked = ", ".join(names[viewpoint] for viewpoint in question.viewpoints)
            yield Labelled("", t("Only for: {viewpoints}.", viewpoints=asked))
        for viewpoint, wording in question.wordings.items():
            yield Labelled(names[viewpoint], self.text(wording))
        if question.kind is Kind.MANY_OF:
            yield Labelled("", t("Tick everything that is true."))

    def _help(self, question: Question) -> Iterator[Labelled]:
        t = self.t
        if why := self.text(question.why):
            yield Labelled(t("Why this matters"), why)
        if evidence := self.text(question.evidence):
            yield Labelled(t("What to look at"), evidence)

    @cached_property
    def _numbers(self) -> dict[str, str]:
        """The number of each question as it comes on the paper; a decision has one for all four."""
        asked = self.questionnaire
        groups: list[list[str]] = []
        for area in asked.areas:
            groups += [[question.id] for question in area.questions]
            groups += [[plan.question.id] for plan in asked.plans if plan.area == area.id]
        groups += [[element.question.id] for element in asked.strategy]
        groups += [[q.id for q in decision_questions(each)] for each in asked.decisions]
        groups += [[fact.id] for fact in asked.facts]
        return {key: str(number) for number, keys in enumerate(groups, start=1) for key in keys}

    @cached_property
    def _conditions(self) -> ConditionWords:
        questions = worded_questions(self.questionnaire, self.t)
        return ConditionWords(questions, self._numbers, self.t)
