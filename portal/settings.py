"""Settings of the portal. What differs between machines comes from the environment or var/portal.env."""

import re
from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from environs import Env

BASE_DIR = Path(__file__).resolve().parent.parent
SQLITE, POSTGRESQL = "django.db.backends.sqlite3", "django.db.backends.postgresql"
HOST_NAME = r"\*|\.?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*|\[[0-9A-Fa-f:.]+\]"

env = Env()
env.read_env(BASE_DIR / "var" / "portal.env", recurse=False)


def setting(parse, name, default, must_be):
    """Return the value of an environment variable. Raise ImproperlyConfigured, without passwords, if it is wrong."""
    try:
        return parse(name, default)
    except ValueError:
        value = re.sub("//.*@", "//***@", env.str(name))
        raise ImproperlyConfigured(f"{name} is {value!r}, but must be {must_be}.") from None


def database(name, default):
    config = env.dj_db_url(name, default)
    if config["ENGINE"] not in (SQLITE, POSTGRESQL) or not config["NAME"]:
        raise ValueError("neither SQLite nor PostgreSQL, or no name")
    if config["ENGINE"] == POSTGRESQL:
        return config | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    if config["NAME"] != ":memory:":
        path = BASE_DIR / config["NAME"]
        if path.is_dir() or not (path.parent.is_dir() or path.parent == BASE_DIR / "var"):
            raise ValueError("not a file in a folder that exists")
        config["NAME"] = path
    options = {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
    }
    return config | {"OPTIONS": options | config.get("OPTIONS", {})}


def hosts(name, default):
    names = [host.strip() for host in env.list(name, default)]
    if not names or not all(re.fullmatch(HOST_NAME, host) for host in names):
        raise ValueError("not a list of host names")
    return names


def folder(name, default):
    path = BASE_DIR / env.path(name, default)
    nearest = next(place for place in (path, *path.parents) if place.exists())
    if not env.str(name, "unset") or not nearest.is_dir():
        raise ValueError("not a folder")
    return path


def secret_key(name):
    key = env.str(name, "")
    if DEBUG:
        return key or "django-insecure-only-while-DEBUG-is-on"
    if len(key) < 50 or len(set(key)) < 5 or key.startswith("django-insecure"):
        found = f"has {len(key)} characters" if key else "is missing"
        raise ImproperlyConfigured(
            f"{name} {found}, but must be 50 or more random characters, not beginning with "
            "'django-insecure', when DEBUG is off; 'make setup' writes one into var/portal.env."
        )
    return key


DEBUG = setting(env.bool, "DEBUG", False, "true or false")
SECRET_KEY = secret_key("SECRET_KEY")
ALLOWED_HOSTS = setting(
    hosts,
    "ALLOWED_HOSTS",
    ["127.0.0.1", "localhost", "[::1]"],
    "host names or addresses with commas between, without http:// and without a port",
)
DATABASES = {
    "default": setting(
        database,
        "DATABASE_URL",
        "sqlite:///var/portal.sqlite3",
        "sqlite:///file (in a folder that exists) or postgres://user:password@host:5432/name",
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "portal.apps.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
    "axes",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_filters",
    "django_tasks",
    "django_tasks_db",
    "simple_history",
    "portal.apps.PortalConfig",
    "partners",
    "networks",
    "projects",
    "reports",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "portal.accounts.sign_in.first_password_first",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "portal.accounts.sign_in.AccountBackend",
]
# Relations of an account that every page needs, read in one query; the school is that of a director (networks).
READ_WITH_ACCOUNT = ["first_password", "school_account__school"]
DEBUG_TOOLBAR = DEBUG and find_spec("debug_toolbar") is not None  # of the development lock alone
if DEBUG_TOOLBAR:
    INSTALLED_APPS.append("debug_toolbar")
    MIDDLEWARE.insert(0, "debug_toolbar.middleware.DebugToolbarMiddleware")
    INTERNAL_IPS = ["127.0.0.1", "::1"]
ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "reports.public.context_processors.office",
            ]
        },
    }
]

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"

LANGUAGE_CODE = "th"
LANGUAGES = [("th", "ไทย")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Bangkok"

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [BASE_DIR / "static", ("manual", BASE_DIR / "docs" / "manual")]
MEDIA_ROOT = setting(folder, "MEDIA_ROOT", "var/media", "a folder, or a path where one can be made")
PLAIN_FILES = "django.contrib.staticfiles.storage.StaticFilesStorage"
FINGERPRINTED_FILES = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": PLAIN_FILES if DEBUG else FINGERPRINTED_FILES},
}

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL, LOGIN_REDIRECT_URL = "login", "home"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_CALLABLE = "portal.accounts.sign_in.too_many_tries"
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # a project of every school of a district is one form
SESSION_COOKIE_AGE = 4 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = True
