"""What is thrown where there is no answer to use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from corridor import details as facts
from corridor._json import Unreadable, read
from corridor.details import ErrorDetails
from corridor.models import ErrorCode, FaultyField, Outcome, Retry

_REQUEST = "urn:corridor:request:"


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A failure with its facts, as RFC 9457 has it."""

    code: ErrorCode
    status: int
    title: str
    detail: str
    instance: str
    outcome: Outcome
    retry: Retry
    details: Any = None
    errors: list[FaultyField] | None = None


class CorridorError(Exception):
    """A refusal or a failure that the service answered. Branch on the code, or on the type of the details, and never on the message."""

    def __init__(self, problem: Problem, retry_after_seconds: int | None = None, idempotency_key: str | None = None) -> None:
        self.request_id: str = problem.instance.removeprefix(_REQUEST)
        """For questions about the request."""
        super().__init__(f"{problem.code}: {problem.detail} ({self.request_id})")
        self.code: ErrorCode = problem.code
        self.status: int = problem.status
        self.detail: str = problem.detail
        self.outcome: Outcome = problem.outcome
        """What became of the effect that the request asks for."""
        self.retry: Retry = problem.retry
        """What may be done next without doing harm."""
        self.retry_after_seconds: int | None = retry_after_seconds
        """How long to wait before the same request, if ``retry`` is ``after``."""
        self.details: ErrorDetails | None = _details(problem)
        """The facts of this code, such as ``details.InsufficientFunds``. None for a code that has none, or none that this version knows."""
        self.errors: list[FaultyField] = problem.errors or []
        """The faulty members of the request."""
        self.idempotency_key: str | None = idempotency_key
        """The name under which the request was sent. With the same one it can be sent again harmlessly."""


class NoAnswer(Exception):
    """No answer came, so nothing is known about the request. With the same idempotency key it can be sent again harmlessly."""

    def __init__(self, message: str, idempotency_key: str | None = None) -> None:
        super().__init__(message)
        self.idempotency_key: str | None = idempotency_key


class UnexpectedAnswer(Exception):
    """What answered is not Corridor, or not this version of its API."""

    def __init__(self, status: int, body: str, reason: str) -> None:
        super().__init__(f"an answer of status {status} that is not Corridor's: {reason}")
        self.status: int = status
        self.body: str = body


def _details(problem: Problem) -> ErrorDetails | None:
    kind = facts.OF_CODE.get(problem.code)
    try:
        return read(kind, problem.details) if kind else None
    except Unreadable:
        return None
