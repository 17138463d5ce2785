"""A typed client of Corridor, an open payments backend."""

from corridor._client import Corridor
from corridor._webhook import InvalidSignature, WebhookMessage, verify_webhook
from corridor.errors import CorridorError, NoAnswer, UnexpectedAnswer

__all__ = [
    "Corridor",
    "CorridorError",
    "InvalidSignature",
    "NoAnswer",
    "UnexpectedAnswer",
    "WebhookMessage",
    "verify_webhook",
]
