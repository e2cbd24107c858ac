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
from digimaturity.packs.selection import BaseOf, SelectionChecks, base_problem, selected
from digimaturity.packs.structure import Structure, structure_of
from digimaturity.packs.text_checks import TextChecks
from digimaturity.packs.text_entries import expectations
from digimaturity.packs.texts import LanguageTexts, merged


def compiled(
    folder: PackFolder, base_of: BaseOf | None = None
) -> tuple[Questionnaire | None, list[Problem]]:
    """The questionnaire of the pack's files, or None and what is wrong.

    `base_of` finds the pack that a selection is taken from; without it a selection is a fault.
    """
    sources = _Sources(folder)
    sources.read()
    pack = sources.roots.get(PACK)
    if pack is not None and pack.get("of") is not None:
        return _selection(sources, pack, base_of)
    if pack is not None and sources.readable:
        sources.check(pack)
    if pack is None or sources.problems:
        return None, sources.problems
    return built(
        pack.plain(),
        [measure for root in sources.measures for measure in root.plain()["measures"]],
        {language: texts.plain() for language, texts in sources.texts.items()},
    ), []


def _selection(
    sources: _Sources, pack: Node, base_of: BaseOf | None
) -> tuple[Questionnaire | None, list[Problem]]:
    """A pack that takes its questions from another."""
    of = pack.fields()["of"]
    if base_of is None:
        return None, [of.problem("of.chain", of=of.raw)]
    sources.check_own_texts(pack)
    if sources.problems:
        return None, sources.problems
    base, found = base_of(of.raw)
    if base is None:
        return None, [base_problem(of, found)]
    if problems := SelectionChecks(pack, base).run():
        return None, problems
    names = {language: texts.plain()["pack"]["name"] for language, texts in sources.texts.items()}
    return selected(pack.plain(), names, base), []


@dataclass(slots=True)
class _Sources:
    """The files of a pack as far as they could be read, and what is wrong with them."""

    folder: PackFolder
    roots: dict[str, Node] = field(default_factory=dict)
    texts: dict[str, LanguageTexts] = field(default_factory=dict)
    violations: dict[str, list[Violation]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def measures(self) -> list[Node]:
        """The files that define measures, as far as they could be read."""
        return [self.roots[name] for name in self.folder.measures() if name in self.roots]

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
                self.violations[name] = list(violations(reading.root, self._kind(name)))
                self.problems += [found.problem for found in self.violations[name]]
        for language, names in self.folder.languages().items():
            files = {name: self.roots[name] for name in names if name in self.roots}
            self.texts[language], repeated = merged(language, files)
            self.texts[language].partial = len(files) < len(names)
            self.problems += repeated

    def check(self, pack: Node) -> None:
        """Find what is wrong with the parts of the pack together."""
        structure = structure_of(pack, self.measures)
        self.problems += structure.problems
        structure.complete = not self._hidden(PACK)
        hidden = any(self._hidden(name) for name in self.folder.measures())
        structure.measures_complete = not hidden and self._measures_known()
        self.problems += pack_problems(pack, structure)
        self.problems += ConditionChecks(structure, self._broken()).run(pack)
        self.problems += measure_problems(self.measures, structure)
        self._check_texts(pack, structure)

    def check_own_texts(self, pack: Node) -> None:
        """Find what is wrong with the texts of a selection, which are no more than its name."""
        for name in self.folder.measures():
            self.problems.append(Problem(name, 1, "of.surplus"))
        self._check_languages(pack, complete=True)
        own = self._declared(pack)
        checks = TextChecks({}, own, pack, self._doubtful(), frozenset(), (("pack", "name"),))
        self.problems += checks.run()
        for texts in own.values():
            for section, entries in texts.sections.items():
                if section != "pack":
                    place = next(iter(entries.values()))
                    self.problems.append(place.problem("of.surplus"))

    def _declared(self, pack: Node) -> dict[str, LanguageTexts]:
        named = [node.raw for node in _languages(pack)]
        return {language: self.texts[language] for language in named if language in self.texts}

    def _check_languages(self, pack: Node, *, complete: bool) -> None:
        declared = {node.raw: node for node in _languages(pack)}
        for language, node in declared.items():
            if language not in self.texts:
                self.problems.append(node.problem("language.missing", language=language))
        for language in self.texts.keys() - declared.keys() if complete else ():
            name = next(iter(self.folder.languages()[language]))
            self.problems.append(Problem(name, 1, "language.surplus", {"language": language}))

    def _check_texts(self, pack: Node, structure: Structure) -> None:
        self._check_languages(pack, complete=structure.complete)
        sections = expectations(structure, self.texts.values())
        hidden = {"measures"} if not structure.measures_complete else set()
        if not structure.complete:
            hidden |= sections.keys() - {"measures"}
        checks = TextChecks(
            sections, self._declared(pack), pack, self._doubtful(), frozenset(hidden)
        )
        self.problems += checks.run()

    def _kind(self, name: str) -> str:
        if name == PACK:
            return "pack" if self.roots[PACK].get("of") is None else "pack-selection"
        return "pack-measures" if name in self.folder.measures() else "pack-texts"

    def _hidden(self, name: str) -> bool:
        """Whether ids may be out of sight; of two equal ids one was meant to be another."""
        hides = any(found.hides for found in self.violations.get(name, ()))
        taken = ("id.duplicate", "id.elsewhere")
        return hides or any(p.file == name and p.code in taken for p in self.problems)

    def _measures_known(self) -> bool:
        """Whether the measures can be seen; texts of measures need a file that defines them."""
        if self.folder.measures():
            return len(self.measures) == len(self.folder.measures())
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
