"""A pack as a workbook that domain experts edit, and back, without losing anything."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from digimaturity.authoring.folders import write_into_folder, write_new_folder
from digimaturity.authoring.spreadsheet.problems import Cell, CellProblem
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.errors import UserError
from digimaturity.files import explained
from digimaturity.i18n import Translate
from digimaturity.packs import document_of, load_pack
from digimaturity.packs.folder import PACK, PackFolder, read_folder
from digimaturity.packs.problems import Problem

__all__ = ["Cell", "CellProblem", "Imported", "exported_pack", "imported_pack"]

#: Bytes of a workbook; the largest pack of ours has a fiftieth of it.
_LARGEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: the names of the files that it wrote or deleted, or why it did not."""

    files: tuple[str, ...] = ()
    problems: tuple[CellProblem, ...] = ()


def exported_pack(folder: Path, t: Translate) -> tuple[bytes, tuple[CellProblem, ...]]:
    """The workbook (.xlsx) of the pack in `folder`, or why it cannot be kept in one.

    Raises:
        UserError: ``pack.missing`` or ``pack.broken``.
    """
    from digimaturity.authoring.spreadsheet.content import content_of
    from digimaturity.authoring.spreadsheet.writing import problems_of, workbook_bytes

    if not folder.is_dir():
        raise UserError("pack.missing", path=folder)
    if load_pack(folder).questionnaire is None:
        raise UserError("pack.broken", path=folder)
    content = content_of(read_folder(folder))
    problems = tuple(problems_of(content, t))
    return (b"" if problems else workbook_bytes(content, t)), problems


def imported_pack(workbook: Path, folder: Path, t: Translate) -> Imported:
    """Write the pack of a workbook into `folder`: a new one, or the files that have changed.

    Everything is written, or nothing where anything is wrong.

    Raises:
        UserError: ``pack.not_empty`` where `folder` is something else than a pack, ``pack.broken``
            where its pack has faults, ``pack.another`` where it is not the one of the workbook, or
            those of `files.explained`.
    """
    from digimaturity.authoring.spreadsheet.checking import checked
    from digimaturity.authoring.spreadsheet.distribution import changed_files, new_files
    from digimaturity.authoring.spreadsheet.gathering import gathered, problems_in_order
    from digimaturity.authoring.spreadsheet.reading import read_workbook
    from digimaturity.authoring.spreadsheet.sheets import selection_tables, tables

    before = load_pack(folder).questionnaire if (folder / PACK).exists() else None
    if before is None and (folder / PACK).exists():
        raise UserError("pack.broken", path=folder)
    names = {table.name for table in (*tables(t), *selection_tables(t))}
    sheets, found = read_workbook(_bytes_of(workbook), sorted(names))
    if found:
        return Imported(problems=problems_in_order(found))
    draft = gathered(sheets, t)
    if draft.problems:
        return Imported(problems=problems_in_order(draft.problems))
    bases = _Bases(folder)
    questionnaire, found = checked(draft, bases.base_of)
    if questionnaire is None:
        return Imported(problems=problems_in_order(found))
    if before is None:
        files = new_files(draft.content)
        bases.require(questionnaire, PackFolder(files))
        write_new_folder(folder, files)
        return Imported(tuple(files))
    if before.id != questionnaire.id:
        raise UserError("pack.another", path=folder, there=before.id, new=questionnaire.id)
    old = read_folder(folder)
    changes = changed_files(draft.content, old)
    after = {name: data for name, data in {**old.files, **changes}.items() if data is not None}
    bases.require(questionnaire, PackFolder(after))
    write_into_folder(folder, changes)
    return Imported(tuple(changes))


def _bytes_of(workbook: Path) -> bytes:
    with explained(workbook):
        if workbook.stat().st_size > _LARGEST:
            return b""
        return workbook.read_bytes()


@dataclass(frozen=True, slots=True)
class _Bases:
    """The packs beside `folder`, from which a selection takes its questions."""

    folder: Path

    def base_of(self, name: str) -> tuple[Questionnaire | None, list[Problem]]:
        from digimaturity.packs.compiling import compiled

        return compiled(read_folder(self.folder.absolute().parent / name))

    def require(self, questionnaire: Questionnaire, files: PackFolder) -> None:
        """Make sure, before anything is written, that the files say what the workbook says."""
        from digimaturity.packs.compiling import compiled

        in_order = PackFolder(
            {name: files.files[name] for name in sorted(files.files, key=lambda n: n.split("/"))}
        )
        written, problems = compiled(in_order, self.base_of)
        if written is None or _meaning(written) != _meaning(questionnaire):
            raise RuntimeError("the files do not say what the workbook says", problems)


def _meaning(questionnaire: Questionnaire) -> object:
    """The document without the order of what may stand in several files."""
    document = document_of(questionnaire)
    for name in ("measures", "glossary"):
        document[name] = sorted(document.get(name, ()), key=lambda entry: str(entry["id"]))
    return document
