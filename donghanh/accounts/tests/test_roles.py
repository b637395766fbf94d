"""Who may do what."""

from __future__ import annotations

import pytest

from donghanh.accounts.roles import RIGHTS, ROLE_WORDS, SHIFT_ROLES, Right, Role, may


def test_every_role_has_rights_and_words() -> None:
    assert set(RIGHTS) == set(Role) == set(ROLE_WORDS)
    assert all(RIGHTS.values())


def test_supervisor_sees_figures_and_hears_complaints() -> None:
    """And hears complaints, which the law gives an owner who did not serve."""
    allowed = [right for right in Right if may(Role.SUPERVISOR, right)]
    assert allowed == [Right.HEAR, Right.SEE_FIGURES]


def test_volunteers_receive_and_note_what_is_said() -> None:
    assert RIGHTS[Role.VOLUNTEER] == {Right.RECEIVE, Right.HEAR}


@pytest.mark.parametrize("role", sorted(SHIFT_ROLES))
def test_who_comes_for_a_shift_sees_no_visitor(role: Role) -> None:
    assert RIGHTS[role] <= {Right.RECEIVE, Right.HEAR, Right.TEACH}


def test_officers_the_digital_team_and_the_head_teach_the_search() -> None:
    teaching = {role for role in Role if may(role, Right.TEACH)}
    assert teaching == {Role.OFFICER, Role.DIGITAL_TEAM, Role.HEAD}


def test_administrator_never_sees_who_is_served() -> None:
    assert not may(Role.ADMINISTRATOR, Right.SERVE)


def test_only_head_and_administrator_run_the_centre() -> None:
    assert {r for r in Role if may(r, Right.RUN_CENTRE)} == {Role.HEAD, Role.ADMINISTRATOR}
