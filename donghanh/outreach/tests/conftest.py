"""What the tests of prints start from. Tables are only known once Django stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from donghanh.base.ids import new_key

if TYPE_CHECKING:
    from donghanh.centre.service import CentreRecord
    from donghanh.outreach.service import PrintRecord
    from tests.people import Person


@pytest.fixture
def leaflet(content: None, vinh_thuan: CentreRecord, lan: Person) -> PrintRecord:
    """Return thirty leaflets of khai sinh, at the desk."""
    from donghanh.outreach import service as outreach

    from .orders import LEAFLET

    return outreach.order_print(vinh_thuan, LEAFLET, by=lan, key=new_key())
