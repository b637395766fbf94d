"""How a person wants to be told: the same fields at the desk, on the telephone and at home."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from donghanh.messaging import service as messaging
from donghanh.messaging.service import Channel, Reach

CHANNELS = {
    Channel.SMS: "Tin nhắn SMS",
    Channel.ZALO: "Zalo",
    Channel.CALL: "Gọi điện",
    Channel.EMAIL: "Thư điện tử",
    Channel.HAMLET: "Nhờ người trong xóm báo",
}
AT_HOME = (Channel.SMS, Channel.ZALO, Channel.CALL, Channel.EMAIL)


@dataclass(frozen=True, slots=True)
class ReachInput:
    """A contact as typed and ticked, and what is wrong: field -> words. `named`: the channel."""

    reach: Reach
    named: str
    consent: bool
    errors: Mapping[str, str]


def read_reach(post: QueryDict) -> ReachInput:
    """Return how somebody wants to be told; an unknown channel counts as a call."""
    named = post.get("channel", "")
    channel = next((one for one in Channel if one.value == named), Channel.CALL)
    reach = Reach(
        channel,
        post.get("address", ""),
        post.get("person", ""),
        post.get("hamlet", ""),
        "text_only" in post,
    )
    errors = messaging.wrong_with_reach(reach, consent="consent" in post)
    if channel.value != named:
        errors.pop("address", "")
        errors = {"channel": "Chọn cách báo tin."} | errors
    return ReachInput(reach, named, "consent" in post, errors)


def channels_shown(*, at_home: bool) -> list[tuple[str, str]]:
    """Return (id, words) of the channels to choose from."""
    offered = AT_HOME if at_home else tuple(Channel)
    return [(one.value, CHANNELS[one]) for one in CHANNELS if one in offered]
