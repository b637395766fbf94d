"""What the web server calls."""

from __future__ import annotations

import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "donghanh.settings")
application = get_wsgi_application()
import_module("donghanh.urls")  # all views are read now: else who asks first waits a second for it
