"""Columns that only the program can read: AES-GCM, bound to their field; keys outside the database.

A sealed value is `version.nonce.ciphertext`. The field's name and the row's `seal_id` are the
associated data, so a value cannot be moved to another column or another row. Sealed columns are
never filtered or grouped on, and are opened only when read: a lost key spoils nothing else.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.db import models

from .faults import Fact
from .home import home

KEY_BYTES = 32
NONCE_BYTES = 12  # what AES-GCM wants; random is safe far beyond a commune's count of rows


class KeyLost(Fact):
    """A sealed value cannot be opened with the keys at hand."""

    message = "Không mở được phần thông tin đã khóa vì thiếu chìa khóa mã hóa."
    remedy = "Đặt lại tờ chìa khóa đã cất vào thư mục keys. Phần còn lại vẫn dùng được."


def keys_file() -> Path:
    """Return the file of keys: one `version:base64` a line, the newest last."""
    named = os.environ.get("DONGHANH_KEYS_FILE")
    return Path(named) if named else home() / "keys" / "keys.txt"


def ensure_keys() -> bool:
    """Make the first key when there is none. Return True when it was made now.

    Of several processes at once one makes it, and none ever sees a file without its key.
    """
    path = keys_file()
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    written = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
    _append_key(written, 1)
    try:
        path.hardlink_to(written)
    except FileExistsError:
        return False
    finally:
        written.unlink()
    return True


def rotate_keys() -> int:
    """Add a key for what is written from now on and return its version; older values still open."""
    version = max(_keys(keys_file())) + 1
    _append_key(keys_file(), version)
    return version


def _append_key(path: Path, version: int) -> None:
    line = f"{version}:{base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()}\n"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "a", encoding="ascii") as file:
        file.write(line)
    _keys_cached.cache_clear()


_at_hand: ContextVar[dict[int, bytes] | None] = ContextVar("keys at hand", default=None)


@contextmanager
def keys_at_hand() -> Iterator[None]:
    """Read the keys once for a block that opens thousands of values. Raise KeyLost."""
    held = _at_hand.set(_keys(keys_file()) if keys_file().exists() else None)
    try:
        yield
    finally:
        _at_hand.reset(held)


def _keys(path: Path) -> dict[int, bytes]:
    try:
        return _keys_cached(path, path.stat().st_mtime_ns)
    except FileNotFoundError as error:
        raise KeyLost(str(path)) from error


@lru_cache(maxsize=4)
def _keys_cached(path: Path, changed: int) -> dict[int, bytes]:
    lines = path.read_text(encoding="ascii").split()
    return {int(v): base64.b64decode(k) for v, k in (line.split(":", 1) for line in lines)}


def seal(text: str, bound_to: str) -> str:
    """Return the text sealed for one field of one row."""
    path = keys_file()
    try:
        keys = _keys(path)
    except KeyLost:
        ensure_keys()
        keys = _keys(path)
    version = max(keys)
    nonce = secrets.token_bytes(NONCE_BYTES)
    cipher = AESGCM(keys[version]).encrypt(nonce, text.encode(), bound_to.encode())
    return f"{version}.{base64.b64encode(nonce).decode()}.{base64.b64encode(cipher).decode()}"


def unseal(sealed: str, bound_to: str) -> str:
    """Return what was sealed. Raise KeyLost when the key is gone or the value was moved."""
    version, nonce, cipher = sealed.split(".")
    key = (_at_hand.get() or _keys(keys_file())).get(int(version))
    if key is None:
        raise KeyLost(f"key {version}")
    try:
        plain = _cipher(key).decrypt(
            binascii.a2b_base64(nonce), binascii.a2b_base64(cipher), bound_to.encode()
        )
    except InvalidTag as error:
        raise KeyLost(bound_to) from error
    return plain.decode()


@lru_cache(maxsize=4)
def _cipher(key: bytes) -> AESGCM:
    return AESGCM(key)


def reader(model: type[models.Model], name: str) -> Callable[[str, str], str]:
    """Return what opens values of a text column where no rows are made of them: (value, seal_id).

    For exports of tens of thousands.
    """
    column = f"{model._meta.label_lower}.{name}."
    return lambda value, seal_id: unseal(value, column + seal_id) if value else ""


class Sealed(str):
    """A value as it lies in the database."""


class _Opener:
    """Opens a sealed value when it is first read."""

    def __init__(self, field: SealedTextField) -> None:
        self.field = field

    def __get__(self, row: models.Model | None, owner: type[models.Model]) -> Any:
        if row is None:
            return self
        kept = row.__dict__.get(self.field.attname)
        if isinstance(kept, Sealed):
            kept = self.field.opened(unseal(kept, self.field.bound_to(row)) if kept else "")
            row.__dict__[self.field.attname] = kept
        return kept

    def __set__(self, row: models.Model, value: Any) -> None:
        row.__dict__[self.field.attname] = value


class SealedRow(models.Model):
    """A row with sealed columns. `seal_id` ties its values to it."""

    seal_id = models.UUIDField(default=uuid4, editable=False)

    class Meta:
        abstract = True


class SealedTextField(models.TextField):  # type: ignore[type-arg]
    """Sensitive text. `purpose` says what for; `keep_days` how long after it was written."""

    def __init__(self, *args: Any, purpose: str = "", keep_days: int = 0, **kwargs: Any) -> None:
        self.purpose, self.keep_days = purpose, keep_days
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "purpose": self.purpose, "keep_days": self.keep_days}

    def contribute_to_class(
        self, cls: type[models.Model], name: str, private_only: bool = False
    ) -> None:
        super().contribute_to_class(cls, name, private_only=private_only)
        setattr(cls, self.attname, _Opener(self))

    def bound_to(self, row: models.Model) -> str:
        """Return what a value of this row is tied to."""
        return f"{row._meta.label_lower}.{self.name}.{getattr(row, 'seal_id')}"  # noqa: B009

    def opened(self, text: str) -> Any:
        """Return the value of an opened text."""
        return text

    def closed(self, value: Any) -> str:
        """Return the text to seal of a value; empty seals nothing."""
        return str(value) if value else ""

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        kept = model_instance.__dict__.get(self.attname)
        if isinstance(kept, Sealed):
            return kept
        text = self.closed(kept)
        return Sealed(seal(text, self.bound_to(model_instance)) if text else "")

    def get_prep_value(self, value: Any) -> Any:
        if value and not isinstance(value, Sealed):
            raise TypeError(f"{self.name} is sealed: write it through the row")
        return str(value or "")

    def from_db_value(self, value: str, expression: object, connection: object) -> Sealed:
        return Sealed(value)

    def get_lookup(self, lookup_name: str) -> Any:
        raise TypeError(f"{self.name} is sealed: it cannot be filtered or grouped on")


class SealedJSONField(SealedTextField):
    """A sensitive list or mapping, sealed whole; empty reads as an empty list."""

    _pyi_private_set_type: Any
    _pyi_private_get_type: Any

    def opened(self, text: str) -> Any:
        return json.loads(text) if text else []

    def closed(self, value: Any) -> str:
        return json.dumps(value, ensure_ascii=False) if value else ""
