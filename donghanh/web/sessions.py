"""Sessions as Django keeps them, read by plain SQL: every poll of a desk reads one."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends import db

from donghanh.base.rows import one_row


class SessionStore(db.SessionStore):
    """A session in the database."""

    def load(self) -> dict[str, Any]:
        """Return what a session holds, nothing for one that ended or never was."""
        kept = one_row(
            self.model,
            "SELECT session_data FROM django_session"
            " WHERE session_key = %s AND expire_date > CURRENT_TIMESTAMP",
            self.session_key,
        )
        if kept is None:
            self._session_key = None
            return {}
        return self.decode(kept[0])
