"""All keys in groups, as the overlay and the handbook show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from digimaturity.i18n import Translator
from digimaturity.ui.actions import Action, Context
from digimaturity.ui.key_names import shown_key

#: Pages where keys count that count nowhere else.
_PAGES = {
    "companies": (Context.COMPANIES,),
    "questionnaire": (Context.QUESTIONNAIRE, Context.DECISIONS, Context.FACTS),
    "results": (Context.RESULTS,),
    "last_plan": (Context.LAST_PLAN,),
    "roadmap": (Context.PLAN, Context.TARGETS, Context.MEASURES),
    "history": (Context.COMPARISON,),
    "workshop": (Context.WORKSHOP,),
}


@dataclass(frozen=True, slots=True)
class Keys:
    """A place where keys count: its name, and each key with what it does."""

    title: str
    keys: tuple[tuple[str, str], ...]


def key_groups(known: Iterable[Action], t: Translator, page: str = "") -> list[Keys]:
    """The keys place by place; those of the page that is open come first."""
    own = _PAGES.get(page, ())
    order = sorted(Context, key=lambda context: context not in own)
    every = [one for one in known if one.keys]
    return [
        Keys(title, tuple((shown_keys(one, t), one.text) for one in every if one.context is place))
        for place in order
        for title in [_titles(t)[place]]
    ]


def shown_keys(action: Action, t: Translator) -> str:
    """Its keys as they are written in one place: ``1 – 5``, ``↑ ↓``, ``Ctrl+Y, Ctrl+Shift+Z``."""
    names = [shown_key(key, t) for key in action.keys]
    if all(len(name) == 1 and not name.isalnum() for name in names):
        return " ".join(names)
    if all(name.isdecimal() for name in names):
        return f"{names[0]} – {names[-1]}" if len(names) > 1 else names[0]
    return ", ".join(names)


def _titles(t: Translator) -> dict[Context, str]:
    return {
        Context.EVERYWHERE: t("Everywhere"),
        Context.COMPANIES: t("In the table of companies"),
        Context.QUESTIONNAIRE: t("In the questionnaire"),
        Context.DECISIONS: t("In the table of who decides"),
        Context.FACTS: t("In the technology facts"),
        Context.RESULTS: t("In the results"),
        Context.PLAN: t("In the plan"),
        Context.TARGETS: t("In the targets"),
        Context.MEASURES: t("In the recommendations"),
        Context.COMPARISON: t("In the comparison"),
        Context.LAST_PLAN: t("In last year’s plan"),
        Context.WORKSHOP: t("In the workshop"),
    }
