"""What guidance hands out about life events and about what one may be entitled to."""

from __future__ import annotations

from dataclasses import dataclass

from donghanh.catalogue.service import DatedLaw, LifeEvent, LifeStep, Paper, Procedure


@dataclass(frozen=True, slots=True)
class Amount:
    """How much in general. `vnd` None: not known, or no money; `words` says which."""

    vnd: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Entitlement:
    """Something a person may be entitled to (khoản có thể được hưởng), never a promise.

    `code` None: no procedure is known. `conditions_open`: what nobody has told yet. `choice`: only
    the larger of several is paid. `sources` hold the laws of the day with their certainty.
    """

    id: str
    code: str | None
    title: str
    picture: str | None
    why: str
    delay: str | None
    choice: str | None
    amount: Amount
    sources: tuple[DatedLaw, ...]
    conditions_open: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """Return it as commands print it."""
        said = (f"Có thể được: {self.why}", self.delay, self.choice)
        return {
            "code": self.code,
            "title": self.title,
            "why": " ".join(words for words in said if words),
            "amount": {"vnd": self.amount.vnd, "words": self.amount.words},
            "sources": [_law_json(law) for law in self.sources],
            "conditions_open": list(self.conditions_open),
        }


def _law_json(law: DatedLaw) -> dict[str, object]:
    return {
        "title": law.title,
        "from": law.applies_from.isoformat() if law.applies_from else None,
        "to": law.applies_to.isoformat() if law.applies_to else None,
        "certainty": law.certainty,
    }


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step of a life event, with what it leads to on the day.

    `procedure` None: no plain words apply on the day; `official` is the title published, None when
    the procedure is no longer in force. `spares`: numbers of the steps that it makes needless.
    """

    number: int
    step: LifeStep
    procedure: Procedure | None
    official: str | None
    spares: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedPaper:
    """A paper that serves in several steps. `copies` 0: it is only shown, one is enough.

    `made_in`: the step that yields it, None when one has it before.
    """

    paper: Paper
    steps: tuple[int, ...]
    copies: int
    made_in: int | None


@dataclass(frozen=True, slots=True)
class LifePath:
    """A life event as a way to go on a day."""

    event: LifeEvent
    steps: tuple[PathStep, ...]
    shared: tuple[SharedPaper, ...]
