"""Django settings that hold everywhere. Values that differ by place come from ``env``."""

from pathlib import Path

from madang.settings import env

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = ROOT / "src" / "madang"

SECRET_KEY = env.value("MADANG_SECRET_KEY")
DEBUG = False
DEMO = env.value("MADANG_DEMO")
ALLOWED_HOSTS = env.value("MADANG_HOSTS")
CSRF_TRUSTED_ORIGINS = env.value("MADANG_ORIGINS")

INSTALLED_APPS = [
    # before allauth: our templates frame its pages
    "madang.core",
    "madang.core.ui",
    "madang.apps.accounts",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "django_tasks",
    "django_tasks_db",
    "madang.apps.law",
    "madang.apps.zones",
    "madang.apps.selection",
    "madang.apps.firms",
    "madang.apps.exemptions",
    "madang.apps.demonstrations",
    "madang.apps.measures",
    "madang.history",
    "madang.portal",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "madang.portal.middleware.clear_answers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "madang.portal.middleware.language_from_path",
    "csp.middleware.CSPMiddleware",
    "madang.portal.middleware.kept_pages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "madang.apps.accounts.doors.who_is_asking",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "madang.portal.urls"
WSGI_APPLICATION = "madang.portal.wsgi.application"
AUTH_USER_MODEL = "accounts.Person"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "madang.portal.context.reader",
            ],
            "builtins": ["madang.core.ui.templatetags.ui"],
        },
    }
]

DATABASES = {"default": env.database()}

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

LANGUAGE_CODE = "ko"
LANGUAGES = [("ko", "한국어"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Asia/Seoul"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = env.value("MADANG_STATIC") or env.value("MADANG_VAR") / "static"
MEDIA_ROOT = env.value("MADANG_FILES") or env.value("MADANG_VAR") / "files"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 60 * 60 * 8
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.value("MADANG_HTTPS")
CSRF_FAILURE_VIEW = "madang.portal.errors.forged"
X_FRAME_OPTIONS = "DENY"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}

ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_ADAPTER = "madang.apps.accounts.sign_in.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
# wrong passwords are counted by axes, in the database and with a page that says how long it lasts
ACCOUNT_RATE_LIMITS = {"login_failed": None}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Madang"
# half a minute of a slow clock is forgiven
MFA_TOTP_TOLERANCE = 1
SOCIALACCOUNT_PROVIDERS = env.openid_connect()
# the provider is the operator's own: who signs in there with a verified address is the person of that address here
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk"
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "madang.apps.accounts.doors.locked_out"
AXES_USERNAME_CALLABLE = "madang.apps.accounts.sign_in.name_tried"
AXES_VERBOSE = False

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": []}}

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
DEFAULT_FROM_EMAIL = env.value("MADANG_MAIL_FROM")
EMAIL_HOST = env.value("MADANG_MAIL_HOST")
OFFICIAL_BANNER = env.value("MADANG_OFFICIAL_BANNER")
