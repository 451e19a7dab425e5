"""The page on the API, read from its own OpenAPI document."""

import inspect
import json
import re
from typing import Any

from madang.core import acts as core_acts
from madang.portal import urls
from madang.portal.api.router import api as entered
from tools.markdown import code, page, table

#: the root addresses load every app and enter its acts into the API
ENTERED = urls.urlpatterns
#: operations that anybody may ask and that change nothing
OPEN = "law"


def api() -> str:
    """Return the page of the API: every operation with its input."""
    schema = json.loads(json.dumps(entered.get_openapi_schema(path_prefix="/api/v1/")))
    shapes = schema["components"]["schemas"]
    operations = sorted(
        (op["tags"][0], op["operationId"], f"{method.upper()} {path}", op)
        for path, methods in schema["paths"].items()
        for method, op in methods.items()
    )
    parts, app = [_api_basics()], ""
    for tag, name, address, op in operations:
        if tag != app:
            app = tag
            parts.append(f"## {app}")
        parts.append(f"### {name}\n\n`{address}`\n\n{_said(tag, name, op)}\n\n{_input(op, shapes)}")
    inner = sorted(set(shapes) - {_body(op) for *_, op in operations})
    parts.append("## Shapes\n\nObjects that stand inside of others, and answers.")
    parts += [f"### {name}\n\n{_fields(shapes[name])}" for name in inner]
    lead = "OpenAPI 3.1 at `/api/v1/openapi.json`. Acts are made from their registry; the law is open to everybody."
    return page("API", lead, *parts)


def _input(op: dict[str, Any], shapes: dict[str, Any]) -> str:
    """What an operation takes: its body, or what stands in its address."""
    if "requestBody" in op:
        return _fields(shapes[_body(op)])
    rows = [
        (f"`{p['name']}`", _type(p["schema"]), "yes" if p["required"] else "")
        for p in op.get("parameters", ())
    ]
    return table(("name", "type", "needed"), rows) if rows else "Nothing."


def _body(op: dict[str, Any]) -> str:
    if "requestBody" not in op:
        return ""
    return str(op["requestBody"]["content"]["application/json"]["schema"]["$ref"]).rsplit("/", 1)[1]


def _api_basics() -> str:
    rows = [
        ("`Authorization: Bearer TOKEN`", "who asks: a token is bound to a person and a seat"),
        ("a session with `X-CSRFToken`", "who asks, from a page where somebody is signed in"),
        ("`Idempotency-Key: UUID`", "the same submit twice changes nothing twice and gets the same answer"),
        ('`If-Match: "3"`', "the version that was seen: 409 when it has changed since"),
    ]
    answers = [
        ("200", "done: the row's kind, id, state and version"),
        ("401, 403", "token unknown, over or revoked; session without its CSRF token"),
        ("404", "it does not exist, or you may not see it, or you may not do this: the answer is the same"),
        ("409", "the law or the state does not allow it (`rules` says why), or it was changed meanwhile"),
        ("422", "the input cannot be taken; `field` names the place. Unknown names are refused"),
    ]
    return "\n\n".join([table(("header", "what for"), rows), table(("answer", "meaning"), answers)])


def _said(tag: str, name: str, op: dict[str, Any]) -> str:
    """Return the docstring of an act, its refusals as a list; of a question to the law what it does and answers."""
    if tag == OPEN:
        answer = op["responses"]["200"]["content"]["application/json"]["schema"]
        return f"{op['description']}\n\nAnswers {_type(answer)}. No sign-in is needed."
    said, _, refusals = (inspect.getdoc(core_acts.registry()[name].function) or "").partition("\nRaises:\n")
    items = re.findall(r"^ {4}(\w[^:\n]*): (.*(?:\n {8}.*)*)", refusals, re.MULTILINE)
    lines = [f"* {error}: {' '.join(text.split())}" for error, text in items]
    return "\n\n".join([said.strip(), *(["Refused with", "\n".join(lines)] if lines else [])])


def _fields(shape: dict[str, Any]) -> str:
    needed = set(shape.get("required", ()))
    rows = [
        (f"`{n}`", _type(field), "yes" if n in needed else "")
        for n, field in shape.get("properties", {}).items()
    ]
    if "enum" in shape:
        return "One of " + code(str(value) for value in shape["enum"]) + "."
    return table(("name", "type", "needed"), rows) if rows else "Nothing."


def _type(field: dict[str, Any]) -> str:
    if "$ref" in field:
        name = field["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in field:
        return " or ".join(dict.fromkeys(_type(one) for one in field["anyOf"]))
    if field.get("type") == "array":
        return f"list of {_type(field['items'])}"
    if isinstance(field.get("additionalProperties"), dict):
        return f"object of {_type(field['additionalProperties'])}"
    return str(field.get("format") or field.get("const") or field.get("type") or "anything")
