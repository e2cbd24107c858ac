"""Every error that a user can mend has its sentences, in every language."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

import digimaturity
from digimaturity import paths
from digimaturity.domain.official import AdoptionRate
from digimaturity.domain.population import Population
from digimaturity.errors import UserError
from digimaturity.exchange.refused import RefusedError
from digimaturity.i18n import LANGUAGES, Translator
from digimaturity.services.answers_file import AnswersProblem
from digimaturity.services.benchmarks import Skipped, Why
from digimaturity.services.messages import WRITERS, sentence
from digimaturity.store.lock import Holder

SOURCE = Path(digimaturity.__file__).parent
#: What a code looks like; such texts stand in calls and in tables.
CODE = re.compile(r"(backup|file|workspace)\.[a-z_]+")

HOLDER = Holder("ada", "desk", 7, "2026-02-24T09:05:00+01:00")
FACTS: dict[str, object] = {
    "why": RefusedError("keys", where="areas.{x}"),
    "name": "Ada",
    "n": 3,
    "most": 20,
    "longest": 100,
    "edition": 2,
    "expected": 54,
    "part": "answers",
    "size": 31_000_000,
    "largest": 25_000_000,
    "fingerprint": "0123 4567",
    "found": "x",
    "known": ["readiness"],
    "path": Path("/data/{work}.db"),
    "reason": "because",
    "there": "readiness",
    "new": "my-check",
    "questionnaire": "readiness",
    "holder": HOLDER,
    "since": HOLDER.since,
    "dataset": "isoc_xy",
    "updated": "2036-01-01",
    "line": 7,
    "first": 5,
    "last": 2100,
    "key": "size",
    "column": "geo",
    "cut": "board",
    "form": "xlsx",
    "columns": ["geo"],
    "value": "{x}",
    "what": AdoptionRate("E_CC", 2025, Population("DE", "GE10"), 50.0, "s"),
    "skipped": (Skipped(Why.UNIT, 4, (("{x}", 4),)),),
    "problems": (AnswersProblem("date", "date", {"found": "{x}"}),),
}


#: Facts that are others for one error than for all.
OF_ITS_OWN: dict[str, dict[str, object]] = {
    "company.next_due": {"last": date(2026, 2, 24)},
    "history.no_revision": {"number": 3, "signed": 2},
    "history.none_then": {"when": "2025", "days": (date(2026, 2, 24),)},
    "history.several": {"when": "2025", "days": (date(2025, 2, 24), date(2025, 9, 1))},
    "plan_file.invalid": {"problems": (AnswersProblem("first", "quarter", {"found": "{x}"}),)},
    "revision.damaged": {"number": 2},
    "revision.shown": {"number": 1},
}


def raised_codes() -> Iterator[str]:
    """The codes that stand in calls of UserError, and in the tables of the layers below."""
    for path in SOURCE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        tables = path.parent.name == "store" or path == SOURCE / "files.py"
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _name(node.func) == "UserError" and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield str(first.value)
            elif tables and isinstance(node, ast.Constant) and CODE.fullmatch(str(node.value)):
                yield str(node.value)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else getattr(node, "attr", "")


def test_every_code_in_the_source_has_a_sentence() -> None:
    codes = set(raised_codes())
    assert {"workspace.full_disk", "file.read_only", "answers.invalid"} <= codes
    assert codes <= set(WRITERS)
    # Those of `domain.responses.refusal` are put together from its answer.
    assert set(WRITERS) - codes == {"answer.kind", "answer.not_applicable", "answer.range"} - codes


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(WRITERS))
def test_a_message_is_whole_sentences_with_the_facts_in_them(code: str, language: str) -> None:
    t = Translator.load(language, paths.resources_dir() / "locale")
    message = sentence(UserError(code, **{**FACTS, **OF_ITS_OWN.get(code, {})}), t)

    for part in (message.what, message.safe, message.what_to_do):
        assert not part or part.endswith((".", "?"))
        assert part.count("{") == part.count("/data/{work}.db") + part.count("{x}")
    assert message.what
    assert message.what_to_do
    assert "\n" not in message.line
    assert message.line.startswith(message.what)


def test_a_held_workspace_names_its_holder() -> None:
    t = Translator.load("en", Path())
    message = sentence(UserError("workspace.locked", **FACTS), t)
    assert "by ada on desk, since 09:05 on 24 February 2026" in message.what
    unknown = sentence(UserError("workspace.locked", path="w.db", holder=Holder()), t)
    assert "in use by another program" in unknown.what
    nameless = Holder("", "desk", 7, HOLDER.since)
    assert "by somebody on desk" in sentence(UserError("workspace.locked", holder=nameless), t).what


def test_faults_of_a_file_of_answers_are_listed() -> None:
    t = Translator.load("en", Path())
    message = sentence(UserError("answers.invalid", **FACTS), t)
    assert message.what == "The file of answers /data/{work}.db has 1 fault."
    (detail,) = message.details
    assert detail.startswith("date: “{x}” is no date")
