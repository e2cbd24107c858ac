"""Three versions of a questionnaire: added, dropped, split, merged, re-weighted, re-scaled."""

from dataclasses import replace

from digimaturity.domain.questionnaire import (
    Area,
    Dimension,
    Kind,
    Question,
    Questionnaire,
)
from digimaturity.packs import document_of, fingerprint_of


def asks(key: str, *before: str, weight: float = 1.0, levels: int = 5) -> Question:
    """A question with levels that goes on from those `before`."""
    anchors = tuple({"en": f"{key} level {level} of {levels}"} for level in range(1, levels + 1))
    return Question(
        key, Kind.LEVELS, {"en": f"How is {key}?"}, levels=anchors, weight=weight, replaces=before
    )


def version_one() -> Questionnaire:
    """The first: two dimensions."""
    first = (asks("kept"), asks("dropped"), asks("one"), asks("scale", levels=4))
    return _version("1", first, (asks("left", weight=3), asks("right")))


def version_two() -> Questionnaire:
    """`kept` re-weighted, `dropped` gone, `one` split, `scale` re-scaled, two merged, one added."""
    first = (
        asks("kept", weight=3),
        asks("one.x", "one"),
        asks("one.y", "one"),
        asks("scale"),
        asks("added"),
    )
    return _version("2", first, (asks("both", "left", "right"),))


def version_three() -> Questionnaire:
    """`added` has another id, one half of the split is gone, and there is one more."""
    first = (asks("kept"), asks("one.x"), asks("scale"), asks("added.again", "added"))
    return _version("3", first, (asks("both"), asks("late")))


def _version(
    number: str, first: tuple[Question, ...], second: tuple[Question, ...]
) -> Questionnaire:
    anchors = tuple({"en": f"level {level}"} for level in range(1, 6))

    def dimension(key: str, questions: tuple[Question, ...]) -> Dimension:
        area = Area(f"{key}.area", {"en": f"Area {key}"}, {"en": "About it"}, questions)
        return Dimension(key, {"en": f"Dimension {key}"}, {"en": "About it"}, (area,))

    asked = Questionnaire(
        "grown",
        number,
        ("en",),
        {"en": "Grown"},
        anchors,
        (dimension("first", first), dimension("second", second)),
    )
    return replace(asked, fingerprint=fingerprint_of(document_of(asked)))
