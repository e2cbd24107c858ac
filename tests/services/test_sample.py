"""The sample company answers everything that the shipped questionnaire asks, and plans with it."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

import pytest

from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import State
from digimaturity.domain.roadmap import items
from digimaturity.domain.roadmap.book import PlanBook
from digimaturity.domain.roadmap.landscape import landscape_of
from digimaturity.domain.roadmap.load import overloads
from digimaturity.domain.roadmap.problem import Why
from digimaturity.domain.roadmap.project_checks import Kind, findings_of
from digimaturity.domain.roadmap.uses import USES
from digimaturity.domain.viewpoints import Views, Weight, views_of
from digimaturity.errors import UserError
from digimaturity.services import assessments, companies, sample
from digimaturity.services.answers_file import AnswersFile, evaluate_answers
from digimaturity.services.packs import check_pack, installed_packs
from digimaturity.services.plan_book import book_for
from digimaturity.services.plan_items import item_to_json
from digimaturity.services.results import evaluate_assessment
from digimaturity.services.roadmap import outlined, planned
from digimaturity.services.sample import _read, load_sample, read_sample
from digimaturity.services.sample_roadmap import dated_entries
from digimaturity.services.workspace import Workspace


def test_the_sample_answers_every_question_that_it_is_asked(readiness: Questionnaire) -> None:
    answers = read_sample()
    result = evaluate(readiness, answers.responses)
    states = [one.state for one in result.questions.values()]

    assert State.UNANSWERED not in states
    assert states.count(State.NOT_APPLICABLE) == 1
    assert 2 <= states.count(State.DONT_KNOW) <= 6
    assert (answers.company.name, answers.company.country) == ("Nordlicht Maschinenbau GmbH", "DE")


def test_the_sample_shows_every_part_of_the_result() -> None:
    result = evaluate_answers(read_sample())

    assert result.overall.rated
    assert len({score.level for score in result.scores.areas.values()}) > 2
    assert result.leadership
    assert result.strategy
    assert result.benchmark
    assert result.benchmark.position
    assert not result.benchmark.fallback or result.benchmark.shares


def test_the_sample_can_be_put_into_a_workspace(workspace: Workspace) -> None:
    change = load_sample(workspace)
    (company,) = companies.list_companies(workspace)
    newest, *earlier = assessments.list_assessments(workspace, company.id)
    assert (change.company, change.assessment) == (company.id, newest.id)
    people = assessments.responses(workspace, newest.id).respondents
    assert Counter(person.viewpoint for person in people) == {
        Viewpoint.MANAGEMENT: 1,
        Viewpoint.IT: 2,
        Viewpoint.BUSINESS: 3,
    }
    assert newest.open
    assert [(one.open, one.day.year) for one in earlier] == [(False, 2025), (False, 2024)]
    assert [one.kept.employees for one in earlier if one.kept] == [116, 109]


def test_each_year_of_the_sample_is_complete_and_better_than_the_one_before(
    workspace: Workspace, readiness: Questionnaire
) -> None:
    company = str(load_sample(workspace).company)
    results = [
        evaluate(readiness, assessments.responses(workspace, one.id))
        for one in reversed(assessments.list_assessments(workspace, company))
    ]
    for result in results:
        assert State.UNANSWERED not in {one.state for one in result.questions.values()}
    scores = [result.overall.value or 0 for result in results]
    assert scores == sorted(scores)
    assert scores[0] + 10 < scores[-1]


def test_its_viewpoints_see_three_areas_apart_and_one_of_them_less_than_the_year_before(
    workspace: Workspace, readiness: Questionnaire
) -> None:
    company = str(load_sample(workspace).company)
    years: dict[int, Views] = {}
    for one in assessments.list_assessments(workspace, company):
        said = assessments.responses(workspace, one.id)
        found = views_of(readiness, evaluate(readiness, said).questions)
        assert found is not None
        years[one.day.year] = found
    now, before = ({gap.id: gap for gap in years[year].areas} for year in (2026, 2025))
    wide = {key for key, gap in now.items() if gap.weight is not Weight.SMALL}
    assert wide == {"security", "portfolio", "partnership"}
    assert (now["security"].highest, now["security"].lowest) == (Viewpoint.MANAGEMENT, Viewpoint.IT)
    assert now["security"].size > before["security"].size
    assert before["partnership"].weight is Weight.STRONG
    assert now["partnership"].size < before["partnership"].size


@pytest.mark.parametrize(("language", "word"), [("en", "restored"), ("de", "wiederhergestellt")])
def test_its_people_agreed_on_two_levels_and_put_off_a_topic(
    workspace: Workspace, language: str, word: str
) -> None:
    company = str(load_sample(workspace, language).company)
    _, last, _ = assessments.list_assessments(workspace, company)
    said = assessments.responses(workspace, last.id)
    assert said.consensus == {"security.restore": 2, "partnership.process_advice": 3}
    assert set(said.reasons) == set(said.consensus)
    assert word in said.reasons["security.restore"]
    assert set(said.parked) == {"portfolio.priorities"}


def test_the_shipped_packs_are_sound() -> None:
    packs = installed_packs()
    assert [pack.id for pack in packs if pack.usable]
    assert [pack.problems for pack in packs if pack.problems] == []
    assert check_pack(packs[0].folder).questionnaire == packs[0].loaded.questionnaire


def test_the_sample_is_there_with_all_its_years_or_not_at_all(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut_short(name: str, questionnaires: Mapping[str, Questionnaire]) -> AnswersFile:
        if name == "answers-2025.json":
            raise UserError("file.failed")
        return _read(name, questionnaires)

    monkeypatch.setattr(sample, "_read", cut_short)
    with pytest.raises(UserError):
        load_sample(workspace)
    assert companies.list_companies(workspace) == ()


@pytest.mark.parametrize("language", ["en", "de"])
def test_its_roadmap_speaks_of_what_there_is_in_one_language(
    language: str, readiness: Questionnaire
) -> None:
    dated = dated_entries(language)
    entries = [entry for _, entry in dated]
    book = PlanBook()
    for entry in entries:
        book = book.with_entry(entry)
    assert len({(day, entry.part, entry.key) for day, entry in dated}) == len(dated)
    assert book.targets.keys() <= {area.id for area in readiness.areas}
    measures = {measure.id for measure in readiness.measures}
    assert book.decisions.keys() <= measures | book.own.keys()
    assert book.follow_ups.keys() <= measures | book.projects.keys()
    lifted = {lift.question for own in book.own.values() for lift in own.lifts}
    assert lifted <= readiness.by_id.keys()
    assert book.sheet.keys() <= {one.id for one in readiness.strategy}
    assert {system.use for system in book.systems.values()} <= USES.keys()
    touched = {key for project in book.projects.values() for key in project.systems}
    linked = {to.to for system in book.systems.values() for to in system.interfaces}
    assert touched | linked <= book.systems.keys()
    loads = {key for project in book.projects.values() for key in project.load}
    assert loads <= book.roles.keys() | book.people.keys()
    other = [entry for _, entry in dated_entries({"en": "de", "de": "en"}[language])]
    assert [item_to_json(one.item) for one in entries] != [item_to_json(one.item) for one in other]
    assert "{" not in "".join(one.reason for one in book.targets.values())


def test_its_roadmap_shows_what_a_roadmap_is_for(workspace: Workspace) -> None:
    newest = str(load_sample(workspace).assessment)
    evaluation = evaluate_assessment(workspace, newest, BenchmarkData())
    roadmap = planned(outlined(evaluation, book_for(workspace, newest), date(2026, 2, 24)))
    posed, plan = roadmap.posed, roadmap.plan
    assert plan is not None
    (over,) = overloads(posed.problem)
    assert (over.resource, over.quarter) == ("head_of_it", 0)
    assert {key: (one.why, one.by) for key, one in plan.left_out.items()} == {
        "customer_portal": (Why.BUDGET, ""),
        "learning_hour": (Why.CAPACITY, "production_manager"),
        "day_without_it": (Why.MISSING, "attack_practice"),
    }
    assert plan.starts["project_list"] == 0  # what takes nothing of the head of IT can begin
    assert plan.starts["restore_test"] == 1  # as management wants it
    assert plan.proven
    found = findings_of(roadmap.book, posed.problem, posed.first)
    kinds = {key: {one.kind for one in each} for key, each in found.items()}
    assert {Kind.ISLAND, Kind.NOT_WANTED} <= kinds["service_portal"]
    assert {Kind.SAME_SYSTEM, Kind.NO_OWNER, Kind.NO_KPI} <= kinds["crm_pilot"]
    landscape = landscape_of(roadmap.book)
    overlaps = {one.use: one for one in landscape.overlaps}
    assert overlaps["document_management"].sure
    assert overlaps["crm"].projects == ("crm_pilot",)
    assert landscape.orphans
    assert landscape.islands
    assert landscape.by_hand
    states = {one.state for one in roadmap.book.decisions.values()}
    assert states == set(items.State)


def test_earlier_years_of_the_sample_know_the_roadmap_of_their_time(workspace: Workspace) -> None:
    company = str(load_sample(workspace).company)
    newest, second, first = assessments.list_assessments(workspace, company)
    books = [book_for(workspace, one.id) for one in (first, second, newest)]
    states = [
        [book.decisions[key].state.value if key in book.decisions else "" for book in books]
        for key in ("decision_owners", "application_list", "swap_days", "key_users", "joint_team")
    ]
    assert states == [
        ["done", "done", "done"],
        ["planned", "done", "done"],
        ["planned", "dropped", "dropped"],
        ["", "done", "done"],
        ["", "planned", "dropped"],
    ]
    assert [len(book.targets) for book in books] == [1, 4, 9]
