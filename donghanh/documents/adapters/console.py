"""A printer for a machine without one: it says in the log that a slip would have come out."""

from __future__ import annotations

import logging
from io import BytesIO

from PIL import Image

from .base import Paper

_log = logging.getLogger(__name__)


class Console:
    """Writes the size of each slip to the log, never its words."""

    def paper(self) -> Paper:
        """Return that there is always enough."""
        return Paper.ENOUGH

    def put_out(self, picture: bytes) -> None:
        """Say how long the slip would have been."""
        width, height = Image.open(BytesIO(picture)).size
        _log.info("slip printed to console: %s x %s dots", width, height)
