"""`python -m donghanh.cli`: how `donghanh run` starts its own processes, on any system."""

from __future__ import annotations

import sys

from . import main

if __name__ == "__main__":
    sys.exit(main())
