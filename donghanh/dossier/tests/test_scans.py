"""Scans: real files from a real folder, with the open visit only, gone with proof."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.audit.models import Event
from donghanh.base.ids import new_key
from donghanh.dossier import service as dossiers
from donghanh.dossier.models import ScanKeeping
from donghanh.dossier.rules.scanning import (
    SCAN_BYTES_MAX,
    SCANS_BYTES_MAX,
    SCANS_MAX,
    ScanFault,
    scan_fault,
    scan_suffix,
)
from donghanh.dossier.service.scan_folders import centre_folder
from donghanh.reception import service as reception
from tests.people import MONDAY_NINE, Person, anybody

money = dossiers.money
PDF, JPEG = b"%PDF-1.7\nthu", b"\xff\xd8\xff\xe0thu"


@given(st.binary(max_size=12), st.integers(0, SCAN_BYTES_MAX + 9), st.integers(0, SCANS_MAX + 2))
def test_only_scans_of_a_size_and_so_many(first: bytes, size: int, kept: int) -> None:
    fault = scan_fault(first, size, kept, 0)
    holds = scan_suffix(first) and 0 < size <= SCAN_BYTES_MAX and kept < SCANS_MAX
    assert (fault is None) is bool(holds)
    assert scan_fault(PDF, 10, 0, SCANS_BYTES_MAX) is ScanFault.TOO_MANY
    assert scan_fault(JPEG, 0, 0, 0) is ScanFault.EMPTY and scan_suffix(JPEG) == ".jpg"


@dataclass
class Desk:
    """Lan's counter with a scanner, an officer's folder and an open visit."""

    lan: Person
    ours: int
    visit: int
    scanner: Path
    out: Path

    def put(self, name: str, content: bytes, folder: str = "quay-2") -> None:
        (self.scanner / folder).mkdir(parents=True, exist_ok=True)
        (self.scanner / folder / name).write_bytes(content)

    def take(self) -> int:
        tokens = [one.token for one in money.incoming(self.ours, 2)]
        said = (self.ours, self.visit, 2, tokens)
        return len(money.take_scans(*said, by=self.lan, key=new_key()).files)


@pytest.fixture
def desk(lan: Person, tmp_path: Path, settings: object, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr("donghanh.dossier.service.scan_folders.home", lambda: tmp_path / "home")
    settings.SCAN_IN, settings.SCAN_OUT = str(tmp_path / "in"), str(tmp_path / "out")  # type: ignore[attr-defined]
    (tmp_path / "out").mkdir()
    ours = lan.centre_id or 0
    visit = reception.open_visit(anybody(ours), by=lan, key=new_key())
    scanner, out = tmp_path / "in" / "vinh-thuan", tmp_path / "out" / "vinh-thuan"
    return Desk(lan, ours, visit.id, scanner, out)


@pytest.mark.django_db
def test_scans_are_taken_given_and_wiped_with_proof(desk: Desk) -> None:
    desk.put("CCCD Nguyen Vi Du.pdf", PDF)
    desk.put("anh.jpg", JPEG, "chung")
    assert desk.take() == 2 and money.incoming(desk.ours, 2) == ()
    zipped = money.give_zip(desk.ours, desk.visit, by=desk.lan, key=new_key())
    with zipfile.ZipFile(BytesIO(zipped.read())) as packed:
        assert sorted(packed.namelist()) in (
            ["ban-quet-1.jpg", "ban-quet-2.pdf"], ["ban-quet-1.pdf", "ban-quet-2.jpg"],
        )  # fmt: skip
        assert {packed.read(name) for name in packed.namelist()} == {PDF, JPEG}
    money.give_to_folder(desk.ours, desk.visit, 2, by=desk.lan, key=new_key())
    assert len(list(desk.out.glob("quay-2/ban-quet-*/*"))) == 2
    with pytest.raises(money.NoScans):
        money.scan_path(desk.ours, desk.visit, 9, by=desk.lan)
    reception.close_visit(desk.ours, desk.visit, by=desk.lan, key=new_key())
    with pytest.raises(money.VisitOver):
        money.scan_path(desk.ours, desk.visit, 1, by=desk.lan)
    assert money.wipe_what_is_over(desk.ours, by=desk.lan) == 2
    assert not list(centre_folder(desk.ours).rglob("*"))
    row = ScanKeeping.objects.of(desk.ours).get()
    assert row.wiped_at and (row.files, row.wiped_files, row.given_to) == (2, 2, "folder")
    verbs = list(Event.objects.filter(subject_id=row.pk).values_list("verb", flat=True))
    assert verbs.count("scans.wiped") == 1 and verbs.count("scans.given") == 2
    assert not any("Nguyen" in str(vars(one)) for one in (*Event.objects.all(), row))


@pytest.mark.django_db
def test_what_is_no_scan_stays_at_the_scanner(desk: Desk) -> None:
    for name, content in (("la.exe", b"MZ"), ("trong.pdf", b"")):
        desk.put(name, content)
        with pytest.raises(money.ScanRefused):
            desk.take()
        assert (desk.scanner / "quay-2" / name).exists()
        (desk.scanner / "quay-2" / name).unlink()
    big = BytesIO(PDF)
    with pytest.raises(money.ScanRefused):
        said = (desk.ours, desk.visit, big, SCAN_BYTES_MAX + 1)
        money.add_scan(*said, by=desk.lan, key=new_key())
    key = new_key()
    for _ in range(2):
        big.seek(0)
        sent = money.add_scan(desk.ours, desk.visit, big, len(PDF), by=desk.lan, key=key)
        assert [(one.number, one.kind) for one in sent.files] == [(1, "PDF")]


@pytest.mark.django_db
def test_the_close_of_the_day_wipes_what_nobody_closed(desk: Desk) -> None:
    desk.put("a.pdf", PDF)
    desk.take()
    money.give_to_folder(desk.ours, desk.visit, 2, by=desk.lan, key=new_key())
    (desk.out / "quay-2" / "cua-can-bo").mkdir()
    assert money.wipe_what_is_over(desk.ours) == 0, "the visit is still on"
    said = (desk.ours, MONDAY_NINE.date())
    assert money.wipe_day(*said, by=desk.lan, key=new_key()) == 2
    assert not list(centre_folder(desk.ours).rglob("*"))
    left = [path.name for path in desk.out.rglob("*")]
    assert left == ["quay-2", "cua-can-bo"], "only what we put there goes"
    assert Event.objects.filter(verb="scans.folder_emptied").count() == 1
