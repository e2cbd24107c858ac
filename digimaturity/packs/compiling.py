"""Reads, checks and builds a pack: everything that is wrong is found in one go."""

from __future__ import annotations

from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.packs.build import built
from digimaturity.packs.folder import MEASURES, PACK, PackFolder
from digimaturity.packs.nodes import Node, parse_yaml
from digimaturity.packs.problems import Problem
from digimaturity.packs.schema import violations
from digimaturity.packs.texts import LanguageTexts, merged


def compiled(folder: PackFolder) -> tuple[Questionnaire | None, list[Problem]]:
    """The questionnaire of the pack's files, or None and what is wrong."""
    roots: dict[str, Node] = {}
    problems = list(folder.problems)
    for name, data in folder.files.items():
        reading = parse_yaml(data, name)
        problems += reading.problems
        if reading.root is not None:
            roots[name] = reading.root
    for name, root in roots.items():
        kind = {PACK: "pack", MEASURES: "pack-measures"}.get(name, "pack-texts")
        problems += [violation.problem for violation in violations(root, kind)]
    texts: dict[str, LanguageTexts] = {}
    for language, names in folder.languages().items():
        texts[language], repeated = merged(language, {n: roots[n] for n in names if n in roots})
        problems += repeated
    if problems:
        return None, problems
    measures = roots[MEASURES].plain()["measures"] if MEASURES in roots else []
    plain = {language: own.plain() for language, own in texts.items()}
    return built(roots[PACK].plain(), measures, plain), []
