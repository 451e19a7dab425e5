"""From an act's annotations to what a machine may send: rows become ids, dataclasses objects, files base64.

One table of shapes serves the API and the command line, so that both take the same input.
"""

import types
import unicodedata
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date, datetime
from typing import Annotated, Any, Union, get_args, get_origin
from uuid import UUID

from django.core.files.base import File
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, create_model

from madang.core.acts import Act, Invalid, hints_of
from madang.core.doors import WRONG_YEAR
from madang.core.moments import YEARS
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words

_NUL = Words("글에 저장할 수 없는 문자가 있습니다.", "The text holds a character that cannot be kept.")
_NO_DATE = Words(
    "날짜는 2020, 2020-08, 2020-08-03처럼 적으십시오.", "Write a date as in 2020, 2020-08 or 2020-08-03."
)


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
        return Shape(dict[str, value.sent], lambda sent: {_text(k): value.load(v) for k, v in sent.items()})  # type: ignore[name-defined]  # a type made at run time
    return _plain(wanted)


def _optional(inner: tuple[Any, ...]) -> Shape:
    some = next(i for i in inner if i is not type(None))
    shape = shape_of(some)
    return Shape(shape.sent | None, lambda sent: None if sent is None else shape.load(sent))


def _plain(wanted: Any) -> Shape:
    if wanted in _KNOWN:
        return _KNOWN[wanted]
    if isinstance(wanted, type) and issubclass(wanted, models.Model):
        return Shape(UUID, lambda sent: _row(wanted, sent))
    if isinstance(wanted, type) and issubclass(wanted, File):
        return Shape(SentFile, _file)
    if is_dataclass(wanted):
        return _object(wanted)
    return Shape(wanted, lambda sent: sent)


def _text(sent: str) -> str:
    """Return text in NFC, as the forms of the pages do."""
    if "\x00" in sent:
        raise Invalid(_NUL)
    return unicodedata.normalize("NFC", sent)


def _dated(sent: Any) -> Any:
    if sent.year not in YEARS:
        raise Invalid(WRONG_YEAR)
    return sent


def _partial(sent: str) -> PartialDate:
    try:
        return PartialDate.parse(sent)
    except ValueError as error:
        raise Invalid(_NO_DATE) from error


def _words(sent: Mapping[str, str]) -> Words:
    return Words(_text(sent.get("ko", "")), _text(sent.get("en", "")))


_KNOWN: dict[Any, Shape] = {
    str: Shape(str, _text),
    date: Shape(date, _dated),
    datetime: Shape(AwareDatetime, _dated),
    PartialDate: Shape(str, _partial),
    Words: Shape(dict[str, str], _words),
}


def _row(model: type[models.Model], key: UUID) -> models.Model:
    row = model._default_manager.filter(pk=key).first()
    if row is None:
        raise Missing(model._meta.label_lower)
    return row


def _file(sent: SentFile) -> SimpleUploadedFile:
    try:
        return SimpleUploadedFile(sent.name, b64decode(sent.content_base64, validate=True))
    except ValueError as error:
        raise Invalid(
            Words("파일 내용이 base64가 아닙니다.", "The file's content is not base64."), "file"
        ) from error


def _object(wanted: Any) -> Shape:
    hints = hints_of(wanted)
    parts = {f.name: shape_of(hints[f.name]) for f in fields(wanted)}
    given: dict[str, Any] = {f.name: (parts[f.name].sent, _default(f)) for f in fields(wanted)}
    model = create_model(wanted.__name__, __config__=ConfigDict(extra="forbid"), **given)
    return Shape(model, lambda sent: wanted(**_loaded(sent, parts)))


def _default(part: Any) -> Any:
    """Say whether a field is needed; what is left out is left to the dataclass, so the value itself does not matter."""
    if part.default is MISSING and part.default_factory is MISSING:
        return ...
    return part.default if isinstance(part.default, bool | int | str) else Field(default_factory=lambda: None)


def _loaded(sent: BaseModel, parts: Mapping[str, Shape]) -> dict[str, Any]:
    return {
        name: part.load(getattr(sent, name)) for name, part in parts.items() if name in sent.model_fields_set
    }


def input_of(act: Act) -> tuple[type[BaseModel], Callable[[BaseModel], dict[str, Any]]]:
    """Return the model of an act's input (unknown names are refused) and how it becomes keyword arguments."""
    given = act.parameters()
    parts = {name: shape_of(p.annotation) for name, p in given.items()}
    wanted: dict[str, Any] = {
        name: (parts[name].sent, ... if p.default is p.empty else Field(default_factory=lambda: None))
        for name, p in given.items()
    }
    title = "".join(word.title() for word in act.name.split("_"))
    model = create_model(title, __config__=ConfigDict(extra="forbid"), **wanted)
    return model, lambda sent: _loaded(sent, parts)
