"""The API: one POST for each act, made from the registry; every refusal a sentence in both languages."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.exceptions import RequestDataTooBig
from django.db import DataError, IntegrityError
from django.http import HttpRequest
from ninja import NinjaAPI, Schema, Status
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.responses import Response

from madang.core import acts
from madang.core.acts import Act, Invalid, StaleVersion
from madang.core.audit.events import kind_name
from madang.core.authority import Refused
from madang.core.doors import moment
from madang.core.submissions import submitted
from madang.core.walls import reading_as
from madang.kernel.words import Words
from madang.kernel.workflow import NotLawful
from madang.portal.api import law
from madang.portal.api.auth import asking
from madang.portal.api.problems import Problem, problem
from madang.portal.shapes import Missing, input_of


class Acts(NinjaAPI):
    """The API of all acts. Its document is made once: the acts of a running process do not change."""

    document: OpenAPISchema | None = None

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """Return the OpenAPI document of every act."""
        if self.document is None:
            self.document = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        return self.document


api = Acts(title="Madang", version="1", urls_namespace="api", docs_url=None, openapi_url="/openapi.json")

NOT_THERE = Words(
    "찾는 자료가 없거나 볼 수 있는 자격이 아닙니다.", "It does not exist, or you may not see it."
)
BAD_KEY = Words("Idempotency-Key에는 UUID를 적으십시오.", "Idempotency-Key takes a UUID.")
BAD_VERSION = Words(
    'If-Match에는 화면에서 본 판의 번호를 적으십시오(예: "3").',
    'If-Match takes the version that was seen, as in "3".',
)
CANNOT_BE_KEPT = Words(
    "너무 길거나 저장할 수 없는 값이 있어 아무것도 저장하지 않았습니다.",
    "A value is too long or cannot be kept; nothing was saved.",
)
CLASHES = Words(
    "이미 있는 자료와 어긋나 아무것도 저장하지 않았습니다.",
    "It clashes with what stands already; nothing was saved.",
)
MALFORMED = Words(
    "보낸 내용의 형식이 올바르지 않습니다: {what}", "What was sent is not of the right form: {what}"
)
TOO_LARGE = Words(
    "보낸 내용이 너무 큽니다. 나누어 보내십시오.", "What was sent is too large: send it in parts."
)
#: what the door itself refuses, by status
AT_THE_DOOR = {
    400: Words("보낸 내용을 JSON으로 읽을 수 없습니다.", "What was sent cannot be read as JSON."),
    401: Words(
        "모르는 토큰이거나, 기한이 지났거나, 취소된 토큰입니다.", "The token is unknown, over or revoked."
    ),
    403: Words(
        "로그인한 화면에서 보낼 때에는 CSRF 토큰이 필요합니다.",
        "A signed-in session must send its CSRF token.",
    ),
}


class Done(Schema):
    """What an act returned: the row's kind, id, state and version."""

    act: str
    kind: str
    id: str
    state: str = ""
    version: int = 0


def open_acts() -> NinjaAPI:
    """Enter the questions to the law and every act of the registry into the API and return it."""
    api.add_router("/law", law.router)
    for entry in acts.registry().values():
        _enter(entry)
    return api


def _enter(entry: Act) -> None:
    model, load = input_of(entry)

    def operation(request: HttpRequest, sent: Any) -> Any:
        return _run(request, entry, lambda: load(sent))

    operation.__annotations__["sent"] = model
    operation.__doc__ = entry.function.__doc__
    operation.__name__ = entry.name
    api.post(
        f"/acts/{entry.name}",
        response={200: Done, (400, 401, 403, 404, 409, 422): Problem},
        operation_id=entry.name,
        summary=entry.words,
        tags=[entry.may.split(".")[0]],
    )(operation)


def _run(request: HttpRequest, entry: Act, load: Callable[[], dict[str, Any]]) -> Any:
    actor, at = asking(request), moment(request)
    try:
        key, seen = _key(request), _seen(request)
        with reading_as(actor):
            given = load()
        with submitted(key, seen):
            result = entry.run(actor=actor, at=at, **given)
    except (Refused, Missing):
        return Status(404, problem("not_there", NOT_THERE))
    except (NotLawful, StaleVersion) as error:
        rules = [_rule(finding) for finding in _findings(error)]
        return Status(409, problem(type(error).__name__, error.words, rules=rules))
    except Invalid as error:
        return Status(422, problem("invalid", error.words, field=error.field))
    except (DataError, OverflowError):
        return Status(422, problem("invalid", CANNOT_BE_KEPT))
    except IntegrityError:
        return Status(409, problem("clashes", CLASHES))
    return Status(200, _done(entry, result))


def _done(entry: Act, result: Any) -> Done:
    state, version = getattr(result, "state", ""), getattr(result, "version", 0)
    return Done(act=entry.name, kind=kind_name(result), id=str(result.pk), state=state, version=version)


def _key(request: HttpRequest) -> UUID | None:
    given = request.headers.get("Idempotency-Key", "")
    try:
        return UUID(given) if given else None
    except ValueError as error:
        raise Invalid(BAD_KEY, "Idempotency-Key") from error


def _seen(request: HttpRequest) -> int | None:
    given = request.headers.get("If-Match", "").strip('"')
    if given and not (given.isascii() and given.isdigit() and len(given) < 10):
        raise Invalid(BAD_VERSION, "If-Match")
    return int(given) if given else None


def _findings(error: Exception) -> tuple[Any, ...]:
    return getattr(error, "findings", ())


def _rule(finding: Any) -> dict[str, Any]:
    return {"rule": finding.rule_id, "ko": finding.sentence.ko, "en": finding.sentence.en}


@api.exception_handler(ValidationError)
def _malformed(request: HttpRequest, error: ValidationError) -> Response:
    """Name the first place that is wrong, as pydantic found it; ``body`` and the argument's name are left out."""
    first = error.errors[0]
    place = ".".join(str(part) for part in first["loc"][2:])
    words = MALFORMED.filled(what=f"{place} – {first['msg']}".strip(" –"))
    return Response(problem("malformed", words, field=place).model_dump(), status=422)


@api.exception_handler(HttpError)
def _at_the_door(request: HttpRequest, error: HttpError) -> Response:
    words = AT_THE_DOOR.get(error.status_code, Words(str(error), str(error)))
    return Response(problem(str(error.status_code), words).model_dump(), status=error.status_code)


@api.exception_handler(RequestDataTooBig)
def _too_large(request: HttpRequest, error: RequestDataTooBig) -> Response:
    return Response(problem("too_large", TOO_LARGE).model_dump(), status=413)
