"""Money arrives, is converted and leaves. Needs nothing but Python's standard library."""

import json
import os
import time
import uuid
from urllib.error import HTTPError
from urllib.request import Request, urlopen

URL, KEY, ACCOUNT = (os.environ[name] for name in ("CORRIDOR", "KEY", "ACCOUNT"))
ATTEMPTS = 4
LONGEST_WAIT_SECONDS = 60


class CorridorError(Exception):
    """A refusal or a failure. Branch on its code and never on the message."""

    def __init__(self, problem):
        super().__init__(f"{problem['code']}: {problem['detail']}")
        self.code, self.details = problem["code"], problem.get("details", {})


def call(method, path, body=None, idempotency_key=None):
    """Sends a request, and sends it again where Corridor-Retry allows it, under the same Idempotency-Key."""
    headers = {"Authorization": f"Bearer {KEY}", "Accept": "application/json, application/problem+json"}
    if method != "GET":
        headers["Idempotency-Key"] = idempotency_key or str(uuid.uuid4())
    if body is not None:
        headers["Content-Type"] = "application/json"
    for attempt in range(1, ATTEMPTS + 1):
        try:
            data = None if body is None else json.dumps(body).encode()
            with urlopen(Request(URL + path, data, headers, method=method), timeout=30) as answer:
                return json.load(answer)
        except HTTPError as failure:
            wait = int(failure.headers.get("Retry-After", 2**attempt))
            repeatable = failure.headers["Corridor-Retry"] in ("same_request", "after")
            if attempt == ATTEMPTS or not repeatable or wait > LONGEST_WAIT_SECONDS:
                raise CorridorError(json.load(failure)) from None
            time.sleep(wait)


call("POST", "/v1/sandbox/deposits", {"accountId": ACCOUNT, "asset": "USD", "amount": "25000.00"})

quote = call("POST", "/v1/quotes", {"accountId": ACCOUNT, "fromAsset": "USD", "toAsset": "USDC", "fromAmount": "10000.00"})
trade = call("POST", f"/v1/quotes/{quote['quoteId']}/execute")
print(trade["toAmount"], trade["toAsset"])

try:
    call("POST", f"/v1/quotes/{quote['quoteId']}/execute")
except CorridorError as refusal:
    if refusal.code == "quote_already_used":
        print(refusal.code, "at", refusal.details["executedAt"])

address = {"chainName": "ETHEREUM_SEPOLIA", "address": "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"}
supplier = call("POST", "/v1/beneficiaries/crypto", {"accountId": ACCOUNT, "nickname": "Supplier", **address})
payment = {"beneficiaryId": supplier["beneficiaryId"], "amount": "5000.00", "asset": "USDC", "chainName": "ETHEREUM_SEPOLIA"}
payout = call("POST", "/v1/transactions/crypto-payouts", {"accountId": ACCOUNT, **payment})
print(payout["status"])

call("POST", f"/v1/sandbox/transactions/{payout['transactionId']}/settle")
print(call("GET", f"/v1/transactions/{payout['transactionId']}")["status"])
