"""A fresh installation for each test, copied from one that was set up once; one crew for all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from .processes import Crew, Installation

TEMPLATE = "donghanh_template"


def _url(server: str, name: str) -> str:
    return urlsplit(server)._replace(path=f"/{name}").geturl()


def _make(server: str, name: str, template: str = "template1") -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'.encode())


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    """Return an installation with tables, the content and the centre; its crew works for all."""
    home, server = tmp_path_factory.mktemp("template"), os.environ.get("DONGHANH_DATABASE", "")
    if server:
        _make(server, TEMPLATE)
    crew = Crew(home)
    made = Installation(home, _url(server, TEMPLATE) if server else "", crew)
    made.run("set_up")
    yield made
    crew.dismiss()


@pytest.fixture
def installation(template: Installation, tmp_path: Path) -> Iterator[Installation]:
    """Return a copy of it that a test may wear out."""
    home, server = tmp_path / "home", os.environ.get("DONGHANH_DATABASE", "")
    shutil.copytree(template.home, home)
    name = f"test_{os.getpid()}_{abs(hash(tmp_path))}"
    if server:
        _make(server, name, TEMPLATE)
    yield Installation(home, _url(server, name) if server else "", template.crew)
    if server:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())
