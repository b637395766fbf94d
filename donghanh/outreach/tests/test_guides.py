"""Guides are the catalogue's words, all of them, and nothing else."""

from __future__ import annotations

import pytest

from donghanh.base.clock import now
from donghanh.base.ids import new_key
from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.documents import service as documents
from donghanh.documents.tests.samples import opened, words_of
from donghanh.outreach import guides, subjects
from tests.people import BIRTH, PENSION, Person

pytestmark = pytest.mark.django_db
ADDRESS = "https://vi-du.example"


def guide_of(centre: CentreRecord, subject: str) -> documents.Guide:
    what = subjects.compose(centre, subject, at=now(), address=ADDRESS).what
    assert isinstance(what, documents.Guide)
    return what


def test_khai_sinh(content: None, vinh_thuan: CentreRecord) -> None:
    guide = guide_of(vinh_thuan, f"procedure:{BIRTH}")
    cases = {paper.words: paper.case for paper in guide.papers}
    born = cases["Giấy chứng sinh"]
    assert born.question.startswith("Trẻ sinh ở đâu")
    assert born.answer == "Ở bệnh viện hoặc trạm y tế, hoặc nhờ người mang thai hộ"
    free = next(fact for fact in guide.costs if "60 ngày" in fact.words and fact.sure)
    assert free.case.answer == "Chưa quá 60 ngày"
    unknown = [fact for fact in guide.costs if not fact.sure]
    assert unknown and all(fact.words.startswith("Chưa rõ") for fact in unknown)
    assert guide.online
    assert guide.edition.follow_url == f"{ADDRESS}/vinh-thuan/procedures/{BIRTH}/"
    assert "dòng " in guide.edition.version


def test_what_the_centre_knows_stands_first(
    content: None, vinh_thuan: CentreRecord, lan: Person
) -> None:
    before = guide_of(vinh_thuan, f"procedure:{PENSION}")
    hours = next(fact for fact in before.going if fact.name == "Giờ làm việc")
    assert hours.words == guides.NOT_KNOWN and not hours.sure
    place = f"place:{catalogue.procedure(PENSION).where}"
    for subject, kind, value in (
        (place, "hours", "7 giờ đến 11 giờ"),
        (f"procedure:{PENSION}", "fee", "Không thu, theo nghị quyết của tỉnh"),
    ):
        catalogue.add_local_fact(
            vinh_thuan.id, subject, kind, value, source="Ví dụ", by=lan, key=new_key()
        )
    after = guide_of(vinh_thuan, f"procedure:{PENSION}")
    assert next(fact for fact in after.going if fact.name == "Giờ làm việc").sure
    fees = [fact.words for fact in after.costs if fact.name == "Tiền phải nộp"]
    assert fees == ["Không thu, theo nghị quyết của tỉnh"]


def test_every_subject_makes_a_guide_that_leaves_no_paper_out(
    content: None, vinh_thuan: CentreRecord
) -> None:
    with catalogue.one_look():
        for procedure in catalogue.procedures():
            guide = guide_of(vinh_thuan, f"procedure:{procedure.code}")
            names = [catalogue.paper(one.paper).name for one in procedure.papers]
            assert all(
                paper.words.startswith(name)
                for paper, name in zip(guide.papers, names, strict=True)
            )
            assert all(paper.case.answer for paper, one in
                       zip(guide.papers, procedure.papers, strict=True) if one.when)  # fmt: skip
            assert guide.steps and guide.costs and guide.going


def test_every_life_event_makes_a_guide(content: None, vinh_thuan: CentreRecord) -> None:
    for event in catalogue.life_events().values():
        guide = guide_of(vinh_thuan, f"life_event:{event.id}")
        assert len(guide.steps) == len(event.steps) + bool(event.first)
        names = [paper.words for paper in guide.papers]
        assert len(names) == len(set(names)), "a paper stands once, whatever it serves"


def test_the_longest_leaflets_are_two_sides(content: None, vinh_thuan: CentreRecord) -> None:
    longest = sorted(catalogue.procedures(), key=lambda one: -len(one.papers))[:8]
    for procedure in longest:
        guide = guide_of(vinh_thuan, f"procedure:{procedure.code}")
        pdf = documents.take_home("leaflet", guide)
        with opened(pdf) as document:
            assert len(document) == 2, procedure.code
        words = words_of(pdf)
        assert all(paper.words[:40].split("(")[0].strip() in words for paper in guide.papers)


def test_the_desk_sign_is_each_plans_own(
    vinh_thuan: CentreRecord, lac_phuong: CentreRecord
) -> None:
    for centre, words in (
        (vinh_thuan, "Bàn hướng dẫn nộp hồ sơ trực tuyến"),
        (lac_phuong, "Hướng dẫn - Hỗ trợ dịch vụ công trực tuyến"),
    ):
        sign = subjects.compose(centre, "desk_sign", at=now()).what
        assert isinstance(sign, documents.DeskSign) and sign.words == words


@pytest.mark.parametrize("subject", ["procedure:9.999999", "life_event:khong_co", "gi_do", ""])
def test_what_is_not_there_is_said(content: None, vinh_thuan: CentreRecord, subject: str) -> None:
    with pytest.raises(subjects.NoSuchSubject):
        subjects.compose(vinh_thuan, subject, at=now())
