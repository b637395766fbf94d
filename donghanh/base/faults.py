"""Facts of the domain that stop a verb. Each says what happened and what to do next."""

from __future__ import annotations


class Fact(Exception):
    """A named fact. `message` and `remedy` are plain Vietnamese for the person at the screen."""

    message = "Việc này chưa làm được."
    remedy = "Mời hỏi cán bộ tại bàn hướng dẫn."

    def __init__(self, detail: str = "", *, message: str = "", remedy: str = "") -> None:
        self.detail = detail
        self.message = message or self.message
        self.remedy = remedy or self.remedy
        super().__init__(detail or self.message)
