"""Tables of the accounts room."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from donghanh.base.scope import Scope

from .roles import SHIFT_ROLES, Right, Role, may


class StaffManager(BaseUserManager["Staff"]):
    """Staff are found by `login`, "slug:username": the same name may work in two centres."""


class Staff(AbstractBaseUser):
    """Someone who works at a centre (cán bộ, tình nguyện viên). An Actor."""

    scope: ClassVar[Scope] = Scope.CENTRE

    login = models.CharField(max_length=120, unique=True)
    centre = models.ForeignKey("centre.Centre", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=20, choices=[(r.value, r.value) for r in Role])
    pin = models.CharField(max_length=128, blank=True)
    pin_failures = models.PositiveSmallIntegerField(default=0)
    shift_ends_at = models.DateTimeField(null=True)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)

    objects: ClassVar[StaffManager] = StaffManager()

    USERNAME_FIELD = "login"

    class Meta:
        app_label = "accounts"
        constraints = (
            models.CheckConstraint(
                condition=~Q(role__in=sorted(r.value for r in SHIFT_ROLES))
                | Q(shift_ends_at__isnull=False),
                name="a_shift_account_ends_with_its_shift",
            ),
        )

    @property
    def actor_kind(self) -> str:
        return "staff"

    @property
    def actor_id(self) -> int:
        return int(self.pk)

    def may(self, right: Right) -> bool:
        """Return whether this person's role holds a right."""
        return may(Role(self.role), right)

    def has_perm(self, perm: str, subject: Any = None) -> bool:
        """Django's own permissions are not used; rights are in roles.py."""
        return False
