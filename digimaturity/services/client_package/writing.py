"""Handing a company over: its whole history from the workspace into one file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from digimaturity import __version__
from digimaturity.canonical import canonical
from digimaturity.errors import UserError
from digimaturity.files import explained, put_in_place, safe_name, unfinished
from digimaturity.progress import Watch, share, unwatched
from digimaturity.services.client_package import form
from digimaturity.services.client_package.form import Counts, Manifest, Part
from digimaturity.services.client_package.reading import read_package
from digimaturity.services.text import storable
from digimaturity.services.workspace import Workspace
from digimaturity.store.clock import now
from digimaturity.store.history import History

if TYPE_CHECKING:
    from digimaturity.store.histories import Histories

#: The same for every part: nothing tells when or where it was packed (as if under Unix).
_DAY, _UNIX, _MODE = (1980, 1, 1, 0, 0, 0), 3, 0o644 << 16

#: Which part of the work is writing; the rest is reading it once more.
_WRITING = 0.5


@dataclass(frozen=True, slots=True)
class Outline:
    """What a package of a company would hold; `size` is that of its attached files in bytes.

    `notes` tells whether there are private ones.
    """

    name: str
    counts: Counts
    size: int
    notes: bool


def outline(workspace: Workspace, company: str) -> Outline:
    """What would be handed over; KeyError without such a company."""
    with workspace.reading() as stored:
        history = _found(stored.histories, company)
        lines = stored.histories.count_lines(company)
        roadmap = len(stored.histories.roadmap(company))
        signed = stored.histories.count_sign_offs(company)
    kept = history.company
    size = sum(file.size for file in history.files)
    return Outline(
        kept.name, Counts.of(history, lines, roadmap, signed), size, bool(kept.notes.strip())
    )


def file_name(name: str) -> str:
    """What the package of a company with that name may be called."""
    return safe_name(name) + form.SUFFIX


def hand_over(
    workspace: Workspace,
    company: str,
    path: Path,
    *,
    notes: bool = False,
    by: str = "",
    watch: Watch = unwatched,
) -> Manifest:
    """Write the package of a company to `path`, whole or not at all, and return what is in it.

    `notes`: the mentor's private notes go with it. `by` names who makes it. The file is read once
    more before it gets its name, as a receiver reads it. `workspace` is kept busy meanwhile: hand
    in one that is opened to read only for this. KeyError without such a company.

    Raises:
        UserError: ``package.unfit``: something here would not be accepted there; those of
            `files.write_whole`.
    """
    with explained(path), unfinished(path) as temporary:
        # Within, so that a full stick is not told as a full disk of the workspace.
        with workspace.reading() as stored, explained(path), temporary.open("wb") as file:
            history = _found(stored.histories, company)
            writer = _Writer(file, stored.histories, history, share(watch, 0, _WRITING))
            manifest = writer.write(notes=notes, by=storable(by))
        try:
            read_package(temporary, share(watch, _WRITING, 1))
        except UserError as error:
            raise UserError("package.unfit", why=error.details.get("why")) from error
        put_in_place(temporary, path)
    return manifest


def _found(histories: Histories, company: str) -> History:
    history = histories.get(company)
    if history is None:
        raise KeyError(company)
    return history


class _Writer:
    """Writes the parts one after the other, and remembers what they are."""

    def __init__(
        self, file: BinaryIO, histories: Histories, history: History, watch: Watch
    ) -> None:
        self._zip = ZipFile(file, "w", ZIP_STORED)
        self._histories, self._history, self._watch = histories, history, watch
        self._parts: list[Part] = []
        self._lines = 0
        company = history.company
        self._roadmap = histories.roadmap(company.id)
        self._signed = histories.count_sign_offs(company.id)
        self._version = 1
        if self._signed or company.next_due is not None or histories.carries(company.id):
            self._version = form.WITH_YEARS
        elif self._roadmap:
            self._version = form.WITH_ROADMAP

    def write(self, *, notes: bool, by: str) -> Manifest:
        """Write all parts, the manifest last: only then it is known what they are."""
        history = self._history
        fingerprints = sorted({kept.questionnaire for kept in history.assessments})
        with self._zip:
            self._add(
                form.COMPANY, form.company_document(history.company, self._version, notes=notes)
            )
            self._add(form.ASSESSMENTS, form.assessments_document(history))
            self._add(form.FILES, form.files_document(history.files))
            for fingerprint in fingerprints:
                document = json.dumps(
                    self._histories.questionnaire(fingerprint),
                    ensure_ascii=False,
                    separators=(",", ":"),
                )  # in its own order, in which it is shown
                self._stream(form.questionnaire_part(fingerprint), iter([document.encode()]))
            self._stream(form.LOG, self._log())
            if self._version >= form.WITH_ROADMAP:
                self._stream(form.ROADMAP, map(form.roadmap_bytes, self._roadmap))
            if self._version >= form.WITH_YEARS:
                self._stream(form.SIGN_OFFS, self._sign_offs())
            self._contents()
            manifest = self._manifest(notes=notes, by=by)
            self._stream(form.MANIFEST, iter([canonical(manifest.document())]))
        return manifest

    def _manifest(self, *, notes: bool, by: str) -> Manifest:
        history = self._history
        return Manifest(
            self._version,
            __version__,
            now(),
            by,
            history.company.id,
            history.company.name,
            notes,
            Counts.of(history, self._lines, len(self._roadmap), self._signed),
            tuple(self._parts),
        )

    def _log(self) -> Iterator[bytes]:
        expected = max(1, self._histories.count_lines(self._history.company.id))
        for kept in self._history.assessments:
            for line in self._histories.lines(kept.id):
                self._lines += 1
                self._watch(min(1.0, 0.5 * self._lines / expected))
                yield form.line_bytes(line)

    def _sign_offs(self) -> Iterator[bytes]:
        for kept in self._history.assessments:
            for line in self._histories.sign_offs(kept.id):
                yield form.sign_off_bytes(line)

    def _contents(self) -> None:
        """Each content once, however often it is attached."""
        files = {file.sha256: file for file in self._history.files}
        for place, (sha256, file) in enumerate(sorted(files.items())):
            self._watch(0.5 + 0.5 * place / len(files))
            self._stream(form.file_part(sha256), iter([self._histories.content(file.id)]))

    def _add(self, name: str, document: object) -> None:
        self._stream(name, iter([canonical(document)]))

    def _stream(self, name: str, chunks: Iterator[bytes]) -> None:
        info = ZipInfo(name, _DAY)
        info.create_system, info.external_attr = _UNIX, _MODE
        size, digest = 0, hashlib.sha256()
        with self._zip.open(info, "w") as part:
            for chunk in chunks:
                part.write(chunk)
                digest.update(chunk)
                size += len(chunk)
        self._parts.append(Part(name, size, digest.hexdigest()))
