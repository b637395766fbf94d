"""What `donghanh …` runs: one module a group of commands, each with `register(commands)`.

Every command returns its exit code: 0 done, 1 not done, 2 the command was given wrongly (one plain
line on stderr says what is wrong and what to write instead).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from .faults import plain_line
from .parser import build


def main(given: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    arguments = build().parse_args(given)
    try:
        code = int(arguments.act(arguments))
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # `donghanh ask … | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        line, code = plain_line(error)
        if not line:
            raise
        print(line, file=sys.stderr)
        return code
