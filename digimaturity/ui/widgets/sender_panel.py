"""Who sends reports: a name, a firm, a colour and a logo, for all reports from now on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPixmap, QShowEvent
from PySide6.QtWidgets import QColorDialog, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from digimaturity import paths
from digimaturity.services.sender import forget_logo, keep_logo, kept_logo
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label, row_of, spaced
from digimaturity.ui.widgets.form import Field

_LOGO = 72


class SenderPanel(QWidget):
    """What is entered is kept at once, with the settings; it may be entered on two pages."""

    changed = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        t, px, settings = parts.t, parts.theme.px, parts.shell.settings
        self._parts = parts
        column = QVBoxLayout(self)
        spaced(column, 0, gap=px(8))
        self._lines = {
            "mentor": QLineEdit(settings.mentor),
            "organisation": QLineEdit(settings.organisation),
        }
        for name, title in (("mentor", t("Your na&me")), ("organisation", t("Your fi&rm"))):
            line = self._lines[name]
            line.setMaxLength(120)
            line.editingFinished.connect(self.flush)
            column.addWidget(Field(parts.theme, title, line))
        self._shown = label("")
        self._shown.setAccessibleName(t("Logo"))
        column.addWidget(label(t("Logo"), "strong"))
        column.addWidget(self._shown)
        self._forget = button(t("Remove"), self.forget_logo, "link", small=True)
        pick = button(t("Choose a picture …"), self._choose_logo, "link", small=True)
        column.addLayout(row_of(pick, self._forget))
        self._colour = label("")
        column.addWidget(label(t("Colour of lines and cover"), "strong"))
        column.addWidget(self._colour)
        self._usual = button(t("As usual"), lambda: self._take_colour(""), "link", small=True)
        pick = button(t("Choose a colour …"), self._choose_colour, "link", small=True)
        column.addLayout(row_of(pick, self._usual))
        self._show()

    def flush(self) -> None:
        """Keep what is still being typed."""
        typed = {name: line for name, line in self._lines.items() if line.isModified()}
        if typed:
            entered = {name: " ".join(line.text().split()) for name, line in typed.items()}
            for line in typed.values():
                line.setModified(False)
            self._parts.shell.change_settings(**entered)
            self.changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """It may have been changed on the other page."""
        super().showEvent(event)
        for name, line in self._lines.items():
            if not line.isModified():
                line.setText(getattr(self._parts.shell.settings, name))
        self._show()

    def take_logo(self, path: Path) -> None:
        """Keep a picture as the logo; a banner tells where it cannot be one."""

        def keep() -> bool:
            keep_logo(path, paths.config_dir())
            return True

        if self._parts.shell.attempt(keep):
            self._show()
            self.changed.emit()

    def forget_logo(self) -> None:
        """Print none from now on."""
        forget_logo(paths.config_dir())
        self._show()
        self.changed.emit()

    def _choose_logo(self) -> None:
        t = self._parts.t
        pictures = t("Pictures (*.png *.jpg *.jpeg)")
        name, _ = QFileDialog.getOpenFileName(self, t("Choose a logo"), "", pictures)
        if name:
            self.take_logo(Path(name))

    def _choose_colour(self) -> None:
        before = QColor(self._parts.shell.settings.colour or self._parts.theme.colour("accent"))
        chosen = QColorDialog.getColor(before, self, self._parts.t("Colour of lines and cover"))
        if chosen.isValid():
            self._take_colour(chosen.name())

    def _take_colour(self, colour: str) -> None:
        self._parts.shell.change_settings(colour=colour)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        t, px = self._parts.t, self._parts.theme.px
        picture = QPixmap()
        found = picture.loadFromData(kept_logo(paths.config_dir()))
        if found:
            keep, smooth = (
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._shown.setPixmap(picture.scaled(px(2 * _LOGO), px(_LOGO), keep, smooth))
        else:
            self._shown.setText(t("none"))
        self._forget.setVisible(found)
        colour = self._parts.shell.settings.colour
        if colour:
            patch = QPixmap(px(48), px(16))
            patch.fill(QColor(colour))
            self._colour.setPixmap(patch)
        else:
            self._colour.setText(t("as usual"))
        self._colour.setAccessibleName(colour or t("as usual"))
        self._usual.setVisible(bool(colour))
