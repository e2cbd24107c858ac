"""From the parts of a faultless pack to its one document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from digimaturity.domain.questionnaire import Leadership, Questionnaire, Viewpoint
from digimaturity.packs.document import DOCUMENT_FORMAT, document_of
from digimaturity.packs.revival import questionnaire_from_document
from digimaturity.packs.sizes import SIZES
from digimaturity.packs.structure import HELD

Fields = Mapping[str, Any]

#: The parts of what is said of a leadership profile.
_PROFILE = ("strengths", "risks", "step")

#: In place of a fingerprint until the document has its last form.
_DRAFT = "draft"


def built(
    structure: Fields, measures: Sequence[Fields], texts: Mapping[str, Fields]
) -> Questionnaire:
    """The questionnaire of a faultless pack; `texts` holds the merged texts of each language."""
    build = _Build({language: texts[language] for language in structure["languages"]})
    draft = questionnaire_from_document(build.document(structure, measures), _DRAFT)
    # Once more by way of the domain: numbers and defaults get their one form, the fingerprint too.
    return questionnaire_from_document(document_of(draft))


@dataclass(frozen=True, slots=True)
class _Build:
    texts: Mapping[str, Fields]

    def document(self, structure: Fields, measures: Sequence[Fields]) -> dict[str, Any]:
        index = structure.get("index")
        level_names = {language: texts["level_names"] for language, texts in self.texts.items()}
        return {
            "format": DOCUMENT_FORMAT,
            "id": structure["id"],
            "version": structure["version"],
            "languages": structure["languages"],
            "licence": structure["licence"],
            "name": self._text("pack", "name"),
            "level_names": _turned(level_names),
            "dimensions": [self._dimension(part) for part in structure["dimensions"]],
            "strategy": [
                {"id": part["id"], "question": self._question(part["question"])}
                for part in structure.get("strategy", ())
            ],
            "plans": [
                {"area": part["area"], "question": self._question(part["question"])}
                for part in structure.get("plans", ())
            ],
            "facts": [self._question(part) for part in structure.get("facts", ())],
            "index": None if index is None else self._index(index),
            "decisions": [self._decision(key) for key in structure.get("decisions", ())],
            "measures": [self._measure(part) for part in measures],
            "profiles": {
                profile: {name: self._text("profiles", profile, name) for name in _PROFILE}
                for profile in map(str, Leadership)
                if self._text("profiles", profile, "step")
            },
            "glossary": [self._term(key) for key in self._keys("glossary")],
        }

    def _dimension(self, part: Fields) -> dict[str, Any]:
        areas = [
            {
                **self._named("areas", area),
                "questions": [self._question(q) for q in area["questions"]],
                "readings": self._list("area_readings", area["id"]),
            }
            for area in part["areas"]
        ]
        readings = self._list("dimension_readings", part["id"])
        return {**self._named("dimensions", part), "areas": areas, "readings": readings}

    def _named(self, section: str, part: Fields) -> dict[str, Any]:
        return {
            "id": part["id"],
            "weight": part.get("weight", 1),
            "name": self._text(section, part["id"], "name"),
            "about": self._text(section, part["id"], "about"),
        }

    def _question(self, part: Fields) -> dict[str, Any]:
        key = part["id"]
        kind = part.get("kind", "levels")
        texts: dict[str, Any] = {
            name: self._text("questions", key, name) for name in ("text", "why", "evidence", "talk")
        }
        if kind == "levels":
            texts["levels"] = self._list("questions", key, "levels")
        return {
            "weight": 1,
            "viewpoints": [str(viewpoint) for viewpoint in Viewpoint],
            **part,
            **texts,
            "kind": kind,
            "options": [self._option(key, option) for option in part.get("options", ())],
            "wordings": {
                viewpoint: wording
                for viewpoint in map(str, Viewpoint)
                if (wording := self._text("questions", key, "wordings", viewpoint))
            },
        }

    def _option(self, question: str, option: Fields) -> dict[str, Any]:
        text = self._text("questions", question, "options", option["id"])
        return {"id": option["id"], "points": option.get("points", 0), "text": text}

    def _decision(self, key: str) -> dict[str, Any]:
        return {
            "id": key,
            "name": self._text("decisions", key, "name"),
            "advice": {held: self._text("decisions", key, "advice", held) for held in HELD},
        }

    def _index(self, part: Fields) -> dict[str, Any]:
        items = [
            {**item, "name": self._text("index", item["code"], "name")} for item in part["items"]
        ]
        return {**part, "items": items}

    def _measure(self, part: Fields) -> dict[str, Any]:
        key = part["id"]
        return {
            **part,
            "title": self._text("measures", key, "title"),
            "what": self._text("measures", key, "what"),
            "kpi": self._text("measures", key, "kpi"),
            "pitfall": self._text("measures", key, "pitfall"),
            "steps": self._list("measures", key, "steps"),
            **{
                name: {str(SIZES[size]): own for size, own in part[name].items()}
                for name in ("effort", "weeks", "cost")
            },
            "at_size": {
                str(SIZES[size]): text
                for size in SIZES
                if (text := self._text("measures", key, "at_size", size))
            },
        }

    def _term(self, key: str) -> dict[str, Any]:
        path = ("glossary", key, "forms")
        forms = {language: _at(texts, path) for language, texts in self.texts.items()}
        return {
            "id": key,
            "term": self._text("glossary", key, "term"),
            "means": self._text("glossary", key, "means"),
            "forms": {
                language: [form.strip() for form in own] for language, own in forms.items() if own
            },
        }

    def _keys(self, section: str) -> dict[str, None]:
        """The keys of a section in the order of the first language that has them."""
        return {key: None for texts in self.texts.values() for key in texts.get(section, ())}

    def _text(self, *path: str) -> dict[str, str]:
        """The text at `path` in every language that has it."""
        found = {language: _at(texts, path) for language, texts in self.texts.items()}
        return {language: text.strip() for language, text in found.items() if text is not None}

    def _list(self, *path: str) -> list[dict[str, str]]:
        lists = {language: _at(texts, path) for language, texts in self.texts.items()}
        return _turned({language: own for language, own in lists.items() if own is not None})


def _turned(lists: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
    """From a list for each language to a list of texts in all languages."""
    rows = zip(*lists.values(), strict=True)
    return [dict(zip(lists, (text.strip() for text in row), strict=True)) for row in rows]


def _at(texts: Any, path: Sequence[str]) -> Any:  # noqa: ANN401 - walks through JSON values
    for key in path:
        if key not in texts:
            return None
        texts = texts[key]
    return texts
