"""Settings come back, and a damaged file of them costs nothing but the settings."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digimaturity.errors import UserError
from digimaturity.settings import Settings, load_settings, save_settings

CHOSEN = Settings(
    language="de",
    mode="self",
    appearance="dark",
    text_size=125,
    workspace="/data/Müller \udcff.db",
    geometry=(10, -20, 1440, 900),
    maximized=True,
    company="c",
    assessment="a",
    page="questionnaire",
    place="security",
)


def test_settings_come_back(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there"
    assert load_settings(folder) == Settings()
    save_settings(folder, CHOSEN)
    assert load_settings(folder) == CHOSEN
    assert [entry.name for entry in folder.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000])
def test_a_damaged_file_is_moved_aside(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / "settings.json").write_bytes(damaged)
    assert load_settings(tmp_path) == Settings()
    assert (tmp_path / "settings.damaged.json").read_bytes() == damaged
    assert not (tmp_path / "settings.json").exists()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("appearance", "purple"),
        ("mode", "boss"),
        ("text_size", 5),
        ("text_size", True),
        ("geometry", [1, 2, 3]),
        ("geometry", ["1", 2, 3, 4]),
        ("language", None),
        ("maximized", 1),
    ],
)
def test_a_value_that_makes_no_sense_costs_only_itself(
    tmp_path: Path, name: str, value: object
) -> None:
    kept = {"page": "results", name: value, "of a newer version": 1}
    (tmp_path / "settings.json").write_text(json.dumps(kept))
    assert load_settings(tmp_path) == Settings(page="results")


@given(
    st.dictionaries(
        st.sampled_from(list(Settings.__slots__)),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x, max_size=4)
        ),
    )
)
def test_no_file_however_strange_stops_the_start(kept: dict[str, object]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "settings.json").write_text(json.dumps(kept))
        found = load_settings(folder)
        save_settings(folder, found)
        assert load_settings(folder) == found


def test_settings_that_cannot_be_kept_are_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be")
    with pytest.raises(UserError, match=r"file\."):
        save_settings(tmp_path / "config", CHOSEN)
