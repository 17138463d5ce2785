"""The client itself."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING

import httpx

from corridor._sender import Sender
from corridor._signer import Signer
from corridor.models import Quote, Transaction
from corridor.operations import Operations

if TYPE_CHECKING:
    from corridor.feed import Feed


class Corridor(Operations):
    """
    A client of one Corridor. A refusal is raised as a CorridorError. A request is sent again only where the answer's Corridor-Retry says that it
    does no harm, always under the same idempotency key. Any thread may use it.
    """

    def __init__(
        self,
        url: str,
        *,
        key: str | None = None,
        signing_secret: str | None = None,
        attempts: int = 4,
        max_wait_seconds: float = 60,
        timeout_seconds: float = 30,
        http: httpx.Client | None = None,
    ) -> None:
        """
        :param url: where Corridor is, without a path: ``https://corridor.example``
        :param key: an API key, or a user's access token
        :param signing_secret: of a key whose signature format is CORRIDOR; its requests are sent one after the other
        :param attempts: how often one request is sent at most
        :param max_wait_seconds: a longer Retry-After is not waited for, and no pause between attempts is longer
        :param timeout_seconds: how long an answer is waited for
        :param http: with a proxy or certificates of your own, for example; the time-out is its own then, and so is closing it
        """
        self._url = url.rstrip("/")
        self._own_http = None if http else httpx.Client(timeout=timeout_seconds)
        signer = Signer(key, signing_secret) if key and signing_secret else None
        super().__init__(Sender(http or self._own_http or httpx.Client(), self._url, key, signer, attempts, max_wait_seconds))

    def follow_transactions(self, after: int | None = None) -> Feed[Transaction]:
        """
        Every new state of your organization's transactions, without end. It needs the extra ``feed``.

        :param after: the sequence of the last event that you have processed, or zero for all that are kept; without it, events from now on
        """
        from corridor.feed import Feed  # Only who follows needs what it needs.

        return Feed(self._url, self.feeds, "transactions", Transaction, after)

    def follow_quotes(self, after: int | None = None) -> Feed[Quote]:
        """Quotes that are issued or executed, without end, as ``follow_transactions`` has it."""
        from corridor.feed import Feed

        return Feed(self._url, self.feeds, "quotes", Quote, after)

    def close(self) -> None:
        """Ends its connections. One client is enough for a program's whole life."""
        if self._own_http:
            self._own_http.close()

    def __enter__(self) -> Corridor:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
