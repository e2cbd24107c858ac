"""Reports written as Word documents once, and looked at by many tests."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO

import docx
from docx.document import Document

from digimaturity.domain.company import Company
from digimaturity.domain.evaluation import Evaluation
from digimaturity.domain.responses import Answer
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.build.report import build_report, chapters_of
from digimaturity.report.model.report import ReportModel
from digimaturity.report.word import render_word
from digimaturity.report.wording import ReportContext, ReportOptions
from tests.report import samples

#: Markup, controls that XML forbids, half a character, and five scripts.
FOREIGN = (
    'Müller & Söhne <GmbH> <w:p/> {braces} {0} %s $x$ ]]> &amp; "quotes" \t tab\n'
    "line\r\nnext 😀 中文公司 الشركة العربية 12 חברה Łódź Ω Привет e\u0301 \x00\x07\x1b\ud800 end"
)
#: The same as it may be found again.
KEPT = (
    'Müller & Söhne <GmbH> <w:p/> {braces} {0} %s $x$ ]]> &amp; "quotes" \t tab\n'
    "line\nnext 😀 中文公司 الشركة العربية 12 חברה Łódź Ω Привет e\u0301 \ufffd end"
)
LONG = "x" * 10_000

KINDS = ("en", "de", "options", "foreign", "empty", "one answer", "short")


@cache
def model(kind: str) -> ReportModel:
    """The model of one kind of report."""
    return build_report(*ordered(kind))


def ordered(kind: str) -> tuple[Evaluation, ReportContext, Translator]:
    """What a kind of report is made from."""
    said, company, options = samples.responses(), samples.NORDLICHT, ReportOptions()
    match kind:
        case "options":
            options = ReportOptions(
                mentor="Ada Lovelace",
                organisation="Beratung & Söhne",
                page_size="letter",
                logo=logo(),
                colour="#FFB000",
                foreword="Dear owners.\n\nThis is where you stand.",
            )
        case "short":
            left_out = {one.key for one in chapters_of(*ordered("en")) if one.optional}
            options = ReportOptions(left_out=frozenset(left_out))
        case "foreign":
            given = samples.answers()
            given["foundations.1"] = Answer.of(3, FOREIGN)
            given["foundations.2"] = Answer.of(3, LONG)
            given["foundations.3"] = Answer.of(3, "line\n\n" * 300)
            said = samples.responses(given, FOREIGN)
            company = Company(FOREIGN, "DE", "C", 120)
        case "empty":
            said = samples.responses({})
        case "one answer":
            said, company = samples.responses({"data.1": Answer.of(2)}), Company()
    context = replace(samples.context(said), options=options, draft=kind == "options")
    t = Translator.load("de" if kind == "de" else "en", resources_dir() / "locale")
    return samples.evaluation(said, company), context, t


@cache
def content(kind: str) -> bytes:
    """The file."""
    return render_word(model(kind))


def document(kind: str) -> Document:
    """The file, opened again."""
    return docx.Document(BytesIO(content(kind)))


@cache
def logo() -> bytes:
    """A picture, 40 by 20 pixels."""
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (40, 20), "#B00020").save(out, "PNG")
    return out.getvalue()
