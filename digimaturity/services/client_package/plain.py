"""What is in a client package and what was done with it, for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from digimaturity.services.client_package.form import Manifest
from digimaturity.services.client_package.importing import TakenIn
from digimaturity.services.client_package.preview import Compared, Preview


def preview_document(preview: Preview) -> dict[str, object]:
    """A preview for other programs."""
    return {
        **_manifest_document(preview.package.manifest),
        "known": preview.known,
        "namesake": preview.namesake,
        "details": list(preview.details),
        "roadmap": asdict(preview.roadmap),
        "assessments": [_compared_document(one) for one in preview.assessments],
    }


def _manifest_document(manifest: Manifest) -> Mapping[str, object]:
    document = manifest.document()
    return {name: document[name] for name in document if name != "parts"}


def _compared_document(compared: Compared) -> Mapping[str, object]:
    return {
        "id": compared.id,
        "day": compared.day.isoformat(),
        "standing": compared.standing.value,
        "finished_here": compared.finished_here,
        "finished_there": compared.finished_there,
        "to_be_chosen": compared.to_be_chosen,
        "differing": [
            {
                **dict(zip(("respondent", "question", "aspect"), one.spot, strict=True)),
                "here": asdict(one.here),
                "there": asdict(one.there),
            }
            for one in compared.differing
        ],
        "only_there": compared.only_there,
        "only_here": compared.only_here,
        "lines": compared.lines,
        "people": compared.people,
        "files": compared.files,
        "header": list(compared.header),
        "same_questionnaire": compared.same_questionnaire,
        "signed_there": compared.signed_there,
        "signed_here": compared.signed_here,
    }


def done_document(done: TakenIn) -> dict[str, object]:
    """What was done, for other programs."""
    return {
        "company": {"id": done.change.company, "name": done.name},
        "backup": None if done.backup is None else str(done.backup),
        "added": done.added,
        "changed": done.changed,
        "lines": done.lines,
        "roadmap": done.roadmap,
    }
