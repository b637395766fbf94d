"""How passwords are kept."""

from __future__ import annotations

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id at 19 MiB, two passes, one lane: OWASP's smallest advised set."""

    memory_cost = 19456
    time_cost = 2
    parallelism = 1
