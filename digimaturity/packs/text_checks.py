"""Texts that a language lacks, and texts that belong to nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from digimaturity.packs.nodes import Node
from digimaturity.packs.problems import Problem, nearest
from digimaturity.packs.text_entries import Expected, entry_faults
from digimaturity.packs.texts import LanguageTexts


@dataclass(slots=True)
class TextChecks:
    """Checks the texts of all languages against what is `expected`.

    `doubtful` holds places (language, section, key, …) against which there is something already;
    `open_sections` are those of which not all keys are known, so that nothing in them is surplus.
    `always` are the texts that every pack needs.
    """

    expected: Mapping[str, Mapping[str, Expected]]
    languages: Mapping[str, LanguageTexts]
    pack: Node
    doubtful: frozenset[tuple[str | int, ...]]
    open_sections: frozenset[str]
    always: tuple[tuple[str, str], ...] = (("level_names", ""), ("pack", "name"))
    problems: list[Problem] = field(default_factory=list)

    def run(self) -> list[Problem]:
        """Check every language."""
        for texts in self.languages.values():
            for path in self.always:
                if texts.entry(*path) is None:
                    self._missing(texts, path, self.pack.fields()["languages"])
            for section in self.expected:
                self._section(texts, section)
        return self.problems

    def _section(self, texts: LanguageTexts, section: str) -> None:
        meant = self._surplus(texts, section)
        for key, thing in self.expected[section].items():
            entry = texts.entry(section, key)
            if entry is not None:
                self._entry(texts.language, (section, key), entry, thing)
            elif key not in meant:
                self._missing(texts, (section, key), thing.place)

    def _surplus(self, texts: LanguageTexts, section: str) -> set[str]:
        """Note texts that belong to nothing; the keys that were probably meant by them."""
        entries = texts.sections.get(section, {})
        known = self.expected[section]
        lacking = [key for key in known if key not in entries]
        meant: set[str] = set()
        for key, entry in entries.items() if section not in self.open_sections else ():
            if key not in known:
                near = nearest(key, lacking)
                meant.add(near)
                name = f"{section}.{key}"
                self.problems.append(entry.problem("text.surplus", key=name, suggestion=near))
        return meant

    def _missing(self, texts: LanguageTexts, path: tuple[str, str], place: Node) -> None:
        """Note that a text is missing, where another language has it, or where it is defined."""
        if texts.partial or self._is_doubtful(texts.language, path):
            return
        key = ".".join(part for part in path if part)
        details = {"language": texts.language, "key": key}
        twins = [twin for own in self.languages.values() if (twin := own.entry(*path))]
        if not twins:
            self.problems.append(place.problem("text.missing", **details))
            return
        name = f"{texts.language}/{twins[0].file.partition('/')[2]}"
        root = texts.files.get(name)
        if root is None:
            self.problems.append(Problem(name, 1, "text.file", {"like": twins[0].file}))
        else:
            line = root.keys.get(path[0], 1)
            self.problems.append(Problem(name, line, "text.missing", details))

    def _entry(self, language: str, path: tuple[str, str], entry: Node, thing: Expected) -> None:
        twins = [twin for own in self.languages.values() if (twin := own.entry(*path))]
        for fault in entry_faults(entry, twins, thing, self._steps(path)):
            whole = (*path, *fault.key)
            if not self._is_doubtful(language, whole):
                details = {"key": ".".join(whole), **fault.details}
                if fault.code == "text.missing":
                    details["language"] = language
                elif fault.code == "text.surplus":
                    details.setdefault("suggestion", "")
                self.problems.append(fault.node.problem(fault.code, **details))

    def _steps(self, path: tuple[str, str]) -> int | None:
        """How many steps a measure has in the first language that lists them without fault."""
        for language, texts in self.languages.items():
            entry = texts.entry(*path)
            steps = entry.get("steps") if entry else None
            if steps and not self._is_doubtful(language, (*path, "steps")):
                return len(steps.items())
        return None

    def _is_doubtful(self, language: str, path: tuple[str, ...]) -> bool:
        whole = (language, *path)
        return any(whole[:length] in self.doubtful for length in range(1, len(whole) + 1))
