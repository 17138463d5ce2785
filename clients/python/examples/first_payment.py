"""Money arrives, is converted and leaves."""

import os

from corridor import Corridor, CorridorError
from corridor.details import QuoteAlreadyUsed

corridor = Corridor(os.environ["CORRIDOR"], key=os.environ["KEY"])
account = os.environ["ACCOUNT"]

corridor.sandbox.deposit(account_id=account, asset="USD", amount="25000.00")

quote = corridor.quotes.create_quote(account_id=account, from_asset="USD", to_asset="USDC", from_amount="10000.00")
trade = corridor.quotes.execute_quote(quote.quote_id)
print(trade.to_amount, trade.to_asset)

try:
    corridor.quotes.execute_quote(quote.quote_id)
except CorridorError as refusal:
    match refusal.details:
        case QuoteAlreadyUsed(executed_at=moment):
            print(refusal.code, "at", moment.isoformat())
        case _:
            raise

supplier = corridor.beneficiaries.register_crypto_beneficiary(
    account_id=account,
    nickname="Supplier",
    chain_name="ETHEREUM_SEPOLIA",
    address="0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
)
payout = corridor.transactions.pay_out_crypto(
    account_id=account, beneficiary_id=supplier.beneficiary_id, amount="5000.00", asset="USDC", chain_name="ETHEREUM_SEPOLIA"
)
print(payout.status)

corridor.sandbox.settle(payout.transaction_id)
print(corridor.transactions.get_transaction(payout.transaction_id).status)
