"""The studio's pages. Recording itself needs script, a microphone and a secure context."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache

from donghanh.accounts.service import Right
from donghanh.speech import service as speech

from ..access import centre_of, key_of, screen, staff_of
from ..components.enrolment import keeps_page
from ..posting import press

TRIAL = ("105", 3)  # has a hundred, a link and two counts
SOUND_BYTES_MAX = 1_000_000  # 8 s at 48,000 samples a second are 770 kB


@screen(Right.CHANGE_FACTS)
@never_cache
def studio(request: HttpRequest) -> HttpResponse:
    """Show how far each language is, and let the whole be tried out."""
    centre_id = centre_of(request).id
    shelves = [
        {"language": one, "kept": len(speech.clips(centre_id, one.id)), "all": len(one.prompts)}
        for one in speech.languages()
    ]
    shown = {"shelves": shelves, "voices": speech.voices(), "may_record": keeps_page(request)}
    return render(request, "studio/studio.html", shown)


@screen(Right.CHANGE_FACTS)
@never_cache
def shelf(request: HttpRequest, language: str) -> HttpResponse:
    """List the prompts of a language, recorded or not."""
    found, kept = _language(language), speech.clips(centre_of(request).id, language)
    shown = {
        "language": found,
        "prompts": [(one, kept.get(one.id)) for one in found.prompts],
        "kept": len(kept),
        "next": speech.next_to_record(centre_of(request).id, language),
    }
    return render(request, "studio/shelf.html", shown)


@screen(Right.CHANGE_FACTS)
@never_cache
def take(request: HttpRequest, language: str, prompt: str) -> HttpResponse:
    """Record one prompt; a POST keeps the sound and says where to go on."""
    found = _language(language)
    asked = next((one for one in found.prompts if one.id == prompt), None)
    if asked is None:
        raise Http404(request.path)
    if request.method == "POST":
        return _keep(request, language, prompt)
    kept = speech.clips(centre_of(request).id, language)
    shown = {
        "language": found,
        "prompt": asked,
        "clip": kept.get(prompt),
        "place": found.prompts.index(asked) + 1,
        "kept": len(kept),
        "may_record": keeps_page(request),
    }
    return render(request, "studio/take.html", shown)


def _keep(request: HttpRequest, language: str, prompt: str) -> HttpResponse:
    centre = centre_of(request)
    sound = request.FILES.get("sound")
    taken = sound.read(SOUND_BYTES_MAX + 1) if sound else b""
    try:
        if len(taken) > SOUND_BYTES_MAX:
            raise speech.TakeRefused("too large")
        clip = speech.keep_clip(
            centre.id, language, prompt, taken, by=staff_of(request), key=key_of(request)
        )
    except speech.TakeRefused as fault:
        refused = {"schema": 1, "message": fault.message, "remedy": fault.remedy}
        return JsonResponse(refused, status=422)
    after = speech.next_to_record(centre.id, language, prompt)
    where = f"/{centre.slug}/studio/{language}/" + (f"{after.id}/" if after else "")
    return JsonResponse({"schema": 1, "seconds": clip.seconds, "next": where})


@screen(Right.CHANGE_FACTS)
@never_cache
def clip_sound(request: HttpRequest, language: str, prompt: str) -> HttpResponse:
    """Return a recorded prompt, to be listened to."""
    try:
        wav = speech.clip_sound(centre_of(request).id, language, prompt)
    except speech.NoSuchPrompt as fault:
        raise Http404(request.path) from fault
    return HttpResponse(wav, content_type="audio/wav")


@screen(Right.CHANGE_FACTS)
@never_cache
def trial(request: HttpRequest) -> HttpResponse:
    """Return a whole call as the hall would hear it now."""
    clip = speech.call_audio(*TRIAL, centre_id=centre_of(request).id, twice=False)
    if clip is None:
        raise Http404(request.path)
    return HttpResponse(clip.read_bytes(), content_type="audio/wav")


@screen(Right.CHANGE_FACTS)
@press("studio/{language}/")
def withdrawal(request: HttpRequest, language: str) -> HttpResponse:
    """Delete a recorded voice: whose it is may take it back."""
    centre = centre_of(request)
    _language(language)
    speech.withdraw_voice(centre.id, language, by=staff_of(request), key=key_of(request))
    return redirect(f"/{centre.slug}/studio/{language}/")


def _language(language: str) -> speech.Language:
    try:
        return speech.language(language)
    except speech.NoSuchPrompt as fault:
        raise Http404(language) from fault
