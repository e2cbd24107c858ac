"""The sample companies: as unlike as they are meant to be, and no page of a report is empty."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.services.answers_file import evaluate_answers
from digimaturity.services.reports import report_of_answers
from tests.samples import NAMES, read

EACH = pytest.mark.parametrize("name", NAMES)

#: A page with fewer stretches of text than this, head and foot included, is nearly empty.
FEWEST = 28


@EACH
def test_no_page_is_nearly_empty(name: str) -> None:
    """In German, which is the longer one."""
    translator = Translator.load("de", resources_dir() / "locale")
    content = report_of_answers(read(name, "de"), translator, sample=True)
    assert len(content) < 1_000_000
    stretches = []
    for page in PdfReader(BytesIO(content)).pages:
        drawn = page.get_contents()
        stretches.append(drawn.get_data().count(b"Tj") if drawn is not None else 0)
    assert min(stretches) >= FEWEST, stretches


@EACH
def test_languages_differ_in_comments_only(name: str) -> None:
    german, english = read(name, "de"), read(name, "en")
    assert german.company == english.company
    assert evaluate_answers(german).overall == evaluate_answers(english).overall
    assert german.responses != english.responses


def test_the_companies_are_unlike_each_other() -> None:
    results = {name: evaluate_answers(read(name, "en")) for name in NAMES}
    levels = {name: result.overall.level for name, result in results.items()}
    assert levels == {
        "joinery": 1,
        "machine-builder": 2,
        "retailer": None,
        "software": 5,
        "utility": 2,
        "forwarder": 2,
    }
    nothing = results["forwarder"].benchmark
    assert nothing is not None
    assert nothing.position is None
    assert len({result.questionnaire.id for result in results.values()}) == 2
