"""How far a long job is: words, a bar, and a button that calls it off."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from digimaturity.ui.parts import Parts
from digimaturity.ui.tasks import Job
from digimaturity.ui.widgets.basics import button, label, row_of, spaced

#: So often (milliseconds) it is looked how far the job is.
_EVERY = 100


class ProgressLine(QWidget):
    """Is seen as long as the job that it follows goes on.

    The page decides what comes then, by what the job hands over.
    """

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        t = parts.t
        self._parts = parts
        self._job: Job | None = None
        self._words = ""
        column = QVBoxLayout(self)
        spaced(column, 0, gap=parts.theme.px(8))
        self._said = label("", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.cancel = button(t("Cancel"), self.call_off)
        column.addWidget(self._said)
        column.addWidget(self.bar)
        column.addLayout(row_of(self.cancel))
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._look)
        parts.tasks.ended.connect(self._ended)
        self.hide()

    @property
    def running(self) -> bool:
        """Whether the job goes on."""
        return self._job is not None

    def follow(self, job: Job, words: str) -> None:
        """Show this job from now on; `words` tell what it does, unless it says it itself."""
        self._job, self._words = job, words
        self.cancel.setEnabled(True)
        self._timer.start()
        self.show()
        self._look()

    def call_off(self) -> None:
        """Stop the job, where there is one."""
        if self._job is not None:
            self._job.cancel()
            self._look()

    def _ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._timer.stop()
            self.hide()

    def _look(self) -> None:
        job = self._job
        if job is None:
            return
        done = None if job.cancelled else job.progress.done
        self.bar.setRange(0, 0 if done is None else 100)  # without an end it only moves
        if done is not None:
            self.bar.setValue(round(done * 100))
        self.cancel.setEnabled(not job.cancelled)
        self._say(self._parts.t("Stopping …") if job.cancelled else job.progress.words)

    def _say(self, words: str) -> None:
        words = words or self._words
        if words != self._said.text():
            self._said.setText(words)
            self.bar.setAccessibleName(words)
