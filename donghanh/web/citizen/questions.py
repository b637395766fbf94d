"""The questions of "What may I be entitled to?", one a page, and what was typed made into facts.

Nobody is asked who they are. Every question may be answered with "Không rõ".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from donghanh.guidance import service as guidance

UNKNOWN = "unknown"
OLDEST = 130  # years; before that nobody living was born
PENSION_MAX = 1_000_000_000  # đồng a month; more is a slip of the finger


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `typed`: the label of a box to type into, None where there are only buttons."""

    name: str
    words: str
    why: str
    choices: tuple[tuple[str, str], ...]
    typed: str | None = None


NOT_SURE = (UNKNOWN, "Không rõ")
QUESTIONS = (
    Question(
        "for",
        "Hỏi cho ai?",
        "Người đang sống và người vừa mất có khoản khác nhau.",
        (("living", "Tôi hoặc một người đang sống"), ("deceased", "Người thân vừa mất")),
    ),
    Question(
        "born",
        "Người đó sinh năm nào?",
        "Chỉ cần năm sinh. Nhiều khoản tính theo tuổi.",
        (NOT_SURE,),
        "Năm sinh, bốn số",
    ),
    Question(
        "pension",
        "Mỗi tháng có lĩnh lương hưu không?",
        "Kể cả trợ cấp bảo hiểm xã hội. Lương hưu thấp vẫn có thể được thêm.",
        (("none", "Không có"), NOT_SURE),
        "Có, mỗi tháng bao nhiêu đồng",
    ),
    Question(
        "poor",
        "Nhà có thuộc hộ nghèo không?",
        "Hộ nghèo, cận nghèo được nhiều khoản hơn.",
        (("yes", "Hộ nghèo"), ("near", "Hộ cận nghèo"), ("no", "Không"), NOT_SURE),
    ),
    Question(
        "disability",
        "Người đó có giấy xác nhận khuyết tật không?",
        "Mức ghi trên giấy quyết định khoản được hưởng.",
        (
            ("none", "Không khuyết tật"),
            ("mild", "Mức nhẹ"),
            ("severe", "Mức nặng"),
            ("very_severe", "Mức đặc biệt nặng"),
            (UNKNOWN, "Có khó khăn nhưng chưa có giấy, hoặc không rõ"),
        ),
    ),
    Question(
        "orphan",
        "Cha mẹ có nuôi được trẻ không?",
        "Trẻ không còn người nuôi có thể được trợ cấp.",
        (("no", "Có"), ("yes", "Không còn cha mẹ, hoặc cha mẹ không nuôi được"), NOT_SURE),
    ),
    Question(
        "children",
        "Người đó có đang nuôi con không?",
        "Con nhỏ, hoặc con lớn còn đi học.",
        (
            ("alone", "Có, một mình nuôi con"),
            ("together", "Có, cùng vợ hoặc chồng"),
            ("none", "Không"),
            NOT_SURE,
        ),
    ),
    Question(
        "merit",
        "Có phải người có công, hoặc thân nhân không?",
        "Thương binh, bệnh binh, gia đình liệt sĩ và người có công khác.",
        (("yes", "Có"), ("no", "Không"), NOT_SURE),
    ),
)


class NotUnderstood(Exception):
    """What was typed cannot be taken. `question`: which one; the text says what to write."""

    def __init__(self, question: Question, words: str) -> None:
        self.question = question
        super().__init__(words)


def told(typed: Mapping[str, str], on: date) -> dict[str, str]:
    """Return the answers to the questions, tidied, in their order. Raise NotUnderstood.

    A question that does not concern this person is not asked, and an answer to it is left out.
    """
    answers: dict[str, str] = {}
    for question in QUESTIONS:
        answer = " ".join(typed.get(question.name, "").split())
        if answer and _concerns(question.name, answers, on):
            answers[question.name] = _taken(question, answer, on)
    return answers


def next_question(answers: Mapping[str, str], on: date) -> Question | None:
    """Return what to ask now, None when everything that concerns this person was asked."""
    return next(
        (q for q in QUESTIONS if q.name not in answers and _concerns(q.name, answers, on)), None
    )


def _concerns(name: str, answers: Mapping[str, str], on: date) -> bool:
    born = answers.get("born", UNKNOWN)
    years = on.year - int(born) if born != UNKNOWN else None
    if years is None:
        return name != "orphan"
    spans: dict[str, tuple[int, int]] = {
        "pension": (40, OLDEST),
        "orphan": (0, 22),
        "children": (16, 70),
    }
    least, most = spans.get(name, (0, OLDEST))
    return least <= years <= most


def _taken(question: Question, answer: str, on: date) -> str:
    if any(answer == choice for choice, _ in question.choices):
        return answer
    if question.typed is None:
        raise NotUnderstood(question, "Hãy chọn một câu trả lời bên dưới.")
    digits = answer.replace(".", "").replace(",", "").replace(" ", "").removesuffix("đ")
    number = int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 12 else -1
    checks: dict[str, tuple[Callable[[int], bool], str]] = {
        "born": (
            lambda year: on.year - OLDEST <= year <= on.year,
            "Viết năm sinh bằng bốn số, ví dụ 1950. Không nhớ thì bấm Không rõ.",
        ),
        "pension": (
            lambda vnd: 0 <= vnd <= PENSION_MAX,
            "Viết số tiền mỗi tháng, ví dụ 300000. Không nhớ thì bấm Không rõ.",
        ),
    }
    fits, words = checks[question.name]
    if not fits(number):
        raise NotUnderstood(question, words)
    return str(number)


def person_of(answers: Mapping[str, str], on: date) -> guidance.Person:
    """Return the facts that the answers tell. What is not known stays unknown."""
    born, pension = answers.get("born", UNKNOWN), answers.get("pension", UNKNOWN)
    facts = {
        name: answers[name] for name in ("poor", "disability", "orphan", "merit") if name in answers
    }
    children = answers.get("children")
    if children:
        facts["children"] = {"none": "no", UNKNOWN: UNKNOWN}.get(children, "yes")
        facts["single_parent"] = {"alone": "yes", UNKNOWN: UNKNOWN}.get(children, "no")
    return guidance.Person(
        age=guidance.age_from_year(int(born), on) if born != UNKNOWN else None,
        pension=None if pension == UNKNOWN else 0 if pension == "none" else int(pension),
        answers=facts,
        deceased=answers.get("for") == "deceased",
    )


def words_of(answers: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return (question, answer) as people read them back."""
    return [
        (q.words, dict(q.choices).get(answers[q.name], answers[q.name]))
        for q in QUESTIONS
        if q.name in answers
    ]
