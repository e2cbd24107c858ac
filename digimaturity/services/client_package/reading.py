"""Reading a client package without trusting a byte of it; nothing of the workspace is touched."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import Any, BinaryIO, cast

from digimaturity.domain.evaluation import evaluate
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import Responses
from digimaturity.errors import UserError
from digimaturity.exchange.refused import RefusedError
from digimaturity.packs import fingerprint_of, questionnaire_from_document
from digimaturity.progress import Watch, share, unwatched
from digimaturity.services.client_package import documents, form
from digimaturity.services.client_package.archive import Archive, opened
from digimaturity.services.client_package.checking import document
from digimaturity.services.client_package.form import Counts, Manifest
from digimaturity.services.client_package.log_reading import LogReader
from digimaturity.services.client_package.roadmap_reading import roadmap_lines
from digimaturity.services.client_package.sign_off_reading import SignOffReader
from digimaturity.store.history import (
    History,
    KeptAssessment,
    KeptFile,
    KeptSignOff,
    Line,
    SignMark,
)
from digimaturity.store.records import PlanLine

_CHUNK = 1 << 20

#: What a questionnaire raises that makes no sense.
_DAMAGED = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Package:
    """A package that was checked from its first to its last byte; `digest` tells it from others.

    `signed` tells what became of its assessments, without what was signed.
    """

    path: Path
    digest: str
    manifest: Manifest
    history: History
    asked: Mapping[str, Questionnaire]
    signed: tuple[SignMark, ...] = ()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except RefusedError as error:
        raise UserError("package.refused", path=path, why=error) from error
    except OSError as error:
        why = RefusedError("unreadable", reason=error.strerror or "")
        raise UserError("package.refused", path=path, why=why) from error


def read_package(path: Path, watch: Watch = unwatched) -> Package:
    """The package at `path`, all of it checked.

    Raises:
        UserError: ``package.refused``, with the reason as `why`.
    """
    with _told(path), opened(path) as archive:
        content = _whole(archive, form.MANIFEST)
        manifest = documents.manifest_from(document(content, form.MANIFEST))
        _check_parts(archive, manifest, share(watch, 0, 0.4))
        company = documents.company_from(_document(archive, form.COMPANY), manifest)
        assessments = documents.assessments_from(_document(archive, form.ASSESSMENTS))
        files = documents.files_from(_document(archive, form.FILES), assessments)
        _check_contents(manifest, files)
        fingerprints = {kept.questionnaire for kept in assessments}
        asked = {one: _questionnaire(archive, one) for one in sorted(fingerprints)}
        _check_questions(assessments, files, asked)
        history = History(company, assessments, files)
        package = Package(path, hashlib.sha256(content).hexdigest(), manifest, history, asked)
        lines = 0
        for _line in _lines(archive, package):
            lines += 1
            watch(0.4 + 0.6 * min(1.0, lines / max(1, manifest.counts.lines)))
        signed = tuple(line.mark for line in _sign_offs(archive, package))
        _check_counts(package, lines, _count_roadmap(archive), len(signed))
        return replace(package, signed=signed)


@contextmanager
def reopened(package: Package) -> Iterator[Opened]:
    """The file of a package once more, for its log and its files; its parts are what they were.

    Raises:
        UserError: ``package.refused``: it is not the file any longer that was checked.
    """
    with _told(package.path), opened(package.path) as archive:
        content = _whole(archive, form.MANIFEST)
        if hashlib.sha256(content).hexdigest() != package.digest:
            raise RefusedError("other_file")
        _check_parts(archive, package.manifest, unwatched)
        yield Opened(archive, package.manifest.counts.lines)


@dataclass(frozen=True, slots=True)
class Opened:
    """What is too large to be kept in memory."""

    _archive: Archive
    _lines: int

    def lines(self, watch: Watch) -> Iterator[Line]:
        """The answer log, whose lines have been checked before."""
        with self._archive.open(form.LOG) as stream:
            for place, content in enumerate(BufferedReader(cast(RawIOBase, stream), _CHUNK)):
                watch(place / max(1, self._lines))
                yield Line(**json.loads(content))

    def roadmap(self) -> tuple[PlanLine, ...]:
        """The log of the roadmap, checked before; nothing where there is none."""
        if form.ROADMAP not in self._archive.parts:
            return ()
        with self._archive.open(form.ROADMAP) as stream:
            lines = BufferedReader(cast(RawIOBase, stream), _CHUNK)
            return tuple(PlanLine(**json.loads(line)) for line in lines)

    def sign_offs(self) -> Iterator[KeptSignOff]:
        """What became of the assessments, checked before; nothing where there is none."""
        if form.SIGN_OFFS not in self._archive.parts:
            return
        with self._archive.open(form.SIGN_OFFS) as stream:
            for line in BufferedReader(cast(RawIOBase, stream), _CHUNK):
                yield KeptSignOff(**json.loads(line))

    def document(self, fingerprint: str) -> Mapping[str, object]:
        """A questionnaire as it stands in the package."""
        found: Mapping[str, object] = _document(self._archive, form.questionnaire_part(fingerprint))
        return found

    def content(self, file: KeptFile) -> bytes:
        """The content of an attached file, checked once more."""
        content = _whole(self._archive, form.file_part(file.sha256))
        if hashlib.sha256(content).hexdigest() != file.sha256:
            raise RefusedError("other_file")
        return content


def _lines(archive: Archive, package: Package) -> Iterator[Line]:
    reader = LogReader(package.history.assessments, package.asked)
    with archive.open(form.LOG) as stream:
        yield from reader.lines(BufferedReader(cast(RawIOBase, stream), _CHUNK))


def _sign_offs(archive: Archive, package: Package) -> Iterator[KeptSignOff]:
    if form.SIGN_OFFS in archive.parts:
        reader = SignOffReader(package.history.assessments, package.asked)
        with archive.open(form.SIGN_OFFS) as stream:
            yield from reader.lines(BufferedReader(cast(RawIOBase, stream), _CHUNK))


def _count_roadmap(archive: Archive) -> int:
    if form.ROADMAP not in archive.parts:
        return 0
    with archive.open(form.ROADMAP) as stream:
        lines = roadmap_lines(BufferedReader(cast(RawIOBase, stream), _CHUNK))
        return sum(1 for _line in lines)


def _check_parts(archive: Archive, manifest: Manifest, watch: Watch) -> None:
    """The manifest names exactly the other parts, and each of them is what it was."""
    named = {part.name for part in manifest.parts}
    wanted = {form.COMPANY, form.ASSESSMENTS, form.FILES, form.LOG}
    since = {form.ROADMAP: form.WITH_ROADMAP, form.SIGN_OFFS: form.WITH_YEARS}
    for name, version in since.items():
        if manifest.version >= version:
            wanted.add(name)
        elif name in named:
            raise RefusedError("odd_part", name=name)
    for name in sorted((named | wanted) - archive.parts.keys()):
        raise RefusedError("no_part", part=name)
    for name in sorted((archive.parts.keys() - {form.MANIFEST}) - named):
        raise RefusedError("odd_part", name=name)
    done = 0
    for part in manifest.parts:
        digest, size = hashlib.sha256(), 0
        with archive.open(part.name) as stream:
            for chunk in _chunks(stream):
                digest.update(chunk)
                size += len(chunk)
                watch(min(1.0, (done + size) / max(1, archive.size)))
        done += size
        if size != part.size or digest.hexdigest() != part.sha256:
            raise RefusedError("checksum", part=part.name)


def _check_contents(manifest: Manifest, files: tuple[KeptFile, ...]) -> None:
    """Each attached file has its content, as long as it says, and no content is nobody's."""
    sizes = {part.name: part for part in manifest.parts}
    for file in files:
        part = sizes.get(form.file_part(file.sha256))
        if part is None:
            raise RefusedError("no_part", part=form.file_part(file.sha256))
        if part.size != file.size or part.sha256 != file.sha256:
            raise RefusedError("contradiction", where=f"{form.FILES}: {file.id}")
    wanted = {form.file_part(file.sha256) for file in files}
    for name in sorted(sizes):
        if name.startswith("files/") and name not in wanted:
            raise RefusedError("odd_part", name=name)


def _check_questions(
    assessments: tuple[KeptAssessment, ...],
    files: tuple[KeptFile, ...],
    asked: Mapping[str, Questionnaire],
) -> None:
    """Each file is beside a question of its assessment."""
    own = {kept.id: asked[kept.questionnaire].by_id for kept in assessments}
    for file in files:
        if file.question not in own[file.assessment]:
            raise RefusedError("unknown", where=f"{form.FILES}: {file.id}")


def _questionnaire(archive: Archive, fingerprint: str) -> Questionnaire:
    name = form.questionnaire_part(fingerprint)
    given = _document(archive, name)
    try:
        if type(given) is not dict or fingerprint_of(given) != fingerprint:
            raise RefusedError("checksum", part=name)
        questionnaire = questionnaire_from_document(given, fingerprint)
        # What cannot be evaluated would fail later, when somebody opens it.
        evaluate(questionnaire, Responses())
    except _DAMAGED as error:
        raise RefusedError("value", where=name) from error
    except UserError as error:
        newer = error.code == "questionnaire.newer"
        raise RefusedError("newer" if newer else "value", where=name) from error
    return questionnaire


def _check_counts(package: Package, lines: int, roadmap: int, signed: int) -> None:
    named = sum(part.name.startswith("questionnaires/") for part in package.manifest.parts)
    found = Counts.of(package.history, lines, roadmap, signed)
    if found != package.manifest.counts or not named == len(package.asked) == found.questionnaires:
        raise RefusedError("contradiction", where=f"{form.MANIFEST}: counts")


def _document(archive: Archive, name: str) -> Any:  # noqa: ANN401 - a stranger's JSON
    if name not in archive.parts:
        raise RefusedError("no_part", part=name)
    return document(_whole(archive, name), name)


def _whole(archive: Archive, name: str) -> bytes:
    with archive.open(name) as stream:
        return stream.read()


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    while chunk := stream.read(_CHUNK):
        yield chunk
