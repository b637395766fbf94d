"""The forms and the units of the country, read from the content once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from donghanh.base.content import CONTENT, ContentError, read_yaml, shown
from donghanh.base.faults import Fact
from donghanh.base.nodes import Faults
from donghanh.base.text import nfc

from . import old_addresses, walking
from .old_addresses import OldProvince
from .reading.checks import HardWords, check_form
from .reading.forms import ReadForm, ReadVersion, read_form
from .records import Form, FormVersion, Province

FORMS = CONTENT / "forms"
UNITS = CONTENT / "units.yaml"
OLD_UNITS = CONTENT / "old_units.txt"


class NoSuchForm(Fact):
    """There is no such form, or none is in force on the day."""

    message = "Chưa có tờ khai này ở đây."
    remedy = "Mời hỏi cán bộ mẫu đang dùng."


@dataclass(frozen=True, slots=True)
class FormCheck:
    """What `form-check` found: how big the form is, what is wrong and what is only unwise."""

    form_id: str
    versions: int
    questions: int
    boxes: int
    ways: int
    errors: tuple[ContentError, ...]
    warnings: tuple[ContentError, ...]


@lru_cache(maxsize=1)
def forms() -> tuple[ReadForm, ...]:
    """Return all forms of the content by id. Raise ContentError for the first fault."""
    found = []
    for path in sorted(FORMS.glob("*.yaml")):
        faults = Faults()
        read = read_form(_text(path), shown(path), faults)
        if faults.errors:
            raise faults.errors[0]
        found.append(read)
    return tuple(found)


def version(form_id: str, on: date) -> ReadVersion:
    """Return the version of a form in force on a day. Raise NoSuchForm."""
    for read in forms():
        if read.form.id == form_id:
            for one in read.versions:
                if one.version.in_force(on):
                    return one
    raise NoSuchForm(form_id)


def named(form_id: str, version_name: str) -> ReadVersion:
    """Return a version of a form by its name, in force or not. Raise NoSuchForm."""
    for read in forms():
        for one in read.versions:
            if (read.form.id, one.version.version) == (form_id, version_name):
                return one
    raise NoSuchForm(f"{form_id} {version_name}")


def check(path: Path) -> FormCheck:
    """Return what is wrong with a form's file. Raise ContentError for one that is not text."""
    faults = Faults()
    read = read_form(_text(path), shown(path), faults)
    if not faults.errors:
        check_form(read, _hard_words(), _pictures())
        _check_name(path, read.form, read)
    faults.once_each()
    whole = () if faults.errors else read.form.versions
    return FormCheck(
        form_id=read.form.id,
        versions=len(read.versions),
        questions=sum(len(one.questions) for one in read.form.versions),
        boxes=sum(_box_count(one) for one in read.form.versions),
        ways=sum(walking.walk(one).ways for one in whole),
        errors=tuple(faults.errors),
        warnings=tuple(faults.warnings),
    )


@lru_cache(maxsize=1)
def provinces() -> tuple[Province, ...]:
    """Return the provinces of today with their communes."""
    return tuple(
        Province(nfc(one["name"]), tuple(map(nfc, one["communes"])))
        for one in read_yaml(UNITS)["provinces"]
    )


@lru_cache(maxsize=1)
def old_provinces() -> tuple[OldProvince, ...]:
    """Return the provinces of before 01/7/2025 and where their communes went."""
    return old_addresses.read(nfc(_text(OLD_UNITS)))


def _check_name(path: Path, form: Form, read: ReadForm) -> None:
    if path.stem != form.id:
        read.node.child("id").wrong(f"id {form.id!r} khác tên tệp", f"đổi tên tệp: {form.id}.yaml")


def _box_count(one: FormVersion) -> int:
    return len({fill.box for question in one.questions for fill in question.fills})


def _hard_words() -> HardWords:
    return {row["word"]: row["plain"] for row in read_yaml(CONTENT / "words" / "hard_words.yaml")}


def _pictures() -> frozenset[str]:
    return frozenset(row["id"] for row in read_yaml(CONTENT / "pictograms" / "index.yaml"))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ContentError(shown(path), 1, "không phải UTF-8", "lưu lại tệp bằng UTF-8") from error
