"""What was found in running projects and what is proposed, in words, on screen and paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from digimaturity.domain.roadmap.items import Project, Verdict
from digimaturity.domain.roadmap.project_checks import Finding, Kind, Weight
from digimaturity.domain.roadmap.project_verdicts import Check, Ground, Proposal
from digimaturity.domain.roadmap.roadmap import Roadmap
from digimaturity.i18n import Translator
from digimaturity.report.landscape_words import names_of
from digimaturity.report.roadmap_words import (
    days_words,
    quarter_words,
    resource_name,
    span_words,
    verdict_names,
)
from digimaturity.report.use_words import use_name


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words: a short head, and a sentence."""

    kind: Kind
    weight: Weight
    head: str
    words: str


def told(roadmap: Roadmap, key: str, check: Check, t: Translator) -> tuple[Told, ...]:
    """What was found in a project, the gravest first; open questions have weight `OPEN`."""
    teller = _Teller(roadmap, roadmap.book.projects[key], t)
    return tuple(
        Told(one.kind, one.weight, teller.head(one), teller.words(one)) for one in check.findings
    )


def open_words(shown: tuple[Told, ...], t: Translator) -> str:
    """``Still to be asked: priority, end``; empty where nothing is."""
    heads = ", ".join(one.head for one in shown if one.weight is Weight.OPEN)
    return t("Still to be asked: {heads}", heads=heads) if heads else ""


def proposal_words(roadmap: Roadmap, proposal: Proposal, t: Translator) -> str:
    """Why that verdict is proposed, in a sentence."""
    other = roadmap.book.projects.get(proposal.other)
    match proposal.ground:
        case Ground.UNWANTED_DUPLICATE:
            return t("The same is there already, it is no priority, and nobody answers for it.")
        case Ground.SAME_PURPOSE:
            name = other.name if other else ""
            return t(
                "With “{project}”, which has the same purpose and stands better.", project=name
            )
        case Ground.NO_ROOM:
            return t("It is no priority, and it takes days that are over somebody’s limit.")
        case Ground.UNWANTED_ISLAND:
            return t("It is no priority; it can wait until IT has looked at it.")
        case Ground.MEND:
            return t("Nothing speaks against it once what was found is put right.")
        case Ground.ASK:
            return t("Nothing speaks against it; some questions are open.")
        case Ground.SOUND:
            return t("Nothing speaks against it.")


def verdict_deeds(t: Translator) -> Mapping[Verdict, str]:
    """What management decides, to be chosen from, or at the beginning of a line."""
    return {one: name[:1].upper() + name[1:] for one, name in verdict_names(t).items()}


def load_words(roadmap: Roadmap, project: Project, t: Translator) -> str:
    """``IT 20, Robin Petersen 12 days a quarter``; empty where nobody said."""
    taken = {key: days for key, days in project.load.items() if days > 0}
    if not taken:
        return ""
    named = (
        t("{who} {days}", who=resource_name(roadmap, key, t), days=days_words(t, days))
        for key, days in taken.items()
    )
    return t.plural(
        "{loads} day a quarter",
        "{loads} days a quarter",
        1 if [round(days, 1) for days in taken.values()] == [1] else 2,
        loads=", ".join(named),
    )


def when_words(project: Project, t: Translator) -> str:
    """From when to when it runs, as far as anybody knows."""
    if project.begins is not None and project.ends is not None:
        return span_words(t, project.begins, project.ends)
    if project.ends is not None:
        return t("until {quarter}", quarter=quarter_words(t, project.ends))
    if project.begins is not None:
        return t("since {quarter}, end unknown", quarter=quarter_words(t, project.begins))
    return t("end unknown")


@dataclass(frozen=True, slots=True)
class _Teller:
    roadmap: Roadmap
    project: Project
    t: Translator

    def head(self, one: Finding) -> str:
        """A word or two."""
        return _heads(self.t, sure=one.weight is not Weight.OPEN)[one.kind]

    def words(self, one: Finding) -> str:
        """A sentence; one more where there is something to do about it."""
        match one.kind:
            case Kind.SAME_PROJECT | Kind.SAME_SYSTEM:
                return self._twice(one)
            case Kind.UNLINKED:
                return self._unlinked(one)
            case Kind.OVERLOADS:
                return self._overloads(one)
            case Kind.PAST_END:
                quarter = quarter_words(self.t, self.project.ends) if self.project.ends else ""
                return self.t(
                    "It was to end in {quarter}; since then the plan takes it for nothing.",
                    quarter=quarter,
                )
        return _sentences(self.t)[one.kind]

    def _twice(self, one: Finding) -> str:
        t = self.t
        names = names_of(one.others, self._name, t)
        use = use_name(self.project.use, t)
        if one.kind is Kind.SAME_PROJECT:
            words = t("The same purpose as {names}: {use}.", names=names, use=use)
        else:
            words = t.plural(
                "{names} serves this purpose already: {use}.",
                "{names} serve this purpose already: {use}.",
                len(one.others),
                names=names,
                use=use,
            )
        return words if one.weight is Weight.WRONG else words + " " + t("Is there a reason?")

    def _unlinked(self, one: Finding) -> str:
        t = self.t
        words = t.plural(
            "{names} exchanges data with no other application.",
            "{names} exchange data with no other application.",
            len(one.others),
            names=names_of(one.others, self._name, t),
        )
        if one.weight is Weight.OPEN:
            words += " " + t("Will the project change that?")
        return words

    def _overloads(self, one: Finding) -> str:
        whom = tuple(dict.fromkeys(over.resource for over in one.overloads))
        names = names_of(whom, lambda key: resource_name(self.roadmap, key, self.t), self.t)
        return self.t(
            "With it, the projects take more days from {names} than there are.", names=names
        )

    def _name(self, key: str) -> str:
        book = self.roadmap.book
        item = book.projects.get(key) or book.systems.get(key)
        return self.t("“{name}”", name=item.name) if item else key


def _heads(t: Translator, *, sure: bool) -> Mapping[Kind, str]:
    return {
        Kind.ISLAND: t("Cloud service without IT"),
        Kind.UNLINKED: t("Stands alone") if sure else t("connections"),
        Kind.SAME_PROJECT: t("There twice") if sure else t("there twice?"),
        Kind.SAME_SYSTEM: t("There already") if sure else t("there already?"),
        Kind.OVERLOADS: t("Overload"),
        Kind.NOT_WANTED: t("No priority"),
        Kind.PAST_END: t("Past its end"),
        Kind.WITHOUT_IT: t("Without IT"),
        Kind.NO_OWNER: t("No owner"),
        Kind.NO_KPI: t("No KPI"),
        Kind.PRIORITY_OPEN: t("priority"),
        Kind.IT_OPEN: t("with IT?"),
        Kind.LOAD_OPEN: t("days"),
        Kind.OWNER_DAYS_OPEN: t("days of its owner"),
        Kind.END_OPEN: t("end"),
        Kind.BUDGET_OPEN: t("budget"),
    }


def _sentences(t: Translator) -> Mapping[Kind, str]:
    return {
        Kind.ISLAND: t(
            "Nobody sees to it that it fits in with the rest, is safe, and is looked after."
        ),
        Kind.NOT_WANTED: t("Management did not set it among its priorities."),
        Kind.WITHOUT_IT: t("IT is not involved."),
        Kind.NO_OWNER: t("Nobody is named who answers for it."),
        Kind.NO_KPI: t("Nobody has said by which figure its success is seen."),
        Kind.PRIORITY_OPEN: t("Did management set it among its priorities?"),
        Kind.IT_OPEN: t("Is IT involved?"),
        Kind.LOAD_OPEN: t(
            "How many days does it take, and whose? Until then the plan takes it for nothing."
        ),
        Kind.OWNER_DAYS_OPEN: t(
            "How many days does its owner take? Until then the plan counts none for this person."
        ),
        Kind.END_OPEN: t("When does it end? Until then the plan lets it run on."),
        Kind.BUDGET_OPEN: t("How much may it cost?"),
    }
