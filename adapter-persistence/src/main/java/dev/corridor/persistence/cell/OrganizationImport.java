package dev.corridor.persistence.cell;

import dev.corridor.domain.access.Cell;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.access.AccessChangeChannel;
import dev.corridor.persistence.access.MasterKey;
import dev.corridor.persistence.cell.OrganizationFile.Head;
import dev.corridor.persistence.feed.EventNumbering;
import dev.corridor.persistence.operator.SealedSecrets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/**
 * The new cell's part of a move. What is taken in stays closed until the code comes that the old cell gives out when it lets the organization go. So no mistake of
 * an operator opens it in both.
 */
public final class OrganizationImport {

    private static final String STATE = "select state from residences where organization_id = :organization for update";

    private static final String SCHEMA = "select version from flyway_schema_history where success order by installed_rank desc limit 1";

    private static final String ARRIVE = """
            insert into residences (organization_id, state, other_cell, code_hash) values (:organization, 'ARRIVING', :from, :codeHash)
            """;

    private static final String OPEN = """
            update residences set state = 'ARRIVED', has_arrived = true, code_hash = null, since = now()
            where organization_id = :organization and state = 'ARRIVING' and code_hash = :codeHash
            """;

    private static final String FORGET = "delete from residences where organization_id = :organization and state = 'ARRIVING'";

    private static final String HAS_CLOSED = """
            select exists (
                select from postings
                where organization_id = :organization and posted_at < (select max(ends_at) from closed_until))
            """;

    /** Postings keep their numbers, which order them, so later ones get greater numbers. */
    private static final String GO_ON_WITH_POSTINGS = """
            select setval(
                pg_get_serial_sequence('postings', 'posting_number'),
                greatest(
                    (select max(posting_number) from postings where organization_id = :organization),
                    nextval(pg_get_serial_sequence('postings', 'posting_number'))))
            """;

    /** A wallet of another cell is never taken for one of this cell, which may have taken the same numbers from a wallet of the same name. */
    private static final String NAME_WALLETS_BY_CELL = """
            update %s set wallet = :from || '/' || wallet where organization_id = :organization and position('/' in wallet) = 0
            """;

    /** Accounts are given funding methods in the order of their ids, and those that arrive may be older than the last. */
    private static final String PROVIDE_FUNDING = "update deposit_keys set provided_to = '00000000-0000-0000-0000-000000000000'";

    private final Jdbi jdbi;
    private final SealedSecrets secrets;
    private final Cell here;

    /** @param masterKey of this cell, and of the cells from which organizations come as former ones */
    public OrganizationImport(DataSource owner, MasterKey masterKey, Cell here) {
        this.jdbi = Database.on(owner);
        this.secrets = new SealedSecrets(owner, masterKey);
        this.here = here;
    }

    /**
     * Takes in what the file contains, in one transaction. What an earlier file of the same move has brought is replaced.
     *
     * @throws MoveRefusedException if it cannot be taken in; nothing was changed
     */
    public OrganizationId take(Path file) {
        try {
            return jdbi.inTransaction(handle -> {
                int unreadable = secrets.count(handle).unreadable();
                var taking = new Taking(handle);
                OrganizationFile.read(file, taking);
                taking.finish();
                secrets.sealAgain(handle);
                if (secrets.count(handle).unreadable() > unreadable) {
                    throw new MoveRefusedException("its secrets are sealed with the master key of cell " + taking.head.from()
                            + ": name that in CORRIDOR_MASTER_KEY, after a comma, for this command");
                }
                return taking.head.organization();
            });
        } catch (SQLException | UnableToExecuteStatementException e) {
            throw refusal(e);
        }
    }

    /**
     * Opens it here.
     *
     * @param code that the old cell has given out when it let the organization go
     */
    public void open(OrganizationId organization, String code) {
        jdbi.useTransaction(handle -> {
            int opened = handle.createUpdate(OPEN)
                    .bind("organization", organization.uuid())
                    .bind("codeHash", OrganizationExport.hash(code))
                    .execute();
            if (opened == 0) {
                throw new MoveRefusedException("it does not wait here for this code");
            }
            AccessChangeChannel.tell(organization, handle);
        });
    }

    /** Removes what was taken in of an organization that was not opened, because its move was given up. */
    public void discard(OrganizationId organization) {
        jdbi.useTransaction(handle -> {
            requireArriving(organization, handle);
            remove(organization, handle);
        });
    }

    private static void requireArriving(OrganizationId organization, Handle handle) {
        if (!stateOf(organization, handle).equals(Optional.of("ARRIVING"))) {
            throw new MoveRefusedException("it is not waiting here to be opened");
        }
    }

    private static Optional<String> stateOf(OrganizationId organization, Handle handle) {
        return handle.createQuery(STATE).bind("organization", organization.uuid()).mapTo(String.class).findOne();
    }

    private static void requireUnknown(OrganizationId organization, Handle handle) {
        var known = handle.createQuery("select 1 from organizations where organization_id = :organization")
                .bind("organization", organization.uuid())
                .mapTo(Integer.class)
                .findOne();
        if (known.isPresent()) {
            throw new MoveRefusedException("it is in this cell already");
        }
    }

    private static void remove(OrganizationId organization, Handle handle) {
        for (var table : MovedTable.ALL.reversed()) {
            handle.createUpdate("delete from " + table.name() + " where organization_id = :organization")
                    .bind("organization", organization.uuid())
                    .execute();
        }
        handle.createUpdate(FORGET).bind("organization", organization.uuid()).execute();
    }

    /** Something of it that must be unique is here already, such as an e-mail address; other failures pass. */
    private static RuntimeException refusal(Exception failure) {
        var cause = failure instanceof PSQLException ? failure : failure.getCause();
        if (cause instanceof PSQLException refused
                && PSQLState.UNIQUE_VIOLATION.getState().equals(refused.getSQLState())
                && refused.getServerErrorMessage() != null) {
            return new MoveRefusedException("something of it is in this cell already: " + refused.getServerErrorMessage().getConstraint());
        }
        return new IllegalStateException("it cannot be taken in: " + failure.getMessage(), failure);
    }

    /** One file on its way into the tables. */
    private final class Taking implements OrganizationFile.Reading {

        private final Handle handle;
        private Head head;

        Taking(Handle handle) {
            this.handle = handle;
        }

        @Override
        public void head(Head read) {
            head = read;
            if (!head.to().equals(here.name())) {
                throw new MoveRefusedException("it is for cell " + head.to() + ", and this is " + here);
            }
            var schema = handle.createQuery(SCHEMA).mapTo(String.class).one();
            if (!head.schema().equals(schema)) {
                throw new MoveRefusedException("it is of the tables of version " + head.schema() + ", and these are of version " + schema
                        + ": let both cells run the same Corridor");
            }
            switch (stateOf(head.organization(), handle).orElse("")) {
                case "ARRIVING" -> remove(head.organization(), handle);
                case "GONE" -> throw new MoveRefusedException("it has left this cell, and does not come back");
                default -> requireUnknown(head.organization(), handle);
            }
        }

        @Override
        public void table(String name, String columns, InputStream rows) throws IOException, SQLException {
            var table = MovedTable.ALL.stream().filter(each -> each.name().equals(name)).findAny();
            if (!table.map(each -> each.columns(handle)).equals(Optional.of(columns))) {
                throw new MoveRefusedException("the file names a table that is another here: " + name);
            }
            handle.getConnection().unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + name + " (" + columns + ") from stdin", rows);
        }

        private void finish() {
            var organization = head.organization().uuid();
            if (handle.createQuery(HAS_CLOSED).bind("organization", organization).mapTo(Boolean.class).one()) {
                throw new MoveRefusedException("this cell has closed a month in which it has postings");
            }
            handle.createQuery(GO_ON_WITH_POSTINGS).bind("organization", organization).mapTo(Long.class).one();
            if (!EventNumbering.renumber(head.organization(), head.numbering(), handle)) {
                throw new MoveRefusedException(
                        "its events get numbers below all that this cell will write, and this cell is too young to have so many:"
                                + " take it in later, or into another cell");
            }
            for (var table : List.of("chain_transfers", "chain_attempts")) {
                handle.createUpdate(NAME_WALLETS_BY_CELL.formatted(table)).bind("organization", organization).bind("from", head.from()).execute();
            }
            handle.createUpdate(PROVIDE_FUNDING).execute();
            handle.createUpdate(ARRIVE)
                    .bind("organization", organization)
                    .bind("from", head.from())
                    .bind("codeHash", head.codeHash())
                    .execute();
            AccessChangeChannel.tell(head.organization(), handle);
        }
    }
}
