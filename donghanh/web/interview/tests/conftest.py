"""Lan beside a mother who came to declare a birth. Rooms are imported late, after the settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from tests.people import PASSWORD, Person, anybody, hire

if TYPE_CHECKING:
    from django.test import Client

    from donghanh.centre.service import CentreRecord

FOLDER = "/vinh-thuan/interview/"
SitWith = Callable[..., "Pair"]


@dataclass
class Pair:
    """A helper's browser, and the form before the two."""

    client: Client
    slip_code: str
    visit_id: int
    officer: Person
    draft_id: int = 0

    @property
    def at(self) -> tuple[int, int]:
        """The centre and the form, as the room's door wants them."""
        assert self.officer.centre_id is not None
        return self.officer.centre_id, self.draft_id

    @property
    def base(self) -> str:
        """The address of the form."""
        return f"{FOLDER}{self.draft_id}/"

    def press(self, where: str, **typed: Any) -> Any:
        """Send a form below the folder of forms."""
        return self.client.post(where, {"key": str(uuid4()), **typed})

    def answer(self, question_id: str, **typed: Any) -> Any:
        """Answer a question."""
        return self.press(f"{self.base}questions/{question_id}/", **typed)

    def page(self, where: str) -> str:
        """Return a page of the form as text."""
        return str(self.client.get(self.base + where).content.decode())

    def sit_down(self, **typed: Any) -> Any:
        """Send the slip and the declaration."""
        return self.press(f"{FOLDER}sittings/", slip=self.slip_code, not_for_self="1", **typed)

    def begin(self, form_id: str) -> None:
        """Open a form of the visit."""
        came = self.press(f"{FOLDER}drafts/", form=form_id)
        self.draft_id = int(came["Location"].split("/")[3])


def signed_in(client: Client, centre: CentreRecord, person: Person) -> Person:
    """Sign somebody of the cast in and return them with their real account."""
    account = hire(centre, person)
    told = {"username": person.role, "password": PASSWORD}
    client.post(f"/{centre.slug}/sign-in/", told)
    return replace(person, actor_id=account.id)


@pytest.fixture
def pair(client: Client, content: None, vinh_thuan: CentreRecord, lan: Person) -> Pair:
    """Return Lan signed in, and a mother with her slip who sits in front of her."""
    from donghanh.base.ids import new_key
    from donghanh.queue import service as queue

    ticket = queue.join(anybody(vinh_thuan.id), by=lan, key=new_key())
    officer = signed_in(client, vinh_thuan, lan)
    return Pair(client, ticket.slip_code, ticket.visit_id, officer)


@pytest.fixture
def birth(pair: Pair) -> Pair:
    """Return the two before the declaration of a birth."""
    pair.sit_down(counter="2")
    pair.begin("khai_sinh")
    return pair
