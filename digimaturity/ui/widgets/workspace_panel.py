"""Where the workspace lies, moving it to another folder, and opening another one."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QRadioButton, QVBoxLayout, QWidget

from digimaturity.services.moving import Move, complete, prepare, retire, target_of
from digimaturity.services.workspace import Workspace, list_backups
from digimaturity.ui.parts import Parts
from digimaturity.ui.widgets.basics import button, emptied, label, spaced
from digimaturity.ui.widgets.flow import flowing
from digimaturity.ui.widgets.progress_line import ProgressLine


class WorkspacePanel(QWidget):
    """`shown` carries what there is to see or to press now, for the page to scroll to."""

    shown = Signal(QWidget)

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        px = parts.theme.px
        column = QVBoxLayout(self)
        spaced(column, 0, gap=px(8))
        place = label(str(parts.shell.path), "strong", wrap=True)
        flags = Qt.TextInteractionFlag
        place.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        place.setAccessibleName(parts.t("Workspace: {path}", path=parts.shell.path))
        column.addWidget(place)
        self._below = QVBoxLayout()
        spaced(self._below, 0, gap=px(8))
        column.addLayout(self._below)
        self._progress = ProgressLine(parts)
        column.addWidget(self._progress)
        self._offer()

    def look_at(self, folder: Path) -> None:
        """Ask what shall become of the old file, before the workspace is moved to `folder`."""
        t, px = self._parts.t, self._parts.theme.px
        path = self._parts.shell.path
        target = target_of(path, folder)
        emptied(self._below)
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        spaced(column, px(16), px(12), px(16), px(12), gap=px(8))
        column.addWidget(
            label(t("The workspace moves to {path}", path=target), "strong", wrap=True)
        )
        for words in self._consequences(path):
            column.addWidget(label(words, "small", wrap=True))
        keep = QRadioButton(t("Keep the old file under another name"))
        delete = QRadioButton(t("Delete the old file after the check"))
        keep.setChecked(True)
        column.addWidget(keep)
        column.addWidget(delete)
        self._below.addWidget(card)
        go = button(t("Move it"), lambda: self._move(target, delete=delete.isChecked()), "primary")
        self._below.addLayout(flowing(px(8), go, button(t("Leave it there"), self._back)))
        go.show()  # before the window is active again, or the keyboard goes elsewhere
        go.setFocus()
        self.shown.emit(go)

    def _consequences(self, path: Path) -> tuple[str, ...]:
        """What to know before."""
        t = self._parts.t
        copied = t(
            "It is copied, the copy is read again and compared with it; only then it is opened "
            "there. Until then nothing changes, and you can go on working."
        )
        backups = list_backups(path)
        if not backups:
            return (copied,)
        stay = t.plural(
            "The backup that there is stays in {folder}; new ones are made beside the new place.",
            "The {n} backups that there are stay in {folder}; new ones are made beside the new "
            "place.",
            len(backups),
            folder=backups[0].path.parent,
        )
        return copied, stay

    def _offer(self) -> None:
        t, px, session = self._parts.t, self._parts.theme.px, self._parts.session
        emptied(self._below)
        if self._parts.shell.settings.sample:
            words = t("This is the sample company’s; your own workspace is another file.")
            self._below.addWidget(label(words, "small", wrap=True))
            return
        ways = [button(t("Open another …"), self._choose_other)]
        self._first = ways[0]
        if session.workspace is not None and not session.workspace.read_only:
            self._first = button(t("Move to another folder …"), self._choose_folder)
            ways.insert(0, self._first)
        self._below.addLayout(flowing(px(8), *ways))
        words = t(
            "Choose a folder on a disk that is always connected. A folder that several computers "
            "share is safe only while one of them has the workspace open."
        )
        self._below.addWidget(label(words, "small", wrap=True))

    def _back(self) -> None:
        self._offer()
        self._first.setFocus()

    def _choose_folder(self) -> None:
        title = self._parts.t("Move the workspace")
        here = str(self._parts.shell.path.parent)
        if name := QFileDialog.getExistingDirectory(self, title, here):
            self.look_at(Path(name))

    def _choose_other(self) -> None:
        t, here = self._parts.t, str(self._parts.shell.path.parent)
        name, _ = QFileDialog.getOpenFileName(
            self, t("Open a workspace"), here, t("Workspaces (*.db)")
        )
        if name and self._parts.shell.settled():
            self._parts.shell.open_workspace(Path(name))

    def _move(self, target: Path, *, delete: bool) -> None:
        workspace, shell = self._parts.session.workspace, self._parts.shell
        if workspace is None or not shell.settled():
            return
        emptied(self._below)
        job = self._parts.tasks.watched(
            partial(prepare, workspace, target),
            # Also when this page is gone by then.
            lambda move: _complete(self._parts, workspace, move, delete=delete),
            self._failed,
            self._stopped,
        )
        self._progress.follow(job, self._parts.t("Copying and checking the workspace …"))
        self.shown.emit(self._progress)

    def _failed(self, error: Exception) -> None:
        self._back()
        self._parts.shell.report(error)

    def _stopped(self) -> None:
        self._back()
        self._parts.shell.tell(self._parts.t("Nothing was moved."))


def _complete(parts: Parts, workspace: Workspace, move: Move, *, delete: bool) -> None:
    """Open the workspace at its new place, and let go of the old file; or copy once more."""
    shell = parts.shell
    old, new = move.source, move.target
    if parts.session.workspace is not workspace or not shell.settled():
        move.close()
        return
    done = shell.attempt(lambda: complete(workspace, move, shell.remember_workspace))
    if done is None:  # it is told why
        return
    if not done:
        parts.tasks.watched(
            partial(prepare, workspace, new),
            lambda again: _complete(parts, workspace, again, delete=delete),
            shell.report,
        )
        return
    shell.open_workspace(new)
    # What comes from the same worker next comes when the workspace is open, or could not be.
    parts.tasks.run(lambda: None, lambda _: _let_go(parts, old, new, delete=delete), shell.report)


def _let_go(parts: Parts, old: Path, new: Path, *, delete: bool) -> None:
    """The old file goes when the new one is open."""
    shell, t = parts.shell, parts.t
    if shell.trouble is not None:
        return

    def told(aside: Path | None) -> None:
        kept = t("The old file is kept: {path}", path=aside)
        more = kept if aside else t("The old file is deleted.")
        shell.tell(t("The workspace is now {path}.", path=new), more)

    parts.tasks.run(lambda: retire(old, delete=delete), told, shell.report)
