"""Nothing that people write, and no amount of it, breaks a report or is lost from it unmarked."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from pypdf import PdfReader

from digimaturity.domain.company import Company
from digimaturity.domain.evaluation import Evaluation, evaluate
from digimaturity.domain.questionnaire import Questionnaire, Viewpoint
from digimaturity.domain.responses import DONT_KNOW, Answer, Respondent, Responses
from digimaturity.errors import UserError
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.cuts import Cut, report_of
from digimaturity.report.model.parts import Chapter
from digimaturity.report.pdf import fonts, pages
from digimaturity.report.pdf.block import Block
from digimaturity.report.pdf.canvas import TaggedCanvas
from digimaturity.report.pdf.fonts import REPLACEMENT, SYMBOLS, clean, face, runs
from digimaturity.report.pdf.layout import Gap
from digimaturity.report.pdf.pages import Frame, paginate
from digimaturity.report.pdf.style import PAGE_SIZES
from digimaturity.report.wording import ReportContext
from digimaturity.services.answers_file import evaluate_answers
from digimaturity.services.answers_reading import parse_answers
from digimaturity.services.exports import Format, Order, exported
from digimaturity.services.packs import usable_questionnaires
from tests.report import samples

DE = Translator.load("de", resources_dir() / "locale")

#: What people write, or what a file brings.
TEXTS = {
    "long": "Jeder Satz dieser langen Bemerkung ist noch zu lesen, auch der letzte. " * 141,
    "without spaces": "Donaudampfschifffahrt" * 238,
    "markup": "<b>fett & <i>mehr</b> <img src='file:///etc/passwd'/> </para> {page} %s $x$",
    "control": "vor\x00\x07\x1b[31m\x7f\x85nach \u202erechts\u202c\u200b\ufeff Ende",
    "surrogates": "halb \ud83d und \udc00 ganz",
    "emoji": "👍 🏽 🦾 ✅ ☎\ufe0f 👩\u200d👧",
    "Chinese": "数字化成熟度 評估 𠮷野家",
    "Japanese and Korean": "デジタル成熟度 디지털",
    "Arabic": "شركة التحول الرقمي",
    "Hebrew": "חברה דיגיטלית בע״מ",
    "Cyrillic": "Цифрова зрілість, Ёлка, Ђорђе, Ґанок",
    "Greek": "Ψηφιακή ωριμότητα",
    "Vietnamese": "Chuyển đổi số: Nguyễn",
    "combining": "e\u0301 a\u0328 x\u0323\u0302\u0308 Z\u0351\u036b a" + "\u0301" * 300,
    "other scripts": "ดิจิทัล डिजिटल ዲጂታል ᎠᏍᏚᏅ",
    "lines": "eins\r\nzwei\rdrei\u2028vier\u2029fünf\n\n\n\nsechs",
    "spaces": " \u00a0\u2003\t ",
    "beyond Unicode's names": "\U0010ffff\ue000\U000e0041\ufffe",
}


def printed(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def bare(text: str) -> str:
    """A text without what depends on where its lines end."""
    return "".join(text.split()).replace("\N{HYPHEN}", "").replace("\N{SOFT HYPHEN}", "")


def shown(text: str) -> str:
    """A text as the page must show it: what no bundled face has is marked."""
    return "".join(part for _, part in runs(clean(text), fonts.REGULAR))


def from_file(texts: Sequence[str]) -> tuple[Evaluation, ReportContext]:
    """The way of a file of answers: each text is a comment, and the name of who makes it."""
    name = " ".join(text[:20] for text in texts)
    asked = usable_questionnaires()["quick-check"]
    rated = [
        question.id
        for dimension in asked.dimensions
        for area in dimension.areas
        for question in area.questions
    ]
    viewpoints = [viewpoint.value for viewpoint in Viewpoint]
    document = {
        "format": "digimaturity-answers/1",
        "questionnaire": asked.id,
        "company": {"name": f"Firma {name}", "country": "DE", "section": "C", "employees": 40},
        "date": "2026-02-24",
        "respondents": [
            {
                "id": str(place),
                "viewpoint": viewpoints[place % 3],
                "name": text[:200],
                "answers": {rated[place % len(rated)]: {"value": 2, "comment": text}},
            }
            for place, text in enumerate(texts)
        ],
    }
    # As escapes, for half a character cannot be written in any other way.
    answers = parse_answers(json.dumps(document).encode(), usable_questionnaires())
    return evaluate_answers(answers), ReportContext(answers.responses, answers.day)


@cache
def all_in_one() -> str:
    """The words of a report in which everything of the above is written."""
    content = report_of(*from_file(tuple(TEXTS.values())), DE)
    assert len(content) < 1_500_000
    return bare(printed(content))


@pytest.mark.parametrize("name", TEXTS)
def test_every_letter_is_printed_or_marked(name: str) -> None:
    expected = bare(shown(TEXTS[name]))
    if name in {"Arabic", "Hebrew"}:  # whoever reads the file may turn words around
        words = shown(TEXTS[name]).split()
        assert all(word in all_in_one() or word[::-1] in all_in_one() for word in words)
    elif len(expected) < 2_000:
        assert expected in all_in_one()
    else:  # it goes over several pages, with what stands between them
        assert all(expected[start : start + 40] in all_in_one() for start in range(0, 4000, 500))
        assert expected[-40:] in all_in_one()


@pytest.mark.parametrize("cut", ["board", "staff"])
def test_shorter_cuts_hold_their_pages_whatever_the_names(cut: Cut) -> None:
    content = report_of(*from_file(tuple(TEXTS.values())), DE, cut)
    assert len(PdfReader(BytesIO(content)).pages) <= 2


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.PDF])
def test_every_other_format_holds_it_whole(form: Format) -> None:
    """Each is opened again and counted before it is handed out."""
    texts = from_file(tuple(TEXTS.values()))
    assert exported(Order(*texts, DE), form)
    said, asked = people(30), measured(400)
    result = evaluate(asked, said, company=Company(""), benchmarks=samples.benchmarks(), year=2026)
    assert exported(Order(result, ReportContext(said, samples.DAY), DE), form)


@pytest.mark.parametrize("name", TEXTS)
def test_no_letter_is_drawn_without_a_glyph(name: str) -> None:
    """Glyph 0 is the empty box, or nothing at all; the replacement is a glyph of its own."""
    for font, part in runs(clean(TEXTS[name]), fonts.REGULAR):
        glyphs = _glyphs(font)
        assert all(glyphs.get(ord(char), 0) for char in part.replace("\N{NO-BREAK SPACE}", " "))


@cache
def _glyphs(font: str) -> dict[int, int]:
    from reportlab.pdfbase import pdfmetrics

    face(font)
    return dict(pdfmetrics.getFont(font).face.charToGlyph)


def test_a_letter_that_no_face_has_is_marked_once() -> None:
    assert shown("a漢b") == f"a{REPLACEMENT}b"
    assert shown("漢字") == 2 * REPLACEMENT
    assert REPLACEMENT in face(fonts.REGULAR).characters & face(fonts.STRONG).characters


@pytest.mark.parametrize("block", [(0x0391, 0x03CF), (0x0410, 0x044F), (0x0100, 0x017F)])
def test_greek_cyrillic_and_latin_need_no_other_face(block: tuple[int, int]) -> None:
    letters = {chr(code) for code in range(block[0], block[1] + 1)}
    named = {letter for letter in letters if unicodedata.name(letter, "")}
    missing = named - face(fonts.REGULAR).characters
    assert missing <= face(SYMBOLS).characters
    assert len(missing) <= 1


def people(count: int) -> Responses:
    """So many respondents of all viewpoints, who answer differently and comment everything."""
    viewpoints = tuple(Viewpoint)
    who = tuple(
        Respondent(str(n), viewpoints[n % 3], f"Person {n}" if n % 2 else "") for n in range(count)
    )
    given = {
        person.id: {
            question: Answer.of(1 + (place + len(question)) % 5, f"Nr. {place}")
            if answer.value in range(1, 6) and answer.value is not True
            else answer
            for question, answer in samples.answers().items()
        }
        for place, person in enumerate(who)
    }
    return Responses(who, given)


def measured(count: int) -> Questionnaire:
    asked = samples.questionnaire()
    kinds = asked.measures
    many = (replace(kinds[n % len(kinds)], id=f"m{n}") for n in range(count))
    return replace(asked, measures=tuple(many))


def asking(count: int) -> Questionnaire:
    """A pack with so many questions in each of its 18 areas."""
    asked = samples.questionnaire()
    dimensions = tuple(
        replace(
            dimension,
            areas=tuple(
                replace(
                    area,
                    questions=tuple(
                        replace(area.questions[n % 3], id=f"{area.id}.{n + 1}", drive=None)
                        for n in range(count)
                    ),
                )
                for area in dimension.areas
            ),
        )
        for dimension in asked.dimensions
    )
    return replace(asked, dimensions=dimensions, measures=(), strategy=())


def everything(asked: Questionnaire, level: int = 2) -> Responses:
    """One person who answers every question alike, and says something of each."""
    given = {
        question.id: Answer.of(level, "Dazu ein Satz.")
        for dimension in asked.dimensions
        for area in dimension.areas
        for question in area.questions
    }
    return samples.responses(given)


def pdf_of(asked: Questionnaire, said: Responses, company: Company = samples.NORDLICHT) -> bytes:
    """The full report, after the shorter cuts were drawn, too."""
    result = evaluate(asked, said, company=company, benchmarks=samples.benchmarks(), year=2026)
    context = ReportContext(said, samples.DAY)
    cuts: tuple[Cut, ...] = ("board", "staff")
    assert all(report_of(result, context, DE, cut).startswith(b"%PDF") for cut in cuts)
    return report_of(result, context, DE)


def test_thirty_respondents_are_all_heard() -> None:
    text = bare(printed(pdf_of(samples.questionnaire(), people(30))))
    assert all(f"Nr.{place}" in text for place in range(30))


@pytest.mark.parametrize("count", [0, 400])
def test_any_number_of_measures(count: int) -> None:
    assert pdf_of(measured(count), samples.responses())


def test_two_hundred_questions() -> None:
    asked = asking(12)
    assert len(asked.by_id) > 200
    text = bare(printed(pdf_of(asked, everything(asked))))
    assert text.count("DazueinSatz.") == 12 * 18


@pytest.mark.parametrize("given", [{}, dict.fromkeys(samples.answers(), DONT_KNOW)])
def test_no_rated_area(given: dict[str, Answer]) -> None:
    assert pdf_of(samples.questionnaire(), samples.responses(given))


@pytest.mark.parametrize(
    "company", [Company("", None, None, None), Company(" \u200b", "XX", "Z", 1)]
)
def test_a_company_of_which_nothing_is_known(company: Company) -> None:
    assert pdf_of(samples.questionnaire(), samples.responses(name=""), company)


class _Endless(Block):
    """A block that never ends: whatever is taken from it, as much is left."""

    def height(self, width: float) -> float:  # noqa: ARG002 - the same at every width
        return 2000.0

    def split(
        self,
        width: float,  # noqa: ARG002 - as above
        room: float,  # noqa: ARG002 - as above
        *,
        force: bool = False,  # noqa: ARG002 - as above
    ) -> tuple[Block | None, Block | None]:
        return Gap(1), self

    def draw(self, canvas: TaggedCanvas, left: float, top: float, width: float) -> None:
        """Never drawn."""


def test_a_report_that_does_not_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "LONGEST", 0.05)
    with pytest.raises(UserError, match=r"report\.endless"):
        paginate(Frame(PAGE_SIZES["A4"]), [(Chapter("key", "Name", "Headline"), _Endless())])
