"""What officers teach is found at once; what was asked in vain is kept without persons."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from pytest_django import DjangoAssertNumQueries

from donghanh.audit import service as audit
from donghanh.base.clock import frozen
from donghanh.base.ids import new_key
from donghanh.centre.service import CentreRecord
from donghanh.enquiry import service as enquiry
from donghanh.enquiry import unanswered
from donghanh.enquiry.models import KEEP_DAYS, UnansweredEnquiry
from tests.people import BIRTH, MONDAY_NINE, Person

pytestmark = pytest.mark.django_db

STRANGE = "xin tờ ngoéo tay"
ALIKE = "xin to ngoeo tay"
SUBJECT = f"{enquiry.PROCEDURE}{BIRTH}"
NOT_OURS = f"topic:{enquiry.NOT_OURS}"


def ask(question: str, place: CentreRecord) -> enquiry.Answer:
    return enquiry.ask(question, centre_id=place.id)


def keep(question: str, place: CentreRecord) -> None:
    """Keep a question as if it had been asked in vain; danger in it is really heard."""
    in_vain = replace(ask(question, place), behaviour=enquiry.UNKNOWN)
    enquiry.keep_unanswered(question, in_vain, centre_id=place.id, place="kiosk")


def texts(place: CentreRecord) -> list[list[str]]:
    return [[one.text for one in group.asked] for group in enquiry.unanswered(place.id)]


def teach(place: CentreRecord, by: Person, said: str, subject: str = SUBJECT) -> int:
    phrase = enquiry.add_phrase(place.id, said, subject, source="người ở ấp", by=by, key=new_key())
    return phrase.id


@pytest.fixture(autouse=True)
def _content(content: None) -> None:
    """Search wants the shipped content."""


def test_a_phrase_answers_the_next_question_of_its_centre_only(
    vinh_thuan: CentreRecord, lac_phuong: CentreRecord, lan: Person
) -> None:
    assert ask(STRANGE, vinh_thuan).behaviour == enquiry.UNKNOWN
    phrase = teach(vinh_thuan, lan, STRANGE)
    for question in (STRANGE, ALIKE, f"{STRANGE} bao nhiêu tiền"):
        answer = ask(question, vinh_thuan)
        assert (answer.behaviour, answer.procedures[0].code) == (enquiry.ANSWER, BIRTH)
    assert ask(STRANGE, lac_phuong).behaviour == enquiry.UNKNOWN
    enquiry.withdraw_phrase(vinh_thuan.id, phrase, by=lan, key=new_key())
    assert ask(STRANGE, vinh_thuan).behaviour == enquiry.UNKNOWN


def test_one_small_query_says_whether_phrases_changed(
    vinh_thuan: CentreRecord, lan: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    teach(vinh_thuan, lan, STRANGE)
    ask(STRANGE, vinh_thuan)
    with django_assert_num_queries(3):  # revision of the catalogue, the province, the phrases
        ask(STRANGE, vinh_thuan)


def test_danger_is_heard_whatever_was_taught(vinh_thuan: CentreRecord, lan: Person) -> None:
    teach(vinh_thuan, lan, "chồng tôi đánh tôi")
    assert ask("chồng tôi đánh tôi", vinh_thuan).urgent


@pytest.mark.parametrize(
    ("said", "subject", "source", "why"),
    [
        (" ", SUBJECT, "ấp", "chưa nói việc gì"),
        ("xin giấy " * 40, SUBJECT, "ấp", "dài quá"),
        ("giấy 102", SUBJECT, "ấp", "có số"),
        ("tờ ngoéo", f"{enquiry.PROCEDURE}9.999999", "ấp", "Chưa chọn thủ tục"),
        ("tờ ngoéo", SUBJECT, " ", "nguồn"),
        ("Xin tờ ngoéo tay.", SUBJECT, "ấp", "ghi rồi"),
    ],
)
def test_what_would_mislead_is_refused(
    vinh_thuan: CentreRecord, lan: Person, said: str, subject: str, source: str, why: str
) -> None:
    teach(vinh_thuan, lan, STRANGE)
    with pytest.raises(enquiry.PhraseRefused) as refused:
        enquiry.add_phrase(vinh_thuan.id, said, subject, source=source, by=lan, key=new_key())
    assert why in refused.value.message


def test_questions_in_vain_are_kept_by_the_day_without_persons_or_danger(
    vinh_thuan: CentreRecord, lac_phuong: CentreRecord
) -> None:
    for question in (
        f"{STRANGE}, số 0900 000 000", f"{STRANGE}, số 0900 111 222",
        "chồng tôi đánh tôi", "hhhhh kkkkk", " ",
    ):  # fmt: skip
        keep(question, vinh_thuan)
    answered = ask("làm giấy khai sinh", vinh_thuan)
    enquiry.keep_unanswered("làm giấy", answered, centre_id=vinh_thuan.id, place="kiosk")
    (group,) = enquiry.unanswered(vinh_thuan.id)
    assert (group.text, group.times) == (f"{STRANGE}, số …", 2)
    assert enquiry.unanswered(lac_phuong.id) == ()
    row = UnansweredEnquiry.objects.of(vinh_thuan.id).get()
    assert STRANGE not in str(row.__dict__["text"]), "sealed at rest"
    verbs = {event.verb for event in audit.events(vinh_thuan.id)}
    assert not {verb for verb in verbs if "enquir" in verb or "question" in verb}


def test_a_refused_answer_is_kept_but_never_of_danger(vinh_thuan: CentreRecord) -> None:
    for question in ("làm giấy khai sinh", "chồng tôi đánh tôi"):
        answer = ask(question, vinh_thuan)
        enquiry.keep_not_meant(
            question, answer, enquiry.WRONG, centre_id=vinh_thuan.id, place="citizen"
        )
    assert texts(vinh_thuan) == [["làm giấy khai sinh"]]


def test_what_is_kept_is_bounded_and_forgotten(
    vinh_thuan: CentreRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unanswered, "DAY_MAX", 2)
    monkeypatch.setattr(unanswered, "ROWS_MAX", 3)
    monkeypatch.setattr(unanswered, "TIMES_MAX", 2)
    for word in ("lụa tía", "lụa tía", "lụa tía", "bìa gấm", "vải thổ cẩm"):
        keep(word, vinh_thuan)
    assert sorted(group.times for group in enquiry.unanswered(vinh_thuan.id)) == [1, 2]
    with frozen(MONDAY_NINE + timedelta(days=1)):
        for word in ("vải thổ cẩm", "mâm xà cừ"):
            keep(word, vinh_thuan)
        assert UnansweredEnquiry.objects.of(vinh_thuan.id).count() == 3
    with frozen(MONDAY_NINE + timedelta(days=KEEP_DAYS + 1)):
        assert enquiry.forget_old_enquiries() == 1
        assert UnansweredEnquiry.objects.of(vinh_thuan.id).count() == 2


def test_a_group_is_taught_once_for_a_double_press_and_can_be_undone(
    vinh_thuan: CentreRecord, lan: Person
) -> None:
    for question in (STRANGE, STRANGE, f"{STRANGE} ở đâu vậy cán bộ", "mâm xà cừ"):
        keep(question, vinh_thuan)
    group, key = enquiry.unanswered(vinh_thuan.id)[0], uuid4()
    made = [
        enquiry.review(vinh_thuan.id, group.id, SUBJECT, by=lan, key=key) for _press in range(2)
    ]
    assert made[0] == made[1]
    assert ask(STRANGE, vinh_thuan).procedures[0].code == BIRTH
    assert texts(vinh_thuan) == [["mâm xà cừ"]]
    enquiry.undo_review(vinh_thuan.id, made[0].id, by=lan, key=new_key())
    assert ask(STRANGE, vinh_thuan).behaviour == enquiry.UNKNOWN
    assert len(texts(vinh_thuan)) == 2
    assert enquiry.standing_review(vinh_thuan.id, made[0].id) is None


def test_only_the_chosen_ways_are_taught(vinh_thuan: CentreRecord, lan: Person) -> None:
    for question in (STRANGE, STRANGE, f"{STRANGE} cũ"):
        keep(question, vinh_thuan)
    (group,) = enquiry.unanswered(vinh_thuan.id)
    made = enquiry.review(
        vinh_thuan.id,
        group.id,
        SUBJECT,
        said="tờ ngoéo tay",
        chosen=[STRANGE],
        by=lan,
        key=new_key(),
    )
    assert made.said == ("tờ ngoéo tay",)
    assert texts(vinh_thuan) == [[f"{STRANGE} cũ"]]


def test_not_ours_is_said_and_not_kept_again(vinh_thuan: CentreRecord, lan: Person) -> None:
    keep(STRANGE, vinh_thuan)
    (group,) = enquiry.unanswered(vinh_thuan.id)
    enquiry.review(vinh_thuan.id, group.id, NOT_OURS, by=lan, key=new_key())
    answer = ask(STRANGE, vinh_thuan)
    assert answer.behaviour == enquiry.OUT_OF_SCOPE and "không làm ở xã" in answer.text
    enquiry.keep_unanswered(STRANGE, answer, centre_id=vinh_thuan.id, place="kiosk")
    assert texts(vinh_thuan) == []


def test_left_questions_go_and_teach_nothing(vinh_thuan: CentreRecord, lan: Person) -> None:
    keep(STRANGE, vinh_thuan)
    (group,) = enquiry.unanswered(vinh_thuan.id)
    enquiry.review(vinh_thuan.id, group.id, "", by=lan, key=new_key())
    assert texts(vinh_thuan) == [] and enquiry.phrases(vinh_thuan.id) == ()
    with pytest.raises(enquiry.NoSuchGroup):
        enquiry.unanswered_group(vinh_thuan.id, group.id)
