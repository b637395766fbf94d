"""E-mail through a server of the commune or the province."""

from __future__ import annotations

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP as WIRE
from urllib.parse import unquote, urlsplit

from .. import rules
from ..records import Answer, Letter, Outcome
from .base import SET_WRONG

OURSELVES = "localhost"  # the greeting asks no name server who we are
BEFORE = (OSError, smtplib.SMTPException, ValueError)  # ValueError: no such port, no such letter
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True)
class Smtp:
    """A mail server: smtp://user:password@host:587 (STARTTLS) or smtps://…:465."""

    url: str
    sender: str
    seconds: float = 15.0

    def send(self, letter: Letter) -> Answer:
        """Try once. Until the letter itself is handed in, nothing can have left."""
        try:
            server = self._open()
        except BEFORE as error:
            return _before(error)
        try:
            try:
                self._envelope(server, letter)
            except BEFORE as error:
                return _before(error)
            return self._hand_in(server, letter)
        finally:
            server.close()

    def _open(self) -> smtplib.SMTP:
        parts = urlsplit(self.url)
        host, known = parts.hostname or "", ssl.create_default_context()
        if parts.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(
                host, parts.port or 465, OURSELVES, context=known, timeout=self.seconds
            )
        else:
            server = smtplib.SMTP(host, parts.port or 587, OURSELVES, timeout=self.seconds)
        try:
            self._greet(server, host, known)
        except (OSError, smtplib.SMTPException):
            server.close()
            raise
        return server

    def _greet(self, server: smtplib.SMTP, host: str, known: ssl.SSLContext) -> None:
        parts = urlsplit(self.url)
        server.ehlo_or_helo_if_needed()
        if parts.scheme == "smtp" and host not in LOOPBACK:
            server.starttls(context=known)
            server.ehlo()
        if parts.username:
            server.login(unquote(parts.username), unquote(parts.password or ""))

    def _envelope(self, server: smtplib.SMTP, letter: Letter) -> None:
        for code, said in (server.mail(self.sender), server.rcpt(letter.to)):
            if code >= 400:
                raise smtplib.SMTPResponseException(code, said)

    def _hand_in(self, server: smtplib.SMTP, letter: Letter) -> Answer:
        try:
            code, _ = server.data(self._written(letter))
        except smtplib.SMTPDataError as error:  # it would not even hear the letter
            return _before(error)
        except (OSError, smtplib.SMTPException):
            return Answer(Outcome.UNKNOWN, "đứt giữa chừng")
        return rules.mail_answer(code)

    def _written(self, letter: Letter) -> bytes:
        mail = EmailMessage(policy=WIRE)
        mail["From"], mail["To"], mail["Subject"] = self.sender, letter.to, letter.title
        mail["Message-ID"] = f"<{letter.key}@{self.sender.rpartition('@')[2]}>"
        mail["Auto-Submitted"] = "auto-generated"
        mail.set_content(letter.words, cte="quoted-printable")  # for servers of seven bits
        return mail.as_bytes()


def _before(error: Exception) -> Answer:
    """Return what a failure before the letter means: not sent, and 5xx will not change."""
    if isinstance(error, ValueError) and not isinstance(error, OSError):
        return SET_WRONG
    code = getattr(error, "smtp_code", 0)
    if isinstance(code, int) and code >= 500:
        return Answer(Outcome.REFUSED, f"mã {code}")
    return Answer(Outcome.NOT_SENT, f"mã {code}" if code else "không nối được")
