"""From a folder to a questionnaire or to everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.texts import Localized
from digimaturity.packs.document import document_of
from digimaturity.packs.folder import PACK, PackFolder, read_folder
from digimaturity.packs.problems import Problem, in_order
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


def load_pack(folder: Path, cache_dir: Path | None = None) -> LoadedPack:
    """Load the pack in `folder`. A bad pack never raises: every fault is found in one go.

    With `cache_dir` the result is kept there, and read from there as long as no file changes.
    """
    return _compiled(read_folder(folder))


def installed_packs(
    questionnaires_dir: Path, cache_dir: Path | None = None
) -> tuple[InstalledPack, ...]:
    """Every folder in `questionnaires_dir` that holds a pack.yaml, in the order of the names."""
    folders = sorted(path.parent for path in questionnaires_dir.glob(f"*/{PACK}"))
    return tuple(InstalledPack(folder, load_pack(folder, cache_dir)) for folder in folders)


def _compiled(folder: PackFolder) -> LoadedPack:
    # Only here YAML and JSON Schema are needed, which the start of the program must not wait for.
    from digimaturity.packs.compiling import compiled

    questionnaire, problems = compiled(folder)
    if questionnaire is None:
        return LoadedPack(None, None, in_order(problems))
    return LoadedPack(questionnaire, document_of(questionnaire))


def revived(document: Mapping[str, Any]) -> LoadedPack:
    """A pack from a document that was made before."""
    return LoadedPack(questionnaire_from_document(document), dict(document))
