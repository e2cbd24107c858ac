"""The sentences of problems: what is wrong and how to mend it, for the author of a pack."""

from __future__ import annotations

from collections.abc import Mapping

from digimaturity.i18n import Translate
from digimaturity.packs.wording.conditions import CONDITIONS
from digimaturity.packs.wording.files import FILES, YAML
from digimaturity.packs.wording.form import Words, filled
from digimaturity.packs.wording.measures import MEASURES
from digimaturity.packs.wording.references import IDS
from digimaturity.packs.wording.tables import TABLES
from digimaturity.packs.wording.texts import TEXTS
from digimaturity.packs.wording.values import VALUES

#: Every code of a problem, with its sentence.
SENTENCES: Mapping[str, Words] = {
    **FILES,
    **YAML,
    **VALUES,
    **IDS,
    **CONDITIONS,
    **MEASURES,
    **TEXTS,
    **TABLES,
}

#: Codes with a sentence of its own for each value of a detail.
_VARIANTS = {"value.type": "wanted", "value.form": "wanted", "value.range": "rule"}


def sentence(code: str, details: Mapping[str, object], t: Translate) -> str:
    """The sentence of a problem in the language of `t`."""
    variant = f"{code}.{details.get(_VARIANTS.get(code, ''), '')}"
    return filled(SENTENCES[variant if variant in SENTENCES else code], details, t)
