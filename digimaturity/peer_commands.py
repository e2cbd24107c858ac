"""The commands that give scores to others, and merge, check and import those of peers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from digimaturity import paths
from digimaturity.errors import UserError
from digimaturity.i18n import Translator

if TYPE_CHECKING:
    from digimaturity.services.peers import SignedPack

#: Adds a command of this name and help.
Define = Callable[[str, str], argparse.ArgumentParser]

#: So many refusals are named on the command line; of more only the number is told.
_NAMED = 20


def define(command: Define, action: Define, t: Translator) -> None:
    """Add the commands to the command line; `action` is for those under ``peers``."""
    give = command("contribute", t("show, or write, the scores that a company gives to others"))
    give.add_argument("--company", required=True, metavar=t("NAME"), help=t("whose scores"))
    give.add_argument("--workspace", type=Path, metavar=t("FILE"), help=t("the workspace to read"))
    _out(give, t, required=False)
    keygen = action("keygen", t("make a key to sign peer packs with"))
    keygen.add_argument("file", type=Path, metavar=t("KEY"))
    _password(keygen, t)
    merge = action("merge", t("merge contributions into a signed peer pack"))
    merge.add_argument("sources", type=Path, nargs="+", metavar=t("FILE_OR_FOLDER"))
    merge.add_argument("--year", type=int, required=True, help=t("the year of the assessments"))
    merge.add_argument("--key", type=Path, required=True, help=t("the key to sign with"))
    merge.add_argument("--publisher", required=True, metavar=t("NAME"), help=t("in whose name"))
    merge.add_argument("--note", default="", help=t("whom you asked, in a line or two"))
    merge.add_argument(
        "--questionnaire", default="readiness", metavar="ID", help=t("which scores; readiness")
    )
    edition = merge.add_mutually_exclusive_group(required=True)
    edition.add_argument(
        "--first", action="store_true", default=False, help=t("nothing was published for this year")
    )
    edition.add_argument(
        "--previous",
        type=Path,
        default=None,
        metavar=t("FILE"),
        help=t("the last edition, so that nobody learns of newcomers by comparing"),
    )
    _out(merge, t, required=True)
    _password(merge, t)
    verify = action("verify", t("check a peer pack, and say who signed it"))
    verify.add_argument("file", type=Path, metavar=t("FILE"))
    take = action("import", t("check a peer pack, and compare with it from now on"))
    take.add_argument("file", type=Path, metavar=t("FILE"))
    take.add_argument(
        "--accept",
        default="",
        metavar=t("FINGERPRINT"),
        help=t("the fingerprint of a publisher who is not known yet"),
    )


def _out(below: argparse.ArgumentParser, t: Translator, *, required: bool) -> None:
    below.add_argument(
        "-o",
        "--out",
        type=Path,
        required=required,
        default=None,
        metavar=t("FILE"),
        help=t("where to write it"),
    )
    below.add_argument(
        "--force",
        action="store_true",
        default=False,
        help=t("replace a file that is there already"),
    )


def _password(below: argparse.ArgumentParser, t: Translator) -> None:
    below.add_argument(
        "--password-file",
        type=Path,
        default=None,
        metavar=t("FILE"),
        help=t("a file with the password of the key in its first line; - asks for it"),
    )


def contribute(options: argparse.Namespace, t: Translator) -> None:
    """Print the very bytes that are given, with what they tell; write them where asked to."""
    from digimaturity.files import write_whole
    from digimaturity.services.contributions import explanation, newest_of, preview
    from digimaturity.services.workspace import open_workspace

    _refuse_existing(options)
    path = options.workspace or paths.default_workspace()
    if not path.exists():
        raise UserError("workspace.missing", path=path)
    with open_workspace(path) as workspace:
        shown = preview(workspace, newest_of(workspace, options.company))
    sys.stdout.write(shown.content.decode())
    sys.stdout.flush()
    for paragraph in explanation(t):
        _say(paragraph)
    if options.out:
        write_whole(options.out, shown.content)
        _say(t("Written to {path}.", path=options.out))


def keygen(options: argparse.Namespace, t: Translator) -> None:
    """Make a key; its fingerprint is what others compare."""
    from digimaturity.services.peers import make_key

    publisher = make_key(options.file, _secret(options, t))
    print(options.file)
    print(publisher.fingerprint)
    _say(t("Keep the file to yourself, with a copy in a safe place; tell others the fingerprint."))


def merge(options: argparse.Namespace, t: Translator) -> None:
    """Merge contributions; what is refused is named, the rest goes on."""
    from digimaturity.services.messages.refusals import refusal_sentence
    from digimaturity.services.packs import usable_questionnaires
    from digimaturity.services.peers import Signing
    from digimaturity.services.peers import merge as merge_contributions

    _refuse_existing(options)
    known = usable_questionnaires()
    if options.questionnaire not in known:
        raise UserError("questionnaire.unknown", found=options.questionnaire, known=sorted(known))
    signing = Signing(options.key, options.publisher, _secret(options, t), options.note)
    asked = known[options.questionnaire]
    done = merge_contributions(
        options.sources, asked, options.year, signing, options.out, options.previous
    )
    counted, pack = done.counted, done.pack
    for refusal in counted.refusals[:_NAMED]:
        _say(refusal_sentence(refusal, t))
    if more := sum(counted.refused.values()) - len(counted.refusals[:_NAMED]):
        _say(t.plural("{n} more refused.", "{n} more refused.", more))
    print(options.out)
    print(t.plural("{n} contribution counted.", "{n} contributions counted.", counted.accepted))
    print(t.plural("{n} group told of.", "{n} groups told of.", len(pack.groups)))
    if pack.left_out:
        print(
            t.plural(
                "{n} firm left out: nothing else protects it.",
                "{n} firms left out: nothing else protects them.",
                pack.left_out,
            )
        )


def verify(options: argparse.Namespace, t: Translator) -> None:
    """Say who signed a pack and what it tells of."""
    from digimaturity.services.peers import is_known, read_pack

    found = read_pack(options.file)
    _describe(found, t)
    known = is_known(found.publisher)
    print(t("You have accepted this key.") if known else t("You have not accepted this key yet."))


def take(options: argparse.Namespace, t: Translator) -> None:
    """Import a pack."""
    from digimaturity.services.peers import import_pack

    _describe(import_pack(options.file, options.accept), t)


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


def _secret(options: argparse.Namespace, t: Translator) -> bytes | None:
    if options.password_file is None:
        return None
    if str(options.password_file) == "-":
        from getpass import getpass

        return getpass(t("Password of the key: ")).encode()
    from digimaturity.files import explained

    with explained(options.password_file):
        lines = options.password_file.read_bytes().splitlines()
    return lines[0] if lines else None


def _refuse_existing(options: argparse.Namespace) -> None:
    if options.out and options.out.exists() and not options.force:
        raise UserError("file.exists", path=options.out)


def _say(line: str) -> None:
    print(f"digimaturity: {line}", file=sys.stderr)


#: What each command does, by the name that `define` gives it.
COMMANDS: Mapping[str, Callable[[argparse.Namespace, Translator], None]] = {
    "contribute": contribute,
    "peers keygen": keygen,
    "peers merge": merge,
    "peers verify": verify,
    "peers import": take,
}
