package dev.corridor.persistence.funding;

import dev.corridor.application.funding.port.BankInbox;
import dev.corridor.persistence.Database;
import java.time.Instant;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The files of banks that have been taken. */
public final class PostgresBankInbox implements BankInbox {

    private static final String IS_TAKEN = "select exists (select from bank_files_taken where bank = :bank and digest = :digest)";

    private static final String TAKE = """
            insert into bank_files_taken (bank, digest, name, taken_at)
            values (:bank, :digest, :name, :now)
            on conflict do nothing
            """;

    private final Jdbi jdbi;

    public PostgresBankInbox(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public boolean isTaken(String bank, String digest) {
        return jdbi.withHandle(
                handle -> handle.createQuery(IS_TAKEN).bind("bank", bank).bind("digest", digest).mapTo(Boolean.class).one());
    }

    @Override
    public void take(String bank, String digest, String name, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(TAKE)
                .bind("bank", bank)
                .bind("digest", digest)
                .bind("name", name)
                .bind("now", now)
                .execute());
    }
}
