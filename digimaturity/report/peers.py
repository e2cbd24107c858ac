"""Peer groups in words: countries, size classes, sectors."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache

from digimaturity.domain.company import TurnoverBand
from digimaturity.domain.population import ANY_SIZE, ANYWHERE, EU, Population
from digimaturity.i18n import Translator
from digimaturity.paths import resources_dir

#: Eurostat's codes that are not those of ISO 3166.
_ISO = {"EL": "GR", "UK": "GB"}


def country_name(language: str, code: str) -> str:
    """A country's name in `language`; the code itself where it is not known."""
    iso = {EU: "EU", "EA": "EZ"}.get(code, _ISO.get(code, code))
    return _countries()[language].get(iso, code)


@cache
def _countries() -> Mapping[str, Mapping[str, str]]:
    """The names of the Unicode Consortium (CLDR), which Babel has too, but takes long to load."""
    text = (resources_dir() / "countries.json").read_text(encoding="utf-8")
    found: Mapping[str, Mapping[str, str]] = json.loads(text)
    return found


def size_name(t: Translator, size: str) -> str:
    """A size class of the official statistics."""
    return {
        ANY_SIZE: t("all sizes"),
        "0-9": t("under 10 employees"),
        "10-49": t("10 to 49 employees"),
        "50-249": t("50 to 249 employees"),
        "10-249": t("10 to 249 employees"),
        "GE250": t("250 employees or more"),
        "GE10": t("10 employees or more"),
    }.get(size, size)


def turnover_name(t: Translator, band: TurnoverBand) -> str:
    """A band of yearly turnover."""
    return {
        TurnoverBand.UP_TO_2: t("up to 2 million euros"),
        TurnoverBand.UP_TO_10: t("over 2 to 10 million euros"),
        TurnoverBand.UP_TO_50: t("over 10 to 50 million euros"),
        TurnoverBand.OVER_50: t("over 50 million euros"),
    }[band]


def section_name(t: Translator, section: str) -> str:
    """A section of the economic activities (NACE Rev. 2), shortened."""
    return {
        "A": t("Agriculture and forestry"),
        "B": t("Mining"),
        "C": t("Manufacturing"),
        "D": t("Energy supply"),
        "E": t("Water and waste"),
        "F": t("Construction"),
        "G": t("Trade"),
        "H": t("Transport and storage"),
        "I": t("Hotels and restaurants"),
        "J": t("Information and communication"),
        "K": t("Finance and insurance"),
        "L": t("Real estate"),
        "M": t("Professional and technical services"),
        "N": t("Administrative services"),
        "O": t("Public administration"),
        "P": t("Education"),
        "Q": t("Health and social work"),
        "R": t("Arts and recreation"),
        "S": t("Other services"),
    }.get(section, section)


def peer_group(t: Translator, population: Population) -> str:
    """``Germany, 10 to 249 employees``."""
    country = population.country
    parts = [
        t("all countries") if country == ANYWHERE else country_name(t.language, country),
        size_name(t, population.size_class),
    ]
    if population.sector:
        parts.append(section_name(t, population.sector))
    return ", ".join(parts)
