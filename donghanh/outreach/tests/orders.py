"""What the tests order."""

from __future__ import annotations

from donghanh.outreach.service import PrintOrder

LEAFLET = PrintOrder("leaflet", "procedure:1.001193", "a4", 30, "Bàn hướng dẫn")
FILM = PrintOrder("film", "procedure:1.001193", None, 1, "Bảng gọi số")
