"""For whoever answers alone: why and how to ask others."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout

from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import label, spaced


def ask_others_card(parts: Parts) -> QFrame:
    """What several viewpoints are worth, and the three steps to them."""
    t, px = parts.t, parts.theme.px
    card = QFrame()
    card.setProperty("kind", "card")
    column = QVBoxLayout(card)
    spaced(column, px(24), px(16), px(24), px(16), gap=px(8))
    column.addWidget(label(t("Ask others, too"), "large", wrap=True))
    why = t(
        "Management, IT and the departments often live in different pictures of the same firm."
        " Where they differ is worth more than any mean: the results show it as soon as people"
        " answer from two viewpoints."
    )
    steps = (
        t("1. Add those whom you want to ask. A name is not needed, a code will do."),
        t("2. Make a form for each, and send it. Nobody needs this program or a network."),
        t("3. Drop what comes back on this window. You see it before anything is taken in."),
    )
    for words, kind in ((why, ""), *((step, "secondary") for step in steps)):
        line = label(words, kind, wrap=True)
        line.setMaximumWidth(px(parts.theme.tokens.space.text_column))
        column.addWidget(line)
    return card
