package dev.corridor.persistence.books.verify;

import java.util.List;

/** What must hold between a transaction, its entries, its quote, the transaction that it reverses or returns, and its transfer. */
final class TransactionChecks {

    /**
     * The entries, which are the sides of the postings, are line by line those of a transaction of this type that has come to this state. A posting
     * that moves on what another has brought shares its line. A second opinion:
     * what {@link dev.corridor.domain.transaction.Transaction} does in steps stands here once more, as a whole. A reversal has the entries of
     * the original's type the other way round; payouts were reversed too, once, and that passed over the lock.
     */
    private static final Check TRANSACTION_UNLIKE_ITS_ENTRIES = new Check(
            "transaction_unlike_its_entries",
            """
            with transaction as materialized (
                select transaction_id, organization_id, account_id, type, status, asset, amount, received_asset, received, fee, reverses, debit
                from transactions
                where transaction_id >= :from and (transaction_id < :until or :last)
            ),
            trade as (
                select transaction_id, organization_id, account_id, asset, amount, received_asset, received, fee, 1 as sign
                from transaction
                where type = 'TRADE'
                union all
                select reversal.transaction_id, reversal.organization_id, reversal.account_id, reversal.asset, reversal.amount,
                    original.received_asset, original.received, original.fee, -1
                from transaction as reversal
                join transactions as original
                    on original.transaction_id = reversal.reverses and original.organization_id = reversal.organization_id
                where reversal.type = 'ADJUSTMENT' and original.type = 'TRADE'
            ),
            expected as (
                select transaction_id, organization_id, line, case when place = 'AVAILABLE' then account_id end as account_id, place,
                    entry.asset, sign * entry.amount as amount
                from trade
                cross join lateral (values
                    (1, 'AVAILABLE', asset, -amount),
                    (2, 'FX', asset, amount - fee),
                    (3, 'FEES', asset, fee),
                    (3 + (fee > 0)::integer, 'FX', received_asset, -received),
                    (4 + (fee > 0)::integer, 'AVAILABLE', received_asset, received)
                ) as entry (line, place, asset, amount)
                where entry.amount <> 0
                union all
                select transaction_id, organization_id, line, case when place = 'AVAILABLE' then account_id end, place, asset, sign * amount
                from transaction
                cross join (values (1, 'OUTSIDE_WORLD', -1), (2, 'AVAILABLE', 1)) as entry (line, place, sign)
                where type in ('CRYPTO_PAYIN', 'FIAT_PAYIN') and status = 'COMPLETED'
                union all
                select transaction_id, organization_id, line, case when place in ('AVAILABLE', 'LOCKED') then account_id end, place,
                    asset, entry.amount
                from transaction
                cross join lateral (values
                    (1, 'AVAILABLE', -amount - fee, true),
                    (2, 'LOCKED', amount + fee, true),
                    (3, 'LOCKED', -amount - fee, status = 'DECLINED'),
                    (4, 'AVAILABLE', amount + fee, status = 'DECLINED'),
                    (3, 'LOCKED', -amount, status in ('COMPLETED', 'REFUNDED')),
                    (4, 'OUTSIDE_WORLD', amount, status in ('COMPLETED', 'REFUNDED')),
                    (5, 'LOCKED', -fee, status in ('COMPLETED', 'REFUNDED')),
                    (6, 'FEES', fee, status in ('COMPLETED', 'REFUNDED'))
                ) as entry (line, place, amount, is_posted)
                where type in ('CRYPTO_PAYOUT', 'FIAT_PAYOUT') and is_posted and entry.amount <> 0
                    and not exists (
                        select from payout_holds as hold
                        where hold.transaction_id = transaction.transaction_id and hold.organization_id = transaction.organization_id
                            and (ended_at is null or declined_for is not null))
                union all
                select transaction_id, organization_id, line, case when place = 'AVAILABLE' then account_id end, place, asset, sign * amount
                from transaction
                cross join lateral (values
                    (1, 'AVAILABLE', -1, debit is null),
                    (2, 'CLEARING', 1, debit is null),
                    (3, 'CLEARING', -1, debit is null and status = 'REFUNDED'),
                    (4, 'AVAILABLE', 1, debit is null and status = 'REFUNDED'),
                    (1, 'CLEARING', -1, debit is not null and status = 'COMPLETED'),
                    (2, 'AVAILABLE', 1, debit is not null and status = 'COMPLETED')
                ) as entry (line, place, sign, is_posted)
                where type in ('TRANSFER', 'NXOSNET_TRANSFER') and is_posted
                union all
                select reversal.transaction_id, reversal.organization_id, line,
                    case when place = 'AVAILABLE' then reversal.account_id end, place, reversal.asset, sign * reversal.amount
                from transaction as reversal
                join transactions as original
                    on original.transaction_id = reversal.reverses and original.organization_id = reversal.organization_id
                cross join (values (1, 'AVAILABLE', 1), (2, 'OUTSIDE_WORLD', -1)) as entry (line, place, sign)
                where reversal.type = 'ADJUSTMENT' and original.type in ('CRYPTO_PAYOUT', 'FIAT_PAYOUT')
            ),
            actual as (
                select transaction_id, organization_id, side.line, case when place in ('AVAILABLE', 'LOCKED') then account_id end as account_id,
                    place, asset, sum(change) as amount
                from postings
                cross join lateral (values (line, from_place, -amount), (line + 1, to_place, amount)) as side (line, place, change)
                where transaction_id >= :from and (transaction_id < :until or :last)
                group by transaction_id, organization_id, side.line, 4, place, asset
                having sum(change) <> 0
            )
            select organization_id as "organizationId", transaction_id as "transactionId", type, status, line,
                expected.account_id as "expectedAccountId", actual.account_id as "accountId",
                expected.place as "expectedPlace", actual.place,
                expected.asset as "expectedAsset", actual.asset,
                expected.amount as "expectedAmount", actual.amount
            from expected
            full join actual using (transaction_id, organization_id, line)
            left join transaction using (transaction_id, organization_id)
            where (expected.account_id, expected.place, expected.asset, expected.amount)
                is distinct from (actual.account_id, actual.place, actual.asset, actual.amount)
            order by transaction_id, line
            """);

    /** Every type has states that nothing leads to. */
    private static final Check TRANSACTION_IN_IMPOSSIBLE_STATE = new Check(
            "transaction_in_impossible_state",
            """
            select organization_id as "organizationId", transaction_id as "transactionId", type, status
            from transactions
            where transaction_id >= :from and (transaction_id < :until or :last)
                and not case
                    when type in ('CRYPTO_PAYOUT', 'FIAT_PAYOUT') then status in ('EXPECTED', 'LOCKED', 'COMPLETED', 'DECLINED', 'REFUNDED')
                    when type = 'NXOSNET_TRANSFER' and debit is null then status in ('COMPLETED', 'REFUNDED')
                    when type = 'NXOSNET_TRANSFER' then status in ('COMPLETED', 'DECLINED')
                    else status = 'COMPLETED'
                end
            """);

    /** What {@link dev.corridor.domain.transaction.Transaction} and its details guarantee. */
    private static final Check IMPOSSIBLE_TRANSACTION = new Check(
            "impossible_transaction",
            """
            select organization_id as "organizationId", transaction_id as "transactionId", type, asset, amount,
                received_asset as "receivedAsset", received, fee, fee_fixed as "feeFixed", fee_bps as "feeBps", method, jsonb_typeof(metadata) as metadata
            from transactions
            where transaction_id >= :from and (transaction_id < :until or :last)
                and (amount <= 0 or received <= 0 or received_asset = asset or fee < 0 or type = 'TRADE' and fee > amount
                    or fee <> fee_fixed + round(amount::numeric * fee_bps / 10000)
                    or method not in ('WIRE', 'SEPA', 'ACH', 'SWIFT') or jsonb_typeof(metadata) <> 'object')
            """);

    private static final Check ENTRY_BEFORE_ITS_TRANSACTION = new Check(
            "entry_before_its_transaction",
            """
            select organization_id as "organizationId", transaction_id as "transactionId", line,
                posted_at as "postedAt", created_at as "transactionCreatedAt"
            from transactions
            join postings using (transaction_id, organization_id)
            where transaction_id >= :from and (transaction_id < :until or :last)
                and posted_at < created_at
            """);

    /** Only the columns of a type's own details are set. */
    private static final Check TRANSACTION_WITH_DETAILS_OF_ANOTHER = new Check(
            "transaction_with_details_of_another",
            """
            select organization_id as "organizationId", transaction_id as "transactionId", type
            from transactions
            where transaction_id >= :from and (transaction_id < :until or :last)
                and (num_nonnulls(quote_id, received_asset, received), num_nonnulls(fee), num_nonnulls(fee_fixed, fee_bps), num_nonnulls(chain, to_address),
                    num_nonnulls(method, bank_name, swift_code, account_number, iban), num_nonnulls(beneficiary_id), num_nonnulls(reverses),
                    num_nonnulls(counter_account_id), num_nonnulls(handle))
                is distinct from
                case type
                  when 'TRADE' then (3, 1, 0, 0, 0, 0, 0, 0, 0)
                  when 'CRYPTO_PAYOUT' then (0, 1, 2, 2, 0, 1, 0, 0, 0)
                  when 'FIAT_PAYOUT' then (0, 1, 2, 0, 5, 1, 0, 0, 0)
                  when 'CRYPTO_PAYIN' then (0, 0, 0, 0, 0, 0, 0, 0, 0)
                  when 'FIAT_PAYIN' then (0, 0, 0, 0, 0, 0, 0, 0, 0)
                  when 'ADJUSTMENT' then (0, 0, 0, 0, 0, 0, 1, 0, 0)
                  when 'TRANSFER' then (0, 0, 0, 0, 0, 0, 0, 1, 0)
                  when 'NXOSNET_TRANSFER' then (0, 0, 0, 0, 0, (debit is null)::integer, 0, 0, 1)
                end
                or transaction_id >= :from and (transaction_id < :until or :last)
                and (tx_hash is not null and type <> 'CRYPTO_PAYOUT'
                    or returned_payout is not null and type not in ('CRYPTO_PAYIN', 'FIAT_PAYIN')
                    or debit is not null and type not in ('TRANSFER', 'NXOSNET_TRANSFER')
                    or sender_name is not null and (type <> 'NXOSNET_TRANSFER' or debit is null)
                    or decided_by is not null and type <> 'ADJUSTMENT'
                    or evidence is not null and type <> 'ADJUSTMENT' and returned_payout is null)
            """);

    private static final Check TRADE_OF_UNUSED_QUOTE = new Check(
            "trade_of_unused_quote",
            """
            select organization_id as "organizationId", transactions.account_id as "accountId",
                transaction_id as "transactionId", quote_id as "quoteId"
            from transactions
            left join quotes using (quote_id, organization_id)
            where transaction_id >= :from and (transaction_id < :until or :last)
                and type = 'TRADE' and executed_at is null
            """);

    /** The trade equals its quote: amounts, account, and the time of execution. */
    private static final Check TRADE_UNLIKE_ITS_QUOTE = new Check(
            "trade_unlike_its_quote",
            """
            select organization_id as "organizationId", transaction_id as "transactionId", quote_id as "quoteId",
                quotes.account_id as "quotedAccountId", transactions.account_id as "accountId",
                from_asset as "quotedAsset", asset, from_amount as "quotedAmount", amount,
                to_asset as "quotedReceivedAsset", received_asset as "receivedAsset", to_amount as "quotedReceived", received,
                quotes.fee as "quotedFee", transactions.fee, executed_at as "quoteExecutedAt", transactions.created_at as "createdAt"
            from transactions
            join quotes using (quote_id, organization_id)
            where transaction_id >= :from and (transaction_id < :until or :last)
                and executed_at is not null
                and (transactions.account_id, asset, amount, received_asset, received, transactions.fee, transactions.created_at)
                    is distinct from (quotes.account_id, from_asset, from_amount, to_asset, to_amount, quotes.fee, executed_at)
            """);

    /** Only completed transactions are reversed, on the same account and in full. The check of entries covers their negation. */
    private static final Check REVERSAL_UNLIKE_ITS_ORIGINAL = new Check(
            "reversal_unlike_its_original",
            """
            select reversal.organization_id as "organizationId", reversal.transaction_id as "transactionId", reversal.reverses,
                original.type as "originalType", original.status as "originalStatus",
                original.account_id as "originalAccountId", reversal.account_id as "accountId",
                original.asset as "originalAsset", reversal.asset, original.amount as "originalAmount", reversal.amount
            from transactions as reversal
            left join transactions as original
                on original.transaction_id = reversal.reverses and original.organization_id = reversal.organization_id
            where reversal.transaction_id >= :from and (reversal.transaction_id < :until or :last)
                and reversal.type = 'ADJUSTMENT'
                and (
                    original.status is distinct from 'COMPLETED'
                    or original.type not in ('TRADE', 'CRYPTO_PAYOUT', 'FIAT_PAYOUT')
                    or (original.account_id, original.asset, original.amount) <> (reversal.account_id, reversal.asset, reversal.amount))
            """);

    /** Money comes back to where it left, in the same asset, and the way that it went. */
    private static final Check RETURN_UNLIKE_ITS_PAYOUT = new Check(
            "return_unlike_its_payout",
            """
            select back.organization_id as "organizationId", back.transaction_id as "transactionId", back.returned_payout as "returnedPayout",
                back.type, payout.type as "payoutType", payout.status as "payoutStatus",
                back.account_id as "accountId", payout.account_id as "expectedAccountId", back.asset, payout.asset as "expectedAsset"
            from transactions as back
            left join transactions as payout
                on payout.transaction_id = back.returned_payout and payout.organization_id = back.organization_id
            where back.transaction_id >= :from and (back.transaction_id < :until or :last)
                and back.returned_payout is not null
                and (
                    payout.status is null
                    or payout.status not in ('COMPLETED', 'REFUNDED')
                    or payout.type <> case back.type when 'CRYPTO_PAYIN' then 'CRYPTO_PAYOUT' when 'FIAT_PAYIN' then 'FIAT_PAYOUT' else '' end
                    or (payout.account_id, payout.asset) <> (back.account_id, back.asset))
            """);

    /** No more comes back than has left, and a payout is REFUNDED if, and only if, all is back. */
    private static final Check PAYOUT_UNLIKE_ITS_RETURNS = new Check(
            "payout_unlike_its_returns",
            """
            select organization_id as "organizationId", transaction_id as "transactionId", status, asset, transactions.amount, returned.amount as "returned"
            from transactions
            cross join lateral (
                select coalesce(sum(back.amount), 0) as amount
                from transactions as back
                where back.returned_payout = transactions.transaction_id and back.organization_id = transactions.organization_id
            ) as returned
            where transaction_id >= :from and (transaction_id < :until or :last)
                and type in ('CRYPTO_PAYOUT', 'FIAT_PAYOUT')
                and (returned.amount > transactions.amount or (status = 'REFUNDED') <> (returned.amount = transactions.amount))
            """);

    /** A unique index keeps a second one out, so there is one only where the index is gone or broken. */
    private static final Check TRANSACTION_REVERSED_TWICE = new Check(
            "transaction_reversed_twice",
            """
            select organization_id as "organizationId", reverses, reversal.transaction_id as "transactionId",
                other.transaction_id as "alsoReversedBy"
            from transactions as reversal
            join transactions as other using (reverses, organization_id)
            where reversal.transaction_id >= :from and (reversal.transaction_id < :until or :last)
                and reversal.transaction_id > other.transaction_id
            """);

    /** A payout is polled while LOCKED, with exactly its transfer. It has the hash of something that was signed for it, or nothing was. */
    private static final Check PAYOUT_UNLIKE_ITS_TRANSFER = new Check(
            "payout_unlike_its_transfer",
            """
            select organization_id as "organizationId", transaction_id as "transactionId", status,
                transactions.chain, chain_transfers.chain as "transferChain",
                transactions.amount, chain_transfers.amount as "transferAmount",
                transactions.tx_hash as "txHash", signed.hashes as "signedTxHashes",
                waiting_since as "transferWaitingSince"
            from transactions
            left join chain_transfers using (transaction_id, organization_id)
            cross join lateral (
                select array_agg(chain_attempts.tx_hash order by nonce, attempt) as hashes
                from chain_attempts
                where chain_attempts.transaction_id = transactions.transaction_id
                    and chain_attempts.organization_id = transactions.organization_id
            ) as signed
            where transaction_id >= :from and (transaction_id < :until or :last)
                and type = 'CRYPTO_PAYOUT'
                and (
                    (status = 'LOCKED') <> (waiting_since is not null)
                    or (transactions.chain, transactions.to_address, transactions.asset, transactions.amount)
                        <> (chain_transfers.chain, chain_transfers.to_address, chain_transfers.asset, chain_transfers.amount)
                    or coalesce(transactions.tx_hash <> all(signed.hashes), transactions.tx_hash is not null or signed.hashes is not null))
            """);

    /** A LOCKED fiat payout waits for a file or is in one, and only a LOCKED one waits. A file that has its order is kept. */
    private static final Check PAYOUT_UNLIKE_ITS_BANK_TRANSFER = new Check(
            "payout_unlike_its_bank_transfer",
            """
            select organization_id as "organizationId", transaction_id as "transactionId", status, bank_transfers.bank,
                file_number as "fileNumber", bank_transfers.due_at as "transferDueAt"
            from transactions
            left join bank_transfers using (transaction_id, organization_id)
            left join bank_files as file on file.bank = bank_transfers.bank and file.number = bank_transfers.file_number
            where transaction_id >= :from and (transaction_id < :until or :last)
                and type = 'FIAT_PAYOUT'
                and (
                    (bank_transfers.bank is null) <> exists (
                        select from payout_holds as hold
                        where hold.transaction_id = transactions.transaction_id and hold.organization_id = transactions.organization_id
                            and (ended_at is null or declined_for is not null))
                    or (status = 'LOCKED' and num_nonnulls(bank_transfers.due_at, file_number) = 0)
                    or (status <> 'LOCKED' and bank_transfers.due_at is not null)
                    or (file_number is not null and file.number is null))
            """);

    /**
     * Money that one account gives another receives, or it is in flight between organizations, or was refused and sent back. What is left to do
     * stands in the outbox, and only that.
     */
    private static final Check TRANSFER_UNLIKE_ITS_CREDIT = new Check(
            "transfer_unlike_its_credit",
            """
            select debit.organization_id as "organizationId", debit.transaction_id as "transactionId", debit.type, debit.status,
                debit.asset, debit.amount, credit.transaction_id as "creditTransactionId", credit.status as "creditStatus",
                credit.account_id as "creditAccountId", credit.asset as "creditAsset", credit.amount as "creditAmount",
                transfer.waiting_since as "transferWaitingSince"
            from transactions as debit
            left join network_transfers as transfer
                on transfer.transaction_id = debit.transaction_id and transfer.organization_id = debit.organization_id
            left join transactions as credit
                on credit.debit = debit.transaction_id and credit.organization_id = coalesce(transfer.receiver, debit.organization_id)
            where debit.transaction_id >= :from and (debit.transaction_id < :until or :last)
                and debit.type in ('TRANSFER', 'NXOSNET_TRANSFER') and debit.debit is null
                and (
                    (debit.type = 'NXOSNET_TRANSFER') <> (transfer.transaction_id is not null)
                    or credit.transaction_id is null and (debit.status <> 'COMPLETED' or transfer.waiting_since is null)
                    or (credit.type, credit.account_id, credit.asset, credit.amount)
                        <> (debit.type, coalesce(transfer.receiving_account, debit.counter_account_id), debit.asset, debit.amount)
                    or debit.type = 'TRANSFER' and credit.counter_account_id <> debit.account_id
                    or credit.status = 'COMPLETED' and debit.status <> 'COMPLETED'
                    or credit.status = 'DECLINED' and debit.status = 'COMPLETED' and transfer.waiting_since is null)
            """);

    /** A unique index keeps a second credit out; one without its debit would be money from nowhere. */
    private static final Check CREDIT_WITHOUT_ITS_TRANSFER = new Check(
            "credit_without_its_transfer",
            """
            select credit.organization_id as "organizationId", credit.transaction_id as "transactionId", credit.type, credit.status,
                credit.debit as "debitTransactionId", other.transaction_id as "alsoCreditedBy"
            from transactions as credit
            left join transactions as debit on debit.transaction_id = credit.debit and debit.debit is null
            left join network_transfers as transfer
                on transfer.transaction_id = debit.transaction_id and transfer.organization_id = debit.organization_id
            left join transactions as other on other.debit = credit.debit and other.transaction_id <> credit.transaction_id
            where credit.transaction_id >= :from and (credit.transaction_id < :until or :last)
                and credit.debit is not null
                and (debit.transaction_id is null or other.transaction_id is not null
                    or credit.organization_id <> coalesce(transfer.receiver, debit.organization_id))
            """);

    /**
     * A payout is EXPECTED as long as it waits, and DECLINED if it was not released; nothing was handed to a chain before. What was released has waited for
     * everything.
     */
    private static final Check PAYOUT_UNLIKE_ITS_HOLD = new Check(
            "payout_unlike_its_hold",
            """
            select organization_id as "organizationId", transaction_id as "transactionId", type, status,
                ended_at as "holdEndedAt", declined_for as "declinedFor", due_at as "holdDueAt"
            from transactions
            left join payout_holds using (transaction_id, organization_id)
            where transaction_id >= :from and (transaction_id < :until or :last)
                and (status = 'EXPECTED' or maker is not null)
                and (
                    maker is null
                    or type not in ('CRYPTO_PAYOUT', 'FIAT_PAYOUT')
                    or (status = 'EXPECTED') <> (ended_at is null)
                    or (due_at is null) <> (ended_at is not null)
                    or declined_for is not null and (status <> 'DECLINED' or ended_at is null)
                    or ended_at is not null and declined_for is null and passed <> waits_for
                    or (ended_at is null or declined_for is not null) and exists (
                        select from chain_transfers as transfer
                        where transfer.transaction_id = transactions.transaction_id
                            and transfer.organization_id = transactions.organization_id))
            """);

    /** Two payouts with one nonce would be one transaction on the chain: one of them would never be mined. */
    private static final Check NONCE_OF_TWO_PAYOUTS = new Check(
            "nonce_of_two_payouts",
            """
            select transfer.organization_id as "organizationId", transfer.transaction_id as "transactionId",
                other.transaction_id as "alsoOf", chain, wallet, nonce
            from chain_transfers as transfer
            join chain_transfers as other using (chain, wallet, nonce)
            where transfer.transaction_id >= :from and (transfer.transaction_id < :until or :last)
                and transfer.transaction_id > other.transaction_id
            """);

    /** A payout has cost gas once it has ended, by a transaction that was signed for it, and that its status agrees with. */
    private static final Check GAS_COST_UNLIKE_ITS_PAYOUT = new Check(
            "gas_cost_unlike_its_payout",
            """
            select organization_id as "organizationId", transaction_id as "transactionId", status,
                transactions.tx_hash as "txHash", gas_costs.tx_hash as "costTxHash", has_moved as "hasMoved"
            from gas_costs
            join transactions using (transaction_id, organization_id)
            where transaction_id >= :from and (transaction_id < :until or :last)
                and (
                    (gas_costs.chain, gas_costs.tx_hash) is distinct from (transactions.chain, transactions.tx_hash)
                    or has_moved <> (status in ('COMPLETED', 'REFUNDED'))
                    or status = 'LOCKED'
                    or not exists (
                        select from chain_attempts
                        where chain_attempts.transaction_id = gas_costs.transaction_id
                            and chain_attempts.organization_id = gas_costs.organization_id
                            and (chain_attempts.wallet, chain_attempts.tx_hash) = (gas_costs.wallet, gas_costs.tx_hash)))
            """);

    static final List<Check> ALL = List.of(
            TRANSACTION_UNLIKE_ITS_ENTRIES,
            TRANSACTION_IN_IMPOSSIBLE_STATE,
            IMPOSSIBLE_TRANSACTION,
            ENTRY_BEFORE_ITS_TRANSACTION,
            TRANSACTION_WITH_DETAILS_OF_ANOTHER,
            TRADE_OF_UNUSED_QUOTE,
            TRADE_UNLIKE_ITS_QUOTE,
            REVERSAL_UNLIKE_ITS_ORIGINAL,
            TRANSACTION_REVERSED_TWICE,
            RETURN_UNLIKE_ITS_PAYOUT,
            PAYOUT_UNLIKE_ITS_RETURNS,
            PAYOUT_UNLIKE_ITS_TRANSFER,
            PAYOUT_UNLIKE_ITS_BANK_TRANSFER,
            TRANSFER_UNLIKE_ITS_CREDIT,
            CREDIT_WITHOUT_ITS_TRANSFER,
            PAYOUT_UNLIKE_ITS_HOLD,
            NONCE_OF_TWO_PAYOUTS,
            GAS_COST_UNLIKE_ITS_PAYOUT);

    private TransactionChecks() {}
}
