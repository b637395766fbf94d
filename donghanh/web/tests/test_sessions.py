"""Sessions read by plain SQL hold what Django wrote, and end when it said."""

from __future__ import annotations

import pytest
from django.contrib.sessions.models import Session

from donghanh.web.sessions import SessionStore

pytestmark = pytest.mark.django_db


def kept(*, seconds: int) -> SessionStore:
    store = SessionStore()
    store["seen_at"] = 7.5
    store.set_expiry(seconds)
    store.save()
    return store


def test_what_was_kept_is_read() -> None:
    assert SessionStore(kept(seconds=60).session_key)["seen_at"] == 7.5


def test_an_ended_or_unknown_session_holds_nothing_and_loses_its_key() -> None:
    ended = kept(seconds=-1)
    assert Session.objects.filter(pk=ended.session_key).exists()
    for key in (ended.session_key, "0" * 32):
        found = SessionStore(key)
        assert found.get("seen_at") is None and found.session_key is None
