package dev.corridor.persistence.funding;

import dev.corridor.application.funding.port.DepositCursors;
import dev.corridor.domain.beneficiary.ChainName;
import dev.corridor.persistence.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresDepositCursors implements DepositCursors {

    private static final String BEGIN = """
            insert into deposit_cursors (chain, next_block, leased_until)
            values (:chain, :block, 'epoch')
            on conflict do nothing
            """;

    private static final String CLAIM = """
            update deposit_cursors
            set leased_until = :until
            where chain = :chain and leased_until <= :now
            returning next_block
            """;

    private static final String NEXT = "select next_block from deposit_cursors where chain = :chain";

    private static final String ADVANCE = """
            update deposit_cursors
            set next_block = greatest(next_block, :next), leased_until = 'epoch'
            where chain = :chain
            """;

    private final Jdbi jdbi;

    public PostgresDepositCursors(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public void begin(ChainName chain, long block) {
        jdbi.useHandle(handle -> handle.createUpdate(BEGIN).bind("chain", chain.name()).bind("block", block).execute());
    }

    @Override
    public OptionalLong claim(ChainName chain, Instant now, Duration lease) {
        return jdbi.withHandle(handle -> handle.createQuery(CLAIM)
                .bind("chain", chain.name())
                .bind("now", now)
                .bind("until", now.plus(lease))
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty));
    }

    @Override
    public OptionalLong next(ChainName chain) {
        return jdbi.withHandle(handle -> handle.createQuery(NEXT)
                .bind("chain", chain.name())
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty));
    }

    @Override
    public void advance(ChainName chain, long next) {
        jdbi.useHandle(handle -> handle.createUpdate(ADVANCE).bind("chain", chain.name()).bind("next", next).execute());
    }
}
