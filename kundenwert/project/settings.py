"""Django settings. What an installation may choose comes from the environment; nothing here opens a database."""

from __future__ import annotations

import os
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.database.data_dir import data_dir, load_secrets

PACKAGE = Path(__file__).resolve().parent.parent


def _flag(name: str, *, default: bool = False) -> bool:
    return os.environ.get(name, str(int(default))).strip().lower() in {"1", "true", "yes", "on"}


DEBUG = _flag("KUNDENWERT_DEBUG")
SECRET_KEY = os.environ.get("KUNDENWERT_SECRET_KEY") or load_secrets(data_dir()).secret_key
ALLOWED_HOSTS = [host for host in os.environ.get("KUNDENWERT_HOSTS", "*").split(",") if host]
HTTPS = _flag("KUNDENWERT_HTTPS")
"""Served behind https: secure cookies, HSTS."""

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "axes",
    "django_cotton.apps.SimpleAppConfig",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_static",
    "django_otp.plugins.otp_totp",
    "procrastinate.contrib.django",
    "kundenwert.foundation.access",
    "kundenwert.foundation.audit",
    "kundenwert.foundation.files",
    "kundenwert.foundation.jobs",
    "kundenwert.foundation.organisation",
    "kundenwert.foundation.ui",
    "kundenwert.records",
    "kundenwert.catalogue",
    "kundenwert.customers",
    "kundenwert.operational.sales",
    "kundenwert.operational.touchpoints",
    "kundenwert.analytical.report",
    "kundenwert.frontoffice",
]

MIDDLEWARE = [
    "kundenwert.foundation.web.security_headers.security_headers_middleware",
    "kundenwert.foundation.tenancy.middleware.organisation_middleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "kundenwert.foundation.access.web.middleware.user_language_middleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "kundenwert.foundation.access.web.middleware.sign_in_middleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "kundenwert.project.urls"
WSGI_APPLICATION = "kundenwert.project.wsgi.application"
APPEND_SLASH = False

_LOADERS = [
    "django_cotton.cotton_loader.Loader",
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "kundenwert.frontoffice.shell.shell",
            ],
            "loaders": _LOADERS if DEBUG else [("django.template.loaders.cached.Loader", _LOADERS)],
            "builtins": [
                "django_cotton.templatetags.cotton",
                "django.templatetags.i18n",
                "kundenwert.foundation.ui.templatetags.ui",
            ],
        },
    }
]
COTTON_ISOLATE_BY_DEFAULT = True

DATABASES = {
    "default": {
        "ENGINE": "kundenwert.foundation.tenancy.backend",
        "NAME": "organisation-in-scope",  # replaced by the parameters of the organisation in scope
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}} if _flag("KUNDENWERT_POOL") else {},
        "CONN_MAX_AGE": 0 if _flag("KUNDENWERT_POOL") else None,
        "ATOMIC_REQUESTS": False,
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# The parts of a page that are the same for everybody are kept in each process.
_MEMORY = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
_NOTHING = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
CACHES = {"default": _MEMORY, "template_fragments": _NOTHING if DEBUG else {**_MEMORY, "LOCATION": "fragments"}}

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "kundenwert.foundation.access.backend.PasswordBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "home"
PASSWORD_RESET_TIMEOUT = 3600

AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_FORM_FIELD = "username"
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "kundenwert.foundation.access.web.sign_in.locked_out"
AXES_CLIENT_IP_CALLABLE = "kundenwert.foundation.web.client_address.client_address"
AXES_ENABLE_ACCESS_FAILURE_LOG = False
AXES_VERBOSE = False

SESSION_ENGINE = "kundenwert.foundation.access.session_store"
SESSION_COOKIE_AGE = 60 * 60 * 24 * 14
SESSION_COOKIE_NAME = "kundenwert"
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SECURE = HTTPS
CSRF_USE_SESSIONS = False
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("KUNDENWERT_ORIGINS", "").split(",") if origin]
CSRF_FAILURE_VIEW = "kundenwert.frontoffice.web.errors.csrf_failure"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

LANGUAGE_CODE = "de"
LANGUAGES = [("de", _("German")), ("en", _("English"))]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = os.environ.get("KUNDENWERT_TIME_ZONE", "Europe/Berlin")
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = True

STATIC_URL = "/static/"
STATIC_ROOT = data_dir() / "static"
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.AppDirectoriesFinder"]

# A list may have been scrolled for long before all that is shown is ticked.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 50_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
UPLOAD_LIMIT = int(os.environ.get("KUNDENWERT_UPLOAD_LIMIT_MB", "2048")) * 1024 * 1024

EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if os.environ.get("KUNDENWERT_SMTP_HOST")
    else "django.core.mail.backends.console.EmailBackend"
)
EMAIL_HOST = os.environ.get("KUNDENWERT_SMTP_HOST", "")
EMAIL_PORT = int(os.environ.get("KUNDENWERT_SMTP_PORT", "587"))
EMAIL_HOST_USER = os.environ.get("KUNDENWERT_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("KUNDENWERT_SMTP_PASSWORD", "")
EMAIL_USE_TLS = _flag("KUNDENWERT_SMTP_TLS", default=True)
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("KUNDENWERT_MAIL_FROM", "kundenwert@localhost")

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_WORKER_DEFAULTS = {"delete_jobs": "successful"}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": os.environ.get("KUNDENWERT_LOG_LEVEL", "WARNING")},
    "loggers": {"axes": {"level": "ERROR"}, "procrastinate": {"level": "WARNING"}},
}
SILENCED_SYSTEM_CHECKS = ["axes.W001"]
