"""All settings. What differs between machines is an environment variable: docs/settings.md."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

from django.core.exceptions import ImproperlyConfigured
from fontpkg_be_vietnam_pro import ROOT as FONTS
from fontpkg_noto_sans_khmer import ROOT as KHMER

from donghanh.base.home import home

PACKAGE = Path(__file__).resolve().parent


def env_bool(name: str, default: bool) -> bool:
    """Return a yes/no variable. Raise ImproperlyConfigured for anything but 0 or 1."""
    value = os.environ.get(name, "1" if default else "0")
    if value not in ("0", "1"):
        raise ImproperlyConfigured(f"{name} must be 0 or 1, not {value!r}")
    return value == "1"


def env_int(name: str, default: int) -> int:
    """Return a whole number. Raise ImproperlyConfigured for anything else."""
    value = os.environ.get(name, str(default))
    if not value.isdigit():
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}")
    return int(value)


def _origins(name: str) -> frozenset[str]:
    """Return the sites of a list with commas. Raise ImproperlyConfigured for anything else."""
    sites = [site.strip() for site in os.environ.get(name, "").split(",") if site.strip()]
    for site in sites:
        parts = urlparse(site)
        if site != f"{parts.scheme}://{parts.netloc}" or parts.scheme not in ("http", "https"):
            raise ImproperlyConfigured(f"{name} must be like https://a.vn,https://b.vn: {site!r}")
    return frozenset(sites)


def _outside(name: str, schemes: tuple[str, str]) -> str:
    """Return an address that messages leave by: (scheme for loopback only, safe scheme), or empty.

    SMTP with STARTTLS is safe on any host. Raise ImproperlyConfigured for anything else.
    """
    url = os.environ.get(name, "").strip()
    if not url:
        return ""
    parts, (plain, safe) = urlparse(url), schemes
    at_home = parts.hostname in ("127.0.0.1", "localhost", "::1") or plain == "smtp"
    allowed = {safe, plain} if at_home else {safe}
    if not parts.hostname or parts.scheme not in allowed:
        raise ImproperlyConfigured(f"{name} must start with {safe}://")
    return url


def _secret_key() -> str:
    path = home() / "keys" / "secret_key.txt"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
    return path.read_text(encoding="ascii")


def _database() -> dict[str, Any]:
    """SQLite under DONGHANH_HOME, or what DONGHANH_DATABASE names (postgresql://…)."""
    url = os.environ.get("DONGHANH_DATABASE", "")
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": home() / "donghanh.sqlite3",
            "CONN_MAX_AGE": None,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            },
        }
    parts = urlparse(url)
    if parts.scheme not in ("postgresql", "postgres"):
        raise ImproperlyConfigured("DONGHANH_DATABASE must start with postgresql://")
    if not parts.path.strip("/"):
        raise ImproperlyConfigured(
            "DONGHANH_DATABASE must name the database: postgresql://user:password@host/name"
        )
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or unquote(query.get("host", "")),
        "PORT": str(parts.port or ""),
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 4}},
    }


HOST = os.environ.get("DONGHANH_HOST", "127.0.0.1")
PORT = env_int("DONGHANH_PORT", 8000)
HOST_IS_LOOPBACK = HOST in ("127.0.0.1", "::1", "localhost")
SPEECH_INPUT = env_bool("DONGHANH_SPEECH_INPUT", False)  # the voice leaves the building
PUBLIC_URL = os.environ.get("DONGHANH_PUBLIC_URL", "").rstrip("/")
API_PER_MINUTE = env_int("DONGHANH_API_PER_MINUTE", 120)
API_ORIGINS = _origins("DONGHANH_API_ORIGINS")
SMS_URL = _outside("DONGHANH_SMS_URL", ("http", "https"))
ZALO_URL = _outside("DONGHANH_ZALO_URL", ("http", "https"))
GATEWAY_TOKEN = os.environ.get("DONGHANH_GATEWAY_TOKEN", "")
SMTP_URL = _outside("DONGHANH_SMTP_URL", ("smtp", "smtps"))
MAIL_FROM = os.environ.get("DONGHANH_MAIL_FROM", "")
if SMTP_URL and "@" not in MAIL_FROM:
    raise ImproperlyConfigured("DONGHANH_MAIL_FROM must name the sender where SMTP is set")
SMS_ACCENTS = env_bool("DONGHANH_SMS_ACCENTS", False)

SCAN_IN = os.environ.get("DONGHANH_SCAN_IN", "")
SCAN_OUT = os.environ.get("DONGHANH_SCAN_OUT", "")

SECRET_KEY = _secret_key()
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver", HOST]
if PUBLIC_URL:
    ALLOWED_HOSTS.append(urlparse(PUBLIC_URL).hostname or "")
if HOST == "0.0.0.0":  # noqa: S104 – the operator asked for every address; TLS is then required
    ALLOWED_HOSTS = ["*"]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "axes",
    "csp",
    "django_tasks",
    "django_tasks_db",
    "donghanh.apps.Base",
    "donghanh.apps.Audit",
    "donghanh.apps.Speech",
    "donghanh.apps.Messaging",
    "donghanh.apps.Centre",
    "donghanh.apps.Accounts",
    "donghanh.apps.Catalogue",
    "donghanh.apps.Enquiry",
    "donghanh.apps.Reception",
    "donghanh.apps.Interview",
    "donghanh.apps.Dossier",
    "donghanh.apps.Queue",
    "donghanh.apps.Booking",
    "donghanh.apps.Feedback",
    "donghanh.apps.Outreach",
    "donghanh.apps.Reports",
    "donghanh.apps.Web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "donghanh.web.middleware.request_id",
    "donghanh.web.api.gate.api",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
    "donghanh.web.middleware.centre",
    "donghanh.web.middleware.facts",
    "donghanh.web.refusal.refuse_secrets",
]

ROOT_URLCONF = "donghanh.urls"
WSGI_APPLICATION = "donghanh.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted(PACKAGE.glob("web/*/templates")),
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["donghanh.web.context.page"],
            "builtins": ["donghanh.web.templatetags.house"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Staff"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "donghanh.accounts.backends.StaffBackend",
]
PASSWORD_HASHERS = ["donghanh.accounts.hashers.Argon2"]
OTP_TOTP_ISSUER = "Dong Hanh"

AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "username"  # else it reads USERNAME_FIELD and counts by address alone
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "signin/locked_out.html"
AXES_CLIENT_IP_CALLABLE = "donghanh.web.middleware.address_of"
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_VERBOSE = False

SESSION_ENGINE = "donghanh.web.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_IDLE_SECONDS_MAX = 30 * 60
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "donghanh.web.problems.stale_page"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not HOST_IS_LOOPBACK
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "media-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "manifest-src": ["'self'"],
    }
}

LANGUAGE_CODE = "vi"
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

STATIC_URL = "/static/"
STATIC_ROOT = home() / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STATICFILES_DIRS = [
    PACKAGE / "web" / "static",
    ("fonts", FONTS / "files"),
    ("fonts-khmer", KHMER / "files"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "donghanh.web.static_files.StaticFiles"},
}
MEDIA_ROOT = home() / "files"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "donghanh.base.logs.JsonLines"}},
    "handlers": {
        "file": {
            "class": "logging.handlers.RotatingFileHandler",
            "filename": home() / "logs" / f"{os.environ.get('DONGHANH_PROCESS', 'command')}.log",
            "maxBytes": 5_000_000,
            "backupCount": 4,
            "encoding": "utf-8",
            "delay": True,
            "formatter": "json",
        }
    },
    "root": {"handlers": ["file"], "level": "INFO"},
    "loggers": {"axes": {"level": "ERROR"}},
}
