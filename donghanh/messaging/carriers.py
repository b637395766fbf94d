"""Which channels the machine serves by itself here: those whose way out is set."""

from __future__ import annotations

from django.conf import settings

from .adapters.base import Carrier
from .adapters.http_gateway import HttpGateway
from .adapters.smtp import Smtp
from .records import Channel


def carrier(channel: Channel) -> Carrier | None:
    """Return the way out of a channel, None where a person does it from the outbox."""
    gateways = {Channel.SMS: settings.SMS_URL, Channel.ZALO: settings.ZALO_URL}
    if gateways.get(channel):
        return HttpGateway(gateways[channel], settings.GATEWAY_TOKEN)
    if channel is Channel.EMAIL and settings.SMTP_URL:
        return Smtp(settings.SMTP_URL, settings.MAIL_FROM)
    return None
