"""What Eurostat's codes mean to us: data sets, bands, technologies, sizes, sectors.

A new survey mostly needs no change here: versions of the index are read from the code itself, and
the technologies of the installed questionnaires are added to those below.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from digimaturity.domain.indices import Band

PUBLISHER = "Eurostat"
LICENCE = "Eurostat reuse policy (CC BY 4.0)"
PAGE = "https://ec.europa.eu/eurostat/databrowser/view/{dataset}/default/table"

#: The index is the Digital Intensity Index; its id in questionnaires and packs.
INDEX = "dii"

#: Per cent of enterprises, the only unit that can stand beside a firm.
UNIT = "PC_ENT"

#: Each version of the index has codes of its own: E_DI_LO is version 1, E_DI3_LO version 3.
_BAND = re.compile(r"E_DI(?P<version>[0-9]{0,2})_(?P<band>VLO|LO|HI|VHI)")
_BANDS: Mapping[str, Band] = {
    "VLO": Band.VERY_LOW,
    "LO": Band.LOW,
    "HI": Band.HIGH,
    "VHI": Band.VERY_HIGH,
}

#: Tables of the survey of enterprises.
DATASET = re.compile(r"isoc_(e_dii|e_diin2|(eb|cicce|ec|ske|ci|cisce)[a-z0-9]*(_[a-z0-9_]+)?)")
INDEX_DATASET = "isoc_e_dii"
INDEX_BY_SECTOR = "isoc_e_diin2"

SIZES = frozenset({"10-49", "50-249", "10-249", "GE250", "GE10"})

#: All surveyed sectors, without finance; beside it the sections of NACE as a whole.
ALL_SECTORS = "C10-S951_X_K"
SECTIONS = frozenset("CDEFGHIJLMN")

#: Items of the index in one of its versions, with the table that has them by size class.
ITEMS: Mapping[str, str] = {
    "E_IUSE_GT50": "isoc_ci_cm_pn2",
    "E_ISPDF1_GE30": "isoc_ci_it_en2",
    "E_WEB": "isoc_ciweb",
    "E_SM1_ANY": "isoc_cismt",
    "E_SM1_GE2": "isoc_cismt",
    "E_CC": "isoc_cicce_use",
    "E_CC1_SI": "isoc_cicce_use",
    "E_ERP1": "isoc_eb_iip",
    "E_CRM1": "isoc_eb_iip",
    "E_DA": "isoc_eb_das",
    "E_AI_TANY": "isoc_eb_ai",
    "E_ESELL": "isoc_ec_esels",
    "E_AWS_GT1_B2C_GT10WS": "isoc_ec_esels",
    "E_ITSP2": "isoc_ske_itspe",
    "E_ITT2": "isoc_ske_itte",
    "E_RBT": "isoc_eb_p3d",
    "E_RM": "isoc_ci_rem",
    "E_SECAWANY": "isoc_cisce_ra",
    "E_SECMGE3": "isoc_cisce_ra",
    "E_SECPOL2": "isoc_cisce_ra",
}

#: Close to an item: what it is made of, or what it leads to.
RELATED: Mapping[str, str] = {
    "E_AESELL": "isoc_ec_esels",
    "E_AI_TGE2": "isoc_eb_ai",
    "E_AI_TGE3": "isoc_eb_ai",
    "E_BSANY": "isoc_eb_iip",
    "E_ITBI": "isoc_eb_iip",
    "E_CC_PCRM": "isoc_cicce_use",
    "E_CC_PDB": "isoc_cicce_use",
    "E_CC_PDEV": "isoc_cicce_use",
    "E_CC_PERP": "isoc_cicce_use",
    "E_CC_PFACC": "isoc_cicce_use",
    "E_CC_PSEC": "isoc_cicce_use",
    "E_DAEXT": "isoc_eb_das",
    "E_DAOWN": "isoc_eb_das",
    "E_SECMGE5": "isoc_cisce_ra",
}
TECHNOLOGIES: Mapping[str, str] = {**ITEMS, **RELATED}

TITLES: Mapping[str, str] = {
    INDEX_DATASET: "Digital Intensity by size class of enterprise",
    INDEX_BY_SECTOR: "Digital Intensity by NACE Rev. 2 activity",
    "isoc_eb_ai": "Artificial intelligence by size class of enterprise",
    "isoc_eb_ain2": "Artificial intelligence by NACE Rev. 2 activity",
    "isoc_eb_das": "Data analytics by size class of enterprise",
    "isoc_eb_dasn2": "Data analytics by NACE Rev. 2 activity",
    "isoc_eb_iip": "Internal business processes (ERP, CRM, BI) by size class",
    "isoc_cicce_use": "Cloud computing services by size class of enterprise",
    "isoc_cicce_usen2": "Cloud computing services by NACE Rev. 2 activity",
    "isoc_ec_esels": "E-commerce sales of enterprises by size class of enterprise",
}


def band_of(code: str) -> tuple[str, Band] | None:
    """Version and band of ``E_DI3_VLO``; None for any other code."""
    found = _BAND.fullmatch(code)
    return (found["version"] or "1", _BANDS[found["band"]]) if found else None
