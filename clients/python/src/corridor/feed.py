"""Events without end, each once and in their order. It needs websockets, which the extra ``feed`` brings."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, TypeVar
from urllib.parse import quote

from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException
from websockets.sync.client import ClientConnection, connect

from corridor._json import read
from corridor.errors import CorridorError, NoAnswer, Problem, UnexpectedAnswer
from corridor.operations import Feeds

T = TypeVar("T")

_FINAL = {1002, 1003, 1007, 1009, 4101, 4102, 4104}
"""After these there is no use in connecting again: access has ended, the organization has closed it, the client was refused."""

_REFUSED = {401, 403, 404}
"""With these a handshake is refused for good; with others it may succeed later."""

_MAY_BE_HAD_LATER = ("same_request", "after")
_FIRST_SERVER_ERROR = 500
_LONGEST_PAUSE_SECONDS = 10.0

_CLOSE_SECONDS = 1.0
"""Who closes a feed does not wait for the events that it has not read."""


@dataclass(frozen=True)
class Event(Generic[T]):
    """A new state of a transaction or a quote."""

    sequence: int
    """Counts the events of the channel: store the last one that you have processed, to resume after it."""
    data: T
    """As its GET shows it."""


@dataclass(frozen=True, kw_only=True)
class _Frame:
    cmd: str
    seq: int | None = None
    data: Any = None
    error: Problem | None = None


class Feed(Iterator[Event[T]]):
    """
    After a broken connection, a new one goes on after the last event. One thread reads; any may close it, which ends the reading.

    It raises a CorridorError if the feed is refused for good, such as with ``resume_point_lost``, and NoAnswer if its connection is refused or closed for good.
    """

    def __init__(self, url: str, feeds: Feeds, channel: str, state: type[T], after: int | None) -> None:
        self._url = url.replace("http", "ws", 1)
        self._feeds = feeds
        self._channel = channel
        self._state = state
        self._last = after
        self._failures = 0
        self._closed = threading.Event()
        self._socket: ClientConnection | None = None

    def __next__(self) -> Event[T]:
        while not self._closed.is_set():
            if self._socket is None:
                self._socket = self._connect()
            else:
                event = self._take(self._socket)
                if event:
                    return event
        raise StopIteration

    def close(self) -> None:
        """Ends the feed, also while another thread waits for an event."""
        self._closed.set()
        if self._socket:
            self._socket.close()

    def __enter__(self) -> Feed[T]:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _connect(self) -> ClientConnection | None:
        """None after a failure that may pass: the service does not answer or is overloaded, or a balancer answers for one that is not there."""
        try:
            ticket = self._feeds.issue_ticket().ticket
            address = f"{self._url}/v1/realtime?api_key={quote(ticket)}&dialect=problem%2Bjson"
            socket = connect(address, compression=None, close_timeout=_CLOSE_SECONDS)
            start = {} if self._last is None else {"from": self._last}
            socket.send(json.dumps({"cmd": "subscribe", "data": {"channel": self._channel, **start}}))
            return socket
        except CorridorError as refusal:
            if refusal.retry not in _MAY_BE_HAD_LATER:
                raise
        except UnexpectedAnswer as answer:
            if answer.status < _FIRST_SERVER_ERROR:
                raise
        except InvalidStatus as refusal:
            if refusal.response.status_code in _REFUSED:
                raise NoAnswer(f"the feed was refused with {refusal.response.status_code}") from refusal
        except (NoAnswer, OSError, WebSocketException):
            pass
        self._wait_after_failure()
        return None

    def _take(self, socket: ClientConnection) -> Event[T] | None:
        try:
            return self._read(read(_Frame, json.loads(socket.recv())))
        except CorridorError as refusal:
            self._socket = None
            socket.close()
            if refusal.retry not in _MAY_BE_HAD_LATER:
                raise
            self._wait_after_failure()
            return None
        except ConnectionClosed as end:
            self._socket = None
            if end.rcvd and end.rcvd.code in _FINAL and not self._closed.is_set():
                raise NoAnswer(f"the feed was closed with {end.rcvd.code}") from None
            self._wait_after_failure()
            return None

    def _read(self, frame: _Frame) -> Event[T] | None:
        if frame.error:
            raise CorridorError(frame.error)
        if frame.cmd == "subscribe":
            self._failures = 0
            self._last = frame.data["seq"] if self._last is None else self._last
        elif frame.cmd == self._channel and frame.seq is not None:
            self._last = frame.seq
            return Event(frame.seq, read(self._state, frame.data))
        return None

    def _wait_after_failure(self) -> None:
        """Longer after each failure, and not at all when the feed is closed."""
        self._failures += 1
        self._closed.wait(min(0.1 * 2 ** min(self._failures, 10), _LONGEST_PAUSE_SECONDS))
