"""What the palette finds: pages, commands, companies, areas and questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from digimaturity.i18n import Translator
from digimaturity.services.aliases import Aliases
from digimaturity.services.companies import named_companies
from digimaturity.services.workspace import Workspace
from digimaturity.ui.actions import Action, Kind
from digimaturity.ui.handbook import Chapter
from digimaturity.ui.key_names import shown_key
from digimaturity.ui.matching import best, folded, search_key
from digimaturity.ui.section_words import section_name
from digimaturity.ui.sections import Section, sections_of
from digimaturity.ui.session import Session
from digimaturity.ui.widgets.card_head import wording
from digimaturity.ui.widgets.palette import Found

#: So many of a kind are shown: who sees more has typed too little.
_MOST = 12


Kinds = Sequence[Sequence[Found]]


def found(query: str, kinds: Kinds) -> list[Found]:
    """What fits the query, kind after kind, the best of each first.

    Without a query only the first kind is shown: what can be done here.
    """
    if not folded(query):
        return list(kinds[0]) if kinds else []
    return [row for kind in kinds for row in best(query, kind, _MOST)]


def doable(known: Iterable[Action], t: Translator) -> list[Found]:
    """The pages, then the commands, that there is something to do with now."""
    names = {Kind.PAGE: t("Page"), Kind.COMMAND: t("Command")}
    able = [one for one in known if one.run is not None and one.id != "palette" and one.applies()]
    able.sort(key=lambda one: one.kind is not Kind.PAGE)
    return [
        Found(
            one.text,
            names[one.kind],
            one.run,
            search_key(f"{one.text} {one.also}"),
            shown_key(one.keys[0], t) if one.keys else "",
        )
        for one in able
        if one.run is not None
    ]


def companies(
    workspace: Workspace,
    t: Translator,
    open_company: Callable[[str], None],
    aliases: Aliases | None = None,
) -> list[Found]:
    """All companies of the workspace, where there are several; of thousands it takes a moment."""
    known = named_companies(workspace)
    kinds = {False: t("Company"), True: t("Archived company")}
    shown = ((key, aliases.name(key) if aliases else name, gone) for key, name, gone in known)
    return [
        Found(name, kinds[gone], partial(open_company, key), search_key(name))
        for key, name, gone in shown
        if len(known) > 1
    ]


def chapters(
    known: Iterable[Chapter], t: Translator, go: Callable[[str, str], None]
) -> list[Found]:
    """The chapters of the handbook."""
    return [
        Found(one.title, t("Handbook"), partial(go, "help", one.name), search_key(one.title))
        for one in known
    ]


def areas(session: Session, t: Translator, open_question: Callable[[str], None]) -> list[Found]:
    """The areas of the assessment that is open, and what is asked besides them."""
    return [
        Found(name, t("Area"), partial(open_question, section.questions[0].id), search_key(name))
        for section, name in _sections(session, t)
    ]


def questions(session: Session, t: Translator, open_question: Callable[[str], None]) -> list[Found]:
    """The questions of the assessment that is open, as whoever answers is asked them."""
    viewpoint = session.respondent.viewpoint
    return [
        Found(words, name, partial(open_question, question.id), search_key(f"{words} {name}"))
        for section, name in _sections(session, t)
        for question in section.questions
        for words in [wording(question, viewpoint, t.language)]
    ]


def _sections(session: Session, t: Translator) -> list[tuple[Section, str]]:
    questionnaire = session.questionnaire
    if questionnaire is None:
        return []
    asked = sections_of(questionnaire, session.results, session.respondent.viewpoint)
    return [(section, section_name(section, questionnaire, t)) for section in asked]
