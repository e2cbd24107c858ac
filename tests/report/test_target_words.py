"""Targets in words, in both languages: what is missing, what was done, why one is suggested."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from digimaturity import paths
from digimaturity.domain.evaluation import Evaluation, evaluate
from digimaturity.domain.population import Population
from digimaturity.domain.provenance import Origin, Provenance
from digimaturity.domain.roadmap.gap import gap_analysis
from digimaturity.domain.roadmap.items import Target
from digimaturity.domain.roadmap.suggested_targets import Rule, Suggestion, suggestions
from digimaturity.i18n import Translator
from digimaturity.report.target_rows import gap_rows
from digimaturity.report.target_words import overall_words, progress_words, reason_of
from digimaturity.report.wording import ReportContext, Wording
from tests.domain.make import area, dimension, levels, questionnaire, said

DAY = date(2026, 3, 3)


def a_firm() -> Evaluation:
    """Three areas at 50, 0 and 100 points in two dimensions, which cap the level at 3."""
    asked = questionnaire(
        dimension("d0", area("low", levels("q0")), area("mid", levels("q1"))),
        dimension("d1", area("high", levels("q2"))),
    )
    return evaluate(asked, said({"q0": 1, "q1": 3, "q2": 5}))


def wording(language: str, evaluation: Evaluation | None = None) -> Wording:
    t = Translator.load(language, paths.resources_dir() / "locale")
    return Wording(evaluation or a_firm(), ReportContext(), t)


def figures(targets: Mapping[str, Target]) -> dict[str, tuple[str, str, str]]:
    """The figures and the note of each area that has a target, by its place."""
    w = wording("en")
    rows = gap_rows(w, gap_analysis(w.evaluation, targets)).rows
    names = ("d0", "low", "mid", "d1", "high", "all")
    found = {name: (row.goal, row.gap, row.note) for name, row in zip(names, rows, strict=True)}
    return {name: told for name, told in found.items() if name in targets}


def test_what_is_missing_is_told_as_the_eye_adds_it_up() -> None:
    told = figures(
        {
            "low": Target(20.0, 0.0, "Board", DAY),
            "mid": Target(50.3, 60.0, "", DAY),
            "high": Target(60.0, 40.0, "", DAY),
        }
    )
    assert told == {
        "low": ("20", "20", "0% of the way · agreed on 3 March 2026 · Board"),
        "mid": ("50", "< 1", "fallen by 10 since it was agreed · agreed on 3 March 2026"),
        "high": ("60", "reached", "100% of the way · agreed on 3 March 2026"),
    }


def test_the_whole_is_told_with_the_cap_that_would_still_act() -> None:
    w = wording("en")
    words = overall_words(w, gap_analysis(w.evaluation, {"mid": Target(60, 50)}))
    assert words == (
        "With all targets reached the firm would stand at 65, level 3 Established; today it stands "
        "at 63, level 3 Established. Its weakest dimension would hold the level down."
    )
    done = gap_analysis(w.evaluation, {"high": Target(60, 40)})
    assert overall_words(w, done) == "All targets are reached."
    assert progress_words(w, done) == (
        "The areas with a target have reached 100% of it. "
        "Of the way since it was agreed on, 100% is done."
    )
    assert overall_words(w, gap_analysis(w.evaluation, {})) == ""


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_suggestion_has_its_reason(language: str) -> None:
    evaluation = a_firm()
    w = wording(language, evaluation)
    made = [
        *suggestions(evaluation, Rule.NEXT_LEVEL).values(),
        *suggestions(evaluation, Rule.WEAKEST_LINK).values(),
    ]
    assert made
    peers = Provenance(Origin.CLIENTS, Population("DE", "50-249"), 2026, n=12)
    upper = Suggestion("low", 61, Rule.UPPER_QUARTILE, peers=peers)
    made += [upper, replace(upper, dimension="d0"), replace(made[-1], caps=False)]
    reasons = [reason_of(w, one) for one in made]
    assert all(reason and "{" not in reason for reason in reasons)
    assert len([reason for reason in reasons if "12" in reason]) == 2


def test_two_of_one_score_are_not_both_the_weakest() -> None:
    asked = questionnaire(
        dimension("d0", area("low", levels("q0")), area("mid", levels("q1"))),
        dimension("d1", area("high", levels("q2"))),
    )
    alike = evaluate(asked, said({"q0": 2, "q1": 2, "q2": 2}))
    one = Suggestion("low", 40, Rule.WEAKEST_LINK, dimension="d0", level=3)
    assert "one of the weakest" in reason_of(wording("en", alike), one)
    assert "is the weakest" in reason_of(wording("en"), one)
