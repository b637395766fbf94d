"""What may be sent, how long it is, and what a failure means. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime, timedelta

from donghanh.base.text import nfc, squeeze

from .records import Answer, Channel, Outcome, Reach, Stage

SMS_PLAIN_MAX = 160  # GSM 03.38, seven bits a letter
SMS_ACCENTS_MAX = 70  # UCS-2, sixteen bits
TRIES_MAX = 5
WAITS = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30), timedelta(hours=2))
FROM_HOUR, TO_HOUR = 7, 20  # nobody is woken by a message
RESTS = timedelta(minutes=10)  # a carrier that left one unknown is not given more meanwhile
ADDRESS_LETTERS_MAX = 254  # RFC 5321
PERSON_LETTERS_MAX = 80
HAMLET_LETTERS_MAX = 80

# The basic table of GSM 03.38 as far as our texts use it; the escape characters count twice.
_GSM = frozenset(
    " !\"#%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz\n"
)
_GSM_TWICE = frozenset("[]{}~^|\\")
_SPELT = str.maketrans({"đ": "d", "Đ": "D", "–": "-", "—": "-", "“": '"', "”": '"', "‘": "'",
                        "’": "'", "…": "...", "\u00a0": " "})  # fmt: skip
_LINK = re.compile(r"https?:|www\.|\b[\w-]+\.(?:vn|com|net|org|gov|info|me|ly)\b", re.IGNORECASE)
_PHONE = re.compile(r"0\d{8,10}")
_EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", re.ASCII)
_NOT_DIGITS = re.compile(r"[\s.\-()]+")

RINGS = frozenset({Channel.SMS, Channel.ZALO})  # a telephone makes a sound; e-mail wakes nobody
BY_PHONE = frozenset({Channel.SMS, Channel.ZALO, Channel.CALL})


def plain(text: str) -> str:
    """Return a text without accents in letters of the GSM table: "Đến" -> "Den"."""
    parts = unicodedata.normalize("NFD", text.translate(_SPELT))
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return "".join(c if c in _GSM or c in _GSM_TWICE else "?" for c in bare)


def plain_length(text: str) -> int:
    """Return how much of an SMS without accents a text takes."""
    return sum(2 if c in _GSM_TWICE else 1 for c in text)


def accents_length(text: str) -> int:
    """Return how much of an SMS with accents a text takes: its UTF-16 units."""
    return len(nfc(text).encode("utf-16-le")) // 2


def sms(long: str, short: str, *, accents: bool) -> str:
    """Return one SMS: with accents where the short text fits, else the long one without.

    The long texts are proved to fit for the longest names we know; one that does not is cut.
    """
    if accents and accents_length(short) <= SMS_ACCENTS_MAX:
        return nfc(short)
    bare = plain(long)
    while plain_length(bare) > SMS_PLAIN_MAX:
        bare = bare[:-1]
    return bare


def holds_link(text: str) -> bool:
    """Return whether a text holds something to press: we never send one, so a link is a fraud."""
    return bool(_LINK.search(text))


def tail(code: str) -> str:
    """Return what people find of an official code on their receipt: its day and number."""
    return "-".join(code.split("-")[-2:])


def filled(text: str, slots: Mapping[str, str]) -> str:
    """Return a text with its slots, its first letter large."""
    said = squeeze(nfc(text.format_map(slots)))
    return said[:1].upper() + said[1:]


def tidy_reach(reach: Reach) -> Reach:
    """Return a contact as we keep it: digits of a telephone, one space between words."""
    address = reach.address.strip()
    if reach.channel in BY_PHONE:
        address = _NOT_DIGITS.sub("", address)
        address = "0" + address.removeprefix("+84") if address.startswith("+84") else address
    elif reach.channel is Channel.HAMLET:
        address = ""
    person, hamlet = squeeze(nfc(reach.person)), squeeze(nfc(reach.hamlet))
    return Reach(reach.channel, address, person, hamlet, reach.text_only)


def wrong_with(reach: Reach, *, consent: bool) -> dict[str, str]:
    """Return what is wrong with a tidied contact, by field, as what to do about it."""
    checks = (
        ("address", reach.channel in BY_PHONE and not _PHONE.fullmatch(reach.address),
         "Ghi số điện thoại, ví dụ 0912 345 678."),
        ("address", reach.channel is Channel.EMAIL and not _EMAIL.fullmatch(reach.address),
         "Ghi địa chỉ thư điện tử, ví dụ vidu@mau.vn."),
        ("address", len(reach.address) > ADDRESS_LETTERS_MAX, "Địa chỉ dài quá, xem lại."),
        ("person", reach.channel is Channel.HAMLET and not reach.person,
         "Ghi tên như bà con trong xóm gọi, để người báo giúp tìm đúng nhà."),
        ("person", len(reach.person) > PERSON_LETTERS_MAX,
         f"Ghi ngắn lại, không quá {PERSON_LETTERS_MAX} chữ cái."),
        ("hamlet", reach.channel is Channel.HAMLET and not reach.hamlet, "Ghi ở đâu trong xã."),
        ("hamlet", len(reach.hamlet) > HAMLET_LETTERS_MAX,
         f"Ghi ngắn lại, không quá {HAMLET_LETTERS_MAX} chữ cái."),
        ("text_only", reach.text_only and reach.channel is Channel.CALL,
         "Người này chỉ nhận tin nhắn. Chọn tin nhắn, Zalo hoặc thư điện tử."),
        ("consent", not consent, "Đánh dấu đồng ý. Không đồng ý thì Trung tâm không được giữ số."),
    )  # fmt: skip
    found: dict[str, str] = {}
    for field, wrong, said in checks:
        if wrong:
            found.setdefault(field, said)
    return found


def next_try(outcome: Outcome, tries: int, at: datetime) -> datetime | None:
    """Return when to try again by itself: after a sure failure only, and not for ever."""
    if outcome is not Outcome.NOT_SENT or tries >= TRIES_MAX:
        return None
    return at + WAITS[min(tries, len(WAITS)) - 1]


def by_day(wall: datetime, channel: Channel) -> datetime:
    """Return when a message of a wall-clock time may leave: at once, or in the morning."""
    if channel not in RINGS or FROM_HOUR <= wall.hour < TO_HOUR:
        return wall
    morning = wall.replace(hour=FROM_HOUR, minute=0, second=0, microsecond=0)
    return morning if wall.hour < FROM_HOUR else morning + timedelta(days=1)


def silent(wall: datetime) -> frozenset[Channel]:
    """Return the channels on which nothing leaves at a wall-clock time, however late it is."""
    return frozenset(one for one in Channel if by_day(wall, one) != wall)


def stage(
    *, sent: bool, told: bool, dropped: bool, queued: bool, sending: bool, last: Outcome | None
) -> Stage:
    """Return where a message stands; what a person said of it wins."""
    said = ((told, Stage.TOLD), (dropped, Stage.DROPPED), (sent, Stage.SENT),
            (sending, Stage.SENDING), (queued, Stage.QUEUED))  # fmt: skip
    for holds, standing in said:
        if holds:
            return standing
    failed = {Outcome.UNKNOWN: Stage.UNKNOWN, Outcome.REFUSED: Stage.REFUSED,
              Outcome.NOT_SENT: Stage.GAVE_UP}  # fmt: skip
    return failed[last] if last in failed else Stage.BY_HAND


def gateway_answer(status: int, accepted: object) -> Answer:
    """Return what a gateway's answer means. `accepted`: what its JSON says, None for no JSON.

    Who says "not so often" (429) has not taken it; after 5xx or 408 nobody knows, for a proxy
    says them too when it lost what stood behind it. Nor after 409 ("I have it already") or a
    redirect, which may come after the work was done.
    """
    if 200 <= status < 300:
        if accepted is True:
            return Answer(Outcome.SENT)
        if accepted is False:
            return Answer(Outcome.REFUSED, "bên gửi không nhận")
        return Answer(Outcome.UNKNOWN, "trả lời dở dang")
    if status in (425, 429):
        return Answer(Outcome.NOT_SENT, f"mã {status}")
    refused = 400 <= status < 500 and status not in (408, 409)
    return Answer(Outcome.REFUSED if refused else Outcome.UNKNOWN, f"mã {status}")


def mail_answer(code: int) -> Answer:
    """Return what a mail server's final word means: 2xx taken, 4xx later, 5xx never."""
    kinds = {2: Outcome.SENT, 4: Outcome.NOT_SENT, 5: Outcome.REFUSED}
    return Answer(kinds.get(code // 100, Outcome.UNKNOWN), f"mã {code}")
