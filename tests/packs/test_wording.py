"""Every problem has a sentence that fits its facts."""

import re
from gettext import NullTranslations
from pathlib import Path

import pytest

import digimaturity.packs
from digimaturity.i18n import Translator
from digimaturity.packs import Problem, load_pack
from digimaturity.packs.benchmarks import load_benchmarks
from digimaturity.packs.wording import SENTENCES
from tests.packs.conftest import change
from tests.packs.test_faults import FAULTS

ENGLISH = Translator("en", NullTranslations())


def test_every_code_that_the_checks_raise_has_a_sentence() -> None:
    sources = [p.read_text("utf-8") for p in Path(digimaturity.packs.__file__).parent.glob("*.py")]
    raised = {
        code
        for source in sources
        for call in re.findall(r"(?:problem|fault|Fault|_stop|Problem)\(([^)]*)", source)
        for code in re.findall(r'"([a-z_]+\.[a-z_]+)"', call)
    } - {"value.type", "value.form", "value.range"}
    assert len(raised) > 50
    assert raised - {f"{name}.csv" for name in ("bands", "rates")} <= SENTENCES.keys()


@pytest.mark.parametrize("fault", FAULTS, ids=[fault[0] for fault in FAULTS])
def test_the_sentence_holds_all_it_names(pack: Path, fault: tuple[str, ...]) -> None:
    change(pack, *fault[1:4])
    (problem,) = load_pack(pack).problems
    sentence = problem.sentence(ENGLISH)
    assert sentence.endswith((".", "?"))
    assert "None" not in sentence
    assert "{" not in sentence.replace("“{", "")


def test_lists_are_shown_as_words(tmp_path: Path) -> None:
    problem = Problem(
        "bands.csv", 3, "csv.choice", {"column": "band", "value": "x", "choices": ["a", "b"]}
    )
    assert problem.sentence(ENGLISH) == "“x” cannot stand in the column band. Choose one of: a, b."
    assert load_benchmarks(tmp_path).problems == ()
