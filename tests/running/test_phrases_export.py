"""`donghanh phrases-export`: what offices taught becomes lines of the content, once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from donghanh.base.ids import new_key
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.cli import main, preparing
from donghanh.enquiry import service as enquiry
from tests.people import BIRTH, Person


@pytest.fixture(autouse=True)
def prepared(content: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The product stands: the content is loaded."""
    monkeypatch.setattr(preparing, "is_prepared", lambda: True)


def teach(place: CentreRecord, by: Person, said: str, subject: str = BIRTH) -> None:
    subject = subject if ":" in subject else f"{enquiry.PROCEDURE}{subject}"
    enquiry.add_phrase(place.id, said, subject, source="ở ấp", by=by, key=new_key())


def test_each_phrase_is_written_once_for_review(
    vinh_thuan: CentreRecord,
    lac_phuong: CentreRecord,
    lan: Person,
    mai: Person,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    teach(vinh_thuan, lan, "xin tờ ngoéo tay")
    teach(lac_phuong, mai, "xin tờ ngoéo tay")
    teach(lac_phuong, mai, "mâm xà cừ", f"topic:{enquiry.NOT_OURS}")
    assert main(["phrases-export", str(tmp_path / "a.yaml"), "--json"]) == 0
    shape = json.loads(capsys.readouterr().out)
    assert shape == {
        "schema": 1, "file": str(tmp_path / "a.yaml"), "phrases": 3, "procedures": 1,
    }  # fmt: skip
    written = (tmp_path / "a.yaml").read_text(encoding="utf-8")
    assert yaml.safe_load(written) == {
        BIRTH: ["xin tờ ngoéo tay"], "khong_thuoc_xa": ["mâm xà cừ"],
    }  # fmt: skip
    assert "ở ấp" in written and "lac-phuong" in written
    assert main(["phrases-export", str(tmp_path / "b.yaml")]) == 0
    assert "Chưa có câu nào mới" in capsys.readouterr().out
    assert not (tmp_path / "b.yaml").exists()
    assert main(["phrases-export", str(tmp_path / "c.yaml"), "--again"]) == 0


def test_a_phrase_written_out_goes_on_counting(
    vinh_thuan: CentreRecord, lan: Person, tmp_path: Path
) -> None:
    teach(vinh_thuan, lan, "xin tờ ngoéo tay")
    assert main(["phrases-export", str(tmp_path / "a.yaml")]) == 0
    assert enquiry.ask("xin tờ ngoéo tay", centre_id=vinh_thuan.id).procedures[0].code == BIRTH


def test_what_the_content_says_by_now_is_retired(
    vinh_thuan: CentreRecord, lan: Person, tmp_path: Path
) -> None:
    teach(vinh_thuan, lan, catalogue.procedure(BIRTH).everyday[0])
    (phrase,) = enquiry.phrases(vinh_thuan.id)
    assert phrase.in_content
    assert main(["phrases-export", str(tmp_path / "a.yaml")]) == 0
    assert not (tmp_path / "a.yaml").exists()


def test_what_is_given_wrongly_is_one_plain_line(
    vinh_thuan: CentreRecord, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "a.yaml"
    there.write_text("1", encoding="utf-8")
    for given in ([str(there)], [str(tmp_path / "x" / "a.yaml")], ["b.yaml", "--centre", "none"]):
        assert main(["phrases-export", *given]) == 2
        assert capsys.readouterr().err.count("\n") == 1
    assert there.read_text(encoding="utf-8") == "1"
