"""The foreword: what the sender writes to the reader, in the sender's own words."""

from __future__ import annotations

import re

from digimaturity.report.build.cover import sender
from digimaturity.report.model.front import Foreword
from digimaturity.report.model.parts import Chapter, Labelled
from digimaturity.report.wording import Wording


def foreword(w: Wording) -> Foreword | None:
    """The page, where the sender has written something."""
    whole = w.options.foreword.replace("\r\n", "\n").replace("\r", "\n")
    paragraphs = tuple(part.strip() for part in re.split(r"\n\s*\n", whole) if part.strip())
    if not paragraphs:
        return None
    name = w.t("Foreword")
    return Foreword(Chapter("foreword", name, name), paragraphs, _signed(w))


def _signed(w: Wording) -> Labelled | None:
    """The person, with the organisation below; an organisation alone signs for itself."""
    by = sender(w)
    if by is None:
        return None
    return Labelled(by.text, by.label) if by.text else Labelled(by.label, "")
