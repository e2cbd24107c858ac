"""The checks by hand say what the published schemas say, or more."""

from __future__ import annotations

import copy
import io
import json
from contextlib import suppress
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digimaturity import paths
from digimaturity.exchange.refused import RefusedError
from digimaturity.services.client_package import documents
from digimaturity.services.client_package.log_reading import LogReader
from digimaturity.services.client_package.reading import Package, read_package
from digimaturity.services.client_package.roadmap_reading import roadmap_line
from digimaturity.services.client_package.sign_off_reading import SignOffReader
from digimaturity.services.client_package.writing import hand_over
from digimaturity.services.snapshot import digest_of
from digimaturity.services.workspace import open_workspace
from tests.services.client_package.make import full_company, parts_of

SCHEMA = json.loads((paths.resources_dir() / "schemas" / "client-package.schema.json").read_text())

#: Values of every type, at and beyond the limits of the schemas.
ODD = st.sampled_from(
    [
        *(None, True, False, -1, 0, 1, 2, 3, 5.0, 0.5, 10**9, 2**53 + 1),
        *("", " ", "x", "DE", "de", "C", "Z", "0-2", "draft", "finished", "a" * 64, "y" * 1_001),
        *("2026-02-24", "1969-12-31", "2100-12-31", "2026-01-01T00:00:00.000+00:00", "country"),
        *([], ["x"], ["x", "y"], {}, {"state": "dont_know"}, {"state": "answered", "value": 3}),
        {"state": "answered", "value": 3, "carried": True},
        *({"state": "dont_know", "carried": said} for said in (True, False)),
    ]
)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> tuple[Package, dict[str, Any]]:
    folder = tmp_path_factory.mktemp("package")
    path = folder / "x.digimaturity"
    with open_workspace(folder / "work.db") as workspace:
        sitting = full_company(workspace, folder)
        hand_over(workspace, sitting.company, path, notes=True)
    parts = parts_of(path)
    found = {
        name: json.loads(parts[f"{name}.json"])
        for name in ("manifest", "company", "assessments", "attachments")
    }
    found["roadmap_line"] = [json.loads(line) for line in parts["roadmap.jsonl"].splitlines()]
    found["sign_off"] = [json.loads(line) for line in parts["signoffs.jsonl"].splitlines()]
    found["line"] = [json.loads(line) for line in parts["log.jsonl"].splitlines()]
    return read_package(path), found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300)
@given(data=st.data())
def test_what_is_read_follows_the_schema(
    package: tuple[Package, dict[str, Any]], data: st.DataObject
) -> None:
    read, parts = package
    name = data.draw(st.sampled_from(sorted(parts)))
    document = copy.deepcopy(parts[name])
    if name.endswith(("line", "sign_off")):
        document = data.draw(st.sampled_from(document))
    _change(data, document)
    if name == "sign_off":
        _sign_again(document)
    try:
        _read(read, name, document)
    except RefusedError:
        return
    validator = jsonschema.Draft202012Validator({**SCHEMA, "$ref": f"#/$defs/{name}"})
    validator.validate(document)


def _read(read: Package, name: str, document: Any) -> None:  # noqa: ANN401 - any JSON
    match name:
        case "manifest":
            documents.manifest_from(document)
        case "company":
            documents.company_from(document, read.manifest)
        case "assessments":
            documents.assessments_from(document)
        case "attachments":
            documents.files_from(document, read.history.assessments)
        case "roadmap_line":
            roadmap_line(document, "1")
        case "sign_off":
            content = json.dumps(document).encode()
            list(SignOffReader(read.history.assessments, read.asked).lines(io.BytesIO(content)))
        case _:
            LogReader(read.history.assessments, read.asked).line(document, "1")


def _sign_again(line: Any) -> None:  # noqa: ANN401 - any JSON
    """Let the hash fit again, so that what was signed is looked at."""
    with suppress(LookupError, TypeError, ValueError, AttributeError):
        line["digest"] = digest_of(line["document"])


def _change(data: st.DataObject, holder: Any) -> None:  # noqa: ANN401 - any JSON
    while True:
        keys = list(holder) if isinstance(holder, dict) else range(len(holder))
        key: Any = data.draw(st.sampled_from(keys))
        inner = holder[key]
        if not (isinstance(inner, dict | list) and inner and data.draw(st.integers(0, 3))):
            break
        holder = inner
    match data.draw(st.sampled_from(["replace", "replace", "replace", "remove", "add"])):
        case "remove":
            del holder[key]
        case "add" if isinstance(holder, dict):
            holder["more"] = data.draw(ODD)
        case _:
            holder[key] = data.draw(ODD)
