"""Each kind of fault, seeded alone, is found at its place, and nothing else is."""

# ruff: noqa: E501 - one fault, one line

from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path

import pytest

from digimaturity.i18n import Translator
from digimaturity.packs import load_pack
from tests.packs.conftest import Places, change

PACK, MEASURES = "pack.yaml", "measures.yaml"
ENGLISH, GERMAN = "en/questions.yaml", "de/questions.yaml"
WORDS, WORTE = "en/words.yaml", "de/words.yaml"

#: (what, file, old, new, code, lines from the beginning of the change to the fault)
FAULTS = [
    # YAML is not guessed at.
    ("broken quote", PACK, 'version: "1.10"', 'version: "1.10', "yaml.syntax", 47),
    ("tab", PACK, "    areas:\n      - id: security", "\tareas:\n      - id: security", "yaml.syntax", 0),
    ("alias", PACK, "id: small", "id: &a small", "yaml.alias", 0),
    ("tag", PACK, "licence: CC-BY-4.0", "licence: !!str CC-BY-4.0", "yaml.tag", 0),
    ("second document", PACK, "facts:", "---\nfacts:", "yaml.documents", 0),
    ("list as key", PACK, "licence: CC-BY-4.0", "[licence]: CC-BY-4.0", "yaml.key", 0),
    ("repeated key", PACK, "    weight: 2", "    weight: 2\n    weight: 2", "yaml.duplicate", 1),
    ("repeated list", PACK, "bands: [1, 2, 3]", "bands: [1, 2, 3]\n  bands: [1]", "yaml.duplicate", 1),
    ("control character", ENGLISH, "By mail", '"By\\amail"', "file.character", 0),
    # Every value is of its type.
    ("number for text", PACK, '"1.10"', "1.10", "value.quote", 0),
    ("truth for text", ENGLISH, "text: What else should be known?", "text: true", "value.quote", 0),
    ("nothing", PACK, 'version: "1.10"', "version:", "value.empty", 0),
    ("blank text", ENGLISH, "text: How do you know that a restore works?", 'text: " "', "value.empty", 0),
    ("long text", ENGLISH, "Nothing.", "x" * 4001, "value.long", 0),
    ("yes for true", PACK, "may_not_apply: true", "may_not_apply: yes", "value.type", 0),
    ("infinite weight", PACK, "weight: 1.5", "weight: .inf", "value.type", 0),
    ("overflowing weight", PACK, "weight: 1.5", "weight: 1e999", "value.type", 0),
    ("zero weight", PACK, "weight: 0.5", "weight: 0", "value.range", 0),
    ("negative weight", PACK, "weight: 1.5", "weight: -1", "value.range", 0),
    ("enormous weight", PACK, "weight: 1.5", "weight: 1e9", "value.range", 0),
    ("half a week", MEASURES, "weeks: {10-49: 3", "weeks: {10-49: 0.5", "value.type", 0),
    ("no list", PACK, "sources: [REB-4]", "sources: REB-4", "value.type", 0),
    ("empty kind", PACK, "kind: yes_no\n            show_if", "kind:\n            show_if", "value.empty", 0),
    ("no mapping", PACK, "  - {id: fact.remarks, kind: text}", "  - fact", "value.type", 0),
    ("capital id", PACK, "id: small", "id: Small", "value.form", 0),
    ("no claim", PACK, "[REB-4]", "[Rebstadt]", "value.form", 0),
    ("unknown cost", MEASURES, "50-249: none, 250+: under_5k", "50-249: nothing, 250+: under_5k", "value.choice", 0),
    ("other format", PACK, "format: 1", "format: 2", "format", 0),
    ("claim twice", PACK, "[REB-4]", "[REB-4, REB-4]", "list.repeats", 0),
    ("one option", PACK, "[{id: limited}, {id: partnership}]", "[]", "list.short", 0),
    ("four bands", PACK, "bands: [1, 2, 3]", "bands: [1, 2, 3, 4]", "list.length", 0),
    ("seven steps", "en/measures.yaml", "[Name people, Write, Rehearse]", "[a, b, c, d, e, f, g]", "list.long", 0),
    # Every key is known, and none is missing.
    ("unknown key", PACK, "    weight: 2", "    wieght: 2", "key.unknown", 0),
    ("misspelt section", PACK, "strategy:\n", "strategie:\n", "key.unknown", 0),
    ("misspelt text", GERMAN, "    evidence:", "    evidenz:", "key.unknown", 0),
    ("misspelt texts", GERMAN, "questions:\n", "question:\n", "key.unknown", 0),
    ("missing version", PACK, 'version: "1.10"\n', "", "key.missing", -2),
    ("missing effort", MEASURES, "      250+: {management: 2, it: 8, business: 1}\n", "", "key.missing", -3),
    ("missing options", PACK, "    options: [{id: limited}, {id: partnership}]\n", "", "key.missing", -2),
    ("levels of a fact", PACK, "kind: text}", "kind: text, levels: 4}", "key.kind", 0),
    ("unit of a text", PACK, "kind: text}", "kind: text, unit: percent}", "key.kind", 0),
    ("number without unit", PACK, "unit: percent, ", "", "key.missing", 0),
    # Ids are unique, and name something.
    ("area twice", PACK, "id: customers\n", "id: security\n", "id.duplicate", 0),
    ("option twice", PACK, "{id: limited}, ", "{id: partnership}, {id: limited}, ", "id.duplicate", 0),
    ("decision twice", PACK, "[budget, choose_system]", "[budget, choose_system, budget]", "id.duplicate", 0),
    ("living id", PACK, "[security.backup]", "[security.plan]", "replaces.living", 0),
    ("unknown question", PACK, "question: security.restore, at_least", "question: security.store, at_least", "question.unknown", 0),
    ("unknown fact", PACK, "{question: fact.website, equals: true}", "{question: fact.web, equals: true}", "question.unknown", 0),
    ("unknown lift", MEASURES, "question: security.plan, from: 1", "question: security.pan, from: 1", "question.unknown", 0),
    ("unknown gap", MEASURES, "questions: [security.restore]", "questions: [security.store]", "question.unknown", 0),
    ("unknown measure", MEASURES, "requires: [restore_test]", "requires: [restore]", "measure.unknown", 0),
    ("measure twice", MEASURES, "- id: emergency_plan", "- id: restore_test", "id.duplicate", 0),
    ("unknown area of a plan", PACK, "area: security", "area: secrecy", "area.unknown", 0),
    # Conditions fit, and can hold.
    ("no form", PACK, "{question: security.restore, at_least: 2}", "{question: security.restore}", "condition.form", 0),
    ("two forms", PACK, "{question: security.restore, at_least: 2}", "{question: security.restore, at_least: 2, more_than: 1}", "condition.form", 0),
    ("stranger in form", PACK, "{question: security.restore, at_least: 2}", "{question: security.restore, at_least: 2, level: 1}", "key.unknown", 0),
    ("empty any", PACK, "{question: security.restore, at_least: 2}", "{any: []}", "list.short", 0),
    ("any of text", PACK, "{question: security.restore, at_least: 2}", "{any: always}", "value.type", 0),
    ("level beyond", PACK, "at_least: 2}", "at_least: 6}", "condition.range", 0),
    ("level below", PACK, "at_least: 2}", "at_least: 0}", "condition.range", 0),
    ("more than all", PACK, "more_than: 3}", "more_than: 5}", "condition.range", 0),
    ("half a level", PACK, "at_least: 2}", "equals: 2.5}", "condition.range", 0),
    ("word for level", PACK, "at_least: 2}", "equals: shop}", "condition.number", 0),
    ("number beyond", PACK, "yes_if: {question: fact.access, more_than: 50}", "yes_if: {question: fact.access, more_than: 100}", "condition.range", 0),
    ("at least a yes", PACK, "{question: fact.website, equals: true}", "{question: fact.website, at_least: 1}", "condition.kind", 0),
    ("one for true", PACK, "{question: fact.website, equals: true}", "{question: fact.website, equals: 1}", "condition.yes_no", 0),
    ("compare a text", PACK, "{question: fact.website, equals: true}", "{question: fact.remarks, equals: hello}", "condition.kind", 0),
    ("unknown option", PACK, "equals: shop}", "equals: chop}", "condition.option", 0),
    ("unknown holder", PACK, "equals: shop}", "equals: shop}\n                - {question: budget.pays, equals: its}", "condition.option", 1),
    ("own condition", PACK, "{question: security.restore, at_least: 2}", "{question: security.plan, at_least: 2}", "condition.circle", 0),
    ("circle", PACK, "            weight: 1.5\n", "            weight: 1.5\n            show_if: {question: security.plan, at_least: 2}\n", "condition.circle", 1),
    ("never", PACK, "{question: security.restore, at_least: 2}", "{all: [{question: security.restore, equals: 2}, {question: security.restore, more_than: 2}]}", "condition.never", 0),
    ("never a yes", PACK, "{question: fact.website, equals: true}", "{all: [{question: fact.website, equals: true}, {question: fact.website, equals: false}]}", "condition.never_yes", 0),
    # Numbers make sense together.
    ("no points", PACK, "[{id: shop, points: 2}, {id: mail, points: 1}]", "[{id: shop}, {id: mail, points: 0}]", "options.worthless", 0),
    ("empty range", PACK, "maximum: 100", "maximum: 0", "range.empty", 0),
    ("falling bands", PACK, "bands: [1, 2, 3]", "bands: [1, 3, 3]", "bands.order", 0),
    ("lift down", MEASURES, "from: 2, to: 3}\n      - ", "from: 3, to: 3}\n      - ", "lift.order", 0),
    ("lift beyond", MEASURES, "[{question: security.plan, from: 2, to: 3}]", "[{question: security.plan, from: 2, to: 4}]", "lift.beyond", 0),
    ("lift of a yes", MEASURES, "[{question: security.plan, from: 2, to: 3}]", "[{question: customers.portal, from: 1, to: 2}]", "lift.kind", 0),
    ("lift twice", MEASURES, "      - {question: security.plan, from: 1, to: 2}\n", "      - {question: security.restore, from: 1, to: 2}\n", "lift.duplicate", 0),
    ("no effort", MEASURES, "{management: 3, it: 3, business: 3}", "{management: 0, it: 0, business: 0.0}", "effort.zero", 0),
    ("gap in a fact", MEASURES, "questions: [security.restore]", "questions: [fact.access]", "gap_rule.kind", 0),
    ("gap in no area", MEASURES, "questions: [security.restore]", "questions: [security.restore], areas: [secrecy]", "gap_rule.area", 0),
    ("circular measures", MEASURES, "    sources: [REB-4]\n", "    sources: [REB-4]\n    requires: [emergency_plan]\n", "measure.circle", 1),
    ("plan with a score", PACK, "kind: one_of, options: [{id: none}, {id: running}]", "kind: many_of, options: [{id: none}, {id: running, points: 1}]", "plan.scored", 0),
    # All languages say the same.
    ("text missing", GERMAN, "    text: Was ist für den Notfall aufgeschrieben?\n", "", "text.missing", -1),
    ("why in one language", GERMAN, "    evidence: Das Protokoll der letzten Wiederherstellung.\n", "", "text.missing", -5),
    ("wording in one language", GERMAN, "    wordings: {it: Wie wird die Wiederherstellung geprüft?}\n", "", "text.missing", -8),
    ("talk in one language", GERMAN, "    talk: Welche Wiederherstellung haben Sie selbst gesehen?\n", "", "text.missing", -6),
    ("pitfall in one language", "de/measures.yaml", "    pitfall: Nur die Sicherungssoftware prüfen.\n", "", "text.missing", -6),
    ("question without text", GERMAN, "  fact.remarks: {text: Was sollte man noch wissen?}\n", "", "text.missing", -26),
    ("misspelt question", GERMAN, "  fact.remarks:", "  fact.remark:", "text.surplus", 0),
    ("text of nothing", GERMAN, "  fact.remarks:", "  weather: {text: Wie ist das Wetter?}\n  fact.remarks:", "text.surplus", 0),
    ("option without text", GERMAN, ", mail: Per Post", "", "text.missing", 0),
    ("misspelt option", GERMAN, "mail: Per", "mial: Per", "text.surplus", 0),
    ("four levels", GERMAN, "Wünsche, ", "", "text.count", 0),
    ("two steps", "de/measures.yaml", "Schreiben, ", "", "text.count", 0),
    ("levels of a fact", GERMAN, "Website?}", "Website?, levels: [a, b]}", "text.surplus", 0),
    ("options of a fact", GERMAN, "Website?}", "Website?, options: {a: b}}", "text.surplus", 0),
    ("wording for nobody", GERMAN, "    levels: [Nichts.", "    wordings: {business: Wie?}\n    levels: [Nichts.", "text.surplus", 0),
    ("no level names", "de/pack.yaml", "level_names: [Anfang, Aufbau, Etabliert, Integriert, Führend]\n", "", "text.missing", -1),
    ("no pack name", "de/pack.yaml", "pack: {name: Kleiner Check}\n", "", "text.missing", 0),
    ("size without text", "de/measures.yaml", "10-49: Auf einer Seite., ", "", "text.missing", 0),
    ("size of nobody", "de/measures.yaml", "10-49: Auf", "10-4: Auf", "text.surplus", 0),
    ("advice in one language", "de/pack.yaml", ", advice: {it_only: Mit einer Abteilung planen., nobody: Zwei Leute benennen.}", "", "text.missing", 0),
    ("advice half told", "de/pack.yaml", ", nobody: Zwei Leute benennen.", "", "text.missing", 0),
    ("advice for strangers", "de/pack.yaml", "nobody: Zwei", "nobdy: Zwei", "text.surplus", 0),
    ("four readings", WORTE, "Nachweis., ", "", "list.length", 0),
    ("reading of nothing", WORDS, "area_readings:\n", "area_readings:\n  secrecy: [a, b, c, d, e]\n", "text.surplus", 1),
    ("readings in one language", WORTE, "area_readings:\n  security: [Glück., Gewohnheit., Regel., Nachweis., Übung.]\n", "", "text.missing", 0),
    ("profile half told", WORTE, "risks: Verfehlter Bedarf., ", "", "text.missing", 0),
    ("profile of nobody", WORDS, "it_led:", "it_ledd:", "text.surplus", 0),
    ("term without meaning", WORTE, ", means: Eine Kopie der Daten zum Zurückholen.", "", "text.missing", 0),
    ("text twice", GERMAN, "questions:\n", "measures:\n  emergency_plan: {title: Plan}\nquestions:\n", "text.duplicate", 1),
    ("language without texts", PACK, "languages: [en, de]", "languages: [en, de, fr]", "language.missing", 0),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=[fault[0] for fault in FAULTS])
def test_one_fault_is_one_problem_at_its_place(
    pack: Path, places: Callable[[], Places], fault: tuple[str, str, str, str, str, int]
) -> None:
    _, file, old, new, code, offset = fault
    line = change(pack, file, old, new)
    assert places() == [(file, line + offset, code)], load_pack(pack).problems


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        (PACK, b"", (PACK, 1, "file.empty")),
        (PACK, b"# nothing\n", (PACK, 1, "file.empty")),
        (PACK, b"format: 1\nid: \xff\xfe\n", (PACK, 2, "file.encoding")),
        (PACK, b"format: 1\nid: a\x07\n", (PACK, 2, "file.character")),
        (PACK, "format: 1\n".encode("utf-16"), (PACK, 1, "file.encoding")),
        (PACK, b"#" * 2_000_001, (PACK, 1, "file.too_large")),
        (PACK, b"a: &a [x, x]\nb: &b [*a, *a]\n", (PACK, 1, "yaml.alias")),
        (PACK, b"a: 1\nb: *a\n", (PACK, 2, "yaml.alias")),
        (PACK, b"[" * 100_000, (PACK, 1, "yaml.deep")),
        (PACK, b"a:\n- {? {b: 1} : 2}\n", (PACK, 2, "yaml.key")),
        (PACK, b"text\n", (PACK, 1, "value.type")),
        (ENGLISH, b"\xe4", (ENGLISH, 1, "file.encoding")),
        (MEASURES, b"measures: [\n", (MEASURES, 2, "yaml.syntax")),
        ("mesures.yaml", b"measures: []\n", ("mesures.yaml", 1, "file.unknown")),
        ("notes.yaml", b"a: 1\n", ("notes.yaml", 1, "file.unknown")),
        ("en/more.yml", b"a: 1\n", ("en/more.yml", 1, "file.suffix")),
        ("fr/pack.yaml", b"pack: {name: Essai}\n", ("fr/pack.yaml", 1, "language.surplus")),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem(
    pack: Path, places: Callable[[], Places], name: str, data: bytes, problem: tuple[str, int, str]
) -> None:
    path = pack / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    assert places() == [problem]


@pytest.mark.parametrize(
    ("name", "like"),
    [(PACK, None), (MEASURES, None), ("de/measures.yaml", "en/measures.yaml")],
)
def test_a_missing_file_is_one_problem(pack: Path, name: str, like: str | None) -> None:
    (pack / name).unlink()
    (problem,) = load_pack(pack).problems
    assert (problem.file, problem.line) == (name, 1)
    assert problem.code == ("text.file" if like else "file.missing")
    assert problem.details.get("like") == like


def test_a_folder_in_place_of_a_file_is_one_problem(
    pack: Path, places: Callable[[], Places]
) -> None:
    (pack / MEASURES).unlink()
    (pack / MEASURES).mkdir()
    assert places() == [(MEASURES, 1, "file.unreadable")]


def test_a_pack_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    (problem,) = load_pack(tmp_path / "nowhere").problems
    assert (problem.file, problem.line, problem.code) == (PACK, 1, "file.missing")


def test_the_id_of_a_decisions_question_is_taken(pack: Path) -> None:
    line = change(pack, PACK, "{id: fact.remarks,", "{id: budget.pays,")
    found = load_pack(pack).problems
    assert ("pack.yaml", "id.duplicate", line) in [
        (problem.file, problem.code, problem.details.get("first")) for problem in found
    ]


def test_all_faults_are_found_in_one_go_and_in_order(
    pack: Path, places: Callable[[], Places]
) -> None:
    places_of_faults = [
        ("de/questions.yaml", change(pack, GERMAN, "mail: Per", "mial: Per"), "text.surplus"),
        (MEASURES, change(pack, MEASURES, "weeks: {10-49: 6", "weeks: {10-49: 0"), "value.range"),
        (MEASURES, change(pack, MEASURES, "requires: [restore_test]", "requires: [x]"), "measure.unknown"),
        (PACK, change(pack, PACK, "weight: 1.5", "weight: 0"), "value.range"),
        (PACK, change(pack, PACK, "may_not_apply: true", "may_not_apply: maybe"), "value.type"),
        (PACK, change(pack, PACK, "equals: shop", "equals: x"), "condition.option"),
        (PACK, change(pack, PACK, "bands: [1, 2, 3]", "bands: [3, 2, 1]"), "bands.order"),
    ]  # fmt: skip
    assert places() == places_of_faults


@pytest.mark.parametrize(
    ("file", "old", "new", "suggestion"),
    [
        (PACK, "    weight: 2", "    wieght: 2", "weight"),
        (MEASURES, "50-249: none, 250+: under_5k", "50-249: none, 250+: under_5", "under_5k"),
        (PACK, "question: security.restore, at_least", "question: security.store, at_least", "security.restore"),
        (PACK, "equals: shop}", "equals: chop}", "shop"),
        (MEASURES, "requires: [restore_test]", "requires: [restore]", "restore_test"),
        (GERMAN, "  fact.remarks:", "  fact.remark:", "fact.remarks"),
        (GERMAN, "mail: Per", "mial: Per", "mail"),
    ],
)  # fmt: skip
def test_a_misspelt_word_is_answered_with_the_one_that_was_meant(
    pack: Path, file: str, old: str, new: str, suggestion: str
) -> None:
    change(pack, file, old, new)
    (problem,) = load_pack(pack).problems
    assert problem.details["suggestion"] == suggestion
    english = Translator("en", NullTranslations())
    assert problem.sentence(english).endswith(f" Did you mean “{suggestion}”?")


def test_a_file_that_may_not_be_read_is_one_problem(
    pack: Path, places: Callable[[], Places]
) -> None:
    unreadable = Path("/proc/self/mem")
    if not unreadable.exists():
        pytest.skip("No file here that even an administrator cannot read")
    (pack / MEASURES).unlink()
    (pack / MEASURES).symlink_to(unreadable)
    assert places() == [(MEASURES, 1, "file.unreadable")]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (PACK, "id: security.plan\n", "id: 5\n", "value.quote"),
        (PACK, "id: security.restore\n", "id: 5\n", "value.quote"),
        (PACK, "id: security\n", "id: [security]\n", "value.type"),
        (PACK, "[budget, choose_system]", "[budget, 5]", "value.quote"),
        (
            PACK,
            "    question: {id: strategy_check.goals",
            "    questoin: {id: strategy_check.goals",
            "key.unknown",
        ),
        (PACK, "question: security.restore, at_least", "question: 5, at_least", "value.quote"),
        (PACK, "[{id: shop, points: 2}, {id: mail, points: 1}]", "mail", "value.type"),
        (MEASURES, "question: security.plan, from: 1", "question: 5, from: 1", "value.quote"),
        (MEASURES, "from: 1, to: 2", "from: 1, to: high", "value.type"),
        (MEASURES, "questions: [security.restore]", "questions: [5]", "value.quote"),
        (MEASURES, "- id: restore_test", "- id: 5", "value.quote"),
        (MEASURES, "requires: [restore_test]", "requires: [5]", "value.quote"),
    ],
)
def test_what_cannot_be_understood_is_said_once(
    pack: Path, places: Callable[[], Places], file: str, old: str, new: str, code: str
) -> None:
    line = change(pack, file, old, new)
    assert places() == [(file, line, code)]


def test_nothing_is_said_of_what_a_fault_hides(pack: Path, places: Callable[[], Places]) -> None:
    line = change(
        pack, PACK, "    areas:\n      - id: customers", "    arias:\n      - id: customers"
    )
    assert places() == [(PACK, line, "key.unknown")]


def test_an_unknown_kind_is_not_held_against_what_belongs_to_it(
    pack: Path, places: Callable[[], Places]
) -> None:
    line = change(pack, PACK, "kind: number, unit", "kind: percentage, unit")
    assert places() == [(PACK, line, "value.choice")]


def test_a_question_that_is_never_shown_is_not_held_against_those_that_wait_for_it(
    pack: Path, places: Callable[[], Places]
) -> None:
    never = (
        "{all: [{question: fact.website, equals: true}, {question: fact.website, equals: false}]}"
    )
    line = change(pack, PACK, "{question: security.restore, at_least: 2}", never)
    change(
        pack,
        PACK,
        "question: security.restore, more_than: 3",
        "question: security.plan, more_than: 2",
    )
    assert places() == [(PACK, line, "condition.never")]


def test_two_conditions_that_exclude_each_other_are_found(
    pack: Path, places: Callable[[], Places]
) -> None:
    change(
        pack,
        PACK,
        "{question: security.restore, at_least: 2}",
        "{question: security.restore, equals: 1}",
    )
    both = "{all: [{question: security.plan, at_least: 1}, {question: security.restore, more_than: 3}]}"
    line = change(pack, PACK, "{question: security.restore, more_than: 3}", both)
    assert places() == [(PACK, line, "condition.never")]
