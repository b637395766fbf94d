"""What is kept of a question at the kiosk and at home: only what failed, never danger."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.test import Client

from donghanh.centre.service import CentreRecord
from donghanh.enquiry import service as enquiry
from tests.people import BIRTH

from .test_views import ROOM, kiosk

__all__ = ["kiosk"]

STRANGE = "xin tờ ngoéo tay"
CLEAR = "làm giấy khai sinh"
ASKED_BACK = "tiền mai táng"


def ask(browser: Client, question: str) -> None:
    browser.post(f"{ROOM}questions/", {"q": question, "key": str(uuid4())})


def kept(place: CentreRecord) -> list[tuple[str, set[str]]]:
    return [(group.text, set(group.behaviours)) for group in enquiry.unanswered(place.id)]


def test_an_unknown_question_is_kept_danger_is_not(kiosk: Client, vinh_thuan: CentreRecord) -> None:
    for question in (STRANGE, "chồng tôi đánh tôi"):
        ask(kiosk, question)
    assert kept(vinh_thuan) == [(STRANGE, {enquiry.UNKNOWN})]


@pytest.mark.parametrize(
    ("question", "then", "left"),
    [
        (CLEAR, f"standing/?code={BIRTH}", []),
        (CLEAR, "standing/", [(CLEAR, {enquiry.WRONG})]),
        (CLEAR, "", []),
        (ASKED_BACK, "", [(ASKED_BACK, {enquiry.CLARIFY})]),
        (ASKED_BACK, f"standing/?code={BIRTH}", []),
    ],
)
def test_choosing_forgets_and_leaving_keeps(
    kiosk: Client,
    vinh_thuan: CentreRecord,
    question: str,
    then: str,
    left: list[tuple[str, set[str]]],
) -> None:
    ask(kiosk, question)
    kiosk.get(ROOM + then)
    kiosk.get(ROOM)
    assert kept(vinh_thuan) == left


def test_at_home_only_a_press_says_that_it_was_not_meant(
    client: Client, content: None, vinh_thuan: CentreRecord
) -> None:
    page = client.get("/vinh-thuan/search/", {"q": CLEAR}).content.decode()
    assert "Không phải việc này" in page and kept(vinh_thuan) == []
    typed = {"q": f"{CLEAR}, gọi 0900 000 000"}
    thanks = client.post("/vinh-thuan/search/not-meant/", typed, follow=True).content.decode()
    assert "Cảm ơn" in thanks
    assert kept(vinh_thuan) == [(f"{CLEAR}, gọi …", {enquiry.WRONG})]
    client.post("/vinh-thuan/search/not-meant/", {"q": "chồng tôi đánh tôi"})
    client.post("/vinh-thuan/search/not-meant/", {"q": ""})
    assert len(kept(vinh_thuan)) == 1
