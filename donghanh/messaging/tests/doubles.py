"""A gateway and a mail server that are none: real sockets, and every way of breaking off."""

from __future__ import annotations

import json
import socket
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

Talk = Callable[[socket.socket, "Heard"], None]
TAKEN = b'{"accepted": true}'


@dataclass
class Heard:
    """What came in: whole HTTP bodies, or the letters of mail."""

    letters: list[str] = field(default_factory=list)
    headers: list[str] = field(default_factory=list)
    port: int = 0


def _more(connection: socket.socket) -> bytes:
    part = connection.recv(65536)
    if not part:
        raise ConnectionAbortedError
    return part


@contextmanager
def listening(talk: Talk) -> Iterator[Heard]:
    """Answer each connection by a talk until the block ends."""
    heard, server = Heard(), socket.create_server(("127.0.0.1", 0))
    heard.port = server.getsockname()[1]

    def serve() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(3)
                try:
                    talk(connection, heard)
                except OSError:
                    continue

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield heard
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        thread.join(3)


def closed_port() -> int:
    """Return a port where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def gateway(status: int = 200, body: bytes = TAKEN, *, cut_at: int | None = None) -> Talk:
    """Return a gateway that answers so; `cut_at`: it breaks off after so many bytes."""

    def talk(connection: socket.socket, heard: Heard) -> None:
        _hear_http(connection, heard)
        head = f"HTTP/1.1 {status} x\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        connection.sendall((head + body)[:cut_at])

    return talk


def silent(connection: socket.socket, heard: Heard) -> None:
    """Hear it all and say nothing until the other side gives up."""
    _hear_http(connection, heard)
    connection.recv(1)


def resetting(connection: socket.socket, heard: Heard) -> None:
    """Hear it all and tear the connection off."""
    _hear_http(connection, heard)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def dripping(connection: socket.socket, heard: Heard) -> None:
    """Answer one byte at a time, each within the time of a single read."""
    _hear_http(connection, heard)
    connection.sendall(b"HTTP/1.1 200 x\r\nContent-Length: 900\r\n\r\n")
    for _ in range(60):
        connection.sendall(b" ")
        threading.Event().wait(0.02)


def _hear_http(connection: socket.socket, heard: Heard) -> None:
    came = b""
    while b"\r\n\r\n" not in came:
        came += _more(connection)
    head, _, body = came.partition(b"\r\n\r\n")
    length = int(head.lower().split(b"content-length:")[1].split()[0])
    while len(body) < length:
        body += _more(connection)
    heard.headers.append(head.decode())
    heard.letters.append(json.loads(body)["text"])


def mail_server(*, rcpt: int = 250, final: int = 250, cut: str = "") -> Talk:
    """Return a mail server; `cut`: before which word of its own it breaks off."""

    def talk(connection: socket.socket, heard: Heard) -> None:
        replies = {"EHLO": 250, "MAIL": 250, "RCPT": rcpt, "DATA": 354, "RSET": 250, "QUIT": 221}
        stream = connection.makefile("rwb")

        def say(code: int) -> None:
            stream.write(f"{code} x\r\n".encode())
            stream.flush()

        if cut == "hello":
            return
        say(220)
        for line in stream:
            word = line[:4].decode().upper()
            if word == cut:
                return
            say(replies.get(word, 500))
            if word == "DATA":
                heard.letters.append(_letter(stream))
                if cut == "end":
                    return
                say(final)

    return talk


def _letter(stream: object) -> str:
    lines: list[str] = []
    for line in stream:  # type: ignore[attr-defined]
        if line == b".\r\n":
            break
        lines.append(line.decode())
    return "".join(lines)
