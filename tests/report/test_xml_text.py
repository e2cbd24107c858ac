"""What XML cannot carry is taken out of a text, and nothing else."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from digimaturity.report.xml_text import xml_text


def test_control_characters_go_and_everything_else_stays() -> None:
    said = "a\x00b\x07c\x1f\ufffe\uffff <b>&amp; 🏭 工厂 مصنع e\u0301\t|\r\nnext\rlast\x85"
    assert xml_text(said) == "abc <b>&amp; 🏭 工厂 مصنع e\u0301\t|\nnext\nlast\x85"


def test_half_a_character_is_marked() -> None:
    assert xml_text("a\ud800b") == "a\N{REPLACEMENT CHARACTER}b"


@given(st.text(st.characters(exclude_categories=())))
def test_whatever_is_left_is_xml_and_survives_it(text: str) -> None:
    left = xml_text(text)
    element = ET.Element("t")
    element.text = left
    assert (ET.fromstring(ET.tostring(element, "utf-8")).text or "") == left  # noqa: S314 - our own
    assert xml_text(left) == left
