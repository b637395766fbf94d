"""Pages of life events: pictures, light, no dead ends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client

from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.web.publish import publish

PAGE_BYTES_MAX = 60 * 1024
LINK = re.compile(r'href="(/vinh-thuan/[^"#?]*)')


def page(client: Client, path: str) -> str:
    response = client.get(f"/vinh-thuan/{path}")
    assert response.status_code == 200, path
    assert len(response.content) <= PAGE_BYTES_MAX
    return response.content.decode()


def test_home_leads_there_and_stays_light(
    client: Client, content: None, vinh_thuan: CentreRecord
) -> None:
    text = page(client, "")
    assert "/vinh-thuan/life-events/" in text and "/vinh-thuan/entitlements/" in text


def test_each_event_is_a_picture(client: Client, content: None, vinh_thuan: CentreRecord) -> None:
    text = page(client, "life-events/")
    events = catalogue.life_events()
    assert text.count('class="tile"') == len(events) >= 14
    tiles = re.findall(r'<a class="tile".*?</a>', text, flags=re.DOTALL)
    assert all("<svg" in tile for tile in tiles)
    assert next(iter(events)) in tiles[0]


def test_every_event_page_leads_on(client: Client, content: None, vinh_thuan: CentreRecord) -> None:
    linked: set[str] = set()
    for identifier, event in catalogue.life_events().items():
        text = page(client, f"life-events/{identifier}/")
        assert event.title in text and "Không có điện thoại?" in text
        assert "Độ chắc: " in text and 'style="' not in text
        linked |= set(LINK.findall(text))
    for path in sorted(linked):
        assert client.get(path).status_code == 200, path


def test_the_way_is_numbered_and_says_when(
    client: Client, content: None, vinh_thuan: CentreRecord
) -> None:
    text = page(client, "life-events/sinh_con/")
    assert text.index("procedures/3.000722/") < text.index("procedures/1.001193/")
    assert "Trong 60 ngày từ ngày sinh" in text and "khỏi làm bước" in text
    assert "Giấy dùng được nhiều bước" in text


def test_few_questions_of_the_database(
    client: Client,
    content: None,
    vinh_thuan: CentreRecord,
    django_assert_max_num_queries: pytest.FixtureRequest,
) -> None:
    page(client, "life-events/sinh_con/")
    with django_assert_max_num_queries(10):  # type: ignore[operator]
        page(client, "life-events/sinh_con/")


def test_an_unknown_event_says_what_to_do(
    client: Client, content: None, vinh_thuan: CentreRecord
) -> None:
    response = client.get("/vinh-thuan/life-events/khong-co/")
    assert response.status_code == 404
    assert 'role="alert"' in response.content.decode()


def test_the_pages_are_published_too(
    content: None, vinh_thuan: CentreRecord, tmp_path: Path
) -> None:
    publish(tmp_path, "vinh-thuan")
    written = {page.parent.name for page in tmp_path.glob("life-events/*/index.html")}
    assert written == set(catalogue.life_events())
    home = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert 'href="life-events/index.html"' in home and "entitlements" not in home
