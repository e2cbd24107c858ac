"""The worker threads, for what takes longer than a blink: a report, opening, a backup."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from enum import Enum, auto
from functools import partial
from threading import Event, Lock
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

from digimaturity.progress import Stopped

T = TypeVar("T")

#: So long (seconds) a job that tells of its progress lets the interface go on before it does.
_PATIENCE = 0.05


class Lane(Enum):
    """In which line a job stands: each has one thread, which does one job after the other.

    So a click never waits for minutes of work, nor long work for what nobody asked for. Within a
    line things are written in the order in which they were asked for. More threads would not be
    quicker, for only one of them runs Python at a time.
    """

    #: Somebody has clicked, and waits. Also when the window closes it is done.
    ASKED = auto()
    #: Takes long, tells how far it is, and may be called off; closing the window does.
    LONG = auto()
    #: Nobody has asked for it yet. Closing the window calls it off.
    ASIDE = auto()


class Progress:
    """What a job is given to tell how far it is; a `Watch` for the services that take one.

    Each call is a moment at which the job can be called off: it raises `Stopped` then. It also is
    one at which the window goes first: both share one interpreter, and would take turns otherwise.
    """

    def __init__(self, idle: Event) -> None:
        self._idle = idle
        #: From 0 to 1; None while it is not known.
        self.done: float | None = None
        #: What is being done, if the job says it.
        self.words = ""
        self.stopped = False

    def __call__(self, done: float | None) -> None:
        """Tell how much is done, from 0 to 1; None: it goes on, but how far is not known."""
        self.done = done
        self._idle.wait(_PATIENCE)
        if self.stopped:
            raise Stopped

    def say(self, words: str, done: float | None = None) -> None:
        """Tell in the user's words what comes now."""
        self.words = words
        self(done)


class Job:
    """A job that was handed in."""

    def __init__(self, stopped: Callable[[], None], idle: Event) -> None:
        self.progress = Progress(idle)
        #: Whether it has begun; whether nothing more is to come but what it hands over.
        self.begun = self.ended = False
        self._lock = Lock()
        # Let go as soon as it cannot be needed: what it holds leads back here, and such a ring
        # would be taken apart by whichever thread comes along, widgets and all.
        self._stopped: Callable[[], None] | None = stopped

    @property
    def cancelled(self) -> bool:
        """Whether it was called off; it may still be on its way to where it can stop."""
        return self.progress.stopped

    def cancel(self) -> None:
        """Call it off: one that has not begun never does, another one at its next `Progress`.

        What cannot be stopped any more comes to its good end, and `done` is called.
        """
        self.progress.stopped = True
        with self._lock:
            stopped, self._stopped = self._stopped, None
        if stopped is not None:
            self.ended = True
            stopped()

    def begin(self) -> bool:
        """The worker's turn: whether the job is still wanted."""
        with self._lock:
            self.begun, self._stopped = self._stopped is not None, None
        return self.begun


class Tasks(QObject):
    """Runs jobs beside the interface's thread; what they give comes back on that thread.

    Only immutable things may cross: a job gets none of the widgets, and none of the session.
    """

    #: A job, before what it gives is handed over.
    ended = Signal(Job)
    _finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pools = {lane: _one_thread() for lane in Lane}
        self._open: set[tuple[Lane, Job]] = set()
        self._results: deque[Callable[[], object]] = deque()
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        #: Set while the loop of the interface waits for something to happen.
        self._idle = Event()
        loop = QAbstractEventDispatcher.instance()
        loop.aboutToBlock.connect(self._idle.set)
        loop.awake.connect(self._idle.clear)

    def run(
        self,
        job: Callable[[], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
        *,
        lane: Lane = Lane.ASKED,
    ) -> Job:
        """Run `job`; then `done` gets its result, or `failed` what it raised.

        As with Qt's signals, a method of a widget that is gone by then is not called.
        """
        return self.watched(lambda _progress: job(), done, failed, lane=lane)

    def watched(
        self,
        job: Callable[[Progress], T],
        done: Callable[[T], object],
        failed: Callable[[Exception], object],
        stopped: Callable[[], object] = lambda: None,
        *,
        lane: Lane = Lane.LONG,
    ) -> Job:
        """Run a job that tells how far it is, and can be called off by `Job.cancel`.

        Exactly one of the three is called: `stopped` where it was called off and did stop.
        """

        def hand_over(receiver: Callable[..., object], *what: object) -> None:
            self._results.append(partial(self._end, lane, handed))
            self._results.append(partial(_hand_over, receiver, *what))
            self._finished.emit()

        def work() -> None:
            if not handed.begin():
                return
            try:
                result = job(handed.progress)
            except Stopped:
                handed.ended = True
                hand_over(stopped)
            except Exception as error:  # noqa: BLE001 - whatever it was, the user hears of it
                handed.ended = True
                hand_over(failed, error)
            else:
                handed.ended = True
                hand_over(done, result)

        handed = Job(partial(hand_over, stopped), self._idle)
        self._open.add((lane, handed))
        self._pools[lane].start(work)
        return handed

    def wait(self) -> None:
        """Let the jobs that were begun come to their end."""
        self._idle.set()
        for pool in self._pools.values():
            pool.waitForDone()

    def finish(self, lane: Lane | None = None) -> None:
        """Let them come to their end, or those of one line, and hand over what they gave."""
        self._idle.set()
        for each in Lane if lane is None else (lane,):
            self._pools[each].waitForDone()
        self._deliver()

    def close(self) -> None:
        """The window goes: what was asked for is done, the rest is called off."""
        for lane, job in tuple(self._open):
            if lane is not Lane.ASKED:
                job.cancel()
        self.wait()

    def _end(self, lane: Lane, job: Job) -> None:
        self._open.discard((lane, job))
        self.ended.emit(job)

    def _deliver(self) -> None:
        while self._results:
            self._results.popleft()()


def _one_thread() -> QThreadPool:
    pool = QThreadPool()
    pool.setMaxThreadCount(1)
    return pool


def _hand_over(receiver: Callable[..., Any], *what: object) -> None:
    owner = getattr(receiver, "__self__", None)
    if not isinstance(owner, QObject) or isValid(owner):
        receiver(*what)
