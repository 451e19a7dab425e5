"""``madang serve``: database, web server and worker come up together, are watched, and go down together."""

import errno
import http.client
import signal
import socket
import time
from contextlib import ExitStack, closing, suppress

from madang.kernel.words import Words
from madang.launch import selftest
from madang.launch.alone import alone
from madang.launch.cluster import Cluster, postmaster, restart
from madang.launch.database import database
from madang.launch.family import Family
from madang.launch.said import CannotStart, say, step, stop
from madang.settings import env

READY_SECONDS, WATCH_SECONDS, DATABASE_AWAY_SECONDS = 60, 0.3, 5
#: threads and waiting requests of one web worker: more threads only queue up before the interpreter's lock
WEB_THREADS, WEB_WAITING, WEB_BACKLOG = 4, 128, 512
#: the page of the demonstration on which one steps into an office
OFFICES_PATH = "/demo/"


def serve() -> int:
    """Serve until a signal comes (0) or something falls (1); nothing of it stays behind."""
    began = time.monotonic()
    _signals_interrupt()
    try:
        with ExitStack() as whole:
            address = _claim(whole)
            with step("데이터베이스 준비", "preparing the database"):
                cluster = whole.enter_context(database())
            if failures := list(selftest.failures(env.database())):
                stop(*failures)
            family = Family()
            whole.callback(family.stop)
            _come_up(family)
            _announce(address, time.monotonic() - began)
            _watch(family, cluster)
    except KeyboardInterrupt:
        say(Words("마당을 닫았습니다.", "Madang is closed."))
    return 0


def _signals_interrupt() -> None:
    """Have the first signal unwind everything; later ones would only disturb the cleaning up."""
    wanted = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)

    def unwind(number: int, frame: object) -> None:
        for each in wanted:
            signal.signal(each, signal.SIG_IGN)
        raise KeyboardInterrupt

    for each in wanted:
        signal.signal(each, unwind)


def _claim(whole: ExitStack) -> str:
    """Make sure that nobody else serves this folder or holds the port; return the address to be."""
    host, port = env.value("MADANG_BIND"), env.value("PORT")
    named = "localhost" if host in {"0.0.0.0", "::"} else f"[{host}]" if ":" in host else host
    address = f"http://{named}:{port}"
    whole.enter_context(alone(env.value("MADANG_VAR"), address))
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(place)
    except OSError as error:
        if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
            raise CannotStart(
                "MADANG_BIND에 적은 {host}에서는 들을 수 없습니다({why}). 이 컴퓨터의 주소를 적어 주십시오.",
                "Nothing can listen on {host}, as MADANG_BIND says ({why}). Give an address of this machine.",
                host=host,
                why=error.strerror,
            ) from None
        raise CannotStart(
            "{port}번 포트를 쓸 수 없습니다({why}). 다른 프로그램이 쓰고 있는지 보거나, "
            "PORT=8001 make run 처럼 다른 포트로 시작해 주십시오.",
            "Port {port} of {host} cannot be used ({why}). See whether another program has it, "
            "or start on another port, as in PORT=8001 make run.",
            port=port,
            host=host,
            why=error.strerror,
        ) from None
    return address


def _come_up(family: Family) -> None:
    failed = family.run("prepare", "madang.launch", "prepare")
    if failed:
        raise CannotStart(
            "준비 단계가 끝나지 못했습니다(위의 기록을 보십시오). 고친 뒤 다시 시작하면 이어서 합니다.",
            "Preparing did not end well (see what is printed above). "
            "Once it is mended, starting again goes on.",
        )
    host, port = env.value("MADANG_BIND"), env.value("PORT")
    options = {
        "host": host,
        "port": port,
        "workers": env.value("MADANG_WORKERS"),
        "blocking-threads": WEB_THREADS,
        "blocking-threads-idle-timeout": 600,
        "backlog": WEB_BACKLOG,
        "backpressure": WEB_WAITING,
        "workers-kill-timeout": 5,
        "interface": "wsgi",
        "log-level": "warning",
    }
    with step("웹 서버와 작업기 시작", "starting web server and worker"):
        written = [f"--{name}={given}" for name, given in options.items()]
        family.start("web", "granian", *written, "--no-ws", "madang.portal.wsgi:application")
        family.start("worker", "madang.launch", "worker")
        _wait_until_answering(family, "127.0.0.1" if host == "0.0.0.0" else host, port)


def _wait_until_answering(family: Family, host: str, port: int) -> None:
    ends = time.monotonic() + READY_SECONDS
    while time.monotonic() < ends:
        _nobody_fell(family)
        web = http.client.HTTPConnection(host, port, timeout=READY_SECONDS)
        with suppress(OSError, http.client.HTTPException), closing(web):
            web.request("GET", "/healthz")
            if web.getresponse().status < http.HTTPStatus.INTERNAL_SERVER_ERROR:
                return
            break
        time.sleep(WATCH_SECONDS)
    raise CannotStart(
        "웹 서버가 {seconds}초 안에 바르게 대답하지 않아 멈춥니다. 위의 기록을 살펴 주십시오.",
        "The web server did not answer well within {seconds} s, so this stops. See what is printed above.",
        seconds=READY_SECONDS,
    )


def _announce(address: str, seconds: float) -> None:
    facts = {"address": address, "seconds": f"{seconds:.1f}", "offices": address + OFFICES_PATH}
    say(
        Words(
            "\n마당이 열렸습니다: {address}  (시작에 {seconds}초, 닫으려면 Ctrl-C)",
            "Madang is open: {address}/en/  (started in {seconds} s, Ctrl-C closes it)",
        ).filled(**facts)
    )
    if env.value("MADANG_DEMO"):
        say(
            Words(
                "체험 모드입니다. 이곳에서 각 기관의 직위로 들어가 볼 수 있습니다: {offices}",
                "This is a demonstration. Step into any office here: {offices}",
            ).filled(**facts)
        )


def _watch(family: Family, cluster: Cluster | None) -> None:
    """Look after everybody until somebody falls; a database that stays away is started again."""
    seen = time.monotonic()
    while True:
        _nobody_fell(family)
        if cluster is None or postmaster(cluster):
            seen = time.monotonic()
        elif time.monotonic() - seen > DATABASE_AWAY_SECONDS:
            say(
                Words(
                    "데이터베이스가 멈춰 있어 다시 띄웁니다.", "The database has stopped; starting it again."
                )
            )
            restart(cluster)
        time.sleep(WATCH_SECONDS)


def _nobody_fell(family: Family) -> None:
    if fallen := family.fallen():
        raise CannotStart(
            "‘{name}’ 프로세스가 예기치 않게 끝나(종료 값 {code}) 모두 멈춥니다. 위의 기록을 살펴 주십시오.",
            "The process ‘{name}’ ended unexpectedly (exit code {code}), so everything stops. "
            "See what is printed above.",
            name=fallen,
            code=family.members[fallen].returncode,
        )
