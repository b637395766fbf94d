"""Which screens a role may open, and which of them stand in the row on every screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from donghanh.accounts.service import Right

ROW_MAX = 5  # what fits one line of a 1366 px screen, and one line under the name on a tablet


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen of the staff. `right`: who may open it, None for everybody."""

    folder: str
    name: str
    right: Right | None
    picture: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """`row` stands on every screen; `rest` is on the page "Thêm", by group, empty when all fit."""

    row: tuple[Screen, ...]
    rest: tuple[tuple[str, tuple[Screen, ...]], ...]


ALL_DAY = (
    Screen("reception", "Đón tiếp", Right.RECEIVE),
    Screen("desk", "Quầy", Right.SERVE),
    Screen("help", "Gọi giúp", Right.RECEIVE),
    Screen("office", "Văn phòng", Right.SEE_FIGURES),
)
MORE = Screen("screens", "Thêm", None)
REST = (
    (
        "Phòng chờ",
        (
            Screen("board", "Bảng gọi số", None, "loa", "Số đang gọi, người đang chờ."),
            Screen(
                "office/notices", "Lời nhắn", Right.CHANGE_FACTS, "chuong",
                "Nói với mọi người trong phòng chờ.",
            ),
            Screen(
                "studio", "Thu giọng", Right.CHANGE_FACTS, "tai_nghe",
                "Giọng người ở xã để gọi số.",
            ),
        ),
    ),
    (
        "Báo tin, đặt hẹn",
        (
            Screen(
                "office/outbox", "Báo tin", Right.SERVE, "nhac_lai",
                "Ai cần được báo: gọi, nhắn, nhờ người trong xóm.",
            ),
            Screen(
                "office/timetable", "Đặt hẹn", Right.RUN_CENTRE, "lich",
                "Giờ người dân đặt trước được, ngày nghỉ đặt.",
            ),
        ),
    ),
    (
        "Ý kiến người dân",
        (
            Screen(
                "office/opinions", "Ý kiến", Right.HEAR, "mat_vui",
                "Nhập phiếu giấy, lời nói. Người đang giúp không nhập.",
            ),
            Screen(
                "office/complaints", "Phản ánh", Right.HEAR, "chi_hoi",
                "Ai nhận, hạn ngày nào, trả lời ra sao.",
            ),
            Screen(
                "office/data-errors", "Lỗi dữ liệu", Right.SERVE, "can_cuoc",
                "Sai, trùng trên máy: in thư, theo đến khi xong.",
            ),
        ),
    ),
    (
        "Câu hỏi và nội dung",
        (
            Screen(
                "office/enquiries", "Câu hỏi", Right.TEACH, "hoi_can_bo",
                "Câu máy chưa trả lời được. Dạy máy bằng hai lần bấm.",
            ),
            Screen(
                "office/content", "Nội dung", Right.CHANGE_FACTS, "to_khai",
                "Điều riêng của Trung tâm: giờ làm, nơi nộp, việc phải xem lại.",
            ),
            Screen(
                "office/prints", "Bản in", Right.CHANGE_FACTS, "ban_sao",
                "Tờ rơi, bảng treo tường, phim. Bản nào phải thay.",
            ),
        ),
    ),
    (
        "Máy móc và người trực",
        (
            Screen(
                "office/line", "Hàng chờ", Right.RUN_CENTRE, "phieu_so",
                "Giờ, quầy nhận việc nhanh, tính thử.",
            ),
            Screen(
                "office/hall", "Sảnh và loa", Right.RUN_CENTRE, "noi_to",
                "Giọng đọc, giờ yên lặng, màn hình.",
            ),
            Screen(
                "office/devices", "Thiết bị", Right.RUN_CENTRE, "may_tinh",
                "Máy lấy số, bảng gọi số: cho vào, ngừng dùng.",
            ),
            Screen(
                "office/money", "Tài khoản thu phí", Right.RUN_CENTRE, "tien",
                "Tài khoản của Trung tâm, giá sao chụp, sổ chứng thực.",
            ),
            Screen(
                "office/fees", "Lệ phí của tỉnh", Right.CHANGE_FACTS, "tien",
                "Mức lệ phí theo nghị quyết, kèm số, ngày, điều.",
            ),
            Screen(
                "office/staff", "Người trực", Right.RUN_CENTRE, "gia_dinh",
                "Ai trực, đến giờ nào.",
            ),
        ),
    ),
)  # fmt: skip


def menu(may: Callable[[Right], bool]) -> Menu:
    """Return the menu of somebody's rights; a menu that fits the row has no second page."""
    row = _open_to(ALL_DAY, may)
    rest = tuple((name, found) for name, group in REST if (found := _open_to(group, may)))
    others = tuple(one for _, group in rest for one in group)
    if len(row) + len(others) <= ROW_MAX:
        return Menu((*row, *others), ())
    return Menu((*row, MORE), rest)


def here(shown: Menu, path: str) -> Screen | None:
    """Return the entry of the row that leads to an address below the centre, None for none."""
    others = tuple(one for _, group in shown.rest for one in group)
    fits = [one for one in (*shown.row, *others) if f"{path}/".startswith(f"{one.folder}/")]
    closest = max(fits, key=lambda one: len(one.folder), default=None)
    return MORE if closest in others else closest


def _open_to(screens: tuple[Screen, ...], may: Callable[[Right], bool]) -> tuple[Screen, ...]:
    return tuple(one for one in screens if one.right is None or may(one.right))
