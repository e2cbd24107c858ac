"""Six invented companies as unlike each other as can be; ``make sample-reports`` writes them all.

Each file has the form of a file of answers; only comments are told in every language.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from digimaturity.services.answers_file import AnswersFile
from digimaturity.services.answers_reading import parse_answers
from digimaturity.services.packs import usable_questionnaires

FOLDER = Path(__file__).parent

#: A joiner who took the quick check; a machine builder whose three viewpoints contradict each
#: other; a retailer who knows next to nothing; a software firm at the top; a utility with names and
#: comments of any length, much unknown and much that does not apply; a forwarder with whom no
#: official figure can be compared.
NAMES = ("joinery", "machine-builder", "retailer", "software", "utility", "forwarder")


def read(name: str, language: str) -> AnswersFile:
    """The answers of a company, its comments in that language."""
    document = json.loads((FOLDER / f"{name}.json").read_bytes())
    content = json.dumps(_told(document, language)).encode()
    return parse_answers(content, usable_questionnaires())


def _told(value: Any, language: str) -> Any:  # noqa: ANN401 - JSON of any form
    if isinstance(value, list):
        return [_told(item, language) for item in value]
    if isinstance(value, dict):
        return value.get(language) or {key: _told(item, language) for key, item in value.items()}
    return value
