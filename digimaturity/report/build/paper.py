"""What every document of a record says of itself: title, sender, head and foot, code, versions."""

from __future__ import annotations

from digimaturity import __version__
from digimaturity.report.build.brand import brand
from digimaturity.report.build.cover import confidential, sender
from digimaturity.report.identity import content_code
from digimaturity.report.model.paper import Paper, Running
from digimaturity.report.wording import Wording

#: So many digits of a questionnaire's fingerprint tell it from every other.
_DIGITS = 12


def paper(w: Wording, subject: str, title: str = "") -> Paper:
    """The frame of a document about `subject`, which also is its title where there is no other."""
    t, context = w.t, w.context
    by = sender(w)
    return Paper(
        t.language,
        title or t("{company}: {subject}", company=w.company, subject=subject),
        subject,
        by.label if by else w.company,
        context.day,
        _running(w, subject),
        context.options.page_size,
        brand(w),
        content_code(w.evaluation, context),
        _versions(w),
    )


def _running(w: Wording, subject: str) -> Running:
    t, questionnaire = w.t, w.evaluation.questionnaire
    foot = (
        subject,
        t.date(w.context.day),
        t("questionnaire {version}", version=questionnaire.version),
    )
    draft = t("Draft") if w.context.draft else ""
    return Running(
        w.company,
        t("Sample") if w.context.sample else draft,
        " · ".join(foot),
        t("{page} of {pages}"),
        draft,
        confidential(w),
    )


def _versions(w: Wording) -> tuple[str, ...]:
    """The application, the questionnaire, and of which day the newest figures are."""
    t, asked, benchmark = w.t, w.evaluation.questionnaire, w.evaluation.benchmark
    name = t("questionnaire {id} {version}", id=asked.id, version=asked.version)
    if asked.fingerprint:
        name += f" ({asked.fingerprint[:_DIGITS]})"
    days = [source.updated for source in benchmark.sources.values()] if benchmark else []
    figures = t("published figures of {day}", day=w.day(max(days))) if any(days) else ""
    versions = (f"digimaturity {__version__}", name, figures)
    return tuple(version for version in versions if version)
