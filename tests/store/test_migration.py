"""Older workspaces are brought up to date, wholly or not at all."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from digimaturity.domain.company import Company, TurnoverBand
from digimaturity.domain.responses import Answer, Responses, State
from digimaturity.domain.roadmap.book import Part
from digimaturity.domain.roadmap.items import Target
from digimaturity.errors import UserError
from digimaturity.services import assessments, companies, plan_book, recording, sign_off
from digimaturity.services.workspace import list_backups, open_workspace
from digimaturity.store import header, opening
from digimaturity.store.migrate import SCRIPTS, MigrationError, migrate
from tests.services.small import begin

RELEASED = sorted((Path(__file__).parent / "released").glob("*.db"))

#: A revision after the real ones; its body is the test's.
REVISION = '''
"""A revision that only tests have."""
import sqlalchemy as sa
from alembic import op
revision = "{number:04d}"
down_revision = "{before:04d}"
def upgrade() -> None:
{body}
'''

RENAME = """
    with op.batch_alter_table("company") as batch:
        batch.alter_column("notes", new_column_name="remarks")
"""
LOSE_CHILDREN = """
    op.execute("DROP TRIGGER answer_log_no_delete")
    op.execute("DELETE FROM answer_log WHERE id = 1")
"""
FAIL_LATE = """
    op.add_column("company", sa.Column("half", sa.String()))
    op.execute("UPDATE company SET half = 'done'")
    raise RuntimeError("late")
"""
DANGLE = """
    op.execute("UPDATE assessment SET company_id = 'nobody'")
"""


def schema(path: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(
            "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master ORDER BY type, name"
        ).fetchall()
    return [(*row[:-1], one_line(row[-1])) for row in rows]


def one_line(statement: str) -> str:
    """A statement without its line breaks: SQLite adds a column on the line of the last one."""
    return " ".join(statement.split())


def marks(path: Path) -> list[int]:
    with closing(sqlite3.connect(path)) as connection:
        names = ("application_id", "user_version")
        return [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in names]


def dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [one_line(statement) for statement in connection.iterdump()]


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    path = tmp_path / "work.db"
    with open_workspace(path) as opened:
        sitting = begin(opened)
        for level in (2, 4):
            recording.record_answer(
                opened, sitting.assessment, sitting.manager, "a.levels", Answer.of(level)
            )
    return path


@pytest.fixture
def next_scripts(tmp_path: Path) -> Path:
    """The real migrations, to which a test adds one."""
    folder = tmp_path / "100% migrations"
    shutil.copytree(SCRIPTS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def add(scripts: Path, body: str) -> None:
    text = REVISION.format(number=header.SCHEMA + 1, before=header.SCHEMA, body=body)
    (scripts / "versions" / "next.py").write_text(text)


def test_a_new_workspace_equals_one_migrated_from_nothing(tmp_path: Path) -> None:
    open_workspace(tmp_path / "new.db").close()
    migrate(tmp_path / "migrated.db")

    assert schema(tmp_path / "new.db") == schema(tmp_path / "migrated.db")
    assert marks(tmp_path / "new.db") == marks(tmp_path / "migrated.db")
    # A migration adds at the end what a new workspace has in its place.
    assert sorted(dump(tmp_path / "new.db")) == sorted(dump(tmp_path / "migrated.db"))


def test_the_newest_migration_has_the_number_of_the_schema() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [f"{header.SCHEMA:04d}"]
    assert len(list(scripts.walk_revisions())) == header.SCHEMA


@pytest.mark.parametrize("sample", RELEASED, ids=lambda path: path.stem)
def test_workspaces_of_every_release_open(sample: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(sample, tmp_path / "work.db"))
    with open_workspace(path) as opened:
        (company,) = companies.list_companies(opened)
        assessment, year_before = assessments.list_assessments(opened, company.id)
        said = assessments.responses(opened, assessment.id)
        asked = assessments.questionnaire_of(opened, assessment.id)
        assert company.name == "Hansen Möbel 家具 <b>&amp;"
        assert company.turnover_band is TurnoverBand.UP_TO_10
        assert assessment.day.isoformat() == "2026-02-24"
        assert (assessment.kept, year_before.kept) == (None, Company("Hansen Möbel", "DE", "C", 40))
        assert_same_answers(said)
        assert asked.by_id["a.levels"].levels
        assert (assessment.pack, assessment.part_of) == ({"en": "Small"}, "")
        assert assessments.history(opened, assessment.id)
        recording.record_answer(
            opened, assessment.id, said.respondents[0].id, "a.levels", Answer.of(5)
        )
        assert plan_book.book_of(opened, company.id).empty
        plan_book.save_entry(opened, company.id, Part.TARGET, "a", Target(60))
        assert plan_book.book_of(opened, company.id).goals == {"a": 60}
        sign_off.sign(opened, assessment.id)
        kept = assessments.get_assessment(opened, assessment.id).kept
        assert kept == company.company
    assert schema(path) == schema_of_new(tmp_path)


def assert_same_answers(said: Responses) -> None:
    ada, expert = said.respondents
    assert (ada.name, ada.viewpoint, expert.viewpoint) == ("Ada", "management", "it")
    assert said.answers[ada.id] == {
        "a.levels": Answer.of(3, "why? 🏭"),
        "a.many": Answer.of(frozenset({"x", "y"})),
        "f.text": Answer.of("dont_know"),
        "f.number": Answer(State.DONT_KNOW),
        "buy.pays": Answer.of(frozenset({"jointly"})),
    }
    assert said.answers[expert.id] == {"a.may": Answer(State.NOT_APPLICABLE)}
    assert said.consensus == {"a.levels": 4}


def schema_of_new(folder: Path) -> list[tuple[str, ...]]:
    open_workspace(folder / "new.db").close()
    return schema(folder / "new.db")


def test_an_older_workspace_is_backed_up_and_migrated_when_opened(
    filled: Path, next_scripts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(next_scripts, RENAME)
    newer = header.SCHEMA + 1
    before = dump(filled)

    def migrate_with_next(path: Path) -> None:
        migrate(path, next_scripts, newer)

    # As if this program were the next version.
    for module in (opening, header):
        monkeypatch.setattr(module, "SCHEMA", newer)
    monkeypatch.setattr("digimaturity.store.migrate.migrate", migrate_with_next)
    with pytest.raises(UserError, match=r"workspace\.older"):
        open_workspace(filled, read_only=True)
    assert dump(filled) == before
    open_workspace(filled).close()

    # Rebuilding the table of the companies has not deleted their assessments.
    with closing(sqlite3.connect(filled)) as connection:
        assert connection.execute("SELECT count(remarks) FROM company").fetchone() == (1,)
        assert connection.execute("SELECT count(*) FROM answer_log").fetchone() == (2,)
        assert connection.execute("PRAGMA user_version").fetchone() == (newer,)
    reasons = {backup.reason: backup.path for backup in list_backups(filled)}
    assert set(reasons) == {"daily", f"before-{newer}"}
    assert dump(reasons[f"before-{newer}"]) == before


@pytest.mark.parametrize(
    ("body", "error"),
    [(FAIL_LATE, RuntimeError), (LOSE_CHILDREN, MigrationError), (DANGLE, MigrationError)],
    ids=["fails late", "loses rows", "leaves dangling references"],
)
def test_a_migration_that_goes_wrong_changes_nothing(
    filled: Path, next_scripts: Path, body: str, error: type[Exception]
) -> None:
    add(next_scripts, body)
    before, marked = dump(filled), marks(filled)

    with pytest.raises(error):
        migrate(filled, next_scripts, header.SCHEMA + 1)

    assert dump(filled) == before
    assert marks(filled) == marked
    open_workspace(filled).close()
