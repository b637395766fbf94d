"""What every act of a worker needs: to say what is certainly kept, and the centre."""

from __future__ import annotations

import json
import sys
import threading

from donghanh.centre import service as centre

SLUG = "vinh-thuan"
_mouth = threading.Lock()


def tell(**what: object) -> None:
    """Write one whole line, at once."""
    with _mouth:
        sys.stdout.write(json.dumps(what) + "\n")
        sys.stdout.flush()


def say(what: object) -> None:
    """Say one thing that the test can rely on, even after a kill."""
    tell(said=what)


def ours() -> int:
    """Return the centre of these tests."""
    return centre.by_slug(SLUG).id
