"""Who may do what. Pure: one table, read by `web/access.py` and by the docs."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """A part a member of staff plays (vai trò)."""

    VOLUNTEER = "volunteer"
    OFFICER = "officer"
    POLICE = "police"
    DIGITAL_TEAM = "digital_team"
    SUPERVISOR = "supervisor"
    HEAD = "head"
    ADMINISTRATOR = "administrator"


class Right(StrEnum):
    """Something one may do; each screen names the right it wants."""

    RECEIVE = "receive"  # greet, open a visit, give a number
    SERVE = "serve"  # call, see a visit's needs, accept, hand over
    HEAR = "hear"  # note what people say of the centre, answer what is theirs to answer
    SEE_FIGURES = "see_figures"  # numbers of the day, never a person
    TEACH = "teach"  # see which questions were not answered, say what people mean
    CHANGE_FACTS = "change_facts"  # local facts, wording, notices
    RUN_CENTRE = "run_centre"  # staff, devices, exports


ROLE_WORDS = {
    Role.VOLUNTEER: "Tình nguyện viên",
    Role.OFFICER: "Cán bộ quầy",
    Role.POLICE: "Công an xã tại quầy",
    Role.DIGITAL_TEAM: "Tổ công nghệ số cộng đồng",
    Role.SUPERVISOR: "Người giám sát",
    Role.HEAD: "Người đứng đầu Trung tâm",
    Role.ADMINISTRATOR: "Người quản trị",
}

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.VOLUNTEER: frozenset({Right.RECEIVE, Right.HEAR}),
    Role.DIGITAL_TEAM: frozenset({Right.RECEIVE, Right.TEACH}),
    Role.OFFICER: frozenset(
        {Right.RECEIVE, Right.SERVE, Right.HEAR, Right.TEACH, Right.CHANGE_FACTS}
    ),
    Role.POLICE: frozenset({Right.RECEIVE, Right.SERVE, Right.HEAR}),
    Role.SUPERVISOR: frozenset({Right.HEAR, Right.SEE_FIGURES}),
    Role.HEAD: frozenset(Right),
    Role.ADMINISTRATOR: frozenset({Right.SEE_FIGURES, Right.CHANGE_FACTS, Right.RUN_CENTRE}),
}

TWO_FACTOR_ROLES = frozenset({Role.HEAD, Role.ADMINISTRATOR})
SHIFT_ROLES = frozenset({Role.VOLUNTEER, Role.DIGITAL_TEAM})


def may(role: Role, right: Right) -> bool:
    """Return whether a role holds a right."""
    return right in RIGHTS[role]
