"""A made-up receipt of a province, as a photograph and as what a camera sees."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import zxingcpp
from PIL import Image, ImageDraw, ImageFilter

CODE = "H01.15-261120-0042"
ADDRESS = f"https://dichvucong.vidu.vn/tra-cuu?ma_ho_so={CODE}&lang=vi"
CAMERA = (1280, 720)


def sheet(says: str = CODE, *, square: bool = False) -> Image.Image:
    """Return a sheet with a code that says something: bars, or a square."""
    kind = zxingcpp.QRCode if square else zxingcpp.Code128
    drawn = Image.fromarray(zxingcpp.create_barcode(says, kind).to_image(scale=3))
    paper = Image.new("L", (1100, 700), 250)
    pen = ImageDraw.Draw(paper)
    for place in range(9):  # lines of print
        pen.line((80, 330 + 35 * place, 1000 - 60 * (place % 3), 330 + 35 * place), 90, 4)
    bars = drawn if square else drawn.resize((drawn.width, 110))
    paper.paste(bars, (90, 60))
    return paper


def photograph(paper: Image.Image) -> bytes:
    """Return a sheet as a telephone takes it: askew, a little blurred, in shadow."""
    askew = paper.rotate(7, expand=True, fillcolor=120).filter(ImageFilter.GaussianBlur(1.2))
    dim = askew.point([int(level * 0.7) for level in range(256)])
    file = BytesIO()
    dim.save(file, "JPEG", quality=70)
    return file.getvalue()


def film(paper: Image.Image, path: Path) -> None:
    """Write what a camera sees of a sheet held before it (YUV4MPEG, two pictures)."""
    seen = Image.new("L", CAMERA, 60)
    seen.paste(paper.resize((990, 630)), (140, 40))
    grey = bytes([128]) * (CAMERA[0] * CAMERA[1] // 2)
    head = f"YUV4MPEG2 W{CAMERA[0]} H{CAMERA[1]} F10:1 Ip A1:1 C420jpeg\n".encode()
    path.write_bytes(head + (b"FRAME\n" + seen.tobytes() + grey) * 2)
