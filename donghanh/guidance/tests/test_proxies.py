"""Who may go for whom, read from the catalogue's words."""

from __future__ import annotations

import pytest

from donghanh.guidance.proxies import KIN, Proof, Relation, proof

KIN_NOT_CERTIFIED = (
    "Nhờ ông, bà, cha, mẹ, con, vợ, chồng, anh, chị, em ruột thì giấy ủy quyền không phải chứng"
    " thực. Nhờ người khác, kể cả cháu, thì giấy phải chứng thực."
)
KIN_NO_PAPER = (
    "Ông bà, người thân đi thay không cần giấy ủy quyền, nhưng phải thống nhất nội dung với cha"
    " mẹ. Nhờ người ngoài thì cần giấy ủy quyền có chứng thực."
)


@pytest.mark.parametrize(
    ("words", "kin", "nephew"),
    [
        (KIN_NOT_CERTIFIED, Proof.PLAIN, Proof.CERTIFIED),
        (KIN_NO_PAPER, Proof.NONE, Proof.CERTIFIED),
        ("Giấy ủy quyền có chứng thực chữ ký dùng được.", Proof.CERTIFIED, Proof.CERTIFIED),
        ("Viết giấy ủy quyền, không bắt buộc công chứng, chứng thực.", Proof.PLAIN, Proof.PLAIN),
        ("Mang giấy ủy quyền. Hỏi cán bộ xem có phải chứng thực không.", Proof.ASK, Proof.ASK),
        ("Chưa rõ nhờ người khác nộp cần giấy gì. Hỏi Công an xã.", Proof.ASK, Proof.ASK),
        ("Thân nhân khác ký biên bản ủy quyền.", Proof.ASK, Proof.ASK),
        (None, Proof.ASK, Proof.ASK),
    ],
)
def test_the_words_decide(words: str | None, kin: Proof, nephew: Proof) -> None:
    assert {proof(False, words, relation) for relation in KIN} == {kin}
    assert proof(False, words, Relation.NEPHEW) is nephew
    assert proof(False, words, Relation.OTHER) is nephew


@pytest.mark.parametrize("words", [None, KIN_NO_PAPER, KIN_NOT_CERTIFIED])
def test_in_person_is_in_person_whatever_else_is_said(words: str | None) -> None:
    assert {proof(True, words, relation) for relation in Relation} == {Proof.NOBODY}
