"""Light or dark, as the user wants it or the system has it, put on the whole application."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from digimaturity import paths
from digimaturity.i18n import LANGUAGES, Translator
from digimaturity.ui.theme import Theme


def is_dark(appearance: str) -> bool:
    """Whether ``system``, ``light`` or ``dark`` means dark now."""
    if appearance == "system":
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return appearance == "dark"


def apply_theme(theme: Theme, language: str) -> None:
    """Give the application its palette, type, stylesheet, and Qt's own words in `language`."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    app.setPalette(theme.palette())
    app.setFont(theme.font())
    sheet = theme.stylesheet()
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)
    QLocale.setDefault(QLocale("en_GB" if language == "en" else language))
    _translate_qt(app, language)


def _translate_qt(app: QApplication, language: str) -> None:
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language != "en" and translator.load(f"qtbase_{language}", folder):
        app.installTranslator(translator)


def translator(language: str) -> Translator:
    """The translator of `language`, or of the system's where it is empty."""
    if not language:
        wanted = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
        language = next((name for name in wanted if name in LANGUAGES), LANGUAGES[0])
    return Translator.load(language, paths.resources_dir() / "locale")


def add_fonts(folder: Path, family: str) -> None:
    """Make the bundled type family known to Qt, once; a missing file is a fault of ours."""
    if QFontDatabase.hasFamily(family):
        return
    for name in ("IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf", "DejaVuSans.ttf"):
        if QFontDatabase.addApplicationFont(str(folder / name)) < 0:
            raise FileNotFoundError(folder / name)
