"""Signatures of requests in the format CORRIDOR, which cover all that decides what a request does."""

from __future__ import annotations

import hashlib
import hmac
import threading
import time


class Signer:
    """Signed requests are sent one after the other, in its turn: the service refuses a nonce that has been overtaken."""

    def __init__(self, key: str, secret: str) -> None:
        self.turn: threading.Lock = threading.Lock()
        self._key = key
        self._secret = secret.encode()
        self._last_nonce = 0

    def headers(self, method: str, target: str, idempotency_key: str | None, body: bytes) -> dict[str, str]:
        """The target is the path and the query, as they are sent."""
        self._last_nonce = max(time.time_ns() // 1_000_000, self._last_nonce + 1)
        nonce = str(self._last_nonce)
        signed = "\n".join([self._key, nonce, method, target, idempotency_key or "", hashlib.sha256(body).hexdigest()])
        signature = hmac.new(self._secret, signed.encode(), hashlib.sha512).hexdigest()
        return {"X-API-Key": self._key, "X-NONCE": nonce, "X-Signature": signature}
