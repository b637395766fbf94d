"""pytest starts here, for the rooms' tests and tests/ alike; all of it lies in tests/plugin.py."""

from __future__ import annotations

pytest_plugins = ("tests.plugin", "tests.people")
