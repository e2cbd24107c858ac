"""The mentor's own clients as peers, as the workspace has them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from digimaturity.domain.evaluation import peer_figures
from digimaturity.domain.official import BenchmarkData
from digimaturity.domain.population import Basis, PeerChoice, Population
from digimaturity.domain.provenance import Difference, Origin
from digimaturity.domain.questionnaire import Questionnaire
from digimaturity.domain.responses import Answer, Responses
from digimaturity.domain.sample import Key, NoPercentile, PeerSample
from digimaturity.exchange.contribution import Contribution, to_bytes
from digimaturity.exchange.measured import measured
from digimaturity.packs import document_of, fingerprint_of
from digimaturity.services import (
    assessments,
    companies,
    peers,
    portfolio,
    recording,
    results,
    sign_off,
)
from digimaturity.services.answers_file import evaluate_answers
from digimaturity.services.changes import ChangeKind
from digimaturity.services.sample import read_sample
from digimaturity.services.workspace import Workspace, open_workspace
from tests.services.small import DAY, Sitting, small_questionnaire


def answer(workspace: Workspace, assessment: str, level: int) -> None:
    (person, *_) = assessments.get_assessment(workspace, assessment).respondents
    for question in ("a.levels", "a.may"):
        recording.record_answer(workspace, assessment, person.id, question, Answer.of(level))


def client(
    workspace: Workspace,
    level: int,
    *,
    pack: Questionnaire | None = None,
    day: date = DAY,
    company: str = "",
    finished: bool = True,
) -> tuple[str, str]:
    """A client with an assessment in which two of four questions are answered alike."""
    if not company:
        record = companies.CompanyRecord(f"Client {level}", "DE", "C", 40)
        company = str(companies.save_company(workspace, record).company)
    change = assessments.create_assessment(workspace, company, pack or small_questionnaire(), day)
    assessment = str(change.assessment)
    answer(workspace, assessment, level)
    if finished:
        sign_off.sign(workspace, assessment, figures=BenchmarkData())
    return company, assessment


def samples(sitting: Sitting) -> tuple[PeerSample, ...]:
    found = results.evaluate_assessment(sitting.workspace, sitting.assessment, BenchmarkData())
    return found.benchmark.samples if found.benchmark else ()


def values(sitting: Sitting) -> list[float]:
    """The overall scores of the peers of the assessment that goes on."""
    drawn = portfolio.peers_of(sitting.workspace, sitting.assessment).samples
    return [
        value for peers in drawn for key in list(peers.values)[:1] for value in peers.values[key]
    ]


def test_finished_assessments_of_other_companies_are_peers(sitting: Sitting) -> None:
    workspace = sitting.workspace
    for level in range(1, 6):
        client(workspace, level)
    answer(workspace, sitting.assessment, 2)
    (found,) = samples(sitting)
    assert (found.overall.n, found.overall.percentile) == (5, 30)
    assert found.areas["a"].quartiles is not None
    assert (found.provenance.n, found.provenance.year) == (5, DAY.year)
    assert found.provenance.population == Population("DE", "10-49", "C")


def test_drafts_and_the_companys_own_assessments_are_none(sitting: Sitting) -> None:
    workspace = sitting.workspace
    client(workspace, 5, finished=False)
    client(workspace, 5, company=sitting.company, day=date(2025, 1, 1))
    assert samples(sitting) == ()
    for level in range(1, 5):
        client(workspace, level)
    (found,) = samples(sitting)
    assert (found.missing, found.provenance.n) == (NoPercentile.TOO_FEW, 4)
    assert found.overall.quartiles is None


def test_what_is_finished_reopened_changed_or_deleted_counts_at_once(sitting: Sitting) -> None:
    workspace = sitting.workspace
    clients = [client(workspace, 1) for _ in range(5)]
    assert values(sitting) == [0] * 5
    company, assessment = clients[0]

    sign_off.correct(workspace, assessment, "A slip")
    assert values(sitting) == []
    answer(workspace, assessment, 5)
    sign_off.sign(workspace, assessment, figures=BenchmarkData())
    assert values(sitting) == [0, 0, 0, 0, 100]

    # And nobody needs to have looked in between.
    sign_off.correct(workspace, assessment, "A slip")
    answer(workspace, assessment, 3)
    sign_off.sign(workspace, assessment, figures=BenchmarkData())
    assert values(sitting) == [0, 0, 0, 0, 50]

    _, later = client(workspace, 2, company=company, day=date(2026, 5, 1))
    assert values(sitting) == [0, 0, 0, 0, 25]
    assessments.delete_assessment(workspace, later)
    assert values(sitting) == [0, 0, 0, 0, 50]
    assessments.delete_assessment(workspace, assessment)
    assert values(sitting) == []


def test_of_two_on_one_day_the_one_finished_later_counts(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = sitting.workspace
    others = [client(workspace, 1) for _ in range(5)]
    for minute, level in ((1, 4), (2, 5)):
        time = f"2099-01-01T00:0{minute}:00.000+00:00"
        monkeypatch.setattr("digimaturity.store.assessments.now", lambda time=time: time)
        client(workspace, level, company=others[0][0])
    assert values(sitting) == [0, 0, 0, 0, 100]


def test_an_answer_is_scored_only_once_it_is_finished(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace, scored = sitting.workspace, list[Responses]()

    def counted(asked: Questionnaire, said: Responses) -> Mapping[Key, float]:
        scored.append(said)
        return peer_figures(asked, said)

    monkeypatch.setattr("digimaturity.services.portfolio.peer_figures", counted)
    for level in range(1, 6):
        client(workspace, level)
    values(sitting)
    assert len(scored) == 5
    answer(workspace, sitting.assessment, 4)
    values(sitting)
    assert len(scored) == 5
    client(workspace, 1)
    values(sitting)
    assert len(scored) == 6


def test_each_peer_counts_as_it_was_when_it_was_finished(sitting: Sitting) -> None:
    workspace = sitting.workspace
    moved, _ = client(workspace, 1)
    for level in range(2, 6):
        client(workspace, level)
    record = companies.get_company(workspace, moved)
    companies.save_company(workspace, replace(record, country="AT", section="G"))
    (found,) = samples(sitting)
    assert (found.basis, found.overall.n) == (Basis.OWN, 5)


def test_another_questionnaire_is_context(sitting: Sitting) -> None:
    other = small_questionnaire("other")
    for level in range(1, 5):
        client(sitting.workspace, level, pack=other)
    assert samples(sitting) == ()
    client(sitting.workspace, 5, pack=other)
    (found,) = samples(sitting)
    assert found.provenance.difference is Difference.OTHER_QUESTIONNAIRE
    assert found.overall.quartiles is not None
    assert found.overall.percentile is None


def test_corrected_texts_keep_the_peers(sitting: Sitting) -> None:
    corrected = replace(small_questionnaire(), version="1.1", name={"en": "Small, corrected"})
    corrected = replace(corrected, fingerprint=fingerprint_of(document_of(corrected)))
    for level in range(1, 6):
        client(sitting.workspace, level, pack=corrected)
    (found,) = samples(sitting)
    assert (found.overall.n, found.provenance.context) == (5, False)


def test_the_choice_of_peers_is_kept_with_the_assessment(sitting: Sitting, tmp_path: Path) -> None:
    workspace, place = sitting.workspace, sitting.assessment
    for level in range(1, 6):
        client(workspace, level)
    sign_off.sign(workspace, place, figures=BenchmarkData())
    assert assessments.get_assessment(workspace, place).peer_choice is None
    everyone = PeerChoice(country=False, sector=False, size=False)
    for choice in (PeerChoice(sector=False, size=False), everyone):
        change = portfolio.choose_peers(workspace, place, choice)
        assert (change.kind, change.assessment, change.now) == (ChangeKind.PEERS, place, choice)
        (found,) = samples(sitting)
        assert (found.basis, found.provenance.population.sector) == (Basis.CHOSEN, None)
    workspace.close()

    with open_workspace(tmp_path / "work.db") as again:
        assert assessments.get_assessment(again, place).peer_choice == everyone
        portfolio.choose_peers(again, place, None)
        (found,) = samples(replace(sitting, workspace=again))
        assert found.basis is Basis.OWN


def test_the_official_peer_group_follows_the_choice(
    sitting: Sitting, readiness: Questionnaire
) -> None:
    from digimaturity.services.packs import installed_benchmarks

    workspace, figures = sitting.workspace, installed_benchmarks().data
    change = assessments.create_assessment(workspace, sitting.company, readiness, DAY)
    place = str(change.assessment)
    (person,) = assessments.get_assessment(workspace, place).respondents
    fact = next(one for one in readiness.facts if one.kind == "yes_no")
    recording.record_answer(workspace, place, person.id, fact.id, Answer.of(value=True))
    portfolio.choose_peers(workspace, place, PeerChoice(country=False, sector=False))
    found = results.evaluate_assessment(workspace, place, figures).benchmark
    assert found is not None
    assert found.shares is not None
    assert found.shares.population == Population("EU27_2020", "10-49")
    assert found.basis is Basis.CHOSEN


def test_a_workspace_that_is_only_read_has_peers_too(sitting: Sitting, tmp_path: Path) -> None:
    for level in range(1, 6):
        client(sitting.workspace, level)
    with open_workspace(tmp_path / "work.db", read_only=True) as reading:
        (found,) = samples(replace(sitting, workspace=reading))
        assert found.overall.n == 5
        client(sitting.workspace, 1)
        (found,) = samples(replace(sitting, workspace=reading))
        assert found.overall.n == 6


def test_a_client_whose_answers_are_damaged_takes_no_peers_from_the_others(
    sitting: Sitting, tmp_path: Path
) -> None:
    for level in (1, 2, 3, 4, 5):
        client(sitting.workspace, level)
    _, damaged = client(sitting.workspace, 5)
    copy = tmp_path / "copy.db"
    with (
        closing(sqlite3.connect(sitting.workspace.path)) as source,
        closing(sqlite3.connect(copy)) as target,
    ):
        source.backup(target)
        target.execute("DROP TRIGGER answer_log_no_update")
        target.execute("UPDATE answer_log SET new_value = '{' WHERE assessment_id = ?", (damaged,))
        target.commit()
    with open_workspace(copy) as workspace:
        found = values(replace(sitting, workspace=workspace))
    assert sorted(found) == [0, 25, 50, 75, 100]


def test_who_does_not_exist_has_no_peers(workspace: Workspace) -> None:
    for work in (
        lambda: portfolio.peers_of(workspace, "nobody"),
        lambda: portfolio.choose_peers(workspace, "nobody", None),
    ):
        with pytest.raises(KeyError, match="nobody"):
            work()


def test_imported_peer_packs_come_after_the_clients(sitting: Sitting, tmp_path: Path) -> None:
    for level in range(1, 6):
        client(sitting.workspace, level)
    asked = measured(small_questionnaire())
    cell = ("DE", "C", "10-49")
    firms = [Contribution(bytes([n]) * 16, cell, 2025, (10 * n,) * 3) for n in range(8)]
    lines = tmp_path / "all.jsonl"
    lines.write_bytes(b"".join(to_bytes(firm, asked) for firm in firms))
    key, pack = tmp_path / "key.pem", tmp_path / "pack.json"
    peers.make_key(key)
    signing = peers.Signing(key, "Chamber of Crafts")
    publisher = peers.merge([lines], small_questionnaire(), 2025, signing, pack).publisher
    peers.import_pack(pack, publisher.fingerprint)

    clients, imported = samples(sitting)
    assert clients.provenance.origin is Origin.CLIENTS
    assert imported.provenance.origin is Origin.PEER_PACK
    assert (imported.provenance.publisher, imported.provenance.year) == ("Chamber of Crafts", 2025)
    found = evaluate_answers(read_sample()).benchmark
    assert found is not None
    assert [one.provenance.difference for one in found.samples] == [Difference.OTHER_QUESTIONNAIRE]


def test_a_choice_is_taken_back_and_made_again(sitting: Sitting) -> None:
    workspace, assessment = sitting.workspace, sitting.assessment
    choice = PeerChoice.of(("country",))
    change = portfolio.choose_peers(workspace, assessment, choice)
    assert change.undoable
    back = recording.undo(workspace, change)
    assert assessments.get_assessment(workspace, assessment).peer_choice is None
    recording.undo(workspace, back)
    assert assessments.get_assessment(workspace, assessment).peer_choice == choice
