"""What the fields of a filled PDF say, in the notation of a file of answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from digimaturity.services.forms.fields import NONE, Field, Role

#: What stands between thousands, and before decimals, by language; others as in English.
_MARKS = {"de": (".", ",")}
_ENGLISH = (",", ".")


def answers_of(values: Mapping[Field, str], language: str) -> dict[str, Any]:
    """The answers by question; numbers are read as they are written in `language`.

    What contradicts itself, such as a number beside "don't know", becomes a list that no such
    question accepts, so that it is told and not guessed.
    """
    found: dict[str, Any] = {}
    every: dict[str, dict[Field, str]] = {}
    for field, value in values.items():
        every.setdefault(field.question, {})[field] = value
    for question, own in every.items():
        answer = _answer(own, language)
        comment = next((text for field, text in own.items() if field.role is Role.COMMENT), "")
        if comment.strip():
            answer = {**(answer if isinstance(answer, dict) else _as_value(answer))}
            answer["comment"] = comment
        if answer is not None:
            found[question] = answer
    return found


def _as_value(answer: Any) -> dict[str, Any]:  # noqa: ANN401 - the notation has several types
    return {} if answer is None else {"value": answer}


def _answer(own: Mapping[Field, str], language: str) -> Any:  # noqa: ANN401 - as above
    state = ""
    options: list[str] = []
    answer: Any = None
    for field, value in own.items():
        match field.role:
            case Role.STATE:
                state = value
            case Role.MANY_OF:
                options.append(field.option)
            case Role.COMMENT:
                pass
            case _ if value.strip():
                answer = _said(field.role, value.strip(), language)
    if options:
        answer = sorted(options)
    if not state:
        return answer
    if answer is not None:
        return [*(answer if isinstance(answer, list) else [str(answer)]), f"+{state}"]
    return [] if state == NONE else state


def _said(role: Role, value: str, language: str) -> Any:  # noqa: ANN401 - as above
    match role:
        case Role.LEVELS if value.isascii() and value.isdigit():
            return int(value[:9])
        case Role.YES_NO:
            return {"yes": True, "no": False}.get(value, value)
        case Role.NUMBER:
            return _number(value, language)
        case Role.TEXT:
            return {"text": value}
    return value


def _number(text: str, language: str) -> float | str:
    """The number that was meant, or the text where nobody can say.

    A mark that parts groups of three digits is that of thousands in the language of the form; any
    other single mark stands before decimals, in either language.
    """
    thousands, decimals = _MARKS.get(language, _ENGLISH)
    plain = re.sub(r"[\s%\u00a0\u202f']", "", text)
    if re.fullmatch(rf"-?\d{{1,3}}([{thousands}]\d{{3}})+([{decimals}]\d+)?", plain, re.ASCII):
        plain = plain.replace(thousands, "")
    plain = plain.replace(",", ".")
    if not re.fullmatch(r"-?\d{1,15}(\.\d{1,15})?", plain, re.ASCII):
        return text
    number = float(plain)
    return int(number) if number.is_integer() else number
