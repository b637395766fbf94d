"""What a page of a form was sent, by the question's type; some answers take several screens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from donghanh.base.refusal import SECRET_REFUSED, holds_secret
from donghanh.interview import service as interview
from donghanh.interview.service import Fault, Question, Raw

Post = Mapping[str, str]

FREE_WORDS = frozenset({"text", "name", "address"})  # where a one-time code could be written down
ADDRESS_PARTS = ("place", "commune", "province")
DATE_PARTS = ("day", "month", "year")
NO_PAPER = "khong_co"


@dataclass(frozen=True, slots=True)
class Here:
    """The commune and province of the centre, which most addresses name."""

    commune: str
    province: str


@dataclass(frozen=True, slots=True)
class Typed:
    """What came from one screen.

    `raw`: what to answer with, or at an earlier `step` what can be judged so far, None for nothing;
    `then`: the step that follows when nothing of this one is wrong, "" when the answer is whole.
    `values`: what was typed, by field, to be shown again.
    """

    raw: Raw | None
    step: str = ""
    then: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    def wrong(self, found: object) -> Fault | None:
        """Return what is wrong with this very step; what comes later is not judged yet."""
        if not isinstance(found, Fault):
            return None
        return None if self.then and found.part not in ("", self.step) else found


def typed(question: Question, post: Post, here: Here) -> Typed:
    """Return what a screen of a question was sent."""
    return _BY_TYPE.get(question.type, _line)(question, post, here)


def secret_in(question: Question, raw: Raw) -> Fault | None:
    """Return a refusal of words that hold a one-time code or a password."""
    if question.type not in FREE_WORDS:
        return None
    words = raw.values() if isinstance(raw, dict) else (raw,)
    refused = any(holds_secret(word) for word in words if isinstance(word, str))
    return Fault(SECRET_REFUSED, "Xóa mã ấy đi rồi ghi lại.") if refused else None


def first_step(question: Question) -> str:
    """Return the first screen of a question, "" where there is only one."""
    if question.type == "document":
        return "paper"
    return "where" if question.type == "address" else ""


def values_of(question: Question, given: interview.Given | None) -> Mapping[str, str]:
    """Return what a page shows in its fields for an answer that was given before."""
    value = given.value if given else None
    if value is None or isinstance(value, tuple | list):
        return {}
    if isinstance(value, dict):
        return {part: str(words) for part, words in value.items()}
    if question.type == "date":
        return dict(zip(reversed(DATE_PARTS), str(value).split("-"), strict=False))
    return {"answer": str(value)}


def _line(question: Question, post: Post, here: Here) -> Typed:
    words = post.get("answer", "")
    return Typed(words, values={"answer": words})


def _date(question: Question, post: Post, here: Here) -> Typed:
    parts = {part: post.get(part, "") for part in DATE_PARTS}
    return Typed(parts, values=parts)


def _document(question: Question, post: Post, here: Here) -> Typed:
    paper = post.get("paper", "")
    parts = {part: post.get(part, "") for part in question.parts}
    known = paper in {choice.id for choice in question.choices}
    if post.get("step") != "parts" and known and question.parts and paper != NO_PAPER:
        return Typed(None, "paper", "parts", {"paper": paper, **parts})
    if not known or paper == NO_PAPER:
        return Typed({"paper": paper}, "paper", values={"paper": paper})
    return Typed({"paper": paper, **parts}, "parts", values={"paper": paper, **parts})


def _address(question: Question, post: Post, here: Here) -> Typed:
    values = {part: post.get(part, "") for part in (*ADDRESS_PARTS, "words")}
    return _ADDRESS_STEPS.get(post.get("step", ""), _where)(post.get("where", ""), values, here)


def _where(where: str, values: dict[str, str], here: Here) -> Typed:
    own = {"commune": here.commune, "province": here.province}
    known = {
        "here": ("place", own),
        "province": ("commune", own | {"commune": ""}),
        "elsewhere": ("province", {}),
        "words": ("words", {}),
    }
    if where not in known:
        return Typed("", "where", values=values)
    then, given = known[where]
    return Typed(None, "where", then, values | given)


def _province(where: str, values: dict[str, str], here: Here) -> Typed:
    raw = {"province": values["province"], "commune": ""}
    return Typed(raw, "province", "commune", values | {"commune": ""})


def _commune(where: str, values: dict[str, str], here: Here) -> Typed:
    raw = {"province": values["province"], "commune": values["commune"]}
    return Typed(raw, "commune", "place", values)


def _place(where: str, values: dict[str, str], here: Here) -> Typed:
    return Typed({part: values[part] for part in ADDRESS_PARTS}, "place", values=values)


def _words(where: str, values: dict[str, str], here: Here) -> Typed:
    return Typed({"words": values["words"]}, "words", values=values)


_ADDRESS_STEPS: Mapping[str, Callable[[str, dict[str, str], Here], Typed]] = {
    "province": _province,
    "commune": _commune,
    "place": _place,
    "words": _words,
}
_BY_TYPE: Mapping[str, Callable[[Question, Post, Here], Typed]] = {
    "date": _date,
    "document": _document,
    "address": _address,
}
