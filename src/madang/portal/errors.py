"""Pages for when something goes wrong: one sentence what happened, why, and what is open now. Never a trace."""

import sys
from uuid import uuid4

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


def page(request: HttpRequest, status: int, title: str, what: str, todo: str) -> HttpResponse:
    """Return an error page that needs neither session nor database; machines get the same as JSON."""
    context = {
        "title": title, "what": what, "todo": todo, "status": status, "reference": uuid4().hex[:8].upper(),
        "look": request.COOKIES.get("look", ""),
    }  # fmt: skip
    if request.path_info.startswith("/api/"):
        return JsonResponse({"error": str(status), "what": what, "todo": todo}, status=status)
    response = HttpResponse(render_to_string("portal/error.html", context), status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


def database_away(request: HttpRequest) -> HttpResponse:
    """503: the database cannot be reached; nothing was saved and nothing is lost."""
    response = page(
        request,
        503,
        _("잠시 서비스를 이용할 수 없습니다"),
        _(
            "데이터베이스에 연결할 수 없습니다. 방금 보낸 내용은 저장되지 않았고, 이미 저장된 내용은 그대로 있습니다."
        ),
        _("잠시 뒤 새로 고치십시오. 작성 중이던 글은 뒤로 가기로 되찾을 수 있습니다."),
    )
    response.headers["Retry-After"] = "10"
    return response


def outage(request: HttpRequest, exception: BaseException | None) -> HttpResponse | None:
    """Turn a lost database into the clear page; everything else goes on as it was."""
    if isinstance(exception, OperationalError | InterfaceError):
        connection.close()
        return database_away(request)
    return None


def wrong_method(request: HttpRequest, allowed: str) -> HttpResponse:
    """405: the address exists, but not for this way of asking."""
    response = page(
        request,
        405,
        _("이 주소에서는 할 수 없는 요청입니다"),
        _("주소는 있지만 이런 방식의 요청은 받지 않으며, 아무것도 바뀌지 않았습니다."),
        _("화면을 새로 열어 그 안의 단추나 링크를 이용하십시오."),
    )
    response.headers["Allow"] = allowed
    return response


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: also the answer to what the reader may not see."""
    return page(
        request,
        404,
        _("찾는 화면이 없습니다"),
        _("주소가 바뀌었거나, 없는 자료이거나, 볼 수 있는 자격이 아닙니다."),
        _("첫 화면에서 다시 찾거나, 담당 기관의 자격으로 로그인하십시오."),
    )


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return page(
        request,
        403,
        _("이 처리를 할 권한이 없습니다"),
        _("지금 자격으로는 이 처리를 할 수 없습니다. 아무것도 바뀌지 않았습니다."),
        _("담당 기관의 자격으로 바꾸거나 소속 기관의 관리자에게 문의하십시오."),
    )


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without a valid token."""
    return page(
        request,
        403,
        _("양식이 오래되었습니다"),
        _(
            "보안 확인값이 맞지 않아 저장하지 않았습니다. 화면을 오래 열어 두었거나 다른 곳에서 보낸 양식일 수 있습니다."
        ),
        _("뒤로 가서 새로 고친 뒤 다시 보내십시오."),
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return page(
        request,
        400,
        _("요청을 이해할 수 없습니다"),
        _("보낸 내용의 형식이 올바르지 않아 아무것도 저장하지 않았습니다."),
        _("뒤로 가서 내용을 확인한 뒤 다시 보내십시오."),
    )


def broken(request: HttpRequest) -> HttpResponse:
    """500; a database lost outside of a view (in a middleware) arrives here too and gets its own page."""
    return outage(request, sys.exception()) or page(
        request,
        500,
        _("처리하지 못했습니다"),
        _("시스템 오류로 처리하지 못했고, 아무것도 저장하지 않았습니다."),
        _("잠시 뒤 다시 시도하고, 되풀이되면 아래 번호를 담당자에게 알려 주십시오."),
    )
