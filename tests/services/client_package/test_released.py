"""What earlier versions have written can be handed over, too."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from digimaturity.services import assessments, companies
from digimaturity.services.client_package.choosing import Choice
from digimaturity.services.client_package.comparing import look_at
from digimaturity.services.client_package.importing import take_in
from digimaturity.services.client_package.writing import hand_over
from digimaturity.services.workspace import open_workspace
from tests.store import places

RELEASED = sorted((Path(places.__file__).parent / "released").glob("*.db"))


@pytest.mark.parametrize("released", RELEASED, ids=lambda path: path.stem)
def test_every_company_of_an_earlier_version_arrives(released: Path, tmp_path: Path) -> None:
    path = shutil.copyfile(released, tmp_path / "work.db")
    with open_workspace(path) as here, open_workspace(tmp_path / "there.db") as there:
        for company in companies.list_companies(here):
            package = tmp_path / f"{company.id}.digimaturity"
            hand_over(here, company.id, package, notes=True)
            take_in(there, look_at(there, package), Choice(), copied_name="")
            assert companies.get_company(there, company.id) == company
            for record in assessments.list_assessments(here, company.id):
                assert assessments.get_assessment(there, record.id) == record
                said = [assessments.responses(one, record.id) for one in (here, there)]
                assert said[0] == said[1]
        assert companies.list_companies(there)
