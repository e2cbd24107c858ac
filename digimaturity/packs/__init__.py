"""YAML and official files -> domain objects, or problems with file and line.

Benchmarks stand apart in `packs.benchmarks`: the first page shows none.
"""

from digimaturity.packs.document import document_of, fingerprint_of
from digimaturity.packs.loading import InstalledPack, LoadedPack, installed_packs, load_pack
from digimaturity.packs.problems import Problem
from digimaturity.packs.revival import questionnaire_from_document

__all__ = [
    "InstalledPack",
    "LoadedPack",
    "Problem",
    "document_of",
    "fingerprint_of",
    "installed_packs",
    "load_pack",
    "questionnaire_from_document",
]
