"""The short table that `run` prints: where each screen is, and as whom to open it."""

from __future__ import annotations

from collections.abc import Iterator


def table(root: str, *, with_demo: bool) -> str:
    """Return the table. `root` is "http://127.0.0.1:8000"; `with_demo`: may the demo sign in?"""
    from donghanh.centre import service as centre
    from donghanh.demo import service as demo

    lines: list[str] = []
    any_demo = False
    for place in centre.all_centres():
        any_demo = any_demo or place.is_demo
        lines += ["", f"{place.name} ({place.province})"]
        lines += _rows(root, place.slug, with_sign_in=place.is_demo and with_demo)
    if any_demo and with_demo:
        lines += ["", "(*) hỏi thêm sáu số, lấy bằng: donghanh demo-code"]
        lines += [f"    Bốn số mở khóa ca trực của tinhnguyen: {demo.PIN}"]
    elif any_demo:
        lines += ["", "Tài khoản thử không đăng nhập được ở đây, chỉ khi chạy ở 127.0.0.1."]
    return "\n".join(lines)


def _rows(root: str, slug: str, *, with_sign_in: bool) -> Iterator[str]:
    from donghanh.demo import service as demo

    width = max(len(root + screen.path) for screen in demo.screens(slug))
    for screen in demo.screens(slug):
        line = f"  {screen.name:<24} {root + screen.path:<{width}}"
        if screen.username and with_sign_in:
            star = " (*)" if screen.second_factor else ""
            line += f"  {screen.username} / {demo.PASSWORD}{star}  {screen.role}"
        yield line.rstrip()
