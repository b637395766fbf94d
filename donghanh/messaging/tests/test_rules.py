"""Lengths, letters, and what a failure means: by the letter, for the longest names there are."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.base.content import CONTENT, read_yaml

from .. import rules
from ..records import Channel, Intent, Outcome, Reach, Stage, Subject
from ..texts import texts, words_of

# Every letter of Vietnamese: six vowels with breve, circumflex and horn, five tones and none, đ.
BASES = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VOWELS = [unicodedata.normalize("NFC", base + tone) for base in BASES for tone in TONES]
LETTERS = "".join(VOWELS) + "đbcdghklmnpqrstvx"
EVERY = LETTERS + LETTERS.upper()
LONGEST_CODE = "000.00.000.H40.000.000.000-250925-000012"
LATE = date(2026, 12, 31)
LONGEST = {
    "code": LONGEST_CODE,
    "tail": rules.tail(LONGEST_CODE),
    "day": "Chủ nhật, 31/12/2026",
    "short_day": "31/12",
    "hour": "14 giờ 30",
    "where": "12",
}
ABOUT = Subject("dossier", 1)


def said(kind: str, place: str, code: str, channel: Channel = Channel.SMS) -> str:
    intent = Intent(1, ABOUT, kind, place, code, LATE, "14 giờ 30", "12")
    return words_of(intent, channel, accents=True)[0]


def test_every_text_fits_for_the_longest_names() -> None:
    provinces = read_yaml(CONTENT / "units.yaml")["provinces"]
    communes = {one.lower() for p in provinces for one in p["communes"]}
    longest = max(communes, key=len)
    assert len(communes) > 2000 and len(longest) >= 30
    for kind, text in texts().items():
        for place in (longest, EVERY[: len(longest)]):
            slots = LONGEST | {"place": place}
            whole = rules.plain(rules.filled(text.sms, slots))
            assert rules.plain_length(whole) <= rules.SMS_PLAIN_MAX, (kind, len(whole), whole)
            for said in (text.sms, text.short, text.full, text.head, text.title):
                assert not rules.holds_link(rules.filled(said, slots)), kind
                assert "đồng" not in said and "{" not in rules.filled(said, slots), kind


def test_a_hamlet_head_hears_when_to_come_and_with_what_and_nothing_else() -> None:
    for kind, text in texts().items():
        for why in ("{code}", "{tail}", "{where}", "hồ sơ", "thiếu", "lỗi", "kết quả", "việc của"):
            assert why not in text.head, kind
    assert texts()["missed"].head == texts()["your_turn"].head == ""


@pytest.mark.parametrize("place", ["xã Vĩnh Thuận", "xã Lạc Phượng"])
@pytest.mark.parametrize("kind", sorted(texts()))
def test_with_accents_it_fits_seventy_at_both_communes(kind: str, place: str) -> None:
    words = said(kind, place, "WWWWWW")
    assert rules.accents_length(words) <= rules.SMS_ACCENTS_MAX and "ã" in words, words


@pytest.mark.parametrize("channel", [Channel.SMS, Channel.EMAIL])
def test_all_vietnamese_letters_pass(channel: Channel) -> None:
    assert len(set(EVERY)) == 178
    words = said("ready", unicodedata.normalize("NFD", EVERY[:30]), "CODE")
    assert words.isascii() and "?" not in words
    assert EVERY[1:] in said("ready", unicodedata.normalize("NFD", EVERY), "CODE", Channel.EMAIL)
    assert rules.plain(EVERY).isascii() and len(rules.plain(EVERY)) == len(EVERY)
    assert rules.accents_length(unicodedata.normalize("NFD", EVERY)) == len(EVERY)


@given(st.text(alphabet=EVERY + " ,.:–…“”[€😀\u0301", max_size=300), st.booleans())
def test_whatever_is_written_one_message_goes_out(text: str, accents: bool) -> None:
    words = rules.sms(text, text, accents=accents)
    bare = words.isascii() and rules.plain_length(words) <= rules.SMS_PLAIN_MAX
    assert bare or (accents and rules.accents_length(words) <= rules.SMS_ACCENTS_MAX)


def test_what_no_one_message_holds_is_cut() -> None:
    assert rules.sms("Ừ" * 200, "Ừ" * 71, accents=True) == "U" * rules.SMS_PLAIN_MAX


@pytest.mark.parametrize("text", ["https://a", "WWW.x", "vào dichvucong.gov.vn ngay", "bit.ly/1"])
def test_links_are_seen(text: str) -> None:
    assert rules.holds_link(text) and not rules.holds_link("Hẹn 26/11/2026. Mời đến.")


def test_the_end_of_a_code_is_what_stands_on_the_receipt() -> None:
    assert rules.tail(LONGEST_CODE) == "250925-000012" and rules.tail("C4D7HK") == "C4D7HK"


PHONE, MAIL, HEAD = Channel.SMS, Channel.EMAIL, Channel.HAMLET


@pytest.mark.parametrize(
    ("reach", "wrong"),
    [
        (Reach(PHONE, "+84 912.345.678"), set()),
        (Reach(PHONE, "12"), {"address"}),
        (Reach(MAIL, "vidu@mau.vn"), set()),
        (Reach(MAIL, "a@b\r\nBcc: c@d.vn"), {"address"}),
        (Reach(MAIL, "bà-tư@mau.vn"), {"address"}),
        (Reach(MAIL, "a" * 250 + "@mau.vn"), {"address"}),
        (Reach(HEAD, "091", "bà  Tư", "Ấp Ví Dụ"), set()),
        (Reach(HEAD), {"person", "hamlet"}),
        (Reach(HEAD, "", "x" * 81, "y" * 81), {"person", "hamlet"}),
        (Reach(Channel.CALL, "0912345678", text_only=True), {"text_only"}),
    ],
)
def test_a_contact_is_read_forgivingly_and_checked(reach: Reach, wrong: set[str]) -> None:
    tidy = rules.tidy_reach(reach)
    assert set(rules.wrong_with(tidy, consent=True)) == wrong
    assert "consent" in rules.wrong_with(tidy, consent=False)
    assert tidy.address in ("", "0912345678", "12", reach.address) and "  " not in tidy.person


def test_only_sure_failures_are_tried_again_and_not_for_ever() -> None:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    assert rules.next_try(Outcome.NOT_SENT, 1, at) == at + timedelta(minutes=1)
    assert rules.next_try(Outcome.NOT_SENT, 4, at) == at + timedelta(hours=2)
    assert rules.next_try(Outcome.NOT_SENT, rules.TRIES_MAX, at) is None
    others = [o for o in Outcome if o is not Outcome.NOT_SENT]
    assert [rules.next_try(o, 1, at) for o in others] == [None] * 3


@pytest.mark.parametrize(("hour", "leaves"), [(3, (23, 7)), (9, (23, 9)), (20, (24, 7))])
def test_nobody_is_woken(hour: int, leaves: tuple[int, int]) -> None:
    at = datetime(2026, 11, 23, hour)
    found = rules.by_day(at, Channel.SMS)
    assert rules.by_day(at, Channel.EMAIL) == at
    assert (found.day, found.hour) == leaves


@given(st.tuples(*[st.booleans()] * 5), st.sampled_from([None, *Outcome]))
def test_a_stage_is_what_the_instants_say(holds: tuple[bool, ...], last: Outcome | None) -> None:
    sent, told, dropped, queued, sending = holds
    found = rules.stage(
        sent=sent, told=told, dropped=dropped, queued=queued, sending=sending, last=last
    )
    assert (found is Stage.TOLD) == told
    assert found is not Stage.UNKNOWN or (last is Outcome.UNKNOWN and not any(holds))
    assert (found is Stage.BY_HAND) == (not any(holds) and last in (None, Outcome.SENT))


@pytest.mark.parametrize(
    ("status", "accepted", "outcome"),
    [
        (200, True, Outcome.SENT), (202, False, Outcome.REFUSED), (200, None, Outcome.UNKNOWN),
        (303, None, Outcome.UNKNOWN), (401, True, Outcome.REFUSED), (408, None, Outcome.UNKNOWN),
        (409, None, Outcome.UNKNOWN),
        (429, None, Outcome.NOT_SENT), (500, True, Outcome.UNKNOWN), (503, None, Outcome.UNKNOWN),
    ],
)  # fmt: skip
def test_what_a_gateway_says(status: int, accepted: object, outcome: Outcome) -> None:
    assert rules.gateway_answer(status, accepted).outcome is outcome


def test_what_a_mail_server_says() -> None:
    found = [rules.mail_answer(code).outcome for code in (250, 451, 550, 354)]
    assert found == [Outcome.SENT, Outcome.NOT_SENT, Outcome.REFUSED, Outcome.UNKNOWN]
