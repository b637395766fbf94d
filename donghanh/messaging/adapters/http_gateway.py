"""An SMS or Zalo provider behind one plain HTTP call.

POST {"id", "to", "text"} as JSON with the key again as `Idempotency-Key`; taken when the answer is
2xx with {"accepted": true}. Redirects are not followed. docs/messages.md has the whole.
"""

from __future__ import annotations

import json
import ssl
import time
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import urlsplit

from .. import rules
from ..records import Answer, Letter, Outcome
from .base import SET_WRONG

ANSWER_BYTES_MAX = 64 * 1024


@dataclass(frozen=True, slots=True)
class HttpGateway:
    """A provider's address. `seconds`: how long a connection, and then an answer, may take."""

    url: str
    token: str = ""
    seconds: float = 15.0

    def send(self, letter: Letter) -> Answer:
        """Try once: before the connection stands nothing can have left, after it nobody knows."""
        try:
            connection = self._connection()
        except ValueError:
            return SET_WRONG
        try:
            connection.connect()
            return self._asked(connection, letter)
        except OSError:
            return Answer(Outcome.NOT_SENT, "không nối được")
        except ValueError:
            return SET_WRONG
        finally:
            connection.close()

    def _connection(self) -> HTTPConnection:
        parts = urlsplit(self.url)
        host = parts.hostname or ""
        if parts.scheme == "http":
            return HTTPConnection(host, parts.port, timeout=self.seconds)
        known = ssl.create_default_context()
        return HTTPSConnection(host, parts.port, timeout=self.seconds, context=known)

    def _asked(self, connection: HTTPConnection, letter: Letter) -> Answer:
        parts = urlsplit(self.url)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        said = json.dumps({"id": letter.key, "to": letter.to, "text": letter.words})
        headers = {"Content-Type": "application/json", "Idempotency-Key": letter.key}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        try:
            connection.request("POST", target, said.encode(), headers)
            response = connection.getresponse()
            return rules.gateway_answer(response.status, _accepted(self._read(response)))
        except (OSError, HTTPException):
            return Answer(Outcome.UNKNOWN, "đứt giữa chừng")

    def _read(self, response: HTTPResponse) -> bytes:
        """Return the answer. Raise TimeoutError for one that comes drop by drop."""
        until, parts, size = time.monotonic() + self.seconds, [], 0
        while part := response.read1(ANSWER_BYTES_MAX):
            parts.append(part)
            size += len(part)
            if time.monotonic() > until or size > ANSWER_BYTES_MAX:
                raise TimeoutError
        return b"".join(parts)


def _accepted(answer: bytes) -> object:
    try:
        said = json.loads(answer)
    except ValueError:
        return None
    return said.get("accepted") if isinstance(said, dict) else None
