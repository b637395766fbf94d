"""Both ways out against servers on real sockets: taken, refused, silent, broken off anywhere."""

from __future__ import annotations

from email import message_from_string
from email.header import decode_header, make_header

import pytest

from ..adapters.http_gateway import HttpGateway
from ..adapters.smtp import Smtp
from ..records import Answer, Letter, Outcome
from .doubles import (
    Heard,
    Talk,
    closed_port,
    dripping,
    gateway,
    listening,
    mail_server,
    resetting,
    silent,
)

LETTER = Letter("key-1", "0912345678", "Xã Ví Dụ: hồ sơ đã có kết quả. Ắ ỗ ữ đ", "Đã có kết quả")
MAIL = Letter("key-1", "vidu@mau.vn", LETTER.words, LETTER.title)
SECONDS = 0.25


def by_gateway(talk: Talk) -> tuple[Answer, Heard]:
    with listening(talk) as heard:
        sent = HttpGateway(f"http://127.0.0.1:{heard.port}/send?v=1", "secret", SECONDS)
        return sent.send(LETTER), heard


def by_mail(talk: Talk) -> tuple[Answer, Heard]:
    with listening(talk) as heard:
        sent = Smtp(f"smtp://127.0.0.1:{heard.port}", "xa@mau.vn", SECONDS)
        return sent.send(MAIL), heard


def test_a_gateway_takes_it() -> None:
    answer, heard = by_gateway(gateway())
    assert answer.outcome is Outcome.SENT and heard.letters == [LETTER.words]
    (head,) = heard.headers
    assert head.startswith("POST /send?v=1 ")
    assert "Idempotency-Key: key-1" in head and "Authorization: Bearer secret" in head


@pytest.mark.parametrize(
    ("talk", "outcome"),
    [
        (gateway(400), Outcome.REFUSED),
        (gateway(200, b'{"accepted": false}'), Outcome.REFUSED),
        (gateway(429), Outcome.NOT_SENT),
        (gateway(500, b'{"accepted": true}'), Outcome.UNKNOWN),
        (gateway(502, b"<html>"), Outcome.UNKNOWN),
        (gateway(303, b""), Outcome.UNKNOWN),
        (resetting, Outcome.UNKNOWN),
        (gateway(200, b"[]"), Outcome.UNKNOWN),
        (gateway(200, b"OK"), Outcome.UNKNOWN),
        (gateway(cut_at=0), Outcome.UNKNOWN),
        (gateway(cut_at=9), Outcome.UNKNOWN),
        (gateway(cut_at=50), Outcome.UNKNOWN),
        (gateway(200, b" " * 70_000 + b'{"accepted": true}'), Outcome.UNKNOWN),
        (silent, Outcome.UNKNOWN),
        (dripping, Outcome.UNKNOWN),
    ],
)
def test_a_gateway_breaks_off(talk: Talk, outcome: Outcome) -> None:
    answer, heard = by_gateway(talk)
    assert answer.outcome is outcome and len(heard.letters) == 1
    assert LETTER.to not in answer.reason


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_where_nobody_listens_nothing_was_sent(scheme: str) -> None:
    answer = HttpGateway(f"{scheme}://127.0.0.1:{closed_port()}/", seconds=SECONDS).send(LETTER)
    assert answer.outcome is Outcome.NOT_SENT


def test_no_tls_no_message() -> None:
    with listening(gateway()) as heard:
        url = f"https://127.0.0.1:{heard.port}/"
        assert HttpGateway(url, seconds=SECONDS).send(LETTER).outcome is Outcome.NOT_SENT
    assert heard.letters == []


def test_mail_is_taken_with_every_letter() -> None:
    answer, heard = by_mail(mail_server())
    assert answer.outcome is Outcome.SENT
    mail = message_from_string(heard.letters[0])
    assert str(make_header(decode_header(mail["Subject"]))) == LETTER.title
    assert mail["Message-ID"] == "<key-1@mau.vn>" and mail["To"] == "vidu@mau.vn"
    body = mail.get_payload(decode=True)
    assert isinstance(body, bytes) and body.decode().strip() == LETTER.words


@pytest.mark.parametrize(
    ("talk", "outcome"),
    [
        (mail_server(rcpt=550), Outcome.REFUSED),
        (mail_server(rcpt=450), Outcome.NOT_SENT),
        (mail_server(final=451), Outcome.NOT_SENT),
        (mail_server(final=554), Outcome.REFUSED),
        (mail_server(cut="hello"), Outcome.NOT_SENT),
        (mail_server(cut="EHLO"), Outcome.NOT_SENT),
        (mail_server(cut="RCPT"), Outcome.NOT_SENT),
        (mail_server(cut="end"), Outcome.UNKNOWN),
    ],
)
def test_mail_breaks_off(talk: Talk, outcome: Outcome) -> None:
    answer, _ = by_mail(talk)
    assert answer.outcome is outcome and MAIL.to not in answer.reason


def test_what_no_wire_takes_is_refused_at_once() -> None:
    """A wrong setting or address stops one message, not the worker."""
    with listening(gateway()) as heard:
        broken = HttpGateway(f"http://127.0.0.1:{heard.port}/", "se\ncret", SECONDS)
        assert broken.send(LETTER).outcome is Outcome.REFUSED and heard.letters == []
    assert HttpGateway("http://127.0.0.1:999999/").send(LETTER).outcome is Outcome.REFUSED
    with listening(mail_server()) as heard:
        mail = Smtp(f"smtp://127.0.0.1:{heard.port}", "xa@mau.vn", SECONDS)
        odd = Letter("key-1", "bà-tư@mau.vn", "Ví dụ", "Ví dụ")
        assert mail.send(odd).outcome is Outcome.REFUSED and heard.letters == []


def test_mail_where_nobody_listens() -> None:
    sent = Smtp(f"smtps://127.0.0.1:{closed_port()}", "xa@mau.vn", SECONDS)
    assert sent.send(MAIL).outcome is Outcome.NOT_SENT
    login = Smtp(f"smtp://a:b@127.0.0.1:{closed_port()}", "xa@mau.vn", SECONDS)
    assert login.send(MAIL).outcome is Outcome.NOT_SENT
