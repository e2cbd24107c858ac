"""The maintained script that turns a table of figures into the official pack."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from digimaturity.domain.official import AdoptionRate
from digimaturity.domain.population import Population
from digimaturity.packs.benchmarks import load_benchmarks

ROOT = Path(__file__).parent.parent
TABLE = """\
source_id,indicator,year,country,size_class,sector,unit,value,n,flag,evidence
estat_dii,E_DI3_VLO,2023,DE,10-249,C10-S951_X_K,% of enterprises,38.5,,b,A
estat_dii,E_DI3_LO,2023,DE,10-249,C10-S951_X_K,% of enterprises,35.5,,,A
estat_dii,E_DI3_HI,2023,DE,10-249,C10-S951_X_K,% of enterprises,21,,,A
estat_dii,E_DI3_VHI,2023,DE,10-249,C10-S951_X_K,% of enterprises,5,,,A
estat_dii,E_DI3_VHI,2023,AT,10-249,C10-S951_X_K,% of enterprises,5,,,A
estat_dii,E_DI4_VHI,2024,DE,10-249,C10-S951_X_K,% of enterprises,5,,,A
estat_dii,E_DI3_VHI,2023,DE,0-9,C10-S951_X_K,% of enterprises,5,,,A
estat_ain2,E_AI_TANY,2025,DE,GE10,J,% of enterprises,62.5,,,A
estat_ain2,E_AI_TANY,2025,DE,GE10,J62_J63,% of enterprises,70,,,A
estat_ai,E_AI_PPP,2025,DE,GE10,C10-S951_X_K,% of enterprises that ever considered AI,7,,,A
estat_comp23,E_ERP1,2025,DE,GE10,C10-S951_X_K,% of enterprises,43.7,,,A
estat_iip_transcript,E_ERP1,2025,DE,GE10,C10-S951_X_K,% of enterprises,44,,,C
estat_iip_transcript,E_CRM1,2025,DE,GE10,C10-S951_X_K,% of enterprises,28,,,C
estat_iip_transcript,E_CRM1,2023,DE,GE10,C10-S951_X_K,% of enterprises,27,,,C
somebody,E_CC,2025,DE,GE10,C10-S951_X_K,% of enterprises,50,,,C
"""


def test_a_table_of_figures_becomes_a_pack(tmp_path: Path) -> None:
    table = tmp_path / "figures.csv"
    table.write_text(TABLE, "utf-8")
    script = ROOT / "packaging" / "figures.py"
    out = tmp_path / "benchmarks" / "eurostat"
    command = [sys.executable, str(script), str(table), "--out", str(out)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, env=env, capture_output=True)
    loaded = load_benchmarks(out.parent)
    assert loaded.problems == ()
    (shares,) = loaded.data.bands
    assert (shares.year, sorted(shares.shares.values())) == (2023, [5, 21, 35.5, 38.5])
    every = Population("DE", "GE10")
    assert set(loaded.data.rates) == {
        AdoptionRate("E_AI_TANY", 2025, Population("DE", "GE10", "J"), 62.5, "isoc_eb_ain2"),
        AdoptionRate("E_ERP1", 2025, every, 43.7, "comprehensive-2023"),
        AdoptionRate("E_CRM1", 2025, every, 28, "isoc_eb_iip"),
    }
    assert loaded.data.sources["isoc_eb_iip"].evidence == "C"
    assert {step.year for step in loaded.data.breaks} == {2023, 2025}
