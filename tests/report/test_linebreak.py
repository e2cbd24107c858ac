"""Lines: nothing lost, nothing too wide, words divided only where it is right."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from digimaturity.report.pdf import fonts
from digimaturity.report.pdf.linebreak import Goal, Line, Span, break_lines, line_width, shortened

_WORDS = st.text(alphabet="abcdefgäöüß- /–😀中\n", max_size=200)


def spans(*texts: str) -> tuple[Span, ...]:
    return tuple(Span(text, fonts.REGULAR, "#000000") for text in texts)


def words_of(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(span.text for span in line) for line in lines]


@settings(deadline=None)  # the first word loads the patterns
@given(text=_WORDS, width=st.floats(12, 300), hyphenate=st.booleans())
def test_no_letter_is_lost_and_no_line_is_too_wide(
    text: str, width: float, hyphenate: bool
) -> None:
    clean = fonts.clean(text, lines=True)
    lines = break_lines(spans(clean), width, 9, "de", hyphenate=hyphenate)
    joined = "".join(words_of(lines)).replace("\N{HYPHEN}", "").replace(" ", "")
    assert joined == clean.replace("\n", "").replace(" ", "")
    for line in lines:
        single = len("".join(span.text for span in line).strip()) <= 1
        assert single or line_width(line, 9) <= width + 0.01


def test_a_line_that_goes_on_keeps_its_space_so_that_words_stay_apart_when_copied() -> None:
    lines = words_of(break_lines(spans("one two three"), 40, 9))
    assert "".join(lines) == "one two three"
    assert len(lines) > 1


def test_a_line_break_of_the_writers_keeps_the_words_apart_too() -> None:
    assert words_of(break_lines(spans("one\ntwo"), 400, 9)) == ["one ", "two"]


def test_a_long_word_is_divided_by_syllable_only_where_the_line_would_stay_empty() -> None:
    text = "Die Datenschutzgrundverordnung"
    divided = words_of(break_lines(spans(text), 100, 9, "de", hyphenate=True))
    assert divided[0].endswith("\N{HYPHEN}")
    assert words_of(break_lines(spans(text), 130, 9, "de")) == [
        "Die ",
        "Datenschutzgrundverordnung",
    ]


def test_places_side_by_side_in_the_patterns_are_not_trusted() -> None:
    for width in range(30, 90, 2):
        for line in words_of(
            break_lines(spans("zusammenarbeiten"), width, 9, "de", hyphenate=True)
        ):
            assert not line.startswith(("rbeiten", "narbeiten", "arbeiten"))


def test_an_address_breaks_after_its_slashes() -> None:
    lines = words_of(break_lines(spans("https://example.org/databrowser/view/table"), 90, 9, "en"))
    assert all(line.endswith("/") for line in lines[:-1])


def test_spans_that_touch_are_one_word() -> None:
    first, second = spans("(see ", "appendix")
    bold = Span(")", fonts.STRONG, "#000000")
    lines = words_of(break_lines((first, second, bold), 45, 9))
    assert lines == ["(see ", "appendix)"]


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("a\x00b\x07c", "abc"),
        ("Mu\N{COMBINING DIAERESIS}ller", "Müller"),
        ("one\ttwo  three\n", "one two three"),
        ("safe\N{RIGHT-TO-LEFT OVERRIDE}evil", "safeevil"),
        ("27\N{NO-BREAK SPACE}%", "27\N{NO-BREAK SPACE}%"),
        ("\ud800", ""),
        ("goal 90 % or 5 €", "goal 90\N{NO-BREAK SPACE}% or 5\N{NO-BREAK SPACE}€"),
    ],
)
def test_text_is_cleaned_of_what_cannot_be_drawn(raw: str, clean: str) -> None:
    assert fonts.clean(raw) == clean


def test_line_breaks_stay_where_they_count_but_not_empty_lines() -> None:
    assert fonts.clean("a\r\n\r\n b \n\nc", lines=True) == "a\nb\nc"


def test_each_letter_gets_a_face_that_has_it_and_what_none_has_becomes_the_sign_for_it() -> None:
    parts = fonts.runs("Ä😀中", fonts.STRONG)
    assert parts == (
        (fonts.STRONG, "Ä"),
        (fonts.SYMBOLS, "😀"),
        (fonts.STRONG, "\N{REPLACEMENT CHARACTER}"),
    )


@pytest.mark.parametrize("text", ["m" * 50_000, "</b><i>" * 5_000, "a/" * 20_000])
def test_a_word_as_long_as_a_file_is_broken_and_each_letter_measured_but_a_few_times(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured = 0
    plain = fonts.width

    def counting(part: str, face: str) -> float:
        nonlocal measured
        measured += len(part)
        return plain(part, face)

    monkeypatch.setattr(fonts, "width", counting)
    lines = break_lines(spans(text), 200, 9, "de", hyphenate=True)
    joined = "".join(words_of(lines)).replace("\N{HYPHEN}", "").replace(" ", "")
    assert joined == text
    assert max(line_width(line, 9) for line in lines) <= 200.01
    assert measured < 200 * len(text)


def test_a_cut_line_ends_in_an_ellipsis_within_its_room() -> None:
    (line,) = break_lines(spans("Nordlicht Maschinenbau"), 500, 9)
    cut = shortened(line, 60, 9)
    assert "".join(span.text for span in cut).endswith("…")
    assert line_width(cut, 9) <= 60


def test_a_word_that_is_a_link_breaks_like_any_other() -> None:
    goal = Goal("term-x", "what it means")
    text = "Die Datenschutzgrundverordnung, sie gilt"
    word = "Datenschutzgrundverordnung"
    start = text.index(word)
    linked = [
        *spans(text[:start]),
        Span(word, fonts.REGULAR, "#000000", goal),
        *spans(text[start + len(word) :]),
    ]
    lines = break_lines(tuple(linked), 100, 9, "de", hyphenate=True)
    assert words_of(lines) == words_of(break_lines(spans(text), 100, 9, "de", hyphenate=True))
    pieces = [span for line in lines for span in line if span.goal is goal]
    assert len(pieces) == 2
    assert "".join(span.text for span in pieces).replace("\N{HYPHEN}", "") == word


@example(text="aaaaaaa", cuts=[1], width=30.0)
@given(text=_WORDS, cuts=st.lists(st.integers(0, 200), max_size=5), width=st.floats(30, 300))
def test_links_change_no_line(text: str, cuts: list[int], width: float) -> None:
    clean = fonts.clean(text, lines=True)
    edges = sorted({0, len(clean), *(cut for cut in cuts if cut < len(clean))})
    linked = [
        Span(
            clean[start:end], fonts.REGULAR, "#000000", Goal(f"{start}", "") if start % 2 else None
        )
        for start, end in pairwise(edges)
    ]
    lines = break_lines(tuple(linked), width, 9, "de", hyphenate=True)
    assert words_of(lines) == words_of(break_lines(spans(clean), width, 9, "de", hyphenate=True))


def test_a_short_last_word_is_not_left_alone() -> None:
    text = "Auf die Frage lautete die Antwort genau so, das ist Stufe 2."
    lines = words_of(break_lines(spans(text), 105, 9, "de"))
    assert len(lines) > 2
    assert lines[-1] == "Stufe 2."
    assert "".join(lines) == text


def test_a_long_word_is_not_fetched_to_join_a_short_one() -> None:
    lines = words_of(break_lines(spans("eine Zusammenarbeitsvereinbarung ja"), 152, 9, "en"))
    assert lines == ["eine Zusammenarbeitsvereinbarung ", "ja"]


@settings(deadline=None)
@given(text=st.text("abc ", min_size=1, max_size=200), width=st.integers(20, 200))
def test_fetching_a_word_keeps_every_line_within_its_width(text: str, width: int) -> None:
    clean = fonts.clean(text)
    lines = break_lines(spans(clean), width, 9)
    assert "".join(words_of(lines)) == clean
    assert all(line_width(line, 9) <= width + 0.01 for line in lines)
