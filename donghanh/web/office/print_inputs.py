"""What the office chooses on the page of prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from donghanh.outreach.service import DESK_SIGN, ON_THE_BOARD, OutputKind, PrintOrder

# Value of the choice -> (words, kind of print, paper). A subject offers those of its own kinds.
CHOICES: dict[str, tuple[str, OutputKind, str]] = {
    "leaflet-a4": ("Tờ rơi, A4 gấp đôi", "leaflet", "a4"),
    "leaflet-80mm": ("Tờ rơi, giấy máy in số 80 mm", "leaflet", "80mm"),
    "wall_board-a3": ("Bảng treo tường, A3", "wall_board", "a3"),
    "checklist-a5": ("Danh sách giấy tờ, A5", "checklist", "a5"),
    "checklist-80mm": ("Danh sách giấy tờ, 80 mm", "checklist", "80mm"),
    "step_card-a4": ("Thẻ làm trên mạng tại nhà, A4", "step_card", "a4"),
    "step_card-80mm": ("Thẻ làm trên mạng tại nhà, 80 mm", "step_card", "80mm"),
    "desk_sign-a4": ("Biển bàn, A4", "desk_sign", "a4"),
    "desk_sign-a3": ("Biển bàn, A3", "desk_sign", "a3"),
    "film": ("Phim có phụ đề, chiếu trên bảng gọi số", "film", ""),
}
KIND_WORDS: dict[OutputKind, str] = {
    "leaflet": "Tờ rơi",
    "wall_board": "Bảng treo tường",
    "checklist": "Danh sách giấy tờ",
    "step_card": "Thẻ làm trên mạng",
    "desk_sign": "Biển bàn",
    "film": "Phim",
}
PLACES = ("Bàn hướng dẫn", ON_THE_BOARD, "Tường sảnh chính", "Nhà văn hóa")
COPIES_MAX = 5_000


@dataclass(frozen=True, slots=True)
class OrderInput:
    """What is to be printed, as chosen; errors by field. `order` None: something is wrong."""

    subject: str
    choice: str
    copies: str
    where: str
    order: PrintOrder | None
    errors: dict[str, str]


def read_order(typed: Mapping[str, str]) -> OrderInput:
    """Return an order; for a preview one copy at the usual place is enough."""
    subject, choice = typed.get("subject", "").strip(), typed.get("choice", "").strip()
    if not choice and subject == DESK_SIGN:
        choice = "desk_sign-a4"
    known = CHOICES.get(choice)
    film = known is not None and known[1] == "film"
    copies = "1" if film else typed.get("copies", "1").strip()
    where = typed.get("where", "").strip() or PLACES[1 if film else 0]
    errors = {}
    if not subject:
        errors["subject"] = "Chọn nội dung."
    if known is None:
        errors["choice"] = "Chọn loại bản in."
    if not (copies.isdigit() and 1 <= int(copies) <= COPIES_MAX):
        errors["copies"] = f"Ghi số bản từ 1 đến {COPIES_MAX}."
    order = None
    if known is not None and not errors:
        order = PrintOrder(known[1], subject, known[2] or None, int(copies), where)  # type: ignore[arg-type]
    return OrderInput(subject, choice, copies, where, order, errors)
