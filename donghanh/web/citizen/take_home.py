"""What a citizen may take home: the leaflet, the board and the film that the centre has made."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from donghanh.catalogue import service as catalogue
from donghanh.centre.service import CentreRecord
from donghanh.outreach import service as outreach

from ..access import centre_of

WORDS: dict[outreach.OutputKind, str] = {
    "leaflet": "Tờ rơi để in",
    "wall_board": "Bảng hướng dẫn khổ lớn",
    "step_card": "Thẻ làm trên mạng tại nhà",
    "film": "Phim hướng dẫn, có tiếng và có chữ",
}
PICTURES: dict[outreach.OutputKind, str] = {
    "leaflet": "to_khai",
    "wall_board": "hoi_can_bo",
    "step_card": "may_tinh",
    "film": "nhin",
}


def to_take_home(centre: CentreRecord, subject: str) -> list[tuple[int, str, str]]:
    """Return what there is of a subject as (number of the print, picture, words)."""
    found = outreach.to_take_home(centre, subject)
    return [(one.id, PICTURES[one.kind], WORDS[one.kind]) for one in found]


@require_safe
@catalogue.one_look()
def take_home(request: HttpRequest, print_id: int) -> HttpResponse:
    """Hand out a print as PDF, or show the film, while it is about and still right."""
    centre = centre_of(request)
    try:
        made = outreach.print_of(centre.id, print_id)
    except outreach.NoSuchPrint as error:
        raise Http404(str(print_id)) from error
    offered = {one.id: one for one in outreach.to_take_home(centre, made.subject)}
    if print_id not in offered:
        raise Http404(str(print_id))
    if made.kind == "film":
        kind, _, name = made.subject.partition(":")
        back = f"{'procedures' if kind == 'procedure' else 'life-events'}/{name}/"
        return render(request, "citizen/film.html", {"film": made, "back": back})
    pdf = outreach.print_file(centre, print_id, address=settings.PUBLIC_URL)
    response = HttpResponse(pdf, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{made.kind}-{print_id}.pdf"'
    return response
