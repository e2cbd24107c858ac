"""How to read the report, how it is computed, and where published figures come from."""

from __future__ import annotations

from dataclasses import dataclass
from textwrap import shorten

from digimaturity.charts.data import Spoke
from digimaturity.domain.official import Source
from digimaturity.report.build.bars import spokes
from digimaturity.report.build.benchmark import has_chapter
from digimaturity.report.build.dimension import dimension_key
from digimaturity.report.build.leading import has_leading, leading_name
from digimaturity.report.build.planning import landscape, roadmap
from digimaturity.report.build.trend import chapter as trend
from digimaturity.report.carried_words import carried_rule
from digimaturity.report.extent import part_rule
from digimaturity.report.model.appendix import MethodChapter
from digimaturity.report.model.front import Contents
from digimaturity.report.model.paper import Paper
from digimaturity.report.model.parts import Chapter, Labelled
from digimaturity.report.sign_words import grouped, signed_words
from digimaturity.report.wording import Wording, short_name

#: Letters of the reason for a correction; a longer one stands in the workspace.
_REASON = 200


def contents(w: Wording) -> Contents:
    """Contents and reading aid."""
    t = w.t
    names = w.evaluation.questionnaire.level_names
    part = part_rule(w)
    levels = "; ".join(f"{place} {w.text(name)}" for place, name in enumerate(names, start=1))
    return Contents(
        Chapter("contents", t("Contents"), t("Contents")),
        t("How to read this report"),
        (
            Labelled(
                t("Levels"),
                t(
                    "Every question describes five levels, each in words one can recognise. The "
                    "levels are: {levels}.",
                    levels=levels,
                ),
            ),
            Labelled(
                t("Scores"),
                t(
                    "Level 1 counts 0 points, level 5 counts 100. An area’s score is the mean of "
                    "its questions, a dimension’s that of its areas, the overall score that of the "
                    "dimensions."
                ),
            ),
            Labelled(
                t("Bounds"),
                t(
                    "Where questions are open or answered “don’t know”, a score comes with its "
                    "bounds: what it would be if all of them were at the lowest, or at the highest "
                    "level. Where less than half is known, it is not rated, and no number is shown."
                ),
            ),
            *carried_rule(w),
            Labelled(
                t("Peers"),
                t(
                    "Each comparison names its source, year and group: official figures and, where "
                    "there are at least five, other firms that were assessed. Where nothing fits, "
                    "nothing is compared."
                ),
            ),
            Labelled(
                t("Measures"),
                t(
                    "Each measure names the answer that is the reason for it, the effort, and what "
                    "the score would gain. They are proposals for a decision, not the decision."
                ),
            ),
            *((part,) if part else ()),
            *((Labelled(t("Left out"), left_out),) if (left_out := _left_out(w)) else ()),
        ),
    )


def _left_out(w: Wording) -> str:
    """The chapters that there are data for, and that the user does without; else nothing."""
    t, evaluation = w.t, w.evaluation
    named = [
        ("benchmark", t("Benchmark"), has_chapter(w)),
        *(
            (dimension_key(one), w.text(one.name), w.dimension_score(one).value is not None)
            for one in evaluation.questionnaire.dimensions
        ),
        ("leading", leading_name(w), has_leading(w)),
        (landscape.KEY, landscape.landscape_name(w), landscape.has_landscape(w)),
        ("measures", t("Measures"), bool(evaluation.candidates)),
        (roadmap.KEY, roadmap.roadmap_name(w), roadmap.has_roadmap(w)),
        (trend.KEY, trend.trend_name(w), trend.has_trend(w)),
        ("answers", t("All answers"), True),
        ("glossary", t("Glossary"), bool(evaluation.questionnaire.glossary)),
    ]
    names = [name for key, name, known in named if known and not w.wanted(key)]
    return t("This report was made without: {names}.", names=w.listed(names)) if names else ""


@dataclass(frozen=True, slots=True)
class Radar:
    """The radar chart of all areas, with its title, and what is to be seen in words."""

    spokes: tuple[Spoke, ...]
    title: str
    words: str


def radar_of(w: Wording) -> Radar:
    """All areas at a glance."""
    t, found = w.t, spokes(w)
    spoken = "; ".join(
        f"{s.name} {t('not rated') if s.value is None else w.points(s.value)}" for s in found
    )
    words = t("Radar chart of all areas, scores from 0 to 100. {areas}.", areas=spoken)
    return Radar(found, t("All areas at a glance"), words)


def method_chapter(w: Wording, paper: Paper) -> MethodChapter:
    """The method on one page, the sources, and of what this document was made."""
    t, radar = w.t, radar_of(w)
    return MethodChapter(
        Chapter("method", t("Method and sources"), t("How it is computed")),
        (*_points(w), *_signed(w), _record(w, paper)),
        radar.spokes,
        radar.title,
        radar.words,
        t("Sources of the published figures"),
        _sources(w),
    )


def _record(w: Wording, paper: Paper) -> Labelled:
    """The code and the versions, by which two printed reports can be compared."""
    t = w.t
    code = t(
        "Content code {code}. Reports with the same code were made from the same answers, figures "
        "and options.",
        code=paper.code,
    )
    made = t("Made with {versions}.", versions=w.listed(paper.versions))
    return Labelled(t("This report"), f"{code} {made}")


def _signed(w: Wording) -> tuple[Labelled, ...]:
    """Who signed what, with the whole hash, so that it can be compared with the workspace's."""
    t, one = w.t, w.context.signature
    if one is None:
        return ()
    words = [signed_words(t, one.day, short_name(one.by)), one.called(t)]
    said = [", ".join(words) + "."]
    if one.of > one.number:
        said.append(t("A later revision corrects it."))
    if one.reason:
        said.append(
            t(
                "Revision {before} was corrected: {reason}",
                before=one.number - 1,
                reason=shorten(one.reason, _REASON).rstrip(".") + ".",
            )
        )
    if one.digest:
        said.append(
            t(
                "SHA-256 of what was signed: {hash}. Equal content has an equal hash.",
                hash=grouped(one.digest),
            )
        )
    return (Labelled(t("Signed off"), " ".join(said)),)


def _points(w: Wording) -> tuple[Labelled, ...]:
    """The rules, each in a sentence or two."""
    t = w.t
    points = [
        Labelled(
            t("Question"),
            t(
                "Score = 100 · (level − 1) / (levels − 1). With several respondents the level "
                "agreed on counts; without one, the mean of the viewpoints’ means, so that "
                "each viewpoint counts once."
            ),
        ),
        Labelled(
            t("Averages"),
            t(
                "The weighted mean of the parts that have a score. Nothing is rounded before "
                "display."
            ),
        ),
        Labelled(
            t("Coverage"),
            t(
                "The share of applicable questions that have a score. Questions that do not "
                "apply, or are not shown, leave the computation altogether. Under one half, a "
                "score is not rated."
            ),
        ),
        Labelled(
            t("Bounds"),
            t(
                "The same computation with every open applicable question at 0, and again "
                "with each at 100."
            ),
        ),
        Labelled(
            t("Level"),
            t(
                "1 below 20 points, 2 below 40, 3 below 60, 4 below 80, 5 from 80. The overall "
                "level is at most one above that of the lowest dimension."
            ),
        ),
        Labelled(
            t("Measure"),
            t(
                "Proposed when a question is answered at or below the level from which the "
                "measure helps. Gain is the rise of the overall score if its questions reached "
                "its goal; priority is gain per person-day; a prerequisite inherits the "
                "priority of what it unlocks."
            ),
        ),
    ]
    if w.views is not None:
        points.append(
            Labelled(
                t("Viewpoints"),
                t(
                    "Gap: the highest mean of a viewpoint less the lowest, over the questions that "
                    "all of those compared answered; notable from 25 points, strong from 50. "
                    "Agreement, from three people on: 1 − standard deviation of the levels / "
                    "((levels − 1) / 2)."
                ),
            )
        )
    if trend.has_trend(w):
        points.append(
            Labelled(
                t("Like for like"),
                t(
                    "All years over the questions asked alike and answered every time, with today’s"
                    " weights. Questions are followed by their ids and by what a newer version says"
                    " it replaces; one with another scale is not compared. An answer nobody"
                    " confirmed counts as the year before had it."
                ),
            )
        )
    if w.evaluation.questionnaire.index:
        points.append(
            Labelled(
                t("Index"),
                t(
                    "Digital Intensity Index of Eurostat: how many of twelve technologies are in "
                    "use, by the definition of the survey year. It is no part of the score."
                ),
            )
        )
    return tuple(points)


def _sources(w: Wording) -> tuple[Labelled, ...]:
    benchmark = w.evaluation.benchmark
    if benchmark is None:
        return ()
    return tuple(
        Labelled(source.dataset or key, _source(w, source))
        for key, source in sorted(benchmark.sources.items())
    )


def _source(w: Wording, source: Source) -> str:
    t = w.t
    words = t(
        "{publisher}: {title}. Data update {day}. {licence}.",
        publisher=source.publisher,
        title=source.title,
        day=w.day(source.updated),
        licence=source.licence.rstrip("."),
    )
    return f"{words} {source.url}".strip()
