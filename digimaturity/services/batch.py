"""The reports of a whole portfolio on all cores: the newest assessment of each company."""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import sys
import threading
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.context import BaseContext
from pathlib import Path

from digimaturity import paths
from digimaturity.domain.evaluation import Evaluation
from digimaturity.errors import UserError
from digimaturity.files import explained, safe_name, write_whole
from digimaturity.i18n import Translator
from digimaturity.report.wording import ReportContext
from digimaturity.services.assessments import list_assessments
from digimaturity.services.companies import list_companies
from digimaturity.services.exports import Cut, Format, Order, exported
from digimaturity.services.packs import installed_benchmarks
from digimaturity.services.reports import assessment_order
from digimaturity.services.workspace import Workspace

#: So many reports wait for each process: none is idle, and memory stays small.
_AHEAD = 2

#: Of a company's name so much is in that of its file.
_BYTES = 150


@dataclass(frozen=True, slots=True)
class Task:
    """One report that is to be written."""

    company: str
    assessment: str
    path: Path


@dataclass(frozen=True, slots=True)
class Done:
    """A report that was written, or why it was not: then nothing is left of it."""

    task: Task
    error: Exception | None = None


def tasks_of(workspace: Workspace, folder: Path, form: Format) -> tuple[Task, ...]:
    """A report for each company that was ever assessed, by name; every file has its own name.

    Raises:
        UserError: ``assessment.none``.
    """
    newest = [
        (company.name, records[0])
        for company in list_companies(workspace)
        if (records := list_assessments(workspace, company.id))
    ]
    if not newest:
        raise UserError("assessment.none", path=workspace.path)
    newest.sort(key=lambda one: (one[0].casefold(), one[1].id))
    names = _names(f"{_short(name)} {record.day.year}" for name, record in newest)
    return tuple(
        Task(company, record.id, folder / f"{name}.{form.value}")
        for (company, record), name in zip(newest, names, strict=True)
    )


def _short(company: str) -> str:
    """The part of a file's name that is the company's; systems count its bytes."""
    plain = safe_name(unicodedata.normalize("NFC", company))
    return plain.encode(errors="replace")[:_BYTES].decode(errors="ignore").rstrip(" .")


def _names(titles: Iterable[str]) -> Iterator[str]:
    """File names that also a system which ignores case and accents' spelling tells apart."""
    taken: set[str] = set()
    for plain in titles:
        name, count = plain, 1
        while name.casefold() in taken:
            count += 1
            name = f"{plain} ({count})"
        taken.add(name.casefold())
        yield name


def write_all(
    workspace: Workspace,
    tasks: Sequence[Task],
    t: Translator,
    change: Callable[[Order], Order] | None = None,
    *,
    replace: bool = False,
    processes: int = 0,
) -> Iterator[Done]:
    """Write each report, and tell of each as soon as it is settled, in no certain order.

    `change` is made to every order. A report that fails does not stop the others; neither does a
    process that dies. A file that is there already stays, unless `replace`. `processes` are as many
    as there are cores, if not given. Whoever stops half-way finds whole files only.

    Raises:
        UserError: those of making the folder.
    """
    jobs = _jobs(workspace, tasks, t, change, replace=replace)
    count = min(processes or os.cpu_count() or 1, len(tasks))
    for folder in {task.path.parent for task in tasks}:
        with explained(folder):
            folder.mkdir(parents=True, exist_ok=True)
    if count == 1:
        for job in jobs:
            yield job if isinstance(job, Done) else _settled(job)
        return
    _warm_up()
    yield from _spread(jobs, count)


@dataclass(frozen=True, slots=True)
class _Job:
    """A task with all that a process needs for it; a translator cannot be sent."""

    task: Task
    evaluation: Evaluation
    context: ReportContext
    language: str
    cut: Cut


def _jobs(
    workspace: Workspace,
    tasks: Sequence[Task],
    t: Translator,
    change: Callable[[Order], Order] | None,
    *,
    replace: bool,
) -> Iterator[_Job | Done]:
    """Read and evaluate here, where scores of peers are kept; what failed is done already."""
    figures = installed_benchmarks().data
    for task in tasks:
        if task.path.exists() and not replace:
            yield Done(task, UserError("file.exists", path=task.path))
            continue
        try:
            order = assessment_order(workspace, task.assessment, t, benchmarks=figures)
            order = change(order) if change else order
            job = _Job(task, order.evaluation, order.context, t.language, order.cut)
        except Exception as error:  # noqa: BLE001 - whatever it is, the others go on
            yield Done(task, error)
        else:
            yield job


def _settled(job: _Job) -> Done:
    """Make one report and write it whole."""
    try:
        t = Translator.load(job.language, paths.resources_dir() / "locale")
        form = Format(job.task.path.suffix.removeprefix("."))
        order = Order(job.evaluation, job.context, t, job.cut)
        write_whole(job.task.path, exported(order, form))
    except Exception as error:  # noqa: BLE001 - told at the end, by name
        return Done(job.task, error)
    return Done(job.task)


def _sent(job: _Job) -> Done:
    """The same in another process, from which not every library's error can come back."""
    done = _settled(job)
    try:
        pickle.loads(pickle.dumps(done))  # noqa: S301 - what was packed one call before
    except Exception:  # noqa: BLE001 - an error may raise anything when it is unpacked
        return Done(job.task, RuntimeError(repr(done.error)))
    return done


def _spread(jobs: Iterable[_Job | Done], count: int) -> Iterator[Done]:
    """Settle the jobs in `count` processes; those that a death hit are tried again, each alone."""
    running: dict[Future[Done], _Job] = {}
    hit: list[_Job] = []
    pool = _pool(count)
    try:
        for job in jobs:
            if isinstance(job, Done):
                yield job
                continue
            while len(running) >= count * _AHEAD:
                yield from _finished(running, hit)
            try:
                running[pool.submit(_sent, job)] = job
            except BrokenProcessPool:
                hit.append(job)
                pool = _pool(count)
        while running:
            yield from _finished(running, hit)
    finally:
        pool.shutdown(cancel_futures=True)
    for job in hit:
        yield _alone(job)


def _finished(running: dict[Future[Done], _Job], hit: list[_Job]) -> Iterator[Done]:
    """Wait for the next one; what a process took with it goes to `hit`."""
    finished, _ = wait(running, return_when=FIRST_COMPLETED)
    for future in finished:
        job = running.pop(future)
        try:
            yield future.result()
        except BrokenProcessPool:
            hit.append(job)


def _alone(job: _Job) -> Done:
    """Settle a job in a process of its own, which may die of it."""
    with _pool(1) as pool:
        try:
            return pool.submit(_sent, job).result()
        except BrokenProcessPool as error:
            return Done(job.task, error)


def _pool(count: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(count, _context(), _begin)


def _context() -> BaseContext:
    """Copies of this process where that is safe, which have all loaded; else fresh ones."""
    safe = sys.platform.startswith("linux") and threading.active_count() == 1
    return multiprocessing.get_context("fork" if safe else "spawn")


def _begin() -> None:
    """A process finishes its file when the user stops us: whoever started it has been told."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _warm_up() -> None:
    """Load what every report needs before the process is copied."""
    import_module("digimaturity.report.build.report")
    import_module("digimaturity.report.pdf")
    fonts = import_module("digimaturity.report.pdf.fonts")
    for name in (fonts.REGULAR, fonts.STRONG, fonts.SYMBOLS):
        fonts.face(name)
