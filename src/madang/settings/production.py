"""Django settings of a public service: secure connections only, a chosen secret, no demo pages."""

import os

from madang.settings.base import *  # noqa: F403 -- settings modules build on each other
from madang.settings.base import DEMO, SECRET_KEY
from madang.settings.kinds import refuse

LEAST_SECRET_LENGTH, LEAST_DIFFERENT_LETTERS = 50, 10

if "MADANG_SECRET_KEY" not in os.environ or not (
    len(SECRET_KEY) >= LEAST_SECRET_LENGTH and len(set(SECRET_KEY)) >= LEAST_DIFFERENT_LETTERS
):
    refuse(
        "운영 설정에는 여러 글자가 섞인 {length}자 이상의 MADANG_SECRET_KEY가 필요합니다. "
        "서명을 위조할 수 없게 하는 값이므로 "
        '‘python3 -c "import secrets; print(secrets.token_urlsafe(64))"’의 결과를 적어 주십시오.',
        "Production needs a MADANG_SECRET_KEY of {length} mixed characters or more. "
        "It keeps signatures from being "
        'forged; use what ‘python3 -c "import secrets; print(secrets.token_urlsafe(64))"’ prints.',
        length=LEAST_SECRET_LENGTH,
    )
if DEMO:
    refuse(
        "운영 설정에서는 체험 모드(MADANG_DEMO)를 켤 수 없습니다. "
        "누구나 모든 기관의 직위로 들어갈 수 있기 때문입니다.",
        "Production cannot run as a demonstration (MADANG_DEMO): anybody could step into any office.",
    )

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 60 * 60 * 24 * 365
