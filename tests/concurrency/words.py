"""Ids that tests and workers share."""

from __future__ import annotations

NAME, ADDRESS = "nguoi_yeu_cau.ho_ten", "nguoi_yeu_cau.noi_cu_tru"
