"""Against a server that gives prepared answers."""

from __future__ import annotations

import base64
import hmac
import json
import threading
import time
import unittest
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from unittest.mock import patch

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import ServerConnection, serve

from corridor import Corridor, CorridorError, InvalidSignature, NoAnswer, UnexpectedAnswer, verify_webhook
from corridor._json import Unreadable
from corridor.feed import Feed
from corridor.details import InsufficientFunds
from corridor.models import ExpectedFeeSchedule, Quote

QUOTE: dict[str, Any] = {
    "object": "quote",
    "quoteId": "quote_1",
    "accountId": "acct_1",
    "fromAsset": "USD",
    "toAsset": "USDC",
    "fromAmount": "10.00",
    "toAmount": "9.990000",
    "appliedRate": "0.999",
    "spread": None,
    "status": "PENDING",
    "expiresAt": "2026-03-01T10:05:00.123456Z",
    "createdAt": "2026-03-01T10:00:00Z",
}

TICKET = {"object": "ticket", "ticket": "t", "expiresAt": "2026-03-01T10:05:00Z"}

MAINTENANCE: dict[str, Any] = {
    "type": "/errors/service_unavailable",
    "title": "T",
    "status": 503,
    "detail": "D",
    "instance": "urn:corridor:request:req_1",
    "code": "service_unavailable",
    "outcome": "not_applied",
    "retry": "after",
    "details": {"retryAfter": 1},
}


@dataclass(frozen=True)
class Asked:
    method: str
    target: str
    headers: dict[str, str]
    body: str


@dataclass(frozen=True)
class Prepared:
    status: int
    content_type: str
    body: str
    headers: dict[str, str]


class ScriptedServer:
    """Gives the answers that a test has prepared, one after the other, and keeps what was asked."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.prepared: list[Prepared] = []
        script = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
                headers = {name.lower(): value for name, value in self.headers.items()}
                script.asked.append(Asked(self.command, self.path, headers, body))
                prepared = script.prepared.pop(0)
                self.send_response(prepared.status)
                self.send_header("Content-Type", prepared.content_type)
                self.send_header("Content-Length", str(len(prepared.body.encode())))
                for name, value in prepared.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(prepared.body.encode())

            do_GET = do_POST = do_PATCH = do_DELETE = answer

            def log_message(self, format: str, *args: object) -> None:
                """A test prints nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def answers(self, body: object) -> ScriptedServer:
        return self.answers_raw(200, "application/json", json.dumps(body))

    def answers_raw(self, status: int, content_type: str, body: str, **headers: str) -> ScriptedServer:
        self.prepared.append(Prepared(status, content_type, body, headers))
        return self

    def refuses(self, code: str, outcome: str, retry: str, details: object = None, **headers: str) -> ScriptedServer:
        problem = {
            "type": f"/errors/{code}",
            "title": "T",
            "status": 400,
            "detail": "D",
            "instance": "urn:corridor:request:req_1",
            "code": code,
            "outcome": outcome,
            "retry": retry,
            "details": details,
        }
        return self.answers_raw(400, "application/problem+json", json.dumps(problem), **headers)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class Scripted(unittest.TestCase):
    def setUp(self) -> None:
        self.server = ScriptedServer()
        self.addCleanup(self.server.close)
        self.corridor = Corridor(self.server.url, key="key_1", attempts=3)
        self.addCleanup(self.corridor.close)

    def refusal_of(self, action: Callable[[], object]) -> CorridorError:
        with self.assertRaises(CorridorError) as refused:
            action()
        return refused.exception


class Answers(Scripted):
    def test_an_answer_is_read_as_its_type_and_members_of_later_versions_are_ignored(self) -> None:
        self.server.answers({**QUOTE, "later": 1, "status": "LATER"})

        quote = self.corridor.quotes.get_quote("quote_1")

        self.assertEqual(quote.to_amount, Decimal("9.990000"))
        self.assertEqual(quote.expires_at, datetime(2026, 3, 1, 10, 5, 0, 123456, UTC))
        self.assertIsNone(quote.spread)
        self.assertEqual(quote.status, "LATER")
        self.assertEqual(self.server.asked[0].headers["authorization"], "Bearer key_1")

    def test_what_is_not_corridors_is_not_taken_for_an_answer(self) -> None:
        self.server.answers_raw(200, "text/html", "<h1>Hello</h1>")
        self.server.answers_raw(502, "text/html", "<h1>Bad gateway</h1>")
        self.server.answers_raw(200, "application/json", "{")
        self.server.answers({**QUOTE, "toAmount": 9.99})
        self.server.answers({**QUOTE, "quoteId": None})
        self.server.answers_raw(400, "application/problem+json", "{}")
        for _ in range(6):
            with self.assertRaises(UnexpectedAnswer):
                self.corridor.quotes.get_quote("quote_1")

    def test_confidential_members_are_not_printed(self) -> None:
        self.server.answers({"object": "ticket", "ticket": "ticket_secret", "expiresAt": "2026-03-01T10:00:00Z"})

        self.assertNotIn("secret", repr(self.corridor.feeds.issue_ticket()))


class Requests(Scripted):
    def test_what_is_put_into_a_path_or_a_query_is_encoded(self) -> None:
        self.server.answers(QUOTE).answers({"object": "list", "data": [], "nextCursor": None})

        self.corridor.quotes.get_quote("a/b c?d")
        list(
            self.corridor.transactions.list_transactions(
                status=["LOCKED", "COMPLETED"],
                metadata={"shop & co": "7"},
                created_at_gte=datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=2))),
                page_size=10,
            )
        )

        self.assertEqual(self.server.asked[0].target, "/v1/quotes/a%2Fb%20c%3Fd")
        self.assertEqual(
            self.server.asked[1].target,
            "/v1/transactions?metadata%5Bshop%20%26%20co%5D=7&status=LOCKED%2CCOMPLETED&createdAtGte=2026-03-01T10%3A00%3A00Z&limit=10",
        )

    def test_a_body_has_its_members_as_they_are_written_in_json(self) -> None:
        self.server.refuses("forbidden", "not_applied", "never")

        self.refusal_of(
            lambda: self.corridor.transactions.pay_out_crypto(
                account_id="acct_1",
                beneficiary_id="bene_1",
                amount=Decimal("1E+3"),
                asset="USDC",
                chain_name="ETHEREUM_SEPOLIA",
                expected_fee_schedule=ExpectedFeeSchedule(fixed="1.00", bps=25),
            )
        )

        self.assertEqual(
            json.loads(self.server.asked[0].body),
            {
                "accountId": "acct_1",
                "beneficiaryId": "bene_1",
                "amount": "1000",
                "asset": "USDC",
                "chainName": "ETHEREUM_SEPOLIA",
                "expectedFeeSchedule": {"fixed": "1.00", "bps": 25},
            },
        )

    def test_neither_a_float_nor_a_time_without_zone_is_sent(self) -> None:
        guess: Any = 0.1
        with self.assertRaises(TypeError):
            self.corridor.quotes.create_quote(account_id="acct_1", from_asset="USD", to_asset="USDC", from_amount=guess)
        with self.assertRaises(ValueError):
            list(self.corridor.transactions.list_transactions(created_at_gte=datetime(2026, 3, 1)))
        self.assertEqual(self.server.asked, [])

    def test_a_list_goes_over_its_pages_and_asks_for_each_when_it_is_needed(self) -> None:
        self.server.answers({"object": "list", "data": [QUOTE, {**QUOTE, "quoteId": "quote_2"}], "nextCursor": "c/1"})
        self.server.answers({"object": "list", "data": [{**QUOTE, "quoteId": "quote_3"}], "nextCursor": None})

        quotes = self.corridor.quotes.list_quotes(account_id="acct_1")

        self.assertEqual([next(quotes).quote_id, next(quotes).quote_id], ["quote_1", "quote_2"])
        self.assertEqual(len(self.server.asked), 1)
        self.assertEqual([quote.quote_id for quote in quotes], ["quote_3"])
        self.assertEqual(self.server.asked[1].target, "/v1/quotes?accountId=acct_1&cursor=c%2F1")

    def test_signed_requests_are_sent_one_after_the_other_with_rising_nonces(self) -> None:
        signed = Corridor(self.server.url, key="key_1", signing_secret="secret")
        self.addCleanup(signed.close)
        for _ in range(8):
            self.server.answers(QUOTE)
        threads = [threading.Thread(target=signed.quotes.get_quote, args=("quote_1",)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        nonces = [int(asked.headers["x-nonce"]) for asked in self.server.asked]
        self.assertEqual(nonces, sorted(set(nonces)))
        self.assertNotIn("authorization", self.server.asked[0].headers)


class Refusals(Scripted):
    def test_a_refusal_has_its_code_its_consequences_and_the_facts_of_its_code(self) -> None:
        facts = {"account": "acct_1", "required": "10.00", "available": "1.00", "asset": "USD"}
        self.server.refuses("insufficient_funds", "not_applied", "new_request", facts)

        refusal = self.refusal_of(lambda: self.corridor.quotes.execute_quote("quote_1"))

        self.assertEqual((refusal.code, refusal.outcome, refusal.retry), ("insufficient_funds", "not_applied", "new_request"))
        self.assertEqual(refusal.request_id, "req_1")
        match refusal.details:
            case InsufficientFunds(required=required, available=available):
                self.assertEqual(required - available, Decimal("9.00"))
            case _:
                self.fail(str(refusal.details))

    def test_of_a_code_of_a_later_version_the_consequences_are_known(self) -> None:
        self.server.refuses("of_a_later_version", "unknown", "never", {"x": 1})

        refusal = self.refusal_of(lambda: self.corridor.quotes.execute_quote("quote_1"))

        self.assertEqual((refusal.code, refusal.outcome, refusal.details), ("of_a_later_version", "unknown", None))

    def test_what_may_be_sent_again_is_sent_again_under_the_same_key_as_often_as_wished(self) -> None:
        for _ in range(3):
            self.server.refuses("internal_error", "unknown", "same_request")

        refusal = self.refusal_of(lambda: self.corridor.quotes.execute_quote("quote_1"))

        keys = [asked.headers["idempotency-key"] for asked in self.server.asked]
        self.assertEqual(keys, [refusal.idempotency_key] * 3)

    def test_no_pause_between_attempts_is_longer_than_the_longest_that_is_waited(self) -> None:
        for _ in range(40):
            self.server.refuses("internal_error", "unknown", "same_request")

        with Corridor(self.server.url, key="key_1", attempts=40, max_wait_seconds=0.001) as corridor:
            self.refusal_of(lambda: corridor.quotes.get_quote("quote_1"))

        self.assertEqual(len(self.server.asked), 40)

    def test_a_limited_request_is_sent_again_after_the_time_that_the_answer_says(self) -> None:
        self.server.refuses("rate_limit_exceeded", "not_applied", "after", **{"Retry-After": "1"}).answers(QUOTE)
        begin = time.monotonic()

        self.corridor.quotes.get_quote("quote_1")

        self.assertGreaterEqual(time.monotonic() - begin, 1)

    def test_a_time_that_is_too_long_or_missing_is_not_waited_for(self) -> None:
        self.server.refuses("rate_limit_exceeded", "not_applied", "after", **{"Retry-After": "61"})
        self.server.refuses("rate_limit_exceeded", "not_applied", "after")

        for _ in range(2):
            self.refusal_of(lambda: self.corridor.quotes.get_quote("quote_1"))
        self.assertEqual(len(self.server.asked), 2)

    def test_what_may_not_be_sent_again_is_not(self) -> None:
        for retry in ("never", "new_request", "of_a_later_version"):
            self.server.refuses("forbidden", "not_applied", retry)
            self.refusal_of(lambda: self.corridor.quotes.execute_quote("quote_1"))
        self.assertEqual(len(self.server.asked), 3)

    def test_where_no_answer_comes_nothing_is_repeated_and_the_key_is_known(self) -> None:
        self.server.close()

        with self.assertRaises(NoAnswer) as lost:
            self.corridor.quotes.execute_quote("quote_1", idempotency_key="mine")

        self.assertEqual(lost.exception.idempotency_key, "mine")


class Webhooks(unittest.TestCase):
    SECRET = "whsec_plJ3nmyCDGBKInavdOK15jsl"
    NOW = 1731705121

    def headers(self, body: bytes) -> dict[str, str]:
        key = base64.b64decode(self.SECRET.removeprefix("whsec_"))
        signature = base64.b64encode(hmac.digest(key, f"msg_1.{self.NOW}.".encode() + body, "sha256")).decode()
        return {"Webhook-Id": "msg_1", "Webhook-Timestamp": str(self.NOW), "Webhook-Signature": f"v1,b3RoZXI= v1,{signature}"}

    def test_a_message_with_a_good_signature_among_others_has_its_type_and_its_data(self) -> None:
        body = json.dumps({"type": "quote.executed", "timestamp": "2026-03-01T10:00:00Z", "data": QUOTE}).encode()

        message = verify_webhook(self.SECRET, body, self.headers(body), lambda: self.NOW + 299)

        self.assertEqual((message.id, message.type), ("msg_1", "quote.executed"))
        self.assertEqual(message.data_as(Quote).quote_id, "quote_1")

    def test_the_example_of_the_specification_is_verified(self) -> None:
        body = b'{"event_type":"ping","data":{"success":true}}'
        headers = {
            "webhook-id": "msg_loFOjxBNrRLzqYUf",
            "webhook-timestamp": "1731705121",
            "webhook-signature": "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=",
        }
        with self.assertRaisesRegex(Unreadable, "type is missing"):  # It is no message of Corridor, but well signed.
            verify_webhook(self.SECRET, body, headers, lambda: self.NOW)

    def test_what_was_changed_is_old_or_lacks_a_header_is_refused(self) -> None:
        body = b"{}"
        headers = self.headers(body)
        broken = [{**headers, name: value} for name in headers for value in ("", "x", "v1,é", "1e9")]
        attempts = [(body, one, self.NOW) for one in broken]
        attempts += [(b"{} ", headers, self.NOW), (body, headers, self.NOW + 301), (body, headers, self.NOW - 301)]
        for attempt, given, now in attempts:
            with self.subTest(given=given, now=now), self.assertRaises(InvalidSignature):
                verify_webhook(self.SECRET, attempt, given, lambda now=now: now)


class TheFeed(Scripted):
    def test_what_may_pass_is_waited_for_and_a_refusal_for_good_ends_the_feed(self) -> None:
        self.server.answers_raw(502, "text/html", "<h1>Bad gateway</h1>")
        self.server.refuses("forbidden", "not_applied", "never")

        with self.corridor.follow_transactions() as feed:
            refusal = self.refusal_of(lambda: next(feed))

        self.assertEqual(refusal.code, "forbidden")
        self.assertEqual(len(self.server.asked), 2)

    def test_an_answer_of_another_service_ends_the_feed(self) -> None:
        self.server.answers_raw(404, "text/html", "<h1>Not here</h1>")

        with self.corridor.follow_quotes() as feed, self.assertRaises(UnexpectedAnswer):
            next(feed)

    def test_a_connection_that_is_refused_ends_the_feed_and_one_that_is_not_had_yet_does_not(self) -> None:
        for status in (503, 401):
            self.server.answers(TICKET)
            self.server.answers_raw(status, "text/html", "<h1>No</h1>")

        with self.corridor.follow_quotes() as feed, self.assertRaisesRegex(NoAnswer, "the feed was refused with 401"):
            next(feed)

        self.assertEqual(len(self.server.asked), 4)

    def test_an_error_that_is_for_now_only_does_not_end_the_feed(self) -> None:
        frames: list[dict[str, Any]] = [
            {"cmd": "error", "error": MAINTENANCE},
            {"cmd": "subscribe", "data": {"seq": 7}},
            {"cmd": "quotes", "seq": 8, "data": QUOTE},
        ]
        sockets = 0

        def tell(socket: ServerConnection) -> None:
            nonlocal sockets
            sockets += 1
            socket.recv()
            while frames:
                frame = frames.pop(0)
                socket.send(json.dumps(frame))
                if "error" in frame:
                    break
            with suppress(ConnectionClosed):
                socket.recv()

        with serve(tell, "127.0.0.1", 0) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            port = server.socket.getsockname()[1]
            self.server.answers(TICKET).answers(TICKET)
            with Feed(self.server.url, self.corridor.feeds, "quotes", Quote, None) as feed, patch.object(feed, "_url", f"ws://127.0.0.1:{port}"):
                self.assertEqual(next(feed).sequence, 8)
            server.shutdown()

        self.assertEqual(sockets, 2)

    def test_a_closed_feed_ends(self) -> None:
        feed = self.corridor.follow_quotes()
        feed.close()

        self.assertEqual(list(feed), [])


if __name__ == "__main__":
    unittest.main()
