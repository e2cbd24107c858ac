"""Other names for firms and people, for screens that others look at and for what is exported then.

Countries, sectors and sizes stay, since comparisons rest on them. What somebody wrote freely, in
comments, as evidence or as an answer, may name anybody: it is left out, for no rule finds every
name in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Answer, Answers, Respondent, Responses
from digimaturity.i18n import Translator
from digimaturity.services.workspace import Workspace
from digimaturity.store.records import AssessmentRecord, CompanyRecord

if TYPE_CHECKING:
    from digimaturity.domain.roadmap.book import PlanBook
    from digimaturity.report.wording import ReportOptions

__all__ = ["Aliases", "aliases_of"]


@dataclass(frozen=True, slots=True)
class Aliases:
    """Whom the user sees under which name; `numbers` are those of the companies by their ids."""

    numbers: Mapping[str, int]
    t: Translator

    def name(self, company: str) -> str:
        """What a company is called, by its id; one that is not saved yet comes after all others."""
        number = self.numbers.get(company, len(self.numbers) + 1)
        return self.t("Company {n}", n=number)

    def company(self, record: CompanyRecord) -> CompanyRecord:
        """A company as it is shown."""
        return replace(record, name=self.name(record.id), contact="", notes="")

    def assessment(self, record: AssessmentRecord) -> AssessmentRecord:
        """An assessment as it is shown."""
        kept = record.kept and replace(record.kept, name=self.name(record.company))
        return replace(record, respondents=self.people(record.respondents), kept=kept)

    def responses(self, responses: Responses) -> Responses:
        """What was said, without what was written freely."""
        said = {who: _plain(answers) for who, answers in responses.answers.items()}
        people = self.people(responses.respondents)
        return replace(responses, respondents=people, answers=said, reasons={}, parked={})

    def options(self, options: ReportOptions, *, own: bool) -> ReportOptions:
        """What is chosen for a report, without foreword; an `own` one names no sender either."""
        if own:
            options = replace(options, mentor="", organisation="", logo=b"")
        return replace(options, foreword="")

    def book(self, book: PlanBook) -> PlanBook:
        """What was put down for the roadmap, without names of people, projects and systems."""
        from digimaturity.services.alias_book import hidden

        return hidden(book, self.t)

    def people(self, respondents: tuple[Respondent, ...]) -> tuple[Respondent, ...]:
        """Those who take part, numbered where several have one viewpoint."""
        several = Counter(one.viewpoint for one in respondents)
        seen: Counter[Viewpoint] = Counter()
        named = []
        for one in respondents:
            seen[one.viewpoint] += 1
            alone = several[one.viewpoint] == 1
            words = "" if alone else self.t("Person {n}", n=seen[one.viewpoint])
            named.append(replace(one, name=words))
        return tuple(named)


def aliases_of(workspace: Workspace, t: Translator) -> Aliases:
    """Other names for all companies of a workspace, in the order in which they were entered."""
    with workspace.reading() as stored:
        return Aliases(stored.companies.numbers(), t)


def _plain(answers: Answers) -> Answers:
    return {key: _without_words(answer) for key, answer in answers.items()}


def _without_words(answer: Answer) -> Answer:
    plain = replace(answer, comment="", evidence="")
    return replace(plain, value="…") if isinstance(answer.value, str) else plain
