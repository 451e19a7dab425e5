"""The command-line door: `madang act NAME --zone ID …`, made from the registry like the API."""

import argparse
import json
from typing import Any

from django.db import DataError, IntegrityError
from pydantic import ValidationError

from madang.apps.accounts.queries import actor_for_cli
from madang.core import acts, clock
from madang.core.acts import Invalid, StaleVersion
from madang.core.authority import Refused
from madang.core.moments import SEOUL
from madang.core.walls import reading_as
from madang.kernel.words import Words
from madang.kernel.workflow import NotLawful
from madang.portal import catalogue
from madang.portal.shapes import Missing, input_of


def run(argv: list[str]) -> int:
    """Carry out one act and print what came of it; 0 done, 1 refused, 2 wrong words."""
    catalogue.load()
    if not argv or argv[0] in ("-h", "--help", "list"):
        return _list()
    entry = acts.registry().get(argv[0])
    if entry is None:
        print(
            f"‘{argv[0]}’이라는 처리는 없습니다. 목록: madang act list  /  There is no act “{argv[0]}”: madang act list"
        )
        return 2
    return _carry_out(entry, _options(entry, argv[1:]))


def _list() -> int:
    for entry in acts.registry().values():
        print(f"{entry.name:32} {entry.words}")
    return 0


def _options(entry: acts.Act, argv: list[str]) -> dict[str, Any]:
    parser = argparse.ArgumentParser(prog=f"madang act {entry.name}", description=entry.words)
    parser.add_argument("--as", dest="as_", required=True, metavar="EMAIL", help="who acts")
    parser.add_argument("--seat", default="", metavar="ORGANISATION", help="from which organisation's seat")
    for name, parameter in entry.parameters().items():
        needed = parameter.default is parameter.empty
        parser.add_argument(
            f"--{name.replace('_', '-')}", dest=name, required=needed, help="text, id or JSON"
        )
    return vars(parser.parse_args(argv))


def _carry_out(entry: acts.Act, options: dict[str, Any]) -> int:
    at = clock.now()
    person, seat = options.pop("as_"), options.pop("seat")
    actor = actor_for_cli(person, seat, at.astimezone(SEOUL).date())
    if actor is None:
        print("그 사람이 그 직위에 있지 않습니다. / That person does not hold such a seat.")
        return 1
    model, load = input_of(entry)
    try:
        sent = model.model_validate({n: _value(n, v) for n, v in options.items() if v is not None})
        with reading_as(actor):
            given = load(sent)
        result = entry.run(actor=actor, at=at, **given)
    except ValidationError as error:
        print("\n".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()))
        return 2
    except Missing as error:
        print(f"{error}: 없는 자료입니다. / There is no such row.")
        return 1
    except (DataError, IntegrityError, OverflowError):
        print(
            "저장할 수 없는 값이 있어 아무것도 저장하지 않았습니다. / A value cannot be kept; nothing was saved."
        )
        return 1
    except (Refused, Invalid, NotLawful, StaleVersion) as error:
        print(f"{error.words.ko}\n{error.words.en}")
        return 1
    print(json.dumps({"act": entry.name, "id": str(result.pk), "result": str(result)}, ensure_ascii=False))
    return 0


def _value(name: str, text: str) -> Any:
    if text[:1] not in ("{", "["):
        return text
    try:
        return json.loads(text)
    except ValueError as error:
        raise Invalid(Words(f"--{name}: JSON으로 읽을 수 없습니다.", f"--{name}: not JSON."), name) from error
