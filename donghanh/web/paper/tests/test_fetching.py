"""The slip of what is missing and the sheet for a relative, asked for by an officer."""

from __future__ import annotations

import pytest
from django.test import Client

from donghanh.base.ids import new_key
from donghanh.base.people import SystemActor
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.documents.tests.samples import words_of
from donghanh.dossier import service as dossier
from donghanh.guidance.service import Relation
from donghanh.queue import service as queue
from donghanh.web.paper.fetching import RELATIONS, slip_print
from tests.people import BIRTH, PENSION, Person

from .test_views import ROOM, officer, volunteer, waiting

__all__ = ["officer", "volunteer", "waiting"]

MARRIAGE, SINGLE = "1.000894", "1.004873"


def sheet(browser: Client, code: str, relation: str) -> tuple[int, str]:
    response = browser.get(f"{ROOM}authorisation/{code}/?relation={relation}")
    if response["Content-Type"] == "application/pdf":
        return response.status_code, words_of(response.content)
    return response.status_code, response.content.decode()


@pytest.mark.parametrize(
    ("code", "relation", "expected"),
    [
        (SINGLE, "con", "Giấy này không phải chứng thực."),
        (SINGLE, "chau", "Tiền chứng thực: 10.000 đồng"),
        (SINGLE, "", "Chưa ký ở nhà."),
        (BIRTH, "nguoi_khac", "Chưa ký ở nhà."),
    ],
)
def test_the_sheet_follows_the_procedures_words(
    officer: Client, waiting: queue.WaitingTicket, code: str, relation: str, expected: str
) -> None:
    status, said = sheet(officer, code, relation)
    assert status == 200 and expected in said and "GIẤY ỦY QUYỀN" in said


@pytest.mark.parametrize(
    ("code", "relation", "expected"),
    [
        (MARRIAGE, "con", "Không có giấy ủy quyền để in."),
        (BIRTH, "ong_ba", "không cần giấy ủy quyền"),
    ],
)
def test_what_cannot_be_or_need_not_be_is_refused_plainly(
    officer: Client, waiting: queue.WaitingTicket, code: str, relation: str, expected: str
) -> None:
    status, said = sheet(officer, code, relation)
    assert status in (404, 409) and expected in said


def test_a_volunteer_prints_no_sheet(volunteer: Client, waiting: queue.WaitingTicket) -> None:
    assert sheet(volunteer, SINGLE, "con")[0] == 404


def test_every_relation_has_words() -> None:
    assert set(RELATIONS) == set(Relation)


def test_hours_and_address_of_the_centres_own_facts_are_printed(
    officer: Client, waiting: queue.WaitingTicket, vinh_thuan: CentreRecord
) -> None:
    path = f"{ROOM}missing/{waiting.slip_code}/{PENSION}/?size=a5"
    assert "Giờ mở cửa: Chưa rõ giờ – hỏi cán bộ." in words_of(officer.get(path).content)
    catalogue.add_local_fact(
        vinh_thuan.id, "place:cong_an_xa", "hours", "7 giờ đến 11 giờ",
        source="giấy thử", by=SystemActor(vinh_thuan.id), key=new_key(),
    )  # fmt: skip
    assert "Giờ mở cửa: 7 giờ đến 11 giờ" in words_of(officer.get(path).content)


def test_the_slip_of_a_visit_starts_where_one_stands(
    officer: Client, waiting: queue.WaitingTicket, vinh_thuan: CentreRecord, lan: Person
) -> None:
    """A copy from the register is got at the centre itself, before going home."""
    dossier.tick_papers(
        vinh_thuan.id, waiting.visit_id, "1.001776", {"giay_to_tuy_than"},
        {"viec": "tro_cap", "dien": "tre_em"}, by=lan, key=new_key(),
    )  # fmt: skip
    path = f"{ROOM}missing/{waiting.slip_code}/1.001776/?size=a5"
    words = words_of(officer.get(path).content)
    assert "Làm ngay tại đây, trước khi về 1. Giấy khai sinh" in words
    assert "Đi ít nhất" not in words


def test_without_a_centre_the_slip_names_none(content: None) -> None:
    from donghanh.guidance import service as guidance

    slip = guidance.slip(guidance.checklist(catalogue.procedure(BIRTH), {}))
    printed = slip_print(slip, None)
    assert (printed.commune, printed.slip_code) == ("", "")
    assert printed.trips.startswith("Có giấy chỉ cần trong một số trường hợp")
    assert [line.stop for line in printed.lines] == sorted(
        (line.stop for line in printed.lines), key=[s.stop for s in printed.lines].index
    )
