"""Verifies the messages to one endpoint of yours, which are signed as Standard Webhooks has it."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from corridor._json import read
from corridor.models import EventType

T = TypeVar("T")

_TOLERANCE_SECONDS = 5 * 60
"""A message of another time may be a recorded one."""


class InvalidSignature(Exception):
    """A message that Corridor has not sent, or not now. Answer 401 and do nothing."""


@dataclass(frozen=True, kw_only=True)
class _Envelope:
    type: EventType
    timestamp: datetime
    data: Any


@dataclass(frozen=True, kw_only=True)
class WebhookMessage:
    """A verified message. It may come again: drop those whose id you have seen."""

    id: str
    type: EventType
    timestamp: datetime
    """When it happened."""
    data: Any
    """What the event is about, as JSON."""

    def data_as(self, kind: type[T]) -> T:
        """What the event is about, such as a Transaction, as its GET shows it."""
        return read(kind, self.data)


def verify_webhook(secret: str, body: bytes, headers: Mapping[str, str], now: Callable[[], float] = time.time) -> WebhookMessage:
    """
    Verifies a message to one endpoint.

    :param secret: the endpoint's, which begins with ``whsec_``
    :param body: the bytes as they came
    :param headers: of the request
    """
    present = {name.lower(): value for name, value in headers.items()}
    message_id, timestamp, signatures = (_header(present, name) for name in ("webhook-id", "webhook-timestamp", "webhook-signature"))
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signature = hmac.digest(key, f"{message_id}.{timestamp}.".encode() + body, hashlib.sha256)
    expected = b"v1," + base64.b64encode(signature)
    if not any([hmac.compare_digest(expected, one.encode()) for one in signatures.split(" ")]):
        raise InvalidSignature("no signature is of this message and secret")
    if not timestamp.isdecimal() or abs(now() - int(timestamp)) > _TOLERANCE_SECONDS:
        raise InvalidSignature(f"the message is not of now but of {timestamp}")
    envelope = read(_Envelope, json.loads(body))
    return WebhookMessage(id=message_id, type=envelope.type, timestamp=envelope.timestamp, data=envelope.data)


def _header(headers: Mapping[str, str], name: str) -> str:
    if not headers.get(name):
        raise InvalidSignature(f"the header {name} is missing")
    return headers[name]
