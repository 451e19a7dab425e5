"""The API: one POST for each act, made from the registry; every refusal a sentence in both languages."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from ninja import NinjaAPI, Schema
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
from madang.portal.api.auth import asking
from madang.portal.shapes import Missing, input_of

api = NinjaAPI(title="Madang", version="1", urls_namespace="api", docs_url=None, openapi_url="/openapi.json")

NOT_THERE = Words("찾는 자료가 없거나 볼 수 있는 자격이 아닙니다.", "It does not exist, or you may not see it.")


class Done(Schema):
    """What an act returned: the row's kind, id, state and version."""

    act: str
    kind: str
    id: str
    state: str = ""
    version: int = 0


class Problem(Schema):
    """A refusal: what happened and why, in both languages; the field it concerns; the rules in the way."""

    error: str
    ko: str
    en: str
    field: str = ""
    rules: list[dict[str, Any]] = []


def open_acts() -> NinjaAPI:
    """Enter every act of the registry into the API and return it."""
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
        response={200: Done, 404: Problem, 409: Problem, 422: Problem},
        operation_id=entry.name,
        summary=entry.words,
        tags=[entry.may.split(".")[0]],
    )(operation)


def _run(request: HttpRequest, entry: Act, load: Callable[[], dict[str, Any]]) -> Any:
    actor, at = asking(request), moment(request)
    key, seen = _key(request), request.headers.get("If-Match", "").strip('"')
    try:
        with reading_as(actor):
            given = load()
        with submitted(key, int(seen) if seen.isascii() and seen.isdigit() else None):
            result = entry.run(actor=actor, at=at, **given)
    except (Refused, Missing):
        return 404, _problem("not_there", NOT_THERE)
    except (NotLawful, StaleVersion) as error:
        return 409, _problem(type(error).__name__, error.words, rules=[_rule(f) for f in _findings(error)])
    except Invalid as error:
        return 422, _problem("invalid", error.words, field=error.field)
    return 200, Done(
        act=entry.name, kind=kind_name(result), id=str(result.pk),
        state=getattr(result, "state", ""), version=getattr(result, "version", 0),
    )  # fmt: skip


def _key(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.headers.get("Idempotency-Key", ""))
    except ValueError:
        return None


def _findings(error: Exception) -> tuple[Any, ...]:
    return getattr(error, "findings", ())


def _rule(finding: Any) -> dict[str, Any]:
    return {"rule": finding.rule_id, "ko": finding.sentence.ko, "en": finding.sentence.en}


def _problem(error: str, words: Words, *, field: str = "", rules: list[dict[str, Any]] | None = None) -> Problem:
    return Problem(error=error, ko=words.ko, en=words.en, field=field, rules=rules or [])


@api.exception_handler(ValidationError)
def _not_valid(request: HttpRequest, error: ValidationError) -> Response:
    words = Words("값의 형식이 올바르지 않습니다.", "A value is not of the right form.")
    return Response(_problem("invalid", words).model_dump(), status=422)

