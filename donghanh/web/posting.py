"""What a press on a button needs: to be a POST, and a way back when it came as anything else."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from .access import View, centre_of


def press(back: str) -> Callable[[View], View]:
    """Let only a POST through; who comes here by a link is sent back to the page with the button.

    A person whose session ended presses, signs in, and the browser then asks for this address.
    `back` is below the centre and may name the view's arguments: "desk/{number}/".
    """

    def around(view: View) -> View:
        @wraps(view)
        def only_post(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method != "POST":
                return redirect(f"/{centre_of(request).slug}/{back.format(**kwargs)}")
            return view(request, *args, **kwargs)

        return only_post

    return around
