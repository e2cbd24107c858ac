"""Answers questions without end in processes that the test kills; started by test_kill.py.

The server loads everything once. For each line on its standard input it forks a child that opens
the workspace and answers, and prints the child's number, one line for each saved answer, and
``gone`` after the child's death.
"""

import os
import sys
from itertools import count
from pathlib import Path

from digimaturity.domain.responses import Answer
from digimaturity.services import recording
from digimaturity.services.workspace import open_workspace
from digimaturity.store.opening import open_store


def say(*words: object) -> None:
    """One write for each line: a kill leaves whole lines only."""
    os.write(1, (" ".join(str(word) for word in words) + "\n").encode())


def answer_forever(path: Path, assessment: str, respondent: str) -> None:
    with open_workspace(path) as workspace:
        for number in count():
            question = ("a.levels", "a.may")[number % 2]
            level = 1 + os.urandom(1)[0] % 5
            change = recording.record_answer(
                workspace, assessment, respondent, question, Answer.of(level)
            )
            if change.effective:
                say(question, level)


def serve(path: Path, assessment: str, respondent: str) -> None:
    open_store(path).close()  # loads all that a child needs, once
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            answer_forever(path, assessment, respondent)
        say("child", child)
        os.waitpid(child, 0)
        say("gone")


if __name__ == "__main__":
    serve(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
