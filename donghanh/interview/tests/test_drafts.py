"""Drafts at the room's door: kept step by step, shared by a visit's forms, ended and wiped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection

from donghanh.audit import service as audit
from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.interview import service as interview
from donghanh.interview.models import Draft as DraftRow
from tests.people import MONDAY_NINE

from .hall import NAME, Hall
from .samples import raw
from .test_card import OLD

TODAY = MONDAY_NINE.date()
BORN = "nguoi_yeu_cau.ngay_sinh"
LAN = interview.Party("staff", "Trần Thị Ví Dụ Lan")
ENDING = interview.Ending(LAN, LAN, interview.Party("self"), "Ngón trỏ phải")


def stored() -> Iterator[str]:
    """Yield every text of the tables that a form touches, as it lies in the database."""
    with connection.cursor() as cursor:
        for table in ("interview_draft", "interview_sitting", "audit_event"):
            cursor.execute(f"SELECT * FROM {table}")
            yield from (str(value) for row in cursor.fetchall() for value in row)


def said(hall: Hall, draft: interview.Draft) -> dict[str, str]:
    """Return question → answer in words."""
    found = interview.check_answers(hall.id, draft.id, by=hall.lan)
    return {line.question_id: line.words for line in found.lines}


def test_answers_lie_sealed_and_are_read_again(hall: Hall) -> None:
    draft = hall.begin()
    check = hall.fill(draft)
    assert check.finishable and check.open is None and not check.from_card
    assert said(hall, draft)[NAME] == "Nguyễn Thị Ví Dụ"
    assert not [text for text in stored() if "Ví Dụ" in text or "001088000000" in text]


def test_forms_of_one_visit_ask_nothing_twice_either_way(hall: Hall) -> None:
    first, second = hall.begin("khai_tu"), hall.begin("mai_tang")
    hall.fill(first)
    again = said(hall, second)
    assert again[NAME] == said(hall, first)[NAME]
    assert again["nguoi_chet.ho_ten"] == said(hall, first)["nguoi_chet.ho_ten"]
    hall.keep(first, NAME, "Trần Văn Khác")
    assert said(hall, second)[NAME] == "Trần Văn Khác"
    third = hall.begin("trich_luc")
    assert said(hall, third)[NAME] == "Trần Văn Khác"


def test_an_answer_goes_only_where_it_fits(hall: Hall) -> None:
    """Of a recognised child a year may do; the declaration of birth wants the day."""
    kin, birth = hall.begin("nhan_cha_me_con"), hall.begin("khai_sinh")
    hall.fill(kin, **{"con.ngay_sinh": "2020"})
    given = said(hall, birth)
    assert given["tre.ho_ten"] == said(hall, kin)["con.ho_ten"] and "tre.ngay_sinh" not in given
    hall.keep(kin, "con.ngay_sinh", "05/03/2020")
    assert said(hall, birth)["tre.ngay_sinh"] == "05/03/2020"


def test_what_is_wrong_keeps_nothing(hall: Hall) -> None:
    draft = hall.begin()
    hall.named(draft, "Nguyễn Thị Ví Dụ")
    before = said(hall, draft)
    key = new_key()
    fault = interview.keep_answer(hall.id, draft.id, BORN, "31/02/1990", by=hall.lan, key=key)
    assert isinstance(fault, interview.Fault) and said(hall, draft) == before
    with pytest.raises(interview.PageNotOpen):
        interview.keep_answer(hall.id, draft.id, "chu_ky", "ky", by=hall.lan, key=new_key())
    with pytest.raises(interview.PageNotOpen):
        interview.keep_unknown(hall.id, draft.id, NAME, by=hall.lan, key=new_key())


def test_an_unusual_answer_is_asked_and_confirmed(hall: Hall) -> None:
    draft = hall.begin()
    hall.named(draft, "Nguyễn Thị Ví Dụ")
    (asked,) = hall.keep(draft, BORN, "1/1/2020").concerns
    assert asked.asks
    kept = interview.confirm_answer(
        hall.id, draft.id, BORN, asked.check_id, by=hall.lan, key=new_key()
    )
    assert kept.concerns == () and kept.next is not None
    with pytest.raises(interview.PageNotOpen):
        interview.confirm_answer(hall.id, draft.id, BORN, "la", by=hall.lan, key=new_key())


def test_a_card_fills_what_it_answers_and_waits_to_be_compared(hall: Hall) -> None:
    draft = hall.begin()
    hall.named(draft, "Nguyễn Văn Cũ")
    who = "nguoi_yeu_cau"
    assert who in {one.id for one in interview.card_people(hall.id, draft.id, by=hall.lan)}
    card = interview.keep_card(hall.id, draft.id, who, OLD, by=hall.lan, key=new_key())
    assert isinstance(card, interview.CardKept) and NAME in card.filled
    check = interview.check_answers(hall.id, draft.id, by=hall.lan)
    assert NAME in check.from_card and said(hall, draft)[NAME] == "Nguyễn Văn Ví Dụ"
    page = interview.draft_page(hall.id, draft.id, NAME, by=hall.lan)
    assert page is not None and page.from_card
    interview.compare_card(hall.id, draft.id, (NAME,), by=hall.lan, key=new_key())
    check = interview.check_answers(hall.id, draft.id, by=hall.lan)
    assert NAME not in check.from_card and check.from_card
    bad = interview.keep_card(hall.id, draft.id, who, OLD[:40], by=hall.lan, key=new_key())
    assert isinstance(bad, interview.Fault)
    assert not [text for text in stored() if "012345678" in text], "nothing of the raw code"


def test_an_old_address_is_asked_about_and_stays_unless_agreed(hall: Hall) -> None:
    draft = hall.begin("mai_tang")
    place = "nguoi_yeu_cau.noi_cu_tru"
    while (found := interview.draft_page(hall.id, draft.id, by=hall.lan)) is not None:
        if found.page.question.id == place:
            break
        hall.keep(draft, found.page.question.id, raw(found.page.question))
    old = "Ấp Ví Dụ, xã Tân Thuận, huyện Vĩnh Thuận, tỉnh Kiên Giang"
    kept = hall.keep(draft, place, old)
    assert said(hall, draft)[place] == old
    (today,) = kept.suggestions
    assert not today.doubtful and hall.keep(draft, place, today.parts).suggestions == ()
    assert said(hall, draft)[place] == "Ấp Ví Dụ, Xã Vĩnh Thuận, Tỉnh An Giang"


def test_a_form_is_finished_once_it_is_known_who_took_part(hall: Hall) -> None:
    draft = hall.begin()
    finish = interview.finish
    with pytest.raises(interview.NotFinished):
        finish(hall.id, draft.id, ENDING, by=hall.lan, key=new_key())
    with pytest.raises(interview.NotFinished):
        interview.print_of(hall.id, draft.id, "filled", by=hall.lan)
    hall.fill(draft)
    nobody = interview.Ending(LAN, interview.Party("companion"), LAN)
    with pytest.raises(interview.NotFinished, match="ai gõ"):
        finish(hall.id, draft.id, nobody, by=hall.lan, key=new_key())
    assert finish(hall.id, draft.id, ENDING, by=hall.lan, key=new_key()).finished_at
    assert interview.check_answers(hall.id, draft.id, by=hall.lan).ending == ENDING
    assert interview.print_of(hall.id, draft.id, "filled", by=hall.lan).answers
    assert not interview.print_of(hall.id, draft.id, "empty", by=hall.lan).answers
    hall.keep(draft, NAME, "Trần Văn Khác")
    assert interview.draft(hall.id, draft.id).finished_at is None, "changed, so read back again"


def test_where_the_companion_gains_another_reads_and_somebody_watches(hall: Hall) -> None:
    draft = hall.begin("tro_giup_xa_hoi")
    hall.fill(draft, **{"ai.khai": "uy_quyen"})
    check = interview.check_answers(hall.id, draft.id, by=hall.lan)
    assert check.gains is not None and check.finishable
    other = interview.Party("staff", "Lê Văn Ví Dụ Hùng")
    with pytest.raises(interview.NotFinished):
        interview.finish(hall.id, draft.id, ENDING, by=hall.lan, key=new_key())
    watched = interview.Ending(LAN, LAN, other, "Ngón trỏ phải", ("Cô hàng xóm Ví Dụ",))
    assert interview.finish(hall.id, draft.id, watched, by=hall.lan, key=new_key()).finished_at


def test_what_is_not_for_this_paper_is_never_finished(hall: Hall) -> None:
    draft = hall.begin("uy_quyen")
    check = hall.fill(draft, viec="nha_dat")
    assert check.gains is not None and check.gains.stops and not check.finishable
    with pytest.raises(interview.StopsHere):
        interview.finish(hall.id, draft.id, ENDING, by=hall.lan, key=new_key())


def test_a_draft_is_copied_into_the_portal_by_the_citizen(hall: Hall) -> None:
    draft = hall.begin()
    hall.fill(draft)
    interview.finish(hall.id, draft.id, ENDING, by=hall.lan, key=new_key())
    sheet = interview.copying_sheet(hall.id, draft.id, by=hall.lan)
    assert sheet.lines and not sheet.portal_order and "Cổng" in sheet.note
    code = "H01.99-261123-0001"
    copied = interview.copied_to_portal(hall.id, draft.id, f" {code} ", by=hall.lan, key=new_key())
    assert copied.copied_at is not None and code not in "".join(stored())
    assert interview.copying_sheet(hall.id, draft.id, by=hall.lan).portal_code == code


def test_with_consent_a_draft_waits_for_the_return_day(hall: Hall) -> None:
    draft = hall.begin()
    hall.named(draft, "Nguyễn Thị Ví Dụ")
    with pytest.raises(interview.KeptTooLong):
        late = TODAY + timedelta(days=interview.KEEP_DAYS_MAX + 1)
        interview.consent_to_keep(hall.id, draft.id, late, by=hall.lan, key=new_key())
    until = TODAY + timedelta(days=4)
    interview.consent_to_keep(hall.id, draft.id, until, by=hall.lan, key=new_key())
    assert interview.forget_drafts(hall.id, TODAY, by=hall.lan, key=new_key()) == 0
    with frozen(MONDAY_NINE + timedelta(days=4)):
        with pytest.raises(interview.MayNotSit):
            hall.sit(hall.lan)
        hall.sit(hall.lan, slip_code=hall.visit.slip_code)
        assert said(hall, draft)[NAME] == "Nguyễn Thị Ví Dụ"
        assert interview.forget_drafts(hall.id, until, by=hall.lan, key=new_key()) == 1
        begun = interview.open_draft(
            hall.id, hall.visit.id, draft.form_id, by=hall.lan, key=new_key()
        )
        assert begun.id != draft.id and said(hall, begun) == {}


def test_the_evening_blanks_and_the_quarter_drops(hall: Hall) -> None:
    draft = hall.begin()
    hall.fill(draft)
    assert interview.forget_drafts(hall.id, TODAY, by=hall.lan, key=new_key()) == 1
    assert interview.draft(hall.id, draft.id).wiped_at is not None
    rows = "SELECT content FROM interview_draft"
    with connection.cursor() as cursor:
        cursor.execute(rows)
        assert cursor.fetchall() == [("",)]
    later = MONDAY_NINE + timedelta(days=200)
    with frozen(later):
        interview.forget_drafts(hall.id, later.date(), by=hall.lan, key=new_key())
    with pytest.raises(interview.DraftGone):
        interview.draft(hall.id, draft.id)


def test_a_choice_that_an_upgrade_took_away_is_asked_again(hall: Hall) -> None:
    draft = hall.begin()
    hall.named(draft)
    row = DraftRow.objects.of(hall.id).get(pk=draft.id)
    row.content["answers"]["nguoi_yeu_cau.quan_he"] = ["thong_gia"]
    row.save()
    page = interview.draft_page(hall.id, draft.id, by=hall.lan)
    assert page is not None and page.page.question.id == "nguoi_yeu_cau.quan_he"


Press = Callable[[UUID], object]


def presses(hall: Hall, draft: interview.Draft) -> dict[str, Press]:
    """Return every verb on a draft, each to be pressed twice with one key."""
    one, by = (hall.id, draft.id), hall.lan
    until = TODAY + timedelta(days=1)
    return {
        "draft.finished": lambda key: interview.finish(*one, ENDING, by=by, key=key),
        "draft.consented": lambda key: interview.consent_to_keep(*one, until, by=by, key=key),
        "draft.copied": lambda key: interview.copied_to_portal(*one, "A1", by=by, key=key),
        "answer.kept": lambda key: interview.keep_answer(
            *one, NAME, "Lê Thị Ví Dụ", by=by, key=key
        ),
        "answer.unknown": lambda key: interview.keep_unknown(*one, BORN, by=by, key=key),
        "card.kept": lambda key: interview.keep_card(*one, "nguoi_yeu_cau", OLD, by=by, key=key),
        "card.compared": lambda key: interview.compare_card(*one, (NAME,), by=by, key=key),
        "draft.opened": lambda key: interview.open_draft(
            hall.id, hall.visit.id, draft.form_id, by=by, key=key
        ),
        "draft.wiped": lambda key: interview.wipe(*one, by=by, key=key),
        "sitting.began": lambda key: interview.sit_down(
            hall.id, hall.visit.id, not_for_self=True, by=by, key=key
        ),
        "sitting.ended": lambda key: interview.leave(hall.id, by=by, key=key),
    }


def test_a_press_twice_is_a_press_once(hall: Hall) -> None:
    draft = hall.begin()
    hall.fill(draft)
    for verb, press in presses(hall, draft).items():
        before = [event.verb for event in audit.events(hall.id)].count(verb)
        key = new_key()
        assert press(key) == press(key), verb
        after = [event.verb for event in audit.events(hall.id)].count(verb)
        assert after == before + 1, verb


def test_a_replayed_answer_does_not_undo_a_later_one(hall: Hall) -> None:
    draft, key = hall.begin(), new_key()
    hall.named(draft)
    interview.keep_answer(hall.id, draft.id, NAME, "Tên Một", by=hall.lan, key=key)
    hall.keep(draft, NAME, "Tên Hai")
    interview.keep_answer(hall.id, draft.id, NAME, "Tên Một", by=hall.lan, key=key)
    assert said(hall, draft)[NAME] == "Tên Hai"
