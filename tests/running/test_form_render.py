"""`form-render`: what it writes, and how it says what is wrong with the answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from donghanh.base.clock import frozen
from donghanh.cli import main
from donghanh.interview.tests.samples import answered, birth, raw

VERSION = birth().version
QUESTIONS = {question.id: question for question in VERSION.questions}
FULL = {place: raw(QUESTIONS[place]) for place in answered(VERSION, {})}
FULL |= {"tre.ngay_sinh": "05/11/2026"}
CARD = "nguoi_yeu_cau.giay_to"
LEAST = {
    place: given
    for place, given in FULL.items()
    if QUESTIONS[place].unknown is None and not place.startswith("ban_sao.so")
}


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with frozen(datetime(2026, 11, 21, 3, tzinfo=UTC)):
        yield


def render(folder: Path, answers: object, *more: str, form: str = "khai_sinh") -> int:
    given = folder / "answers.json"
    given.write_text(answers if isinstance(answers, str) else json.dumps(answers), encoding="utf-8")
    return main(["form-render", form, str(given), "--pdf", str(folder / "o.pdf"), *more])


def test_full_least_and_empty_are_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [str(tmp_path / name) for name in ("o.docx", "l.pdf")]
    assert render(tmp_path, FULL, "--docx", files[0], "--large", files[1]) == 0
    told = capsys.readouterr().out
    assert "Đã ghi:" in told and "Còn để trống" not in told
    assert [Path(name).read_bytes()[:2] for name in files] == [b"PK", b"%P"]
    assert render(tmp_path, LEAST, "--on", "21/11/2026", "--place", "Xã Ví Dụ") == 0
    assert "Còn để trống: Cháu bé tên gì" in capsys.readouterr().out
    assert main(["form-render", "khai_sinh", "--empty", "--pdf", str(tmp_path / "e.pdf")]) == 0


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({**FULL, "tre.ho_tne": "Ví Dụ"}, "tre.ho_tne: tờ khai không có câu hỏi này. Gần giống: "),
        ({**FULL, "zzz": "Ví Dụ"}, "câu hỏi này.\nCác câu hỏi của tờ khai: nguoi_yeu_cau"),
        ({**FULL, "tre.gioi_tinh": "robot"}, "tre.gioi_tinh: Không có câu trả lời này."),
        ({**FULL, "tre.ngay_sinh": "31/02/2026"}, "tre.ngay_sinh (day): Tháng 2"),
        ({**FULL, "tre.ngay_sinh": "05/03/2090"}, "tre.ngay_sinh: Ngày sinh của cháu chưa tới."),
        ({**FULL, "tre.ho_ten": True}, "tre.ho_ten: Không hiểu dạng này."),
        ({**FULL, "tre.ho_ten": [1]}, "tre.ho_ten: Không hiểu dạng này."),
        (
            {**FULL, "nguoi_yeu_cau.giay_to": {"paper": "can_cuoc", "number": 12}},
            "giay_to (number):",
        ),
        ({**FULL, "me.ho_ten": "Ví Dụ"}, "me.ho_ten: không hỏi tới"),
        ({}, "nguoi_yeu_cau.quan_he: câu này phải trả lời."),
        ("{", "không phải JSON"),
        ("[]", "viết {"),
    ],
)
def test_what_is_wrong_is_named(
    answers: object, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert render(tmp_path, answers) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "o.pdf").exists()


def test_all_that_is_wrong_is_told_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert render(tmp_path, {**FULL, "a": 1, "tre.gioi_tinh": "?", "tre.ho_ten": False}) == 2
    assert len(capsys.readouterr().err.splitlines()) == 4


def test_a_command_given_wrongly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert render(tmp_path, FULL, form="to_la") == 2
    assert "Không có tờ khai 'to_la'. Có: cai_chinh, ct01" in capsys.readouterr().err
    pdf = ("--pdf", str(tmp_path / "o.pdf"))
    for given, told in (
        (("khai_sinh", *pdf), "--empty"),
        (("khai_sinh", str(tmp_path / "answers.json")), "--pdf"),
        (("khai_sinh", str(tmp_path / "none.json"), *pdf), "Không có tệp"),
    ):
        assert main(["form-render", *given]) == 2
        assert told in capsys.readouterr().err
