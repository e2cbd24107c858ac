"""Draws the slides as a presentation that can be edited; the same model gives the same bytes."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO

from pptx.presentation import Presentation as Deck

from digimaturity.report.model.slides import SlidesModel
from digimaturity.report.slides.counts import expected, found
from digimaturity.report.slides.pages import cover_page, statement_page
from digimaturity.report.slides.places import tag
from digimaturity.report.slides.template import empty_deck
from digimaturity.report.slides.writing import clean
from digimaturity.report.zipped import fixed

__all__ = ["expected", "found", "render_slides"]

#: A text in the file's properties is cut to so many letters.
_LONGEST = 250


def render_slides(model: SlidesModel) -> bytes:
    """The slides as a file (PPTX), with charts and tables of the file's own kinds."""
    deck = empty_deck(model)
    cover_page(deck, model)
    for slide in model.slides:
        statement_page(deck, model, slide)
    _describe(deck, model)
    out = BytesIO()
    deck.save(out)
    return fixed(out.getvalue(), model.day)


def _describe(deck: Deck, model: SlidesModel) -> None:
    """Title, author, subject, language and date of the file; nothing of the library's own."""
    told, day = deck.core_properties, datetime.combine(model.day, time())
    told.title, told.subject = clean(model.title)[:_LONGEST], clean(model.subject)[:_LONGEST]
    told.author = told.last_modified_by = clean(model.author)[:_LONGEST]
    told.language, told.comments, told.revision = tag(model.language), "", 1
    told.created = told.modified = day
