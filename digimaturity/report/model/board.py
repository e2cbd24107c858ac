"""The sheet for those who decide: the whole result on one page."""

from __future__ import annotations

from dataclasses import dataclass

from digimaturity.report.model.paper import Paper
from digimaturity.report.model.parts import Labelled
from digimaturity.report.model.results import Summary


@dataclass(frozen=True, slots=True)
class BoardModel:
    """One page. `about` says what was assessed and when, `decide` what is to be decided, and why.

    `code` is that of the content, in words; `more` has the place ``{n}`` for the dimensions that
    are more than the page has room for.
    """

    paper: Paper
    company: str
    about: str
    summary: Summary
    decide_title: str
    decide: tuple[Labelled, ...]
    code: str
    more: str
