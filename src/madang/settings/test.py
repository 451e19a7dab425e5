"""Django settings of the tests: quick hashing, plain static files, mail in memory, demo pages present."""

from madang.settings import database_url, env
from madang.settings.base import *  # noqa: F403 -- settings modules build on each other
from madang.settings.base import STORAGES
from madang.settings.kinds import refuse

SECRET_KEY = "a-key-that-only-the-tests-use-and-nobody-else-ever-should"
DEMO = True
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    **STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

# the tests make and drop the database that is named here, so it must not be one that anybody needs
_database = database_url.database(env.value("MADANG_TEST_DSN") or "postgresql:///test_madang")
if not _database["NAME"].startswith("test_"):
    refuse(
        "MADANG_TEST_DSN의 데이터베이스 이름은 test_로 시작해야 합니다. "
        "시험이 그 데이터베이스를 지우기 때문입니다.",
        "The database in MADANG_TEST_DSN must have a name that begins with test_, because the tests drop it.",
    )
DATABASES = {
    "default": {
        **_database,
        "CONN_MAX_AGE": 0,
        # a crash may lose test data, so waiting for the disk at each commit would be waste
        "OPTIONS": {**_database["OPTIONS"], "options": "-c synchronous_commit=off"},
        "TEST": {"NAME": _database["NAME"]},
    }
}

# a fresh checkout has collected no static files yet: whitenoise is to look when asked, not to warn at the start
WHITENOISE_AUTOREFRESH = True
