"""A questionnaire with every kind of question, and a workspace with one assessment of it."""

from dataclasses import dataclass, replace
from datetime import date

from digimaturity.domain.questionnaire import (
    Area,
    Decision,
    Dimension,
    Kind,
    Option,
    Question,
    Questionnaire,
    Viewpoint,
)
from digimaturity.packs import document_of, fingerprint_of
from digimaturity.services import assessments, companies
from digimaturity.services.workspace import Workspace

DAY = date(2026, 2, 24)


def small_questionnaire(name: str = "small") -> Questionnaire:
    """One area with three rated questions, five facts and a decision."""
    anchors = tuple({"en": f"level {level}"} for level in range(1, 6))
    questions = (
        Question("a.levels", Kind.LEVELS, {"en": "How?"}, levels=anchors),
        Question("a.may", Kind.LEVELS, {"en": "How?"}, levels=anchors, may_not_apply=True),
        Question("a.yes", Kind.YES_NO, {"en": "Is it?"}),
        Question(
            "a.many",
            Kind.MANY_OF,
            {"en": "Which?"},
            options=(Option("x", {"en": "X"}, 1), Option("y", {"en": "Y"}, 2)),
        ),
    )
    facts = (
        Question(
            "f.number", Kind.NUMBER, {"en": "How many?"}, minimum=0, maximum=100, unit="percent"
        ),
        Question("f.above", Kind.NUMBER, {"en": "How many?"}, minimum=0, unit="percent"),
        Question("f.below", Kind.NUMBER, {"en": "How many?"}, maximum=9, unit="percent"),
        Question("f.free", Kind.NUMBER, {"en": "How many?"}, unit="percent"),
        Question("f.text", Kind.TEXT, {"en": "What?"}),
    )
    area = Area("a", {"en": "A"}, {"en": "About A"}, questions)
    asked = Questionnaire(
        name,
        "1",
        ("en",),
        {"en": "Small"},
        anchors,
        (Dimension("d", {"en": "D"}, {"en": "About D"}, (area,)),),
        facts=facts,
        decisions=(Decision("buy", {"en": "Buying"}),),
    )
    return replace(asked, fingerprint=fingerprint_of(document_of(asked)))


@dataclass(frozen=True, slots=True)
class Sitting:
    """An assessment under way: its workspace, and the ids one needs."""

    workspace: Workspace
    company: str
    assessment: str
    manager: str
    expert: str


def begin(workspace: Workspace, questionnaire: Questionnaire | None = None) -> Sitting:
    """A company with one assessment, in which a manager and somebody from IT take part."""
    record = companies.CompanyRecord("Hansen Möbel", "DE", "C", 40)
    company = companies.save_company(workspace, record).company
    people = ((Viewpoint.MANAGEMENT, "Ada"), (Viewpoint.IT, ""))
    asked = questionnaire or small_questionnaire()
    change = assessments.create_assessment(workspace, str(company), asked, DAY, people)
    found = assessments.get_assessment(workspace, str(change.assessment))
    manager, expert = (person.id for person in found.respondents)
    return Sitting(workspace, str(company), found.id, manager, expert)
