"""Who may do what."""

from __future__ import annotations

import pytest

from donghanh.accounts.roles import RIGHTS, ROLE_WORDS, SHIFT_ROLES, Right, Role, may


def test_every_role_has_rights_and_words() -> None:
    assert set(RIGHTS) == set(Role) == set(ROLE_WORDS)
    assert all(RIGHTS.values())


def test_supervisor_sees_figures_only() -> None:
    assert [right for right in Right if may(Role.SUPERVISOR, right)] == [Right.SEE_FIGURES]


@pytest.mark.parametrize("role", sorted(SHIFT_ROLES))
def test_volunteers_receive_only(role: Role) -> None:
    assert [right for right in Right if may(role, right)] == [Right.RECEIVE]


def test_administrator_never_sees_who_is_served() -> None:
    assert not may(Role.ADMINISTRATOR, Right.SERVE)


def test_only_head_and_administrator_run_the_centre() -> None:
    assert {r for r in Role if may(r, Right.RUN_CENTRE)} == {Role.HEAD, Role.ADMINISTRATOR}
