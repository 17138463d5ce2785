"""Sends requests, and sends them again where the answer says that it does no harm."""

from __future__ import annotations

import json
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast
from urllib.parse import quote, urlencode

import httpx

from corridor._json import Unreadable, read, write
from corridor._signer import Signer
from corridor.errors import CorridorError, NoAnswer, Problem, UnexpectedAnswer

T = TypeVar("T")

_JSON = "application/json"
_PROBLEM = "application/problem+json"
_FIRST_PAUSE_SECONDS = 0.2
_MOST_DOUBLINGS = 20


@dataclass(frozen=True, kw_only=True)
class Call:
    """A request in the words of HTTP. What is None is left out."""

    method: str
    path: str
    query: Mapping[str, object] = field(default_factory=dict[str, object])
    body: Mapping[str, object] | None = None
    idempotency_key: str | None = None
    headers: Mapping[str, str] | None = None

    def target(self) -> str:
        """Lists are separated by commas; the members of a map are ``name[member]=value``."""
        parameters = [parameter for name, value in write(self.query).items() for parameter in _parameters(name, value)]
        return self.path + ("?" + urlencode(parameters, quote_via=quote, safe="") if parameters else "")


@dataclass(frozen=True, kw_only=True)
class _Page:
    data: list[Any]
    next_cursor: str | None = None


def new_key() -> str:
    """The idempotency key of a request whose caller has not named it."""
    return str(uuid.uuid4())


def path_of(template: str, *variables: str) -> str:
    """A path such as ``/v1/quotes/{}``, filled."""
    return template.format(*(quote(variable, safe="") for variable in variables))


class Sender:
    """Any thread may use it."""

    def __init__(self, http: httpx.Client, url: str, key: str | None, signer: Signer | None, attempts: int, max_wait_seconds: float) -> None:
        self._http = http
        self._url = url
        self._key = key
        self._signer = signer
        self._attempts = attempts
        self._max_wait_seconds = max_wait_seconds

    def send(self, answer: type[T], call: Call) -> T:
        """The answer, read as this type."""
        attempt = 1
        while True:
            try:
                with self._signer.turn if self._signer else nullcontext():
                    return self._send_once(answer, call)
            except CorridorError as failure:
                seconds = self._seconds_until_repeat(failure, attempt)
                if seconds is None:
                    raise
            time.sleep(seconds)
            attempt += 1

    def list(self, item: type[T], call: Call) -> Iterator[T]:
        """The items of a list, over all of its pages. The next page is asked for when its first item is."""
        cursor: str | None = None
        while True:
            query = {**call.query, "cursor": cursor} if cursor else call.query
            page = self.send(_Page, Call(method=call.method, path=call.path, query=query, headers=call.headers))
            for one in page.data:
                yield read(item, one)
            cursor = page.next_cursor
            if not cursor:
                return

    def _seconds_until_repeat(self, failure: CorridorError, attempt: int) -> float | None:
        """None if the request must not be repeated, or is not worth it."""
        if attempt >= self._attempts:
            return None
        if failure.retry == "same_request":
            return min(_FIRST_PAUSE_SECONDS * 2 ** min(attempt - 1, _MOST_DOUBLINGS), self._max_wait_seconds)
        if failure.retry == "after":
            seconds = failure.retry_after_seconds
            return seconds if seconds is not None and seconds <= self._max_wait_seconds else None
        return None

    def _send_once(self, answer: type[T], call: Call) -> T:
        body = b"" if call.body is None else json.dumps(write(call.body)).encode()
        request = self._http.build_request(call.method, self._url + call.target(), content=body or None, headers=call.headers)
        request.headers["Accept"] = f"{_JSON}, {_PROBLEM}"
        if body:
            request.headers["Content-Type"] = _JSON
        if call.idempotency_key is not None:
            request.headers["Idempotency-Key"] = call.idempotency_key
        if self._signer:
            request.headers.update(self._signer.headers(call.method, request.url.raw_path.decode(), call.idempotency_key, body))
        elif self._key:
            request.headers["Authorization"] = f"Bearer {self._key}"
        try:
            response = self._http.send(request)
        except httpx.TransportError as reason:
            raise NoAnswer(f"no answer came from Corridor: {reason}", call.idempotency_key) from reason
        return _read(answer, response, call)


def _read(answer: type[T], response: httpx.Response, call: Call) -> T:
    content_type = response.headers.get("Content-Type", "").split(";")[0]
    try:
        if response.is_success and content_type == _JSON:
            return read(answer, response.json())
        if content_type == _PROBLEM:
            after = response.headers.get("Retry-After")
            raise CorridorError(read(Problem, response.json()), int(after) if after else None, call.idempotency_key)
    except (Unreadable, ValueError) as reason:
        raise UnexpectedAnswer(response.status_code, response.text, str(reason)) from None
    raise UnexpectedAnswer(response.status_code, response.text, content_type)


def _parameters(name: str, value: Any) -> list[tuple[str, str]]:
    if isinstance(value, dict):
        members = cast(dict[str, str], value)
        return [(f"{name}[{member}]", text) for member, text in members.items()]
    if isinstance(value, list):
        return [(name, ",".join(cast(list[str], value)))]
    return [(name, str(value).lower() if isinstance(value, bool) else str(value))]
