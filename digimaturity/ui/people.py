"""How those who take part are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digimaturity.domain.questionnaire import Viewpoint
from digimaturity.domain.responses import Respondent
from digimaturity.i18n import Translator
from digimaturity.report.viewpoint_words import viewpoint_names


def viewpoint_name(viewpoint: Viewpoint, t: Translator) -> str:
    """The viewpoint in words."""
    return viewpoint_names(t)[viewpoint]


def respondent_name(respondent: Respondent, t: Translator) -> str:
    """Name and viewpoint, or the viewpoint alone."""
    viewpoint = viewpoint_name(respondent.viewpoint, t)
    return f"{respondent.name} · {viewpoint}" if respondent.name else viewpoint


def person_names(people: Sequence[Respondent], t: Translator) -> Mapping[str, str]:
    """What each is called, by id: the name, else a number among those of the same viewpoint."""
    found, seen = {}, dict.fromkeys(Viewpoint, 0)
    for one in people:
        seen[one.viewpoint] += 1
        found[one.id] = one.name or t("Person {n}", n=seen[one.viewpoint])
    return found


def called(people: Sequence[Respondent], t: Translator) -> Mapping[str, str]:
    """Each as `respondent_name`, with a number where they could not be told apart."""
    names, views = person_names(people, t), [one.viewpoint for one in people]
    found = {}
    for one in people:
        alike = not one.name and views.count(one.viewpoint) > 1
        plain = respondent_name(one, t)
        found[one.id] = f"{names[one.id]} · {plain}" if alike else plain
    return found
