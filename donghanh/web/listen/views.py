"""One sentence as sound. Anyone may hear what stands on a page that anyone may read."""

from __future__ import annotations

from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_GET

from donghanh.speech import service as speech

from ..access import centre_of
from .texts import is_loud, words_of

SOUND_TYPES: dict[speech.SoundForm, str] = {
    "wav": "audio/wav",
    "ogg": "audio/ogg; codecs=opus",
    "mp3": "audio/mpeg",
}


@require_GET
@cache_control(private=True, max_age=24 * 3600)
def hear(request: HttpRequest, token: str) -> HttpResponseBase:
    """Return a sentence as sound; 404 when no voice is at hand, and the browser's then speaks."""
    words = words_of(token)
    if words is None:
        raise Http404(request.path)
    centre_id = centre_of(request).id
    try:
        said = speech.aloud if is_loud(request) else speech.say
        clip = said(words, centre_id=centre_id)
    except speech.NotForLoudspeaker as fault:
        raise Http404(request.path) from fault
    if clip is None:
        raise Http404(request.path)
    return sound_of(request, clip)


def sound_of(request: HttpRequest, wav: Path) -> HttpResponseBase:
    """Return a sound in the form that the browser asked for; WAV is what every one plays."""
    asked = request.GET.get("form", "")
    form: speech.SoundForm = next((one for one in SOUND_TYPES if one == asked), "wav")
    made = speech.as_form(wav, form)
    kind = SOUND_TYPES[form] if made.suffix == f".{form}" else SOUND_TYPES["wav"]
    response = FileResponse(made.open("rb"), content_type=kind)
    response["Content-Encoding"] = "identity"  # sound is packed already
    return response
