"""Deleting an assessment that was begun by mistake: asked, and done."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from digimaturity.services.assessments import AssessmentRecord, history
from digimaturity.ui.assessment_title import assessment_title
from digimaturity.ui.parts import Parts


def ask_to_delete(parts: Parts, record: AssessmentRecord, page: QWidget) -> None:
    """Say what goes with an assessment; deleted is only what is confirmed."""
    t, workspace = parts.t, parts.session.workspace
    if workspace is None or not parts.shell.settled():
        return
    said = len(history(workspace, record.id))
    asked = QMessageBox(page)
    asked.setIcon(QMessageBox.Icon.Warning)
    asked.setWindowTitle(t("Delete an assessment"))
    asked.setText(t("Delete “{name}” for good?", name=assessment_title(record, t)))
    words = t.plural(
        "With it goes {n} entry of answers. Only a backup can bring it back.",
        "With it go {n} entries of answers. Only a backup can bring it back.",
        said,
    )
    if not said:
        words = t("Nothing has been answered in it yet.")
    if record.signed:
        more = t.plural(
            "{n} revision that was signed off goes with it, and cannot be read any more.",
            "{n} revisions that were signed off go with it, and cannot be read any more.",
            record.signed,
        )
        words = f"{words} {more}"
    asked.setInformativeText(words)
    delete = asked.addButton(t("&Delete for good"), QMessageBox.ButtonRole.DestructiveRole)
    cancel = asked.addButton(t("&Cancel"), QMessageBox.ButtonRole.RejectRole)
    asked.setDefaultButton(cancel)
    asked.setEscapeButton(cancel)

    def answered() -> None:
        asked.deleteLater()
        if asked.clickedButton() is delete:
            _delete(parts, record)

    asked.finished.connect(answered)
    asked.open()


def _delete(parts: Parts, record: AssessmentRecord) -> None:
    deleted = parts.shell.attempt(lambda: parts.session.delete_assessment(record.id))
    if deleted is not None:
        parts.shell.assessment_opened("overview")
        parts.shell.tell(parts.t("The assessment is deleted."))
