"""Long lists of names: how many are left out, and never a single one."""

from __future__ import annotations

from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.landscape_words import names_of


def test_a_list_names_what_would_be_left_alone_and_counts_more() -> None:
    english = Translator.load("en", resources_dir() / "locale")
    german = Translator.load("de", resources_dir() / "locale")
    assert names_of("ABCD", str, english, most=3) == "A, B, C and D"
    assert names_of("ABCDE", str, english, most=3) == "A, B, C and 2 more"
    assert names_of("ABCDE", str, german, most=3) == "A, B, C und 2 weitere"
