"""A small made-up catalogue for tests: two procedures, five papers, three places."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from donghanh.base.people import SystemActor

NOON = datetime(2026, 11, 21, 5, 0, tzinfo=UTC)  # 12:00 in Vietnam
BY = SystemActor()

PAPERS = """\
to_khai:
  name: Tờ khai thử
  everyday: [tờ khai]
  picture: null
  issued_by: null
  yields: null
  takes: null
  fee: {kind: unknown, words: Chưa rõ. Hỏi cán bộ.}
  who_may_fetch: null
  instead: []
  note: Viết tại quầy, có cán bộ giúp.
  sources: [dữ liệu thử]
  confidence: high
  checked_on: 2026-11-21
giay_chung_sinh: &paper
  name: Giấy chứng sinh
  everyday: [giấy bệnh viện]
  picture: null
  issued_by: benh_vien
  yields: null
  takes: Căn cước của mẹ
  fee: {kind: free, law: Luật thử Đ.1, words: Không mất tiền}
  who_may_fetch: Cha hoặc mẹ
  instead: []
  note: null
  sources: [dữ liệu thử]
  confidence: high
  checked_on: 2026-11-21
giay_cam_doan: {<<: *paper, name: Giấy cam đoan, issued_by: null, who_may_fetch: null, takes: null}
can_cuoc: {<<: *paper, name: Thẻ căn cước, issued_by: cong_an_xa, instead: [ho_chieu]}
ho_chieu: {<<: *paper, name: Hộ chiếu, issued_by: cong_an_xa}
giay_khai_sinh: {<<: *paper, name: Giấy khai sinh, issued_by: ttpvhcc_xa, yields: "1.000001"}
so_ho_tich: {<<: *paper, name: Sổ hộ tịch, issued_by: ttpvhcc_xa}
"""

PLACES = """\
ttpvhcc_xa: {name: Trung tâm, everyday: [], kind: centre, words_where: Ngay tại đây}
cong_an_xa: {name: Công an xã, everyday: [], kind: police, words_where: Công an xã mình}
benh_vien: {name: Bệnh viện, everyday: [], kind: health, words_where: Nơi sinh}
"""

BIRTH = """\
code: "1.000001"
title: Thủ tục thử khai sinh
plain_title: Làm giấy khai sinh thử
field: Hộ tịch
who_for: Cha mẹ có con mới sinh.
picture: null
handled_by: centre
everyday: [làm khai sinh, con mới sanh]
cases:
  - id: noi_sinh
    question: Trẻ sinh ở đâu?
    why: Nơi sinh quyết định giấy tờ phải mang.
    choices:
      - {id: co_so_y_te, words: Ở bệnh viện}
      - {id: tai_nha, words: Ở nhà}
  - id: nguoi_lam_chung
    question: Có người làm chứng không?
    why: Để biết cần giấy gì.
    choices: [{id: co, words: Có}, {id: khong, words: Không}]
    when: {noi_sinh: [tai_nha]}
  - id: dung_han
    question: Trẻ sinh chưa quá 60 ngày?
    why: Để biết lệ phí.
    choices: [{id: co, words: Đúng}, {id: khong, words: Quá rồi}]
papers:
  - {paper: to_khai, how: hand_in, kind: original, quantity: 1}
  - paper: giay_chung_sinh
    how: hand_in
    kind: original
    quantity: 1
    when: {noi_sinh: [co_so_y_te]}
    instead: [giay_cam_doan]
  - paper: giay_cam_doan
    how: hand_in
    kind: original
    quantity: 1
    when: {nguoi_lam_chung: [khong]}
  - {paper: can_cuoc, how: show, kind: any, quantity: 1}
  - {paper: so_ho_tich, how: looked_up, kind: any, quantity: 1, note: Cán bộ tra được.}
steps: [Đến quầy., Nhận kết quả.]
time:
  - {when: {noi_sinh: [tai_nha]}, kind: working_days, days: 5, words: 5 ngày làm việc}
  - {kind: same_day, words: Trong ngày}
fee:
  - {when: {dung_han: [co]}, kind: free, law: Luật thử Đ.2, words: Không mất tiền}
  - {kind: unknown, words: Chưa rõ. Hỏi cán bộ.}
fee_exemptions: [{group: ho_ngheo, words: Hộ nghèo được miễn, law: Luật thử Đ.3}]
extras: [{words: Bản sao 8.000 đồng, kind: amount, vnd: 8000, per: bản, law: Thông tư thử}]
channels: [counter, online]
no_phone: Đến thẳng quầy.
who_may_file: {in_person: false, words: Cha hoặc mẹ, authorisation: null, law: null}
who_may_collect: {words: Cha hoặc mẹ, authorisation: null, law: null}
where: ttpvhcc_xa
result: {name: Giấy khai sinh, paper: giay_khai_sinh}
form: {name: Tờ khai thử, law: Thông tư thử}
law: [{title: Luật thử, to: 2027-02-28}]
example: "Ví dụ: chị Nguyễn Thị Ví Dụ sinh con ở bệnh viện."
valid_from: 2026-07-01
valid_to: null
superseded_by: null
sources: [dữ liệu thử]
confidence: high
checked_on: 2026-11-21
to_check: []
"""

LOOK_UP = """\
code: "1.000002"
title: Thủ tục thử tra cứu
plain_title: Hỏi thử
field: Hộ tịch
who_for: Mọi người.
picture: null
handled_by: centre
everyday: [hỏi]
cases: []
papers: [{paper: so_ho_tich, how: looked_up, kind: any, quantity: 1}]
steps: [Hỏi cán bộ.]
time: [{kind: unknown, words: Chưa rõ. Hỏi cán bộ.}]
fee: [{kind: unknown, words: Chưa rõ. Hỏi cán bộ.}]
fee_exemptions: []
extras: []
channels: [counter]
no_phone: Đến thẳng quầy.
who_may_file: {in_person: true, words: Chính mình, authorisation: null, law: null}
who_may_collect: {words: Chính mình, authorisation: null, law: null}
where: ttpvhcc_xa
result: {name: Câu trả lời, paper: null}
form: null
law: []
example: null
valid_from: null
valid_to: 2026-12-31
superseded_by: "1.000001"
sources: [dữ liệu thử]
confidence: low
checked_on: null
to_check: [Tất cả]
"""

SUPERSEDED = """\
- {code: "1.000009", replaced_by: ["1.000001"], from: 2026-09-08, evidence: thử, confidence: low}
"""

FILES = {
    "papers.yaml": PAPERS,
    "places.yaml": PLACES,
    "procedures/1.000001.yaml": BIRTH,
    "procedures/1.000002.yaml": LOOK_UP,
    "superseded.yaml": SUPERSEDED,
}


def changed(name: str, old: str, new: str) -> dict[str, str]:
    """Return the sample files with one text replaced in one of them."""
    assert old in FILES[name], f"{old!r} is not in {name}"
    return {**FILES, name: FILES[name].replace(old, new, 1)}


def lay_out(folder: Path, files: dict[str, str] | None = None) -> Path:
    """Write the files into a folder as content."""
    for name, text in (files or FILES).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
