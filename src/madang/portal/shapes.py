"""From an act's annotations to what a machine may send: rows become ids, dataclasses objects, files base64.

One table of shapes serves the API and the command line, so that both take the same input.
"""

import types
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from typing import Annotated, Any, Union, get_args, get_origin
from uuid import UUID

from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.db import models
from pydantic import BaseModel, ConfigDict, Field, create_model

from madang.core.acts import Act, Invalid, hints_of
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words


class SentFile(BaseModel):
    """A file in JSON: its name and its bytes in base64."""

    model_config = ConfigDict(extra="forbid")
    name: str
    content_base64: str


class Missing(Exception):
    """A row that was named does not exist, or may not be seen: the answer is the same."""


@dataclass(frozen=True)
class Shape:
    """What is sent (a type that pydantic checks) and how it becomes what the act takes."""

    sent: Any
    load: Callable[[Any], Any]


def shape_of(wanted: Any) -> Shape:
    """Return the shape for an annotation."""
    origin, inner = get_origin(wanted), get_args(wanted)
    if origin is Annotated:
        return shape_of(inner[0])
    if origin in (Union, types.UnionType):
        return _optional(inner)
    if origin in (list, tuple, set, frozenset, Sequence) or origin is Sequence:
        item = shape_of(inner[0])
        return Shape(list[item.sent], lambda sent: tuple(item.load(s) for s in sent))  # type: ignore[name-defined]  # a type made at run time
    if origin in (dict, Mapping) or origin is Mapping:
        value = shape_of(inner[1])
        return Shape(dict[str, value.sent], lambda sent: {k: value.load(v) for k, v in sent.items()})  # type: ignore[name-defined]  # a type made at run time
    return _plain(wanted)


def _optional(inner: tuple[Any, ...]) -> Shape:
    some = next(i for i in inner if i is not type(None))
    shape = shape_of(some)
    return Shape(shape.sent | None, lambda sent: None if sent is None else shape.load(sent))


def _plain(wanted: Any) -> Shape:
    if isinstance(wanted, type) and issubclass(wanted, models.Model):
        return Shape(UUID, lambda sent: _row(wanted, sent))
    if isinstance(wanted, type) and issubclass(wanted, UploadedFile):
        return Shape(SentFile, _file)
    if wanted is PartialDate:
        return Shape(str, PartialDate.parse)
    if wanted is Words:
        return Shape(dict[str, str], lambda sent: Words(sent.get("ko", ""), sent.get("en", "")))
    if is_dataclass(wanted):
        return _object(wanted)
    return Shape(wanted, lambda sent: sent)


def _row(model: type[models.Model], key: UUID) -> models.Model:
    row = model._default_manager.filter(pk=key).first()
    if row is None:
        raise Missing(model._meta.label_lower)
    return row


def _file(sent: SentFile) -> SimpleUploadedFile:
    try:
        return SimpleUploadedFile(sent.name, b64decode(sent.content_base64, validate=True))
    except NotBase64 as error:
        raise Invalid(
            Words("파일 내용이 base64가 아닙니다.", "The file's content is not base64."), "file"
        ) from error


def _object(wanted: Any) -> Shape:
    hints = hints_of(wanted)
    parts = {f.name: shape_of(hints[f.name]) for f in fields(wanted)}
    given: dict[str, Any] = {f.name: (parts[f.name].sent, _default(f)) for f in fields(wanted)}
    model = create_model(wanted.__name__, __config__=ConfigDict(extra="forbid"), **given)
    return Shape(model, lambda sent: wanted(**{n: part.load(getattr(sent, n)) for n, part in parts.items()}))


def _default(part: Any) -> Any:
    if part.default is not MISSING:
        return part.default
    return Field(default_factory=part.default_factory) if part.default_factory is not MISSING else ...


def input_of(act: Act) -> tuple[type[BaseModel], Callable[[BaseModel], dict[str, Any]]]:
    """Return the model of an act's input (unknown names are refused) and how it becomes keyword arguments."""
    given = act.parameters()
    parts = {name: shape_of(p.annotation) for name, p in given.items()}
    wanted: dict[str, Any] = {
        name: (parts[name].sent, ... if p.default is p.empty else p.default) for name, p in given.items()
    }
    title = "".join(word.title() for word in act.name.split("_"))
    model = create_model(title, __config__=ConfigDict(extra="forbid"), **wanted)
    return model, lambda sent: {name: part.load(getattr(sent, name)) for name, part in parts.items()}
