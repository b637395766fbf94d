"""Products for the tests of this folder: set up once, on the database that was asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from tests.running.product import Product, Serving, serve

DATABASE = "donghanh_running"


def _own_database() -> str:
    """Return the address of a new database on the server of this run, "" for SQLite."""
    server = os.environ.get("DONGHANH_DATABASE", "")
    if not server:
        return ""
    import psycopg

    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {DATABASE}")
    return urlunsplit(urlsplit(server)._replace(path=f"/{DATABASE}"))


@pytest.fixture(scope="session")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Product]:
    """Return an installation that was set up and does not run."""
    product = Product(tmp_path_factory.mktemp("home"), _own_database())
    setting_up = product.start("setup")
    printed, _ = setting_up.communicate(timeout=120)
    assert setting_up.returncode == 0, printed
    yield product
    product.end()


@pytest.fixture(scope="module")
def serving(product: Product) -> Iterator[Serving]:
    """Return the installation at work. A test that breaks a part of it sees it mended."""
    serving = serve(product)
    yield serving
    serving.process.terminate()
    serving.process.wait(20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return an empty folder for files that processes leave for each other."""
    return tmp_path
