"""Who may go for another person: the procedure's words, read into what has to be signed."""

from __future__ import annotations

from dataclasses import dataclass

from donghanh.base.faults import Fact
from donghanh.catalogue import service as catalogue

from .proxies import Proof, Relation, proof


class MustComeInPerson(Fact):
    """Nobody may go in this person's place."""

    message = "Việc này chính người đó phải có mặt, không ai đi thay được."
    remedy = "Già yếu, không đi được thì hỏi cán bộ về việc đến làm tại nhà."


class NoPaperNeeded(Fact):
    """A relative may go without any paper of authorisation."""

    message = "Người nhà đi thay việc này không cần giấy ủy quyền."
    remedy = "Mang giấy tờ tùy thân của người đi, và thống nhất trước với người nhờ."


@dataclass(frozen=True, slots=True)
class Proxy:
    """Going in another's place. `proof`: PLAIN, CERTIFIED, or ASK where it is not known."""

    procedure: catalogue.Procedure
    relation: Relation
    proof: Proof

    @property
    def words(self) -> str:
        """What the procedure says of it, as it stands in the catalogue."""
        return self.procedure.who_may_file.authorisation or ""


def proxy(procedure: catalogue.Procedure, relation: Relation) -> Proxy:
    """Return what must be signed. Raise MustComeInPerson or NoPaperNeeded."""
    who = procedure.who_may_file
    needed = proof(who.in_person, who.authorisation, relation)
    if needed is Proof.NOBODY:
        raise MustComeInPerson(procedure.code, message=f"{who.words} Không có giấy ủy quyền để in.")
    if needed is Proof.NONE:
        raise NoPaperNeeded(procedure.code)
    return Proxy(procedure, relation, needed)
