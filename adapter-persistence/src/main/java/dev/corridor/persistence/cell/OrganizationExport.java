package dev.corridor.persistence.cell;

import dev.corridor.domain.access.Cell;
import dev.corridor.domain.digest.Sha256;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.DatabaseTime;
import dev.corridor.persistence.access.AccessChangeChannel;
import dev.corridor.persistence.cell.OrganizationFile.Head;
import dev.corridor.persistence.feed.EventNumbering;
import dev.corridor.persistence.organization.StandingRows;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * The old cell's part of a move.
 *
 * <ol>
 * <li>The organization is CLOSING: its requests are refused with {@code service_unavailable}, by each node within two seconds, and what has left for a chain or a
 * bank comes to its end.
 * <li>It is LEAVING: no decision about it is taken any more. Decisions that had not read that have ended before the next step.
 * <li>It is written to the file, from one snapshot.
 * <li>It is GONE, if by then everything is as it was written. Only now is the code given out that opens it in the other cell.
 * </ol>
 *
 * <p>Before the last step the move can be given up: the code is forgotten with it, and nothing can open what the other cell may have taken in.
 */
public final class OrganizationExport {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private static final String BEGIN = """
            insert into residences (organization_id, state, other_cell, release_code)
            select organization_id, 'CLOSING', :to, :code from organizations where organization_id = :organization
            on conflict (organization_id) do update
            set state = 'CLOSING', other_cell = excluded.other_cell, release_code = excluded.release_code, since = now()
            where residences.state = 'ARRIVED'
            """;

    private static final String STATE = "select state from residences where organization_id = :organization";

    private static final String LEAVE = "update residences set state = 'LEAVING' where organization_id = :organization and state = 'CLOSING'";

    private static final String NOTE_DIGEST = "update residences set digest = :digest where organization_id = :organization and state = 'LEAVING'";

    private static final String GO = """
            update residences set state = 'GONE', since = now()
            where organization_id = :organization and state = 'LEAVING' and digest = :digest
            returning release_code
            """;

    private static final String STAY = """
            update residences set state = 'ARRIVED', release_code = null, digest = null, since = now()
            where organization_id = :organization and state in ('CLOSING', 'LEAVING')
            """;

    private static final String END_SESSIONS = "delete from sessions where organization_id = :organization";

    private static final String HEAD = """
            select other_cell, release_code, first_sequence %% %d as numbering,
                (select version from flyway_schema_history where success order by installed_rank desc limit 1) as schema
            from residences, event_numbering
            where organization_id = :organization
            """
            .formatted(EventNumbering.PER_TRANSACTION);

    /** What ties it to this cell, and no waiting helps. */
    private static final List<String> TIES = List.of(
            """
            select 'it has transfers over the network, whose other side is in this cell: ' || count(*)
            from network_transfers where organization_id = :organization or receiver = :organization having count(*) > 0
            """,
            """
            select 'it has, or is, a broker, by a letter of authorization that is not revoked: ' || letter_id
            from letters_of_authorization
            where organization_id = :organization and status <> 'REVOKED' or authorized_organization_id = :organization
            limit 1
            """,
            """
            select 'it has created other organizations, and hears of them: ' || count(*)
            from organizations where created_by = :organization having count(*) > 0
            """,
            """
            select 'it has paid through a bank of this cell, where what comes back arrives: ' || count(*)
            from bank_transfers where organization_id = :organization and file_number is not null having count(*) > 0
            """);

    /** What is over soon. */
    private static final List<String> OPEN = List.of("""
            select 'a payout that is LOCKED: txn_' || replace(transaction_id::text, '-', '')
            from transactions where organization_id = :organization and status = 'LOCKED'
            order by transaction_id
            limit 20
            """);

    private final Jdbi jdbi;
    private final Duration reaction;

    public OrganizationExport(DataSource owner) {
        this(owner, Duration.ofSeconds(2));
    }

    /** @param reaction longer than a node may take to hear of a change */
    OrganizationExport(DataSource owner, Duration reaction) {
        this.jdbi = Database.on(owner);
        this.reaction = reaction;
    }

    /**
     * Closes the organization and writes it to the file.
     *
     * @param code a secret; only who has it can open the organization in the other cell
     * @param patience how long payouts that have left may take to their end
     * @throws MoveRefusedException with what ties it to this cell; it is open again then
     */
    public void export(OrganizationId organization, Cell from, Cell to, Path file, String code, Duration patience) {
        requireNone("it cannot move", jdbi.withHandle(handle -> find(TIES, organization, handle)));
        begin(organization, to, code);
        try {
            LockSupport.parkNanos(reaction.toNanos());
            awaitPayouts(organization, patience);
            leave(organization);
            jdbi.useHandle(handle -> handle.createUpdate(NOTE_DIGEST)
                    .bind("organization", organization.uuid())
                    .bind("digest", write(file, organization, from))
                    .execute());
        } catch (RuntimeException e) {
            stay(organization);
            throw e;
        }
    }

    private String write(Path file, OrganizationId organization, Cell from) {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            requireReady(organization, handle);
            return OrganizationFile.write(file, head(organization, from, handle), handle);
        });
    }

    private static void requireReady(OrganizationId organization, Handle handle) {
        requireNone("it cannot move", find(TIES, organization, handle));
        requireNone("it cannot move yet", find(OPEN, organization, handle));
    }

    /**
     * Lets it go: it is never answered for here again.
     *
     * @return the code that opens it in the other cell
     * @throws MoveRefusedException if it is not as it was written; it stays closed then, to be written again or given up
     */
    public String release(OrganizationId organization) {
        var gone = jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            requireReady(organization, handle);
            var code = handle.createQuery(GO)
                    .bind("organization", organization.uuid())
                    .bind("digest", OrganizationFile.digest(organization, handle))
                    .mapTo(String.class)
                    .findOne();
            if (code.isPresent()) {
                handle.createUpdate(END_SESSIONS).bind("organization", organization.uuid()).execute();
                AccessChangeChannel.tell(organization, handle);
            }
            return code;
        });
        return gone.or(() -> codeOf(organization))
                .orElseThrow(() -> new MoveRefusedException("it has changed since it was written, or was not: abandon the move, and write it again"));
    }

    /** Opens it here again; not if it is gone. */
    public void stay(OrganizationId organization) {
        jdbi.useTransaction(handle -> {
            if (handle.createUpdate(STAY).bind("organization", organization.uuid()).execute() == 0) {
                throw new MoveRefusedException("it is not moving away from here, or is gone already");
            }
            AccessChangeChannel.tell(organization, handle);
        });
    }

    /** Who asks again, because the answer was lost, gets the code again. */
    private Optional<String> codeOf(OrganizationId organization) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select release_code from residences where organization_id = :organization and state = 'GONE'")
                        .bind("organization", organization.uuid())
                        .mapTo(String.class)
                        .findOne());
    }

    private void begin(OrganizationId organization, Cell to, String code) {
        jdbi.useTransaction(handle -> {
            var state = handle.createQuery(STATE).bind("organization", organization.uuid()).mapTo(String.class).findOne();
            switch (state.orElse("")) {
                case "CLOSING", "LEAVING" -> throw new MoveRefusedException("it is moving already: release it, or abandon the move first");
                case "ARRIVING" -> throw new MoveRefusedException("it has not been opened here yet");
                case "GONE" -> throw new MoveRefusedException("it is gone already");
                default -> {
                }
            }
            int begun = handle.createUpdate(BEGIN)
                    .bind("organization", organization.uuid())
                    .bind("to", to.name())
                    .bind("code", code)
                    .execute();
            if (begun == 0) {
                throw new MoveRefusedException("there is no such organization here");
            }
            AccessChangeChannel.tell(organization, handle);
        });
    }

    private void awaitPayouts(OrganizationId organization, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        var open = jdbi.withHandle(handle -> find(OPEN, organization, handle));
        while (!open.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            open = jdbi.withHandle(handle -> find(OPEN, organization, handle));
        }
        requireNone("these have not come to their end in time", open);
    }

    /** Afterwards every decision that had not read of it has ended. */
    private void leave(OrganizationId organization) {
        jdbi.useHandle(handle -> handle.createUpdate(LEAVE).bind("organization", organization.uuid()).execute());
        jdbi.useTransaction(handle -> StandingRows.awaitDecisions(organization, handle));
        jdbi.useHandle(DatabaseTime::settled);
    }

    private Head head(OrganizationId organization, Cell from, Handle handle) {
        return handle.createQuery(HEAD)
                .bind("organization", organization.uuid())
                .map((row, context) -> new Head(
                        organization,
                        from.name(),
                        row.getString("other_cell"),
                        row.getString("schema"),
                        hash(row.getString("release_code")),
                        row.getLong("numbering")))
                .one();
    }

    /** As the other cell knows the code, before it is given out. */
    static String hash(String code) {
        return HexFormat.of().formatHex(Sha256.of(code.getBytes(StandardCharsets.UTF_8)));
    }

    private static void requireNone(String what, List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new MoveRefusedException(what + ":\n  " + String.join("\n  ", reasons));
        }
    }

    private static List<String> find(List<String> queries, OrganizationId organization, Handle handle) {
        return queries.stream()
                .flatMap(query -> handle.createQuery(query).bind("organization", organization.uuid()).mapTo(String.class).list().stream())
                .toList();
    }
}
