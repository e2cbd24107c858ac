"""The technical terms that occur in the report's own words, with their meanings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

from digimaturity.domain.glossary import alphabetical, headword
from digimaturity.domain.texts import Term
from digimaturity.report.model.appendix import Comment, GlossaryChapter, GlossaryEntry
from digimaturity.report.model.parts import Chapter
from digimaturity.report.wording import Wording


def glossary_chapter(w: Wording, parts: Iterable[object]) -> GlossaryChapter | None:
    """The terms that stand in `parts` of the report; None where the pack explains none of them."""
    t, questionnaire = w.t, w.evaluation.questionnaire
    texts = dict.fromkeys(_texts(tuple(parts)))
    terms = questionnaire.finder(t.language).terms_in(texts)
    if not terms:
        return None
    intro = t(
        "What the technical terms in this report mean. Where one is underlined with dots, it leads "
        "here."
    )
    name = t("Glossary")
    return GlossaryChapter(
        Chapter("glossary", name, name),
        intro,
        tuple(_entry(w, term) for term in alphabetical(terms, t.language)),
    )


def _entry(w: Wording, term: Term) -> GlossaryEntry:
    language = w.t.language
    forms = (w.text(term.term), *term.forms.get(language, ()))
    return GlossaryEntry(f"term-{term.id}", headword(term, language), w.text(term.means), forms)


def _texts(part: object) -> Iterator[str]:
    """Every text of a part of the report, but for what users have written to an answer."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _texts(item)
    elif is_dataclass(part) and not isinstance(part, Comment):
        for field in fields(part):
            yield from _texts(getattr(part, field.name))
