"""Phrases, pictures, situations and the sheet on accounts: whole, and true to the plans."""

from __future__ import annotations

from pathlib import Path

import pytest

from donghanh.base.content import ContentError
from donghanh.centre import service as centres
from donghanh.documents import service as documents
from donghanh.documents.rules import printable
from donghanh.reception import service as reception
from donghanh.reception import words
from donghanh.reception.playbook import playbook

KHMER = reception.language("vinh-thuan", "km")
PLAN_ROWS = slice(2, 8)  # rows 3 to 8 of the plan's table


def test_khmer_has_sixty_phrases_and_the_words_of_the_slips() -> None:
    by_place = {place: 0 for place in ("reception", "desk", "ticket", "missing", "handover")}
    for phrase in KHMER.phrases:
        by_place[phrase.place] += 1
        assert all("\u1780" <= char <= "\u17ff" for char in phrase.words if char.isalpha())
        assert printable(phrase.words) == phrase.words and phrase.clip == f"km_{phrase.id}"
    assert by_place["reception"] + by_place["desk"] >= 60
    assert all(by_place.values()) and len(KHMER.words()) == len(KHMER.phrases)


def test_nobody_claims_that_a_native_speaker_looked() -> None:
    assert KHMER.reviewed == "chưa người bản ngữ duyệt"
    assert {phrase.certainty for phrase in KHMER.phrases} == {"medium", "low"}


def test_a_language_belongs_to_its_centres() -> None:
    assert reception.languages_at("lac-phuong") == ()
    with pytest.raises(reception.NoSuchLanguage):
        reception.language("lac-phuong", "km")


def test_another_language_is_added_by_one_file(tmp_path: Path) -> None:
    text = (words.PHRASES / "km.yaml").read_text(encoding="utf-8")
    (tmp_path / "km.yaml").write_text(text, encoding="utf-8")
    other = text.replace("language: km", "language: xx", 1)
    (tmp_path / "xx.yaml").write_text(other, encoding="utf-8")
    assert [one.code for one in words.languages.__wrapped__(tmp_path)] == ["km", "xx"]
    (tmp_path / "xx.yaml").write_text(other.replace("id: chao,", "id: chao_hoi,"), encoding="utf-8")
    with pytest.raises(ContentError, match=r"xx\.yaml:\d+: câu “chao"):
        words.languages.__wrapped__(tmp_path)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("language: km", "language: kh"), ("certainty: low", "certainty: sure"), ("words:", "word:")],
)
def test_a_wrong_language_file_names_the_place(tmp_path: Path, wrong: str, right: str) -> None:
    text = (words.PHRASES / "km.yaml").read_text(encoding="utf-8")
    (tmp_path / "km.yaml").write_text(text.replace(wrong, right), encoding="utf-8")
    with pytest.raises(ContentError, match=r"km\.yaml:\d+"):
        words.languages.__wrapped__(tmp_path)


def test_forty_pictures_eight_a_page() -> None:
    pages = reception.picture_pages()
    every = [phrase for page in pages for phrase in page.phrases]
    assert len(every) == 40 and all(len(page.phrases) == 8 for page in pages)
    assert len({phrase.id for phrase in every}) == len({one.picture for one in every}) == 40
    assert all(documents.drawing(phrase.picture) for phrase in every)
    assert {phrase.phrase for phrase in every} - {""} <= set(KHMER.words())


def test_situations_are_rows_three_to_eight_of_the_plan() -> None:
    rows = centres.plan("lac-phuong").scenarios[PLAN_ROWS]
    assert [one.id for one in reception.situations()] == [row.id for row in rows]
    assert not centres.plan("vinh-thuan").scenarios
    known = {o.id for o in playbook().offers}, {g.id for g in playbook().groups}
    for one in reception.situations():
        assert one.offers <= known[0] and one.groups <= known[1]
        assert one.always or one.offers or one.groups
        assert one.now and one.law


def test_ours_never_repeats_the_number_is_given_again() -> None:
    first = reception.situations()[0]
    assert "không “cấp lại”" in first.differs
    assert not any("cấp lại" in line for line in first.now)


def test_only_an_officer_helps_with_level_one_and_only_police_with_two() -> None:
    who = {topic.id: topic.roles for topic in reception.account_help().topics}
    assert who["muc_1"] == {"officer"} and who["muc_2"] == {"police"}
    assert "volunteer" in who["khong_dien_thoai"]
    never = " ".join(reception.account_help().never)
    assert "chính người dân gõ" in never and "số điện thoại hay tài khoản của người khác" in never
