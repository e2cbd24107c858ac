"""``peers``: keys, and packs of peers that are merged, checked and imported."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from digimaturity.commands.parser import Commands, flag, out
from digimaturity.commands.places import refuse_existing
from digimaturity.commands.telling import say
from digimaturity.errors import UserError
from digimaturity.i18n import Translator

if TYPE_CHECKING:
    from digimaturity.services.peers import Merged, SignedPack

#: So many refusals are named on the command line; of more only the number is told.
_NAMED = 20


def define(commands: Commands) -> None:
    """Add the commands."""
    t = commands.t
    peers = commands.group("peers", t("merge, check and import the scores of peers"))
    keygen = peers.add("keygen", t("make a key to sign peer packs with"), _keygen)
    keygen.add_argument("file", type=Path, metavar=t("KEY"))
    _password(keygen, t)
    _define_merge(peers.add("merge", t("merge contributions into a signed peer pack"), _merge), t)
    verify = peers.add("verify", t("check a peer pack, and say who signed it"), _verify)
    verify.add_argument("file", type=Path, metavar=t("FILE"))
    take = peers.add("import", t("check a peer pack, and compare with it from now on"), _import)
    take.add_argument("file", type=Path, metavar=t("FILE"))
    take.add_argument(
        "--accept",
        default="",
        metavar=t("FINGERPRINT"),
        help=t("the fingerprint of a publisher who is not known yet"),
    )
    peers.add("publishers", t("name the publishers that you have accepted"), _publishers)
    forget = peers.add("forget", t("trust a publisher no longer; its packs stay unused"), _forget)
    forget.add_argument("fingerprint", metavar=t("FINGERPRINT"))


def _define_merge(merge: ArgumentParser, t: Translator) -> None:
    merge.add_argument("sources", type=Path, nargs="+", metavar=t("FILE_OR_FOLDER"))
    merge.add_argument("--year", type=int, required=True, help=t("the year of the assessments"))
    merge.add_argument("--key", type=Path, required=True, help=t("the key to sign with"))
    merge.add_argument("--publisher", required=True, metavar=t("NAME"), help=t("in whose name"))
    merge.add_argument("--note", default="", help=t("whom you asked, in a line or two"))
    merge.add_argument(
        "--questionnaire", default="readiness", metavar="ID", help=t("which scores; readiness")
    )
    edition = merge.add_mutually_exclusive_group(required=True)
    flag(edition, "--first", t("nothing was published for this year"))
    edition.add_argument(
        "--previous",
        type=Path,
        action="append",
        default=[],
        metavar=t("FILE"),
        help=t("each earlier edition, so that nobody learns of newcomers by comparing"),
    )
    out(merge, t("FILE"), t)
    _password(merge, t)


def _password(below: ArgumentParser, t: Translator) -> None:
    below.add_argument(
        "--password-file",
        type=Path,
        default=None,
        metavar=t("FILE"),
        help=t("a file with the password of the key in its first line; - asks for it"),
    )


def _keygen(options: Namespace, t: Translator) -> None:
    """Make a key; its fingerprint is what others compare."""
    from digimaturity.services.peers import make_key

    publisher = make_key(options.file, _secret(options.password_file, t))
    print(options.file)
    print(publisher.fingerprint)
    say(t("Keep the file to yourself, with a copy in a safe place; tell others the fingerprint."))


def _merge(options: Namespace, t: Translator) -> None:
    """Merge contributions; what is refused is named, the rest goes on."""
    from digimaturity.services.packs import usable_questionnaires
    from digimaturity.services.peers import Signing, merge

    refuse_existing(options.out, force=options.force)
    known = usable_questionnaires()
    if options.questionnaire not in known:
        raise UserError("questionnaire.unknown", found=options.questionnaire, known=sorted(known))
    secret = _secret(options.password_file, t)
    signing = Signing(options.key, options.publisher, secret, options.note)
    asked = known[options.questionnaire]
    done = merge(options.sources, asked, options.year, signing, options.out, options.previous)
    _name_refusals(done, t)
    print(options.out)
    _count(done, t)


def _name_refusals(done: Merged, t: Translator) -> None:
    from digimaturity.services.messages.refusals import refusal_sentence

    counted = done.counted
    for refusal in counted.refusals[:_NAMED]:
        say(refusal_sentence(refusal, t))
    if more := sum(counted.refused.values()) - len(counted.refusals[:_NAMED]):
        say(t.plural("{n} more refused.", "{n} more refused.", more))


def _count(done: Merged, t: Translator) -> None:
    accepted, pack = done.counted.accepted, done.pack
    print(t.plural("{n} contribution counted.", "{n} contributions counted.", accepted))
    print(t.plural("{n} group told of.", "{n} groups told of.", len(pack.groups)))
    if pack.left_out:
        print(
            t.plural(
                "{n} firm left out: nothing else protects it.",
                "{n} firms left out: nothing else protects them.",
                pack.left_out,
            )
        )


def _verify(options: Namespace, t: Translator) -> None:
    """Say who signed a pack and what it tells of."""
    from digimaturity.services.peers import read_pack
    from digimaturity.services.publishers import is_known

    found = read_pack(options.file)
    _describe(found, t)
    known = is_known(found.publisher)
    print(t("You have accepted this key.") if known else t("You have not accepted this key yet."))


def _import(options: Namespace, t: Translator) -> None:
    from digimaturity.services.peers import import_pack

    _describe(import_pack(options.file, options.accept), t)


def _publishers(_options: Namespace, t: Translator) -> None:
    """One line each, which can be searched; nothing where there are none."""
    from digimaturity.services.publishers import accepted_publishers

    known = accepted_publishers()
    for one in known:
        print(f"{one.fingerprint}  {one.name}")
    if not known:
        say(t("You have accepted no publisher yet."))


def _forget(options: Namespace, t: Translator) -> None:
    from digimaturity.services.publishers import accepted_publisher, forget_publisher

    publisher = accepted_publisher(options.fingerprint)
    forget_publisher(publisher)
    print(t("The publisher “{name}” is forgotten.", name=publisher.name))
    print(t("Its peer packs are not used until you have accepted its fingerprint anew."))


def _describe(found: SignedPack, t: Translator) -> None:
    pack = found.pack
    print(t("Publisher: {name}", name=found.publisher.name))
    print(t("Fingerprint: {fingerprint}", fingerprint=found.publisher.fingerprint))
    print(
        t(
            "Questionnaire: {name} {version}, year {year}, edition {edition}",
            name=pack.pack,
            version=pack.version,
            year=pack.year,
            edition=pack.edition,
        )
    )
    if pack.note:
        print(t("Note: {note}", note=pack.note))
    print(t.plural("{n} firm", "{n} firms", pack.firms))


def _secret(file: Path | None, t: Translator) -> bytes | None:
    """The password in a file's first line, or typed for ``-``; None without a file."""
    if file is None:
        return None
    if str(file) == "-":
        from getpass import getpass

        return getpass(t("Password of the key: ")).encode()
    from digimaturity.files import explained

    with explained(file):
        lines = file.read_bytes().splitlines()
    return lines[0] if lines else None
