"""Prints how long things are beside what we aim at."""

from __future__ import annotations

import pytest

from .sizes import LIMITS, measured, percentile_95


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print one line a kind: limit, 95th percentile and its aim."""
    every = list(measured())
    terminalreporter.section("sizes in lines")
    for kind, limit in LIMITS.items():
        lines = [one.lines for one in every if one.kind == kind]
        terminalreporter.line(
            f"{kind:14} {len(lines):5} of them, longest {max(lines, default=0):4}"
            f" (limit {limit.lines}), p95 {percentile_95(lines):4} (aim {limit.aim_p95})"
        )
