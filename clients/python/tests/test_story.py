"""Runs against the service that CORRIDOR, KEY and ACCOUNT name, as the README's story does in curl."""

from __future__ import annotations

import os
import threading
import unittest
import uuid
from decimal import Decimal
from typing import Any
from unittest.mock import patch

from corridor import Corridor, CorridorError
from corridor.details import InsufficientFunds, QuoteAlreadyUsed
from corridor.models import TransactionTradeDetails

URL, KEY, ACCOUNT = (os.environ.get(name, "") for name in ("CORRIDOR", "KEY", "ACCOUNT"))
TRIGGER = "Corridor-Sandbox-Trigger"


@unittest.skipUnless(URL, "it needs a running service: CORRIDOR, KEY and ACCOUNT")
class Story(unittest.TestCase):
    def setUp(self) -> None:
        self.corridor = Corridor(URL, key=KEY, attempts=2)
        self.addCleanup(self.corridor.close)

    def test_money_arrives_is_exchanged_and_paid_out(self) -> None:
        deposit = self.corridor.sandbox.deposit(account_id=ACCOUNT, asset="USD", amount=Decimal("25000.00"))
        self.assertEqual(deposit.type, "FIAT_PAYIN")
        account = self.corridor.accounts.get_account(ACCOUNT)
        self.assertIn("USD", [balance.asset for balance in account.balances or []])

        quote = self.corridor.quotes.create_quote(account_id=ACCOUNT, from_asset="USD", to_asset="USDC", from_amount="10000.00")
        self.assertEqual(quote.spread and quote.spread.fee, Decimal("3.00"))
        trade = self.corridor.quotes.execute_quote(quote.quote_id)
        self.assertEqual(trade.status, "COMPLETED")
        with self.assertRaises(CorridorError) as refused:
            self.corridor.quotes.execute_quote(quote.quote_id)
        self.assertIsInstance(refused.exception.details, QuoteAlreadyUsed)

        supplier = self.new_supplier()
        payout = self.corridor.transactions.pay_out_crypto(
            account_id=ACCOUNT, beneficiary_id=supplier, amount="5000.00", asset="USDC", chain_name="ETHEREUM_SEPOLIA"
        )
        self.assertEqual(payout.status, "LOCKED")
        self.corridor.sandbox.settle(payout.transaction_id)
        self.assertEqual(self.corridor.transactions.get_transaction(payout.transaction_id).status, "COMPLETED")

    def test_a_refusal_has_its_consequences_its_faulty_members_and_its_facts(self) -> None:
        with self.assertRaises(CorridorError) as refused:
            self.corridor.quotes.create_quote(account_id=ACCOUNT, from_asset="USD", to_asset="USDC", from_amount="0")
        refusal = refused.exception
        self.assertEqual((refusal.code, refusal.outcome, refusal.retry), ("validation_error", "not_applied", "new_request"))
        self.assertRegex(refusal.request_id, "^req_[0-9a-f]{32}$")
        self.assertEqual([error.pointer for error in refusal.errors], ["#/fromAmount"])

        supplier = self.new_supplier()
        with self.assertRaises(CorridorError) as refused:
            self.corridor.transactions.pay_out_crypto(
                account_id=ACCOUNT, beneficiary_id=supplier, amount="900000000.00", asset="USDC", chain_name="ETHEREUM_SEPOLIA"
            )
        facts = refused.exception.details
        assert isinstance(facts, InsufficientFunds)
        self.assertEqual((facts.required, facts.asset), (Decimal("900000000.00"), "USDC"))

    def test_a_request_that_is_sent_twice_under_one_key_takes_effect_once(self) -> None:
        key = str(uuid.uuid4())
        first, second = (self.corridor.accounts.open_account(name="Once", idempotency_key=key) for _ in range(2))
        self.assertEqual(first, second)

    def test_what_may_be_sent_again_is_sent_as_often_as_wished(self) -> None:
        with self.assertRaises(CorridorError) as failed:
            self.corridor.accounts.open_account(name="Later", idempotency_key="again", headers={TRIGGER: "internal_error"})
        self.assertEqual((failed.exception.retry, failed.exception.idempotency_key), ("same_request", "again"))

    def test_a_list_goes_over_its_pages(self) -> None:
        for name in ("One", "Two", "Three"):
            self.corridor.accounts.open_account(name=name)
        names = [account.name for account in self.corridor.accounts.list_accounts(page_size=2)]
        self.assertEqual(names[:3], ["Three", "Two", "One"])
        self.assertIn("Primary", names)

    def test_filters_are_written_as_the_service_reads_them_and_details_have_the_type_of_their_transaction(self) -> None:
        self.corridor.sandbox.deposit(account_id=ACCOUNT, asset="USD", amount="10.00")
        mark = str(uuid.uuid4())
        trade = self.corridor.quotes.convert(
            account_id=ACCOUNT, from_asset="USD", to_asset="USDC", from_amount="10.00", slippage_bps=50, metadata={"shop": mark}
        )
        (found,) = self.corridor.transactions.list_transactions(type=["TRADE", "ADJUSTMENT"], metadata={"shop": mark})
        assert isinstance(found.details, TransactionTradeDetails)
        self.assertEqual(found.details.quote_id, trade.quote_id)

    def test_a_key_with_signatures_signs_its_requests(self) -> None:
        made = self.corridor.api_keys.create_api_key(
            name=f"Signed {uuid.uuid4()}", permissions=["accounts:read", "accounts:write"], signature_format="CORRIDOR"
        )
        with Corridor(URL, key=made.secret, signing_secret=made.signing_secret) as signed:
            for name in ("A", "B"):
                signed.accounts.open_account(name=f"Señor {name}")
            names = [next(page).name for page in [signed.accounts.list_accounts(page_size=1)]]
        self.assertEqual(names, ["Señor B"])

    def test_the_feed_goes_on_where_its_connection_broke(self) -> None:
        from corridor import feed as feeds

        sockets: list[Any] = []
        connect: Any = feeds.connect

        def watched(*arguments: Any, **options: Any) -> Any:
            sockets.append(connect(*arguments, **options))
            return sockets[-1]

        self.corridor.sandbox.deposit(account_id=ACCOUNT, asset="EUR", amount="1.00")
        with patch.object(feeds, "connect", watched), self.corridor.follow_transactions(after=0) as feed:
            sequences = [next(feed).sequence]
            sockets[0].close()
            while len(sockets) < 2:  # What had arrived on the first is not lost.
                self.corridor.sandbox.deposit(account_id=ACCOUNT, asset="EUR", amount="1.00")
                sequences.append(next(feed).sequence)

        self.assertEqual(sequences, list(range(1, len(sequences) + 1)))

    def test_a_feed_that_is_closed_by_another_thread_ends(self) -> None:
        feed = self.corridor.follow_quotes()
        threading.Timer(1, feed.close).start()
        self.assertEqual(list(feed), [])

    def new_supplier(self) -> str:
        return self.corridor.beneficiaries.register_crypto_beneficiary(
            account_id=ACCOUNT,
            nickname=f"Supplier {uuid.uuid4()}",
            chain_name="ETHEREUM_SEPOLIA",
            address="0x52908400098527886E0F7030069857D2E4169EE7",
        ).beneficiary_id
