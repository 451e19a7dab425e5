"""Every setting that the environment can give, in one typed table; ``madang settings`` prints it."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from madang.kernel.words import Words
from madang.settings.kinds import FOLDER, LIST, SWITCH, TEXT, Kind, one_of, whole

ROOT = Path(__file__).resolve().parents[3]
OIDC = ("MADANG_OIDC_NAME", "MADANG_OIDC_SERVER", "MADANG_OIDC_CLIENT_ID", "MADANG_OIDC_SECRET")


class Setting(NamedTuple):
    """One row of the table; ``default`` is written as a person would write it in the environment."""

    name: str
    kind: Kind
    default: str
    help: Words


SETTINGS = {
    row.name: row
    for row in (
        Setting("PORT", whole(1, 65535), "8000", Words("웹 서버의 포트", "Port of the web server")),
        Setting(
            "DATABASE_URL",
            TEXT,
            "",
            Words(
                "PostgreSQL 주소. 비우면 이 폴더의 전용 서버를 띄웁니다",
                "Address of PostgreSQL; empty: a private server of this folder is started",
            ),
        ),
        Setting(
            "MADANG_SECRET_KEY",
            TEXT,
            "",
            Words(
                "서명에 쓰는 비밀 값. 비우면 한 번 만들어 var/secret_key에 둡니다(운영에서는 꼭 적습니다)",
                "Secret for signing; empty: made once and kept in var/secret_key (production demands one)",
            ),
        ),
        Setting(
            "MADANG_DEMO",
            SWITCH,
            "0",
            Words(
                "체험 모드. 누구나 모든 기관의 직위로 들어가 볼 수 있으므로 운영에서는 끕니다",
                "Demonstration: anybody can step into any office, so never in production",
            ),
        ),
        Setting(
            "MADANG_RECORD",
            SWITCH,
            "1",
            Words(
                "첫 시작 때 전국의 실제 기록을 불러옵니다",
                "The real national record is loaded on the first start",
            ),
        ),
        Setting(
            "MADANG_HOSTS",
            LIST,
            "localhost,127.0.0.1,[::1]",
            Words("받아들이는 서버 이름", "Host names that are answered"),
        ),
        Setting(
            "MADANG_ORIGINS",
            LIST,
            "",
            Words(
                "앞단 서버를 거쳐 들어오는 주소(https://… 모양)",
                "Origins behind a front server, written https://…",
            ),
        ),
        Setting(
            "MADANG_HTTPS",
            SWITCH,
            "0",
            Words("보안 연결로만 쿠키를 보냅니다", "Cookies travel over secure connections only"),
        ),
        Setting(
            "MADANG_BIND",
            TEXT,
            "127.0.0.1",
            Words("웹 서버가 듣는 주소", "Address the web server listens on"),
        ),
        Setting("MADANG_WORKERS", whole(1, 64), "2", Words("웹 처리기의 수", "Number of web workers")),
        Setting(
            "MADANG_POSTGRES",
            one_of("auto", "system", "wheel"),
            "auto",
            Words(
                "전용 서버에 쓸 PostgreSQL: 설치된 것(system), 함께 온 것(wheel), 알아서(auto)",
                "PostgreSQL of the private server: installed (system), brought along (wheel), either (auto)",
            ),
        ),
        Setting(
            "MADANG_VAR",
            FOLDER,
            str(ROOT / "var"),
            Words("실행 중에 생기는 것을 두는 폴더", "Folder for what running leaves"),
        ),
        Setting(
            "MADANG_STATIC", FOLDER, "", Words("모은 정적 파일의 폴더", "Folder of collected static files")
        ),
        Setting("MADANG_FILES", FOLDER, "", Words("첨부 파일의 폴더", "Folder of attachments")),
        Setting(
            "MADANG_MAIL_FROM",
            TEXT,
            "madang@localhost",
            Words("보내는 전자우편 주소", "Address that mail is sent from"),
        ),
        Setting("MADANG_MAIL_HOST", TEXT, "localhost", Words("전자우편 서버", "Mail server")),
        Setting(
            "MADANG_OFFICIAL_BANNER",
            SWITCH,
            "0",
            Words(
                "공식 누리집 띠를 보입니다(정부기관만)",
                "Shows the official-government banner (government only)",
            ),
        ),
        Setting("MADANG_OIDC_NAME", TEXT, "", Words("통합 로그인의 이름", "Name of the single sign-on")),
        Setting(
            "MADANG_OIDC_SERVER", TEXT, "", Words("통합 로그인 서버의 주소", "Address of the sign-on server")
        ),
        Setting(
            "MADANG_OIDC_CLIENT_ID",
            TEXT,
            "",
            Words("통합 로그인의 이용자 번호", "Client id at the sign-on server"),
        ),
        Setting(
            "MADANG_OIDC_SECRET",
            TEXT,
            "",
            Words("통합 로그인의 비밀 값", "Client secret at the sign-on server"),
        ),
        Setting(
            "MADANG_TEST_DSN",
            TEXT,
            "",
            Words(
                "시험에 쓸 PostgreSQL 주소(시험 도구가 적습니다)",
                "PostgreSQL for tests (written by the tests)",
            ),
        ),
    )
}


def shown() -> Iterator[tuple[str, Words, str, Words]]:
    """Yield (name, kind, default, help) in the order of the table, for people to read."""
    for setting in SETTINGS.values():
        yield setting.name, setting.kind.called, setting.default.replace(f"{ROOT}/", ""), setting.help
