"""Doing it at home at the National Public Service Portal: the steps, and what each drawing shows.

# Law: QĐ 29/2026/QĐ-TTg: since 20/07/2026 one signs in there with VNeID only.
"""

from __future__ import annotations

from dataclasses import dataclass

PORTAL = "dichvucong.gov.vn"


@dataclass(frozen=True, slots=True)
class OnlineStep:
    """One step; `screen` names its schematic in templates/screens.typ, `alt` tells it in words.

    {code} stands for the procedure's.
    """

    screen: str
    name: str
    words: str
    alt: str


ONLINE_STEPS = (
    OnlineStep(
        "portal",
        "Mở Cổng",
        f"Mở trình duyệt, gõ {PORTAL}. Xem kỹ: đúng đuôi gov.vn.",
        f"Màn hình điện thoại có dòng địa chỉ {PORTAL}",
    ),
    OnlineStep(
        "sign-in",
        "Đăng nhập bằng VNeID",
        "Bấm Đăng nhập, chọn VNeID. Tự bấm trên máy của mình.",
        "Màn hình đăng nhập có nút VNeID và ô mã vuông",
    ),
    OnlineStep(
        "find",
        "Tìm thủ tục",
        "Gõ mã {code} vào ô tìm kiếm. Chọn xã của mình.",
        "Ô tìm kiếm và tên thủ tục hiện ra bên dưới",
    ),
    OnlineStep(
        "fill-in",
        "Điền tờ khai",
        "Điền từng ô. Chỗ nào không rõ, gọi hỏi cán bộ.",
        "Tờ khai có bốn ô, ba ô đã điền",
    ),
    OnlineStep(
        "attach",
        "Đính kèm giấy tờ",
        "Chụp rõ từng tờ giấy, đủ bốn góc, rồi tải lên.",
        "Danh sách giấy tờ có dấu đã xong và ô để chụp ảnh giấy",
    ),
    OnlineStep(
        "send",
        "Nộp hồ sơ",
        "Đọc lại một lượt, rồi bấm Nộp hồ sơ.",
        "Trang xem lại, cuối trang có nút Nộp hồ sơ",
    ),
    OnlineStep(
        "receipt",
        "Giữ mã hồ sơ",
        "Chép mã hồ sơ vào ô có khung. Dùng mã này để hỏi kết quả.",
        "Dấu đã nộp và mã hồ sơ để chép lại",
    ),
)
