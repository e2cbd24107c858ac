"""The settings tell what is installed, and what is wrong with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from digimaturity import paths
from digimaturity.ui.main_window import MainWindow


def _words(window: MainWindow) -> str:
    window.go("settings")
    window.tasks.wait()
    QApplication.processEvents()
    page = window.frame.page("settings")
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_official_figures_are_listed_and_faulty_ones_say_where(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "questionnaires"
    shutil.copytree(paths.questionnaires_dir(), installed)
    broken = installed / "benchmarks" / "broken"
    broken.mkdir()
    (broken / "pack.yaml").write_text("id: broken\nsources: none\n", encoding="utf-8")
    monkeypatch.setattr(paths, "questionnaires_dir", lambda: installed)
    words = _words(window)
    assert "Benchmarks" in words
    assert "Eurostat" in words
    assert "broken/pack.yaml:" in words
