"""From a folder to a questionnaire or to everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.texts import Localized
from digimaturity.packs.cache import Entry
from digimaturity.packs.document import document_of
from digimaturity.packs.folder import PACK, PackFolder, read_folder
from digimaturity.packs.problems import Problem, from_plain, in_order, to_plain
from digimaturity.packs.revival import questionnaire_from_document


@dataclass(frozen=True, slots=True)
class LoadedPack:
    """A questionnaire with its document, or the problems for which there is none."""

    questionnaire: Questionnaire | None
    document: dict[str, Any] | None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class InstalledPack:
    """A pack in the folder of the questionnaires; a broken one is there too, with its problems.

    `id`, `name` and `version` are those of the pack; of a broken one the folder's name, and empty.
    """

    folder: Path
    loaded: LoadedPack

    @property
    def usable(self) -> bool:
        """Whether assessments can be taken with it."""
        return self.loaded.questionnaire is not None

    @property
    def id(self) -> str:
        """The pack's id."""
        return self.loaded.questionnaire.id if self.loaded.questionnaire else self.folder.name

    @property
    def name(self) -> Localized:
        """The pack's name in its languages."""
        return self.loaded.questionnaire.name if self.loaded.questionnaire else {}

    @property
    def version(self) -> str:
        """The pack's version."""
        return self.loaded.questionnaire.version if self.loaded.questionnaire else ""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with it."""
        return self.loaded.problems


def load_pack(
    folder: Path, cache_dir: Path | None = None, library: Path | None = None
) -> LoadedPack:
    """Load the pack in `folder`. A bad pack never raises: every fault is found in one go.

    With `cache_dir` the result is kept there, and read from there as long as no file changes. The
    pack that a selection is taken from lies beside it, else in `library`.
    """
    files = read_folder(folder)
    entry = Entry(cache_dir, folder, files.key)
    places = _Places(folder.parent, library)
    return _kept(entry, places) or _compiled(files, entry, places)


def installed_packs(
    questionnaires_dir: Path, cache_dir: Path | None = None, library: Path | None = None
) -> tuple[InstalledPack, ...]:
    """Every folder in `questionnaires_dir` that holds a pack.yaml, in the order of the names.

    `library` is where else the packs may lie that selections are taken from.
    """
    folders = sorted(path.parent for path in questionnaires_dir.glob(f"*/{PACK}"))
    return tuple(InstalledPack(folder, load_pack(folder, cache_dir, library)) for folder in folders)


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the pack is looked for that a selection is taken from."""

    beside: Path
    library: Path | None

    def find(self, name: str) -> PackFolder:
        """The pack of that name, even if there is none."""
        found = self.beside / name
        if self.library is not None and not (found / PACK).is_file():
            found = self.library / name
        return read_folder(found)


def _kept(entry: Entry, places: _Places) -> LoadedPack | None:
    """What was kept; nothing where the pack that it takes its questions from has changed since."""
    kept = entry.read()
    if kept is None or any(places.find(of).key != key for of, key in kept["taken"].items()):
        return None
    if kept["problems"]:
        return LoadedPack(None, None, from_plain(kept["problems"]))
    questionnaire = questionnaire_from_document(kept["document"], kept["fingerprint"])
    return LoadedPack(questionnaire, kept["document"])


def _compiled(files: PackFolder, entry: Entry, places: _Places) -> LoadedPack:
    # Only here YAML and JSON Schema are needed, which the start of the program must not wait for.
    from digimaturity.packs.compiling import compiled

    taken: dict[str, str] = {}

    def base_of(name: str) -> tuple[Questionnaire | None, list[Problem]]:
        base = places.find(name)
        taken[name] = base.key
        return compiled(base)

    questionnaire, found = compiled(files, base_of)
    problems = in_order(found)
    document = None if questionnaire is None else document_of(questionnaire)
    fingerprint = questionnaire.fingerprint if questionnaire else ""
    content = {"document": document, "fingerprint": fingerprint, "taken": taken}
    entry.write({"problems": to_plain(problems), **content})
    return LoadedPack(questionnaire, document, problems)
