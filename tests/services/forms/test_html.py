"""The form in a browser: filled by keyboard, kept, sent nowhere, read by a screen reader."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from hypothesis import example, given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Dialog, Page, expect, sync_playwright
from pypdf import PdfReader

from digimaturity.canonical import canonical
from digimaturity.domain.conditions import AllOf, AnyOf, AtLeast, Condition, Equals, Not, holds
from digimaturity.domain.questionnaire import Kind, Questionnaire
from digimaturity.packs.document import condition_document
from digimaturity.services.answers_writing import said_document
from digimaturity.services.assessments import case_of, responses
from digimaturity.services.forms.html import form_html
from digimaturity.services.forms.model import Section
from digimaturity.services.forms.reading import read_text
from digimaturity.services.forms.returned import Medium
from digimaturity.services.forms.taking_in import preview, take_in
from digimaturity.services.forms.writing import form_for, write_form
from digimaturity.services.workspace import Workspace
from tests.services.forms.html_page import (
    CHROMIUM,
    HOSTILE,
    IDENTITY,
    every_kind,
    in_language,
    shown,
    translator,
)
from tests.services.small import begin

pytestmark = pytest.mark.skipif(not Path(CHROMIUM).exists(), reason="no Chromium here")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def script(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page whose functions can be called."""
    with shown(browser) as form:
        form.open(tmp_path_factory.mktemp("script") / "form.html", every_kind())
        yield form.page


# -- the same as in Python -----------------------------------------------------------------------

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
FRACTIONS = st.integers(-(10**9), 10**9).filter(lambda n: n % 10**4).map(lambda n: n / 10**4)
NUMBERS = st.integers(-(2**53), 2**53) | FRACTIONS
DOCUMENTS = st.recursive(
    st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


@given(st.lists(DOCUMENTS, max_size=8), st.integers(0, 200))
@example([{"\U0001f600": 1, "\uff01": 2, "": 3}], 0)  # in UTF-16 the first two are the other way
def test_the_browser_writes_and_sums_as_python_does(
    script: Page, documents: list[Any], length: int
) -> None:
    documents.append("ü" * length)  # every length of the last block
    ours = [canonical(one) for one in documents]
    theirs = script.evaluate(
        "text => JSON.parse(text).map(one => [canonical(one), sha256(canonical(one))])",
        json.dumps(documents),
    )
    assert theirs == [[one.decode(), hashlib.sha256(one).hexdigest()] for one in ours]


NAMES = st.sampled_from("abc")
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    st.builds(AtLeast, NAMES, st.integers(1, 3).map(float), st.booleans())
    | st.builds(Equals, NAMES, st.booleans() | st.integers(2, 3).map(float) | st.just("x")),
    lambda part: (
        st.builds(AnyOf, st.lists(part, max_size=3).map(tuple))
        | st.builds(AllOf, st.lists(part, max_size=3).map(tuple))
        | st.builds(Not, part)
    ),
    max_leaves=6,
)
KNOWN = st.none() | st.booleans() | st.sampled_from([2.0, 3.5, frozenset("x"), frozenset("xy")])


@given(st.lists(st.tuples(CONDITIONS, st.dictionaries(NAMES, KNOWN)), max_size=20))
def test_conditions_hold_in_the_browser_as_they_do_in_the_domain(
    script: Page, cases: list[tuple[Condition, dict[str, float | bool | frozenset[str] | None]]]
) -> None:
    told = [
        (
            condition_document(condition),
            {k: list(v) if isinstance(v, frozenset) else v for k, v in known.items()},
        )
        for condition, known in cases
    ]
    found = script.evaluate(
        "cases => cases.map(([what, known]) => holds(what, (id) => known[id] ?? null))", told
    )
    assert found == [holds(condition, known.get) for condition, known in cases]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("de", "12,5", 12.5),
        ("de", "1.000", 1000),
        ("de", " 80 % ", 80),
        ("en", "1,000.5", 1000.5),
        ("en", "12,5", 12.5),
        ("en", "1.23456", 1.2346),
        ("en", "−3", -3),
        ("en", "-0", 0),
        ("en", "12a", None),
        ("en", "1e3", None),
        ("de", "1.2.3", None),
    ],
)
def test_a_number_is_read_as_its_language_writes_it(
    script: Page, language: str, text: str, number: float | None
) -> None:
    found = script.evaluate("([t, l]) => String(numberIn(t, l))", [text, language])
    assert found == ("NaN" if number is None else f"{number:g}")


# -- filling it in -------------------------------------------------------------------------------


def test_it_is_filled_by_keyboard_alone_without_a_network_and_taken_in(
    browser: Browser, workspace: Workspace, readiness: Questionnaire, tmp_path: Path
) -> None:
    sitting = begin(workspace, readiness)
    case, file = case_of(workspace, sitting.assessment), tmp_path / "form.html"
    manager = next(one for one in case.record.respondents if one.id == sitting.manager)
    questions = form_for(case, manager, translator("de"))
    write_form(workspace, questions, Medium.HTML, file, translator("de"))
    grid = questions.grid
    assert grid is not None
    expected: dict[str, Any] = {}
    with shown(browser, viewport={"width": 400, "height": 640}) as form:
        form.page.goto(file.as_uri())
        while not form.page.evaluate("document.activeElement === ends.begin"):
            form.press("Tab")
        form.press("Enter")
        form.press("Tab", "Tab")  # past "why", which opens by itself, to the first question
        form.page.evaluate("focusOn(unitsOf(pages[current])[0])")
        for section in questions.sections:
            if section.key == "+plans":
                for row in grid.rows:
                    for place, part in enumerate(grid.parts):
                        form.press(str(place + 1), "Enter")
                        expected[f"{row.value}.{part.value}"] = grid.holders[place].value
            for item in section.items:
                _in_view(form.page)
                expected[item.id] = _answer(form.page, item.id, item.kind, int(item.number))
                _in_view(form.page)
                form.press("Enter")
        expect(form.page.get_by_role("heading", level=1)).to_be_focused()
        form.press("Tab")
        form.save(tmp_path / "saved.json")
        assert form.asked_for == [file.as_uri()]
        assert form.faults == []
    (back,) = preview(workspace, [tmp_path / "saved.json"])
    assert back.found is not None
    assert (back.found.person.id, back.found.known_form) == (sitting.manager, True)
    assert (len(back.found.new), back.found.half_filled) == (len(expected), False)
    take_in(workspace, [back])
    said = said_document(readiness, responses(workspace, sitting.assessment))
    assert said["respondents"][0]["answers"] == expected
    with shown(browser) as form:  # on another device
        page = form.page
        page.goto(file.as_uri())
        page.set_input_files("input[type=file]", tmp_path / "saved.json")
        expect(page.get_by_text("Alle 93 Fragen sind beantwortet.")).to_be_visible()
        assert page.evaluate("allSaid()") == expected
        form.open(tmp_path / "form.html", every_kind())
        page.set_input_files("input[type=file]", tmp_path / "saved.json")
        expect(page.get_by_text("That is no file saved from this form.")).to_be_visible()


def _answer(page: Page, question: str, kind: Kind, number: int) -> Any:  # noqa: ANN401 - any answer
    """Type an answer to the question that has the focus; return it as a file of answers says it."""
    keys = page.keyboard
    if kind is Kind.NUMBER:
        keys.type("12,5")
        return 12.5
    if kind is Kind.YES_NO:
        keys.press("j")
        return True
    if question == "value_chain.delivery":
        keys.press("n")
        keys.press("c")
        keys.type("Wir liefern nichts.")
        keys.press("Escape")
        return {"value": "not_applicable", "comment": "Wir liefern nichts."}
    if number == 2:
        keys.press("d")
        return "dont_know"
    level = 1 + number % 4
    keys.press(str(level))
    if kind is Kind.ONE_OF:
        return ("none", "wanted", "decided", "running")[level - 1]
    return level


def _in_view(page: Page) -> None:
    """What has the focus is not hidden behind the foot (WCAG 2.4.11)."""
    assert page.evaluate(
        """() => {
          const box = document.activeElement.getBoundingClientRect();
          return box.top >= 0 && box.bottom <= document.querySelector("footer").offsetTop + 1;
        }"""
    )


def test_what_is_asked_follows_the_answers_and_only_that_is_saved(
    browser: Browser, tmp_path: Path
) -> None:
    with shown(browser) as form:
        page = form.page
        form.open(tmp_path / "form.html", every_kind())
        form.go_to("Facts")
        share = page.get_by_role("textbox", name="Share?")
        share.fill("120")
        share.blur()
        alert = page.locator("#q7-problem")
        expect(alert).to_have_text("Please enter a number between 0 and 100.")
        more = page.get_by_role("textbox", name="More?")
        expect(more).to_be_hidden()
        form.go_to("Save and send back")
        lost = page.get_by_text("Question 7: what is written there is no number that fits")
        expect(lost).to_be_visible()
        form.go_to("Facts")
        share.fill("1.5")
        expect(alert).to_have_text("")
        more.fill("7")
        share.fill("0.5")
        expect(more).to_be_hidden()
        # A condition on what is not asked here is left to the reader.
        page.get_by_role("textbox", name="Other?").fill(" dont_know ")
        form.go_to("Data")
        many = page.get_by_role("group", name="Which?")
        for box in ("Text of y", "Text of x", "Text of y"):
            many.get_by_role("checkbox", name=box).click()
        page.get_by_role("group", name="Question 1 How?").get_by_label("4 Integrated").check()
        expect(page.get_by_role("link", name="In detail 0 of 1 answered")).to_be_visible()
        page.get_by_role("button", name="Next", exact=True).click()
        page.get_by_label("Text of second").check()
        page.get_by_role("button", name="Back", exact=True).click()
        page.get_by_role("group", name="Question 1 How?").get_by_label("2 Emerging").check()
        expect(page.get_by_role("link", name="In detail")).to_be_hidden()
        form.go_to("Save and send back")
        expect(lost).to_be_hidden()
        page.get_by_role("button", name="Copy answers as text").click()
        told = read_text(page.get_by_role("textbox", name="Your answers as text").input_value())
        assert told.identity == IDENTITY
        assert told.answers == {
            "a.level": 2,
            "a.many": ["x"],
            "f.share": 0.5,
            "f.other": {"text": "dont_know"},
        }
        expect(page.get_by_text("4 of 9 questions are answered.")).to_be_visible()


def test_one_comes_back_to_what_one_said_until_one_begins_anew(
    browser: Browser, tmp_path: Path
) -> None:
    with shown(browser) as form:
        page = form.page
        form.open(tmp_path / "form.html", every_kind())
        expect(page.get_by_role("contentinfo")).to_be_hidden()
        form.go_to("Data")
        expect(page.get_by_text("Kept in this browser", exact=True)).to_be_hidden()
        how = page.get_by_role("group", name="Question 1 How?")
        how.get_by_label("4 Integrated").check()
        expect(page.get_by_text("Kept in this browser", exact=True)).to_be_visible()
        how.get_by_role("button", name="Comment").click()
        page.keyboard.type("Since May")
        page.goto("about:blank")
        page.goto((tmp_path / "form.html").as_uri())
        expect(page.get_by_role("heading", name="Data")).to_be_visible()
        expect(how.get_by_label("4 Integrated")).to_be_checked()
        expect(how.get_by_role("textbox", name="Comment")).to_have_value("Since May")
        page.get_by_role("button", name="Next open question").click()
        other = page.get_by_role("group", name="Question 2")
        expect(other.get_by_label("1 Initial")).to_be_focused()
        form.press("3", "Delete")
        expect(other.get_by_label("3 Established")).not_to_be_checked()
        form.go_to("Save and send back")
        again = page.get_by_role("button", name="Start again …")
        again.click()
        page.get_by_role("button", name="Keep them").click()
        expect(page.get_by_text("1 of 10 questions are answered.")).to_be_visible()
        again.click()
        page.get_by_role("button", name="Delete all answers").click()
        page.reload()
        expect(page.get_by_role("button", name="Begin")).to_be_visible()
        assert page.evaluate("Object.keys(answers)") == []


def test_one_can_stop_anywhere_and_the_way_to_send_is_in_sight(
    browser: Browser, tmp_path: Path
) -> None:
    many = tuple(Section(f"s{n}", f"Chapter {n}", "", ()) for n in range(30))
    form_of_many = replace(every_kind(), sections=(*many, *every_kind().sections))
    with shown(browser, viewport={"width": 1366, "height": 625}) as form:
        page = form.page
        form.open(tmp_path / "form.html", form_of_many)
        page.get_by_role("button", name="Begin").click()
        send = page.get_by_role("navigation").get_by_role("link", name="Save and send back")
        foot = page.get_by_role("contentinfo").bounding_box()
        seen = send.bounding_box()
        assert foot is not None
        assert seen is not None
        assert 0 < seen["y"] < seen["y"] + seen["height"] <= foot["y"]
        for name in ("Save and send back", "Chapter 29"):
            form.go_to(name)
            expect(page.get_by_role("heading", name=name, level=1)).to_be_in_viewport(ratio=1)
            assert page.evaluate("scrollY") == 0


def test_where_nothing_can_be_kept_it_says_so_and_warns_before_it_closes(
    browser: Browser, tmp_path: Path
) -> None:
    with shown(browser) as form:
        form.page.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})"
        )
        form.open(tmp_path / "form.html", every_kind())
        expect(form.page.get_by_text("This browser keeps nothing")).to_be_visible()
        form.go_to("Data")
        form.page.get_by_label("4 Integrated").first.check()
        asked: list[str] = []

        def hear(dialog: Dialog) -> None:
            asked.append(dialog.type)
            dialog.accept()

        form.page.on("dialog", hear)
        form.page.goto("about:blank")
        assert asked == ["beforeunload"]


# -- what it may and may not ---------------------------------------------------------------------


class _Tags(HTMLParser):
    """Collects what could load something."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        loading = {"src", "href", "srcset", "data", "action", "style"} & {name for name, _ in attrs}
        self.found += [tag] if loading or tag in ("link", "iframe", "img", "form") else []


def test_nothing_can_be_loaded_or_sent_whatever_people_have_written(
    browser: Browser, tmp_path: Path
) -> None:
    text = form_html(every_kind(HOSTILE), translator("en"))
    tags = _Tags()
    tags.feed(text)
    assert tags.found == []
    assert not re.search(r"https?:|//\w+\.|@import|url\(|eval\(|innerHTML", text)
    with shown(browser) as form:
        page = form.page
        form.open(tmp_path / "form.html", every_kind(HOSTILE))
        expect(page.get_by_text(f"Questionnaire for {HOSTILE}, {HOSTILE}")).to_be_visible()
        form.go_to("Data")
        expect(page.get_by_role("group", name=f"How? {HOSTILE}")).to_be_visible()
        how = page.get_by_role("group", name="Question 1")
        how.get_by_role("button", name="Comment").click()
        how.get_by_role("textbox").fill(HOSTILE)
        page.reload()
        expect(how.get_by_role("textbox")).to_have_value(HOSTILE)
        assert page.evaluate("allSaid()") == {"a.level": {"comment": HOSTILE}}
        assert page.evaluate("[typeof hacked, document.querySelectorAll('img').length]") == [
            "undefined",
            0,
        ]
        assert (form.faults, set(form.asked_for)) == ([], {page.url.partition("#")[0]})
        refused = page.evaluate(
            """async () => {
              const seen = new Set();
              addEventListener("securitypolicyviolation", (e) => seen.add(e.effectiveDirective));
              await fetch("https://example.org/").catch(() => {});
              new Image().src = "https://example.org/a.png";
              document.body.insertAdjacentHTML("beforeend",
                "<p style='color: red' onclick='1'></p><iframe src='https://example.org'></iframe>");
              document.body.append(Object.assign(document.createElement("script"), {text: "1"}));
              await new Promise((done) => setTimeout(done, 100));
              return [...seen].sort();
            }"""
        )
        assert refused == [
            *("connect-src", "frame-src", "img-src"),
            *("script-src-attr", "script-src-elem", "style-src-attr"),
        ]


# -- for everybody -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "look", "width"),
    [("en", "light", 1280), ("en", "dark", 320), ("de", "light", 320), ("de", "dark", 1280)],
)
def test_axe_finds_no_violation_and_nothing_is_wider_than_the_window(
    browser: Browser, tmp_path: Path, language: str, look: str, width: int
) -> None:
    with shown(browser, color_scheme=look, viewport={"width": width, "height": 800}) as form:
        page = form.page
        form.open(tmp_path / "form.html", in_language(every_kind(), language))
        page.evaluate("goTo(1)")
        page.locator("[data-id='a.may'] [value=not_applicable]").check()
        page.locator("[data-id='a.level'] [value='=4']").check()
        page.locator("[data-id='a.level'] summary").click()
        page.locator("[data-id='a.level'] .actions button").first.click()
        page.evaluate("goTo(3)")
        page.locator(".chip").nth(1).click()
        page.evaluate("goTo(4)")
        page.locator("#q7-field").fill("many")
        page.evaluate("goTo(5)")
        page.locator("button.primary:visible").first.click()
        page.locator(".page:visible .actions button").nth(1).click()
        page.evaluate("keeps = false; showAll(pages)")
        page.evaluate("pages.forEach((page) => { page.element.hidden = false; })")
        _check(page)
        if width > 1000:
            page.evaluate("askToRestart()")
            _check(page)


def _check(page: Page) -> None:
    found = Axe().run(page, options={"resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_screen_reader_is_told_what_is_asked_and_where_one_is(
    browser: Browser, tmp_path: Path
) -> None:
    with shown(browser) as form:
        page = form.page
        form.open(tmp_path / "form.html", every_kind())
        form.go_to("Data")
        expect(page).to_have_title("Data – Readiness Hansen Möbel")
        expect(page.locator("fieldset").first).to_match_aria_snapshot(
            """
            - group "Question 1 How? Hansen Möbel":
              - group: Why this matters, and what to look at
              - radio "1 Initial Text of 1"
              - radio "5 Leading Text of 5"
              - radio "Don’t know"
              - button "Comment"
            """
        )
        form.go_to("Who decides")
        group = page.get_by_role("radiogroup", name="Decision 1 Text of buy Text of decides")
        expect(group.get_by_role("radio")).to_have_count(2)


def test_on_paper_are_all_questions_with_what_was_said(browser: Browser, tmp_path: Path) -> None:
    with shown(browser) as form:
        form.open(tmp_path / "form.html", every_kind())
        form.page.locator("[data-id='a.level'] button").first.evaluate("button => button.click()")
        form.page.locator("#q1-comment").evaluate(
            "(field) => { field.value = 'Since May'; field.dispatchEvent(new Event('input')); }"
        )
        pages = PdfReader(BytesIO(form.page.pdf())).pages
        text = " ".join(page.extract_text() for page in pages)
        wanted = ("How? Hansen Möbel", "Since May", "Text of sell", "Share?")
        assert [one for one in wanted if one not in text] == []
        assert "Save answers" not in text
