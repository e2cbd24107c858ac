"""Results from which slides are made: the usual one, too little, too much, hostile names."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from digimaturity.domain.company import Company
from digimaturity.domain.evaluation import Evaluation, evaluate
from digimaturity.domain.questionnaire import Area, Viewpoint
from digimaturity.domain.responses import NOT_APPLICABLE, Answer, Respondent, Responses
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir
from digimaturity.report.build.slides import build_slides
from digimaturity.report.model.slides import SlidesModel
from digimaturity.report.slides import render_slides
from tests.report import samples, years
from tests.report.test_peers import sample as peer_sample

LONG_NAME = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbaugesellschaft & Söhne " * 3
HOSTILE = "=1+1 <b>&amp; \x00\x0b\x1b _x000D_ 株式会社 شركة 😀 \u202e" + "Silbe" * 800


def translator(language: str) -> Translator:
    return Translator.load(language, resources_dir() / "locale")


def answers(case: str) -> dict[str, Answer]:
    """What was answered in each case."""
    rated = samples.questionnaire().rated_questions
    culture = {q.id for area in samples.questionnaire().dimensions[2].areas for q in area.questions}
    strategy = {one.question.id for one in samples.questionnaire().strategy}
    everything = samples.answers()
    return {
        "nothing": {},
        "one answer": {rated[0].id: Answer.of(2)},
        "one dimension": {key: answer for key, answer in everything.items() if key in culture},
        "no drives": {
            key: answer
            for key, answer in everything.items()
            if not key.endswith(".1") and key not in strategy and key != "partnership.1"
        },
        "all at the top": {q.id: Answer.of(5) for q in rated},
        "all at the bottom": {q.id: Answer.of(1) for q in rated},
        "all alike": {q.id: Answer.of(3) for q in rated},
        "nothing applies": {q.id: NOT_APPLICABLE for q in rated},
    }.get(case, everything)


CASES = (
    "usual",
    "nothing",
    "one answer",
    "one dimension",
    "no drives",
    "all at the top",
    "all at the bottom",
    "all alike",
    "nothing applies",
    "no figures",
    "peers only",
    "very small",
    "hostile",
    "many areas",
    "three viewpoints",
)


def many_areas() -> Evaluation:
    """A questionnaire with twice as many areas, all answered."""
    once = samples.questionnaire()

    def twin(area: Area) -> Area:
        asked = (replace(one, id=f"{one.id}.again") for one in area.questions)
        return replace(area, id=f"{area.id}_again", questions=tuple(asked))

    wide = replace(
        once,
        dimensions=tuple(
            replace(one, areas=(*one.areas, *map(twin, one.areas))) for one in once.dimensions
        ),
    )
    given = {q.id: Answer.of(1 + n % 5) for n, q in enumerate(wide.rated_questions)}
    return evaluate(wide, samples.responses(given), company=samples.NORDLICHT)


def evaluated(case: str) -> tuple[Evaluation, Responses]:
    """The evaluation of a case."""
    if case == "many areas":
        return many_areas(), samples.responses()
    said = three_viewpoints() if case == "three viewpoints" else one_person(case)
    company = {
        "no figures": Company("Outre-mer SARL", "XX", "C", 120),
        "very small": Company("Two People", "DE", "C", 2),
        "hostile": Company(HOSTILE, "DE", "C", 120),
    }.get(case, replace(samples.NORDLICHT, name=LONG_NAME[:200]))
    found = samples.evaluation(said, company)
    if case == "peers only":
        assert found.benchmark is not None
        alone = replace(found.benchmark, shares=None, position=None, provenance=None, rates={})
        found = replace(found, benchmark=replace(alone, samples=(peer_sample(),)))
    return found, said


def one_person(case: str) -> Responses:
    who = Respondent("a", samples.responses().respondents[0].viewpoint, "Zacharias Testperson")
    return Responses((who,), {"a": answers(case)})


def three_viewpoints() -> Responses:
    """Three people who see the firm from different sides, the later ones worse each time.

    Their firm was assessed the year before, too.
    """
    people = tuple(Respondent(view, view, "Zacharias Testperson") for view in Viewpoint)
    rated = samples.questionnaire().rated_questions
    answered = {
        person.id: samples.answers()
        | {q.id: Answer.of(max(1, 5 - place * (1 + n % 3))) for n, q in enumerate(rated)}
        for place, person in enumerate(people)
    }
    return Responses(people, answered)


@cache
def model(case: str, language: str = "en") -> SlidesModel:
    """The slides of a case."""
    found, said = evaluated(case)
    context = samples.context(said)
    if case == "three viewpoints":
        before = years.year(years.BEFORE, {q: Answer.of(1) for q in ("data.1", "skills.2")})
        told = years.periods(before, years.year(samples.DAY))
        context = replace(years.context(before, periods=tuple(told)), responses=said)
    return build_slides(found, context, translator(language))


@cache
def content(case: str, language: str = "en") -> bytes:
    """The file of a case."""
    return render_slides(model(case, language))
