package dev.corridor.persistence.transaction;

import static dev.corridor.persistence.ColumnTypes.money;
import static dev.corridor.persistence.ColumnTypes.optionalInstant;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.application.transaction.port.BankOutbox;
import dev.corridor.domain.beneficiary.Destination.BankAccount;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.BankFile;
import dev.corridor.domain.transaction.BankOrder;
import dev.corridor.domain.transaction.BankTransfer;
import dev.corridor.domain.transaction.Dispatch;
import dev.corridor.domain.transaction.DispatchReason;
import dev.corridor.domain.transaction.DispatchState;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.DueOrganizations;
import dev.corridor.persistence.beneficiary.BeneficiaryRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Claims with {@code skip locked}, so concurrent claims wait for nothing and cannot deadlock. Storing a file takes the locks of its transfers and of
 * nothing else; a decision that ends a payout has the lock of its transfer last.
 */
public final class PostgresBankOutbox implements BankOutbox {

    private static final String IS_DUE = "bank = :bank and due_at <= :now";

    private static final DueOrganizations WAITING = new DueOrganizations("bank_transfers", IS_DUE, "due_at");

    /** {@code materialized} selects and locks the rows once, whatever the plan of the update. */
    private static final String CLAIM = """
            with due as materialized (
                select transaction_id, organization_id, due_at
                from bank_transfers
                where bank = :bank and due_at <= :now and organization_id = any(:organizations)
                order by due_at, transaction_id
                limit :limit
                for no key update skip locked
            ), claimed as (
                update bank_transfers as transfer
                set due_at = :until
                from due
                where transfer.transaction_id = due.transaction_id and transfer.organization_id = due.organization_id
                    and transfer.organization_id = any(:organizations)
                returning transfer.*, due.due_at as waited_since
            )
            select transaction_id, organization_id, asset, amount, beneficiary_id, failures
            from claimed
            cross join lateral (
                select asset, amount, beneficiary_id
                from transactions
                where transactions.transaction_id = claimed.transaction_id and transactions.organization_id = claimed.organization_id
                    and transactions.organization_id = any(:organizations)
                offset 0
            ) as payout
            order by waited_since, transaction_id
            """;

    private static final String BENEFICIARY = BeneficiaryRows.SELECT + "where beneficiary_id = :beneficiary and organization_id = :organization";

    private static final String POSTPONE = """
            update bank_transfers
            set due_at = due_at + :millis * interval '1 millisecond', failures = failures + 1, reason = :reason
            where transaction_id = :transaction and organization_id = :organization
            """;

    private static final String STORE = """
            insert into bank_files (bank, number, content, stored_at, due_at)
            values (:bank, :number, :content, :now, :now)
            """;

    private static final String FILE = """
            update bank_transfers
            set file_number = :number, due_at = null
            where transaction_id = any(:transactions) and organization_id = any(:organizations) and due_at is not null
            """;

    private static final String CLAIM_FILES = """
            with due as materialized (
                select bank, number, due_at
                from bank_files
                where bank = :bank and due_at <= :now
                order by due_at, number
                limit :limit
                for no key update skip locked
            ), claimed as (
                update bank_files as file
                set due_at = :until
                from due
                where file.bank = due.bank and file.number = due.number
                returning file.*, due.due_at as waited_since
            )
            select bank, number, content, failures
            from claimed
            order by waited_since, number
            """;

    private static final String POSTPONE_FILE = """
            update bank_files
            set due_at = due_at + :millis * interval '1 millisecond', failures = failures + 1, reason = :reason
            where bank = :bank and number = :number
            """;

    private static final String HANDED_OVER = """
            update bank_files
            set handed_over_at = :now, due_at = null
            where bank = :bank and number = :number and handed_over_at is null
            """;

    private static final String STANDING = """
            select bank, file_number, failures, reason, due_at
            from bank_transfers
            where transaction_id = :transaction and organization_id = :organization
            """;

    private static final String STANDING_OF_FILE = """
            select handed_over_at, failures, reason, due_at
            from bank_files
            where bank = :bank and number = :number
            """;

    private static final String WITHDRAW = """
            update bank_transfers
            set due_at = null
            where transaction_id = :transaction and organization_id = :organization and file_number is null
            """;

    private static final String FIND = "select transaction_id, organization_id, bank from bank_transfers where transaction_id = :transaction";

    private static final String IN_FILE = """
            select transaction_id, organization_id, bank
            from bank_transfers
            where bank = :bank and file_number = :number
            order by transaction_id
            """;

    private record FileName(String bank, long number) {}

    /** How far a transfer has come by itself. */
    private record Standing(Optional<FileName> file, int failures, Optional<DispatchReason> reason, Optional<Instant> nextTry) {

        Dispatch alone() {
            return new Dispatch(nextTry.isEmpty() ? DispatchState.WITHDRAWN : DispatchState.WAITING, failures, reason, nextTry);
        }

        Dispatch in(StandingOfFile file) {
            int attempts = failures + file.failures;
            return file.isHandedOver
                    ? new Dispatch(DispatchState.SENT, attempts + 1, Optional.empty(), file.nextTry)
                    : new Dispatch(DispatchState.PREPARED, attempts, file.reason, file.nextTry);
        }
    }

    private record StandingOfFile(boolean isHandedOver, int failures, Optional<DispatchReason> reason, Optional<Instant> nextTry) {}

    private final Jdbi jdbi;
    private final AssetCatalogue assets;
    private final BatchScope scope;
    private final BeneficiaryRows beneficiaries;

    public PostgresBankOutbox(DataSource dataSource, AssetCatalogue assets, BatchScope scope) {
        this.jdbi = Database.on(dataSource);
        this.assets = assets;
        this.scope = scope;
        this.beneficiaries = new BeneficiaryRows(assets);
    }

    @Override
    public List<Waiting<BankOrder>> claim(String bank, Instant now, Duration lease, int limit) {
        return WAITING.take(
                jdbi,
                scope,
                limit,
                query -> query.bind("bank", bank).bind("now", now),
                CLAIM,
                claim -> claim.bind("until", now.plus(lease))
                        .map((row, context) -> new Waiting<>(order(row, claim.getHandle()), row.getInt("failures")))
                        .list());
    }

    private BankOrder order(ResultSet row, Handle handle) throws SQLException {
        var beneficiary = handle.createQuery(BENEFICIARY)
                .bind("beneficiary", uuid(row, "beneficiary_id"))
                .bind("organization", uuid(row, "organization_id"))
                .map(beneficiaries)
                .one();
        return new BankOrder(
                new TransactionId(uuid(row, "transaction_id")),
                new OrganizationId(uuid(row, "organization_id")),
                money(row, "amount", "asset", assets),
                beneficiary.holder(),
                (BankAccount) beneficiary.destination());
    }

    @Override
    public void postpone(BankOrder order, Duration by, DispatchReason reason) {
        jdbi.useHandle(handle -> handle.createUpdate(POSTPONE)
                .bind("transaction", order.transaction().uuid())
                .bind("organization", order.organization().uuid())
                .bind("millis", by.toMillis())
                .bind("reason", reason.name())
                .execute());
    }

    @Override
    public long nextNumber(String bank) {
        return jdbi.withHandle(handle -> handle.createQuery("select nextval('bank_file_numbers')").mapTo(Long.class).one());
    }

    @Override
    public boolean store(BankFile file, List<BankOrder> orders, Instant now) {
        return jdbi.inTransaction(handle -> {
            int filed = handle.createUpdate(FILE)
                    .bind("number", file.number())
                    .bindArray("transactions", UUID.class, orders.stream().map(order -> order.transaction().uuid()).toList())
                    .bindArray("organizations", UUID.class, orders.stream().map(order -> order.organization().uuid()).distinct().toList())
                    .execute();
            if (filed != orders.size()) {
                handle.rollback();
                return false;
            }
            of(file, handle.createUpdate(STORE)).bind("content", file.content()).bind("now", now).execute();
            return true;
        });
    }

    @Override
    public List<Waiting<BankFile>> claimFiles(String bank, Instant now, Duration lease, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIM_FILES)
                .bind("bank", bank)
                .bind("now", now)
                .bind("until", now.plus(lease))
                .bind("limit", limit)
                .map((row, context) -> new Waiting<>(
                        new BankFile(row.getString("bank"), row.getLong("number"), row.getString("content")), row.getInt("failures")))
                .list());
    }

    @Override
    public void postpone(BankFile file, Duration by, DispatchReason reason) {
        jdbi.useHandle(handle -> of(file, handle.createUpdate(POSTPONE_FILE))
                .bind("millis", by.toMillis())
                .bind("reason", reason.name())
                .execute());
    }

    @Override
    public void handedOver(BankFile file, Instant now) {
        handedOver(nameOf(file), now);
    }

    private void handedOver(FileName file, Instant now) {
        jdbi.useHandle(handle -> of(file, handle.createUpdate(HANDED_OVER)).bind("now", now).execute());
    }

    /** A transfer that is in a file stays in it. */
    @Override
    public void acknowledge(BankTransfer transfer, Instant now) {
        standing(transfer.organization(), transfer.transaction()).flatMap(Standing::file).ifPresent(file -> handedOver(file, now));
    }

    @Override
    public Progress progress(BankTransfer transfer) {
        var file = standing(transfer.organization(), transfer.transaction()).orElseThrow().file();
        if (file.isEmpty()) {
            return Progress.WAITING;
        }
        return standing(file.get()).isHandedOver() ? Progress.HANDED_OVER : Progress.FILED;
    }

    /** Of a payout that is in a file, the file's turns are the last ones. */
    @Override
    public Optional<Dispatch> dispatch(OrganizationId organization, TransactionId payout) {
        return standing(organization, payout).map(transfer -> transfer.file().map(this::standing).map(transfer::in).orElseGet(transfer::alone));
    }

    private Optional<Standing> standing(OrganizationId organization, TransactionId payout) {
        return jdbi.withHandle(handle -> handle.createQuery(STANDING)
                .bind("transaction", payout.uuid())
                .bind("organization", organization.uuid())
                .map((row, context) -> new Standing(file(row), row.getInt("failures"), DispatchRows.reason(row), optionalInstant(row, "due_at")))
                .findOne());
    }

    private static Optional<FileName> file(ResultSet row) throws SQLException {
        var bank = row.getString("bank");
        return Optional.ofNullable(row.getObject("file_number", Long.class)).map(number -> new FileName(bank, number));
    }

    private StandingOfFile standing(FileName file) {
        return jdbi.withHandle(handle -> of(file, handle.createQuery(STANDING_OF_FILE))
                .map((row, context) -> new StandingOfFile(
                        row.getObject("handed_over_at") != null, row.getInt("failures"), DispatchRows.reason(row), optionalInstant(row, "due_at")))
                .one());
    }

    @Override
    public boolean withdraw(BankTransfer transfer) {
        return jdbi.withHandle(handle -> of(transfer, handle.createUpdate(WITHDRAW)).execute()) == 1;
    }

    @Override
    public Optional<BankTransfer> find(TransactionId payout) {
        return jdbi.withHandle(
                handle -> handle.createQuery(FIND).bind("transaction", payout.uuid()).map((row, context) -> transfer(row)).findOne());
    }

    @Override
    public List<BankTransfer> inFile(String bank, long number) {
        return jdbi.withHandle(handle -> handle.createQuery(IN_FILE)
                .bind("bank", bank)
                .bind("number", number)
                .map((row, context) -> transfer(row))
                .list());
    }

    private static BankTransfer transfer(ResultSet row) throws SQLException {
        return new BankTransfer(
                new TransactionId(uuid(row, "transaction_id")), new OrganizationId(uuid(row, "organization_id")), row.getString("bank"));
    }

    private static <S extends SqlStatement<S>> S of(BankTransfer transfer, S statement) {
        return statement.bind("transaction", transfer.transaction().uuid()).bind("organization", transfer.organization().uuid());
    }

    private static FileName nameOf(BankFile file) {
        return new FileName(file.bank(), file.number());
    }

    private static <S extends SqlStatement<S>> S of(BankFile file, S statement) {
        return of(nameOf(file), statement);
    }

    private static <S extends SqlStatement<S>> S of(FileName file, S statement) {
        return statement.bind("bank", file.bank()).bind("number", file.number());
    }
}
