"""`form-render`: a form (tờ khai) from its answers, as PDF, DOCX and a copy in large print."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .faults import DONE, BadInput
from .rooms import day_from, start_django

if TYPE_CHECKING:
    from donghanh.documents.service import FormPrint
    from donghanh.interview.service import Answers, FormVersion, Question, Raw

    from .parser import Commands

ANSWERS_HELP = 'tệp JSON: {"mã câu hỏi": câu trả lời, …}; null là “Tôi không biết”'


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser("form-render", help="in một tờ khai từ các câu trả lời")
    parser.add_argument("form", metavar="TỜ_KHAI", help="mã tờ khai, ví dụ khai_sinh")
    parser.add_argument("answers", metavar="TỆP", type=Path, nargs="?", help=ANSWERS_HELP)
    parser.add_argument("--empty", action="store_true", help="tờ trống, chỗ ghi rộng")
    parser.add_argument("--pdf", metavar="TỆP", type=Path, help="ghi tờ khai ra PDF")
    parser.add_argument(
        "--docx", metavar="TỆP", type=Path, help="ghi tờ khai ra DOCX, còn sửa được"
    )
    parser.add_argument("--large", metavar="TỆP", type=Path, help="ghi bản chữ to để đọc lại, PDF")
    parser.add_argument("--office", metavar="CƠ_QUAN", default="", help="kính gửi ai")
    parser.add_argument("--place", metavar="NƠI", default="", help="làm tại đâu")
    parser.add_argument("--on", metavar="NGÀY", help="mẫu của ngày này; cũng là ngày ghi trên tờ")
    parser.set_defaults(act=_render)


def _render(arguments: argparse.Namespace) -> int:
    if arguments.empty == (arguments.answers is not None):
        raise BadInput("Viết tệp câu trả lời, hoặc --empty để in tờ trống.")
    if not (arguments.pdf or arguments.docx or arguments.large):
        raise BadInput("Chưa biết ghi ra đâu. Viết --pdf, --docx hoặc --large.")
    typed = {} if arguments.empty else _read(arguments.answers)
    start_django()
    form = _filled(arguments, typed)
    made = _made(form, arguments)
    for path, contents in made.items():
        path.write_bytes(contents)
    print("Đã ghi: " + ", ".join(map(str, made)))
    for words in form.unfilled:
        print(f"Còn để trống: {words}")
    return DONE


def _filled(arguments: argparse.Namespace, typed: Mapping[str, Any]) -> FormPrint:
    from donghanh.interview import service as interview

    on = day_from(arguments.on)
    try:
        version = interview.form_version(arguments.form, on)
    except interview.NoSuchForm as error:
        known = ", ".join(form.id for form in interview.forms())
        raise BadInput(f"Không có tờ khai {arguments.form!r}. Có: {known}.") from error
    head = interview.Letterhead(arguments.office, arguments.place, on)
    answers = {} if arguments.empty else _Walk(version, typed).answers()
    return interview.form_print(version.form_id, answers, head, on)


def _made(form: FormPrint, arguments: argparse.Namespace) -> dict[Path, bytes]:
    from donghanh.base.clock import now
    from donghanh.documents import service as documents

    made: dict[Path, bytes] = {}
    if arguments.pdf:
        made[arguments.pdf] = documents.form_pdf(form, at=now(), roomy=arguments.empty)
    if arguments.docx:
        made[arguments.docx] = documents.form_docx(form, at=now())
    if arguments.large:
        made[arguments.large] = documents.answers_pdf(form, at=now())
    return made


def _read(path: Path) -> dict[str, Any]:
    if not path.is_file():
        raise BadInput(f"Không có tệp {path}. Viết đường dẫn tới tệp câu trả lời.")
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"))
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{path} không phải JSON bằng UTF-8: {error}") from error
    if not isinstance(found, dict):
        raise BadInput(f'{path}: viết {{"mã câu hỏi": câu trả lời, …}}.')
    return found


class _Walk:
    """Answers a form page by page, as a person would; what is not typed is not known."""

    def __init__(self, version: FormVersion, typed: Mapping[str, Any]) -> None:
        self.version, self.typed = version, typed
        self.questions = {question.id: question for question in version.questions}
        self.wrong: list[str] = []

    def answers(self) -> Answers:
        """Return the answers. Raise BadInput naming everything that is wrong."""
        from donghanh.interview import service as interview

        strangers = [name for name in self.typed if name not in self.questions]
        self.wrong += map(self._stranger, strangers)
        if strangers:
            self.wrong.append(f"Các câu hỏi của tờ khai: {', '.join(self.questions)}.")
        answers: Answers = {}
        while place := interview.first_page(self.version, answers):
            found = self._answered(answers, self.questions[place])
            if found is None:
                break
            answers = found
        if not self.wrong:
            self._check(answers)
        if self.wrong:
            raise BadInput("\n".join(self.wrong))
        return answers

    def _answered(self, answers: Answers, question: Question) -> Answers | None:
        """Return the answers with one more; None where the way ends."""
        from donghanh.interview import service as interview

        typed = self.typed.get(question.id)
        if typed is not None:
            raw = _raw(typed)
            found = (
                interview.Fault("Không hiểu dạng này.", "Viết chữ, số, một nhóm, hoặc danh sách.")
                if raw is None
                else interview.answer(self.version, answers, question.id, raw)
            )
            if not isinstance(found, interview.Fault):
                return found
            part = f" ({found.part})" if found.part else ""
            self.wrong.append(f"{question.id}{part}: {found.wrong} {found.remedy}")
        elif question.unknown is None:
            self.wrong.append(f"{question.id}: câu này phải trả lời. {question.ask}")
        if question.unknown is None:
            return None
        return interview.not_known(self.version, answers, question.id)

    def _check(self, answers: Answers) -> None:
        """Note answers that nobody was asked for, and those that do not fit together."""
        from donghanh.interview import service as interview

        for name in self.typed:
            if name not in answers:
                self.wrong.append(f"{name}: không hỏi tới, theo các câu trả lời khác. Bỏ câu này.")
        for place in answers:
            for concern in interview.page(self.version, answers, place).concerns:
                if concern.asks:
                    print(f"Xem lại {place}: {concern.words}")
                else:
                    self.wrong.append(f"{place}: {concern.words}")

    def _stranger(self, name: str) -> str:
        near = get_close_matches(name, self.questions, n=3)
        remedy = f" Gần giống: {', '.join(near)}." if near else ""
        return f"{name}: tờ khai không có câu hỏi này.{remedy}"


def _raw(typed: Any) -> Raw | None:
    """Return what was typed as an answer is given; None for a shape that no question takes."""
    if isinstance(typed, str) or (isinstance(typed, int) and not isinstance(typed, bool)):
        return typed
    if isinstance(typed, dict):
        return _parts(typed)
    if isinstance(typed, list):
        rows = [_parts(row) for row in typed if isinstance(row, dict)]
        whole = tuple(row for row in rows if row is not None)
        return whole if len(whole) == len(typed) else None
    return None


def _parts(typed: Mapping[str, Any]) -> dict[str, str] | None:
    simple = all(isinstance(part, str | int) for part in typed.values())
    return {name: str(part) for name, part in typed.items()} if simple else None
