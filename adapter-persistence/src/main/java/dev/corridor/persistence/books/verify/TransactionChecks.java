package dev.corridor.persistence.books.verify;

import dev.corridor.persistence.books.verify.Staged.Part;
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
            with expected as (
                select transaction.transaction_id, organization_id, line,
                    case when place in ('AVAILABLE', 'LOCKED') then transaction.account_id end as account_id, place, entry.asset, entry.amount,
                    type, status
                from transactions as transaction
                left join (
                    select transaction_id as reverses, organization_id, type as original_type, received_asset as original_asset,
                        received as original_received, fee as original_fee
                    from transactions) as original using (reverses, organization_id)
                left join (
                    select transaction_id, organization_id, maker, ended_at, declined_for
                    from payout_holds
                    where transaction_id >= :from and (transaction_id < :until or :last)) as hold using (transaction_id, organization_id)
                cross join lateral (select
                    type = 'TRADE' or type = 'ADJUSTMENT' and original_type = 'TRADE' as is_trade,
                    case when type = 'TRADE' then fee else original_fee end as trade_fee,
                    coalesce(received_asset, original_asset) as to_asset,
                    coalesce(received, original_received) as to_amount,
                    case when type = 'TRADE' then 1 else -1 end as sign,
                    type in ('CRYPTO_PAYIN', 'FIAT_PAYIN') and status = 'COMPLETED' as is_payin,
                    type in ('CRYPTO_PAYOUT', 'FIAT_PAYOUT') and (hold.maker is null or ended_at is not null and declined_for is null) as is_payout,
                    status in ('COMPLETED', 'REFUNDED') as has_left,
                    type in ('TRANSFER', 'NXOSNET_TRANSFER') and debit is null as is_debit,
                    type in ('TRANSFER', 'NXOSNET_TRANSFER') and debit is not null and status = 'COMPLETED' as is_credit,
                    type = 'ADJUSTMENT' and original_type in ('CRYPTO_PAYOUT', 'FIAT_PAYOUT') as is_reversed_payout) as its
                cross join lateral (values
                    (is_trade, 1, 'AVAILABLE', transaction.asset, sign * -transaction.amount),
                    (is_trade, 2, 'FX', transaction.asset, sign * (transaction.amount - trade_fee)),
                    (is_trade, 3, 'FEES', transaction.asset, sign * trade_fee),
                    (is_trade, 3 + (trade_fee > 0)::integer, 'FX', to_asset, sign * -to_amount),
                    (is_trade, 4 + (trade_fee > 0)::integer, 'AVAILABLE', to_asset, sign * to_amount),
                    (is_payin, 1, 'OUTSIDE_WORLD', transaction.asset, -transaction.amount),
                    (is_payin, 2, 'AVAILABLE', transaction.asset, transaction.amount),
                    (is_payout, 1, 'AVAILABLE', transaction.asset, -transaction.amount - fee),
                    (is_payout, 2, 'LOCKED', transaction.asset, transaction.amount + fee),
                    (is_payout and status = 'DECLINED', 3, 'LOCKED', transaction.asset, -transaction.amount - fee),
                    (is_payout and status = 'DECLINED', 4, 'AVAILABLE', transaction.asset, transaction.amount + fee),
                    (is_payout and has_left, 3, 'LOCKED', transaction.asset, -transaction.amount),
                    (is_payout and has_left, 4, 'OUTSIDE_WORLD', transaction.asset, transaction.amount),
                    (is_payout and has_left, 5, 'LOCKED', transaction.asset, -fee),
                    (is_payout and has_left, 6, 'FEES', transaction.asset, fee),
                    (is_debit, 1, 'AVAILABLE', transaction.asset, -transaction.amount),
                    (is_debit, 2, 'CLEARING', transaction.asset, transaction.amount),
                    (is_debit and status = 'REFUNDED', 3, 'CLEARING', transaction.asset, -transaction.amount),
                    (is_debit and status = 'REFUNDED', 4, 'AVAILABLE', transaction.asset, transaction.amount),
                    (is_credit, 1, 'CLEARING', transaction.asset, -transaction.amount),
                    (is_credit, 2, 'AVAILABLE', transaction.asset, transaction.amount),
                    (is_reversed_payout, 1, 'AVAILABLE', transaction.asset, transaction.amount),
                    (is_reversed_payout, 2, 'OUTSIDE_WORLD', transaction.asset, -transaction.amount)
                ) as entry (is_posted, line, place, asset, amount)
                where transaction.transaction_id >= :from and (transaction.transaction_id < :until or :last)
                    and is_posted and entry.amount <> 0
            ),
            actual as (
                select transaction_id, organization_id, side.line, case when place in ('AVAILABLE', 'LOCKED') then postings.account_id end as account_id,
                    place, postings.asset, sum(change) as amount, type, status
                from postings
                left join (
                    select transaction_id, organization_id, type, status
                    from transactions
                    where transaction_id >= :from and (transaction_id < :until or :last)) as its using (transaction_id, organization_id)
                cross join lateral (
                    values (line, from_place, -postings.amount), (line + 1, to_place, postings.amount)) as side (line, place, change)
                where transaction_id >= :from and (transaction_id < :until or :last)
                group by transaction_id, organization_id, side.line, 4, place, postings.asset, type, status
                having sum(change) <> 0
            )
            select organization_id as "organizationId", transaction_id as "transactionId",
                coalesce(expected.type, actual.type) as type, coalesce(expected.status, actual.status) as status, line,
                expected.account_id as "expectedAccountId", actual.account_id as "accountId",
                expected.place as "expectedPlace", actual.place,
                expected.asset as "expectedAsset", actual.asset,
                expected.amount as "expectedAmount", actual.amount
            from expected
            full join actual using (transaction_id, organization_id, line)
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

    /** Only the columns of a type's own details are set: how many of each kind, as digits. */
    private static final Check TRANSACTION_WITH_DETAILS_OF_ANOTHER = new Check(
            "transaction_with_details_of_another",
            """
            select organization_id as "organizationId", transaction_id as "transactionId", type
            from transactions
            where transaction_id >= :from and (transaction_id < :until or :last)
                and concat(num_nonnulls(quote_id, received_asset, received), num_nonnulls(fee), num_nonnulls(fee_fixed, fee_bps), num_nonnulls(chain, to_address),
                    num_nonnulls(method, bank_name, swift_code, account_number, iban), num_nonnulls(beneficiary_id), num_nonnulls(reverses),
                    num_nonnulls(counter_account_id), num_nonnulls(handle))
                is distinct from
                case type
                  when 'TRADE' then '310000000'
                  when 'CRYPTO_PAYOUT' then '012201000'
                  when 'FIAT_PAYOUT' then '012051000'
                  when 'CRYPTO_PAYIN' then '000000000'
                  when 'FIAT_PAYIN' then '000000000'
                  when 'ADJUSTMENT' then '000000100'
                  when 'TRANSFER' then '000000010'
                  when 'NXOSNET_TRANSFER' then case when debit is null then '000001001' else '000000001' end
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
            left join (
                select returned_payout as transaction_id, organization_id, sum(amount) as amount
                from transactions
                where returned_payout >= :from and (returned_payout < :until or :last)
                group by returned_payout, organization_id
            ) as back using (transaction_id, organization_id)
            cross join lateral (select coalesce(back.amount, 0) as amount) as returned
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
            left join (
                select transaction_id, organization_id, array_agg(tx_hash order by nonce, attempt) as hashes
                from chain_attempts
                where transaction_id >= :from and (transaction_id < :until or :last)
                group by transaction_id, organization_id
            ) as signed using (transaction_id, organization_id)
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
            List.of(new Part(
                    "payout",
                    """
                    select organization_id, transaction_id, status, bank, file_number, bank_transfers.due_at as transfer_due_at,
                        (bank is null) <> (maker is not null and (ended_at is null or declined_for is not null))
                            or status = 'LOCKED' and num_nonnulls(bank_transfers.due_at, file_number) = 0
                            or status <> 'LOCKED' and bank_transfers.due_at is not null as is_unlike
                    from transactions
                    left join bank_transfers using (transaction_id, organization_id)
                    left join payout_holds using (transaction_id, organization_id)
                    where transaction_id >= :from and (transaction_id < :until or :last)
                        and type = 'FIAT_PAYOUT'
                    """)),
            """
            select organization_id as "organizationId", transaction_id as "transactionId", status, bank,
                file_number as "fileNumber", transfer_due_at as "transferDueAt"
            from payout
            where is_unlike
                or file_number is not null
                and not exists (select from bank_files where bank_files.bank = payout.bank and bank_files.number = payout.file_number)
            """);

    /**
     * Money that one account gives another receives, or it is in flight between organizations, or was refused and sent back. What is left to do
     * stands in the outbox, and only that.
     */
    private static final Check TRANSFER_UNLIKE_ITS_CREDIT = new Check(
            "transfer_unlike_its_credit",
            List.of(
                    new Part(
                            "debit",
                            """
                            select debit.organization_id, debit.transaction_id, type, status, asset, amount, account_id,
                                transfer.transaction_id is not null as is_in_outbox, waiting_since,
                                coalesce(receiver, debit.organization_id) as receiver,
                                coalesce(receiving_account, counter_account_id) as receiving_account
                            from transactions as debit
                            left join network_transfers as transfer
                                on transfer.transaction_id = debit.transaction_id and transfer.organization_id = debit.organization_id
                            where debit.transaction_id >= :from and (debit.transaction_id < :until or :last)
                                and type in ('TRANSFER', 'NXOSNET_TRANSFER') and debit is null
                            """),
                    new Part(
                            "credit",
                            """
                            select debit, organization_id, transaction_id, type, status, asset, amount, account_id, counter_account_id
                            from transactions
                            where (debit, organization_id) in (select transaction_id, receiver from debit)
                            """)),
            """
            select debit.organization_id as "organizationId", debit.transaction_id as "transactionId", debit.type, debit.status,
                debit.asset, debit.amount, credit.transaction_id as "creditTransactionId", credit.status as "creditStatus",
                credit.account_id as "creditAccountId", credit.asset as "creditAsset", credit.amount as "creditAmount",
                waiting_since as "transferWaitingSince"
            from debit
            left join credit on credit.debit = debit.transaction_id and credit.organization_id = debit.receiver
            where (debit.type = 'NXOSNET_TRANSFER') <> is_in_outbox
                or credit.transaction_id is null and (debit.status <> 'COMPLETED' or waiting_since is null)
                or (credit.type, credit.account_id, credit.asset, credit.amount)
                    <> (debit.type, debit.receiving_account, debit.asset, debit.amount)
                or debit.type = 'TRANSFER' and credit.counter_account_id <> debit.account_id
                or credit.status = 'COMPLETED' and debit.status <> 'COMPLETED'
                or credit.status = 'DECLINED' and debit.status = 'COMPLETED' and waiting_since is null
            """);

    /** A unique index keeps a second credit out; one without its debit would be money from nowhere. */
    private static final Check CREDIT_WITHOUT_ITS_TRANSFER = new Check(
            "credit_without_its_transfer",
            List.of(
                    new Part(
                            "credit",
                            """
                            select organization_id, transaction_id, type, status, debit
                            from transactions
                            where transaction_id >= :from and (transaction_id < :until or :last) and debit is not null
                            """),
                    new Part(
                            "paid",
                            """
                            select paid.transaction_id, coalesce(receiver, paid.organization_id) as receiver
                            from transactions as paid
                            left join network_transfers as transfer
                                on transfer.transaction_id = paid.transaction_id and transfer.organization_id = paid.organization_id
                            where paid.transaction_id in (select debit from credit) and paid.debit is null
                            """),
                    new Part("other", "select transaction_id, debit from transactions where debit in (select debit from credit)")),
            """
            select credit.organization_id as "organizationId", credit.transaction_id as "transactionId", credit.type, credit.status,
                credit.debit as "debitTransactionId", other.transaction_id as "alsoCreditedBy"
            from credit
            left join paid on paid.transaction_id = credit.debit
            left join other on other.debit = credit.debit and other.transaction_id <> credit.transaction_id
            where paid.transaction_id is null or other.transaction_id is not null or credit.organization_id <> paid.receiver
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
            left join chain_transfers using (transaction_id, organization_id)
            where transaction_id >= :from and (transaction_id < :until or :last)
                and (status = 'EXPECTED' or maker is not null)
                and (
                    maker is null
                    or type not in ('CRYPTO_PAYOUT', 'FIAT_PAYOUT')
                    or (status = 'EXPECTED') <> (ended_at is null)
                    or (due_at is null) <> (ended_at is not null)
                    or declined_for is not null and (status <> 'DECLINED' or ended_at is null)
                    or ended_at is not null and declined_for is null and passed <> waits_for
                    or (ended_at is null or declined_for is not null) and chain_transfers.transaction_id is not null)
            """);

    /** Two payouts with one nonce would be one transaction on the chain: one of them would never be mined. */
    private static final Check NONCE_OF_TWO_PAYOUTS = new Check(
            "nonce_of_two_payouts",
            List.of(new Part(
                    "transfer",
                    """
                    select transaction_id, organization_id, chain, wallet, nonce
                    from chain_transfers
                    where transaction_id >= :from and (transaction_id < :until or :last) and nonce is not null
                    """)),
            """
            select transfer.organization_id as "organizationId", transfer.transaction_id as "transactionId",
                other.transaction_id as "alsoOf", chain, wallet, nonce
            from transfer
            join chain_transfers as other using (chain, wallet, nonce)
            where transfer.transaction_id > other.transaction_id
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
