"""The first page: three ways to begin, and each leads where it says."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton

from .conftest import Opener, click, named

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")  # no real screen


def test_a_mentor_begins_at_the_companies_and_stays_a_mentor(open_window: Opener) -> None:
    window = open_window()
    assert window.frame.current == "welcome"
    click(named(window, QPushButton, "I mentor several companies"))
    assert window.frame.current == "companies"
    assert window.session.mentoring
    window.close()
    assert open_window().frame.current == "companies"


def test_whoever_assesses_one_company_begins_with_its_form(open_window: Opener) -> None:
    window = open_window()
    assert named(window, QPushButton, "Assess my own company").hasFocus()
    click(named(window, QPushButton, "Assess my own company"))
    assert window.frame.current == "company"
    assert not window.session.mentoring
