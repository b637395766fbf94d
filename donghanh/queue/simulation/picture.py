"""A report as one drawing: mean waits as bars, a thin line up to what 95 of 100 stay under."""

from __future__ import annotations

from collections.abc import Iterator

from .records import DISCIPLINE_WORDS, Discipline, Outcome, Report, ShareResult, Spread

WIDTH, HEIGHT, TOP, BOTTOM, LEFT, RIGHT = 960, 480, 96, 400, 70, 20
BAR = 26
COLOURS = {
    Discipline.FIRST_COME: "#8a8577",
    Discipline.STRICT: "#b4541a",
    Discipline.OURS: "#0b5d4b",
}
GRID_STEPS = 5


def picture(report: Report) -> str:
    """Return an SVG of a report; it needs no font and no script of its own."""
    top = max(s.p95 for r in report.results for o in r.outcomes for s in _pair(o)) or 1.0
    step = -(-top // GRID_STEPS)
    step = next(
        nice
        for nice in (5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200, 300, 500, 1000)
        if nice >= step
    )
    scale = (BOTTOM - TOP) / (step * GRID_STEPS)
    room = (WIDTH - LEFT - RIGHT) / len(report.results)
    parts = [*_frame(step, scale), *_legend()]
    for n, result in enumerate(report.results):
        parts += _share(result, LEFT + n * room, room, scale)
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img"'
        ' font-family="sans-serif" font-size="14" fill="#1d1d1b">'
        "<title>Phút chờ theo tỷ lệ người có diện ưu tiên</title>"
        f'<path d="M0 0H{WIDTH}V{HEIGHT}H0z" fill="#fff"/>\n{body}\n</svg>\n'
    )


def _frame(step: float, scale: float) -> Iterator[str]:
    yield '<text x="20" y="30" font-size="20" font-weight="700">Phút chờ: cột là trung bình,'
    yield " vạch là mức 95 % chờ không quá</text>"
    for n in range(GRID_STEPS + 1):
        y = BOTTOM - n * step * scale
        yield f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#d8d2c4"/>'
        yield f'<text x="{LEFT - 8}" y="{y + 5:.1f}" text-anchor="end">{n * step:g}</text>'


def _legend() -> Iterator[str]:
    for n, (discipline, colour) in enumerate(COLOURS.items()):
        x = 20 + n * 250
        yield f'<rect x="{x}" y="50" width="18" height="18" fill="{colour}"/>'
        yield f'<text x="{x + 26}" y="65">{DISCIPLINE_WORDS[discipline]}</text>'


def _share(result: ShareResult, x: float, room: float, scale: float) -> Iterator[str]:
    group = (room - 24) / 2
    for m, words in enumerate(("ưu tiên", "người khác")):
        left = x + 12 + m * group
        yield _text(left + group / 2, BOTTOM + 40, words)
        for n, outcome in enumerate(result.outcomes):
            bar_left = left + (group - 3 * BAR) / 2 + n * BAR
            yield from _bar(_pair(outcome)[m], bar_left, scale, COLOURS[outcome.discipline])
    yield _text(x + room / 2, BOTTOM + 64, f"{result.share} % có diện ưu tiên", "700")


def _bar(spread: Spread, x: float, scale: float, colour: str) -> Iterator[str]:
    mean, p95, middle = BOTTOM - spread.mean * scale, BOTTOM - spread.p95 * scale, x + BAR / 2
    box = f'x="{x + 1:.1f}" y="{mean:.1f}" width="{BAR - 2}" height="{BOTTOM - mean:.1f}"'
    line = f"M{middle:.1f} {mean:.1f}V{p95:.1f}M{middle - 6:.1f} {p95:.1f}h12"
    yield f'<rect {box} fill="{colour}"/>'
    yield f'<path d="{line}" stroke="{colour}" stroke-width="2"/>'
    yield _text(middle, BOTTOM + 18, f"{spread.mean:.0f}", size=12)
    yield _text(middle, p95 - 5, f"{spread.p95:.0f}", size=12)


def _text(x: float, y: float, words: str, weight: str = "400", size: int = 14) -> str:
    look = f'font-weight="{weight}" font-size="{size}"'
    place = f'x="{x:.1f}" y="{y:.1f}" text-anchor="middle" {look}'
    return f"<text {place}>{words}</text>"


def _pair(outcome: Outcome) -> tuple[Spread, Spread]:
    return outcome.with_standing, outcome.ordinary
