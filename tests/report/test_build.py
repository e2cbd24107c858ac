"""What the report says: statements by rule, honest about what is known."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

from digimaturity.domain.company import Company
from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.indices import Band
from digimaturity.domain.questionnaire import Drive, Kind, Option, Question, Viewpoint
from digimaturity.domain.responses import (
    DONT_KNOW,
    NOT_APPLICABLE,
    Answer,
    Respondent,
    Responses,
    State,
)
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.build.report import build_report
from digimaturity.report.model.report import ReportModel
from digimaturity.report.standing import share_words
from digimaturity.report.wording import ReportOptions
from tests.report import samples

ENGLISH = Translator.load("en", resources_dir() / "locale")


def model(
    given: dict[str, Answer] | None = None,
    company: Company = samples.NORDLICHT,
    t: Translator = ENGLISH,
    **options: Any,
) -> ReportModel:
    said = samples.responses(given)
    context = replace(samples.context(said), **options)
    return build_report(samples.evaluation(said, company), context, t)


def changed(**levels: int | Answer) -> dict[str, Answer]:
    """The sample's answers, some areas (or, with ``__``, questions) answered differently."""
    given = samples.answers()
    for key, level in levels.items():
        answer = level if isinstance(level, Answer) else Answer.of(level)
        name = key.replace("__", ".")
        given |= {q: answer for q in given if q == name or q.startswith(f"{name}.")}
    return given


def all_at(level: int) -> dict[str, Answer]:
    return {q.id: Answer.of(level) for q in samples.questionnaire().rated_questions}


def words_of(part: object) -> list[str]:
    """Every text in a model."""
    if isinstance(part, str):
        return [part]
    if isinstance(part, tuple):
        return [word for item in part for word in words_of(item)]
    if is_dataclass(part) and not isinstance(part, type):
        return [w for field in fields(part) for w in words_of(getattr(part, field.name))]
    return []


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_whole_report(language: str, snapshot: SnapshotAssertion) -> None:
    report = model(t=Translator.load(language, resources_dir() / "locale"))
    assert report.measures is not None
    assert report.answers is not None
    short = replace(report.measures, items=report.measures.items[:2])
    sections = replace(report.answers, sections=report.answers.sections[1:2])
    method = replace(report.method, points=report.method.points[:-1])  # the last has our version
    shown = replace(report, measures=short, answers=sections, method=method, versions=(), code="")
    assert shown == snapshot


def test_german_numbers_dates_names_and_pack_texts() -> None:
    report = model(t=Translator.load("de", resources_dir() / "locale"))
    words = "\n".join(words_of(report))
    for expected in ("24. Februar 2026", "26,5\N{NO-BREAK SPACE}%", "+1,6", "Deutschland"):
        assert expected in words
    assert [chapter.chapter.name for chapter in report.dimensions] == [
        "IT",
        "Geschäft",
        "Kultur",
        "Führung",
    ]
    assert "3 Etabliert" in words


def test_the_headline_names_what_holds_the_firm_back() -> None:
    assert model().summary.chapter.headline == "Established; most is still to do in leadership"


def test_a_firm_that_is_even_is_called_so() -> None:
    report = model(all_at(4))
    assert report.summary.chapter.headline == "Integrated, with all sides close together"
    assert report.summary.areas_title == "All dimensions stand at the same height"


def test_the_cap_is_named_when_it_acted() -> None:
    lifted = {q: Answer.of(5) for q in all_at(5)}
    lifted |= {
        q.id: Answer.of(1)
        for area in samples.questionnaire().dimensions[3].areas
        for q in area.questions
    }
    summary = model(lifted).summary
    assert summary.figures[0].figure == "2"
    assert summary.figures[1].figure == "75"
    assert "The points alone would make level 4" in summary.intro
    assert "The points alone" not in model().summary.intro


def test_bounds_and_dont_know_are_counted_and_named() -> None:
    report = model()
    assert report.summary.figures[1].meaning == "between 49 and 56"
    assert "3 of 54 questions were answered “don’t know”" in report.summary.intro
    leadership = report.dimensions[3]
    assert leadership.unknown is not None
    assert "2 questions were answered “don’t know”" in leadership.unknown.text
    assert "governance, part 3?" in leadership.unknown.text
    assert leadership.bars[1].bounds == "17–50"
    assert report.dimensions[0].unknown is None
    assert report.dimensions[0].figures[1].meaning == "all answered"


def test_what_is_not_rated_has_words_and_no_number() -> None:
    report = model(changed(governance=DONT_KNOW))
    bar = report.dimensions[3].bars[1]
    assert (bar.value, bar.label, bar.low) == (None, "not rated", None)
    report = model({"foundations.1": Answer.of(3)})
    assert report.summary.figures[0].figure == "–"
    assert report.summary.figures[1].figure == "1"
    assert report.summary.chapter.headline == "Not rated yet: no dimension has half of its answers"
    assert report.dimensions[0].chapter.headline == "IT: too little is answered for a rating"
    assert report.dimensions[0].figures[0].meaning == "not rated"
    assert [chapter.hue.id for chapter in report.dimensions] == ["it"]


def test_without_any_answer_the_report_says_what_it_will_show() -> None:
    report = model({})
    assert report.summary.chapter.headline == "Nothing is answered yet"
    assert "report" not in report.summary.intro
    assert not report.dimensions
    assert (report.benchmark, report.measures, report.leading) == (None, None, None)
    assert report.summary.compared is not None
    assert "answer the questions on technology facts" in report.summary.compared.text
    assert all(block.score == "not rated" and not block.key for block in report.summary.dimensions)


def test_an_area_that_does_not_apply_says_so() -> None:
    report = model(changed(customers=NOT_APPLICABLE))
    assert report.dimensions[1].bars[1].label == "does not apply"
    assert "3 of 51 questions" in report.summary.intro


def test_strengths_and_weaknesses_speak_in_the_words_of_the_answers() -> None:
    summary = model().summary
    assert summary.strengths.items[0].title == "Foundations"
    assert summary.strengths.items[0].words.startswith("Foundations is agreed between IT")
    assert summary.weaknesses.items[0].title == "Governance"
    assert summary.weaknesses.items[0].words.startswith("Governance is described once")
    assert summary.weaknesses.items[0].question == "How does the firm see to governance, part 1?"


def test_without_a_strength_or_a_weakness_it_is_said() -> None:
    weak, strong = model(all_at(1)).summary, model(all_at(5)).summary
    assert (weak.strengths.items, strong.weaknesses.items) == ((), ())
    assert weak.strengths.empty == "No area has reached level 3 (40 points) yet."
    assert strong.weaknesses.empty == "No other rated area is below 60 points."
    assert model({}).summary.strengths.empty == "No area is rated yet."


def without(dimension: str, keep: int = 0) -> dict[str, Answer]:
    """The sample's answers, but only the first `keep` of one dimension."""
    part = next(d for d in samples.questionnaire().dimensions if d.id == dimension)
    left_out = [question.id for area in part.areas for question in area.questions][keep:]
    return {key: answer for key, answer in samples.answers().items() if key not in left_out}


def test_the_whole_is_not_rated_because_of_a_dimension_that_is_named_with_what_it_lacks() -> None:
    report = model(without("leadership", keep=2))
    assert report.summary.chapter.headline == (
        "Not rated yet, because one dimension is not: Leadership"
    )
    assert "Still missing: Leadership, at least 4 more answers." in report.summary.intro
    assert "not rated: Leadership" in report.summary.areas_title
    assert "Still missing" not in model(without("leadership", keep=8)).summary.intro


def test_without_an_overall_score_nothing_is_said_to_raise_it() -> None:
    report = model(without("leadership"))
    assert report.measures is not None
    assert "points" not in report.measures.items[0].facts
    assert "left out as long as the overall score is not rated" in report.measures.order
    assert report.summary.measures.heads[2] == report.summary.measures.lines[0].gain == ""
    assert all("point" not in ref.detail for part in report.dimensions for ref in part.measures)
    assert "left out" not in str(model().measures)


def test_bounds_are_spoken_of_only_where_the_whole_has_them() -> None:
    assert "3 of 54 questions were answered “don’t know”, hence" in model().summary.intro
    given = {**without("leadership"), "data.1": DONT_KNOW}
    assert "2 of 54 questions were answered “don’t know”. " in model(given).summary.intro


@pytest.mark.parametrize(
    ("low", "words"),
    [(("data",), "im Bereich Daten"), (("data", "security"), "in den Bereichen Sicherheit und")],
)
def test_german_counts_the_areas_in_which_most_is_to_do(low: tuple[str, ...], words: str) -> None:
    given = all_at(3) | {f"{area}.{n}": Answer.of(1) for area in low for n in (1, 2, 3)}
    report = model(given, t=Translator.load("de", resources_dir() / "locale"))
    assert f"am meisten zu tun {words}" in report.dimensions[0].chapter.headline


def test_who_leads_is_said_with_what_it_rests_on() -> None:
    given = all_at(1)
    drives = [q.id for q in samples.questionnaire().rated_questions if q.drive is not None]
    few = {key: answer for key, answer in given.items() if key not in drives[::4]}
    leading = model(few).leading
    assert leading is not None
    assert leading.profile is not None
    assert leading.chapter.headline == "By the answers so far: Nobody leads digitalisation yet"
    assert leading.profile.statement == "Leadership profile by the answers so far: Nobody leads"
    sure = leading.profile.points[0]
    assert f"rests on {len(drives) - len(drives[::4])} of the {len(drives)} questions" in sure.text
    preliminary = model(without("leadership")).leading
    assert preliminary is not None
    assert preliminary.profile is not None
    assert "preliminary" in preliminary.profile.points[0].text
    assert "so far" not in str(model(given).leading)


def test_equals_stand_level_and_neither_is_called_the_weakest() -> None:
    given = all_at(3)
    given |= {
        q.id: Answer.of(1)
        for part in samples.questionnaire().dimensions[2:]
        for area in part.areas
        for q in area.questions
    }
    summary = model(given).summary
    assert (
        summary.areas_title == "Highest: IT and Business; 50 points lower: Culture and Leadership"
    )
    assert "The strongest sides are IT and Business with 50 points each." in summary.intro
    assert "The weakest are Culture and Leadership with 0 each." in summary.intro
    assert summary.chapter.headline == "Emerging; the weakest sides are Culture and Leadership"
    steady = model(changed(foundations=5, security=5, data=1, partnership=1)).dimensions[0]
    assert steady.chapter.headline == (
        "IT: strong in foundations and security, weak in data and partnership"
    )
    assert "The lowest are data and partnership with 0 each." in steady.intro
    level = model(all_at(3))
    assert "IT, Business, Culture and Leadership stand level, with 50 points" in level.summary.intro
    assert "All rated areas stand level, at 50 points." in level.dimensions[0].intro


def test_without_a_country_it_is_said_that_the_eu_stands_in() -> None:
    said = samples.responses()
    evaluation = samples.evaluation(said)
    nowhere = replace(evaluation, company=replace(evaluation.company, country=None))
    report = build_report(nowhere, samples.context(said), ENGLISH)
    assert report.benchmark is not None
    assert report.summary.compared is not None
    for words in (report.benchmark.intro, report.summary.compared.text):
        assert "country is not stated, so the EU stands in" in words
    assert "exactly this country" not in report.benchmark.intro


@pytest.mark.parametrize(
    ("share", "words"),
    [(11.88, "11.9"), (11.96, "11.96"), (90.04, "90.04"), (12.0, "12.0"), (26.45, "26.5")],
)
def test_a_share_never_seems_to_contradict_at_least_and_at_most(share: float, words: str) -> None:
    assert share_words(ENGLISH, share) == f"{words}%"


def test_a_name_that_is_a_whole_file_is_cut() -> None:
    report = model(company=Company("</b><i> " * 4000, "DE", "C", 120))
    assert len(report.cover.company) <= 201
    assert report.cover.company.endswith("…")


def test_a_measure_names_its_reason_its_effort_and_what_comes_first() -> None:
    measures = model().measures
    assert measures is not None
    first = measures.items[0]
    assert first.reasons[0].startswith(
        "“How does the firm see to governance, part 2?” was answered “Governance is described once"
    )
    assert first.reasons[0].endswith("”, which is level 2.")
    assert first.facts.endswith("+1.6 points")
    assert first.facts.startswith("led by management · ")
    assert [note.label for note in first.notes] == ["Measured by", "Take care"]
    assert first.at_size is not None
    assert first.at_size.text == "One page for the whole firm is enough."
    assert measures.others is not None
    assert measures.others.lines[0].number == "13"


def test_what_waits_for_another_measure_is_counted_and_not_listed() -> None:
    said = samples.responses()
    evaluation = samples.evaluation(said)
    *others, last = evaluation.candidates
    waiting = replace(last, first=(others[0].measure.id,))
    evaluation = replace(evaluation, candidates=(*others, waiting))
    measures = build_report(evaluation, samples.context(said), ENGLISH).measures
    assert measures is not None
    assert measures.others is not None
    assert len(measures.items) + len(measures.others.lines) == len(evaluation.candidates) - 1
    assert measures.intro.endswith(
        "One more builds on these, and comes into view when they are done."
    )


def test_a_plan_stands_beside_its_area_and_is_not_counted() -> None:
    (security,) = (area for area in model().dimensions[0].areas if area.name == "Security")
    assert security.plan is not None
    assert security.plan.text == "Plans are running."
    without = {key: answer for key, answer in samples.answers().items() if key != "plan.security"}
    assert model(without).dimensions[0].areas[1] == replace(security, plan=None)


def test_a_measure_tells_what_comes_first_and_where_views_differ() -> None:
    said = samples.responses()
    evaluation = samples.evaluation(said)
    one, two, *others = evaluation.candidates
    linked = (replace(one, first=(two.measure.id,), raised_by=("data.1",)), two, *others)
    evaluation = replace(evaluation, candidates=linked)
    measures = build_report(evaluation, samples.context(said), ENGLISH).measures
    assert measures is not None
    notes = {note.label: note.text for note in measures.items[0].notes}
    assert notes["First"] == measures.items[1].title
    assert "viewpoints differ widely" in notes["Views differ"]


def test_flags_and_the_number_of_firms_are_printed_where_they_are_published() -> None:
    said = samples.responses()
    evaluation = samples.evaluation(said)
    benchmark = evaluation.benchmark
    assert benchmark is not None
    assert benchmark.shares is not None
    assert benchmark.provenance is not None
    shares = replace(benchmark.shares, flags={Band.LOW: "b", Band.HIGH: "de"}, n=1234)
    provenance = replace(benchmark.provenance, flags=("b", "de"), n=1234)
    known = replace(benchmark, shares=shares, provenance=provenance)
    evaluation = replace(evaluation, benchmark=known)
    chapter = build_report(evaluation, samples.context(said), ENGLISH).benchmark
    assert chapter is not None
    assert chapter.index is not None
    assert chapter.index.distribution.segments[1].label == "36.7% b"
    source = chapter.index.sources[0].text
    assert "b: break in the series, d: definition differs, e: estimated." in source
    assert "1,234 firms." in source


def test_a_firm_without_a_name_or_facts_has_a_cover() -> None:
    cover = model(company=Company()).cover
    assert cover.company == "Company without a name"
    assert cover.facts[0].text == "not stated"


@pytest.mark.parametrize(
    ("company", "words"),
    [
        (Company("A", "DE", "C", 5), "with 10 employees or more"),
        (Company("A", "DE", "A", 50), "does not cover the firm’s sector"),
        (Company("A", "JP", "C", 50), "no published figures fit"),
    ],
)
def test_without_peers_the_reason_is_told(company: Company, words: str) -> None:
    report = model(company=company)
    assert report.benchmark is not None
    assert words in report.benchmark.intro
    assert report.benchmark.index is None
    assert report.summary.compared is not None
    assert words in report.summary.compared.text


def test_the_benchmark_says_whom_it_compares_with_and_where_it_is_from() -> None:
    benchmark = model().benchmark
    assert benchmark is not None
    assert benchmark.index is not None
    assert "Germany, 50 to 249 employees" in benchmark.intro
    assert "most specific group" in benchmark.intro
    source = benchmark.index.sources[0].text
    for part in ("Eurostat", "isoc_e_dii", "version 3", "2025", "27 February 2026"):
        assert part in source
    assert "Number of firms not published" in source
    assert benchmark.technologies is not None
    assert "* Context only: it is known only from" in benchmark.technologies.sources[0].text
    erp = next(r for r in benchmark.technologies.technologies.rows if r.name.startswith("ERP"))
    assert erp.label.endswith("*")


def test_old_figures_are_marked_as_old() -> None:
    said = samples.responses()
    evaluation = samples.evaluation(said)
    assert evaluation.benchmark is not None
    old = replace(evaluation, benchmark=replace(evaluation.benchmark, old=True))
    report = build_report(old, samples.context(said), ENGLISH)
    assert report.benchmark is not None
    assert "more than five years old" in report.benchmark.intro


@pytest.mark.parametrize(
    ("yes", "words"),
    [
        (2, "ahead of at most 27"),
        (8, "ahead of at least 63% and at most 91"),
        (12, "ahead of at least 90"),
    ],
)
def test_a_position_is_a_range_and_an_open_end_is_not_filled(yes: int, words: str) -> None:
    given = samples.answers()
    facts = samples.questionnaire().facts
    given |= {fact.id: Answer.of(place < yes) for place, fact in enumerate(facts)}
    report = model(given)
    assert report.benchmark is not None
    assert words in report.benchmark.intro
    assert "0%" not in report.benchmark.intro.replace("90%", "")


def test_unknown_facts_make_the_index_a_range() -> None:
    given = samples.answers() | {"fact.e_cc": DONT_KNOW, "fact.e_web": DONT_KNOW}
    benchmark = model(given).benchmark
    assert benchmark is not None
    assert benchmark.figures[0].figure == "6–8"
    assert "2 technologies are not known" in benchmark.intro


def test_leadership_and_strategy() -> None:
    leading = model().leading
    assert leading is not None
    assert leading.profile is not None
    assert leading.profile.statement.startswith("Leadership profile: Dual drive")
    assert [point.label for point in leading.profile.points] == ["Strengths", "Risks", "First step"]
    assert leading.strategy is not None
    assert leading.strategy.statement == "One of 6 elements of an IT strategy is missing: Projects"
    none = model(changed(partnership__1=1)).leading
    assert none is not None
    assert none.strategy is not None
    assert none.strategy.statement == "There is no IT strategy yet: all its elements are missing"
    silent = model({q.id: Answer.of(4) for q in samples.questionnaire().rated_questions}).leading
    assert silent is not None
    assert silent.strategy is not None
    assert silent.strategy.statement == "6 of 6 elements of the IT strategy are not known yet"


def together(*people: tuple[Viewpoint, str, dict[str, Answer]]) -> Responses:
    respondents = tuple(
        Respondent(str(place), view, name) for place, (view, name, _) in enumerate(people)
    )
    return Responses(respondents, {str(n): given for n, (_, _, given) in enumerate(people)})


def test_an_element_of_the_strategy_that_most_say_is_missing_is_not_called_there() -> None:
    def heading(management: int, it: int) -> str:
        said = together(
            (Viewpoint.MANAGEMENT, "", changed(strategy_check__projects=management)),
            (Viewpoint.IT, "", changed(strategy_check__projects=it)),
        )
        leading = build_report(samples.evaluation(said), samples.context(said), ENGLISH).leading
        assert leading is not None
        assert leading.strategy is not None
        return leading.strategy.statement

    assert heading(1, 1) == "One of 6 elements of an IT strategy is missing: Projects"
    assert heading(2, 1) == "The weakest element of the IT strategy: Projects"
    assert heading(2, 2) == "The IT strategy has all its elements; the weakest: Budget"


def test_several_respondents_show_their_levels_and_their_own_comments() -> None:
    said = together(
        (
            Viewpoint.MANAGEMENT,
            "Ute",
            {"data.1": Answer(State.ANSWERED, 4, "Looks fine.", "Audit 2025")},
        ),
        (Viewpoint.IT, "", {"data.1": Answer.of(1, "It does not."), "data.2": DONT_KNOW}),
    )
    report = build_report(samples.evaluation(said), samples.context(said), ENGLISH)
    assert report.answers is not None
    data = next(s for s in report.answers.sections if s.title == "Data")
    assert data.lines[0].level == "2.5"
    assert "(Management 4, IT 1)" in data.lines[0].answer
    assert data.lines[0].answer.startswith("Data is described once")
    assert [(c.who, c.text) for c in data.lines[0].comments] == [
        ("Management", "Looks fine."),
        ("Evidence, Management", "Audit 2025"),
        ("IT", "It does not."),
    ]
    assert (data.lines[1].answer, data.lines[1].known) == ("Don’t know", False)
    assert data.lines[2].answer == "Not answered"


def test_who_was_asked_and_has_not_answered_took_no_part() -> None:
    said = together(
        (Viewpoint.MANAGEMENT, "Ute", {"data.1": Answer.of(4)}),
        (Viewpoint.IT, "Jan", {}),
        (Viewpoint.BUSINESS, "Eva", {}),
    )

    def told(responses: Responses) -> str:
        report = build_report(samples.evaluation(responses), samples.context(responses), ENGLISH)
        return next(one.text for one in report.cover.facts if one.label == "Who took part")

    assert told(said) == "one person"
    assert told(replace(said, answers={})) == "nobody yet"
    # A group that agreed without answers of its own was there.
    agreed = replace(said, answers={}, consensus={"data.1": 3})
    assert told(agreed) == "3 people, 1 answer agreed on"


def test_the_reason_and_the_evidence_of_a_single_respondent_are_called_so() -> None:
    none = Answer(State.NOT_APPLICABLE, None, "No shop.", "Register of firms")
    said = samples.responses({"data.1": none})
    report = build_report(samples.evaluation(said), samples.context(said), ENGLISH)
    assert report.answers is not None
    (line,) = (one for part in report.answers.sections for one in part.lines if one.comments)
    assert [(c.who, c.text) for c in line.comments] == [
        ("Reason", "No shop."),
        ("Evidence", "Register of firms"),
    ]


def test_what_was_agreed_on_counts_and_is_told_on_the_cover() -> None:
    said = together(
        (Viewpoint.MANAGEMENT, "", {"data.1": Answer.of(5)}),
        (Viewpoint.IT, "", {"data.1": Answer.of(1)}),
    )
    said = replace(said, consensus={"data.1": 2})
    report = build_report(samples.evaluation(said), samples.context(said), ENGLISH)
    assert report.answers is not None
    data = next(s for s in report.answers.sections if s.title == "Data")
    assert data.lines[0].level == "2"
    assert [fact.text for fact in report.cover.facts][2] == "2 people, 1 answer agreed on"


def test_answers_of_every_kind_are_printed() -> None:
    kinds = (
        Question("share", Kind.NUMBER, samples.both("Share?"), unit="percent"),
        Question("speed", Kind.NUMBER, samples.both("Speed?"), unit="mbit_per_s"),
        Question("count", Kind.NUMBER, samples.both("Count?")),
        Question("note", Kind.TEXT, samples.both("Note?")),
        Question(
            "tools", Kind.MANY_OF, samples.both("Tools?"), options=(Option("a", {"en": "ERP"}),)
        ),
    )
    asked = replace(samples.questionnaire(), facts=kinds, index=None)
    given: dict[str, Answer] = {
        "share": Answer.of(12.5),
        "speed": Answer.of(250),
        "count": Answer.of(1200),
        "note": Answer.of("Two <systems>"),
        "tools": Answer.of(frozenset({"a"})),
    }
    said = samples.responses(given)
    report = build_report(evaluate(asked, said), samples.context(said), ENGLISH)
    assert report.answers is not None
    facts = report.answers.sections[-1]
    assert [line.answer for line in facts.lines] == [
        "12.50%",
        "250 Mbit/s",
        "1,200",
        "Two <systems>",
        "ERP",
    ]
    assert report.benchmark is None
    assert report.summary.compared is None


@pytest.mark.parametrize(
    ("it", "business", "headline"),
    [
        (5, 5, "IT and business lead together"),
        (5, 1, "IT leads, and business follows"),
        (1, 5, "Business leads, and IT follows"),
        (1, 1, "Nobody leads digitalisation yet"),
    ],
)
def test_each_leadership_profile_has_its_headline(it: int, business: int, headline: str) -> None:
    given = all_at(3)
    for question in samples.questionnaire().rated_questions:
        if question.drive is not None:
            given[question.id] = Answer.of(it if question.drive is Drive.IT else business)
    leading = model(given).leading
    assert leading is not None
    assert leading.chapter.headline == headline
    assert leading.profile is not None
    assert leading.profile.drives.held == [(5, 1), (5, 5), (1, 1), (1, 5)].index((it, business))


@pytest.mark.parametrize(
    ("dimension", "place"),
    [
        ("it", "in IT"),
        ("business", "on the business side"),
        ("culture", "in culture"),
        ("leadership", "in leadership"),
    ],
)
def test_every_dimension_can_be_the_weakest(dimension: str, place: str) -> None:
    given = all_at(4)
    for part in samples.questionnaire().dimensions:
        if part.id == dimension:
            given |= {q.id: Answer.of(2) for area in part.areas for q in area.questions}
    assert model(given).summary.chapter.headline.endswith(f"; most is still to do {place}")


def test_comments_can_be_left_out() -> None:
    assert "Tested in May" in str(model().answers)
    assert "Tested in May" not in str(model(options=ReportOptions(comments=False)).answers)


def test_a_sample_is_marked_and_only_a_sample() -> None:
    assert model().running.mark == "Sample"
    sender = ReportOptions(organisation="Mole 7", mentor="A. Mentor")
    plain = model(sample=False, options=sender)
    assert plain.running.mark == ""
    assert [note.label for note in plain.cover.notes] == ["Confidential."]
    assert plain.cover.sender is not None
    assert (plain.cover.sender.label, plain.author) == ("Mole 7", "Mole 7")


def test_a_score_that_rounds_up_to_the_next_level_says_so() -> None:
    given = all_at(3)
    steps = ("1", "2", "3")
    given |= {f"strategy.{n}": Answer.of(2) for n in steps}
    given |= {f"governance.{n}": Answer.of(2) for n in steps[:2]}
    leadership = model(given).dimensions[3]
    assert (leadership.figures[0].figure, leadership.figures[1].figure) == ("2", "40")
    assert "Before rounding to 40 the score is just below the border" in leadership.intro
    assert "just below the border" not in model(given).dimensions[0].intro


def test_the_only_date_is_that_of_the_assessment() -> None:
    assert model(day=date(2031, 5, 4)).day == date(2031, 5, 4)
    assert "2026" not in model(day=date(2031, 5, 4)).running.foot
