"""Text files of tables as offices send them: their letters, their separators, what is no table."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from donghanh.base.text import nfc

from ..faults import Unreadable, UnreadableRegister

MARKS = ";\t,|"
LINES_LOOKED_AT = 40
_KNOWN = re.compile("hồ sơ|thủ tục|ngày|tiền")  # one of them stands in every register
_MISPLACED = re.compile("[^aeiouyAEIOUY\u0300-\u036f][\u0300-\u036f]")  # a tone on no vowel
_UTF16 = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_NO_TABLE = (
    (b"\xd0\xcf\x11\xe0", Unreadable.OLD_EXCEL),  # also a workbook with a password
    (b"%PDF", Unreadable.PDF),
    (b"{\\rtf", Unreadable.NO_TABLE),
)


def refuse_what_is_no_table(head: bytes) -> None:
    """Raise UnreadableRegister when the first bytes of a file say that it holds no table."""
    for mark, kind in _NO_TABLE:
        if head.startswith(mark):
            raise UnreadableRegister(kind)
    told = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if told.startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<style", b"<meta")):
        raise UnreadableRegister(Unreadable.OLD_EXCEL)  # a page that calls itself .xls


def rows_of_text(raw: bytes) -> Iterator[list[str]]:
    """Yield the rows of a text file. Raise UnreadableRegister."""
    text = decoded(raw)
    if text.lower().startswith("sep="):  # how Excel is told which mark parts the cells
        first, _, text = text.partition("\n")
        mark = first.strip()[4:5] or ";"
    else:
        mark = mark_of(text)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=mark)
    except csv.Error as error:
        raise UnreadableRegister(Unreadable.NO_TABLE) from error


def mark_of(text: str) -> str:
    """Return what parts the cells: what cuts the most lines into the same number of them."""
    lines = text.splitlines()[:LINES_LOOKED_AT]
    return max(MARKS, key=lambda mark: _evenness(lines, mark))


def _evenness(lines: list[str], mark: str) -> tuple[int, int]:
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=mark) if len(row) > 1)
    except csv.Error:
        return (0, 0)
    width, rows = max(widths.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
    return (rows, width)


def decoded(raw: bytes) -> str:
    """Return the text of UTF-8, UTF-16 or windows-1258; never guessed into wrong letters.

    Raise UnreadableRegister.
    """
    for mark, encoding in _UTF16:
        if raw.startswith(mark):
            return _read(raw[2:], encoding)
    if b"\0" in raw:
        return _read(raw, _of_two_bytes(raw))
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _of_old_windows(raw)


def _of_two_bytes(raw: bytes) -> str:
    """Return which half of the pairs is zero: letters of UTF-16 that does not say so."""
    even, odd = raw[::2].count(0), raw[1::2].count(0)
    if max(even, odd) * 4 < len(raw):
        raise UnreadableRegister(Unreadable.NO_TABLE)
    return "utf-16-le" if odd > even else "utf-16-be"


def _read(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableRegister(Unreadable.LETTERS) from error


def _of_old_windows(raw: bytes) -> str:
    """Return text of windows-1258, where every tone stands on a vowel and the words are words."""
    text = nfc(_read(raw, "cp1258"))
    if _MISPLACED.search(unicodedata.normalize("NFD", text)) or not _KNOWN.search(text.lower()):
        raise UnreadableRegister(Unreadable.LETTERS)
    return text
