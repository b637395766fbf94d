"""`donghanh run` on real processes: what dies is started again, what is stopped leaves nothing."""

from __future__ import annotations

import os

from donghanh.cli.processes import NICE
from tests.running.product import (
    Product,
    Serving,
    children_of,
    kill,
    lives,
    serve,
    until,
    words_of,
)

PATHS = ("", "kiosk/", "board/", "reception/", "desk/", "office/")


def test_the_table_names_each_screen_and_every_address_answers(serving: Serving) -> None:
    for slug in ("lac-phuong", "vinh-thuan"):
        for path in PATHS:
            assert f"http://127.0.0.1:{serving.port}/{slug}/{path}" in serving.table
            assert serving.answer(f"/{slug}/{path}") == "200", path
    assert "canbo / dong-hanh-2026" in serving.table


def test_killing_a_web_worker_loses_no_request_after_it(serving: Serving) -> None:
    first = children_of(serving.web)
    kill(first[0])
    until(lambda: not lives(first[0]))  # a request in the very instant of death is lost with it
    assert [serving.answer() for _ in range(10)] == ["200"] * 10
    assert until(lambda: len(set(children_of(serving.web)) - {first[0]}) == 2)
    assert serving.answers()


def test_killing_the_whole_web_server_brings_it_back(serving: Serving) -> None:
    server, workers = serving.web, children_of(serving.web)
    kill(server)
    assert until(lambda: not any(map(lives, workers)))
    assert until(serving.answers)


def test_killing_worker_and_scheduler_brings_them_back(serving: Serving) -> None:
    others = [pid for pid in children_of(serving.process.pid) if pid != serving.web]
    for pid in others:
        kill(pid)
    assert until(lambda: len(set(children_of(serving.process.pid)) - set(others)) == 3)


def test_the_worker_gives_way_to_the_web(serving: Serving) -> None:
    def gives_way() -> bool:  # a process just started has not said how nice it is yet
        nice = {
            word: os.getpriority(os.PRIO_PROCESS, pid)
            for pid in children_of(serving.process.pid)
            for word in ("web", "worker")
            if word in words_of(pid)
        }
        return nice.get("worker") == min(nice["web"] + NICE, 19)

    assert until(gives_way)


def test_a_stopped_product_leaves_no_process(product: Product) -> None:
    serving = serve(product)
    everyone = serving.everyone()
    assert len(everyone) == 5
    serving.process.terminate()
    assert serving.process.wait(20) == 0
    assert not any(map(lives, everyone))


def test_a_killed_supervisor_leaves_no_process(product: Product) -> None:
    serving = serve(product)
    everyone = serving.everyone()
    kill(serving.process.pid)
    assert until(lambda: not any(map(lives, everyone)))


def test_a_busy_port_gets_one_plain_line(serving: Serving, product: Product) -> None:
    second = product.start("run", "--port", str(serving.port))
    printed, _ = second.communicate(timeout=20)
    assert second.returncode == 1
    assert printed.startswith(f"Cổng {serving.port} đang có chương trình khác dùng.")
    assert f"PORT={serving.port + 1}" in printed
    assert len(printed.splitlines()) == 1
