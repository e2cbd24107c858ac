"""The chapter of the viewpoints: gaps with their sign, what to talk about, and nobody's name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.gap_trend import EarlierSaid
from digimaturity.domain.questionnaire import Decision, Questionnaire, Viewpoint
from digimaturity.domain.responses import Answer, Respondent, Responses, State
from digimaturity.domain.texts import DecisionAdvice
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.build.answers import answer_words
from digimaturity.report.build.leading import leading_chapter
from digimaturity.report.build.report import build_report
from digimaturity.report.build.slides import build_slides
from digimaturity.report.build.viewpoints import gaps_by_question
from digimaturity.report.model.comparison import LeadingChapter
from digimaturity.report.model.slides import Points, Table
from digimaturity.report.model.viewpoints import DecisionPart, ViewpointsPart
from digimaturity.report.pdf import render_pdf
from digimaturity.report.pdf.counts import expected, found
from digimaturity.report.slides import expected as expected_in_slides
from digimaturity.report.slides import found as found_in_slides
from digimaturity.report.slides import render_slides
from digimaturity.report.word import expected as expected_in_word
from digimaturity.report.word import found as found_in_word
from digimaturity.report.word import render_word
from digimaturity.report.wording import ReportContext, ReportOptions, Wording
from digimaturity.report.workbook.build import build_book
from tests.report import samples
from tests.report.conformity import faults

ENGLISH = Translator.load("en", resources_dir() / "locale")
M, IT, B = Viewpoint.MANAGEMENT, Viewpoint.IT, Viewpoint.BUSINESS
NAME = "Zacharias Testperson"
BOTH_AS_ONE = ReportOptions(together=frozenset((IT, B)))


def asked() -> Questionnaire:
    """The synthetic questionnaire with decisions, a prompt and an advice of its own."""
    whole = samples.questionnaire()
    decisions = (
        Decision("budget", samples.both("The budget")),
        Decision("tool", samples.both("The tool"), DecisionAdvice(samples.both("Ask sales."))),
        Decision("data", samples.both("The data")),
        Decision("plan", samples.both("The plan")),
    )
    return replace(whole, decisions=decisions)


Person = tuple[Viewpoint, int, Mapping[str, Answer]]


def said(*people: Person) -> Responses:
    """People who give the same level everywhere, but for single answers."""
    questions = samples.questionnaire().rated_questions
    return Responses(
        tuple(Respondent(str(n), view, NAME) for n, (view, _, _) in enumerate(people)),
        {
            str(n): {q.id: Answer.of(level) for q in questions} | dict(own)
            for n, (_, level, own) in enumerate(people)
        },
    )


def held(decision: str, *holders: str) -> dict[str, Answer]:
    """Who decides, pays, runs it and owns the figure."""
    parts = ("decides", "pays", "runs", "owns_kpi")
    pairs = zip(parts, holders, strict=False)
    return {f"{decision}.{part}": Answer.of(frozenset({who})) for part, who in pairs}


def three(**own: Answer) -> Responses:
    given = {key.replace("__", "."): answer for key, answer in own.items()}
    return said((M, 4, {}), (IT, 3, given), (B, 2, {}))


def wording(
    responses: Responses,
    options: ReportOptions | None = None,
    earlier: tuple[EarlierSaid, ...] = (),
) -> Wording:
    context = ReportContext(
        responses, samples.DAY, options=options or ReportOptions(), earlier=earlier
    )
    return Wording(evaluate(asked(), responses, company=samples.NORDLICHT), context, ENGLISH)


def chapter(w: Wording) -> LeadingChapter:
    made = leading_chapter(w)
    assert made is not None
    return made


def views(w: Wording) -> ViewpointsPart:
    part = chapter(w).viewpoints
    assert part is not None
    return part


def decisions(w: Wording) -> DecisionPart:
    part = chapter(w).decisions
    assert part is not None
    return part


def test_who_holds_a_part_of_a_decision_has_a_name_wherever_answers_are_told() -> None:
    w = wording(said((M, 4, held("budget", "business"))))
    assert answer_words(w, w.evaluation.questionnaire.by_id["budget.decides"]) == "Departments"


def test_the_widest_gap_is_told_with_its_sign() -> None:
    own = {f"security__{n}": Answer.of(5) for n in (1, 2, 3)}
    made = chapter(wording(three(**own)))
    assert made.chapter.key == "leading"  # what was left out before stays left out
    assert made.chapter.name == "Viewpoints and leadership profile"
    assert made.chapter.headline == "IT rates security 75 points higher than the departments do"
    part = views(wording(three(**own)))
    assert part.areas is not None
    first, *rest = part.areas.chart.rows
    assert (first.name, first.weight, len(rest)) == ("Security", 2, 17)
    assert [(dot.view, dot.label) for dot in first.dots] == [
        ("management", "75"),
        ("it", "100"),
        ("business", "25"),
    ]
    assert part.areas.statement == "In all 18 areas the viewpoints are a level or more apart"
    assert "Security: Management 75, IT 100, Departments 25, gap" in part.areas.words


@pytest.mark.parametrize("high", Viewpoint)
@pytest.mark.parametrize("low", Viewpoint)
def test_every_pair_has_its_sentence(high: Viewpoint, low: Viewpoint) -> None:
    names = {M: "management", IT: "it", B: "the departments"}
    if high is low:
        return
    headline = views(wording(said((high, 4, {}), (low, 2, {})))).statement.casefold()
    assert headline.startswith(names[high])
    assert "50 points higher than " + names[low] in headline


def test_who_sees_the_same_is_not_told_of_gaps() -> None:
    part = views(wording(said((M, 3, {}), (IT, 3, {}))))
    assert part.statement == "Management and IT see much the same firm"
    assert part.talk.points == ()
    assert part.talk.empty


def test_five_questions_to_talk_about_each_with_a_prompt() -> None:
    own = {f"{area}__1": Answer.of(5) for area in ("data", "skills", "openness", "agility")}
    part = views(wording(three(**own)))
    assert part.talk.title == "Five questions to talk about"
    assert len(part.talk.points) == 5
    first = part.talk.points[0]
    assert first.area == "Data"
    assert [(one.view, one.level) for one in first.voices] == [
        ("it", "5"),
        ("management", "4"),
        ("business", "2"),
    ]
    assert first.statement == "IT rates this 75 points higher than the departments do"
    assert first.prompt.startswith("IT: show by an example what is in place. Departments:")


def test_the_pack_has_its_own_prompt_and_what_is_agreed_on_needs_none() -> None:
    w = wording(three(data__1=Answer.of(5)))
    whole = w.evaluation.questionnaire
    area = next(one for one in whole.areas if one.id == "data")
    talking = replace(area.questions[0], talk=samples.both("What did you see last week?"))
    dimension = next(one for one in whole.dimensions if area in one.areas)
    there = replace(area, questions=(talking, *area.questions[1:]))
    kept = tuple(there if one is area else one for one in dimension.areas)
    again = tuple(replace(d, areas=kept) if d is dimension else d for d in whole.dimensions)
    pack = replace(whole, dimensions=again)
    own = replace(w, evaluation=evaluate(pack, w.context.responses))
    assert views(own).talk.points[0].prompt == "What did you see last week?"
    settled = replace(w.context.responses, consensus={"data.1": 3}, reasons={"data.1": "We tried."})
    part = views(wording(settled))
    assert "data, part 1" not in {point.question for point in part.talk.points}
    (agreed,) = part.workshop.agreed
    assert (agreed.level, agreed.reason) == ("3", "We tried.")
    quiet = views(wording(settled, ReportOptions(comments=False)))
    assert quiet.workshop.agreed[0].reason == ""


def test_pairs_agreement_and_what_was_put_off() -> None:
    people: list[Person] = [(IT, level, {}) for level in (1, 3, 5)]
    responses = replace(said((M, 4, {}), *people), parked={"data.1": "Ask the bank."})
    part = views(wording(responses))
    assert part.pairs.rows == (("Management – IT", "25", "Management, by 25", "54"),)
    (line,) = part.agreement
    assert line.label == "IT"
    assert line.text.startswith("18% on average, over 54 questions.")
    (topic,) = part.workshop.parked
    assert topic.text == "Ask the bank."


def test_small_groups_are_told_and_viewpoints_can_be_told_as_one() -> None:
    responses = said((M, 4, {}), (M, 4, {}), (M, 4, {}), (IT, 3, {}), (B, 1, {}), (B, 1, {}))
    (note,) = views(wording(responses)).notes
    assert "IT and Departments" in note.text
    assert "Management" not in note.text
    merged = wording(responses, BOTH_AS_ONE)
    part = views(merged)
    (note,) = part.notes
    assert note.label == "Told as one"
    assert part.areas is not None
    assert dict(part.areas.chart.views) == {"management": "Management", "it": "IT and Departments"}
    # In the one, three people count once each: levels 3, 1, 1.
    assert [dot.label for dot in part.areas.chart.rows[0].dots] == ["75", "17"]
    assert part.statement == "Foundations: Management 58 points above IT and Departments"
    assert merged.evaluation.overall == wording(responses).evaluation.overall
    book = build_book(merged.evaluation, merged.context, ENGLISH)
    heads = [column.title for sheet in book.sheets for column in sheet.columns]
    assert "IT and Departments: level" in heads
    assert not [head for head in heads if head.startswith(("IT:", "Departments:"))]
    answers = build_report(merged.evaluation, merged.context, ENGLISH).answers
    assert "(Management 4, IT and Departments 1.7)" in str(answers)


def test_the_years_are_compared_over_what_was_asked_alike() -> None:
    before = said((M, 5, {}), (B, 1, {}))
    fewer = {
        p: {k: a for k, a in own.items() if k != "data.1"} for p, own in before.answers.items()
    }
    earlier = EarlierSaid(date(2025, 2, 1), replace(before, answers=fewer))
    trend = views(wording(three(), earlier=(earlier,))).trend
    assert trend is not None
    # IT did not answer a year ago: management and departments are compared, in both years.
    assert trend.title == "Since February 2025 the viewpoints have come 50 points closer"
    assert "53 questions" in trend.note
    assert trend.heads == ("Area", "February 2025", "February 2026")
    assert trend.rows[0] == ("All questions", "100", "50")
    assert len(trend.rows) == 19
    alone = EarlierSaid(date(2025, 2, 1), said((M, 5, {})))
    assert views(wording(three(), earlier=(alone,))).trend is None


def test_the_decision_map_says_what_is_found_and_what_to_do() -> None:
    map_ = (
        held("budget", "it", "business", "jointly", "nobody")
        | held("tool", "it", "it", "it", "it")
        | held("data", "business", "business", "business", "business")
        | held("plan", "jointly", "jointly", "jointly", "jointly")
    )
    part = decisions(wording(said((M, 3, map_))))
    assert part.statement == "One of 4 decisions has a part that nobody holds"
    assert [cell.holder for cell in part.rows[0].cells] == ["it", "business", "jointly", "nobody"]
    nobody, it, business = part.found
    assert nobody.items[0].text.startswith("Who owns the figure? That is open. Name one person")
    assert (it.items[0].label, it.items[0].text) == ("The tool", "Ask sales.")
    assert business.items[0].text.startswith("Bring IT in")
    assert chapter(wording(said((M, 3, map_)))).viewpoints is None


@pytest.mark.parametrize(
    ("given", "statement"),
    [
        (held("plan", "jointly"), "No decision is known in full yet"),
        (
            held("plan", "it", "jointly", "it", "business"),
            "One of 4 decisions is known in full: both sides have a part in it",
        ),
        (
            {
                key: answer
                for decision in ("budget", "tool", "data", "plan")
                for key, answer in held(decision, *["jointly"] * 4).items()
            },
            "No decision is without an owner, and none with one side alone",
        ),
    ],
)
def test_a_map_with_empty_parts_does_not_claim_more_than_is_known(
    given: dict[str, Answer], statement: str
) -> None:
    assert decisions(wording(said((M, 3, given)))).statement == statement


def test_who_says_what_of_a_decision_is_told_by_viewpoint() -> None:
    told = (
        held("plan", "it", "it", "it", "it"),
        held("plan", "jointly", "it", "it", "it"),
        held("plan", "nobody", "it", "it", "it"),
    )
    people = [(view, 3, own) for view, own in zip(Viewpoint, told, strict=True)]
    part = decisions(wording(said(*people)))
    assert [cell.holder for cell in part.rows[3].cells] == ["differ", "it", "it", "it"]
    (group,) = part.found
    assert group.items[0].text == (
        "Who decides? Management: IT; IT: both together; Departments: nobody."
    )
    as_one = decisions(wording(said(*people), BOTH_AS_ONE))
    assert as_one.found[0].items[0].text == (
        "Who decides? Management: IT; IT and Departments: both together or nobody."
    )


def test_the_slides_have_one_of_the_gaps_and_one_of_the_decisions() -> None:
    map_ = held("tool", "it", "it", "it", "it") | held("plan", "it", "nobody", "it", "it")
    w = wording(said((M, 5, map_), (B, 1, {})))
    model = build_slides(w.evaluation, w.context, ENGLISH)
    keys = [one.key for one in model.slides]
    assert keys[4:7] == ["viewpoints", "leading", "decision_map"]
    table, points = model.slides[6].parts
    assert isinstance(table, Table)
    assert [[cell.strong for cell in row] for row in table.rows][3] == [False] * 2 + [True] + [
        False
    ] * 2
    assert isinstance(points, Points)
    assert [(one.label, one.text) for one in points.points] == [
        ("A part that nobody holds", "The plan"),
        ("With IT alone", "The tool"),
    ]
    assert found_in_slides(render_slides(model)) == expected_in_slides(model)
    alone = wording(said((M, 5, map_)))
    assert len(build_slides(alone.evaluation, alone.context, ENGLISH).slides) == 7


def test_one_person_sees_no_part_of_viewpoints() -> None:
    w = wording(said((M, 3, {})))
    made = chapter(w)
    assert (made.viewpoints, made.decisions) == (None, None)
    assert made.chapter.name == "Who leads, and by which strategy"
    assert "Gaps" not in {
        sheet.key for sheet in build_book(w.evaluation, w.context, ENGLISH).sheets
    }
    assert len(build_slides(w.evaluation, w.context, ENGLISH).slides) == 7


def test_no_name_stands_anywhere() -> None:
    written = Answer(State.DONT_KNOW, None, "We wrote this.", "A folder")
    w = wording(three(data__1=written))
    texts = (
        str(build_report(w.evaluation, w.context, ENGLISH)),
        str(build_slides(w.evaluation, w.context, ENGLISH)),
        str(build_book(w.evaluation, w.context, ENGLISH)),
    )
    assert "We wrote this." in texts[0]
    assert "We wrote this." in texts[2]
    assert not [text for text in texts if NAME in text or "Zacharias" in text]


def test_the_sheet_of_gaps_has_every_area_and_question() -> None:
    w = wording(three(data__1=Answer.of(5)))
    book = build_book(w.evaluation, w.context, ENGLISH)
    sheet = next(one for one in book.sheets if one.key == "Gaps")
    rows = [dict(zip((c.title for c in sheet.columns), row, strict=True)) for row in sheet.rows]
    assert len(rows) == 18 + 54
    first = next(row for row in rows if row["Part"] == "Question")
    assert (first["Id"], first["IT: score"], first["Gap, points"]) == ("data.1", 100, 75)
    assert (first["Rates highest"], first["Rates lowest"]) == ("IT", "Departments")
    assert len(gaps_by_question(w).chart.rows) == 54


def test_the_chapter_is_whole_in_every_file_and_can_be_archived() -> None:
    map_ = held("budget", "it", "business", "jointly", "nobody")
    responses = replace(
        said((M, 5, map_), (IT, 3, {}), (B, 1, {}), (B, 2, {}), (B, 3, {})),
        consensus={"data.1": 3},
        reasons={"data.1": "We tried <it>."},
        parked={"data.2": "株式会社 & more"},
    )
    earlier = EarlierSaid(date(2025, 2, 1), three())
    w = wording(responses, earlier=(earlier,))
    report = build_report(w.evaluation, w.context, ENGLISH)
    content = render_pdf(report)
    assert found(content) == expected(report)
    assert faults(content) == set()
    assert expected_in_word(report).items() <= found_in_word(render_word(report)).items()
