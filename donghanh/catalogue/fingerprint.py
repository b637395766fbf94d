"""Whether the content files were loaded as they stand: a digest, cheaper than reading them all."""

from __future__ import annotations

import hashlib
from pathlib import Path

from donghanh.base.content import CONTENT

from .models import Revision

_CODE = Path(__file__).parent


def fingerprint(folder: Path = CONTENT) -> str:
    """Return what stands for these files, our code that reads them, and the standing revision.

    It changes when a file does, when the code does, and when the database holds another catalogue
    than the one it was taken after, as after a restore.
    """
    digest = hashlib.sha256(str(Revision.standing()).encode())
    code = [path for path in _CODE.rglob("*.py") if "tests" not in path.parts]
    for path in sorted([*folder.rglob("*.yaml"), *code]):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
