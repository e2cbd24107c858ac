"""The cover: who was assessed, when, by whom, and all areas at a glance."""

from __future__ import annotations

from textwrap import shorten

from digimaturity.report.build.bars import bar_groups, groups_words
from digimaturity.report.extent import asked_words
from digimaturity.report.model.front import Cover
from digimaturity.report.model.parts import Labelled
from digimaturity.report.peers import country_name, section_name, turnover_name
from digimaturity.report.sign_words import short_hash
from digimaturity.report.wording import Wording, short_name

#: Letters of who signed, which with the hash must fit into three lines.
_SIGNER = 50


def cover(w: Wording) -> Cover:
    """The first page."""
    t, context = w.t, w.context
    groups = bar_groups(w)
    areas = len(w.evaluation.questionnaire.areas)
    draft = t("Draft") if context.draft else ""
    return Cover(
        t("Sample report") if context.sample else draft,
        sender(w),
        w.company,
        t("Digital readiness assessment {year}", year=context.day.year),
        groups,
        groups_words(w, groups),
        t(
            "The {n} areas of this assessment. The height of a bar is its score from 0 to 100, the "
            "bands are the levels 1 to 5, and the figure beside a name is the score of that "
            "dimension.",
            n=areas,
        ),
        _facts(w),
        _notes(w),
    )


def sender(w: Wording) -> Labelled | None:
    """Who sends the report: the organisation with the mentor, or the one of both that is known."""
    mentor, organisation = short_name(w.options.mentor), short_name(w.options.organisation)
    if not (mentor or organisation):
        return None
    name = organisation or mentor
    return Labelled(name, mentor if mentor != name else "")


def confidential(w: Wording) -> str:
    """Who may read the report, in the user's words or in ours."""
    own = " ".join(w.options.confidentiality.split())
    return own or w.t(
        "Written for the management and owners of {company}. Passed on only if they agree.",
        company=w.company,
    )


def _facts(w: Wording) -> tuple[Labelled, ...]:
    t, questionnaire = w.t, w.evaluation.questionnaire
    counts = [
        asked_words(w),
        t.plural("{n} fact", "{n} facts", len(questionnaire.facts)) if questionnaire.facts else "",
    ]
    return (
        Labelled(t("Company"), _company_line(w)),
        Labelled(t("Assessed"), t.date(w.context.day)),
        Labelled(t("Who took part"), _respondents(w)),
        Labelled(
            t("Questionnaire"),
            t(
                "{name}, version {version}",
                name=w.text(questionnaire.name),
                version=questionnaire.version,
            )
            + "\n"
            + ", ".join(count for count in counts if count),
        ),
        *_signed(w),
    )


def _signed(w: Wording) -> tuple[Labelled, ...]:
    """Who signed it off, and by what it can be told from every other revision; not of a draft."""
    t, one = w.t, w.context.signature
    if one is None:
        return ()
    words = t.date(one.day)
    if name := shorten(one.by, _SIGNER, placeholder=" …"):
        words = t("{day} by {name}", day=words, name=name)
    parts = [one.called(t)]
    if one.digest:
        parts.append(t("content {hash}", hash=short_hash(one.digest)))
    return (Labelled(t("Signed off"), words + "\n" + ", ".join(parts)),)


def _company_line(w: Wording) -> str:
    t, company = w.t, w.evaluation.company
    sector = section_name(t, company.section) if company.section else ""
    parts = [
        country_name(t.language, company.country) if company.country else "",
        t.plural("{n} employee", "{n} employees", company.employees)
        if company.employees is not None
        else "",
    ]
    rest = ", ".join(part for part in parts if part)
    turnover = ""
    if company.turnover is not None:
        turnover = t("turnover {band}", band=turnover_name(t, company.turnover))
    return "\n".join(line for line in (sector, rest, turnover) if line) or t("not stated")


def _respondents(w: Wording) -> str:
    t = w.t
    said = w.context.responses
    agreed = len(said.consensus)
    # What a group agreed on without answers of its own was agreed on by all of them.
    people = len(said.heard or (said.respondents if agreed else ()))
    if not people:
        return t("nobody yet")
    words = t.plural("one person", "{n} people", people)
    if people > 1 and agreed:
        return words + ", " + t.plural("{n} answer agreed on", "{n} answers agreed on", agreed)
    return words


def _notes(w: Wording) -> tuple[Labelled, ...]:
    t = w.t
    own = bool(w.options.confidentiality.strip())
    notes = [Labelled("" if own else t("Confidential."), confidential(w))]
    if w.context.sample:
        notes.append(
            Labelled(
                t("Sample."),
                t(
                    "Company, people and answers are invented. Published figures are real, each "
                    "with its source."
                ),
            )
        )
    elif w.context.draft:
        said = t("The assessment is not signed off, so everything here can still change.")
        notes.append(Labelled(t("Draft."), said))
    return tuple(notes)
