"""A ticket printer that is none: it listens on TCP and keeps the dots that would have come out."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image

ENOUGH, ENDING, OUT = 0x12, 0x1E, 0x72  # answers to DLE EOT 4


class PrinterDouble:
    """Answers the paper sensor and takes in bytes; `silent`: answers nothing."""

    def __init__(self, paper: int = ENOUGH, *, silent: bool = False) -> None:
        self.paper, self.silent = paper, silent
        self.taken = b""
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.settimeout(5)
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def address(self) -> str:
        """Return where it listens."""
        return f"127.0.0.1:{self._socket.getsockname()[1]}"

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection:
                while part := connection.recv(65536):
                    if part == b"\x10\x04\x04":
                        connection.sendall(b"" if self.silent else bytes([self.paper]))
                    else:
                        self.taken += part

    def close(self) -> None:
        """Stop listening."""
        self._socket.close()

    def picture(self) -> Image.Image:
        """Return the dots of all rasters (GS v 0) in the order they came, black on white."""
        parts = list(_rasters(self.taken))
        whole = Image.new("1", (parts[0].width, sum(part.height for part in parts)), 1)
        top = 0
        for part in parts:
            whole.paste(part, (0, top))
            top += part.height
        return whole

    @property
    def cuts(self) -> int:
        """Return how often the paper was cut (GS V)."""
        rest = self.taken
        for raster in _raster_bytes(self.taken):
            rest = rest.replace(raster, b"")
        return rest.count(b"\x1dV")


def _raster_bytes(taken: bytes) -> Iterator[bytes]:
    place = taken.find(b"\x1dv0")
    while place >= 0:
        wide = int.from_bytes(taken[place + 4 : place + 6], "little")
        tall = int.from_bytes(taken[place + 6 : place + 8], "little")
        end = place + 8 + wide * tall
        yield taken[place:end]
        place = taken.find(b"\x1dv0", end)


def _rasters(taken: bytes) -> Iterator[Image.Image]:
    for raster in _raster_bytes(taken):
        wide = int.from_bytes(raster[4:6], "little")
        tall = int.from_bytes(raster[6:8], "little")
        inked = bytes(byte ^ 0xFF for byte in raster[8:])  # the printer's 1 is black
        yield Image.frombytes("1", (wide * 8, tall), inked)


@contextmanager
def printing(paper: int = ENOUGH, *, silent: bool = False) -> Iterator[PrinterDouble]:
    """Open a printer for a while."""
    double = PrinterDouble(paper, silent=silent)
    try:
        yield double
    finally:
        double.close()
