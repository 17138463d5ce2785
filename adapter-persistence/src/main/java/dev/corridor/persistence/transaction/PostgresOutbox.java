package dev.corridor.persistence.transaction;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.optionalInstant;

import dev.corridor.application.transaction.port.Outbox;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.Dispatch;
import dev.corridor.domain.transaction.DispatchReason;
import dev.corridor.domain.transaction.DispatchState;
import dev.corridor.domain.transaction.SignedTransfer;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.DueOrganizations;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Claims with {@code skip locked}, so concurrent claims wait for nothing and cannot deadlock. What takes several locks takes them in the order transfer,
 * wallet, payout; a decision that ends a payout has its transfer after its payout, but nothing here waits for a payout while it holds the lock of a
 * transfer.
 */
public final class PostgresOutbox implements Outbox {

    private static final DueOrganizations WAITING = new DueOrganizations("chain_transfers", "waiting_since <= :due", "waiting_since");

    /** {@code materialized} selects and locks the rows once, whatever the plan of the update. */
    private static final String CLAIM = """
            with due as materialized (
                select transaction_id, organization_id, waiting_since
                from chain_transfers
                where waiting_since <= :due and organization_id = any(:organizations)
                order by waiting_since, transaction_id
                limit :limit
                for no key update skip locked
            ), claimed as (
                update chain_transfers as transfer
                set waiting_since = :now
                from due
                where transfer.transaction_id = due.transaction_id and transfer.organization_id = due.organization_id
                    and transfer.organization_id = any(:organizations)
                returning transfer.*, due.waiting_since as waited_since
            )
            select transaction_id, organization_id, chain, to_address, asset, amount, is_withdrawn, nonce, is_accepted, failures
            from claimed
            order by waited_since, transaction_id
            """;

    private static final String FIND = """
            select transaction_id, organization_id, chain, to_address, asset, amount, is_withdrawn, nonce, is_accepted, failures
            from chain_transfers
            where transaction_id = :transaction and organization_id = :organization
            """;

    private static final String SIGNED = """
            select wallet, nonce, attempt, tx_hash, raw, signed_at
            from chain_attempts
            where transaction_id = :transaction and organization_id = :organization and nonce = :nonce
            order by attempt
            """;

    /** What was signed for an earlier nonce does not count. */
    private static final String DISPATCH = """
            select is_withdrawn, is_accepted, sends + failures as attempts, reason, waiting_since,
                exists (
                    select from chain_attempts as attempt
                    where attempt.transaction_id = transfer.transaction_id and attempt.organization_id = transfer.organization_id
                        and attempt.nonce = transfer.nonce) as is_signed
            from chain_transfers as transfer
            where transaction_id = :transaction and organization_id = :organization
            """;

    private static final String POSTPONE = """
            update chain_transfers
            set waiting_since = waiting_since + :millis * interval '1 millisecond', failures = failures + 1, reason = :reason
            where transaction_id = :transaction and organization_id = :organization
            """;

    private static final String IS_ENROLLED = "select exists (select from chain_wallets where chain = :chain and wallet = :wallet)";

    private static final String ENROL = """
            insert into chain_wallets (chain, wallet, next_nonce)
            values (:chain, :wallet, :nonce)
            on conflict do nothing
            """;

    private static final String LOCK = """
            select wallet, nonce, is_withdrawn or waiting_since is null as has_ended
            from chain_transfers
            where transaction_id = :transaction and organization_id = :organization
            for no key update
            """;

    private static final String TAKE_NONCE = """
            update chain_wallets
            set next_nonce = next_nonce + 1
            where chain = :chain and wallet = :wallet
            returning next_nonce - 1
            """;

    private static final String GIVE_NONCE = """
            update chain_transfers
            set wallet = :wallet, nonce = :nonce
            where transaction_id = :transaction and organization_id = :organization
            """;

    private static final String WITHDRAW = """
            update chain_transfers
            set is_withdrawn = true, reason = :reason, failures = failures + 1
            where transaction_id = :transaction and organization_id = :organization and nonce is null
            """;

    /** What has been signed for another nonce than the transfer has now, or for a payout that has ended, is not kept. */
    private static final String STORE = """
            insert into chain_attempts (transaction_id, organization_id, wallet, nonce, attempt, tx_hash, raw, signed_at)
            select transaction_id, organization_id, wallet, nonce, :attempt, :txHash, :raw, :signedAt
            from chain_transfers
            where transaction_id = :transaction and organization_id = :organization and wallet = :wallet and nonce = :nonce
                and waiting_since is not null
            on conflict do nothing
            """;

    private static final String STORED = """
            select wallet, nonce, attempt, tx_hash, raw, signed_at
            from chain_attempts
            where transaction_id = :transaction and organization_id = :organization and nonce = :nonce and attempt = :attempt
            """;

    private static final String NAME = """
            update transactions
            set tx_hash = :txHash
            where transaction_id = :transaction and organization_id = :organization and tx_hash is distinct from :txHash
            """;

    private static final String NOTE = """
            update chain_transfers
            set sends = sends + :sends, is_accepted = is_accepted or :isAccepted, reason = :reason
            where transaction_id = :transaction and organization_id = :organization and wallet = :wallet and nonce = :nonce
            """;

    private static final String RELEASE = """
            update chain_transfers
            set wallet = null, nonce = null, is_accepted = false, reason = 'DISPLACED'
            where transaction_id = :transaction and organization_id = :organization and wallet = :wallet and nonce = :nonce
                and not exists (
                    select from chain_attempts
                    where transaction_id = :transaction and organization_id = :organization and nonce = :nonce and attempt > :attempt)
            """;

    private final Jdbi jdbi;
    private final BatchScope scope;
    private final TransferRows transfers;

    public PostgresOutbox(DataSource dataSource, AssetCatalogue assets, BatchScope scope) {
        this.jdbi = Database.on(dataSource);
        this.scope = scope;
        this.transfers = new TransferRows(assets);
    }

    private record Claimed(ChainTransfer transfer, boolean isWithdrawn, OptionalLong nonce, boolean isAccepted, int failures) {}

    private record Reserved(Optional<String> wallet, long nonce, boolean hasEnded) {}

    @Override
    public List<Outgoing> claim(Instant now, Duration lease, int limit) {
        var due = now.minus(lease);
        return WAITING.take(
                jdbi,
                scope,
                limit,
                query -> query.bind("due", due),
                CLAIM,
                claim -> claim.bind("now", now)
                        .map(this::claimed)
                        .list()
                        .stream()
                        .map(claimed -> outgoing(claimed, claim.getHandle()))
                        .toList());
    }

    @Override
    public Optional<Outgoing> find(OrganizationId organization, TransactionId payout) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("transaction", payout.uuid())
                .bind("organization", organization.uuid())
                .map(this::claimed)
                .findOne()
                .map(found -> outgoing(found, handle)));
    }

    private Claimed claimed(ResultSet row, StatementContext context) throws SQLException {
        return new Claimed(
                transfers.map(row, context),
                row.getBoolean("is_withdrawn"),
                nonce(row),
                row.getBoolean("is_accepted"),
                row.getInt("failures"));
    }

    private static Outgoing outgoing(Claimed claimed, Handle handle) {
        return new Outgoing(
                claimed.transfer(),
                claimed.isWithdrawn(),
                claimed.nonce(),
                signed(claimed, handle),
                claimed.isAccepted(),
                claimed.failures());
    }

    private static List<SignedTransfer> signed(Claimed claimed, Handle handle) {
        if (claimed.nonce().isEmpty()) {
            return List.of();
        }
        return of(claimed.transfer(), handle.createQuery(SIGNED))
                .bind("nonce", claimed.nonce().getAsLong())
                .map((row, context) -> signed(claimed.transfer(), row))
                .list();
    }

    @Override
    public Optional<Dispatch> dispatch(OrganizationId organization, TransactionId payout, Duration lease) {
        return jdbi.withHandle(handle -> handle.createQuery(DISPATCH)
                .bind("transaction", payout.uuid())
                .bind("organization", organization.uuid())
                .map((row, context) -> new Dispatch(
                        state(row),
                        row.getInt("attempts"),
                        DispatchRows.reason(row),
                        optionalInstant(row, "waiting_since").map(since -> since.plus(lease))))
                .findOne());
    }

    private static DispatchState state(ResultSet row) throws SQLException {
        if (row.getBoolean("is_withdrawn")) {
            return DispatchState.WITHDRAWN;
        }
        if (row.getBoolean("is_accepted")) {
            return DispatchState.SENT;
        }
        return row.getBoolean("is_signed") ? DispatchState.PREPARED : DispatchState.WAITING;
    }

    @Override
    public void postpone(ChainTransfer transfer, Duration by, DispatchReason reason) {
        jdbi.useHandle(handle -> of(transfer, handle.createUpdate(POSTPONE))
                .bind("millis", by.toMillis())
                .bind("reason", reason.name())
                .execute());
    }

    @Override
    public boolean isEnrolled(ChainName chain, String wallet) {
        return jdbi.withHandle(handle -> of(chain, wallet, handle.createQuery(IS_ENROLLED)).mapTo(Boolean.class).one());
    }

    @Override
    public void enrol(ChainName chain, String wallet, long firstNonce) {
        jdbi.useHandle(handle -> of(chain, wallet, handle.createUpdate(ENROL)).bind("nonce", firstNonce).execute());
    }

    @Override
    public OptionalLong reserve(ChainTransfer transfer, String wallet) {
        return jdbi.inTransaction(handle -> {
            var reserved = of(transfer, handle.createQuery(LOCK))
                    .map((row, context) -> new Reserved(
                            Optional.ofNullable(row.getString("wallet")), row.getLong("nonce"), row.getBoolean("has_ended")))
                    .one();
            if (reserved.hasEnded()) {
                return OptionalLong.empty();
            }
            if (reserved.wallet().isPresent()) {
                requireSame(wallet, reserved.wallet().get());
                return OptionalLong.of(reserved.nonce());
            }
            long nonce = of(transfer.chain(), wallet, handle.createQuery(TAKE_NONCE)).mapTo(Long.class).one();
            of(transfer, handle.createUpdate(GIVE_NONCE)).bind("wallet", wallet).bind("nonce", nonce).execute();
            return OptionalLong.of(nonce);
        });
    }

    private static void requireSame(String wallet, String reserved) {
        if (!reserved.equals(wallet)) {
            throw new IllegalStateException("the transfer has a nonce of the wallet " + reserved + ", not of " + wallet);
        }
    }

    @Override
    public boolean withdraw(ChainTransfer transfer, DispatchReason reason) {
        return jdbi.withHandle(handle -> of(transfer, handle.createUpdate(WITHDRAW)).bind("reason", reason.name()).execute()) == 1;
    }

    @Override
    public Optional<SignedTransfer> store(SignedTransfer signed) {
        return jdbi.inTransaction(handle -> {
            of(signed, handle.createUpdate(STORE))
                    .bind("attempt", signed.attempt())
                    .bind("txHash", signed.txHash())
                    .bind("raw", signed.raw())
                    .bind("signedAt", signed.signedAt())
                    .execute();
            var stored = of(signed.transfer(), handle.createQuery(STORED))
                    .bind("nonce", signed.nonce())
                    .bind("attempt", signed.attempt())
                    .map((row, context) -> signed(signed.transfer(), row))
                    .findOne();
            stored.ifPresent(kept -> name(kept, handle));
            return stored;
        });
    }

    @Override
    public void sent(SignedTransfer signed, Finding finding) {
        note(signed, 1, finding);
    }

    @Override
    public void found(SignedTransfer signed, Finding finding) {
        note(signed, 0, finding);
    }

    private void note(SignedTransfer signed, int sends, Finding finding) {
        jdbi.useHandle(handle -> of(signed, handle.createUpdate(NOTE))
                .bind("sends", sends)
                .bind("isAccepted", finding.isAccepted())
                .bind("reason", finding.reason().map(DispatchReason::name).orElse(null))
                .execute());
    }

    @Override
    public void name(SignedTransfer mined) {
        jdbi.useHandle(handle -> name(mined, handle));
    }

    private static void name(SignedTransfer signed, Handle handle) {
        of(signed.transfer(), handle.createUpdate(NAME)).bind("txHash", signed.txHash()).execute();
    }

    @Override
    public boolean release(SignedTransfer newest) {
        return jdbi.withHandle(handle -> of(newest, handle.createUpdate(RELEASE)).bind("attempt", newest.attempt()).execute()) == 1;
    }

    private static <S extends SqlStatement<S>> S of(ChainTransfer transfer, S statement) {
        return statement.bind("transaction", transfer.transaction().uuid()).bind("organization", transfer.organization().uuid());
    }

    private static <S extends SqlStatement<S>> S of(SignedTransfer signed, S statement) {
        return of(signed.transfer(), statement).bind("wallet", signed.wallet()).bind("nonce", signed.nonce());
    }

    private static <S extends SqlStatement<S>> S of(ChainName chain, String wallet, S statement) {
        return statement.bind("chain", chain.name()).bind("wallet", wallet);
    }

    private static OptionalLong nonce(ResultSet row) throws SQLException {
        long nonce = row.getLong("nonce");
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(nonce);
    }

    private static SignedTransfer signed(ChainTransfer transfer, ResultSet row) throws SQLException {
        return new SignedTransfer(
                transfer,
                row.getString("wallet"),
                row.getLong("nonce"),
                row.getInt("attempt"),
                row.getString("tx_hash"),
                row.getString("raw"),
                instant(row, "signed_at"));
    }
}
