"""What should change, as it is typed: the same fields at home and at the centre."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import QueryDict

from donghanh.base.ids import derived_key
from donghanh.base.people import Actor
from donghanh.base.refusal import SECRET_REFUSED, tells_secret
from donghanh.enquiry import service as enquiry
from donghanh.feedback import service as feedback
from donghanh.feedback.service import About
from donghanh.messaging import service as messaging

from .reach import ReachInput, channels_shown, read_reach

ABOUT = {
    About.CONDUCT: "Cách làm, thái độ, chậm trễ",
    About.RULE: "Quy định, giấy tờ phải nộp",
    About.OTHER: "Chuyện khác",
}


@dataclass(frozen=True, slots=True)
class OpinionInput:
    """An opinion as typed. `like`: it sounds like what is not taken down here, unless `sure`;
    `urgent`: like danger, where two weeks for an answer would be a trap.

    `reach`: how to be told, None where they did not ask to be.
    """

    opinion: feedback.Opinion
    named: str
    sure: bool
    like: feedback.PetitionWay | None
    urgent: enquiry.Urgent | None
    reach: ReachInput | None
    errors: Mapping[str, str]

    @property
    def is_asked_again(self) -> bool:
        """Return whether the page is shown once more before anything is kept."""
        return bool(self.errors or self.like or self.urgent)


def read_opinion(post: QueryDict, *, channel: str, accused: tuple[int, ...] = ()) -> OpinionInput:
    """Return what somebody wants changed; errors by field."""
    words, named = post.get("words", ""), post.get("about", "")
    about = next((one for one in About if one.value == named), About.OTHER)
    errors: dict[str, str] = {}
    wrong = SECRET_REFUSED if tells_secret(words) else feedback.wrong_with_words(words)
    if wrong:
        errors["words"] = wrong
    if about.value != named:
        errors["about"] = "Chọn nói về việc gì."
    reach = read_reach(post) if _wants_telling(post) else None
    errors |= dict(reach.errors) if reach else {}
    sure = "sure" in post
    urgent = None if sure else enquiry.danger_heard(words)
    kind = None if sure or errors or urgent else feedback.sounds_like(words)
    like = feedback.petitions()[kind] if kind else None
    opinion = feedback.Opinion(words, about, channel, accused, "about_head" in post)
    return OpinionInput(opinion, named, sure, like, urgent, reach, errors)


def take(typed: OpinionInput, centre_id: int, *, by: Actor, key: UUID) -> feedback.ComplaintRecord:
    """Take it down, with how its author wants to be told. Raise AboutYou, NobodyImpartial."""
    made = feedback.take_complaint(centre_id, typed.opinion, by=by, key=key)
    if typed.reach:
        subject = feedback.subject_of_complaint(made.id)
        told = derived_key(key, "reach")
        messaging.agree(centre_id, subject, typed.reach.reach, by=by, key=told)
    return made


def _wants_telling(post: QueryDict) -> bool:
    fields = ("channel", "address", "person", "consent")
    return any(post.get(field, "").strip() for field in fields)


def form_shown(typed: OpinionInput | None, *, at_home: bool) -> dict[str, object]:
    """Return what the form shows again."""
    return {
        "abouts": [(one.value, words) for one, words in ABOUT.items()],
        "channels": channels_shown(at_home=at_home),
        "typed": typed.reach if typed else None,
        "told": typed,
        "errors": typed.errors if typed else {},
        "head": "",
        "known_address": "",
        "known_hamlet": "",
    }
