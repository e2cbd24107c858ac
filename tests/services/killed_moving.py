"""Moves a workspace in processes that are killed on their way; started by test_moving_killed.py.

The server loads everything once. For each line on its standard input, a number and a folder, it
forks a child that answers in the workspace that the settings name and moves it to that folder. It
prints the child's number, the level when that is saved, ``step`` on its way, ``known`` when the
settings know the new place, ``moved`` at the end, and ``gone`` after the child's death. The child
kills itself at the word of that number; at 0 it waits for being killed.
"""

import os
import signal
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from digimaturity import paths
from digimaturity.domain.responses import Answer
from digimaturity.services import recording
from digimaturity.services.moving import move_workspace, retire
from digimaturity.services.workspace import open_workspace
from digimaturity.settings import load_settings, save_settings


def say(*words: object) -> None:
    """One write for each line: a kill leaves whole lines only."""
    os.write(1, (" ".join(str(word) for word in words) + "\n").encode())


@dataclass
class Child:
    """Says so many words before it dies."""

    left: int

    def say(self, *words: object) -> None:
        """Say it; the last word is really the last."""
        say(*words)
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def move(self, target: Path, assessment: str, respondent: str, level: int) -> None:
        """Answer, move, and wait for the end."""
        settings = load_settings(paths.config_dir())
        old = Path(settings.workspace)

        def switch(new: Path) -> None:
            self.say("step")
            save_settings(paths.config_dir(), replace(settings, workspace=str(new)))
            self.say("known")

        with open_workspace(old) as workspace:
            recording.record_answer(workspace, assessment, respondent, "a.levels", Answer.of(level))
            self.say("level", level)
            move_workspace(workspace, target, switch, lambda _: self.say("step"))
        self.say("step")
        retire(old, delete=bool(level % 2))
        self.say("moved")
        signal.pause()


def serve(assessment: str, respondent: str) -> None:
    for number, line in enumerate(sys.stdin):
        words, target = line.strip().split(" ", 1)
        child = os.fork()
        if child == 0:
            Child(int(words)).move(Path(target), assessment, respondent, 1 + number % 5)
        say("child", child)
        os.waitpid(child, 0)
        say("gone")


if __name__ == "__main__":
    open_workspace(
        Path(load_settings(paths.config_dir()).workspace)
    ).close()  # loads what is needed
    serve(sys.argv[1], sys.argv[2])
