"""Lists of applications as people have them: read, compared, written, and read again."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from digimaturity import paths
from digimaturity.domain.roadmap.book import EMPTY, PlanBook
from digimaturity.domain.roadmap.items import Exchange, Interface, System
from digimaturity.domain.roadmap.uses import USES
from digimaturity.errors import UserError
from digimaturity.i18n import LANGUAGES, Translator
from digimaturity.services.systems_file.preview import Preview, look_at, look_into
from digimaturity.services.systems_file.values import amount
from digimaturity.services.systems_file.words import changed_words, unread_words
from digimaturity.services.systems_file.writing import csv_bytes, xlsx_bytes

_T = {one: Translator.load(one, paths.resources_dir() / "locale") for one in LANGUAGES}

_GERMAN = """Anwendungsliste der Muster GmbH;;;;;;
;;;;;;
Hersteller;Anwendung;Zuständig;Kosten 2024 (T€);Kosten 2025;Mit IT?;Anzahl Nutzer;Anbindung;Farbe
Nord AG;Fibu Plus;Jörg Weiß;12;12.500,00 €;ja;7;"ERP 1 (von Hand: Belege), Lohn; Süd";rot
;ERP 1;;80,5;"81.250,-";Nein;40;;blau
;Lohn; Süd;;;?;;;
;Summe;;92,5;93750;;;;
"""
_ENGLISH = """"Name","Used for","Cost per year","Owner","Interfaces"
"Webshop","e-commerce","12,500.50","Ada","CRM (file)"
"CRM","crm-system","EUR 900","",""
"""


def _look(content: bytes, book: PlanBook = EMPTY) -> tuple[Preview, PlanBook]:
    """What a file would change, and the book after that."""
    found = look_at(content, book, 2026)
    for entry in found.entries:
        book = book.with_entry(entry)
    return found, book


def _named(book: PlanBook) -> dict[str, System]:
    return {system.name: system for system in book.systems.values()}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_a_german_list_is_read_from_any_encoding_with_a_title_above_and_a_sum_below(
    encoding: str,
) -> None:
    text = _GERMAN.replace("Lohn; Süd;;;", '"Lohn; Süd";;;;')
    found, book = _look(text.encode(encoding))
    systems = _named(book)
    books = systems["Fibu Plus"]
    assert (books.vendor, books.owner, books.users, books.with_it) == (
        "Nord AG",
        "Jörg Weiß",
        7,
        True,
    )
    assert books.costs == {2024: 12_000, 2025: 12_500}
    assert systems["ERP 1"].costs == {2024: 80_500, 2025: 81_250}
    assert systems["ERP 1"].with_it is False
    assert systems["Lohn; Süd"] == System("Lohn; Süd")
    # The name with a separator in it is known as one.
    names = {key: system.name for key, system in book.systems.items()}
    assert [(names[one.to], one.how, one.what) for one in books.interfaces] == [
        ("ERP 1", Exchange.BY_HAND, "Belege"),
        ("Lohn; Süd", Exchange.AUTOMATIC, ""),
    ]
    assert found.left_out == ("Farbe",)
    assert [(one.line, one.why) for one in found.unread] == [(7, "sum")]
    assert found.year is None
    assert found.unsaid == 1  # of the interface to "Lohn; Süd"


def test_an_english_list_by_commas_is_read_and_costs_without_a_year_are_of_this_one() -> None:
    found, book = _look(_ENGLISH.encode())
    shop, crm = _named(book)["Webshop"], _named(book)["CRM"]
    assert (found.year, shop.costs, crm.costs) == (2026, {2026: 12_500.5}, {2026: 900})
    assert (shop.use, crm.use) == ("web_shop", "crm")
    assert [one.how for one in shop.interfaces] == [Exchange.FILE]
    assert not found.unsaid


def test_what_cannot_be_read_is_told_with_its_line_and_the_rest_is_taken() -> None:
    rows = (
        "Application\tCost 2025\tUsers\tIn use since\tBought with IT\tUsed for\tInterfaces",
        "A\t12 pieces\tmany\tlong ago\tmaybe\tdreams\tNowhere; A; B",
        "b\t-5\t\t\t\t\t",
        "B\t7\t\t\t\t\t",
        "\t7\t\t\t\t\t",
    )
    found, book = _look("\n".join(rows).encode())
    assert {(one.line, one.why) for one in found.unread} == {
        (2, "cost"),
        (2, "users"),
        (2, "since"),
        (2, "with_it"),
        (2, "use"),
        (2, "interface"),
        (2, "itself"),
        (3, "cost"),
        (4, "twice"),
        (5, "name"),
    }
    one = _named(book)["A"]
    assert (one.purpose, len(one.interfaces), one.costs, one.with_it) == ("dreams", 1, {}, None)
    for t in _T.values():
        assert all("{" not in unread_words(unread, t) for unread in found.unread)
        assert "12 pieces" in unread_words(found.unread[0], t)


def test_a_hostile_cell_is_left_out_and_does_not_take_long() -> None:
    cells = (b"1" + b" " * 390 + b"x", b"a;" * 4000, b"n" * 401)
    rows = b"".join(b'S%d;"%s";"%s";%s\n' % (number, *cells) for number in range(50))
    found, book = _look(b"Application;Cost 2026;Interfaces;Owner\n" + rows)
    assert {one.why for one in found.unread} == {"cost", "interface", "long"}
    assert list(book.systems.values()) == [System(f"S{number}") for number in range(50)]


@pytest.mark.parametrize(
    ("text", "mark", "euros"),
    [
        ("12.500,00 €", "", 12_500),
        ("12,500.00", "", 12_500),
        ("12.500", "", 12_500),
        ("12,500", "", 12_500),
        ("12.500", ".", 12.5),
        ("1.250.000", ".", 1_250_000),
        ("12'500", "", 12_500),
        ("12 500 EUR", "", 12_500),
        ("€ 0,99", "", 0.99),
        ("99,5", "", 99.5),
        ("12,50", ".", 12.5),
        ("12 T€", "", 12_000),
        ("12k", "", 12_000),
        ("1.500,-", "", 1_500),
        ("1.2.3", "", None),
        ("12.50,00", "", None),
        ("100 CHF", "", None),
        ("$100", "", None),
        ("-5", "", None),
        ("9" * 400, "", None),
    ],
)
def test_amounts_are_read_as_they_are_meant(text: str, mark: str, euros: float | None) -> None:
    assert amount(text, mark) == euros


#: With what goes over, which has one as well, as many parts as an interface is looked for in.
_MOST_SEPARATORS = 4
_names = (
    st.text("ABü ,;|()'=&", max_size=9)
    .filter(lambda one: sum(map(one.count, ",;|")) <= _MOST_SEPARATORS)
    .map(lambda one: " ".join(f"A{one}B".split()))
)
_euros = st.integers(0, 10**7) | st.integers(0, 10**9).map(lambda one: one / 1000)
_texts = st.sampled_from(("", "Ada", "Jörg, Weiß; „x“", "=1+1", "+49 1", "two words"))


@st.composite
def _books(draw: st.DrawFn) -> PlanBook:
    names = draw(
        st.lists(
            _names,
            min_size=1,
            max_size=5,
            unique_by=str.casefold,
        )
    )
    systems = {}
    for name in names:
        others = [one for one in names if one != name]
        links = st.builds(
            Interface,
            st.sampled_from(others or names),
            st.sampled_from(Exchange),
            st.sampled_from(("", "orders", "a: b; c")),
        )
        systems[name] = System(
            name,
            owner=draw(_texts),
            use=draw(st.sampled_from(("", *USES))),
            purpose=draw(_texts),
            vendor=draw(_texts),
            costs=draw(st.dictionaries(st.sampled_from((2024, 2025)), _euros)),
            users=draw(st.none() | st.integers(0, 999)),
            with_it=draw(st.sampled_from((None, True, False))),
            cloud=draw(st.sampled_from((None, True, False))),
            since=draw(st.none() | st.integers(1980, 2026)),
            interfaces=draw(st.lists(links, max_size=2, unique=True).map(tuple)) if others else (),
            notes=draw(st.sampled_from(("", "two\nlines"))),
        )
    return PlanBook(systems=systems)


@settings(max_examples=25, deadline=None)
@given(_books(), st.sampled_from(LANGUAGES), st.booleans())
def test_what_is_written_reads_as_the_same_and_a_second_time_changes_nothing(
    book: PlanBook, language: str, workbook: bool
) -> None:
    write = xlsx_bytes if workbook else csv_bytes
    content = write(book.systems, (2026,), _T[language])
    assert write(book.systems, (2026,), _T[language]) == content
    found, after = _look(content, book)
    assert (found.entries, found.unread, found.left_out) == ((), (), ())
    assert found.equal == len(book.systems)
    assert after == book
    # And as well where nothing is yet, but for the ids.
    _, anew = _look(content)
    names = {key: one.name for key, one in anew.systems.items()}
    plain = [
        replace(one, interfaces=tuple(replace(link, to=names[link.to]) for link in one.interfaces))
        for one in anew.systems.values()
    ]
    assert plain == list(book.systems.values())


def test_only_what_the_file_says_differs_and_an_empty_cell_takes_nothing_away() -> None:
    before = System("CRM", owner="Ada", use="crm", costs={2024: 5}, interfaces=(Interface("e"),))
    book = PlanBook(systems={"c": before, "e": System("ERP", use="erp")})
    found, after = _look(b"System;Verantwortlich;Kosten 2025\n crm ;;7\nErp;Bo;", book)
    assert after.systems["c"] == replace(before, costs={2024: 5, 2025: 7})
    assert after.systems["e"].owner == "Bo"
    assert [changed_words(one, _T["de"]) for one in found.changed] == [
        "CRM: Kosten",
        "ERP: Verantwortlich",
    ]
    assert (found.new, found.equal) == ((), 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_template_is_an_empty_list_that_can_be_read(language: str) -> None:
    for write in (csv_bytes, xlsx_bytes):
        found, book = _look(write({}, (2025, 2026), _T[language]))
        assert (found.left_out, book) == ((), EMPTY)


def _zipped(**parts: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("_", "."), content)
    return out.getvalue()


def _tall() -> bytes:
    book = Workbook()
    book.active.cell(1, 1, "Application")
    book.active.cell(1_000_000, 1, "far below")
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "columns"),
        (b"colour;size\nred;7\n", "columns"),
        (b"%PDF-1.7\n\0\1\2", "binary"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old"),
        (b"PK\x03\x04 and no more", "damaged"),
        (_zipped(mimetype=b"text"), "binary"),
        (_zipped(**{"[Content]_Types_xml": b"<Types/>"}), "binary"),
        (_zipped(**{"[Content_Types].xml": b"<Types/>", "bomb": b"0" * 70_000_000}), "large"),
        (b"Application\n" + b"a\n" * 60_000, "rows"),
        (b'Application\n"' + b"a" * 200_000, "damaged"),
        (b"Application\n" + b"x" * 10_000_001, "large"),
    ],
)
def test_hostile_files_and_others_that_are_no_list_are_refused(content: bytes, code: str) -> None:
    content = content.replace(b"[Content.Types].xml", b"[Content_Types].xml")
    with pytest.raises(UserError) as caught:
        look_at(content, EMPTY, 2026)
    assert caught.value.code == f"systems.{code}"


def test_a_row_a_million_below_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "tall.xlsx"
    path.write_bytes(_tall())
    assert look_into(path, EMPTY, 2026).entries == ()
    with pytest.raises(UserError) as caught:
        look_into(tmp_path / "gone.csv", EMPTY, 2026)
    assert caught.value.details["path"] == tmp_path / "gone.csv"
