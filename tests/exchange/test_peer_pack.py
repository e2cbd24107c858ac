"""What a peer pack tells, signed, kept and compared with."""

from __future__ import annotations

import json
import tracemalloc
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from digimaturity import paths
from digimaturity.canonical import canonical
from digimaturity.domain.company import Company
from digimaturity.domain.population import Basis, PeerChoice, Population
from digimaturity.domain.provenance import Difference, Origin
from digimaturity.domain.sample import OVERALL, peer_sample
from digimaturity.domain.scoring import Score, Scores
from digimaturity.errors import UserError
from digimaturity.exchange import quantiles, signing
from digimaturity.exchange.counting import count
from digimaturity.exchange.peer_pack import Group, PeerPack, peer_pack
from digimaturity.exchange.refused import RefusedError
from digimaturity.exchange.signing import load_key, make_key, opened, signed
from digimaturity.services.peers import (
    Merged,
    Signing,
    import_pack,
    installed_peer_packs,
    merge,
    peers_from_packs,
    read_pack,
)
from digimaturity.services.publishers import (
    accepted_publisher,
    accepted_publishers,
    forget_publisher,
    is_known,
)
from tests.exchange.make import SMALL, YEAR, contribution, many, source, written
from tests.services.small import small_questionnaire

SCHEMA = json.loads((paths.resources_dir() / "schemas" / "peer-pack.schema.json").read_text())
EVERYBODY = Population("", "")
ASKED = small_questionnaire()


@pytest.fixture
def key(tmp_path: Path) -> Path:
    path = tmp_path / "key.pem"
    make_key(path)
    return path


def pack_of(lines: list[bytes], *earlier: PeerPack) -> PeerPack:
    return peer_pack(count(source(lines), SMALL, YEAR), YEAR, "Clients", earlier)


def merged(lines: list[bytes], key: Path, out: Path, *earlier: Path) -> Merged:
    own = Signing(key, "Zentrum Nord", note="Clients of 2026")
    return merge(source(lines), ASKED, YEAR, own, out, earlier)


LINES = list(many(SMALL, 400))
DECILES = {str(percent): 50 for percent in quantiles.DECILES}


def test_a_merged_pack_follows_its_schema_and_is_read_back_the_same(
    tmp_path: Path, key: Path
) -> None:
    out = tmp_path / "peers.json"
    done = merged(LINES, key, out)

    jsonschema.validate(json.loads(out.read_bytes()), SCHEMA)
    found = read_pack(out)
    assert found.pack == done.pack
    assert found.publisher.name == "Zentrum Nord"
    assert found.pack.firms + found.pack.left_out == done.counted.accepted == 400
    assert all(group.firms >= 5 for group in found.pack.groups.values())


def test_the_same_contributions_make_the_same_bytes(tmp_path: Path, key: Path) -> None:
    one, other = tmp_path / "one.json", tmp_path / "other.json"
    merged(LINES, key, one)
    merged(LINES[::-1], key, other)
    assert one.read_bytes() == other.read_bytes()


def test_nothing_is_written_where_there_are_too_few(tmp_path: Path, key: Path) -> None:
    out = tmp_path / "peers.json"
    with pytest.raises(UserError, match=r"peers\.too_few"):
        merged(LINES[:4], key, out)
    assert not out.exists()


def test_the_figures_are_those_of_the_firms() -> None:
    firms = written(*(contribution(number, number) for number in range(1, 41)))
    told = pack_of(firms).sample_for(Population("DE", "10-49", "C"))
    assert told is not None
    assert told.firms == 40
    assert told.figures[OVERALL].quantiles == {25: 10, 50: 20, 75: 30}


def test_a_firm_is_compared_with_the_first_group_that_is_told() -> None:
    pack = pack_of(written(*(contribution(number, number) for number in range(1, 41))))
    company = Company("x", "DE", "K", 30)
    peers = pack.draw(company, SMALL, publisher="Zentrum Nord")
    assert peers is not None
    assert peers.provenance.population == Population("DE", "10-49")
    assert peers.basis is Basis.FALLBACK
    assert (peers.provenance.origin, peers.provenance.publisher) == (
        Origin.PEER_PACK,
        "Zentrum Nord",
    )
    score = Score(15.2, 15.2, 15.2, 1.0, rated=True)
    sample = peer_sample(peers, Scores({}, {}, score, {}), None)
    assert sample.overall.between is not None
    assert (sample.overall.between.at_least, sample.overall.between.at_most) == (25, 50)
    assert sample.overall.percentile is None

    chosen = pack.draw(company, SMALL, PeerChoice(country=False, sector=False, size=False))
    assert chosen is not None
    assert (chosen.provenance.population, chosen.basis) == (EVERYBODY, Basis.CHOSEN)


def test_another_version_is_context_only() -> None:
    pack = pack_of(LINES)
    other = Scores({}, {}, Score(15.2, 15.2, 15.2, 1.0, rated=True), {})
    changed = type(SMALL)(SMALL.pack, "2", "0" * 64, SMALL.dimensions, SMALL.areas, SMALL.sums)
    peers = pack.draw(Company("x", "DE", "C", 30), changed)
    assert peers is not None
    assert peers.provenance.difference is Difference.OTHER_VERSION
    assert peer_sample(peers, other, None).overall.between is None


def test_an_edition_tells_nothing_of_a_few_newcomers() -> None:
    first = pack_of(LINES)
    with pytest.raises(UserError, match=r"peers\.too_few_changes"):
        pack_of([*LINES, *many(SMALL, 3, seed=2)], first)
    second = pack_of([*LINES, *many(SMALL, 30, seed=2)], first)
    assert second.edition == 2
    for population, group in second.groups.items():
        before = first.groups[population]  # no group is told for the first time
        assert group == before or abs(group.firms - before.firms) >= 5
    third = pack_of([*LINES, *many(SMALL, 400, seed=2)], first)
    assert third.groups.keys() - first.groups.keys()


def of_section(section: str, first: int, n: int) -> list[bytes]:
    """Firms of a section, each with another score."""
    numbers = range(first, first + n)
    return written(*(contribution(one, 9 + one % 90, section=section) for one in numbers))


def test_an_edition_tells_nothing_of_a_few_newcomers_since_any_earlier_one() -> None:
    """A group that was left out once could else come back with three firms more than at first."""
    sections = {"C": of_section("C", 1, 20), "G": of_section("G", 100, 30)}
    retail = Population("DE", "10-49", "G")
    first = pack_of([*sections["C"], *sections["G"]])
    assert retail in first.groups
    sections["C"] += of_section("C", 200, 10)
    sections["G"] += of_section("G", 300, 2)
    second = pack_of([*sections["C"], *sections["G"]], first)
    assert retail not in second.groups
    sections["C"] += of_section("C", 400, 60)
    sections["G"] += of_section("G", 500, 1)
    lines = [*sections["C"], *sections["G"]]
    third = pack_of(lines, second, first)
    assert third.edition == 3
    assert retail not in third.groups
    with pytest.raises(UserError, match=r"peers\.previous_missing"):
        pack_of(lines, second)
    with pytest.raises(UserError, match=r"peers\.previous_missing"):
        pack_of(lines, first, first)
    with pytest.raises(UserError, match=r"peers\.other_previous"):
        pack_of(lines, replace(first, year=YEAR - 1))


def test_a_previous_edition_must_be_of_the_same_publisher(tmp_path: Path, key: Path) -> None:
    first, out = tmp_path / "first.json", tmp_path / "second.json"
    merged(LINES, key, first)
    other = tmp_path / "other.pem"
    make_key(other)
    with pytest.raises(UserError, match=r"peers\.foreign_previous"):
        merged(LINES, other, out, first)
    assert not out.exists()


def test_a_key_is_for_its_owner_only_and_never_replaced(tmp_path: Path, key: Path) -> None:
    assert key.stat().st_mode & 0o777 == 0o600
    content = key.read_bytes()
    with pytest.raises(UserError, match=r"file\.exists"):
        make_key(key)
    assert key.read_bytes() == content
    key.chmod(0o640)
    with pytest.raises(UserError, match=r"key\.open"):
        load_key(key)
    key.chmod(0o600)
    key.write_bytes(content[:-40])
    with pytest.raises(UserError, match=r"key\.damaged"):
        load_key(key)
    with pytest.raises(UserError, match=r"key\.missing"):
        load_key(tmp_path / "none.pem")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["key.pem"]


def test_a_key_may_have_a_password(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    publisher = make_key(path, b"secret")
    assert load_key(path, b"secret").public_key().public_bytes_raw() == publisher.key
    for wrong in (None, b"other"):
        with pytest.raises(UserError, match=r"key\.password"):
            load_key(path, wrong)


def test_whatever_is_changed_in_a_signed_pack_is_noticed(tmp_path: Path, key: Path) -> None:
    out = tmp_path / "peers.json"
    merged(LINES, key, out)
    content = out.read_bytes()
    document = json.loads(content)

    def reason(changed: bytes) -> str:
        with pytest.raises(RefusedError) as refused:
            opened(changed)
        return refused.value.code

    def with_(**changes: object) -> bytes:
        return canonical({**document, **changes})

    peers = document["peers"]
    assert opened(json.dumps(document, indent=3).encode()).pack == opened(content).pack
    assert reason(content.replace(b'"edition":1', b'"edition":2')) == "changed"
    assert reason(with_(publisher={**document["publisher"], "name": "Zentrum Süd"})) == "changed"
    assert reason(with_(publisher={**document["publisher"], "key": "2" * 64})) == "changed"
    assert reason(with_(signature="0" * 128)) == "changed"
    assert reason(with_(peers={**peers, "left_out": float("1e300")})) == "changed"
    assert reason(with_(signature=None)) == "value"
    assert reason(with_(more=1)) == "keys"
    assert reason(content[:-100]) == "not_json"
    assert reason(b"PK\x03\x04" + content) == "packed"
    assert reason(content[:1] + b'"format":"x",' + content[1:]) == "repeated_key"
    assert reason(b'{"format":"digimaturity-peers/1","peers":' + b"[" * 100_000) == "format"
    assert reason(b" " * 32_000_001) == "too_large"
    for depth in range(850, 1000, 10):
        deep = content.replace(b'"minimum":5', b'"minimum":' + b"[" * depth + b"]" * depth)
        assert reason(deep) in ("changed", "not_json")


@pytest.mark.parametrize("unit", [b"[],", b"{},", b"1.5,", b'{"":[]},', b"[[[[[[]]]]]],"])
def test_what_would_take_many_times_its_size_in_memory_is_refused_unread(unit: bytes) -> None:
    head, tail = b'{"format":"digimaturity-peers/1","peers":[', b'0],"publisher":0,"signature":0}'
    bomb = head + unit * ((30_000_000 - len(tail)) // len(unit)) + tail
    tracemalloc.start()
    try:
        with pytest.raises(RefusedError) as refused:
            opened(bomb)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()
    assert refused.value.code == "format"


def test_a_key_by_which_anybody_can_sign_is_refused(key: Path) -> None:
    """With such a key as A, S = 0 and R = A·-h fit some messages: nobody needs to know a secret."""
    document = json.loads(signed(pack_of(LINES), "Zentrum Nord", load_key(key)))
    identity = "01" + "00" * 31
    forged = 0
    for point in sorted(signing._WEAK_KEYS):
        for signs in (0, 0x80):
            mine = (point[:-1] + bytes([point[-1] | signs])).hex()
            own = {**document, "publisher": {"name": "Zentrum Nord", "key": mine}}
            own["signature"] = identity + "00" * 32
            with pytest.raises(RefusedError) as refused:
                opened(canonical(own))
            assert refused.value.code == "weak_key"
        public = Ed25519PublicKey.from_public_bytes(point)
        forged += any(fits(public, bytes.fromhex(identity) + bytes(32), n) for n in range(300))
    assert forged == len(signing._WEAK_KEYS)


def fits(public: Ed25519PublicKey, signature: bytes, number: int) -> bool:
    try:
        public.verify(signature, b"%d" % number)
    except InvalidSignature:
        return False
    return True


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        (("minimum",), 1, "value"),
        (("minimum",), 5.0, "value"),
        (("questionnaire", "version"), " ", "value"),
        (("questionnaire", "version"), 1, "value"),
        (("groups", 0, "firms"), 9, "value"),
        (("groups", 0, "figures", "overall"), None, "value"),
        (("groups", 0, "figures", "overall", "step"), 5, "value"),
        (("groups", 8, "figures", "overall", "step"), 1, "too_fine"),
        (("groups", 8, "figures", "overall", "quantiles"), DECILES, "too_fine"),
        (("year",), 1999, "value"),
        (("edition",), 0, "value"),
        (("note",), "two\nlines", "value"),
        (("note",), " ", "value"),
        (("note",), "\u202egnp.exe", "value"),
        (("note",), "\x1b[31mred", "value"),
        (("groups",), [], "no_total"),
        (("groups",), {}, "value"),
        (("groups", 0, "firms"), 4, "too_small"),
        (("groups", 0, "firms"), True, "value"),
        (("groups", 0, "size_class"), "5-9", "value"),
        (("groups", 0, "country"), "Germany", "value"),
        (("groups", 1, "figures", "overall", "firms"), 10**6, "value"),
        (("groups", 1, "figures", "overall", "firms"), 3, "too_small"),
        (("groups", 1, "figures", "overall", "step"), 0, "value"),
        (("groups", 1, "figures", "overall", "quantiles"), {"25": 1, "50": 2}, "value"),
        (("groups", 1, "figures", "overall", "quantiles"), {"25": 9, "50": 2, "75": 3}, "value"),
        (("groups", 1, "figures", "overall", "quantiles"), {"25": 9, "50": 9, "75": 101}, "value"),
        (("groups", 1, "figures", "secret"), {}, "value"),
    ],
)
def test_a_publisher_who_signs_nonsense_is_refused_all_the_same(
    key: Path, path: tuple[str | int, ...], value: object, reason: str
) -> None:
    document = json.loads(signed(pack_of(LINES), "Zentrum Nord", load_key(key)))
    del document["signature"]
    holder = document["peers"]
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    document["signature"] = load_key(key).sign(canonical(document)).hex()
    with pytest.raises(RefusedError) as refused:
        opened(canonical(document))
    assert refused.value.code == reason


def test_groups_that_contradict_each_other_are_refused(key: Path) -> None:
    pack = pack_of(written(*(contribution(number, number) for number in range(1, 41))))
    told = pack.groups[EVERYBODY]

    def reason(**firms: int) -> str:
        groups = {
            population: replace_firms(told, firms.get(name, 40))
            for name, population in {
                "all": EVERYBODY,
                "german": Population("DE", ""),
                "austrian": Population("AT", ""),
                "small": Population("", "10-249"),
                "surveyed": Population("", "GE10"),
            }.items()
            if name in {"all", *firms}
        }
        content = signed(replace(pack, groups=groups), "Zentrum Nord", load_key(key))
        try:
            opened(content)
        except RefusedError as error:
            return error.code
        return ""

    assert (
        reason(german=40) == reason(german=20, austrian=20) == reason(small=20, surveyed=30) == ""
    )
    assert reason(german=41) == "short_sum"
    assert reason(german=21, austrian=20) == "short_sum"
    assert reason(small=30, surveyed=29) == "short_sum"


def replace_firms(group: Group, firms: int) -> Group:
    return Group(firms, {OVERALL: replace(group.figures[OVERALL], n=firms)})


def test_a_publisher_is_accepted_once_by_its_fingerprint(tmp_path: Path, key: Path) -> None:
    out = tmp_path / "peers.json"
    publisher = merged(LINES, key, out).publisher
    for accepted in ("", "0000 0000"):
        with pytest.raises(UserError, match=r"peers\.unknown_publisher") as refused:
            import_pack(out, accepted)
        assert refused.value.details["fingerprint"] == publisher.fingerprint
    assert installed_peer_packs() == ()

    import_pack(out, publisher.fingerprint.upper())
    assert is_known(publisher)
    import_pack(out)
    (installed,) = installed_peer_packs()
    assert installed.signed is not None

    (peers,) = peers_from_packs(Company("x", "AT", "C", 30), ASKED)
    assert peers.provenance.publisher == "Zentrum Nord"


@pytest.mark.parametrize("name", ["Zentrum Süd", "zentrum  su\u0308d ", "\uff3aentrum SÜD"])
def test_somebody_else_under_a_known_name_is_not_taken_for_it(
    tmp_path: Path, key: Path, name: str
) -> None:
    out, other = tmp_path / "peers.json", tmp_path / "other.pem"
    own = merge(source(LINES), ASKED, YEAR, Signing(key, "Zentrum Süd"), out)
    import_pack(out, own.publisher.fingerprint)
    make_key(other)
    merge(source(LINES), ASKED, YEAR, Signing(other, name), out)
    with pytest.raises(UserError, match=r"peers\.other_key"):
        import_pack(out)
    assert len(installed_peer_packs()) == 1


def test_a_publisher_who_is_forgotten_is_asked_for_anew(tmp_path: Path, key: Path) -> None:
    out = tmp_path / "peers.json"
    publisher = merged(LINES, key, out).publisher
    import_pack(out, publisher.fingerprint)
    found = accepted_publisher(publisher.fingerprint.replace(" ", "").upper())
    assert found == publisher
    forget_publisher(found)
    assert accepted_publishers() == ()
    (installed,) = installed_peer_packs()
    assert installed.problem is not None
    assert installed.problem.code == "peers.unknown_publisher"
    assert peers_from_packs(Company("x", "AT", "C", 30), ASKED) == ()
    with pytest.raises(UserError, match=r"peers\.unknown_publisher"):
        import_pack(out)
    with pytest.raises(UserError, match=r"peers\.not_accepted"):
        accepted_publisher(publisher.fingerprint)


def test_whose_pack_cannot_be_kept_is_not_known_either(tmp_path: Path, key: Path) -> None:
    out = tmp_path / "peers.json"
    publisher = merged(LINES, key, out).publisher
    paths.data_dir().mkdir(parents=True, exist_ok=True)
    (paths.data_dir() / "peers").write_bytes(b"")  # where the folder should be
    with pytest.raises(UserError):
        import_pack(out, publisher.fingerprint)
    assert not is_known(publisher)


def test_a_newer_edition_takes_the_place_of_an_older_one_only(tmp_path: Path, key: Path) -> None:
    first, second, forked = (tmp_path / f"{name}.json" for name in ("first", "second", "forked"))
    fingerprint = merged(LINES, key, first).publisher.fingerprint
    merged([*LINES, *many(SMALL, 300, seed=2)], key, second, first)
    merged([*LINES, *many(SMALL, 310, seed=3)], key, forked, first)
    import_pack(first, fingerprint)
    import_pack(second)
    with pytest.raises(UserError, match=r"peers\.older_edition"):
        import_pack(first)
    with pytest.raises(UserError, match=r"peers\.other_content"):
        import_pack(forked)
    (installed,) = installed_peer_packs()
    assert installed.signed is not None
    assert installed.signed.pack == read_pack(second).pack


def test_an_installed_pack_that_was_changed_is_no_longer_used(tmp_path: Path, key: Path) -> None:
    out = tmp_path / "peers.json"
    import_pack(out, merged(LINES, key, out).publisher.fingerprint)
    (installed,) = installed_peer_packs()
    installed.path.write_bytes(installed.path.read_bytes().replace(b'"edition":1', b'"edition":7'))
    (changed,) = installed_peer_packs()
    assert changed.signed is None
    assert changed.problem is not None
    assert peers_from_packs(Company("x", "AT", "C", 30), ASKED) == ()


def test_a_damaged_list_of_publishers_trusts_nobody(tmp_path: Path, key: Path) -> None:
    out = tmp_path / "peers.json"
    import_pack(out, merged(LINES, key, out).publisher.fingerprint)
    (paths.config_dir() / "publishers.json").write_bytes(b'{"publishers": [{"name": 1}]')
    (installed,) = installed_peer_packs()
    assert installed.signed is None
    assert installed.problem is not None
    assert installed.problem.code == "peers.unknown_publisher"
