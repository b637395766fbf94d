"""Setting up, keys, closing by hand, the table, the port: commands that keep a product going."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from donghanh.base.clock import today
from donghanh.base.content import ContentError
from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.catalogue import service as catalogue
from donghanh.catalogue.models import Revision
from donghanh.centre import service as centre
from donghanh.centre.service import CentreRecord
from donghanh.cli import main, preparing
from donghanh.cli.faults import BadInput, CannotRun
from donghanh.cli.reaching import address_of, check_free, port_from, reachable_name
from donghanh.cli.table import table
from donghanh.demo import service as demo
from donghanh.reception import service as reception
from tests.people import anybody


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DONGHANH_HOME", str(tmp_path))
    monkeypatch.setattr(preparing, "_collect_static", lambda: None)


@pytest.mark.django_db
def test_setting_up_twice_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert preparing.prepare() == preparing.Preparation(True, ("lac-phuong", "vinh-thuan"))
    revision = catalogue.revision()
    assert preparing.is_prepared()
    with monkeypatch.context() as patch:
        patch.setattr(catalogue, "load_content", None)  # reading all of it anew would fail
        assert preparing.prepare() == preparing.Preparation(False, ())
    assert catalogue.revision() == revision
    Revision.advance()  # another catalogue, as after a restore: the files are read again
    assert catalogue.fingerprint() != (tmp_path / "content.txt").read_text(encoding="ascii")
    preparing.prepare()
    assert catalogue.fingerprint() == (tmp_path / "content.txt").read_text(encoding="ascii")


@pytest.mark.django_db
def test_a_newer_database_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    MigrationRecorder(connection).record_applied("queue", "9999_of_the_future")
    assert main(["setup"]) == 1
    assert "mới hơn phần mềm" in capsys.readouterr().err


@pytest.mark.django_db
def test_wrong_content_is_named_and_nothing_is_loaded(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = ContentError("procedures/x.yaml", 7, "thiếu title", "viết title: …")
    report = catalogue.LoadReport(0, 0, 0, (wrong,))
    monkeypatch.setattr(catalogue, "load_content", lambda **_: report)
    assert main(["setup"]) == 1
    assert "procedures/x.yaml:7: thiếu title" in capsys.readouterr().err


@pytest.mark.django_db
def test_an_installation_of_real_centres_gets_no_demo() -> None:
    centre.set_up("vinh-thuan", [("Quầy", "centre")], by=SystemActor(), key=new_key())
    assert preparing.prepare().centres == ()
    assert [each.slug for each in centre.all_centres()] == ["vinh-thuan"]


def test_a_key_is_added_and_the_sheet_shows_both(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["key-sheet"]) == 2
    assert main(["rotate-keys"]) == 0
    lines = (tmp_path / "keys" / "keys.txt").read_text(encoding="ascii").split()
    said = capsys.readouterr()
    assert [line[:2] for line in lines] == ["1:", "2:"]
    assert all(line in said.out for line in lines)
    assert "donghanh setup" in said.err


def test_the_demo_code_is_six_digits(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["demo-code"]) == 0
    assert capsys.readouterr().out.strip() == demo.current_code()


def test_a_day_is_closed_by_hand(
    vinh_thuan: CentreRecord, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preparing, "is_prepared", lambda: True)
    actor = SystemActor(vinh_thuan.id)
    reception.open_visit(anybody(vinh_thuan.id), by=actor, key=new_key())
    assert main(["close-day"]) == 0
    assert "không còn ngày nào" in capsys.readouterr().out
    assert main(["close-day", "--centre", "vinh-thuan", "--on", today().isoformat()]) == 0
    assert "1 lượt người" in capsys.readouterr().out


def test_the_certificate_says_how_to_trust_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["certificate", "may-chu.local", "192.168.1.10"]) == 0
    said = capsys.readouterr().out
    assert "certutil" in said
    assert "Android" in said
    assert str(tmp_path / "certificates" / "donghanh-ca.crt") in said


@pytest.mark.django_db
def test_the_table_tells_sign_ins_on_loopback_only() -> None:
    demo.make_demo(by=SystemActor(), key=new_key())
    at_home = table("http://127.0.0.1:8000", with_demo=True)
    assert "http://127.0.0.1:8000/vinh-thuan/desk/" in at_home
    assert "chutich / dong-hanh-2026 (*)" in at_home
    abroad = table("https://may-chu.local:8000", with_demo=False)
    assert demo.PASSWORD not in abroad
    assert "chỉ khi chạy ở 127.0.0.1" in abroad


def test_a_taken_port_is_named_with_another_to_try() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CannotRun, match=f"Cổng {port} .* PORT="):
            check_free("127.0.0.1", port)


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(CannotRun, match="không phải của máy này"):
        check_free("203.0.113.77", 8000)


@pytest.mark.parametrize("port", ["0", "65536", "-1", "８０００", "", "8000.0"])
def test_a_port_is_a_number_in_range(port: str) -> None:
    with pytest.raises(BadInput, match="PORT="):
        port_from(port)


def test_every_address_is_reached_by_a_certified_name() -> None:
    assert address_of("localhost") in ("127.0.0.1", "::1")
    assert reachable_name("::", ["may-chu.local"]) == "may-chu.local"
    assert reachable_name("::", []) == socket.gethostname()
    assert reachable_name("192.168.1.10", ["may-chu.local"]) == "192.168.1.10"
