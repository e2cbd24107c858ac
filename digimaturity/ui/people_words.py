"""What the page of those who take part says of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.i18n import Translator
from digimaturity.services.forms.standing import Standing
from digimaturity.ui.people import viewpoint_name


def day_of(moment: str) -> date:
    """The user's own day of a UTC time (ISO text)."""
    return datetime.fromisoformat(moment).astimezone().date()


def form_words(one: Standing, t: Translator) -> str:
    """What became of the forms of somebody; the last one counts."""
    if one.returns:
        taken = max(record.taken for record in one.returns)
        return t("Form came back, taken in on {day}", day=t.date(day_of(taken)))
    if one.forms:
        return t("Form made on {day}, not back yet", day=t.date(day_of(one.forms[-1].made)))
    return t("No form made")


def summary_words(standing: Sequence[Standing], t: Translator) -> str:
    """How many take part, and how many of them are missing."""
    missing = sum(one.missing for one in standing)
    words = [t.plural("{n} person takes part.", "{n} people take part.", len(standing))]
    if not missing and len(standing) > 1:
        words.append(t("Something has come from everybody."))
    if missing:
        words.append(
            t.plural(
                "From {n} there is nothing yet.", "From {n} of them there is nothing yet.", missing
            )
        )
    awaited = sum(one.awaited and one.missing for one in standing)
    if awaited:
        words.append(t.plural("{n} form is still out.", "{n} forms are still out.", awaited))
    return " ".join(words)


def group_words(viewpoint: Viewpoint, group: Sequence[Standing], t: Translator) -> str:
    """How many of those of a viewpoint who take part have answered."""
    return t(
        "{name} · {n} of {all} answered",
        name=viewpoint_name(viewpoint, t),
        n=sum(not one.missing for one in group),
        all=len(group),
    )


def recognisable_words(viewpoints: Sequence[Viewpoint], t: Translator) -> str:
    """That what few people of a viewpoint said can be told from their mean; empty: of nobody."""
    if not viewpoints:
        return ""
    return t(
        "Fewer than three people have answered from: {viewpoints}. Whoever reads the results by"
        " viewpoint may recognise what one of them said.",
        viewpoints=", ".join(viewpoint_name(one, t) for one in viewpoints),
    )
