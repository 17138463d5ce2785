"""JSON as the dataclasses of the models, and back. Members that a class does not have are of a later version, and are ignored."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
_Reader = Callable[[Any], Any]


class Unreadable(Exception):
    """The JSON is not of the type that it was read as."""


@dataclass(frozen=True)
class _Member:
    name: str
    wire_name: str
    is_required: bool
    read: _Reader


def read(kind: type[T], json: object) -> T:
    """JSON as a value of this type."""
    return cast(T, _reader(kind)(json))


def write(value: object) -> Any:
    """A value as JSON. An amount is a text, so it cannot be a float, which is not what was written."""
    if isinstance(value, float):
        raise TypeError(f"{value!r} is a float: write an amount as a Decimal or a text")
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, timedelta):
        return f"PT{value // timedelta(seconds=1)}S"
    if is_dataclass(value) and not isinstance(value, type):
        members = {_wire_name(member): getattr(value, member.name) for member in fields(value)}
        return write(members)
    if isinstance(value, Mapping):
        return {name: write(member) for name, member in cast(Mapping[str, object], value).items() if member is not None}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [write(item) for item in cast(Sequence[object], value)]
    return value


def wire_name(name: str) -> str:
    """How the API spells a Python name: from_amount is fromAmount there."""
    first, *others = name.split("_")
    return first + "".join(word.capitalize() for word in others)


def _wire_name(member: Any) -> str:
    return member.metadata.get("wire", wire_name(member.name))


def _moment(value: datetime) -> str:
    if value.tzinfo is None:
        raise ValueError(f"{value} has no time zone")
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


@cache
def _reader(kind: Any) -> _Reader:
    origin = get_origin(kind)
    if origin is list:
        return _list(get_args(kind)[0])
    if origin is dict:
        return _map(get_args(kind)[1])
    if origin in (types.UnionType, Union):
        return _union(get_args(kind))
    if origin is Literal:
        return _scalar(str)
    if is_dataclass(kind):
        return _object(kind)
    if kind is Any:
        return lambda json: json
    return _SPELT.get(kind) or _scalar(kind)


def _list(item: Any) -> _Reader:
    return lambda json: [_reader(item)(one) for one in _items_of(json)]


def _map(value: Any) -> _Reader:
    return lambda json: {name: _reader(value)(member) for name, member in _members_of(json).items()}


def _union(kinds: Sequence[Any]) -> _Reader:
    present = [kind for kind in kinds if kind is not type(None)]
    if len(present) == len(kinds):
        return lambda json: _reader(_alternative(present, _members_of(json)))(json)
    inner = present[0] if len(present) == 1 else None
    return lambda json: None if json is None else (_reader(inner)(json) if inner else _union(present)(json))


def _alternative(kinds: Sequence[Any], json: dict[str, Any]) -> Any:
    """Of the types whose members are all there, the one with the most."""

    def fits(kind: Any) -> bool:
        return all(member.wire_name in json for member in _members(kind) if member.is_required)

    def size(kind: Any) -> int:
        return sum(member.wire_name in json for member in _members(kind))

    fitting = [kind for kind in kinds if fits(kind)]
    if not fitting:
        raise Unreadable(f"it is none of {', '.join(kind.__name__ for kind in kinds)}")
    return max(fitting, key=size)


@cache
def _members(kind: Any) -> Sequence[_Member]:
    hints = get_type_hints(kind)
    return [_Member(one.name, _wire_name(one), one.default is MISSING, _reader(hints[one.name])) for one in fields(kind)]


def _object(kind: Any) -> _Reader:
    def read_object(json: Any) -> Any:
        present = _members_of(json)
        return kind(**{member.name: _member(member, present) for member in _members(kind)})

    return read_object


def _member(member: _Member, json: dict[str, Any]) -> Any:
    if member.is_required and json.get(member.wire_name) is None:
        raise Unreadable(f"{member.wire_name} is missing")
    try:
        return member.read(json.get(member.wire_name))
    except Unreadable as reason:
        raise Unreadable(f"{member.wire_name}: {reason}") from None


def _scalar(kind: type[Any]) -> _Reader:
    return lambda json: _checked(kind, json)


def _checked(kind: type[T], json: Any) -> T:
    if type(json) is not kind:
        raise Unreadable(f"it is no {kind.__name__}")
    return json


def _items_of(json: Any) -> list[Any]:
    return cast(list[Any], _checked(list, json))


def _members_of(json: Any) -> dict[str, Any]:
    return cast(dict[str, Any], _checked(dict, json))


def _amount(json: Any) -> Decimal:
    try:
        return Decimal(_checked(str, json))
    except InvalidOperation:
        raise Unreadable("it is no amount") from None


def _time(json: Any) -> datetime:
    try:
        return datetime.fromisoformat(_checked(str, json))
    except ValueError:
        raise Unreadable("it is no time") from None


_SPELT: dict[Any, _Reader] = {Decimal: _amount, datetime: _time}
