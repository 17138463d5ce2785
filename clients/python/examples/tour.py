"""What a program needs beside its first payment."""

from collections.abc import Callable, Mapping

from corridor import Corridor, CorridorError, NoAnswer, verify_webhook
from corridor.details import InsufficientFunds, QuoteExpired
from corridor.models import Transaction


def connect(url: str, key: str, signing_secret: str | None) -> Corridor:
    """With a signing secret, every request is signed. One client is enough for all threads of a program."""
    return Corridor(url, key=key, signing_secret=signing_secret)


def execute(corridor: Corridor, quote_id: str, idempotency_key: str) -> str:
    """A refusal has a code, consequences and the facts of its code."""
    try:
        return corridor.quotes.execute_quote(quote_id, idempotency_key=idempotency_key).transaction_id
    except CorridorError as refusal:
        match refusal.details:
            case InsufficientFunds(required=required, available=available, asset=asset):
                return f"{required} {asset} are needed, {available} are there"
            case QuoteExpired(expired_at=moment):
                return f"the quote was good until {moment}"
            case _:
                return f"{refusal.code}, {refusal.outcome}, ask for {refusal.request_id}"
    except NoAnswer:
        # Nothing is known. The same key makes it harmless to send the request again, now or after a restart of this program.
        return corridor.quotes.execute_quote(quote_id, idempotency_key=idempotency_key).transaction_id


def print_what_is_locked(corridor: Corridor) -> None:
    """The next page is asked for when its first item is."""
    for transaction in corridor.transactions.list_transactions(status=["LOCKED"]):
        print(transaction.transaction_id, transaction.amount, transaction.asset)


def follow(corridor: Corridor, last_sequence: int, store: Callable[[int], None]) -> None:
    """Stored with what it has caused, the sequence continues the feed after a restart. A broken connection needs nothing."""
    with corridor.follow_transactions(after=last_sequence) as feed:
        for event in feed:
            print(event.data.transaction_id, "is", event.data.status)
            store(event.sequence)


def receive(body: bytes, headers: Mapping[str, str], endpoint_secret: str) -> str:
    """In the handler of your endpoint, before anything else. A wrong signature is an InvalidSignature."""
    message = verify_webhook(endpoint_secret, body, headers)
    if message.type == "transaction.status.updated":
        return message.data_as(Transaction).status
    return message.id
