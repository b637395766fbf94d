"""Draws docs/staircase.svg from the layers in pyproject.toml: `python -m tools.staircase`."""

from __future__ import annotations

import ast
import tomllib
from html import escape
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
PICTURE = CHECKOUT / "docs" / "staircase.svg"
WIDTH, STEP, INDENT, TOP = 1060, 30, 10, 42
WORDS_AT = 470
RULE = "A room imports only rooms below it."
BESIDE = "Beside the rooms: settings, urls, wsgi, apps, cli, schedule, and content (files only)."


def layers() -> list[list[tuple[str, bool]]]:
    """Return the steps from the top: rooms as (name, whether it is built)."""
    config = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = config["tool"]["importlinter"]["contracts"][0]
    names = [[room.strip(" ()") for room in layer.split("|")] for layer in contract["layers"]]
    return [[(name, (CHECKOUT / "donghanh" / name).is_dir()) for name in row] for row in names]


def sentence(room: str) -> str:
    """Return what a built room says of itself, without its name."""
    path = CHECKOUT / "donghanh" / room / "__init__.py"
    words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) if path.exists() else ""
    first = (words or "").split("\n")[0].split(". ")[0].split("; ")[0].rstrip(".")
    return first.split(": ", 1)[-1]


def drawn() -> str:
    """Return the picture."""
    rows = layers()
    height = TOP + STEP * len(rows) + 34
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img"'
        ' aria-labelledby="title words" font-family="system-ui, sans-serif">',
        '<title id="title">The staircase of rooms</title>',
        f'<desc id="words">From web down to base. {RULE}</desc>',
        '<rect width="100%" height="100%" fill="#fff"/>',
        _words(20, 26, f"{RULE} Dashed: not built yet."),
    ]
    for number, row in enumerate(rows):
        parts += _step(number, row)
    return "\n".join([*parts, _words(20, height - 14, BESIDE), "</svg>", ""])


def _step(number: int, row: list[tuple[str, bool]]) -> list[str]:
    x, y, parts = 20 + number * INDENT, TOP + number * STEP, []
    for name, built in row:
        width = 18 + len(name) * 9
        look = 'fill="#e8f1ec"' if built else 'fill="#fff" stroke-dasharray="4 3"'
        parts.append(
            f'<rect x="{x}" y="{y}" width="{width}" height="{STEP - 6}" rx="4"'
            f' stroke="#2c5f4b" {look}/>'
        )
        parts.append(_words(x + 9, y + 17, name, size=14, ink="#111"))
        x += width + 6
    said = " | ".join(filter(None, (sentence(name) for name, built in row if built)))
    return [*parts, _words(WORDS_AT, y + 17, said)]


def _words(x: int, y: int, text: str, *, size: int = 13, ink: str = "#444") -> str:
    return f'<text x="{x}" y="{y}" font-size="{size}" fill="{ink}">{escape(text)}</text>'


if __name__ == "__main__":
    PICTURE.write_text(drawn(), encoding="utf-8")
