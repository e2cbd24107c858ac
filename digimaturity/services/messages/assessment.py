"""Messages about companies, assessments, questionnaires and answers."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.i18n import Translator
from digimaturity.services.messages.answers_problems import problem_sentence
from digimaturity.services.messages.message import Facts, Message, Writer


def _company_name_missing(_facts: Facts, t: Translator) -> Message:
    return Message(t("The company has no name yet."), "", t("Enter a name."))


def _company_employees(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("At least one person works in a company; its owner counts too."),
        "",
        t("Enter how many people work there."),
    )


def _company_next_due(facts: Facts, t: Translator) -> Message:
    return Message(
        t(
            "The last assessment is of {day}; the next one comes after it.",
            day=t.date(facts["last"]),
        ),
        t("Nothing was changed."),
        t("Choose a later day."),
    )


def _alias_shown(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("Other names are shown now, so names and words cannot be changed."),
        t("Nothing was changed."),
        t("Show the true names again: Settings, Names on the screen."),
    )


def _answer_not_applicable(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("This question applies to every company."),
        t("The earlier answer still holds."),
        t("Choose a level, or “don’t know”."),
    )


def _answer_kind(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("This question is answered in another way."),
        t("The earlier answer still holds."),
        t("Choose one of the answers that are offered."),
    )


def _answer_range(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("This answer is outside of what the question allows."),
        t("The earlier answer still holds."),
        t("Choose one of the answers that are offered, or a number within the limits."),
    )


def _assessment_deleted(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("The assessment that this change belongs to has been deleted."),
        t("There is nothing left to undo."),
        t("Under Settings, bring a backup back beside the workspace."),
    )


def _assessment_no_reason(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("A correction needs a reason."),
        t("What was signed off is unchanged."),
        t("Say in a few words what was wrong: a year later nobody remembers it."),
    )


def _revision_damaged(facts: Facts, t: Translator) -> Message:
    return Message(
        t("Revision {number} is no longer what was signed off.", number=facts["number"]),
        t("The other revisions, and the assessment as it stands, are not affected."),
        t("Something changed the file outside this program. A backup may still have it as it was."),
    )


def _revision_shown(facts: Facts, t: Translator) -> Message:
    return Message(
        t("Revision {number} is shown as it was signed off.", number=facts["number"]),
        t("Nothing was changed."),
        t("Go back to the present state to change something."),
    )


def _assessment_finished(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("This assessment is signed off and can no longer be changed."),
        t("All of its answers are kept."),
        t("Open a correction to change answers, or begin a new assessment."),
    )


def _assessment_takes_answers(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("This assessment takes answers already: there is nothing to open."),
        t("Nothing was changed."),
        t("Sign it off first; only what was signed off can be corrected."),
    )


def _assessment_none(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The workspace {path} holds no assessment yet.", path=facts["path"]),
        "",
        t("Begin one in the application, or name a file of answers or another workspace."),
    )


def _assessment_not_part(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("This assessment already has all questions of its questionnaire."),
        t("All of its answers are kept."),
        t("Begin a new assessment to take another questionnaire."),
    )


def _assessment_unknown(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no assessment with the id “{name}” in this workspace.", name=facts["name"]),
        "",
        t("Check the id, or name the company."),
    )


def _assessment_whole_missing(facts: Facts, t: Translator) -> Message:
    return Message(
        t(
            "The full questionnaire “{questionnaire}” is not installed on this computer, or it has"
            " faults.",
            questionnaire=facts["questionnaire"],
        ),
        t("The answers of this assessment are kept."),
        t("See under Settings which questionnaires are installed."),
    )


def _answers_missing(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no file of answers {path}.", path=facts["path"]), "", t("Check the name.")
    )


def _answers_too_large(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The file {path} is too large to be a file of answers.", path=facts["path"]),
        "",
        t("Choose another file."),
    )


def _answers_invalid(facts: Facts, t: Translator) -> Message:
    problems = facts["problems"]
    what = t.plural(
        "The file of answers {path} has {n} fault.",
        "The file of answers {path} has {n} faults.",
        len(problems),
        path=facts["path"],
    )
    details = tuple(problem_sentence(problem, t) for problem in problems)
    todo = t("Mend what is listed and try again.")
    return Message(what, t("Nothing of it has been used."), todo, details)


def _questionnaire_newer(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("The questionnaire of this assessment was saved by a newer version of the program."),
        t("It has not been changed."),
        t("Update the program on this computer."),
    )


def _questionnaire_damaged(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("The questionnaire that is kept with this assessment is damaged."),
        t("The answers are kept."),
        t("Under Settings, bring a backup back beside the workspace."),
    )


#: By the code of the error.
WRITERS: Mapping[str, Writer] = {
    "alias.shown": _alias_shown,
    "answer.kind": _answer_kind,
    "answer.not_applicable": _answer_not_applicable,
    "answer.range": _answer_range,
    "answers.invalid": _answers_invalid,
    "answers.missing": _answers_missing,
    "answers.too_large": _answers_too_large,
    "assessment.deleted": _assessment_deleted,
    "assessment.finished": _assessment_finished,
    "assessment.takes_answers": _assessment_takes_answers,
    "assessment.no_reason": _assessment_no_reason,
    "assessment.none": _assessment_none,
    "assessment.not_part": _assessment_not_part,
    "assessment.unknown": _assessment_unknown,
    "assessment.whole_missing": _assessment_whole_missing,
    "company.employees": _company_employees,
    "company.next_due": _company_next_due,
    "company.name_missing": _company_name_missing,
    "revision.damaged": _revision_damaged,
    "revision.shown": _revision_shown,
    "questionnaire.damaged": _questionnaire_damaged,
    "questionnaire.newer": _questionnaire_newer,
}
