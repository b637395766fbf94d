"""The code of the province's receipt, read from a photograph that nobody keeps."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache

from donghanh.accounts.service import Right
from donghanh.documents import service as documents
from donghanh.dossier import service as dossier

from ..access import counter_of, screen
from ..posting import press

PICTURE_BYTES_MAX = 12 * 1024 * 1024  # a telephone's largest; our own page sends a tenth of it
NOT_SEEN = "Chưa thấy mã hồ sơ trong ảnh. Chụp gần hơn, đủ sáng, hoặc gõ mã như in."


@screen(Right.SERVE)
@never_cache
@press("desk/{number}/")
def receipt_code(request: HttpRequest, number: int) -> HttpResponse:
    """Answer with the code in a picture, or with what to do."""
    counter_of(request, number)
    code, words = code_in_picture(request.FILES.get("picture"))
    shown = {"schema": 1, "code": code, "words": words}
    return JsonResponse(shown, status=200 if code else 422)


def code_in_picture(picture: object) -> tuple[str, str]:
    """Return (the provincial code in an uploaded picture, ""), or ("", what to do instead)."""
    if not isinstance(picture, UploadedFile) or (picture.size or 0) > PICTURE_BYTES_MAX:
        return "", f"{documents.NotAPicture.message} {documents.NotAPicture.remedy}"
    try:
        said = documents.codes_in(picture.read())
    except documents.NotAPicture as fault:
        return "", f"{fault.message} {fault.remedy}"
    found = {code for text in said if (code := dossier.official_code_in(text))}
    return (found.pop(), "") if len(found) == 1 else ("", NOT_SEEN)
