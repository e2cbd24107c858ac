"""What came back of forms and what was done with it, for other programs."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.exchange.refused import RefusedError
from digimaturity.services.forms.preview import Found, Preview
from digimaturity.services.forms.taking_in import TakenIn


def preview_document(preview: Preview) -> dict[str, object]:
    """A preview for other programs: what was found, or the code of why it is refused."""
    document: dict[str, object] = {"path": None if preview.path is None else str(preview.path)}
    if preview.found is not None:
        return {**document, "refused": None, **_found_document(preview.found)}
    why = preview.refusal.details.get("why") if preview.refusal else None
    return {**document, "refused": why.code if isinstance(why, RefusedError) else ""}


def _found_document(found: Found) -> Mapping[str, object]:
    return {
        "company": {"id": found.company.id, "name": found.company.name},
        "assessment": {"id": found.record.id, "day": found.record.day.isoformat()},
        "respondent": {
            "id": found.person.id,
            "name": found.person.name,
            "viewpoint": found.person.viewpoint.value,
        },
        "form": found.returned.identity.document,
        "medium": found.returned.medium.value,
        "filled": found.returned.filled or None,
        "answered": found.count.answered,
        "asked": found.count.asked,
        "new": list(found.new),
        "changed": list(found.changed),
        "same": list(found.same),
        "older": list(found.older),
        "foreign": list(found.foreign),
        "unclear": list(found.unclear),
        "comments": found.comments,
        "known_form": found.known_form,
        "taken_before": found.taken_before,
        "same_version": found.same_version,
        "after_others": found.after_others,
        "other_viewpoint": found.other_viewpoint,
    }


def done_document(done: TakenIn) -> dict[str, object]:
    """What was done, for other programs."""
    return {
        "assessments": [change.assessment for change in done.changes],
        "forms": done.forms,
        "people": done.people,
        "answers": done.answers,
        "comments": done.comments,
    }
