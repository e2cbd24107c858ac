"""Reads, checks and builds a pack: everything that is wrong is found in one go."""

from __future__ import annotations

from dataclasses import dataclass, field

from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.packs.build import built
from digimaturity.packs.condition_checks import ConditionChecks
from digimaturity.packs.folder import MEASURES, PACK, PackFolder
from digimaturity.packs.measure_checks import measure_problems
from digimaturity.packs.nodes import Node, parse_yaml
from digimaturity.packs.pack_checks import pack_problems
from digimaturity.packs.problems import Problem
from digimaturity.packs.schema import Violation, at, violations
from digimaturity.packs.structure import Structure, structure_of
from digimaturity.packs.text_checks import TextChecks
from digimaturity.packs.text_entries import expectations
from digimaturity.packs.texts import LanguageTexts, merged


def compiled(folder: PackFolder) -> tuple[Questionnaire | None, list[Problem]]:
    """The questionnaire of the pack's files, or None and what is wrong."""
    sources = _Sources(folder)
    sources.read()
    if (pack := sources.roots.get(PACK)) is not None and sources.readable:
        sources.check(pack)
    if pack is None or sources.problems:
        return None, sources.problems
    measures = sources.roots.get(MEASURES)
    return built(
        pack.plain(),
        measures.plain()["measures"] if measures else [],
        {language: texts.plain() for language, texts in sources.texts.items()},
    ), []


@dataclass(slots=True)
class _Sources:
    """The files of a pack as far as they could be read, and what is wrong with them."""

    folder: PackFolder
    roots: dict[str, Node] = field(default_factory=dict)
    texts: dict[str, LanguageTexts] = field(default_factory=dict)
    violations: dict[str, list[Violation]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def readable(self) -> bool:
        """Whether pack.yaml is of a form that this program knows."""
        return not any(found.problem.code == "format" for found in self.violations[PACK])

    def read(self) -> None:
        """Read every file, and hold each against its schema."""
        self.problems += self.folder.problems
        for name, data in self.folder.files.items():
            reading = parse_yaml(data, name)
            self.problems += reading.problems
            if reading.root is not None:
                self.roots[name] = reading.root
                kind = {PACK: "pack", MEASURES: "pack-measures"}.get(name, "pack-texts")
                self.violations[name] = list(violations(reading.root, kind))
                self.problems += [found.problem for found in self.violations[name]]
        for language, names in self.folder.languages().items():
            files = {name: self.roots[name] for name in names if name in self.roots}
            self.texts[language], repeated = merged(language, files)
            self.texts[language].partial = len(files) < len(names)
            self.problems += repeated

    def check(self, pack: Node) -> None:
        """Find what is wrong with the parts of the pack together."""
        measures = self.roots.get(MEASURES)
        structure = structure_of(pack, measures)
        self.problems += structure.problems
        structure.complete = not self._hidden(PACK)
        structure.measures_complete = not self._hidden(MEASURES) and self._measures_known()
        self.problems += pack_problems(pack, structure)
        self.problems += ConditionChecks(structure, self._broken()).run(pack)
        if measures is not None:
            self.problems += measure_problems(measures, structure)
        self._check_texts(pack, structure)

    def _check_texts(self, pack: Node, structure: Structure) -> None:
        declared = {node.raw: node for node in _languages(pack)}
        for language, node in declared.items():
            if language not in self.texts:
                self.problems.append(node.problem("language.missing", language=language))
        for language in self.texts.keys() - declared.keys() if structure.complete else ():
            name = next(iter(self.folder.languages()[language]))
            self.problems.append(Problem(name, 1, "language.surplus", {"language": language}))
        sections = expectations(structure)
        hidden = {"measures"} if not structure.measures_complete else set()
        if not structure.complete:
            hidden |= sections.keys() - {"measures"}
        own = {key: self.texts[key] for key in declared if key in self.texts}
        checks = TextChecks(sections, own, pack, self._doubtful(), frozenset(hidden))
        self.problems += checks.run()

    def _hidden(self, name: str) -> bool:
        """Whether ids may be out of sight; of two equal ids one was meant to be another."""
        hides = any(found.hides for found in self.violations.get(name, ()))
        return hides or any((p.file, p.code) == (name, "id.duplicate") for p in self.problems)

    def _measures_known(self) -> bool:
        """Whether the measures can be seen; texts of measures need a file that defines them."""
        if MEASURES in self.roots:
            return True
        if MEASURES in self.folder.names:
            return False
        if any(texts.sections.get("measures") for texts in self.texts.values()):
            self.problems.append(Problem(MEASURES, 1, "file.missing"))
            return False
        return True

    def _broken(self) -> frozenset[int]:
        """The nodes against which the schema has something."""
        return frozenset(
            id(at(self.roots[name], found.path))
            for name, own in self.violations.items()
            for found in own
        )

    def _doubtful(self) -> frozenset[tuple[str | int, ...]]:
        """The places in texts against which the schema has something."""
        return frozenset(
            (name.partition("/")[0], *found.path)
            for name, own in self.violations.items()
            for found in own
        )


def _languages(pack: Node) -> list[Node]:
    listed = pack.get("languages")
    return [node for node in listed.items() if isinstance(node.value, str)] if listed else []
