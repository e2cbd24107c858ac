"""Messages about contributions, peer packs, and the keys that sign them."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.exchange.refused import RefusedError
from digimaturity.i18n import Translator
from digimaturity.services.messages.message import Facts, Message, Writer
from digimaturity.services.messages.refusals import reason, refusal_sentence

#: So many refused contributions are named.
_NAMED = 5


def _draft(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("Only the scores of an assessment that is signed off can be given."),
        t("Nothing has been given."),
        t("Sign the assessment off first."),
    )


def _profile(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("Country, sector or number of employees of the company was not known on that day."),
        t("Nothing has been given."),
        t("Open a correction, complete the company, and sign off again."),
    )


def _not_rated(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("Too little was answered for an overall score."),
        t("Nothing has been given."),
        t("Open a correction and answer more questions, or choose another assessment."),
    )


def _other_id(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("A file of this company and year was saved meanwhile, under another id."),
        t("Nothing has been given."),
        t("Open the page once more; it then shows that id."),
    )


def _none_finished(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The company “{name}” has no assessment that is signed off.", name=facts["name"]),
        t("Nothing has been given."),
        t("Sign one off in the application first."),
    )


def _company_unknown(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no company “{name}” in this workspace.", name=facts["name"]),
        "",
        t("Check the name; it must be written as in the application."),
    )


def _company_ambiguous(facts: Facts, t: Translator) -> Message:
    return Message(
        t("Several companies have the name “{name}”.", name=facts["name"]),
        "",
        t("Give them different names in the application."),
    )


def _missing(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no file or folder {path}.", path=facts["path"]), "", t("Check the name.")
    )


def _refused(facts: Facts, t: Translator) -> Message:
    why = facts["why"]
    details = (reason(why.code, why.details, t),) if isinstance(why, RefusedError) else ()
    return Message(
        t("The peer pack {path} is refused.", path=facts["path"]),
        t("Your benchmarks are as they were."),
        t("Ask its publisher for the file once more."),
        details,
    )


def _too_few(facts: Facts, t: Translator) -> Message:
    return Message(
        t.plural(
            "{n} contribution can be used; that is too few to tell of them without giving "
            "single firms away.",
            "{n} contributions can be used; that is too few to tell of them without giving "
            "single firms away.",
            facts["n"],
        ),
        t("No file has been written."),
        t("Gather at least five, better thirty."),
        _some(facts.get("refusals", ()), t),
    )


def _some(refusals: object, t: Translator) -> tuple[str, ...]:
    """Why contributions were refused, the first few."""
    found = refusals if isinstance(refusals, tuple) else ()
    return tuple(refusal_sentence(one, t) for one in found[:_NAMED])


def _other_previous(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("An earlier edition is of another year or another questionnaire."),
        t("No file has been written."),
        t("Name the editions for the same year, or say that this is the first."),
    )


def _previous_missing(facts: Facts, t: Translator) -> Message:
    editions = ", ".join(map(str, facts["found"]))
    return Message(
        t("Of the earlier editions, these were named: {editions}.", editions=editions),
        t("No file has been written."),
        t("Name each of them once, from the first to the last: every one can be compared with."),
    )


def _foreign_previous(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The earlier edition {path} was signed with another key.", path=facts["path"]),
        t("No file has been written."),
        t("Name your own editions, or the key that signed them."),
    )


def _too_few_changes(_facts: Facts, t: Translator) -> Message:
    return Message(
        t(
            "Fewer than five firms have come or gone since an earlier edition: who compares "
            "the two would learn their scores."
        ),
        t("No file has been written."),
        t("Wait for more contributions."),
    )


def _publisher_name(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The name of the publisher is empty, longer than {n} characters, or has several lines.",
          n=facts["longest"]),
        t("No file has been written."),
        t("Give a short name by which the receivers know you."),
    )  # fmt: skip


def _note(_facts: Facts, t: Translator) -> Message:
    return Message(
        t("The note is longer than 500 characters or has several lines."),
        t("No file has been written."),
        t("Say in a line or two whom you asked."),
    )


def _older_edition(facts: Facts, t: Translator) -> Message:
    return Message(
        t("Edition {n} of this peer pack is here already, which is newer.", n=facts["edition"]),
        t("It stays."),
        t("Import the newest edition only."),
    )


def _other_content(facts: Facts, t: Translator) -> Message:
    return Message(
        t("Edition {n} of this peer pack is here already, with other figures.", n=facts["edition"]),
        t("It stays."),
        t("Ask the publisher which of the two holds."),
    )


def _unknown_publisher(facts: Facts, t: Translator) -> Message:
    return Message(
        t(
            "The publisher “{name}” is not known here yet. The fingerprint of its key: "
            "{fingerprint}.",
            **_publisher(facts),
        ),
        t("Your benchmarks are as they were."),
        t(
            "Compare the fingerprint with what the publisher tells you by telephone or on its "
            "site; only if they are equal, accept it."
        ),
    )


def _not_accepted(facts: Facts, t: Translator) -> Message:
    return Message(
        t(
            "You have accepted no publisher with the fingerprint {found}.",
            found=facts["fingerprint"],
        ),
        t("Nothing has been changed."),
        t("“digimaturity peers publishers” names those that you have accepted."),
    )


def _other_key(facts: Facts, t: Translator) -> Message:
    return Message(
        t(
            "The name “{name}” is known, but this file was signed with another key: {fingerprint}. "
            "Somebody else may be using the name.",
            **_publisher(facts),
        ),
        t("Your benchmarks are as they were."),
        t("Ask the publisher whether its key is new; only then accept the fingerprint."),
    )


def _publisher(facts: Facts) -> dict[str, object]:
    return {"name": facts["name"], "fingerprint": facts["fingerprint"]}


def _key_missing(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no key {path}.", path=facts["path"]),
        "",
        t("“digimaturity peers keygen” makes one."),
    )


def _key_open(facts: Facts, t: Translator) -> Message:
    return Message(
        t("Others on this computer can read the key {path}.", path=facts["path"]),
        t("It has not been used."),
        t("Allow only yourself to read it: chmod 600."),
    )


def _key_password(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The password does not open the key {path}.", path=facts["path"]),
        t("It has not been used."),
        t("Give the password with which the key was made."),
    )


def _key_damaged(facts: Facts, t: Translator) -> Message:
    return Message(
        t("The file {path} is no private key for Ed25519.", path=facts["path"]),
        t("It has not been changed."),
        t("Name the file that “digimaturity peers keygen” wrote."),
    )


def _questionnaire_unknown(facts: Facts, t: Translator) -> Message:
    return Message(
        t("There is no questionnaire “{found}” here.", found=facts["found"]),
        "",
        t("These are installed: {known}.", known=", ".join(facts["known"])),
    )


#: By the code of the error.
WRITERS: Mapping[str, Writer] = {
    "company.ambiguous": _company_ambiguous,
    "company.unknown": _company_unknown,
    "contribution.draft": _draft,
    "contribution.none_finished": _none_finished,
    "contribution.not_rated": _not_rated,
    "contribution.other_id": _other_id,
    "contribution.profile": _profile,
    "key.damaged": _key_damaged,
    "key.missing": _key_missing,
    "key.open": _key_open,
    "key.password": _key_password,
    "peers.foreign_previous": _foreign_previous,
    "peers.missing": _missing,
    "peers.not_accepted": _not_accepted,
    "peers.note": _note,
    "peers.older_edition": _older_edition,
    "peers.other_content": _other_content,
    "peers.other_key": _other_key,
    "peers.other_previous": _other_previous,
    "peers.previous_missing": _previous_missing,
    "peers.publisher_name": _publisher_name,
    "peers.refused": _refused,
    "peers.too_few": _too_few,
    "peers.too_few_changes": _too_few_changes,
    "peers.unknown_publisher": _unknown_publisher,
    "questionnaire.unknown": _questionnaire_unknown,
}
