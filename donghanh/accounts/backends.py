"""How a name and a password become a member of staff."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.backends import BaseBackend
from django.contrib.auth.hashers import check_password, make_password

from donghanh.base.clock import now
from donghanh.base.rows import rows_of

from .models import Staff


class StaffBackend(BaseBackend):
    """Accounts of staff. A shift account ends with its shift; a demo account stays on loopback."""

    def authenticate(
        self, request: Any, username: str | None = None, password: str | None = None, **_: Any
    ) -> Staff | None:
        """Return who this is, or None. An unknown name costs as much time as a wrong password."""
        staff = Staff.objects.filter(login=username or "").first()
        if staff is None:
            make_password(password or "")
            return None
        right = check_password(password or "", staff.password)
        return staff if right and may_sign_in(staff) else None

    def get_user(self, user_id: int) -> Staff | None:
        """Return the person of a session, None once they may not work any more."""
        sql = "SELECT {columns} FROM accounts_staff WHERE id = %s /* across centres: who it is */"
        found = rows_of(Staff, sql, user_id)
        return found[0] if found and may_sign_in(found[0]) else None


def may_sign_in(staff: Staff) -> bool:
    """Return whether the account works at this instant on this host."""
    if not staff.is_active or (staff.is_demo and not settings.HOST_IS_LOOPBACK):
        return False
    return staff.shift_ends_at is None or now() < staff.shift_ends_at
