"""How the sentence of a problem is written down and filled."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from digimaturity.i18n import Translate

#: The sentence in the language of a translator, with names in braces for the facts of a problem.
Words = Callable[[Translate], str]


def filled(words: Words, details: Mapping[str, object], t: Translate) -> str:
    """The sentence with its facts, and what its author may have meant, where that is known."""
    shown = {key: _shown(value) for key, value in details.items()}
    text = words(t).format(**shown)
    if suggestion := shown.get("suggestion"):
        return f"{text} {t('Did you mean “{suggestion}”?', suggestion=suggestion)}"
    return text


def _shown(value: object) -> object:
    return ", ".join(map(str, value)) if isinstance(value, list) else value
