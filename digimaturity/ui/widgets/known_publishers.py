"""The publishers whose fingerprint the user has accepted, each with the way to forget it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel

from digimaturity.services.publishers import Publisher
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, label
from digimaturity.ui.widgets.import_panel import ImportPanel


def show_publishers(
    panel: ImportPanel, known: Sequence[Publisher], forget: Callable[[Publisher], None]
) -> None:
    """Add them to the panel's list; nothing where there are none."""
    if not known:
        return
    t = panel.parts.t
    panel.list.addSpacing(panel.parts.theme.px(8))
    panel.list.addWidget(label(t("Publishers that you know"), "strong", wrap=True))
    words = t(
        "You have compared their fingerprints and accepted them: their peer packs are used. "
        "The packs of a publisher that you forget are no longer used until you accept it anew."
    )
    panel.list.addWidget(label(words, "small", wrap=True))
    card, _ = panel.card(*(_row(panel, one, forget) for one in known))
    panel.list.addWidget(card)


def fingerprint_label(parts: Parts, publisher: Publisher) -> QLabel:
    """The fingerprint, to be compared and copied."""
    words = parts.t("Fingerprint: {fingerprint}", fingerprint=publisher.fingerprint)
    made = label(words, wrap=True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def _row(panel: ImportPanel, one: Publisher, forget: Callable[[Publisher], None]) -> QHBoxLayout:
    t = panel.parts.t
    block = panel.block(one.name)
    block.addWidget(fingerprint_label(panel.parts, one))
    row = QHBoxLayout()
    row.addLayout(block, stretch=1)
    leave = button(t("Forget"), lambda: forget(one), "link", small=True)
    leave.setAccessibleName(t("Forget the publisher: {name}", name=one.name))
    row.addWidget(leave, alignment=Qt.AlignmentFlag.AlignTop)
    return row
