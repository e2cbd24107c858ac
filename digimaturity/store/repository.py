"""What can be read and written inside one transaction."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from digimaturity.store.answers import AnswerLog
from digimaturity.store.assessments import Assessments
from digimaturity.store.attachments import Attachments
from digimaturity.store.companies import Companies
from digimaturity.store.contributions import Contributions
from digimaturity.store.finished import Finished
from digimaturity.store.forms import Forms
from digimaturity.store.histories import Histories
from digimaturity.store.places import Places
from digimaturity.store.plan_log import PlanLog
from digimaturity.store.report_choices import ReportChoicesTable
from digimaturity.store.sign_offs import SignOffs


class Repository:
    """The tables of a workspace, for as long as one transaction lasts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def companies(self) -> Companies:
        """The companies."""
        return Companies(self._session)

    @cached_property
    def assessments(self) -> Assessments:
        """The assessments with their questionnaires and respondents."""
        return Assessments(self._session)

    @cached_property
    def attachments(self) -> Attachments:
        """The files beside answers."""
        return Attachments(self._connection)

    @cached_property
    def contributions(self) -> Contributions:
        """The ids of what was given to others."""
        return Contributions(self._session)

    @cached_property
    def forms(self) -> Forms:
        """The forms made for people, and what came back."""
        return Forms(self._session)

    @cached_property
    def plan_log(self) -> PlanLog:
        """What companies put down for their roadmaps."""
        return PlanLog(self._connection)

    @cached_property
    def places(self) -> Places:
        """Where work on each company stopped."""
        return Places(self._session)

    @cached_property
    def report_choices(self) -> ReportChoicesTable:
        """What was chosen for the reports."""
        return ReportChoicesTable(self._session)

    @cached_property
    def sign_offs(self) -> SignOffs:
        """What was signed, and opened again."""
        return SignOffs(self._connection)

    @cached_property
    def answers(self) -> AnswerLog:
        """The answer log; it does without a session, since every click waits for it."""
        return AnswerLog(self._connection)

    @cached_property
    def finished(self) -> Finished:
        """The finished assessments of all companies."""
        return Finished(self._connection)

    @cached_property
    def histories(self) -> Histories:
        """Everything of one company, as it is."""
        return Histories(self._connection)

    def flush(self) -> None:
        """Send what was changed; the caller ends the transaction."""
        if "_session" in self.__dict__:
            self._session.flush()

    @cached_property
    def _session(self) -> Session:
        return Session(self._connection, join_transaction_mode="rollback_only")
