"""What holds for every procedure that ships with the product, whoever comes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from donghanh.base.content import CONTENT
from donghanh.catalogue import service as catalogue
from donghanh.catalogue.loading import read_folder
from donghanh.catalogue.reading.whole import Content
from donghanh.guidance import service as guidance

pytestmark = pytest.mark.slow  # every procedure, some thousand people

CODES = sorted(path.stem for path in (CONTENT / "procedures").glob("*.yaml"))


@lru_cache(maxsize=1)
def content() -> Content:
    """Return the content files, read once and only when a test here runs."""
    return read_folder(CONTENT)


each_code = pytest.mark.parametrize("code", CODES)
paper_ids = st.deferred(lambda: st.sampled_from(sorted(content().papers)))


def _procedure(
    code: str, *, on: date | None = None, province: str | None = None
) -> catalogue.Procedure:
    found = content().procedures.get(code)
    if found is None:
        raise catalogue.NoSuchProcedure(code, message=f"Không có {code}.")
    return found


@pytest.fixture(autouse=True, scope="module")
def shelved() -> Iterator[None]:
    """Give out the content files as they are, without a database."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogue, "one_look", nullcontext)
        patch.setattr(catalogue, "paper", lambda name, *, on=None: content().papers[name])
        patch.setattr(catalogue, "places", lambda: content().places)
        patch.setattr(catalogue, "procedure", _procedure)
        yield


@st.composite
def people(draw: st.DrawFn) -> tuple[catalogue.Procedure, dict[str, str], frozenset[str]]:
    """Draw a procedure, some answers, and the papers somebody holds."""
    procedure = content().procedures[draw(st.sampled_from(CODES))]
    answers = {
        case.id: draw(st.sampled_from([choice.id for choice in case.choices]))
        for case in procedure.cases
        if draw(st.booleans())
    }
    asked = [line.paper for line in procedure.papers]
    others = [other for line in procedure.papers for other in line.instead]
    known = sorted({*asked, *others, "giay_to_tuy_than"})
    return procedure, answers, frozenset(draw(st.sets(st.sampled_from(known))))


Drawn = tuple[catalogue.Procedure, dict[str, str], frozenset[str]]


@given(people())
def test_no_paper_stands_twice_on_list_or_slip(person: Drawn) -> None:
    procedure, answers, held = person
    found = guidance.checklist(procedure, answers, held=held)
    listed = [item.paper.id for item in found.papers]
    fetched = [line.missing.paper.id for line in guidance.slip(found, held=held).lines]
    assert len(listed) == len(set(listed))
    assert len(fetched) == len(set(fetched))
    assert sorted(fetched) == sorted(one.paper.id for one in found.missing)


@given(people(), st.booleans())
def test_the_slip_never_holds_what_is_looked_up_or_held(person: Drawn, here: bool) -> None:
    procedure, answers, held = person
    found = guidance.checklist(procedure, answers, held=held)
    for line in guidance.slip(found, held=held, here=here).lines:
        assert line.missing.required.how != "looked_up"
        assert line.missing.paper.id not in held
        assert not held & {paper.id for paper in line.missing.instead}


@given(people(), st.sets(paper_ids))
def test_holding_more_never_lengthens_the_slip(person: Drawn, more: set[str]) -> None:
    procedure, answers, held = person
    few = guidance.slip(guidance.checklist(procedure, answers, held=held | more), held=held | more)
    many = guidance.slip(guidance.checklist(procedure, answers, held=held), held=held)
    names = [{line.missing.paper.id for line in slip.lines} for slip in (few, many)]
    assert names[0] <= names[1]


@given(people())
def test_nothing_to_bring_is_said_when_it_is_so(person: Drawn) -> None:
    procedure, answers, _ = person
    found = guidance.checklist(procedure, answers)
    brought = [item for item in found.papers if item.required.how != "looked_up"]
    assert found.nothing_to_bring == (not brought)
    assert not (found.nothing_to_bring and guidance.slip(found).stops)


@given(people())
def test_an_answer_never_brings_a_paper_nobody_spoke_of(person: Drawn) -> None:
    procedure, answers, _ = person
    before = {item.paper.id for item in guidance.checklist(procedure, {}).papers}
    assert {item.paper.id for item in guidance.checklist(procedure, answers).papers} <= before


@given(people())
def test_every_line_of_a_slip_says_all_or_says_it_is_not_known(person: Drawn) -> None:
    procedure, answers, held = person
    slip = guidance.slip(guidance.checklist(procedure, answers, held=held), held=held)
    for line in slip.lines:
        assert line.where and line.fee and line.how_long and line.who_may_go
        assert bool(line.hours) == (line.missing.where is not None)
    assert [stop.files for stop in slip.stops] == [False] * (len(slip.stops) - 1) + [True] * bool(
        slip.stops
    )


def deepest(brought: tuple[guidance.Brought, ...], above: tuple[str, ...] = ()) -> int:
    """Return how deep the papers for papers go; no paper's guidance leads back to itself."""
    depths = [0]
    for one in brought:
        assert not one.bring or one.paper.id not in above
        depths.append(1 + deepest(one.bring, (*above, one.paper.id)))
    return max(depths)


@each_code
def test_papers_for_papers_end_and_never_circle(code: str) -> None:
    for line in guidance.slip(guidance.checklist(content().procedures[code], {})).lines:
        assert deepest(line.bring) <= 4
        if line.yielded_by:
            assert line.yielded_by.code != code or not line.bring


@each_code
def test_what_is_asked_one_by_one_settles_everything(code: str) -> None:
    """The last choice each time: at most five questions, and then nothing is open."""
    procedure, answers = content().procedures[code], dict[str, str]()
    for _ in range(5):
        found = guidance.checklist(procedure, answers)
        if not found.questions:
            break
        answers[found.questions[0].id] = found.questions[0].choices[-1].id
    found = guidance.checklist(procedure, answers)
    assert found.questions == ()
    assert found.time and found.fee
    assert all(item.certain for item in found.papers)


@each_code
def test_a_sheet_is_never_made_for_who_must_come(code: str) -> None:
    procedure = content().procedures[code]
    for relation in guidance.Relation:
        if procedure.who_may_file.in_person:
            with pytest.raises(guidance.MustComeInPerson):
                guidance.proxy(procedure, relation)
        elif relation in (guidance.Relation.NEPHEW, guidance.Relation.OTHER):
            assert guidance.proxy(procedure, relation).proof is not guidance.Proof.NONE
