"""Project XML: in the schema's order, with references that lead somewhere and dates that agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from xml.etree import ElementTree as ET

import pytest

from digimaturity.report.build.schedule import schedule
from digimaturity.report.model.schedule import Schedule
from digimaturity.report.project import expected, found, project_bytes
from digimaturity.report.wording import Wording
from tests.report import roadmaps, samples
from tests.report.workbook.test_workbook import HOSTILE, translator

#: As mspdi_pj12.xsd (2007-11-28) has the sequences; what Project 2010 added is not among them.
SEQUENCES = {
    "Project": """SaveVersion UID Name Title Subject Category Company Manager Author CreationDate
        Revision LastSaved ScheduleFromStart StartDate FinishDate FYStartDate CriticalSlackLimit
        CurrencyDigits CurrencySymbol CurrencyCode CurrencySymbolPosition CalendarUID
        DefaultStartTime DefaultFinishTime MinutesPerDay MinutesPerWeek DaysPerMonth
        DefaultTaskType DefaultFixedCostAccrual DefaultStandardRate DefaultOvertimeRate
        DurationFormat WorkFormat EditableActualCosts HonorConstraints EarnedValueMethod
        InsertedProjectsLikeSummary MultipleCriticalPaths NewTasksEffortDriven NewTasksEstimated
        SplitsInProgressTasks SpreadActualCost SpreadPercentComplete TaskUpdatesResource
        FiscalYearStart WeekStartDay MoveCompletedEndsBack MoveRemainingStartsBack
        MoveRemainingStartsForward MoveCompletedEndsForward BaselineForEarnedValue
        AutoAddNewResourcesAndTasks StatusDate CurrentDate MicrosoftProjectServerURL Autolink
        NewTaskStartDate DefaultTaskEVMethod ProjectExternallyEdited ExtendedCreationDate
        ActualsInSync RemoveFileProperties AdminProject OutlineCodes WBSMasks ExtendedAttributes
        Calendars Tasks Resources Assignments""",
    "Calendar": "UID Name IsBaseCalendar BaseCalendarUID WeekDays Exceptions WorkWeeks",
    "WeekDay": "DayType DayWorking TimePeriod WorkingTimes",
    "WorkingTime": "FromTime ToTime",
    "Task": """UID ID Name Type IsNull CreateDate Contact WBS WBSLevel OutlineNumber OutlineLevel
        Priority Start Finish Duration DurationFormat Work Stop Resume ResumeValid EffortDriven
        Recurring OverAllocated Estimated Milestone Summary Critical IsSubproject
        IsSubprojectReadOnly SubprojectName ExternalTask ExternalTaskProject EarlyStart EarlyFinish
        LateStart LateFinish StartVariance FinishVariance WorkVariance FreeSlack TotalSlack
        FixedCost FixedCostAccrual PercentComplete PercentWorkComplete Cost OvertimeCost
        OvertimeWork ActualStart ActualFinish ActualDuration ActualCost ActualOvertimeCost
        ActualWork ActualOvertimeWork RegularWork RemainingDuration RemainingCost RemainingWork
        RemainingOvertimeCost RemainingOvertimeWork ACWP CV ConstraintType CalendarUID
        ConstraintDate Deadline LevelAssignments LevelingCanSplit LevelingDelay
        LevelingDelayFormat PreLeveledStart PreLeveledFinish Hyperlink HyperlinkAddress
        HyperlinkSubAddress IgnoreResourceCalendar Notes HideBar Rollup BCWS BCWP
        PhysicalPercentComplete EarnedValueMethod PredecessorLink""",
    "PredecessorLink": "PredecessorUID Type CrossProject CrossProjectName LinkLag LagFormat",
    "Resource": """UID ID Name Type IsNull Initials Phonetics NTAccount MaterialLabel Code Group
        WorkGroup EmailAddress Hyperlink HyperlinkAddress HyperlinkSubAddress MaxUnits PeakUnits
        OverAllocated AvailableFrom AvailableTo Start Finish CanLevel AccrueAt Work RegularWork
        OvertimeWork ActualWork RemainingWork ActualOvertimeWork RemainingOvertimeWork
        PercentWorkComplete StandardRate StandardRateFormat Cost OvertimeRate OvertimeRateFormat
        OvertimeCost CostPerUse ActualCost ActualOvertimeCost RemainingCost RemainingOvertimeCost
        WorkVariance CostVariance SV CV ACWP CalendarUID Notes BCWS BCWP IsGeneric IsInactive
        IsEnterprise BookingType ActualWorkProtected ActualOvertimeWorkProtected
        ActiveDirectoryGUID CreationDate ExtendedAttribute Baseline OutlineCode IsCostResource
        AssnOwner AssnOwnerGuid IsBudget AvailabilityPeriods Rates TimephasedData""",
    "AvailabilityPeriod": "AvailableFrom AvailableTo AvailableUnits",
    "Assignment": """UID TaskUID ResourceUID PercentWorkComplete ActualCost ActualFinish
        ActualOvertimeCost ActualOvertimeWork ActualStart ActualWork ACWP Confirmed Cost
        CostRateTable CostVariance CV Delay Finish FinishVariance Hyperlink HyperlinkAddress
        HyperlinkSubAddress WorkVariance HasFixedRateUnits FixedMaterial LevelingDelay
        LevelingDelayFormat LinkedFields Milestone Notes Overallocated OvertimeCost OvertimeWork
        PeakUnits RegularWork RemainingCost RemainingOvertimeCost RemainingOvertimeWork
        RemainingWork ResponsePending Start Stop Resume StartVariance Summary SV Units UpdateNeeded
        VAC Work WorkContour""",
}
_SPACE = "{http://schemas.microsoft.com/project}"


def told(language: str = "en") -> Schedule:
    w = Wording(samples.evaluation(), roadmaps.context(), translator(language))
    return schedule(w, roadmaps.roadmap())


def root_of(given: Schedule) -> ET.Element:
    """The file read again, names without the namespace that all of them must have."""
    root = ET.fromstring(project_bytes(given))  # noqa: S314 - written here
    for element in root.iter():
        assert element.tag.startswith(_SPACE)
        element.tag = element.tag.removeprefix(_SPACE)
    return root


def texts(root: ET.Element, path: str) -> list[str]:
    return [one.text or "" for one in root.iterfind(path)]


def tasks(root: ET.Element) -> Iterator[dict[str, str]]:
    for task in root.iterfind("Tasks/Task"):
        yield {one.tag: one.text or "" for one in task}


def test_elements_stand_in_the_order_of_the_schema() -> None:
    root = root_of(told())
    kinds = {element.tag for element in root.iter() if len(element)}
    lists = {"Calendars", "WeekDays", "WorkingTimes", "Tasks", "Resources", "Assignments"}
    assert kinds - lists - {"AvailabilityPeriods"} == SEQUENCES.keys()
    for element in root.iter():
        if element.tag in SEQUENCES:
            order = SEQUENCES[element.tag].split()
            places = [order.index(child.tag) for child in element]
            assert places == sorted(places), element.tag
            known = set(places)
            assert len(known) == len(places) or element.tag == "Task"  # only links repeat
    assert texts(root, "SaveVersion") == ["12"]
    assert texts(root, "CurrencyCode") == ["EUR"]


def test_every_reference_leads_somewhere() -> None:
    root = root_of(told())
    uids, people = texts(root, "Tasks/Task/UID"), texts(root, "Resources/Resource/UID")
    calendars = texts(root, "Calendars/Calendar/UID")
    for known in (uids, people, calendars, texts(root, "Assignments/Assignment/UID")):
        assert len(known) == len(set(known)) > 0
    assert {"1", "-1"} >= set(texts(root, "Calendars/Calendar/BaseCalendarUID"))
    assert set(texts(root, "Resources/Resource/CalendarUID")) <= set(calendars)
    assert set(texts(root, "Tasks/Task/PredecessorLink/PredecessorUID")) < set(uids)
    assert set(texts(root, "Assignments/Assignment/TaskUID")) < set(uids)
    assert set(texts(root, "Assignments/Assignment/ResourceUID")) <= set(people)


def test_dates_durations_and_work_agree() -> None:
    root = root_of(told())
    for task in tasks(root):
        begin, end = (datetime.fromisoformat(task[name]) for name in ("Start", "Finish"))
        days = range((end.date() - begin.date()).days + 1)
        workdays = sum((begin + timedelta(step)).weekday() < 5 for step in days)
        milestone = task["Milestone"] == "1"
        assert task["Duration"] == ("PT0H0M0S" if milestone else f"PT{8 * workdays}H0M0S")
        if task["ConstraintType"] != "0":
            assert task["ConstraintDate"] == task["Start"]
    by_name = {task["Name"]: task for task in tasks(root)}
    own = by_name["Scan the incoming mail, all of it; \\ today"]
    assert own["Start"] == "2026-10-01T08:00:00"
    assert own["Finish"] == "2027-03-31T17:00:00"
    assert own["Work"] == "PT80H0M0S"  # ten person-days
    assert own["ConstraintType"] == "4"  # not earlier
    assert own["FixedCost"] == "800000"  # in cents
    # Five quarters of 30 and 20 days; the key person's are among those of IT.
    assert by_name["ERP change-over"]["Work"] == "PT2000H0M0S"


def test_what_the_user_set_must_start_then_and_links_end_before_their_followers() -> None:
    root = root_of(told())
    by_uid = {task["UID"]: task for task in tasks(root)}
    locked = [one for one in by_uid.values() if one["Start"].startswith("2026-07-01")]
    assert [one["ConstraintType"] for one in locked] == ["2"]
    for task in root.iterfind("Tasks/Task"):
        for uid in texts(task, "PredecessorLink/PredecessorUID"):
            assert by_uid[uid]["Finish"] < (task.findtext("Start") or "")


def test_a_key_persons_days_are_not_counted_twice() -> None:
    root = root_of(told())
    names = dict(
        zip(
            texts(root, "Resources/Resource/UID"),
            texts(root, "Resources/Resource/Name"),
            strict=True,
        )
    )
    erp = next(task["UID"] for task in tasks(root) if task["Name"] == "ERP change-over")
    work = {
        names[one.findtext("ResourceUID") or ""]: one.findtext("Work")
        for one in root.iterfind("Assignments/Assignment")
        if one.findtext("TaskUID") == erp
    }
    assert work == {
        "IT, others": "PT720H0M0S",  # five quarters of 30 - 12 days
        "Jana Wulf": "PT480H0M0S",
        "Departments": "PT800H0M0S",
    }


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_it(text: str) -> None:
    plain = told()
    task = replace(plain.tasks[0], title=text, notes=text * 5)
    people = tuple(replace(one, name=text, group=text) for one in plain.resources)
    given = replace(
        plain, title=text, company=text, tasks=(task, *plain.tasks[1:]), resources=people
    )
    root = root_of(given)
    assert found(project_bytes(given)) == expected(given)
    assert all(0 < len(name) <= 255 for name in texts(root, "Tasks/Task/Name"))


def test_same_roadmap_same_bytes_and_what_is_missing_is_counted() -> None:
    content = project_bytes(told())
    assert content == project_bytes(told())
    assert found(content) == expected(told())
    root = ET.fromstring(content)  # noqa: S314 - written here
    links = [one for one in root.iter() if one.find(f"{_SPACE}PredecessorLink") is not None]
    links[0].remove(links[0].findall(f"{_SPACE}PredecessorLink")[0])
    assert found(ET.tostring(root)) != expected(told())
