"""What came back of forms, in words: for whom, how much, what it would change, what to look at."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from digimaturity.domain.responses import Respondent
from digimaturity.domain.texts import text_in
from digimaturity.i18n import LANGUAGE_NAMES, Translator
from digimaturity.report.viewpoint_words import viewpoint_names
from digimaturity.services.aliases import Aliases
from digimaturity.services.backup_words import moment_words
from digimaturity.services.forms.preview import Found, Preview
from digimaturity.services.forms.taking_in import TakenIn

#: So many questions whose answers cannot be understood are named; all are counted.
_NAMED = 5


def person_words(person: Respondent, t: Translator) -> str:
    """Name and viewpoint, or the viewpoint alone."""
    viewpoint = viewpoint_names(t)[person.viewpoint]
    return f"{person.name} · {viewpoint}" if person.name else viewpoint


def whose_words(found: Found, t: Translator, aliases: Aliases | None = None) -> str:
    """Company, person and viewpoint; under other names while those are on."""
    company, person = found.company.name, found.person
    if aliases is not None:
        company = aliases.name(found.company.id)
        people = aliases.people(found.record.respondents)
        person = next(one for one in people if one.id == person.id)
    return f"{company} · {person_words(person, t)}"


def origin_words(found: Found, t: Translator) -> str:
    """Of which assessment and questionnaire it is, in which language, and when it was filled."""
    identity = found.returned.identity
    version = t(
        "Assessment of {day}, {questionnaire}, version {version}",
        day=t.date(found.record.day),
        questionnaire=text_in(found.record.pack, t.language),
        version=identity.version,
    )
    language = LANGUAGE_NAMES.get(identity.language, identity.language)
    parts = [version, language, found.returned.medium.value.upper()]
    if found.returned.filled:
        moment = moment_words(datetime.fromisoformat(found.returned.filled), t)
        parts.append(t("filled on {moment}", moment=moment))
    return " · ".join(parts)


def answered_words(found: Found, t: Translator) -> str:
    """How much of the form is filled."""
    count = found.count
    return t("{n} of {total} answered", n=count.answered, total=count.asked)


def change_words(found: Found, t: Translator) -> str:
    """What taking it in would change."""
    if found.twice:
        return t("The same once more: it counts once.")
    if found.taken_before:
        return t("Taken in before: nothing changes.")
    counted = (
        (len(found.new), t.plural("{n} new answer", "{n} new answers", len(found.new))),
        (
            len(found.changed),
            t.plural("{n} changed answer", "{n} changed answers", len(found.changed)),
        ),
        (len(found.same), t.plural("{n} the same", "{n} the same", len(found.same))),
        (
            found.comments,
            t.plural("{n} new or changed comment", "{n} new or changed comments", found.comments),
        ),
    )
    told = [words for count, words in counted if count]
    return " · ".join(told) or t("It brings no answers.")


def warnings(found: Found, t: Translator) -> tuple[str, ...]:
    """What to look at before it is taken in, each as a sentence."""
    if found.taken_before:
        return ()
    told = []
    if found.after_others:
        told.append(t("Counted as if this person’s forms filled before it are taken in, too."))
    if found.changed:
        told.append(
            t.plural(
                "{n} answer that is here is replaced.",
                "{n} answers that are here are replaced.",
                len(found.changed),
            )
        )
    if found.older:
        told.append(
            t.plural(
                "{n} answer is left as it is: what is here was said later.",
                "{n} answers are left as they are: what is here was said later.",
                len(found.older),
            )
        )
    if not found.same_version:
        told.append(
            t(
                "The form is of another version of the questionnaire: only answers to questions"
                " that mean the same are taken."
            )
        )
    if found.foreign:
        told.append(
            t.plural(
                "{n} answer cannot be taken: its question is not asked here, or means something"
                " else.",
                "{n} answers cannot be taken: their questions are not asked here, or mean something"
                " else.",
                len(found.foreign),
            )
        )
    if found.unclear:
        told.append(
            t.plural(
                "{n} answer cannot be understood and is left out.",
                "{n} answers cannot be understood and are left out.",
                len(found.unclear),
            )
        )
        asked = [text_in(text, t.language) for text in found.unclear_texts[:_NAMED]]
        told += [t("Not understood: “{question}”", question=text) for text in asked]
    return (*told, *_about_the_form(found, t))


def _about_the_form(found: Found, t: Translator) -> list[str]:
    told = []
    if found.half_filled and found.count.answered:
        told.append(t("Not all questions are answered. What is empty takes nothing away."))
    if found.other_viewpoint:
        told.append(
            t(
                "The form was made for another viewpoint: {viewpoint}.",
                viewpoint=viewpoint_names(t)[found.returned.identity.viewpoint],
            )
        )
    if not found.known_form:
        told.append(
            t(
                "This form is not in the list of those that were made here. Take it in only if you"
                " know where it comes from."
            )
        )
    return told


def preview_lines(
    previews: Sequence[Preview], t: Translator, aliases: Aliases | None = None
) -> list[str]:
    """All that can be taken in, one line after the other; refusals are told elsewhere."""
    lines = []
    for one in previews:
        if one.found is None:
            continue
        lines += [
            whose_words(one.found, t, aliases),
            f"  {origin_words(one.found, t)}",
            f"  {answered_words(one.found, t)} · {change_words(one.found, t)}",
            *(f"  {words}" for words in warnings(one.found, t)),
        ]
    return lines


def done_words(done: TakenIn, t: Translator) -> str:
    """What was taken in."""
    if not (done.answers or done.comments):
        return t("Nothing has changed: everything was here already.")
    forms = t.plural("{n} form taken in", "{n} forms taken in", done.forms)
    answers = t.plural("{n} answer saved", "{n} answers saved", done.answers)
    comments = t.plural("{n} comment saved", "{n} comments saved", done.comments)
    return " · ".join([forms, answers, *([comments] if done.comments else [])])
