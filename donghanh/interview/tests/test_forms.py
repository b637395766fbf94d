"""Every form of the content, by tests made from the forms themselves."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from donghanh.interview import journey, library, service, sheets, walking
from donghanh.interview.reading.forms import ReadVersion

from .samples import IDS, TODAY, VERSIONS, answered

every_version = pytest.mark.parametrize("read", VERSIONS, ids=IDS)


@pytest.mark.parametrize("path", sorted(library.FORMS.glob("*.yaml")), ids=lambda path: path.stem)
def test_form_is_whole(path: Path) -> None:
    found = library.check(path)
    assert (found.errors, found.warnings) == ((), ())


@every_version
def test_every_page_is_reached(read: ReadVersion) -> None:
    """Answer as the walk says, page by page, until each question has been asked once."""
    version = read.version
    walk = walking.walk(version)
    asked: set[str] = set()
    for question in version.questions:
        if question.id not in asked:
            answers = answered(version, walk.reached[question.id])
            asked |= set(answers)
            assert question.id in answers
    assert asked == {question.id for question in version.questions}


@every_version
def test_the_way_goes_on_and_back(read: ReadVersion) -> None:
    answers = answered(read.version, {})
    way = [question.id for question in journey.path(read.version, answers)]
    for here, following in pairwise(way):
        after = journey.after(read.version, answers, here)
        assert after is not None and after.id == following
        assert journey.page(read.version, answers, following, TODAY).back == here
    assert journey.after(read.version, answers, way[-1]) is None


@every_version
def test_print_says_what_was_said_and_no_more(read: ReadVersion) -> None:
    answers = answered(read.version, {})
    printed = sheets.sheet(read.version, read.layout, answers, sheets.Letterhead("Nơi Ví Dụ"))
    written = {b.id: b.value for part in printed.parts for b in sheets.boxes_of(part) if b.value}
    ticks = {place for place, words in journey.boxes(read.version, answers).items() if words == "x"}
    said = {**journey.boxes(read.version, answers), "co_quan": "Nơi Ví Dụ"}
    assert written == {place: words for place, words in said.items() if place not in ticks}
    assert len(printed.answers) == len(answers)
    empty = sheets.sheet(read.version, read.layout, {}, sheets.Letterhead())
    assert not any(box.value for part in empty.parts for box in sheets.boxes_of(part))


def test_shared_answers_have_one_type() -> None:
    pairs = {
        (one.shared, one.type, tuple(choice.id for choice in one.choices))
        for read in VERSIONS
        for one in read.version.questions
        if one.shared
    }
    assert len({name for name, *_ in pairs}) == len(pairs)


def test_forms_are_found_by_procedure() -> None:
    assert [one.form_id for one in service.forms_for("1.001193", TODAY)] == ["khai_sinh"]
    assert service.forms_for("9.999999", TODAY) == ()
    with pytest.raises(service.NoSuchForm):
        service.form_version("khai_sinh", TODAY.replace(year=2000))
