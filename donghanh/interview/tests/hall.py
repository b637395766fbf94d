"""A hall where a form is filled: an officer, a volunteer, a visitor, and another centre."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from donghanh.base.ids import new_key
from donghanh.interview import service as interview
from donghanh.reception import service as reception
from tests.people import Person, anybody, hire, make_centre

from .samples import raw

NAME = "nguoi_yeu_cau.ho_ten"
OFFICERS = (("Trần Thị Ví Dụ Lan", "officer"), ("Đỗ Thị Ví Dụ Hoa", "volunteer"))


@dataclass(frozen=True, slots=True)
class Hall:
    """Lan serves, Hoa volunteers, Mai serves at the other centre; somebody came to `visit`."""

    id: int
    lan: Person
    hoa: Person
    mai: Person
    visit: reception.Visit

    def sit(self, by: Person, visit: reception.Visit | None = None, **given: Any) -> None:
        """Sit with a visitor, declaring that it is for somebody else."""
        how = {"not_for_self": True, "key": new_key(), **given}
        interview.sit_down(self.id, (visit or self.visit).id, by=by, **how)

    def begin(self, form_id: str = "trich_luc") -> interview.Draft:
        """Return a draft that Lan begins with the visitor."""
        self.sit(self.lan)
        return interview.open_draft(self.id, self.visit.id, form_id, by=self.lan, key=new_key())

    def fill(self, draft: interview.Draft, **chosen: str) -> interview.CheckAnswers:
        """Answer every page that is open, and return the check-answers page."""
        while found := interview.draft_page(self.id, draft.id, by=self.lan):
            question = found.page.question
            said = chosen.get(question.id, raw(question))
            self.keep(draft, question.id, said)
        return interview.check_answers(self.id, draft.id, by=self.lan)

    def keep(self, draft: interview.Draft, question_id: str, said: interview.Raw) -> interview.Kept:
        """Keep one answer that must be right."""
        kept = interview.keep_answer(
            self.id, draft.id, question_id, said, by=self.lan, key=new_key()
        )
        assert isinstance(kept, interview.Kept), kept
        return kept

    def named(self, draft: interview.Draft, name: str = "Nguyễn Thị Ví Dụ") -> interview.Kept:
        """Answer until the one who applies has said their name."""
        while (found := interview.draft_page(self.id, draft.id, by=self.lan)) is not None:
            question = found.page.question
            if question.id == NAME:
                break
            self.keep(draft, question.id, raw(question))
        return self.keep(draft, NAME, name)

    def another_visit(self) -> reception.Visit:
        """Return the next visitor."""
        return reception.open_visit(anybody(self.id), by=self.lan, key=new_key())


def employed(slug: str, *people: tuple[str, str]) -> tuple[int, list[Person]]:
    """Return a centre's id and its people, each with a real account."""
    centre = make_centre(slug)
    hired = [hire(centre, Person(name, role, centre.id, 0)) for name, role in people]
    return centre.id, [Person(one.name, one.role, centre.id, one.id) for one in hired]


def opened() -> Hall:
    """Return the hall; the clock and the database are the caller's."""
    centre_id, (lan, hoa) = employed("vinh-thuan", *OFFICERS)
    _, (mai,) = employed("lac-phuong", ("Phạm Thị Ví Dụ Mai", "officer"))
    visit = reception.open_visit(anybody(centre_id), by=lan, key=new_key())
    return Hall(centre_id, lan, hoa, mai, visit)
